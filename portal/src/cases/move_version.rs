//! A draft moves to the version of its service that is published now.

use std::sync::Arc;

use domain::cases::CaseState;
use domain::catalogue::ServiceDefinition;
use domain::forms::{Answers, FormDefinition, Moved, moved};
use domain::ids::CaseId;
use entities::{hand_over, library_material, material, service_case};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    Set,
};

use super::{CaseError, CaseView, Cases, MaterialView, answers, materials, store, ways};
use crate::accounts::Citizen;
use crate::registers::Purpose;
use crate::{Internal, Portal, audit};

/// What moving a draft would change.
#[derive(Clone, Debug)]
pub struct NewVersion {
    /// The version that is published now.
    pub version: u32,
    /// What changed between the two, and what was answered that no longer fits.
    pub moved: Moved,
    /// Files of slots that are gone; they are deleted.
    pub files: Vec<MaterialView>,
}

/// A newer version of a service.
struct Newer {
    version: u32,
    definition: Arc<ServiceDefinition>,
}

impl Cases<'_> {
    /// What a newer version of the service means for a draft; none while its version is the newest, and
    /// once it was submitted: then a case keeps its version.
    ///
    /// # Errors
    /// When the database fails or a stored definition cannot be read.
    pub async fn new_version(&self, view: &CaseView) -> Result<Option<NewVersion>, Internal> {
        let Some(newer) = newer(self.0, view).await? else {
            return Ok(None);
        };
        let form = &newer.definition.form;
        let gone = |file: &&MaterialView| form.material(&file.slot).is_none();
        Ok(Some(NewVersion {
            version: newer.version,
            moved: moved(&view.definition.form, form, &view.answers),
            files: view.materials.iter().filter(gone).cloned().collect(),
        }))
    }

    /// Moves a draft to the version that is published now: answers that still fit stay, what is new is
    /// filled in from the registers and the wallet. Without a newer version nothing happens.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's case, [`CaseError::NotEditable`] when it was submitted
    /// meanwhile.
    pub async fn move_to_new_version(
        &self,
        citizen: &Citizen,
        id: &CaseId,
    ) -> Result<(), CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        let Some(newer) = newer(self.0, &view).await? else {
            return Ok(());
        };
        let portal = self.0.clone();
        let citizen = citizen.clone();
        let object_keys = self
            .0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let id = &view.case.id;
                    let row = store::lock_of(tx, &citizen, id)
                        .await?
                        .ok_or(CaseError::NotFound)?;
                    let case = store::case(portal.keys(), &row)?;
                    if !matches!(case.state, CaseState::Draft) {
                        return Err(CaseError::NotEditable);
                    }
                    // Somebody has pressed the button twice, or in two windows.
                    if case.version != view.case.version {
                        return Ok(Vec::new());
                    }
                    let (old, new) = (&view.definition.form, &newer.definition.form);
                    let purpose = Purpose {
                        case: id,
                        item: &case.item,
                        subject: &citizen.id,
                    };
                    let answers = carried(&portal, tx, &purpose, old, new).await?;
                    store::put_answers(tx, portal.keys(), id, &answers).await?;
                    let object_keys = drop_files(tx, id, new).await?;
                    set_version(&portal, tx, row, newer.version).await?;
                    let (who, key) = (citizen.audited(), Some(id.as_str()));
                    let (action, now) = ("case.move-version", portal.now());
                    audit::record(tx, who, action, "service_case", key, audit::DONE, now).await?;
                    Ok(object_keys)
                })
            })
            .await?;
        materials::delete_files(self.0, object_keys).await;
        Ok(())
    }
}

async fn newer(portal: &Portal, view: &CaseView) -> Result<Option<Newer>, Internal> {
    if !matches!(view.case.state, CaseState::Draft) {
        return Ok(None);
    }
    let Some(item) = portal.catalogue().item(&view.case.item).await? else {
        return Ok(None);
    };
    let found = item.version.zip(item.definition);
    let newer = found.map(|(version, definition)| Newer {
        version,
        definition,
    });
    Ok(
        newer
            .filter(|newer| newer.version > view.case.version && newer.definition.form.is_online()),
    )
}

/// The answers as they are under the new form.
async fn carried(
    portal: &Portal,
    tx: &DatabaseTransaction,
    purpose: &Purpose<'_>,
    old: &FormDefinition,
    new: &FormDefinition,
) -> Result<Answers, Internal> {
    let before = store::answers(tx, portal.keys(), purpose.case).await?;
    let mut carried = moved(old, new, &before).answers;
    answers::prefill(portal, tx, purpose, new, &mut carried).await?;
    ways::fill(portal, tx, purpose, new, &mut carried).await?;
    new.open_rows(&mut carried);
    Ok(carried)
}

/// Deletes the rows of files whose slots are gone, and gives the keys of the files.
async fn drop_files(
    tx: &DatabaseTransaction,
    case: &CaseId,
    form: &FormDefinition,
) -> Result<Vec<String>, Internal> {
    let rows = material::Entity::find()
        .filter(material::Column::CaseId.eq(case.as_str()))
        .all(tx)
        .await?;
    let gone: Vec<_> = rows
        .into_iter()
        .filter(|row| form.material(&row.slot).is_none())
        .collect();
    for row in &gone {
        material::Entity::delete_by_id(&row.id).exec(tx).await?;
        library_material::Entity::delete_by_id(&row.id)
            .exec(tx)
            .await?;
    }
    hand_over::Entity::delete_many()
        .filter(hand_over::Column::CaseId.eq(case.as_str()))
        .exec(tx)
        .await?;
    Ok(gone.into_iter().map(|row| row.object_key).collect())
}

async fn set_version(
    portal: &Portal,
    tx: &DatabaseTransaction,
    row: service_case::Model,
    version: u32,
) -> Result<(), Internal> {
    let version =
        i32::try_from(version).map_err(|_| Internal::new("a version does not fit its column"))?;
    let mut row = row.into_active_model();
    row.definition_version = Set(version);
    row.updated_at = Set(portal.now());
    row.update(tx).await?;
    Ok(())
}
