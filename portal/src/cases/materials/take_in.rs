//! Files on their way in: room, day's limit, opening, scanning, storing. None of it inside a transaction.

use std::collections::BTreeMap;

use bytes::Bytes;
use domain::forms::{FileKind, MAX_MATERIALS_PER_SLOT, MaterialSlot};
use domain::ids::AccountId;

use super::{CLEAN, WAITING, tally};
use crate::cases::{MaterialView, Upload};
use crate::materials::limits::{MAX_CASE_BYTES, MAX_FILE_NAME_CHARS, MAX_FILES_PER_CASE};
use crate::materials::{Inspected, UploadProblem, inspect};
use crate::scanner::Verdict;
use crate::{Internal, Portal, digest, ids};

/// A file that was checked and stored and waits for its row.
pub(crate) struct Taken {
    pub(super) slot: String,
    pub(super) name: String,
    pub(super) kind: FileKind,
    pub(super) size: i64,
    pub(super) sha256: String,
    pub(super) object_key: String,
    pub(super) scan: Option<&'static str>,
    pub(super) pages: Option<u16>,
}

/// Files that were refused, by slot.
pub(crate) type Problems = Vec<(String, UploadProblem)>;

/// What a case holds, to know what it still has room for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Holding {
    slots: BTreeMap<String, usize>,
    files: usize,
    bytes: u64,
}

impl Holding {
    /// What lies in a case.
    pub(crate) fn of(materials: &[MaterialView]) -> Self {
        let mut holding = Self::default();
        for material in materials {
            holding.put(&material.slot, material.size);
        }
        holding
    }

    /// Counts one more file.
    pub(super) fn put(&mut self, slot: &str, size: i64) {
        *self.slots.entry(slot.to_owned()).or_default() += 1;
        self.files += 1;
        self.bytes = self
            .bytes
            .saturating_add(u64::try_from(size).unwrap_or(u64::MAX));
    }

    /// Whether one more file of this size has room in the slot.
    pub(super) fn room(&self, slot: &str, size: i64) -> Result<(), UploadProblem> {
        let size = u64::try_from(size).unwrap_or(u64::MAX);
        if self.slots.get(slot).copied().unwrap_or_default() >= MAX_MATERIALS_PER_SLOT {
            return Err(UploadProblem::TooMany);
        }
        if self.files >= MAX_FILES_PER_CASE || self.bytes.saturating_add(size) > MAX_CASE_BYTES {
            return Err(UploadProblem::CaseFull);
        }
        Ok(())
    }
}

/// Checks files and stores those that are right. A file that the scanner could not be asked about is
/// stored as well, and told: nobody can open it before it was scanned. A stored file whose row is never
/// written is refuse, not harm: nothing names it.
pub(crate) async fn take_in(
    portal: &Portal,
    account: &AccountId,
    slots: &[MaterialSlot],
    mut there: Holding,
    uploads: Vec<Upload>,
) -> Result<(Vec<Taken>, Problems), Internal> {
    let mut taken = Vec::new();
    let mut problems = Vec::new();
    for upload in uploads {
        // A slot that is not asked for was made up by the sender.
        let Some(slot) = slots.iter().find(|slot| slot.key == upload.slot) else {
            continue;
        };
        let file = match there.room(&slot.key, size(&upload.bytes)?) {
            Ok(()) => take_one(portal, account, slot, upload).await?,
            Err(problem) => Err(problem),
        };
        match file {
            Ok(file) => {
                there.put(&file.slot, file.size);
                if file.scan == Some(WAITING) {
                    problems.push((slot.key.clone(), UploadProblem::Waiting));
                }
                taken.push(file);
            }
            Err(problem) => problems.push((slot.key.clone(), problem)),
        }
    }
    Ok((taken, problems))
}

async fn take_one(
    portal: &Portal,
    account: &AccountId,
    slot: &MaterialSlot,
    upload: Upload,
) -> Result<Result<Taken, UploadProblem>, Internal> {
    if !tally::claim(portal, account, size(&upload.bytes)?).await? {
        return Ok(Err(UploadProblem::DayFull));
    }
    let opened = match inspect(upload.bytes, slot.accepts.clone()).await? {
        Ok(opened) => opened,
        Err(problem) => return Ok(Err(problem)),
    };
    let scan = match portal.scanner().scan(&opened.bytes).await {
        Ok(Verdict::Clean) => Some(CLEAN),
        Ok(Verdict::NotScanned) => None,
        Ok(Verdict::Found(name)) => {
            tracing::warn!(name, "the scanner found something in an uploaded file");
            return Ok(Err(UploadProblem::Harmful));
        }
        Err(error) => {
            tracing::error!(%error, "an uploaded file waits to be scanned");
            Some(WAITING)
        }
    };
    let taken = store(portal, &slot.key, &upload.file_name, &opened, scan).await?;
    Ok(Ok(taken))
}

/// Stores a file under a key of its own.
pub(super) async fn store(
    portal: &Portal,
    slot: &str,
    name: &str,
    file: &Inspected,
    scan: Option<&'static str>,
) -> Result<Taken, Internal> {
    let object_key = format!("materials/{}", ids::new(portal.now()));
    portal.files().put(&object_key, &file.bytes).await?;
    Ok(Taken {
        slot: slot.to_owned(),
        name: name.chars().take(MAX_FILE_NAME_CHARS).collect(),
        kind: file.kind,
        size: size(&file.bytes)?,
        sha256: digest::sha256(&file.bytes),
        object_key,
        scan,
        pages: file.pages,
    })
}

fn size(bytes: &Bytes) -> Result<i64, Internal> {
    i64::try_from(bytes.len())
        .map_err(|_| Internal::new("a file is larger than its column can say"))
}
