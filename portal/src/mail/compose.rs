//! What our mails and text messages say: Fluent texts of `mails.ftl` and `messages.ftl`, in the
//! recipient's language.

use chrono::{Datelike, NaiveDate};
use domain::{Locale, Text};
use serde::{Deserialize, Serialize};

use crate::texts::{self, Value};

/// The mails that are no notices 通知: about an account, and to officers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailTemplate {
    /// An account was opened.
    Welcome,
    /// A published service does not work; for the officers of its department.
    NeedsRepair,
    /// Another department has answered a question about a case; for the officer who asked.
    Consultation,
    /// Supervision has found something; for the officers whom its rules name.
    Supervision,
}

impl MailTemplate {
    /// Every occasion.
    pub const ALL: [Self; 4] = [
        Self::Welcome,
        Self::NeedsRepair,
        Self::Consultation,
        Self::Supervision,
    ];

    /// The middle of its Fluent keys: `mail-<key>-subject`, `mail-<key>-body`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::NeedsRepair => "needs-repair",
            Self::Consultation => "consultation",
            Self::Supervision => "supervision",
        }
    }
}

/// What a mail tells beside its occasion. Nothing of it is personal: mail travels in the open, so
/// everything else waits behind the link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailDetails {
    /// Number of the case 办件编号.
    pub number: Option<String>,
    /// Name of the service item 事项.
    pub item: Option<Text>,
    /// The day that something is due after it: the applicant's answer to a correction notice, else
    /// the department's next word. Told where the occasion has words for it, `mail-<key>-due`.
    pub due: Option<NaiveDate>,
}

/// A mail before it has a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// Composes a mail: a greeting, what happened, by when where that is known, the link, a footer. `key` is
/// that of a [`MailTemplate`] or of a kind of notice; `link` leads to what the mail is about.
#[must_use]
pub fn compose(locale: Locale, key: &str, details: &MailDetails, link: &str) -> Composed {
    let about = details.arguments(locale);
    let mut paragraphs = vec![
        texts::text(locale, "mail-greeting").to_owned(),
        texts::format(locale, &format!("mail-{key}-body"), &about),
    ];
    let due = format!("mail-{key}-due");
    if details.due.is_some() && texts::exists(locale, &due) {
        paragraphs.push(texts::format(locale, &due, &about));
    }
    paragraphs.push(texts::format(
        locale,
        "mail-link",
        &[("link", Value::from(link))],
    ));
    paragraphs.push(texts::text(locale, "mail-footer").to_owned());
    Composed {
        subject: texts::format(locale, &format!("mail-{key}-subject"), &about),
        text: paragraphs.join("\n\n"),
    }
}

/// Composes a text message about a kind of notice, with the sign in front. It holds no link: people are
/// taught to press none in a text message.
#[must_use]
pub fn compose_message(
    locale: Locale,
    key: &str,
    details: &MailDetails,
    signature: &str,
) -> String {
    let text = texts::format(locale, &format!("sms-{key}"), &details.arguments(locale));
    // Operators want the sign in these brackets, whatever the language.
    format!("\u{3010}{signature}\u{3011}{text}")
}

impl MailDetails {
    /// What texts may name: empty where it is not known.
    fn arguments(&self, locale: Locale) -> [(&'static str, Value<'_>); 3] {
        let item = self.item.as_ref().map(|item| texts::content(locale, item));
        let due = self.due.map(|due| long_date(locale, due));
        [
            (
                "number",
                Value::from(self.number.as_deref().unwrap_or_default()),
            ),
            ("item", Value::Text(item.unwrap_or_default())),
            ("due", Value::from(due.unwrap_or_default())),
        ]
    }
}

/// A day as people write it in this language.
fn long_date(locale: Locale, day: NaiveDate) -> String {
    let parts = [
        ("year", Value::from(i64::from(day.year()))),
        ("month", Value::from(i64::from(day.month()))),
        ("day", Value::from(i64::from(day.day()))),
    ];
    texts::format(locale, "mail-date", &parts)
}
