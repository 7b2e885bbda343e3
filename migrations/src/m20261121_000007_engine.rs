//! The whole life of a case: its clock with pauses and extension, what is due next, what came with each
//! event, the steps of a review, and the answers as they were each time that they were handed in.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, blob_null, date_null, integer, text, text_null};

use crate::parts::{index, instant, instant_null, table};

const CASE: &str = "service_case";
const EVENT: &str = "case_event";
const STEP: &str = "case_step";
const VERSION: &str = "case_answers_version";
const CLOCK: &str = "clock";
const NEXT_DUE: &str = "next_due";
const RENEWS: &str = "renews_until";
const DATA: &str = "data";

/// Adds columns and tables, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000007_engine"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [text_null(CLOCK), date_null(NEXT_DUE), date_null(RENEWS)] {
            let mut case = Table::alter();
            case.table(CASE).add_column(column);
            manager.alter_table(case).await?;
        }
        let mut event = Table::alter();
        event.table(EVENT).add_column(blob_null(DATA));
        manager.alter_table(event).await?;
        for table in [step(), version()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in [STEP, VERSION] {
            let drop = Table::drop().table(name).take();
            manager.drop_table(drop).await?;
        }
        for name in [
            "idx_service_case_state_next_due",
            "idx_service_case_renews_until",
        ] {
            let mut index = Index::drop();
            index.name(name).table(CASE);
            manager.drop_index(index.to_owned()).await?;
        }
        let mut event = Table::alter();
        event.table(EVENT).drop_column(DATA);
        manager.alter_table(event).await?;
        for column in [CLOCK, NEXT_DUE, RENEWS] {
            let mut case = Table::alter();
            case.table(CASE).drop_column(column);
            manager.alter_table(case).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn indexes() -> [IndexCreateStatement; 3] {
    [
        // What the clock has to look at: states whose time has passed.
        index(CASE, &["state", NEXT_DUE]),
        index(CASE, &[RENEWS]),
        // What a department is asked by others, open ones first.
        index(STEP, &["department_code", "concluded_at"]),
    ]
}

fn step() -> TableCreateStatement {
    table(
        STEP,
        &["case_id", "step"],
        [
            text("case_id"),
            text("step"),
            text("department_code"),
            text("role"),
            instant("opened_at"),
            date_null("due"),
            instant_null("concluded_at"),
            text_null("verdict"),
        ],
    )
}

fn version() -> TableCreateStatement {
    table(
        VERSION,
        &["case_id", "revision"],
        [
            text("case_id"),
            integer("revision"),
            blob("body"),
            instant("at"),
        ],
    )
}
