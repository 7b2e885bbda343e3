//! Check characters over digits and capital letters.

/// The digits and capitals in the order of their values, 0 to 35.
const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The check character of ISO 7064 MOD 37,36, as used in certificate identifiers (GB/T 36904) and in
/// case numbers. `None` when `body` has a character outside `0-9A-Z`.
pub fn mod_37_36(body: &str) -> Option<char> {
    let mut product = 36;
    for character in body.chars() {
        let mut sum = (product + value(character)?) % 36;
        if sum == 0 {
            sum = 36;
        }
        product = sum * 2 % 37;
    }
    ALPHABET.get((37 - product) % 36).copied().map(char::from)
}

fn value(character: char) -> Option<usize> {
    match character {
        '0'..='9' | 'A'..='Z' => character.to_digit(36).map(|digit| digit as usize),
        _ => None,
    }
}
