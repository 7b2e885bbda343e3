//! What the clients were told: one line for each receipt, written the moment it came.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

/// The file of all clients.
pub struct Journal {
    path: PathBuf,
    file: Mutex<File>,
}

/// An acknowledged submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Id of the case.
    pub case: String,
    /// The number that the receipt showed; none when the portal was killed before it was read.
    pub number: Option<String>,
}

impl Journal {
    /// An empty journal.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn create(folder: &Path) -> Result<Self> {
        let path = folder.join("journal");
        let file = File::create_new(&path).with_context(|| path.display().to_string())?;
        Ok(Self {
            path,
            file: Mutex::new(file),
        })
    }

    /// Notes that the portal has acknowledged a case.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn acknowledged(&self, case: &str) -> Result<()> {
        self.write(&format!("{case}\n"))
    }

    /// Notes the number on the receipt of an acknowledged case.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn numbered(&self, case: &str, number: &str) -> Result<()> {
        self.write(&format!("{case} {number}\n"))
    }

    fn write(&self, line: &str) -> Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(file.write_all(line.as_bytes())?)
    }

    /// All receipts, in the order in which they were acknowledged.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(&self) -> Result<Vec<Receipt>> {
        Ok(receipts(&fs::read_to_string(&self.path)?))
    }
}

fn receipts(text: &str) -> Vec<Receipt> {
    let mut receipts: Vec<Receipt> = Vec::new();
    for line in text.lines() {
        match line.split_once(' ') {
            None => receipts.push(Receipt {
                case: line.to_owned(),
                number: None,
            }),
            Some((case, number)) => {
                let mut newest_first = receipts.iter_mut().rev();
                if let Some(receipt) = newest_first.find(|receipt| receipt.case == case) {
                    receipt.number = Some(number.to_owned());
                }
            }
        }
    }
    receipts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_find_their_case() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::create(folder.path()).unwrap();
        journal.acknowledged("a").unwrap();
        journal.acknowledged("b").unwrap();
        journal.numbered("a", "1").unwrap();
        let receipt = |case: &str, number: Option<&str>| Receipt {
            case: case.to_owned(),
            number: number.map(str::to_owned),
        };
        assert_eq!(
            journal.read().unwrap(),
            [receipt("a", Some("1")), receipt("b", None)]
        );
        assert!(
            Journal::create(folder.path()).is_err(),
            "a journal is never written over"
        );
    }
}
