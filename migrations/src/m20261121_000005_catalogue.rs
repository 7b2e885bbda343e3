//! By which events and for which people items are found, and which definitions have a guided choice.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean_null, text};

use crate::parts::{index, table};

const EVENT: &str = "item_life_event";
const GROUP: &str = "item_people_group";
const DEFINITION: &str = "service_definition";
const GUIDED: &str = "guided";

/// Creates the tables and the column, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000005_catalogue"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let events = [text("item_code"), text("event")];
        let groups = [text("item_code"), text("people")];
        manager
            .create_table(table(EVENT, &["item_code", "event"], events))
            .await?;
        manager
            .create_table(table(GROUP, &["item_code", "people"], groups))
            .await?;
        manager.create_index(index(EVENT, &["event"])).await?;
        manager.create_index(index(GROUP, &["people"])).await?;
        let mut definition = Table::alter();
        definition
            .table(DEFINITION)
            .add_column(boolean_null(GUIDED));
        manager.alter_table(definition).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut definition = Table::alter();
        definition.table(DEFINITION).drop_column(GUIDED);
        manager.alter_table(definition).await?;
        for name in [GROUP, EVENT] {
            let drop = Table::drop().table(name).take();
            manager.drop_table(drop).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
