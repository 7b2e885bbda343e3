//! The counter (窗口): an officer receives for a citizen who stands there, and uses the citizen's own forms. The
//! time between greeting and goodbye is a sitting; it serves one citizen and nobody else.

use chrono::{DateTime, TimeDelta, Utc};

use crate::accounts::MAX_NAME_CHARS;
use crate::cases::Role;
use crate::desk::normal_name;
use crate::forms::FieldProblem;
use crate::identity::{MobilePhone, ResidentId, mask_name};

/// Minutes without a request after which a sitting is over: long enough to copy papers or to ask a colleague
/// about the citizen's case, short enough that whoever comes next never meets the citizen before.
pub const SITTING_MINUTES: i64 = 30;

/// How many last characters of the identity number a screen shows.
const SHOWN_CHARS: usize = 4;

impl Role {
    /// Whether officers of this role may serve citizens at a counter: those who handle cases may receive them.
    pub const fn sits_at_counter(self) -> bool {
        self.has_cases()
    }
}

/// Whether a sitting in which the last request came at `seen_at` is over by itself.
pub fn is_over(seen_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - seen_at >= TimeDelta::minutes(SITTING_MINUTES)
}

/// Who stands at the counter, as the identity card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presented {
    /// The name.
    pub name: String,
    /// The identity number.
    pub resident_id: ResidentId,
    /// Where to send notices, if the citizen wants any.
    pub phone: Option<MobilePhone>,
}

/// What an officer has typed or a card reader has read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card<'a> {
    /// The name.
    pub name: &'a str,
    /// The identity number.
    pub resident_id: &'a str,
    /// A mobile number; empty for none.
    pub phone: &'a str,
    /// Whether the officer has compared card and person (人证核验).
    pub compared: bool,
}

impl Presented {
    /// Reads a card.
    ///
    /// # Errors
    /// Every field that has to be mended, with the Fluent key of the sentence to show.
    pub fn read(card: &Card<'_>) -> Result<Self, Vec<(&'static str, &'static str)>> {
        let name = card.name.trim();
        let resident_id = ResidentId::parse(card.resident_id);
        let phone = match card.phone.trim() {
            "" => Ok(None),
            phone => MobilePhone::parse(phone).map(Some),
        };
        let mut problems = Vec::new();
        if name.is_empty() {
            problems.push(("name", "counter-problem-name"));
        } else if name.chars().count() > MAX_NAME_CHARS {
            problems.push(("name", "problem-name-too-long"));
        }
        if let Err(problem) = &resident_id {
            problems.push(("resident_id", FieldProblem::ResidentId(*problem).key()));
        }
        if phone.is_err() {
            problems.push(("phone", "problem-phone"));
        }
        if !card.compared {
            problems.push(("compared", "counter-problem-not-compared"));
        }
        match (resident_id, phone) {
            (Ok(resident_id), Ok(phone)) if problems.is_empty() => Ok(Self {
                name: name.to_owned(),
                resident_id,
                phone,
            }),
            _ => Err(problems),
        }
    }
}

/// Whether a name that was typed is the one that an account has; blanks and middle dots are written in many
/// ways.
pub fn is_same_name(typed: &str, known: &str) -> bool {
    normal_name(typed) == normal_name(known)
}

/// What a screen that others can see shows of a citizen: the name masked, and the end of the identity number.
pub fn shown(name: &str, resident_id: &str) -> (String, String) {
    let hidden = resident_id.chars().count().saturating_sub(SHOWN_CHARS);
    (mask_name(name), resident_id.chars().skip(hidden).collect())
}
