//! The number that a document is filed under (文号).

use serde::{Deserialize, Serialize};

use super::DocumentKind;

/// A document's number, such as 〔2026〕受理第000123号: within one department, kind and year the numbers follow one
/// another without gaps. How it is written is a matter of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DocumentNumber {
    /// The year of issue in Beijing.
    pub year: i32,
    /// The kind, whose word stands in the number.
    pub kind: DocumentKind,
    /// The place among the department's documents of this kind and year, from 1.
    pub sequence: u32,
}

impl DocumentNumber {
    /// The place as it is written: six digits, more where a department needs them.
    #[must_use]
    pub fn digits(&self) -> String {
        format!("{:06}", self.sequence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_has_six_digits_and_may_have_more() {
        let number = |sequence| DocumentNumber {
            year: 2026,
            kind: DocumentKind::Acceptance,
            sequence,
        };
        assert_eq!(number(123).digits(), "000123");
        assert_eq!(number(1_234_567).digits(), "1234567");
    }
}
