//! The clock finds renewals that nobody has decided as it finds every other silence: by state and day.

use sea_orm_migration::prelude::*;

use crate::parts::index;

const CASE: &str = "service_case";

/// Creates the index, or drops it.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000016_silences"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // By the day alone SQLite does not look: it takes any index on states for the better one, and would
        // read all open cases.
        manager
            .create_index(index(CASE, &["state", "renews_until"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut index = Index::drop();
        index
            .name("idx_service_case_state_renews_until")
            .table(CASE);
        manager.drop_index(index.to_owned()).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
