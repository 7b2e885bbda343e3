//! What an office wants corrected (补正), field by field.

use serde::{Deserialize, Serialize};

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
    /// What was handed in for a material.
    Material {
        /// Key of the slot.
        slot: String,
        /// The page that is meant, from 1; the whole when not said.
        #[serde(default)]
        page: Option<u16>,
    },
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
        self.find(|target| matches!(target, Target::Field { key: it } if it == key))
    }

    /// What is said about a material.
    pub fn about_material(&self, slot: &str) -> Option<&str> {
        self.find(|target| matches!(target, Target::Material { slot: it, .. } if it == slot))
    }

    fn find(&self, is_meant: impl Fn(&Target) -> bool) -> Option<&str> {
        let point = self.points.iter().find(|point| is_meant(&point.target));
        point.map(|point| point.why.as_str())
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
            Self::Marked(asked) => asked.points.is_empty() || asked.about_material(slot).is_some(),
        }
    }
}
