//! The mails of a portal without a mail server, for developers.

use super::Operations;
use crate::Internal;
use crate::mail::{MailFile, MailFolder};

impl Operations<'_> {
    /// The newest mails, newest first; none unless the portal runs for development and keeps its
    /// mails in a folder, because they hold what citizens are told.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn development_mails(&self) -> Result<Vec<MailFile>, Internal> {
        self.development_folder()
            .map_or_else(|| Ok(Vec::new()), MailFolder::list)
    }

    /// One of those mails as a whole file; none when there is no such mail.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn development_mail(&self, name: &str) -> Result<Option<String>, Internal> {
        self.development_folder()
            .map_or(Ok(None), |folder| folder.read(name))
    }

    fn development_folder(&self) -> Option<&MailFolder> {
        self.0
            .settings()
            .development
            .then(|| self.0.post().folder())
            .flatten()
    }
}
