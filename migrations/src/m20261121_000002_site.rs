//! What readers report about the portal itself.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, blob_null, text, text_null};

use crate::parts::{index, instant, instant_null, table, unique};

const REPORT: &str = "site_report";

/// Creates the table of reports, or drops it.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000002_site"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(report()).await?;
        manager.create_index(unique(REPORT, &["number"])).await?;
        // The desk's list: what is open, oldest first.
        let open = index(REPORT, &["answered_at", "at"]);
        manager.create_index(open).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table(REPORT).take();
        manager.drop_table(drop).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn report() -> TableCreateStatement {
    table(
        REPORT,
        &["id"],
        [
            text("id"),
            text("number"),
            text("kind"),
            text_null("page"),
            blob("what"),
            blob_null("contact"),
            text("locale"),
            instant("at"),
            blob_null("answer"),
            instant_null("answered_at"),
            text_null("answered_by"),
        ],
    )
}
