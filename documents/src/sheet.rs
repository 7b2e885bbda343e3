//! What stands on a sheet.

use serde::Serialize;

/// Most characters on a sheet, all its texts together: some thirty pages. A notice with every point of a large
/// application has a few thousand.
pub const MAX_CHARS: usize = 40_000;

/// A document as it is printed, in finished words.
#[derive(Clone, Debug, Serialize)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// Its number 文号.
    pub number: String,
    /// To whom it speaks.
    pub addressee: String,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
    /// The office that issues it, the place of the seal.
    pub office: String,
    /// The day of issue in words.
    pub dated: String,
    /// The day of issue, for what programs read about the file.
    pub day: Day,
    /// That and how it can be checked, in sentences.
    pub notes: Vec<String>,
    /// The code to check it by, as it is read out, with the words before it.
    pub code: String,
    /// The address behind the code, drawn beside it as a QR code.
    pub address: String,
    /// What the drawing is, for who does not see it.
    pub address_label: String,
}

/// A part of what a sheet says.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph; lines within it stay lines.
    Text {
        /// The words.
        text: String,
    },
    /// Pairs of what something is and its value.
    Facts {
        /// The pairs.
        rows: Vec<(String, String)>,
    },
    /// Numbered points.
    Points {
        /// The points, without their numbers.
        points: Vec<String>,
    },
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
    /// The day, from 1.
    pub day: u32,
}

impl Sheet {
    /// Characters of all texts.
    pub(crate) fn chars(&self) -> usize {
        let length = |text: &String| text.chars().count();
        let blocks = self.blocks.iter().map(|block| match block {
            Block::Text { text } => length(text),
            Block::Points { points } => points.iter().map(length).sum(),
            Block::Facts { rows } => rows
                .iter()
                .map(|(key, value)| length(key) + length(value))
                .sum(),
        });
        let notes = self.notes.iter().map(length);
        let others = [
            &self.title,
            &self.number,
            &self.addressee,
            &self.office,
            &self.dated,
            &self.code,
            &self.address,
            &self.address_label,
        ];
        blocks.chain(notes).chain(others.map(length)).sum()
    }
}
