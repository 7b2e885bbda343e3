//! How long a text message 短信 is.

/// Most characters of a text message of ours: what fits into one part, since each part is paid for and
/// parts may arrive in the wrong order.
pub const MAX_MESSAGE_CHARS: usize = 70;

/// UTF-16 units of each part of a message that needs several; the rest of each says which part it is
/// (3GPP TS 23.040).
const UNITS_OF_A_PART: usize = 67;

/// Characters of a message and the parts that it is sent in. It is counted as UCS-2, since the sign in
/// front, 【…】, is in no smaller alphabet.
pub fn message_length(text: &str) -> (usize, usize) {
    let units = text.encode_utf16().count();
    let parts = if units <= MAX_MESSAGE_CHARS {
        1
    } else {
        units.div_ceil(UNITS_OF_A_PART)
    };
    (text.chars().count(), parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_and_parts() {
        for (chars, parts) in [(0, 1), (1, 1), (70, 1), (71, 2), (134, 2), (135, 3)] {
            assert_eq!(message_length(&"办".repeat(chars)), (chars, parts));
        }
        assert_eq!(message_length(&"😀".repeat(36)), (36, 2), "two units each");
    }
}
