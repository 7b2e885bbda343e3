//! Personal data at rest: sealed values and blind indexes.
//!
//! A sealed value is `version (1 byte) | key id (4) | nonce (12) | AES-256-GCM-SIV ciphertext`, bound
//! to its table, column and row, so that a value copied elsewhere does not open. A blind index is a
//! keyed hash that finds a value without opening it: for exact matches only, and never over a value
//! with few possibilities, which could be guessed from how often each occurs.

use aes_gcm_siv::aead::{Aead, Payload};
use aes_gcm_siv::{Aes256GcmSiv, KeyInit, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;

use crate::error::Internal;

/// Layout of a sealed value; a new layout takes the next number.
const VERSION: u8 = 1;
const KEY_ID_BYTES: usize = 4;
const NONCE_BYTES: usize = 12;
const HEADER_BYTES: usize = 1 + KEY_ID_BYTES + NONCE_BYTES;

/// Length of a blind index: 128 bits make a chance match of two persons impossible in practice.
pub const INDEX_BYTES: usize = 16;

/// The keys of the portal, all derived from its master key. They never leave this module.
pub struct Keys {
    id: [u8; KEY_ID_BYTES],
    cipher: Aes256GcmSiv,
    index: Hmac<Sha256>,
}

impl Keys {
    /// Derives the keys from the master key, 64 hexadecimal digits, by HKDF-SHA256. The key id is
    /// derived too, so a value sealed under another master key says so.
    ///
    /// # Errors
    /// [`Internal`] when `master` is anything else.
    pub fn derive(master: &SecretString) -> Result<Self, Internal> {
        let master = parse_hex(master.expose_secret())
            .ok_or(Internal::new("the master key is not 64 hexadecimal digits"))?;
        let derived = Hkdf::<Sha256>::new(None, &master);
        let mut id = [0; KEY_ID_BYTES];
        let mut encryption = [0; 32];
        let mut index = [0; 32];
        expand(&derived, b"tongban key id 1", &mut id)?;
        expand(&derived, b"tongban encryption 1", &mut encryption)?;
        expand(&derived, b"tongban blind index 1", &mut index)?;
        Ok(Self {
            id,
            cipher: Aes256GcmSiv::new(&encryption.into()),
            index: <Hmac<Sha256> as KeyInit>::new_from_slice(&index)
                .map_err(|_| Internal::new("the index key has a wrong length"))?,
        })
    }

    /// Seals `plaintext` for one place: `column` of the row `row` of `table`. Two calls never give
    /// the same bytes.
    ///
    /// # Errors
    /// [`Internal`] when the system has no randomness to give.
    pub fn seal(
        &self,
        table: &str,
        column: &str,
        row: &str,
        plaintext: &[u8],
    ) -> Result<Vec<u8>, Internal> {
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce)
            .map_err(|error| Internal::caused("the system gave no randomness", error))?;
        let place = place(table, column, row);
        let payload = Payload {
            msg: plaintext,
            aad: &place,
        };
        let ciphertext = self
            .cipher
            .encrypt(&Nonce::from(nonce), payload)
            .map_err(|_| Internal::new("a value is too long to be sealed"))?;
        let mut sealed = Vec::with_capacity(HEADER_BYTES + ciphertext.len());
        sealed.push(VERSION);
        sealed.extend_from_slice(&self.id);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&ciphertext);
        Ok(sealed)
    }

    /// Opens what [`Keys::seal`] sealed for the same place.
    ///
    /// # Errors
    /// [`Internal`] when the value was sealed for another place or under another key, or has been
    /// changed since.
    pub fn open(
        &self,
        table: &str,
        column: &str,
        row: &str,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Internal> {
        let (header, ciphertext) = sealed
            .split_first_chunk::<HEADER_BYTES>()
            .ok_or(Internal::new("a sealed value is too short"))?;
        let [version, rest @ ..] = header;
        let (id, nonce) = rest.split_at(KEY_ID_BYTES);
        if *version != VERSION {
            return Err(Internal::new("a value was sealed in an unknown layout"));
        }
        if id != self.id {
            return Err(Internal::new("a value was sealed under another master key"));
        }
        let nonce =
            Nonce::try_from(nonce).map_err(|_| Internal::new("a sealed value is too short"))?;
        let place = place(table, column, row);
        let payload = Payload {
            msg: ciphertext,
            aad: &place,
        };
        self.cipher
            .decrypt(&nonce, payload)
            .map_err(|_| Internal::new("a sealed value is damaged or in the wrong place"))
    }

    /// Seals a text, see [`Keys::seal`].
    ///
    /// # Errors
    /// Those of [`Keys::seal`].
    pub fn seal_text(
        &self,
        table: &str,
        column: &str,
        row: &str,
        text: &str,
    ) -> Result<Vec<u8>, Internal> {
        self.seal(table, column, row, text.as_bytes())
    }

    /// Opens a text, see [`Keys::open`].
    ///
    /// # Errors
    /// Those of [`Keys::open`], and when the value is not a text.
    pub fn open_text(
        &self,
        table: &str,
        column: &str,
        row: &str,
        sealed: &[u8],
    ) -> Result<String, Internal> {
        String::from_utf8(self.open(table, column, row, sealed)?)
            // The error would carry the bytes, so it is left behind.
            .map_err(|_| Internal::new("a sealed text is not UTF-8"))
    }

    /// Seals a value as JSON, see [`Keys::seal`].
    ///
    /// # Errors
    /// Those of [`Keys::seal`], and when the value cannot be written as JSON.
    pub fn seal_json(
        &self,
        table: &str,
        column: &str,
        row: &str,
        value: &impl Serialize,
    ) -> Result<Vec<u8>, Internal> {
        self.seal(table, column, row, &serde_json::to_vec(value)?)
    }

    /// Opens a value that was sealed as JSON, see [`Keys::open`].
    ///
    /// # Errors
    /// Those of [`Keys::open`], and when the JSON does not fit the type.
    pub fn open_json<T: DeserializeOwned>(
        &self,
        table: &str,
        column: &str,
        row: &str,
        sealed: &[u8],
    ) -> Result<T, Internal> {
        Ok(serde_json::from_slice(
            &self.open(table, column, row, sealed)?,
        )?)
    }

    /// Blind index of a value, by HMAC-SHA256 cut to [`INDEX_BYTES`]. `purpose` keeps the indexes of
    /// different columns apart; `normalised` is the value in its one canonical form.
    #[must_use]
    pub fn blind_index(&self, purpose: &str, normalised: &str) -> Vec<u8> {
        let mut mac = self.index.clone();
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(normalised.as_bytes());
        let mut index = mac.finalize().into_bytes().to_vec();
        index.truncate(INDEX_BYTES);
        index
    }
}

