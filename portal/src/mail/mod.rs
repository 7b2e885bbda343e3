//! Mail: the port to the outside, its two adapters, and what our mails say.
//!
//! Nothing here is called by a use case. A use case tells a notice ([`crate::notices`]) or enqueues a job
//! of [`crate::jobs::mail`]; both compose the mail in the recipient's language when it is sent.

mod compose;
mod folder;
mod smtp;

use chrono::{DateTime, Utc};

pub use compose::{Composed, MailDetails, MailTemplate, compose, compose_message};
pub use folder::{MailFile, MailFolder};
pub use smtp::SmtpMailer;

use crate::error::Internal;
use crate::settings::{MailSettings, Settings};

/// A mail to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Address of the recipient.
    pub to: String,
    /// Subject; never holds personal data, since it shows on locked screens.
    pub subject: String,
    /// The mail as plain text.
    pub text: String,
    /// The mail as HTML, where there is such a version.
    pub html: Option<String>,
    /// `Message-ID` without brackets. The same mail sent twice carries the same one, so that
    /// mailboxes show it once.
    pub message_id: String,
    /// When it is sent.
    pub at: DateTime<Utc>,
}

/// Why a mail did not go out.
#[derive(Clone, Debug, thiserror::Error)]
pub enum MailError {
    /// It may go out later: the server is away, busy or over its quota.
    #[error("the mail did not go out for now")]
    Temporary(#[source] Internal),
    /// It never will: the address or the mail itself is refused.
    #[error("the mail cannot be delivered")]
    Permanent(#[source] Internal),
}

/// The port: something that takes mails.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// Hands `message` over. Success means that the other side has taken responsibility for it.
    ///
    /// # Errors
    /// [`MailError`], which says whether another try makes sense.
    async fn send(&self, message: &Message) -> Result<(), MailError>;
}

/// The adapter that the settings chose.
pub enum Post {
    /// Mails stay in a folder.
    Folder(MailFolder),
    /// Mails go to a mail server.
    Smtp(SmtpMailer),
}

impl Post {
    /// Opens the adapter that the settings name.
    pub(crate) fn open(settings: &Settings) -> Result<Self, Internal> {
        match &settings.mail {
            MailSettings::Folder { dir } => {
                Ok(Self::Folder(MailFolder::open(dir, &settings.mail_from)?))
            }
            MailSettings::Smtp {
                host,
                port,
                username,
                password,
                tls,
            } => {
                let credentials = username.as_deref().zip(password.as_ref());
                let mailer = SmtpMailer::new(host, *port, credentials, *tls, &settings.mail_from)?;
                Ok(Self::Smtp(mailer))
            }
        }
    }

    /// The port, whichever adapter stands behind it.
    #[must_use]
    pub fn mailer(&self) -> &dyn Mailer {
        match self {
            Self::Folder(folder) => folder,
            Self::Smtp(smtp) => smtp,
        }
    }

    /// The folder of mails, where they go to one. For the development page.
    #[must_use]
    pub fn folder(&self) -> Option<&MailFolder> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Smtp(_) => None,
        }
    }
}
