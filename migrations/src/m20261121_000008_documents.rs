//! Legal documents of cases.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, integer, text};

use crate::parts::{instant, instant_null, table, unique};

const DOCUMENT: &str = "case_document";

/// Creates the table of documents, or drops it.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000008_documents"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(document()).await?;
        // A step of a case makes a document once, and a list of a case's documents begins here.
        manager
            .create_index(unique(DOCUMENT, &["case_id", "sequence"]))
            .await?;
        manager
            .create_index(unique(
                DOCUMENT,
                &["department_code", "kind", "year", "number"],
            ))
            .await?;
        manager
            .create_index(unique(DOCUMENT, &["code_index"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table(DOCUMENT).take();
        manager.drop_table(drop).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn document() -> TableCreateStatement {
    table(
        DOCUMENT,
        &["id"],
        [
            text("id"),
            text("case_id"),
            integer("sequence"),
            text("kind"),
            text("department_code"),
            integer("year"),
            integer("number"),
            blob("code_index"),
            blob("body"),
            instant("issued_at"),
            instant_null("opened_at"),
        ],
    )
}
