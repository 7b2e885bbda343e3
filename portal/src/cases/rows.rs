//! A citizen adds a row to a group of questions, or takes one away.

use domain::forms::{FieldKind, FormDefinition};
use domain::ids::CaseId;

use super::save_step::{lock_editable, touch};
use super::{CaseError, Cases, store};
use crate::accounts::Citizen;

/// A row more or less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowChange {
    /// One more, empty, at the end.
    Add {
        /// Key of the group; of a group in a row with the row around it.
        group: String,
    },
    /// One less, with everything that was answered in it.
    Remove {
        /// Key of the group.
        group: String,
        /// Name of the row.
        row: String,
    },
}

impl RowChange {
    /// Key of the group.
    #[must_use]
    pub fn group(&self) -> &str {
        match self {
            Self::Add { group } | Self::Remove { group, .. } => group,
        }
    }
}

impl Cases<'_> {
    /// Changes the rows of a group. Beyond the most or below the fewest rows nothing happens: no page
    /// offers it.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's case or what is no group of the step,
    /// [`CaseError::NotEditable`] after it was submitted.
    pub async fn change_rows(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        step: &str,
        change: RowChange,
    ) -> Result<(), CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        let (min, max) = bounds(&view.definition.form, step, change.group())?;
        let definition = view.definition.clone();
        let portal = self.0.clone();
        let (citizen, id) = (citizen.clone(), id.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = lock_editable(&portal, tx, &citizen, &id).await?;
                    let mut answers = store::answers(tx, portal.keys(), &id).await?;
                    let rows = answers.values(change.group()).len();
                    match &change {
                        RowChange::Add { group } if rows < max => {
                            answers.add_row(group);
                        }
                        RowChange::Remove { group, row } if rows > min => {
                            answers.remove_row(group, row);
                        }
                        _ => {}
                    }
                    definition.form.open_rows(&mut answers);
                    store::put_answers(tx, portal.keys(), &id, &answers).await?;
                    Ok(touch(&portal, tx, row).await?)
                })
            })
            .await
    }
}

/// Fewest and most rows of a group of this step.
fn bounds(form: &FormDefinition, step: &str, group: &str) -> Result<(usize, usize), CaseError> {
    let outermost = group.split('.').next().unwrap_or_default();
    let step = form.step(step).ok_or(CaseError::NotFound)?;
    if !step.fields().any(|field| field.key == outermost) {
        return Err(CaseError::NotFound);
    }
    match form.field(group).map(|field| &field.kind) {
        Some(FieldKind::Group { min, max, .. }) => Ok(((*min).into(), (*max).into())),
        _ => Err(CaseError::NotFound),
    }
}
