//! What a step of a form has posted.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::forms::MAX_MATERIAL_BYTES;
use domain::{CaseId, MaterialId};
use portal::cases::{PersonChoice, RowChange, Upload, UploadProblem};
use server_fn::codec::MultipartData;

use crate::islands::LOOK;
use crate::ui::{ADD_ROW, REMOVE_ROW, join_dates};

/// Most bytes of all typed text of one step: some 80,000 Chinese characters, far more than a step
/// with the longest answers holds. It ends up in the sealed session when the sign-in has run out.
const MAX_TEXT_BYTES: usize = 256 * 1024;

/// The Fluent key for text beyond [`MAX_TEXT_BYTES`].
const TOO_MUCH_TEXT: &str = "step-too-much-text";
/// The Fluent key for a post that ended too early: larger than the server takes, or cut off.
pub(super) const CUT_OFF: &str = "step-cut-off";

/// Names of the fields that are not answers. A form may have a field of the same name, so only the
/// one value is taken out: the first of those that stand before the answers, the last of the button's.
pub(crate) const CASE: &str = "case";
pub(crate) const STEP: &str = "step";
pub(crate) const SHOWN: &str = "shown";
pub(crate) const GO: &str = "go";
/// When the draft had been saved last as the page shows it, in microseconds since 1970.
pub(crate) const SEEN: &str = "seen";

/// What the values of buttons begin with that do something to a slot.
const REUSE: &str = "reuse:";
const HAND_OVER: &str = "hand-over:";
/// What the values of buttons begin with that put a person into a question.
const PERSON: &str = "person:";
/// The person of such a button who is the applicant.
const ME: &str = "me";

/// What was posted.
#[derive(Debug, Default)]
pub(crate) struct Posted {
    /// The case.
    pub(crate) case: String,
    /// Key of the step.
    pub(crate) step: String,
    /// Keys of the questions that were on the page, joined by commas.
    pub(crate) shown: String,
    /// When the draft had been saved last as the page showed it; none where the page did not say.
    pub(crate) seen: Option<DateTime<Utc>>,
    /// Which button was pressed.
    pub(crate) go: Go,
    /// The answers, by field.
    pub(crate) answers: BTreeMap<String, Vec<String>>,
    /// The files that arrived whole.
    pub(crate) uploads: Vec<Upload>,
    /// Slot, or nothing for the whole form, and Fluent key of what did not arrive.
    pub(crate) problems: Vec<(String, &'static str)>,
}

/// Where the reader wants to go after saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Go {
    /// To the next step.
    #[default]
    Next,
    /// To the same step.
    Stay,
    /// To the same step as it looks with these answers, while it is filled in; see
    /// [`crate::islands::LiveForm`].
    Look,
    /// To the step before.
    Back,
    /// Away; the draft waits.
    Leave,
    /// Back to the review, where the reader came from.
    Review,
    /// To the same step, without this file.
    Remove(MaterialId),
    /// To the same step, with this file of the library.
    Reuse(MaterialId),
    /// To the code that leads a telephone to this slot.
    HandOver(String),
    /// To the same step, with one row more or less.
    Rows(RowChange),
    /// To the same step, with what was answered in earlier applications.
    UseEarlier,
    /// To the same step, with a person in a question.
    Person {
        /// Key of the question.
        question: String,
        /// Whom.
        choice: PersonChoice,
    },
}

impl Go {
    /// The value of the button that uses a file of the library again.
    pub(super) fn reusing(id: &MaterialId) -> String {
        format!("{REUSE}{id}")
    }

    /// The value of the button that leads to the code for a telephone.
    pub(super) fn handing_over(slot: &str) -> String {
        format!("{HAND_OVER}{slot}")
    }

    /// The value of the button that removes a file.
    pub(super) fn removing(id: &MaterialId) -> String {
        format!("remove:{id}")
    }

    /// The value of the button that uses the answers of earlier applications.
    pub(super) const USE_EARLIER: &str = "use-earlier";

    /// The value of the button that puts a person into a question. Neither keys nor cases have the signs
    /// between them.
    pub(super) fn choosing(question: &str, choice: &PersonChoice) -> String {
        match choice {
            PersonChoice::Me => format!("{PERSON}{question}={ME}"),
            PersonChoice::Named { case, key } => format!("{PERSON}{question}={case}/{key}"),
        }
    }

    fn person(value: &str) -> Option<Self> {
        let (question, whom) = value.split_once('=')?;
        let choice = match whom.split_once('/') {
            None if whom == ME => PersonChoice::Me,
            Some((case, key)) => PersonChoice::Named {
                case: CaseId::new(case),
                key: key.to_owned(),
            },
            None => return None,
        };
        let question = question.to_owned();
        Some(Self::Person { question, choice })
    }

