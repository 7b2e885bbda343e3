//! Supervision: its rules, what they found, and the monthly figures.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob_null, date, integer, small_integer, text, text_null,
};

use crate::parts::{index, instant, instant_null, table, unique};

const CASE: &str = "service_case";
const EVENT: &str = "case_event";
const RULES: &str = "supervision_rules";
const FINDING: &str = "supervision_finding";
const FIGURE: &str = "monthly_figure";
const COUNT: &str = "monthly_count";

/// Creates the tables and the indexes that fill them, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000012_supervision"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [rules(), finding(), figure(), count()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table) in [
            ("idx_case_event_kind_at_case_id", EVENT),
            ("idx_service_case_department_code_submitted_at_id", CASE),
        ] {
            let mut index = Index::drop();
            index.name(name).table(table);
            manager.drop_index(index.to_owned()).await?;
        }
        for name in [RULES, FINDING, FIGURE, COUNT] {
            let drop = Table::drop().table(name).take();
            manager.drop_table(drop).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        // A finding is there once, however often it is looked for.
        unique(FINDING, &["case_id", "rule", "day"]),
        // The lists: what is open or closed, of all departments or of one, newest first.
        index(FINDING, &["closed_at", "id"]),
        index(FINDING, &["department_code", "closed_at", "id"]),
        // What nobody has been told of.
        index(FINDING, &["told_at"]),
        // What happened in a month, and what the clock did lately.
        index(EVENT, &["kind", "at", "case_id"]),
        // A department's cases in the order in which they came.
        index(CASE, &["department_code", "submitted_at", "id"]),
    ]
}

fn rules() -> TableCreateStatement {
    table(
        RULES,
        &["version"],
        [
            integer("version"),
            text("body"),
            instant("at"),
            text("changed_by"),
        ],
    )
}

fn finding() -> TableCreateStatement {
    table(
        FINDING,
        &["id"],
        [
            text("id"),
            text("case_id"),
            text("item_code"),
            text("department_code"),
            small_integer("rule"),
            date("day"),
            text("colour"),
            text("card"),
            instant("opened_at"),
            instant_null("closed_at"),
            instant("case_seen"),
            instant_null("told_at"),
            blob_null("explanation"),
            text_null("explained_by"),
            instant_null("explained_at"),
            text_null("ruling"),
            blob_null("reasons"),
            text_null("ruled_by"),
            instant_null("ruled_at"),
        ],
    )
}

/// One row for each month, department and service.
fn figure() -> TableCreateStatement {
    let numbers = [
        "handed_in",
        "accepted",
        "not_accepted",
        "corrections",
        "returned",
        "extended",
        "withdrawn",
        "granted",
        "refused",
        "void",
        "deleted",
        "transferred",
        "timed",
        "late_promise",
        "late_law",
        "days_taken",
        "days_promised",
        "days_suspended",
    ];
    let keys = [date("month"), text("department_code"), text("item_code")];
    table(
        FIGURE,
        &["month", "department_code", "item_code"],
        keys.into_iter().chain(numbers.map(big_integer)),
    )
}

fn count() -> TableCreateStatement {
    table(COUNT, &["month"], [date("month"), instant("counted_at")])
}
