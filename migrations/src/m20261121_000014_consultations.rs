//! Questions of one department to another about a case, and what was answered.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, blob_null, date, text, text_null};

use crate::parts::{index, instant, instant_null, table};

const CONSULTATION: &str = "consultation";

/// Creates the table and its indexes, or drops it.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000014_consultations"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(consultation()).await?;
        for columns in [
            // Those of a case, in the order in which they were asked.
            &["case_id", "asked_at", "id"][..],
            // What a department is asked, and what it asks, by the day of the answer.
            &["asked_department", "closed_at", "due", "id"],
            &["department_code", "closed_at", "due", "id"],
        ] {
            manager.create_index(index(CONSULTATION, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table(CONSULTATION).take();
        manager.drop_table(drop).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn consultation() -> TableCreateStatement {
    table(
        CONSULTATION,
        &["id"],
        [
            text("id"),
            text("case_id"),
            text("department_code"),
            text("asked_department"),
            text("asked_by"),
            instant("asked_at"),
            date("due"),
            blob("question"),
            text("materials"),
            instant_null("closed_at"),
            text_null("closed_by"),
            text_null("closing"),
            text_null("opinion"),
            blob_null("answer"),
        ],
    )
}
