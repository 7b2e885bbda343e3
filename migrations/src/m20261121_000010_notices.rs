//! What notices tell, how far each has come on its channels, and what citizens want by which.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, integer, text, text_null};

use crate::parts::{index, instant, table, unique};

const NOTICE: &str = "notice";
const EFFECT_KEY: &str = "effect_key";
const DETAILS: &str = "details";
const DELIVERY: &str = "notice_delivery";
const PREFERENCE: &str = "notice_preference";

/// Creates the tables and the columns of notices, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000010_notices"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for column in [EFFECT_KEY, DETAILS] {
            let mut table = Table::alter();
            table.table(NOTICE).add_column(text_null(column));
            manager.alter_table(table).await?;
        }
        manager.create_index(unique(NOTICE, &[EFFECT_KEY])).await?;
        manager.create_table(delivery()).await?;
        manager
            .create_index(index(DELIVERY, &["notice_id"]))
            .await?;
        // The operator's list: one state, latest first.
        manager
            .create_index(index(DELIVERY, &["state", "changed_at"]))
            .await?;
        manager.create_table(preference()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in [PREFERENCE, DELIVERY] {
            manager.drop_table(Table::drop().table(name).take()).await?;
        }
        let unique = format!("uniq_{NOTICE}_{EFFECT_KEY}");
        manager
            .drop_index(Index::drop().name(unique).table(NOTICE).to_owned())
            .await?;
        for column in [DETAILS, EFFECT_KEY] {
            let mut table = Table::alter();
            table.table(NOTICE).drop_column(column);
            manager.alter_table(table).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn delivery() -> TableCreateStatement {
    table(
        DELIVERY,
        &["id"],
        [
            text("id"),
            text("notice_id"),
            text("kind"),
            text("channel"),
            text("state"),
            text_null("problem"),
            integer("attempts"),
            instant("not_before"),
            instant("created_at"),
            instant("changed_at"),
        ],
    )
}

fn preference() -> TableCreateStatement {
    table(
        PREFERENCE,
        &["account_id", "topic", "channel"],
        [
            text("account_id"),
            text("topic"),
            text("channel"),
            boolean("wanted"),
        ],
    )
}
