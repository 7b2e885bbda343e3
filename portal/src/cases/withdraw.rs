//! A citizen takes an application back.

use domain::cases::{CaseState, Event};
use domain::ids::CaseId;

use super::{CaseError, Cases, Rules, advance, expiry, joint, materials, store};
use crate::accounts::Citizen;
use crate::audit;

impl Cases<'_> {
    /// Withdraws the case, as long as it is not decided. A draft, which nobody else has ever seen, is deleted.
    ///
    /// # Errors
    /// [`CaseError::Refused`] after the decision, [`CaseError::NotFound`] for somebody else's case.
    pub async fn withdraw(&self, citizen: &Citizen, id: &CaseId) -> Result<(), CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        let calendar = self.0.catalogue().calendar().await?;
        let portal = self.0.clone();
        let citizen = citizen.clone();
        let id = id.clone();
        let object_keys = self
            .0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    joint::lock_parts(tx, &id).await?;
                    let row = store::lock_of(tx, &citizen.id, &id)
                        .await?
                        .ok_or(CaseError::NotFound)?;
                    let case = store::case(portal.keys(), &row)?;
                    if case.state == CaseState::Draft {
                        let (now, who) = (portal.now(), audit::Actor::Citizen(&citizen.id));
                        let (action, table) = ("case.discard", "service_case");
                        let subject = Some(id.as_str());
                        audit::record(tx, who, action, table, subject, audit::DONE, now).await?;
                        return Ok(expiry::delete_draft(tx, id.as_str()).await?);
                    }
                    let rules = Rules {
                        definition: &view.definition,
                        calendar: &calendar,
                    };
                    let by = citizen.party();
                    advance(&portal, tx, case, Event::Withdraw, &by, &rules).await?;
                    Ok::<_, CaseError>(Vec::new())
                })
            })
            .await?;
        materials::delete_files(self.0, object_keys).await;
        Ok(())
    }
}
