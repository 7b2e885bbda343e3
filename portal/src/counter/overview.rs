//! What an officer can do for the citizen at the counter.

use std::sync::Arc;

use super::{Counter, Sitting};
use crate::Internal;
use crate::accounts::Officer;
use crate::cases::CaseSummary;
use crate::catalogue::{Filter, ItemRow};

/// What an officer can do for the citizen at the counter.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The services of the department that have a form.
    pub services: Vec<Arc<ItemRow>>,
    /// The citizen's cases at the department, latest change first.
    pub cases: Vec<CaseSummary>,
}

impl Counter<'_> {
    /// The services that the officer's department takes applications for, and the citizen's cases there.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn overview(
        &self,
        officer: &Officer,
        sitting: &Sitting,
    ) -> Result<Overview, Internal> {
        let filter = Filter {
            department: Some(officer.department.clone()),
            ..Filter::default()
        };
        let mut services = self.0.catalogue().browse(&filter).await?.rows;
        services.retain(|row| row.online);
        Ok(Overview {
            services,
            cases: self.0.cases().list(&sitting.citizen).await?,
        })
    }
}
