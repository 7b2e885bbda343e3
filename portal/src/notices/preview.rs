//! What a notice says, on every channel, with invented details: for those who write the texts.

use chrono::NaiveDate;
use domain::notices::{NoticeKind, message_length};
use domain::{CaseId, Locale, Text};

use super::place;
use crate::Portal;
use crate::mail::{Composed, MailDetails, compose, compose_message};
use crate::texts;

/// The number of no case: the day of the demonstration, and a sequence that no day reaches.
const NUMBER: &str = "99010020261121999999X";

/// The id of no case.
const CASE: &str = "00000000-0000-7000-8000-000000000000";

/// What one kind of notice says in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The language.
    pub locale: Locale,
    /// The line in the inbox.
    pub inbox: &'static str,
    /// The mail.
    pub mail: Composed,
    /// The text message, with the sign in front.
    pub message: String,
    /// Characters of the text message.
    pub chars: usize,
    /// Parts that it is sent in.
    pub parts: usize,
}

/// What this kind of notice says in every language.
#[must_use]
pub fn preview(portal: &Portal, kind: NoticeKind) -> Vec<Preview> {
    let settings = portal.settings();
    let details = MailDetails {
        number: Some(NUMBER.to_owned()),
        item: Some(Text::both(
            texts::text(Locale::ZhHans, "notice-sample-item"),
            texts::text(Locale::En, "notice-sample-item"),
        )),
        due: NaiveDate::from_ymd_opt(2026, 12, 30),
    };
    let place = place(kind, Some(&CaseId::new(CASE)));
    let link = format!("{}{place}", settings.base_url);
    Locale::ALL
        .into_iter()
        .map(|locale| {
            let message = compose_message(locale, kind.key(), &details, &settings.sms_signature);
            let (chars, parts) = message_length(&message);
            Preview {
                locale,
                inbox: texts::text(locale, &format!("notice-{}", kind.key())),
                mail: compose(locale, kind.key(), &details, &link),
                message,
                chars,
                parts,
            }
        })
        .collect()
}
