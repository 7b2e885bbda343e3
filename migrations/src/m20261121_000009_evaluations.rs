//! Evaluations that are followed up, default reviews beside the real ones, and what becomes of bad ones.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    blob_null, boolean_null, date_null, integer, small_integer_null, text, text_null,
};

use crate::parts::{index, instant, instant_null, table, unique};

const EVALUATION: &str = "evaluation";
const DEFAULT: &str = "default_evaluation";
const RECTIFICATION: &str = "rectification";
const STEP: &str = "rectification_step";
const CASE: &str = "service_case";

/// What a follow-up adds to an evaluation. The release before writes and reads evaluations without them.
const FOLLOW_UP: [&str; 5] = [
    "follow_level",
    "follow_options",
    "follow_comment",
    "follow_channel",
    "follow_at",
];

/// Indexes of tables that stay, by name and table.
const INDEXES: [(&str, &str); 2] = [
    ("idx_evaluation_at", EVALUATION),
    ("idx_service_case_state_updated_at", CASE),
];

/// Adds columns and tables, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000009_evaluations"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let [level, options, comment, channel, at] = FOLLOW_UP;
        let columns = [
            small_integer_null(level),
            text_null(options),
            blob_null(comment),
            small_integer_null(channel),
            instant_null(at),
        ];
        // SQLite adds one column at a time.
        for column in columns {
            let mut evaluation = Table::alter();
            evaluation.table(EVALUATION).add_column(column);
            manager.alter_table(evaluation).await?;
        }
        for table in [by_default(), rectification(), step()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table) in INDEXES {
            let mut index = Index::drop();
            index.name(name).table(table);
            manager.drop_index(index).await?;
        }
        for name in [DEFAULT, RECTIFICATION, STEP] {
            manager.drop_table(Table::drop().table(name).take()).await?;
        }
        for column in FOLLOW_UP {
            let mut evaluation = Table::alter();
            evaluation.table(EVALUATION).drop_column(column);
            manager.alter_table(evaluation).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn indexes() -> [IndexCreateStatement; 7] {
    [
        // Figures of a month.
        index(EVALUATION, &["at"]),
        index(DEFAULT, &["at"]),
        index(RECTIFICATION, &["opened_at"]),
        // Matters that ended in some time.
        index(CASE, &["state", "updated_at"]),
        // The desk's list of one department, and what is late everywhere.
        index(RECTIFICATION, &["department_code", "state", "due"]),
        index(RECTIFICATION, &["state", "due"]),
        unique(RECTIFICATION, &["case_id"]),
    ]
}

fn by_default() -> TableCreateStatement {
    table(
        DEFAULT,
        &["case_id"],
        [
            text("case_id"),
            text("item_code"),
            text("department_code"),
            instant("at"),
        ],
    )
}

fn rectification() -> TableCreateStatement {
    table(
        RECTIFICATION,
        &["id"],
        [
            text("id"),
            text("case_id"),
            text("item_code"),
            text("department_code"),
            text("state"),
            text("state_data"),
            integer("revision"),
            date_null("due"),
            text_null("struck"),
            boolean_null("in_time"),
            instant("opened_at"),
            instant("updated_at"),
        ],
    )
}

fn step() -> TableCreateStatement {
    table(
        STEP,
        &["rectification_id", "sequence"],
        [
            text("rectification_id"),
            integer("sequence"),
            instant("at"),
            text("party"),
            text_null("actor_id"),
            text("kind"),
            blob_null("note"),
        ],
    )
}
