//! Materials 材料: files that the applicant hands in.

use bytes::Bytes;
use domain::forms::{
    FileKind, MAX_MATERIAL_BYTES, MAX_MATERIALS_PER_SLOT, MaterialSlot, Materials, Step,
};
use domain::ids::{CaseId, MaterialId};
use entities::{material, service_case};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, Set,
};
use sha2::{Digest, Sha256};

use super::save_step::{lock_editable, touch};
use super::{CaseError, Cases, MaterialView, Upload, UploadProblem};
use crate::accounts::{Actor, Citizen};
use crate::{Internal, Portal, ids};

/// Longest file name that is kept, in characters; file systems allow about as many.
const MAX_FILE_NAME_CHARS: usize = 200;

/// A material's file, as it is sent to a reader.
#[derive(Clone, Debug)]
pub struct MaterialFile {
    /// Name on the citizen's device.
    pub name: String,
    /// Media type, found in the content.
    pub media_type: String,
    /// The content.
    pub bytes: Bytes,
}

/// A file that was checked and stored and waits for its row.
pub(super) struct Taken {
    slot: String,
    name: String,
    kind: FileKind,
    size: i64,
    sha256: String,
    object_key: String,
}

impl Cases<'_> {
    /// Takes a material out of an application.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's, [`CaseError::NotEditable`] after submission.
    pub async fn remove_material(
        &self,
        citizen: &Citizen,
        case: &CaseId,
        id: &MaterialId,
    ) -> Result<(), CaseError> {
        let portal = self.0.clone();
        let (citizen, case, id) = (citizen.clone(), case.clone(), id.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = lock_editable(&portal, tx, &citizen, &case).await?;
                    let gone = material::Entity::delete_many()
                        .filter(material::Column::Id.eq(id.as_str()))
                        .filter(material::Column::CaseId.eq(case.as_str()))
                        .exec(tx)
                        .await
                        .map_err(Internal::from)?;
                    if gone.rows_affected == 0 {
                        return Err(CaseError::NotFound);
                    }
                    Ok(touch(&portal, tx, row).await?)
                })
            })
            .await
    }

    /// A material's file, for the applicant and for officers of the case's department.
    ///
    /// # Errors
    /// When the database, the keys or the store of files fail.
    pub async fn material(
        &self,
        actor: &Actor,
        case: &CaseId,
        id: &MaterialId,
    ) -> Result<Option<MaterialFile>, Internal> {
        let cases = service_case::Entity::find_by_id(case.as_str());
        let cases = match actor {
            Actor::Anonymous => return Ok(None),
            Actor::Citizen(citizen) => {
                cases.filter(service_case::Column::ApplicantId.eq(citizen.id.as_str()))
            }
            Actor::Officer(officer) => cases
                .filter(service_case::Column::DepartmentCode.eq(officer.department.as_str()))
                .filter(service_case::Column::Number.is_not_null()),
        };
        let db = self.0.db().read();
        if cases.one(db).await?.is_none() {
            return Ok(None);
        }
        let Some(row) = material::Entity::find_by_id(id.as_str())
            .filter(material::Column::CaseId.eq(case.as_str()))
            .one(db)
            .await?
        else {
            return Ok(None);
        };
        let name = name(self.0, &row)?;
        let Some(bytes) = self.0.files().get(&row.object_key).await? else {
            return Err(Internal::new("the file of a material is missing"));
        };
        Ok(Some(MaterialFile {
            name,
            media_type: row.media_type,
            bytes,
        }))
    }
}

