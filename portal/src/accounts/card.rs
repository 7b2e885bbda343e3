//! Signing in at a kiosk with a card.

use domain::identity::ResidentId;
use domain::ids::AccountId;

use super::{Accounts, store};
use crate::{Internal, audit};

impl Accounts<'_> {
    /// The account of the person whose card the kiosk's reader gave. The reader, not the portal,
    /// vouches for the card; the built-in one is a stand-in for demonstrations.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn sign_in_by_card(&self, resident_id: &str) -> Result<Option<AccountId>, Internal> {
        let Ok(resident_id) = ResidentId::parse(resident_id) else {
            return Ok(None);
        };
        let db = self.0.db();
        let Some(row) = store::by_resident_id(db.read(), self.0.keys(), resident_id.as_str())
            .await?
            .filter(|row| row.kind == store::CITIZEN && !row.disabled)
        else {
            return Ok(None);
        };
        let id = AccountId::new(row.id);
        let now = self.0.now();
        db.write(move |tx| {
            Box::pin(async move {
                let who = audit::Actor::Citizen(&id);
                audit::record(
                    tx,
                    who,
                    "account.sign-in-by-card",
                    "account",
                    Some(id.as_str()),
                    audit::DONE,
                    now,
                )
                .await?;
                Ok(Some(id))
            })
        })
        .await
    }
}
