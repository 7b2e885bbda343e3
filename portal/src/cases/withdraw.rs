//! A citizen takes an application back.

use domain::cases::Event;
use domain::ids::CaseId;

use super::{CaseError, Cases, Rules, advance, store};
use crate::accounts::Citizen;

impl Cases<'_> {
    /// Withdraws the case, as long as it is not decided.
    ///
    /// # Errors
    /// [`CaseError::Refused`] after the decision, [`CaseError::NotFound`] for somebody else's case.
    pub async fn withdraw(&self, citizen: &Citizen, id: &CaseId) -> Result<(), CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        let calendar = self.0.catalogue().calendar().await?;
        let portal = self.0.clone();
        let citizen = citizen.clone();
        let id = id.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = store::lock_of(tx, &citizen.id, &id)
                        .await?
                        .ok_or(CaseError::NotFound)?;
                    let case = store::case(portal.keys(), &row)?;
                    let rules = Rules {
                        definition: &view.definition,
                        calendar: &calendar,
                    };
                    let by = citizen.party();
                    advance(&portal, tx, case, Event::Withdraw, &by, &rules).await?;
                    Ok(())
                })
            })
            .await
    }
}