/// Checks files and stores those that are right. A stored file whose row is never written is
/// refuse, not harm: nothing names it.
pub(super) async fn take_in(
    portal: &Portal,
    step: &Step,
    there: &Materials,
    uploads: Vec<Upload>,
) -> Result<(Vec<Taken>, Vec<(String, UploadProblem)>), Internal> {
    let mut taken: Vec<Taken> = Vec::new();
    let mut problems = Vec::new();
    for upload in uploads {
        // A slot that this step does not have was made up by the sender.
        let Some(slot) = step.materials.iter().find(|slot| slot.key == upload.slot) else {
            continue;
        };
        let beside = taken.iter().filter(|other| other.slot == slot.key).count();
        match check(slot, there.count(&slot.key) + beside, &upload.bytes) {
            Ok(kind) => taken.push(store_file(portal, upload, kind).await?),
            Err(problem) => problems.push((upload.slot, problem)),
        }
    }
    Ok((taken, problems))
}

/// What kind of file this is, found in its content, if the slot takes one more of that kind.
fn check(slot: &MaterialSlot, there: usize, bytes: &[u8]) -> Result<FileKind, UploadProblem> {
    if bytes.is_empty() {
        return Err(UploadProblem::Empty);
    }
    if bytes.len() > MAX_MATERIAL_BYTES {
        return Err(UploadProblem::TooLarge);
    }
    if there >= MAX_MATERIALS_PER_SLOT {
        return Err(UploadProblem::TooMany);
    }
    infer::get(bytes)
        .and_then(|found| FileKind::from_media_type(found.mime_type()))
        .filter(|kind| slot.accepts.contains(kind))
        .ok_or(UploadProblem::WrongKind)
}

async fn store_file(portal: &Portal, upload: Upload, kind: FileKind) -> Result<Taken, Internal> {
    let object_key = format!("materials/{}", ids::new(portal.now()));
    let sha256 = Sha256::digest(&upload.bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let size = i64::try_from(upload.bytes.len())
        .map_err(|_| Internal::new("a file is larger than its column can say"))?;
    portal.files().put(&object_key, &upload.bytes).await?;
    Ok(Taken {
        slot: upload.slot,
        name: upload.file_name.chars().take(MAX_FILE_NAME_CHARS).collect(),
        kind,
        size,
        sha256,
        object_key,
    })
}

/// Writes the rows of stored files.
pub(super) async fn add(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &CaseId,
    taken: Vec<Taken>,
) -> Result<(), Internal> {
    let now = portal.now();
    for file in taken {
        let id = ids::new(now);
        let name = portal
            .keys()
            .seal_text("material", "name", &id, &file.name)?;
        material::ActiveModel {
            id: Set(id),
            case_id: Set(case.to_string()),
            slot: Set(file.slot),
            object_key: Set(file.object_key),
            name: Set(name),
            media_type: Set(file.kind.media_type().to_owned()),
            size: Set(file.size),
            sha256: Set(file.sha256),
            added_at: Set(now),
        }
        .insert(tx)
        .await?;
    }
    Ok(())
}

/// The materials of a case, oldest first.
pub(super) async fn of_case(
    portal: &Portal,
    db: &impl ConnectionTrait,
    case: &CaseId,
) -> Result<Vec<MaterialView>, Internal> {
    rows(db, case)
        .await?
        .into_iter()
        .map(|row| {
            Ok(MaterialView {
                name: name(portal, &row)?,
                id: MaterialId::new(row.id),
                slot: row.slot,
                media_type: row.media_type,
                size: row.size,
                added_at: row.added_at,
            })
        })
        .collect()
}

/// How many materials each slot of a case holds.
pub(super) async fn counts(
    db: &impl ConnectionTrait,
    case: &CaseId,
) -> Result<Materials, Internal> {
    Ok(rows(db, case)
        .await?
        .into_iter()
        .map(|row| row.slot)
        .collect())
}

async fn rows(db: &impl ConnectionTrait, case: &CaseId) -> Result<Vec<material::Model>, Internal> {
    Ok(material::Entity::find()
        .filter(material::Column::CaseId.eq(case.as_str()))
        .order_by_asc(material::Column::AddedAt)
        .order_by_asc(material::Column::Id)
        .all(db)
        .await?)
}

fn name(portal: &Portal, row: &material::Model) -> Result<String, Internal> {
    portal
        .keys()
        .open_text("material", "name", &row.id, &row.name)
}
