//! What a reader was about to do when the portal asked for a sign-in. It waits in the session, sealed,
//! and goes on after the sign-in, so that nothing typed is lost and nothing stands in an address.

use std::collections::BTreeMap;

use domain::{CaseId, ItemCode};
use portal::Internal;
use portal::accounts::Citizen;
use portal::cases::CaseError;

use super::doors::{NOTE_PARKED, NOTE_PARKED_WITHOUT_FILES, begin, refused};
use super::posted::Posted;
use super::way::noted;
use crate::page::{Ctx, DoorResult, Kept, Visitor};
use crate::paths;

/// Where it lies in the session.
const FORM: &str = "parked";
/// Stands between the values of one answer; nobody can type it.
const SEPARATOR: char = '\u{1f}';
/// Stands before the names of answers, which may be anything.
const ANSWER: &str = "answer:";

const ITEM: &str = "item";
const CASE: &str = "case";
const STEP: &str = "step";
const FILES: &str = "files";

/// What waits for a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Parked {
    /// Starting a case.
    Start(ItemCode),
    /// The answers of a step whose sign-in had run out.
    Step {
        /// The case.
        case: CaseId,
        /// Key of the step.
        step: String,
        /// What was typed.
        answers: BTreeMap<String, Vec<String>>,
        /// Whether files came along; they are not parked and have to be chosen again.
        files: bool,
    },
}

impl Parked {
    /// The step that was posted.
    pub(super) fn step(posted: Posted) -> Self {
        Self::Step {
            case: CaseId::new(posted.case),
            step: posted.step,
            files: !posted.uploads.is_empty() || !posted.problems.is_empty(),
            answers: posted.answers,
        }
    }

    /// Puts it into the visitor's session, in place of what was parked before, and leads to the
    /// sign-in.
    pub(super) async fn park(self, visitor: &Visitor) -> DoorResult {
        let next = self.next();
        visitor
            .keep(
                FORM,
                Kept {
                    values: self.values(),
                    problems: Vec::new(),
                },
            )
            .await?;
        Ok(paths::sign_in(&next))
    }

    /// Takes it out of the session; none when nothing waits there.
    ///
    /// # Errors
    /// When the store of sessions fails.
    pub(crate) async fn take(visitor: &Visitor) -> Result<Option<Self>, Internal> {
        let Some(kept) = visitor.kept(FORM).await? else {
            return Ok(None);
        };
        visitor.forget(FORM).await?;
        Ok(Self::read(kept.values))
    }

    /// Whether this is what a reader who goes on to `next` had begun. Somebody who signs in for
    /// another reason, or another person at the same machine, starts nothing by it.
    pub(crate) fn is_for(&self, next: &str) -> bool {
        self.next() == next
    }

    /// Goes on where the reader was stopped.
    ///
    /// # Errors
    /// When the portal fails.
    pub(crate) async fn resume(self, cx: &Ctx, citizen: &Citizen) -> DoorResult {
        match self {
            Self::Start(item) => begin(cx, citizen, &item).await,
            Self::Step {
                case,
                step,
                answers,
                files,
            } => {
                match cx
                    .portal
                    .cases()
                    .save_step(citizen, &case, &step, answers, Vec::new())
                    .await
                {
                    Ok(_) => {
                        let note = if files {
                            NOTE_PARKED_WITHOUT_FILES
                        } else {
                            NOTE_PARKED
                        };
                        Ok(noted(&paths::step(&case, &step), note))
                    }
                    // Another person has signed in: that case does not exist for them.
                    Err(CaseError::NotFound) => Ok(paths::my_cases()),
                    Err(error) => refused(error, &case),
                }
            }
        }
    }

    fn next(&self) -> String {
        match self {
            Self::Start(item) => paths::item(item),
            Self::Step { case, step, .. } => paths::step(case, step),
        }
    }

    fn values(self) -> BTreeMap<String, String> {
        let mut values = BTreeMap::new();
        match self {
            Self::Start(item) => {
                values.insert(ITEM.to_owned(), item.to_string());
            }
            Self::Step {
                case,
                step,
                answers,
                files,
            } => {
                values.insert(CASE.to_owned(), case.to_string());
                values.insert(STEP.to_owned(), step);
                if files {
                    values.insert(FILES.to_owned(), String::new());
                }
                for (name, answer) in answers {
                    let answer = answer.join(&SEPARATOR.to_string());
                    values.insert(format!("{ANSWER}{name}"), answer);
                }
            }
        }
        values
    }

    fn read(mut values: BTreeMap<String, String>) -> Option<Self> {
        if let Some(item) = values.remove(ITEM) {
            return ItemCode::parse(&item).ok().map(Self::Start);
        }
        let (case, step) = (values.remove(CASE)?, values.remove(STEP)?);
        let files = values.remove(FILES).is_some();
        let answers = values
            .into_iter()
            .filter_map(|(name, answer)| {
                let name = name.strip_prefix(ANSWER)?.to_owned();
                Some((name, answer.split(SEPARATOR).map(str::to_owned).collect()))
            })
            .collect();
        Some(Self::Step {
            case: CaseId::new(case),
            step,
            answers,
            files,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_read_back() {
        let answers = [
            ("case", vec!["a", "b"]),
            ("long", vec!["one\ntwo, three"]),
            ("none", vec![""]),
        ];
        let step = Parked::Step {
            case: CaseId::new("c-1"),
            step: "you".into(),
            answers: answers
                .into_iter()
                .map(|(name, values)| {
                    (
                        name.to_owned(),
                        values.into_iter().map(str::to_owned).collect(),
                    )
                })
                .collect(),
            files: true,
        };
        let start = Parked::Start(ItemCode::parse("A-1").unwrap());
        for parked in [step, start] {
            assert_eq!(Parked::read(parked.clone().values()), Some(parked));
        }
        assert_eq!(Parked::read(BTreeMap::new()), None);
    }

    #[test]
    fn it_goes_on_only_where_it_was_stopped() {
        let start = Parked::Start(ItemCode::parse("A-1").unwrap());
        assert!(start.is_for("/items/A-1"));
        assert!(!start.is_for("/items/A-2") && !start.is_for("") && !start.is_for("/cases"));
    }
}
