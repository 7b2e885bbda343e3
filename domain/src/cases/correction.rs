//! What an office wants corrected (补正), field by field.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::forms::{Answers, FormDefinition, Reading};
use crate::ids::MaterialId;

/// Most points of one notice; a form that is wrong in more places is better filled in anew.
pub const MAX_POINTS: usize = 50;
/// Most characters of what is said about one point.
pub const MAX_POINT_CHARS: usize = 300;

/// Everything that has to be corrected, said at once (行政许可法 art. 32(4)).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Demands {
    /// What is said about the whole.
    #[serde(default)]
    pub notice: String,
    /// What is said about single answers and materials.
    #[serde(default)]
    pub points: Vec<Point>,
}

/// One thing that has to be corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Which.
    pub target: Target,
    /// What is wrong with it.
    pub why: String,
}

/// What a point is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Target {
    /// An answer.
    Field {
        /// Key of the field; of a repeat group that of the group.
        key: String,
    },
    /// What was handed in for a material, all of it.
    Material {
        /// Key of the slot.
        slot: String,
    },
    /// A page of a file that was handed in.
    Page {
        /// Key of the slot that the file lies in.
        slot: String,
        /// The file.
        file: MaterialId,
        /// The page, from 1. A picture has one.
        page: u16,
    },
}

/// A file that pages can be marked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PagedFile<'a> {
    /// The file.
    pub id: &'a MaterialId,
    /// Key of the slot that it lies in.
    pub slot: &'a str,
    /// How many pages it has; none where nobody could count them, so that only the whole can be marked.
    pub pages: Option<u16>,
}

impl Target {
    /// The slot of the material that is meant, or that the page belongs to.
    fn slot(&self) -> Option<&str> {
        match self {
            Self::Field { .. } => None,
            Self::Material { slot } | Self::Page { slot, .. } => Some(slot),
        }
    }

    /// Whether there is such a thing among what was handed in.
    fn exists(&self, form: &FormDefinition, files: &[PagedFile<'_>]) -> bool {
        match self {
            Self::Field { key } => form.field(key).is_some(),
            Self::Material { slot } => form.material(slot).is_some(),
            Self::Page { slot, file, page } => files.iter().any(|it| {
                let pages = it.pages.unwrap_or_default();
                it.id == file && it.slot == slot && (1..=pages).contains(page)
            }),
        }
    }
}

/// What of a case its applicant may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening<'a> {
    /// Nothing.
    Closed,
    /// All of it.
    Whole,
    /// What the office has marked, and what is asked anew because of a marked answer.
    Marked(&'a Demands),
}

/// The answers and materials that stay as they were handed in, while others are corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fixed {
    fields: BTreeSet<String>,
    slots: BTreeSet<String>,
}

impl Fixed {
    /// What the office has not marked of what was asked when the case was handed in. Nothing is fixed that was
    /// not asked then: it may be asked now because a marked answer is another one.
    pub fn of(opening: Opening<'_>, handed_in: &Reading<'_>) -> Self {
        let mut fixed = Self::default();
        for step in handed_in.steps() {
            let asked = step.fields().filter(|field| handed_in.asks(&field.key));
            let kept = asked.filter(|field| !opening.has_field(&field.key));
            fixed.fields.extend(kept.map(|field| field.key.clone()));
            let slots = handed_in.materials(step).into_iter();
            let kept = slots.filter(|slot| !opening.has_material(&slot.key));
            fixed.slots.extend(kept.map(|slot| slot.key.clone()));
        }
        fixed
    }

    /// Whether an answer, or one in a row of it, stays as it is.
    pub fn has_field(&self, key: &str) -> bool {
        self.fields.contains(base(key))
    }

    /// Whether the files of a material stay as they are.
    pub fn has_material(&self, slot: &str) -> bool {
        self.slots.contains(slot)
    }

    /// Puts the answers that stay back in place of whatever came in their stead.
    pub fn put_back(&self, handed_in: &Answers, answers: &mut Answers) {
        let stays = |key: &str| self.has_field(key) || self.has_material(base(key));
        answers.retain(|key| !stays(key));
        for (key, answer) in handed_in.iter().filter(|(key, _)| stays(key)) {
            answers.insert(key, answer.clone());
        }
    }
}

/// The key of the field that an answer belongs to: of `people.2.name` it is `people`.
fn base(key: &str) -> &str {
    key.split(['.', ':']).next().unwrap_or_default()
}

impl Demands {
    /// Only words.
    pub fn in_words(notice: impl Into<String>) -> Self {
        Self {
            notice: notice.into(),
            points: Vec::new(),
        }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.notice.trim().is_empty() && self.points.is_empty()
    }

    /// What is said about an answer.
    pub fn about_field(&self, key: &str) -> Option<&str> {
        let is_meant = |target: &Target| matches!(target, Target::Field { key: it } if it == key);
        let point = self.points.iter().find(|point| is_meant(&point.target));
        point.map(|point| point.why.as_str())
    }

    /// Adds what another department wants corrected: its words below those that are there, and its points. What
    /// two say of the same stands in one point.
    pub(super) fn take_in(&mut self, other: &Self) {
        let words = other.notice.trim();
        if !words.is_empty() && !self.notice.contains(words) {
            if !self.notice.is_empty() {
                self.notice.push('\n');
            }
            self.notice.push_str(words);
        }
        for point in &other.points {
            let same = self.points.iter_mut().find(|it| it.target == point.target);
            match same {
                Some(there) if there.why.contains(&point.why) => {}
                Some(there) => there.why = format!("{}；{}", there.why, point.why),
                None => self.points.push(point.clone()),
            }
        }
    }

    /// What is said about a material and about pages of its files.
    pub fn about_material(&self, slot: &str) -> impl Iterator<Item = &Point> {
        let is_meant = move |point: &&Point| point.target.slot() == Some(slot);
        self.points.iter().filter(is_meant)
    }

    /// Whether everything that is marked is there: `files` are those that lie in the application now.
    ///
    /// # Errors
    /// [`Refusal::NoSuchMark`] when a question, a material or a page does not exist.
    pub fn check_targets(
        &self,
        form: &FormDefinition,
        files: &[PagedFile<'_>],
    ) -> Result<(), Refusal> {
        let mut targets = self.points.iter().map(|point| &point.target);
        if targets.all(|target| target.exists(form, files)) {
            Ok(())
        } else {
            Err(Refusal::NoSuchMark)
        }
    }
}

impl Opening<'_> {
    /// Whether an answer that is there may be changed. Where only words were said, they may mean any.
    pub fn has_field(self, key: &str) -> bool {
        match self {
            Self::Closed => false,
            Self::Whole => true,
            Self::Marked(asked) => asked.points.is_empty() || asked.about_field(key).is_some(),
        }
    }

    /// Whether files of a material may be added and taken away.
    pub fn has_material(self, slot: &str) -> bool {
        match self {
            Self::Closed => false,
            Self::Whole => true,
            Self::Marked(asked) => {
                asked.points.is_empty() || asked.about_material(slot).next().is_some()
            }
        }
    }
}
