//! The virus scanner: a port, with ClamAV behind it or nobody.

use std::time::Duration;

use async_trait::async_trait;
use clamav_client::tokio::{Socket, Tcp, scan_buffer};

use crate::Internal;

/// How long one scan may take. ClamAV itself gives a file up after two minutes, but a citizen waits for
/// the answer; what takes longer is scanned again later, by a job.
const SCAN_TIME: Duration = Duration::from_secs(20);

/// Bytes that are sent to ClamAV at a time: few enough calls for 20 MB, little memory.
const CHUNK_BYTES: usize = 64 * 1024;

/// Most characters of ClamAV's answer that are kept for the log.
const MAX_ANSWER_CHARS: usize = 200;

/// What a scanner says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// Something harmful was found, with the name that the scanner gives it.
    Found(String),
    /// Nobody has looked: no scanner is configured.
    NotScanned,
}

/// Looks through files for what is harmful.
#[async_trait]
pub trait Scanner: Send + Sync {
    /// What the scanner says of this content.
    ///
    /// # Errors
    /// When it cannot be asked or does not answer. The file must then be treated as harmful until it was
    /// scanned.
    async fn scan(&self, content: &[u8]) -> Result<Verdict, Internal>;

    /// Whether anybody looks at all.
    fn is_real(&self) -> bool;
}

/// Where the scanner is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ScannerSettings {
    /// There is none: files are opened and written anew, but not scanned for viruses.
    #[default]
    Nobody,
    /// ClamAV's daemon at `host:port`.
    ClamAvTcp {
        /// Host and port.
        address: String,
    },
    /// ClamAV's daemon at a socket of this machine.
    ClamAvSocket {
        /// Path of the socket.
        path: std::path::PathBuf,
    },
}

/// The scanner that the settings name.
#[must_use]
pub fn open(settings: &ScannerSettings) -> Box<dyn Scanner> {
    match settings {
        ScannerSettings::Nobody => Box::new(Nobody),
        ScannerSettings::ClamAvTcp { address } => Box::new(ClamAv(At::Tcp(address.clone()))),
        ScannerSettings::ClamAvSocket { path } => Box::new(ClamAv(At::Socket(path.clone()))),
    }
}

/// Scans nothing and says so.
struct Nobody;

#[async_trait]
impl Scanner for Nobody {
    async fn scan(&self, _content: &[u8]) -> Result<Verdict, Internal> {
        Ok(Verdict::NotScanned)
    }

    fn is_real(&self) -> bool {
        false
    }
}

/// ClamAV, which is sent each file by its command INSTREAM.
struct ClamAv(At);

enum At {
    Tcp(String),
    Socket(std::path::PathBuf),
}

#[async_trait]
impl Scanner for ClamAv {
    async fn scan(&self, content: &[u8]) -> Result<Verdict, Internal> {
        let chunk = Some(CHUNK_BYTES);
        let asked = async {
            match &self.0 {
                At::Tcp(address) => {
                    let host_address = address.as_str();
                    scan_buffer(content, Tcp { host_address }, chunk).await
                }
                At::Socket(path) => {
                    let socket_path = path.as_path();
                    scan_buffer(content, Socket { socket_path }, chunk).await
                }
            }
        };
        let answer = tokio::time::timeout(SCAN_TIME, asked)
            .await
            .map_err(|error| Internal::caused("the scanner takes too long", error))?
            .map_err(|error| Internal::caused("the scanner cannot be reached", error))?;
        verdict(&answer)
    }

    fn is_real(&self) -> bool {
        true
    }
}

/// Reads ClamAV's answer: `stream: OK`, `stream: Name FOUND`, or an error such as
/// `INSTREAM size limit exceeded. ERROR`. Only the first is taken for clean.
fn verdict(answer: &[u8]) -> Result<Verdict, Internal> {
    let answer = String::from_utf8_lossy(answer);
    let answer = answer.trim_matches(|c: char| c == '\0' || c.is_whitespace());
    let said = answer.strip_prefix("stream:").map(str::trim);
    if said == Some("OK") {
        return Ok(Verdict::Clean);
    }
    match said.and_then(|said| said.strip_suffix("FOUND")) {
        Some(name) => Ok(Verdict::Found(name.trim().to_owned())),
        None => {
            let answer: String = answer.chars().take(MAX_ANSWER_CHARS).collect();
            Err(Internal::caused(
                "the scanner did not scan",
                Refused(answer),
            ))
        }
    }
}

/// What ClamAV says when it does not scan.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Refused(String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_ok_is_clean() {
        assert_eq!(verdict(b"stream: OK\0").unwrap(), Verdict::Clean);
        let found = Verdict::Found("Win.Test.EICAR_HDB-1".to_owned());
        assert_eq!(
            verdict(b"stream: Win.Test.EICAR_HDB-1 FOUND\0").unwrap(),
            found
        );
        for refused in [
            &b""[..],
            b"\0",
            b"OK",
            b"stream: NOT OK",
            b"stream: OK FOUNDATION",
            b"INSTREAM size limit exceeded. ERROR\0",
            b"stream: Can't allocate memory ERROR\0",
        ] {
            assert!(verdict(refused).is_err(), "{refused:?}");
        }
    }

    #[tokio::test]
    async fn nobody_says_that_nobody_has_looked() {
        let scanner = open(&ScannerSettings::Nobody);
        assert!(!scanner.is_real());
        assert_eq!(scanner.scan(b"x").await.unwrap(), Verdict::NotScanned);
    }
}
