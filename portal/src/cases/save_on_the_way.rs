//! A citizen's browser saves a step that is still being filled in.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::ids::CaseId;

use super::save_step::{lock_editable, take, touch};
use super::{CaseError, Cases, divisions};
use crate::accounts::Citizen;

impl Cases<'_> {
    /// Saves what has been typed into a step so far, without its files, and says whether it did. `seen` is
    /// when the draft had been saved last as the page shows it: one that was saved since is left alone,
    /// for what comes late on a slow line must not undo what was sent after it.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's case or an unknown step, [`CaseError::NotEditable`]
    /// after it was submitted.
    pub async fn save_on_the_way(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        step: &str,
        posted: BTreeMap<String, Vec<String>>,
        seen: DateTime<Utc>,
    ) -> Result<bool, CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        let step = view.definition.form.step(step).ok_or(CaseError::NotFound)?;
        let (step, posted) = (
            step.clone(),
            divisions::resolve(self.0, &view.definition.form, posted).await?,
        );
        let (portal, citizen, id) = (self.0.clone(), citizen.clone(), id.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = lock_editable(&portal, tx, &citizen, &id).await?;
                    if row.updated_at != seen {
                        return Ok(false);
                    }
                    take(&portal, tx, &citizen, &view, &step, &posted).await?;
                    touch(&portal, tx, row).await?;
                    Ok(true)
                })
            })
            .await
    }
}