    fn with_argument(value: &str) -> Option<Self> {
        if let Some(person) = value.strip_prefix(PERSON) {
            return Self::person(person);
        }
        if let Some(id) = value.strip_prefix("remove:") {
            return Some(Self::Remove(MaterialId::new(id)));
        }
        if let Some(id) = value.strip_prefix(REUSE) {
            return Some(Self::Reuse(MaterialId::new(id)));
        }
        if let Some(slot) = value.strip_prefix(HAND_OVER) {
            return Some(Self::HandOver(slot.to_owned()));
        }
        if let Some(group) = value.strip_prefix(ADD_ROW) {
            return Some(Self::Rows(RowChange::Add {
                group: group.to_owned(),
            }));
        }
        let (group, row) = value.strip_prefix(REMOVE_ROW)?.rsplit_once('.')?;
        let (group, row) = (group.to_owned(), row.to_owned());
        Some(Self::Rows(RowChange::Remove { group, row }))
    }

    fn parse(value: &str) -> Self {
        match value {
            "stay" => Self::Stay,
            LOOK => Self::Look,
            "back" => Self::Back,
            "leave" => Self::Leave,
            "review" => Self::Review,
            Self::USE_EARLIER => Self::UseEarlier,
            other => Self::with_argument(other).unwrap_or_default(),
        }
    }
}

impl Posted {
    /// Reads a multipart message. A broken or oversized one gives what had arrived before it broke, so
    /// that no typed answer is lost to a file.
    pub(crate) async fn read(data: MultipartData) -> Self {
        let mut parts = Parts::default();
        let Some(mut message) = data.into_inner() else {
            return parts.finish();
        };
        loop {
            let mut part = match message.next_field().await {
                Ok(Some(part)) => part,
                Ok(None) => break,
                Err(_) => {
                    parts.broken(String::new());
                    break;
                }
            };
            let name = part.name().unwrap_or_default().to_owned();
            let file = part.file_name().map(str::to_owned);
            let most = if file.is_some() {
                MAX_MATERIAL_BYTES
            } else {
                parts.room()
            };
            let (mut bytes, mut size) = (Vec::new(), 0_usize);
            let whole = loop {
                match part.chunk().await {
                    Ok(Some(chunk)) => {
                        size = size.saturating_add(chunk.len());
                        let left = most.saturating_sub(bytes.len()).min(chunk.len());
                        bytes.extend_from_slice(&chunk[..left]);
                    }
                    Ok(None) => break true,
                    Err(_) => break false,
                }
            };
            let arrived = match (size <= most, whole) {
                (false, _) => Arrived::TooLarge,
                (true, false) => Arrived::CutOff,
                (true, true) => Arrived::Whole,
            };
            match file {
                Some(file) => parts.file(name, file, bytes, arrived),
                None => parts.text(name, &bytes, arrived),
            }
            if !whole {
                break;
            }
        }
        parts.finish()
    }
}

/// How a part arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrived {
    Whole,
    TooLarge,
    CutOff,
}

/// The parts of a message, while it is read.
#[derive(Debug, Default)]
struct Parts {
    texts: BTreeMap<String, Vec<String>>,
    text_bytes: usize,
    uploads: Vec<Upload>,
    problems: Vec<(String, &'static str)>,
}

impl Parts {
    /// Bytes of text that are still taken.
    fn room(&self) -> usize {
        MAX_TEXT_BYTES.saturating_sub(self.text_bytes)
    }

    fn text(&mut self, name: String, bytes: &[u8], arrived: Arrived) {
        self.text_bytes += bytes.len();
        match arrived {
            Arrived::Whole => {}
            Arrived::TooLarge => self.problems.push((name.clone(), TOO_MUCH_TEXT)),
            Arrived::CutOff => self.broken(String::new()),
        }
        self.texts
            .entry(name)
            .or_default()
            .push(String::from_utf8_lossy(bytes).into_owned());
    }

    fn file(&mut self, slot: String, file_name: String, bytes: Vec<u8>, arrived: Arrived) {
        match arrived {
            // A field in which no file was chosen.
            Arrived::Whole if file_name.is_empty() && bytes.is_empty() => {}
            Arrived::Whole => self.uploads.push(Upload {
                slot,
                file_name,
                bytes: bytes.into(),
            }),
            Arrived::TooLarge => self.problems.push((slot, UploadProblem::TooLarge.key())),
            Arrived::CutOff => self.broken(slot),
        }
    }

    fn broken(&mut self, slot: String) {
        self.problems.push((slot, CUT_OFF));
    }

    fn finish(mut self) -> Posted {
        join_dates(&mut self.texts);
        Posted {
            case: self.first(CASE),
            step: self.first(STEP),
            shown: self.first(SHOWN),
            seen: self
                .first(SEEN)
                .parse()
                .ok()
                .and_then(DateTime::from_timestamp_micros),
            go: Go::parse(
                &self
                    .texts
                    .get_mut(GO)
                    .and_then(Vec::pop)
                    .unwrap_or_default(),
            ),
            answers: self.texts,
            uploads: self.uploads,
            problems: self.problems,
        }
    }

