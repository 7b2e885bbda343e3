//! Text messages that stay in a folder. For development: nothing leaves the house, and every file says so.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Messenger, SmsError, TextMessage};
use crate::digest;
use crate::error::Internal;

/// A folder of text messages.
pub struct MessageFolder {
    dir: PathBuf,
}

impl MessageFolder {
    /// Opens the folder, making it if there is none.
    pub(super) fn open(dir: &Path) -> Result<Self, Internal> {
        fs::create_dir_all(dir)?;
        Ok(Self {
            dir: dir.to_owned(),
        })
    }

    /// Every message in the folder, as it was written, in no order.
    ///
    /// # Errors
    /// [`Internal`] when the folder cannot be read.
    pub fn read_all(&self) -> Result<Vec<String>, Internal> {
        fs::read_dir(&self.dir)?
            .map(|entry| Ok(fs::read_to_string(entry?.path())?))
            .collect()
    }
}

#[async_trait::async_trait]
impl Messenger for MessageFolder {
    async fn send(&self, message: &TextMessage) -> Result<(), SmsError> {
        // The same message again is the same file.
        let digest = digest::sha256(message.key.as_bytes());
        let file = self.dir.join(format!("{digest}.txt"));
        let to = message.to.masked();
        let written = format!("To: {to} (kept here, not sent)\n\n{}\n", message.text);
        fs::write(file, written).map_err(|error| SmsError::Temporary(error.into()))
    }
}
