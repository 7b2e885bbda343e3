//! What becomes of a finding: the department may explain it once, a supervisor rules once.

use serde::{Deserialize, Serialize};

use super::Card;
use crate::DepartmentCode;
use crate::cases::{MAX_OPINION_CHARS, Party, Role};

/// What a supervisor says of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// It stands (维持).
    Upheld,
    /// It is lifted (撤销).
    Lifted,
}

keys!(Ruling { Upheld = "upheld", Lifted = "lifted" });

/// How far a finding has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The department that it is about.
    pub department: DepartmentCode,
    /// The card.
    pub card: Card,
    /// The department has explained it.
    pub explained: bool,
    /// What a supervisor has said.
    pub ruling: Option<Ruling>,
}

/// Why an explanation or a ruling is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum RecordRefusal {
    /// Somebody else has to do this.
    #[error("somebody else has to do this")]
    NotYours,
    /// Without a card there is nothing to explain.
    #[error("there is no card")]
    NoCard,
    /// The department has explained it.
    #[error("it was explained before")]
    Explained,
    /// A supervisor has ruled.
    #[error("it was ruled on before")]
    Ruled,
    /// Nothing was written.
    #[error("words are missing")]
    WordsMissing,
    /// More than [`MAX_OPINION_CHARS`].
    #[error("the words are too long")]
    WordsTooLong,
}

keys!(RecordRefusal {
    NotYours = "supervision-refused-not-yours",
    NoCard = "supervision-refused-no-card",
    Explained = "supervision-refused-explained",
    Ruled = "supervision-refused-ruled",
    WordsMissing = "supervision-refused-words-missing",
    WordsTooLong = "supervision-refused-words-long",
});

impl Record {
    /// Whether this officer may explain it: one who handles cases of the department, once, and before a
    /// supervisor has ruled.
    ///
    /// # Errors
    /// See [`RecordRefusal`].
    pub fn can_explain(&self, by: &Party) -> Result<(), RecordRefusal> {
        let is_theirs = matches!(
            by,
            Party::Officer { department, role: Role::Handler | Role::Reviewer, .. }
                if *department == self.department
        );
        if !is_theirs {
            return Err(RecordRefusal::NotYours);
        }
        self.is_open()?;
        if self.explained {
            return Err(RecordRefusal::Explained);
        }
        Ok(())
    }

    /// Whether this officer may rule on it: a supervisor, once. Nobody has to wait for an explanation that
    /// may never come.
    ///
    /// # Errors
    /// See [`RecordRefusal`].
    pub fn can_rule(&self, by: &Party) -> Result<(), RecordRefusal> {
        let is_theirs = matches!(
            by,
            Party::Officer {
                role: Role::Supervisor,
                ..
            }
        );
        if !is_theirs {
            return Err(RecordRefusal::NotYours);
        }
        self.is_open()
    }

    fn is_open(&self) -> Result<(), RecordRefusal> {
        if self.card == Card::None {
            return Err(RecordRefusal::NoCard);
        }
        if self.ruling.is_some() {
            return Err(RecordRefusal::Ruled);
        }
        Ok(())
    }
}

impl RecordRefusal {
    /// Whether the words of an explanation or a ruling can be taken.
    ///
    /// # Errors
    /// [`Self::WordsMissing`], [`Self::WordsTooLong`].
    pub fn check_words(words: &str) -> Result<(), Self> {
        let words = words.trim();
        if words.is_empty() {
            return Err(Self::WordsMissing);
        }
        if words.chars().count() > MAX_OPINION_CHARS {
            return Err(Self::WordsTooLong);
        }
        Ok(())
    }
}