    fn first(&mut self, name: &str) -> String {
        match self.texts.get_mut(name) {
            Some(values) if !values.is_empty() => values.remove(0),
            _ => String::new(),
        }
    }
}

/// The case that a form speaks of.
pub(super) fn case_id(posted: &str) -> CaseId {
    CaseId::new(posted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(texts: &[(&str, &str)]) -> Parts {
        let mut parts = Parts::default();
        for (name, value) in texts {
            parts.text((*name).to_owned(), value.as_bytes(), Arrived::Whole);
        }
        parts
    }

    #[test]
    fn control_fields_are_told_from_answers_of_the_same_name() {
        let posted = parts(&[
            ("case", "c-1"),
            ("step", "you"),
            ("shown", "name,go"),
            ("name", "Li"),
            ("kinds", "a"),
            ("kinds", "b"),
            ("case", "my own case"),
            ("go", "by train"),
            ("go", "review"),
        ])
        .finish();
        assert_eq!((posted.case.as_str(), posted.step.as_str()), ("c-1", "you"));
        assert_eq!(posted.go, Go::Review);
        assert_eq!(posted.answers["kinds"], ["a", "b"]);
        assert_eq!(posted.answers["case"], ["my own case"]);
        assert_eq!(posted.answers["go"], ["by train"]);
        assert!(posted.answers["step"].is_empty());
    }

    #[test]
    fn a_date_arrives_in_parts() {
        let posted = parts(&[
            ("born:year", "1949"),
            ("born:month", "12"),
            ("born:day", "31"),
        ])
        .finish();
        assert_eq!(posted.answers["born"], ["1949-12-31"]);
        assert_eq!(posted.answers.len(), 1);
    }

    #[test]
    fn buttons_are_understood_and_return_goes_on() {
        let id = MaterialId::new("m-1");
        let me = PersonChoice::Me;
        let child = PersonChoice::Named {
            case: CaseId::new("c-1"),
            key: "children.2.who".to_owned(),
        };
        let chosen = |question: &str, choice: PersonChoice| Go::Person {
            question: question.to_owned(),
            choice,
        };
        for (value, go) in [
            ("", Go::Next),
            ("next", Go::Next),
            ("nonsense", Go::Next),
            ("stay", Go::Stay),
            (LOOK, Go::Look),
            ("back", Go::Back),
            ("leave", Go::Leave),
            (&Go::removing(&id), Go::Remove(id.clone())),
            (&Go::reusing(&id), Go::Reuse(id.clone())),
            (&Go::handing_over("photo"), Go::HandOver("photo".to_owned())),
            (Go::USE_EARLIER, Go::UseEarlier),
            (
                &Go::choosing("all.1.who", &me),
                chosen("all.1.who", me.clone()),
            ),
            (&Go::choosing("who", &child), chosen("who", child.clone())),
            ("person:who", Go::Next),
            ("person:who=nobody", Go::Next),
        ] {
            assert_eq!(parts(&[("go", value)]).finish().go, go, "{value}");
        }
        assert_eq!(parts(&[]).finish().go, Go::Next);
    }

    #[test]
    fn files_that_do_not_arrive_leave_the_answers_alone() {
        let mut parts = parts(&[("name", "Li")]);
        parts.file("photo".into(), String::new(), Vec::new(), Arrived::Whole);
        parts.file("photo".into(), "a.png".into(), Vec::new(), Arrived::Whole);
        parts.file("photo".into(), "b.png".into(), vec![1], Arrived::TooLarge);
        parts.file("proof".into(), "c.png".into(), vec![1], Arrived::CutOff);
        let posted = parts.finish();
        let names: Vec<_> = posted
            .uploads
            .iter()
            .map(|upload| upload.file_name.as_str())
            .collect();
        assert_eq!(
            names,
            ["a.png"],
            "an empty file was chosen, an empty field was not"
        );
        let problems = [
            ("photo".to_owned(), "upload-too-large"),
            ("proof".to_owned(), CUT_OFF),
        ];
        assert_eq!(posted.problems, problems);
        assert_eq!(posted.answers["name"], ["Li"]);
    }

    #[test]
    fn text_has_a_limit_in_all() {
        let mut parts = Parts::default();
        parts.text("a".into(), &vec![b'x'; MAX_TEXT_BYTES], Arrived::Whole);
        assert_eq!(parts.room(), 0);
        parts.text("b".into(), &[], Arrived::TooLarge);
        assert_eq!(parts.finish().problems, [("b".to_owned(), TOO_MUCH_TEXT)]);
    }
}
