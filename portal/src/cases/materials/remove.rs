//! Taking files out again.

use chrono::{DateTime, Utc};
use domain::ids::{CaseId, MaterialId};
use entities::{library_material, material};
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::lock_open_slot;
use crate::accounts::Citizen;
use crate::cases::save_step::{lock_editable, touch};
use crate::cases::{CaseError, Cases};
use crate::{Internal, Portal};

impl Cases<'_> {
    /// Takes a material out of an application. Its file is deleted afterwards, unless an office has had it
    /// before: then it is set aside, so that old and new can be compared.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's, [`CaseError::NotEditable`] after submission, and where
    /// only other things are to be corrected.
    pub async fn remove_material(
        &self,
        citizen: &Citizen,
        case: &CaseId,
        id: &MaterialId,
    ) -> Result<(), CaseError> {
        let portal = self.0.clone();
        let (citizen, case, id) = (citizen.clone(), case.clone(), id.clone());
        let object_key = self
            .0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    lock_editable(&portal, tx, &citizen, &case).await?;
                    let row = material::Entity::find_by_id(id.as_str())
                        .filter(material::Column::CaseId.eq(case.as_str()))
                        .filter(material::Column::SetAsideAt.is_null())
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(CaseError::NotFound)?;
                    let case_row = lock_open_slot(&portal, tx, &citizen, &case, &row.slot).await?;
                    let handed_in = case_row.submitted_at;
                    library_material::Entity::delete_by_id(id.as_str())
                        .exec(tx)
                        .await
                        .map_err(Internal::from)?;
                    touch(&portal, tx, case_row).await?;
                    Ok::<_, CaseError>(take_out(&portal, tx, row, handed_in).await?)
                })
            })
            .await?;
        delete_files(self.0, object_key.into_iter().collect()).await;
        Ok(())
    }
}

/// Deletes a material, or sets it aside where it was handed in already. Gives the key of the file that nobody
/// needs any more.
async fn take_out(
    portal: &Portal,
    tx: &DatabaseTransaction,
    row: material::Model,
    handed_in: Option<DateTime<Utc>>,
) -> Result<Option<String>, Internal> {
    if handed_in.is_none_or(|at| row.added_at > at) {
        material::Entity::delete_by_id(&row.id).exec(tx).await?;
        return Ok(Some(row.object_key));
    }
    let mut row: material::ActiveModel = row.into();
    row.set_aside_at = Set(Some(portal.now()));
    row.update(tx).await?;
    Ok(None)
}

/// Deletes files whose rows are gone. What cannot be deleted now is refuse that nothing names, so it
/// keeps nobody waiting.
pub(in crate::cases) async fn delete_files(portal: &Portal, object_keys: Vec<String>) {
    for key in object_keys {
        if let Err(error) = portal.files().delete(&key).await {
            tracing::error!(%error, "a file without a row could not be deleted");
        }
    }
}
