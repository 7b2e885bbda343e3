//! Taking files out again.

use domain::ids::{CaseId, MaterialId};
use entities::{library_material, material};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::accounts::Citizen;
use crate::cases::save_step::{lock_editable, touch};
use crate::cases::view::fixed;
use crate::cases::{CaseError, Cases, definition_of, store};
use crate::{Internal, Portal};

impl Cases<'_> {
    /// Takes a material out of an application; its file is deleted afterwards.
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
                    let case_row = lock_editable(&portal, tx, &citizen, &case).await?;
                    let row = material::Entity::find_by_id(id.as_str())
                        .filter(material::Column::CaseId.eq(case.as_str()))
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(CaseError::NotFound)?;
                    let handed_in = store::case(portal.keys(), &case_row)?;
                    let definition = definition_of(&portal, &handed_in).await?;
                    let (_, fixed) = fixed(&portal, tx, &handed_in, &definition).await?;
                    if fixed.has_material(&row.slot) {
                        return Err(CaseError::NotEditable);
                    }
                    material::Entity::delete_by_id(id.as_str())
                        .exec(tx)
                        .await
                        .map_err(Internal::from)?;
                    library_material::Entity::delete_by_id(id.as_str())
                        .exec(tx)
                        .await
                        .map_err(Internal::from)?;
                    touch(&portal, tx, case_row).await?;
                    Ok::<_, CaseError>(row.object_key)
                })
            })
            .await?;
        delete_files(self.0, vec![object_key]).await;
        Ok(())
    }
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