/// The associated data: where a value belongs. Names of tables and columns hold no NUL.
fn place(table: &str, column: &str, row: &str) -> Vec<u8> {
    [table, column, row].join("\0").into_bytes()
}

fn expand(derived: &Hkdf<Sha256>, purpose: &[u8], key: &mut [u8]) -> Result<(), Internal> {
    derived
        .expand(purpose, key)
        .map_err(|_| Internal::new("a key of this length cannot be derived"))
}

fn parse_hex(text: &str) -> Option<[u8; 32]> {
    let text = text.trim();
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(last: char) -> Keys {
        let master = format!("{}{last}", "0".repeat(63));
        Keys::derive(&master.into()).unwrap()
    }

    #[test]
    fn what_is_sealed_opens_in_its_place_only() {
        let keys = keys('1');
        let sealed = keys.seal_text("account", "name", "a", "赵一").unwrap();
        assert_eq!(
            keys.open_text("account", "name", "a", &sealed).unwrap(),
            "赵一"
        );
        for (table, column, row) in [
            ("officer", "name", "a"),
            ("account", "phone", "a"),
            ("account", "name", "b"),
            ("account\0name", "a", ""),
            ("", "account", "name\0a"),
        ] {
            keys.open(table, column, row, &sealed).unwrap_err();
        }
    }

    #[test]
    fn another_master_key_opens_nothing_and_says_so() {
        let sealed = keys('1').seal("t", "c", "r", b"x").unwrap();
        let error = keys('2').open("t", "c", "r", &sealed).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a value was sealed under another master key"
        );
    }

    #[test]
    fn every_changed_bit_is_noticed() {
        let keys = keys('1');
        let sealed = keys.seal("t", "c", "r", b"secret").unwrap();
        for byte in 0..sealed.len() {
            for bit in 0..8 {
                let mut changed = sealed.clone();
                changed[byte] ^= 1 << bit;
                assert!(
                    keys.open("t", "c", "r", &changed).is_err(),
                    "byte {byte} bit {bit}"
                );
            }
        }
        for length in 0..sealed.len() {
            assert!(
                keys.open("t", "c", "r", &sealed[..length]).is_err(),
                "{length} bytes"
            );
        }
    }

    #[test]
    fn equal_values_are_sealed_differently() {
        let keys = keys('1');
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..100 {
            assert!(seen.insert(keys.seal("t", "c", "r", b"x").unwrap()));
        }
    }

    #[test]
    fn the_layout_is_version_key_nonce_ciphertext() {
        let keys = keys('1');
        let sealed = keys.seal("t", "c", "r", b"12345").unwrap();
        assert_eq!(sealed.len(), 1 + 4 + 12 + 5 + 16);
        assert_eq!((sealed[0], &sealed[1..5]), (VERSION, keys.id.as_slice()));
    }

    #[test]
    fn json_keeps_its_type() {
        let keys = keys('1');
        let value = vec![Some(1), None];
        let sealed = keys.seal_json("t", "c", "r", &value).unwrap();
        assert_eq!(
            keys.open_json::<Vec<Option<i32>>>("t", "c", "r", &sealed)
                .unwrap(),
            value
        );
        keys.open_json::<String>("t", "c", "r", &sealed)
            .unwrap_err();
    }

    #[test]
    fn a_blind_index_is_stable_and_kept_apart_by_purpose_and_key() {
        let index = keys('1').blind_index("account.login", "a@example.com");
        assert_eq!(index.len(), INDEX_BYTES);
        assert_eq!(
            index,
            keys('1').blind_index("account.login", "a@example.com")
        );
        assert_ne!(
            index,
            keys('1').blind_index("account.resident", "a@example.com")
        );
        assert_ne!(
            index,
            keys('1').blind_index("account.login", "b@example.com")
        );
        assert_ne!(
            index,
            keys('2').blind_index("account.login", "a@example.com")
        );
    }

    #[test]
    fn a_master_key_is_64_hexadecimal_digits() {
        let good = "0123456789abcdefABCDEF0123456789".repeat(2);
        assert!(Keys::derive(&format!(" {good}\n").into()).is_ok());
        for bad in [
            "",
            "00",
            &good[1..],
            &format!("{good}0"),
            &good.replace('a', "g"),
            &good.replace("01", "é"),
        ] {
            assert!(Keys::derive(&bad.into()).is_err(), "{bad}");
        }
    }

    /// The keys must come out the same for ever, or nothing sealed can be opened again.
    #[test]
    fn derived_keys_do_not_change() {
        let keys = keys('1');
        let index: String = keys
            .blind_index("test", "value")
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(
            (keys.id, index.as_str()),
            ([193, 105, 208, 144], "a225c5c4939ec9f12a790668dbc7ee70")
        );
    }
}
