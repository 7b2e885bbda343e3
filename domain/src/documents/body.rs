//! What a document says.

use serde::{Deserialize, Serialize};

use super::{DocumentNumber, VerificationCode};

/// An issued document, in the words of its day: later texts of the portal do not change what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentBody {
    /// Its number.
    pub number: DocumentNumber,
    /// What it can be checked by.
    pub code: VerificationCode,
    /// What it says; this is the document.
    pub zh: Sheet,
    /// The same in English, as a courtesy. In law the Chinese words count.
    pub en: Sheet,
}

/// A document in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// Its number 文号 in words.
    pub number: String,
    /// To whom it speaks.
    pub addressee: String,
    /// What it says, in reading order.
    pub parts: Vec<Part>,
    /// The department that issues it.
    pub office: String,
    /// The day of issue in words.
    pub dated: String,
    /// How it was made and can be checked.
    pub notes: Vec<String>,
}

/// A part of what a document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// Pairs of what something is and its value.
    Facts(Vec<(String, String)>),
    /// Numbered points.
    Points(Vec<String>),
}
