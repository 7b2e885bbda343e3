//! Opening a file that somebody has sent. Its name and what the browser says of it decide nothing.

use bytes::Bytes;
use domain::forms::{FileKind, MAX_MATERIAL_BYTES};
use tokio::sync::Semaphore;

use super::limits::OPENED_AT_ONCE;
use super::{UploadProblem, pdf, picture};
use crate::Internal;

/// Files that are being opened on this node.
static OPENING: Semaphore = Semaphore::const_new(OPENED_AT_ONCE);

/// A file in the form in which it is kept.
#[derive(Clone, Debug)]
pub struct Inspected {
    /// What it is, found in the content.
    pub kind: FileKind,
    /// The content: of a picture our own writing of it, of a PDF what was sent.
    pub bytes: Bytes,
    /// How many pages it has; of a PDF as it says itself, none where that cannot be counted.
    pub pages: Option<u16>,
}

/// Opens a file, if it is of one of the kinds that are asked for. The work is done outside of the
/// runtime's own threads, and a few at a time.
pub(crate) async fn inspect(
    sent: Bytes,
    accepts: Vec<FileKind>,
) -> Result<Result<Inspected, UploadProblem>, Internal> {
    let _turn = OPENING
        .acquire()
        .await
        .map_err(|error| Internal::caused("no file can be opened any more", error))?;
    tokio::task::spawn_blocking(move || open(&sent, &accepts))
        .await
        .map_err(|error| Internal::caused("a file broke what opens files", error))
}

/// Opens a file at once, on the thread that asks.
///
/// # Errors
/// What is wrong with it.
pub fn open(sent: &Bytes, accepts: &[FileKind]) -> Result<Inspected, UploadProblem> {
    if sent.is_empty() {
        return Err(UploadProblem::Empty);
    }
    if sent.len() > MAX_MATERIAL_BYTES {
        return Err(UploadProblem::TooLarge);
    }
    let kind = infer::get(sent)
        .and_then(|found| FileKind::from_media_type(found.mime_type()))
        .filter(|kind| accepts.contains(kind))
        .ok_or(UploadProblem::WrongKind)?;
    let (bytes, pages) = match kind {
        FileKind::Jpeg => (picture::jpeg(sent)?, Some(1)),
        FileKind::Png => (picture::png(sent)?, Some(1)),
        FileKind::Pdf => {
            let pages = pdf::check(sent)?;
            (sent.clone(), pages)
        }
    };
    if bytes.len() > MAX_MATERIAL_BYTES {
        return Err(UploadProblem::TooLarge);
    }
    Ok(Inspected { kind, bytes, pages })
}
