//! Services from a file: items with their definitions, as one city hands them to another.

use domain::calendar::civil_date;
use domain::catalogue::DefinitionProblem;
use serde::Deserialize;

use super::Operations;
use super::seed::{Service, put_services};
use crate::{Internal, audit, publication};

/// Why services were not imported; then none was.
#[derive(Debug, thiserror::Error)]
pub enum ImportServicesError {
    /// The text is not what a service looks like.
    #[error("the file cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// A definition cannot be published.
    #[error("{item}: {}", .problems.first().map(ToString::to_string).unwrap_or_default())]
    Problems {
        /// Code of the item.
        item: String,
        /// Everything that is wrong with it.
        problems: Vec<DefinitionProblem>,
    },
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

/// One service or many.
#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    Many(Vec<Service>),
    One(Box<Service>),
}

impl Operations<'_> {
    /// Lists and publishes the services of a JSON text, one or many; says how many changed. For
    /// operators who set up a portal: departments work in the editor, where a second person looks.
    ///
    /// # Errors
    /// [`ImportServicesError`]; nothing is written then.
    pub async fn import_services(&self, json: &str) -> Result<usize, ImportServicesError> {
        let services = match serde_json::from_str(json)? {
            File::Many(services) => services,
            File::One(service) => vec![*service],
        };
        let today = civil_date(self.0.now());
        for Service { item, definition } in &services {
            let problems = definition.check(item, today);
            if !problems.is_empty() {
                let item = item.code.to_string();
                return Err(ImportServicesError::Problems { item, problems });
            }
        }
        let now = self.0.now();
        let changed = self
            .0
            .db()
            .write::<_, Internal, _>(move |tx| {
                Box::pin(async move {
                    let changed = put_services(tx, &services, now).await?;
                    publication::bump(tx).await?;
                    let (who, action) = (audit::Actor::System, "operations.import-services");
                    audit::record(tx, who, action, "service_item", None, audit::DONE, now).await?;
                    Ok(changed)
                })
            })
            .await?;
        self.0.catalogue().notice_publication().await?;
        Ok(changed)
    }
}
