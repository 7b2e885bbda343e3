//! Numbers and addresses that name people and organisations.

mod contact;
mod credit_code;
mod name;
mod resident_id;

pub use contact::{Email, EmailError, MAX_EMAIL_CHARS, MobilePhone, MobilePhoneError};
pub use credit_code::{CreditCode, CreditCodeError};
pub use name::mask_name;
pub use resident_id::{ResidentId, ResidentIdError, Sex};

/// What people type for ASCII: full-width forms (U+FF01–FF5E, Chinese input methods write digits so)
/// become half-width, white space of any kind goes away.
pub(crate) fn half_width(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| match character {
            '\u{FF01}'..='\u{FF5E}' => {
                char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
            }
            other => other,
        })
        .collect()
}
