//! What surrounds the files of applicants: whether they were scanned, how many came on a day, which can
//! be used again, how a telephone hands one over, and who was reminded of a draft.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, date, integer, text, text_null};

use crate::parts::{index, instant, table};

const MATERIAL: &str = "material";
const SCAN: &str = "scan";
const TALLY: &str = "upload_tally";
const LIBRARY: &str = "library_material";
const HAND_OVER: &str = "hand_over";
const REMINDER: &str = "draft_reminder";

/// Creates the tables, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000004_materials"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut material = Table::alter();
        material.table(MATERIAL).add_column(text_null(SCAN));
        manager.alter_table(material).await?;
        // The scheduled scan: what waits, oldest first.
        manager
            .create_index(index(MATERIAL, &[SCAN, "added_at"]))
            .await?;
        for table in [tally(), library(), hand_over(), reminder()] {
            manager.create_table(table).await?;
        }
        manager
            .create_index(index(LIBRARY, &["account_id", "slot"]))
            .await?;
        manager
            .create_index(index(HAND_OVER, &["expires_at"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in [TALLY, LIBRARY, HAND_OVER, REMINDER] {
            let drop = Table::drop().table(name).take();
            manager.drop_table(drop).await?;
        }
        let mut index = Index::drop();
        index.name("idx_material_scan_added_at").table(MATERIAL);
        manager.drop_index(index.to_owned()).await?;
        let mut material = Table::alter();
        material.table(MATERIAL).drop_column(SCAN);
        manager.alter_table(material).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn tally() -> TableCreateStatement {
    table(
        TALLY,
        &["account_id", "day"],
        [
            text("account_id"),
            date("day"),
            big_integer("files"),
            big_integer("bytes"),
        ],
    )
}

fn library() -> TableCreateStatement {
    table(
        LIBRARY,
        &["material_id"],
        [
            text("material_id"),
            text("account_id"),
            text("case_id"),
            text("slot"),
            date("valid_until"),
            instant("added_at"),
        ],
    )
}

fn hand_over() -> TableCreateStatement {
    table(
        HAND_OVER,
        &["token_hash"],
        [
            text("token_hash"),
            text("account_id"),
            text("case_id"),
            text("slot"),
            integer("files_left"),
            instant("expires_at"),
        ],
    )
}

fn reminder() -> TableCreateStatement {
    table(REMINDER, &["case_id"], [text("case_id"), instant("at")])
}
