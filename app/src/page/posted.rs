//! A form whose names are not known beforehand.

use std::collections::BTreeMap;

use server_fn::codec::MultipartData;

/// Most bytes of one form: a hundred thousand Chinese characters and more, far beyond the longest guide.
const MAX_BYTES: usize = 512 * 1024;

/// What was posted.
#[derive(Debug, Default)]
pub(crate) struct Posted {
    /// All values by name, in the order in which they came.
    pub(crate) values: BTreeMap<String, Vec<String>>,
    /// The file that came along; empty without one.
    pub(crate) file: Vec<u8>,
    /// Whether everything arrived.
    pub(crate) whole: bool,
}

impl Posted {
    /// Reads a multipart message; of one that breaks off, what has arrived.
    pub(crate) async fn read(data: MultipartData) -> Self {
        let mut posted = Self::default();
        let Some(mut message) = data.into_inner() else {
            return posted;
        };
        let mut left = MAX_BYTES;
        while let Ok(part) = message.next_field().await {
            let Some(part) = part else {
                posted.whole = true;
                break;
            };
            let name = part.name().unwrap_or_default().to_owned();
            if part.file_name().is_some() {
                let Ok(file) = part.bytes().await else { break };
                let Some(rest) = left.checked_sub(file.len()) else {
                    break;
                };
                left = rest;
                posted.file = file.to_vec();
                continue;
            }
            let Ok(text) = part.text().await else { break };
            let Some(rest) = left.checked_sub(text.len() + name.len()) else {
                break;
            };
            left = rest;
            posted.values.entry(name).or_default().push(text);
        }
        posted
    }

    /// Takes a value out.
    pub(crate) fn take(&mut self, name: &str) -> String {
        let values = self.values.remove(name).unwrap_or_default();
        values.into_iter().next_back().unwrap_or_default()
    }

    /// The values as a session keeps them, several of one name in lines.
    pub(crate) fn kept(&self) -> BTreeMap<String, String> {
        let values = self.values.iter();
        values
            .map(|(name, values)| (name.clone(), values.join("\n")))
            .collect()
    }
}
