//! What marks on materials need: how many pages a file has, and files that were taken out while others were
//! corrected but stay beside the new ones.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::integer_null;

use crate::parts::instant_null;

const MATERIAL: &str = "material";
const PAGES: &str = "pages";
const SET_ASIDE_AT: &str = "set_aside_at";

/// Adds the columns, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000017_marks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for column in [integer_null(PAGES), instant_null(SET_ASIDE_AT)] {
            let mut material = Table::alter();
            material.table(MATERIAL).add_column(column);
            manager.alter_table(material).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [PAGES, SET_ASIDE_AT] {
            let mut material = Table::alter();
            material.table(MATERIAL).drop_column(column);
            manager.alter_table(material).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
