//! Rules for accounts.

pub use crate::cases::Role;

/// Fewest characters of a password.
pub const MIN_PASSWORD_CHARS: usize = 10;
/// Most characters of a password; hashing time grows with length, so it must end somewhere.
pub const MAX_PASSWORD_CHARS: usize = 128;

/// Longest name that is taken, in characters: the longest on Chinese identity cards is well below,
/// foreign names run to fifty.
pub const MAX_NAME_CHARS: usize = 60;

/// Fewest different characters of a password; below it lie `aaaaaaaaaa` and `abababab12`.
const MIN_DIFFERENT_CHARS: usize = 5;

/// Long enough and not only digits, yet among the first that anybody tries.
const COMMON: [&str; 20] = [
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "a123456789",
    "a1234567890",
    "abc123456789",
    "abcd123456",
    "administrator",
    "admin123456",
    "asdfghjkl123",
    "iloveyou123",
    "password12",
    "password123",
    "password1234",
    "passw0rd123",
    "qazwsxedc123",
    "qwerty12345",
    "qwerty123456",
    "qwertyuiop",
    "woaini1314520",
    "zaq12wsxcde3",
];

/// Why a password is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    /// Fewer than [`MIN_PASSWORD_CHARS`] characters.
    #[error("the password is too short")]
    TooShort,
    /// More than [`MAX_PASSWORD_CHARS`] characters.
    #[error("the password is too long")]
    TooLong,
    /// Digits alone: dates and phone numbers are guessed first.
    #[error("the password is made of digits only")]
    OnlyDigits,
    /// One of the passwords that are tried first, or a few characters repeated.
    #[error("the password is too common")]
    TooCommon,
}

keys!(PasswordProblem {
    TooShort = "password-too-short",
    TooLong = "password-too-long",
    OnlyDigits = "password-only-digits",
    TooCommon = "password-too-common",
});

/// Checks a password that somebody wants to set: length before anything else, since length is what
/// protects; no rules about kinds of characters, which only make passwords predictable.
pub fn check_password(password: &str) -> Result<(), PasswordProblem> {
    let length = password.chars().count();
    if length < MIN_PASSWORD_CHARS {
        return Err(PasswordProblem::TooShort);
    }
    if length > MAX_PASSWORD_CHARS {
        return Err(PasswordProblem::TooLong);
    }
    if password.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PasswordProblem::OnlyDigits);
    }
    let lower = password.to_lowercase();
    let different: std::collections::BTreeSet<char> = lower.chars().collect();
    if COMMON.contains(&lower.as_str()) || different.len() < MIN_DIFFERENT_CHARS {
        return Err(PasswordProblem::TooCommon);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges_passwords() {
        let cases = [
            ("", Err(PasswordProblem::TooShort)),
            ("abcdefghi", Err(PasswordProblem::TooShort)),
            ("码头上的船", Err(PasswordProblem::TooShort)),
            ("abcdefghij", Ok(())),
            ("春眠不觉晓处处闻啼鸟", Ok(())),
            ("13800138000", Err(PasswordProblem::OnlyDigits)),
            ("PassWord123", Err(PasswordProblem::TooCommon)),
            ("aaaaaaaaaaaa", Err(PasswordProblem::TooCommon)),
            ("ab12ab12ab12", Err(PasswordProblem::TooCommon)),
            ("correct horse battery", Ok(())),
        ];
        for (password, expected) in cases {
            assert_eq!(check_password(password), expected, "{password:?}");
        }
        assert_eq!(check_password(&"abcde12345".repeat(12)), Ok(()));
        assert_eq!(
            check_password(&"abcde12345".repeat(13)),
            Err(PasswordProblem::TooLong)
        );
    }

    #[test]
    fn the_common_list_needs_its_entries() {
        for password in COMMON {
            assert!(
                password.len() >= MIN_PASSWORD_CHARS,
                "{password} is too short anyway"
            );
            assert_eq!(password, password.to_lowercase());
        }
    }
}
