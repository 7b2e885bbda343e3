//! What our mails say: Fluent texts of `mails.ftl`, in the recipient's language.

use chrono::{Datelike, NaiveDate};
use domain::{Locale, Text};
use serde::{Deserialize, Serialize};

use crate::texts::{self, Value};

/// The occasions of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailTemplate {
    /// An account was opened.
    Welcome,
    /// An application arrived 收件.
    Submitted,
    /// The department asks for a correction 补正告知.
    CorrectionRequested,
    /// The department has taken the application up 受理.
    Accepted,
    /// The department does not take the application up 不予受理.
    NotAccepted,
    /// The decision is yes 准予.
    Approved,
    /// The decision is no 不予.
    Rejected,
    /// A certificate 电子证照 can be collected.
    CertificateReady,
    /// The applicant has withdrawn the application 撤回.
    Withdrawn,
    /// A published service does not work; for the officers of its department.
    NeedsRepair,
    /// A draft that nobody works on will be deleted.
    DraftExpires,
    /// The scanner has found something harmful in a file that waited for it.
    MaterialHarmful,
}

impl MailTemplate {
    /// Every occasion.
    pub const ALL: [Self; 12] = [
        Self::Welcome,
        Self::Submitted,
        Self::CorrectionRequested,
        Self::Accepted,
        Self::NotAccepted,
        Self::Approved,
        Self::Rejected,
        Self::CertificateReady,
        Self::Withdrawn,
        Self::NeedsRepair,
        Self::DraftExpires,
        Self::MaterialHarmful,
    ];

    /// The middle of its Fluent keys: `mail-<key>-subject`, `mail-<key>-body`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Submitted => "submitted",
            Self::CorrectionRequested => "correction-requested",
            Self::Accepted => "accepted",
            Self::NotAccepted => "not-accepted",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::CertificateReady => "certificate-ready",
            Self::Withdrawn => "withdrawn",
            Self::NeedsRepair => "needs-repair",
            Self::DraftExpires => "draft-expires",
            Self::MaterialHarmful => "material-harmful",
        }
    }

    /// Whether something is due after it, told by the key `mail-<key>-due`.
    #[must_use]
    pub const fn has_due_date(self) -> bool {
        matches!(
            self,
            Self::Submitted | Self::CorrectionRequested | Self::Accepted | Self::DraftExpires
        )
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
    /// the department's next word.
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

/// Composes a mail: a greeting, what happened, by when where that is known, the link, a footer.
/// `link` leads to what the mail is about.
#[must_use]
pub fn compose(
    locale: Locale,
    template: MailTemplate,
    details: &MailDetails,
    link: &str,
) -> Composed {
    let key = template.key();
    let number = details.number.as_deref().unwrap_or_default();
    let item = details
        .item
        .as_ref()
        .map(|item| texts::content(locale, item));
    let item = item.as_deref().unwrap_or_default();
    let about = [("number", Value::from(number)), ("item", Value::from(item))];
    let mut paragraphs = vec![
        texts::text(locale, "mail-greeting").to_owned(),
        texts::format(locale, &format!("mail-{key}-body"), &about),
    ];
    if let Some(due) = details.due.filter(|_| template.has_due_date()) {
        let due = [("due", Value::from(long_date(locale, due)))];
        paragraphs.push(texts::format(locale, &format!("mail-{key}-due"), &due));
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

/// A day as people write it in this language.
fn long_date(locale: Locale, day: NaiveDate) -> String {
    let parts = [
        ("year", Value::from(i64::from(day.year()))),
        ("month", Value::from(i64::from(day.month()))),
        ("day", Value::from(i64::from(day.day()))),
    ];
    texts::format(locale, "mail-date", &parts)
}
