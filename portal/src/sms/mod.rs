//! Text messages 短信: the port to the outside and its adapters.
//!
//! As with mail, no use case calls it: a delivery of [`crate::notices`] does, after the commit. The number
//! of a recipient stands in no log, no address and no error.

mod folder;
mod hook;

use domain::identity::MobilePhone;

pub use folder::MessageFolder;
pub use hook::MessageHook;

use crate::error::Internal;
use crate::settings::{Settings, SmsSettings};

/// A text message to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMessage {
    /// Number of the recipient.
    pub to: MobilePhone,
    /// What it says, with the sign in front.
    pub text: String,
    /// Idempotency key: the same message handed over twice carries the same one.
    pub key: String,
}

/// Why a text message did not go out.
#[derive(Clone, Debug, thiserror::Error)]
pub enum SmsError {
    /// It may go out later: the other side is away, busy or has failed.
    #[error("the text message did not go out for now")]
    Temporary(#[source] Internal),
    /// It never will as things are: the other side refuses it.
    #[error("the text message is refused")]
    Permanent(#[source] Internal),
}

/// The port: something that takes text messages.
#[async_trait::async_trait]
pub trait Messenger: Send + Sync {
    /// Hands `message` over. Success means that the other side has taken responsibility for it.
    ///
    /// # Errors
    /// [`SmsError`], which says whether another try makes sense.
    async fn send(&self, message: &TextMessage) -> Result<(), SmsError>;
}

/// The adapter that the settings chose.
pub enum Sms {
    /// The portal sends no text messages.
    Off,
    /// They stay in a folder.
    Folder(MessageFolder),
    /// They go to the gateway of an operator or of the government.
    Hook(MessageHook),
}

impl Sms {
    /// Opens the adapter that the settings name.
    pub(crate) fn open(settings: &Settings) -> Result<Self, Internal> {
        Ok(match &settings.sms {
            SmsSettings::Off => Self::Off,
            SmsSettings::Folder { dir } => Self::Folder(MessageFolder::open(dir)?),
            SmsSettings::Hook { url, secret } => {
                Self::Hook(MessageHook::new(url, secret.as_ref())?)
            }
        })
    }

    /// The port, whichever adapter stands behind it; none where the portal sends no text messages.
    #[must_use]
    pub fn messenger(&self) -> Option<&dyn Messenger> {
        match self {
            Self::Off => None,
            Self::Folder(folder) => Some(folder),
            Self::Hook(hook) => Some(hook),
        }
    }
}
