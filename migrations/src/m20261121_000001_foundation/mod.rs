//! The tables that the portal starts with.

mod accounts;
mod cases;
mod catalogue;
mod operations;
mod registers;

use sea_orm_migration::prelude::*;

/// Creates the tables and indexes of the foundation, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000001_foundation"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables().iter().rev().filter_map(|t| t.get_table_name()) {
            let drop = Table::drop().table(table.clone()).take();
            manager.drop_table(drop).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn tables() -> Vec<TableCreateStatement> {
    [
        catalogue::tables(),
        accounts::tables(),
        registers::tables(),
        cases::tables(),
        operations::tables(),
    ]
    .concat()
}

fn indexes() -> Vec<IndexCreateStatement> {
    [
        catalogue::indexes(),
        accounts::indexes(),
        registers::indexes(),
        cases::indexes(),
        operations::indexes(),
    ]
    .concat()
}
