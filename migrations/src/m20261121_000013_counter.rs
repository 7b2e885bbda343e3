//! Sittings at counters, and in the audit trail for whom something was done.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, text_null};

use crate::parts::{index, instant, instant_null, table};

const AUDIT: &str = "audit";
const FOR_ID: &str = "for_id";
const SITTING: &str = "sitting";

/// Creates the table and the column, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000013_counter"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut audit = Table::alter();
        audit.table(AUDIT).add_column(text_null(FOR_ID));
        manager.alter_table(audit).await?;
        manager.create_table(sitting()).await?;
        // The open sitting of an officer ends when the next one begins.
        manager
            .create_index(index(SITTING, &["officer_id", "ended_at"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table(SITTING).take())
            .await?;
        let mut audit = Table::alter();
        audit.table(AUDIT).drop_column(FOR_ID);
        manager.alter_table(audit).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn sitting() -> TableCreateStatement {
    table(
        SITTING,
        &["id"],
        [
            text("id"),
            text("officer_id"),
            text("department_code"),
            text("citizen_id"),
            instant("begun_at"),
            instant("seen_at"),
            instant_null("ended_at"),
        ],
    )
}
