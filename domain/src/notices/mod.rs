//! Notices 通知: what is told to whom, by which channel, and when.

mod delivery;
mod kind;
mod occasion;
mod preferences;
mod quiet;
mod reminders;
mod text_message;

pub use delivery::{DeliveryProblem, DeliveryState};
pub use kind::{NoticeChannel, NoticeKind, NoticeTopic};
pub use preferences::NoticePreferences;
pub use quiet::{LOUD_FROM, LOUD_UNTIL, earliest};
pub use reminders::{Reminder, reminder_of_case, reminder_of_certificate};
pub use text_message::{MAX_MESSAGE_CHARS, message_length};
