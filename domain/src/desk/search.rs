//! What an officer looks for, understood from one line of typing.

use crate::cases::CaseNumber;
use crate::identity::{MobilePhone, ResidentId, half_width};

/// Most characters that are looked at.
pub const MAX_SEARCH_CHARS: usize = 100;

/// How many last characters of a case number are enough to look for it.
pub const NUMBER_TAIL_CHARS: usize = 6;

/// Length of a case number.
const NUMBER_CHARS: usize = 21;

/// What was typed, as everything that it can be.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct SearchWords {
    /// A whole case number.
    pub number: Option<CaseNumber>,
    /// The last characters of a case number, at least [`NUMBER_TAIL_CHARS`].
    pub number_end: Option<String>,
    /// An identity number.
    pub resident_id: Option<ResidentId>,
    /// A mobile number.
    pub phone: Option<MobilePhone>,
    /// A name, as [`normal_name`] writes it.
    pub name: Option<String>,
}

impl SearchWords {
    /// Understands what was typed.
    pub fn read(typed: &str) -> Self {
        let typed: String = typed.trim().chars().take(MAX_SEARCH_CHARS).collect();
        let name = normal_name(&typed);
        Self {
            number: CaseNumber::parse(&typed).ok(),
            number_end: number_end(&typed),
            resident_id: ResidentId::parse(&typed).ok(),
            phone: MobilePhone::parse(&typed).ok(),
            name: (!name.is_empty()).then_some(name),
        }
    }
}

/// The one form of a name that indexes and searches share: no blanks, no middle dots, half width, small
/// letters.
pub fn normal_name(name: &str) -> String {
    let left_out = |letter: &char| letter.is_whitespace() || matches!(letter, '·' | '•' | '・');
    half_width(name)
        .chars()
        .filter(|letter| !left_out(letter))
        .flat_map(char::to_lowercase)
        .collect()
}

fn number_end(typed: &str) -> Option<String> {
    let typed = half_width(typed).replace('-', "").to_ascii_uppercase();
    let fits = (NUMBER_TAIL_CHARS..NUMBER_CHARS).contains(&typed.len());
    let (body, check) = typed.split_at_checked(typed.len().checked_sub(1)?)?;
    let digits = body.bytes().all(|byte| byte.is_ascii_digit());
    let last = check.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (fits && digits && last).then_some(typed)
}
