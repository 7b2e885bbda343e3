//! The secret that an API client shows.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::{Internal, digest};

/// Begins every token, so that scanners for leaked secrets recognise one.
const PREFIX: &str = "tb_";
/// Random bytes of a token: 256 bits cannot be guessed, so a plain hash protects what is stored.
const RANDOM_BYTES: usize = 32;
/// Characters of 32 bytes in base64 without padding.
const RANDOM_CHARS: usize = 43;

/// A fresh token.
///
/// # Errors
/// [`Internal`] when the system gives no randomness.
pub(super) fn fresh() -> Result<String, Internal> {
    let mut random = [0; RANDOM_BYTES];
    getrandom::fill(&mut random)
        .map_err(|error| Internal::caused("the system gave no randomness", error))?;
    Ok(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random)))
}

/// What is stored of a token: SHA-256 in hexadecimal. None for what cannot be a token, so that
/// no amount of nonsense reaches the database.
pub(super) fn hash(token: &str) -> Option<String> {
    let random = token.strip_prefix(PREFIX)?;
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    (random.len() == RANDOM_CHARS && random.bytes().all(is_base64))
        .then(|| digest::sha256(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_long_and_never_the_same() {
        let (one, other) = (fresh().unwrap(), fresh().unwrap());
        assert_ne!(one, other);
        assert_eq!(one.len(), PREFIX.len() + RANDOM_CHARS);
        assert_eq!(hash(&one).unwrap().len(), 64);
        assert_ne!(hash(&one), hash(&other));
    }

    #[test]
    fn nonsense_has_no_hash() {
        let good = fresh().unwrap();
        assert_eq!(hash(""), None);
        assert_eq!(hash(&good[1..]), None);
        assert_eq!(hash(&format!("{good}a")), None);
        assert_eq!(hash(&good.replace("tb_", "xx_")), None);
        assert_eq!(hash(&format!("tb_{}", "证".repeat(20))), None);
    }
}
