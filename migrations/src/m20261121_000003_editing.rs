//! Working copies of services, and how published items stand.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, integer_null, text, text_null};

use crate::parts::{index, instant, table};

const DRAFT: &str = "service_draft";
const STANDING: &str = "service_standing";

/// Creates the tables of the editor, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000003_editing"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(draft()).await?;
        manager.create_table(standing()).await?;
        // The desk's list: a department's working copies by state; and the copies of one item.
        let listed = index(DRAFT, &["department_code", "state"]);
        manager.create_index(listed).await?;
        manager.create_index(index(DRAFT, &["item_code"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in [STANDING, DRAFT] {
            let drop = Table::drop().table(name).take();
            manager.drop_table(drop).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn draft() -> TableCreateStatement {
    table(
        DRAFT,
        &["id"],
        [
            text("id"),
            text("item_code"),
            text("department_code"),
            integer_null("base_version"),
            text("item"),
            text("definition"),
            text("state"),
            text("state_data"),
            text("authors"),
            integer("revision"),
            instant("created_at"),
            instant("updated_at"),
            text("updated_by"),
        ],
    )
}

fn standing() -> TableCreateStatement {
    table(
        STANDING,
        &["item_code"],
        [
            text("item_code"),
            text_null("reason"),
            text_null("proposal"),
            integer("revision"),
            instant("updated_at"),
        ],
    )
}
