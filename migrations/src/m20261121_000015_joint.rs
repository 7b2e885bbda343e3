//! Joint services: a matter of a joint application is a case that names it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

use crate::parts::unique;

const CASE: &str = "service_case";
const COLUMNS: [&str; 2] = ["part_of", "matter"];

/// Adds the columns and their index, or takes them away.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000015_joint"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            let mut add = Table::alter();
            add.table(CASE).add_column(text_null(column));
            manager.alter_table(add.to_owned()).await?;
        }
        // A matter begins once.
        manager.create_index(unique(CASE, &COLUMNS)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut index = Index::drop();
        index.name("uniq_service_case_part_of_matter").table(CASE);
        manager.drop_index(index.to_owned()).await?;
        for column in COLUMNS {
            let mut drop = Table::alter();
            drop.table(CASE).drop_column(column);
            manager.alter_table(drop.to_owned()).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
