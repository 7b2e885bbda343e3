//! A department delivers what its register says of a person.

use std::collections::BTreeMap;

use domain::forms::{Register, RegisterField};
use domain::identity::ResidentId;
use sea_orm::DatabaseTransaction;

use super::{Registers, store};
use crate::Internal;

impl Registers<'_> {
    /// Stores one person's entry, over an earlier one.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn put(
        &self,
        tx: &DatabaseTransaction,
        register: Register,
        person: &ResidentId,
        body: &BTreeMap<RegisterField, String>,
    ) -> Result<(), Internal> {
        store::put(tx, self.0.keys(), register, person, body, self.0.now()).await
    }
}
