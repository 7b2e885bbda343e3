//! Definitions that only describe a service, beside those with a form.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::boolean_null;

const DEFINITION: &str = "service_definition";
const ONLINE: &str = "online";

/// Adds the column that says whether a definition has a form, or drops it.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000006_online"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::alter();
        table.table(DEFINITION).add_column(boolean_null(ONLINE));
        manager.alter_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::alter();
        table.table(DEFINITION).drop_column(ONLINE);
        manager.alter_table(table).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
