//! The desk: piles, assignment, search, notes, messages, templates, deputies, kept filters.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, boolean, boolean_null, date, text, text_null};

use crate::parts::{index, instant, instant_null, table};

const CASE: &str = "service_case";
const STEP: &str = "case_step";
const SEARCH: &str = "case_search";
const PILE: &str = "pile";
const TAIL: &str = "number_tail";
const ASSIGNEE: &str = "assignee_id";
const NEXT_DUE: &str = "next_due";
const ASKED: &str = "asked_department";

/// The pile on which a case lies that was handed in before there were piles. Of an accepted one nobody knows
/// here whether its review is through; its next step puts it right.
const PILES: [(&str, &[&str]); 9] = [
    ("first-look", &["prechecking"]),
    ("to-accept", &["submitted"]),
    ("correcting", &["returned", "correction_requested"]),
    ("to-decide", &["accepted"]),
    ("paused", &["suspended"]),
    ("to-review", &["proposed"]),
    ("to-deliver", &["approved"]),
    ("closed", &["rejected", "not_accepted", "withdrawn"]),
    ("closed", &["closed", "delivered"]),
];

/// Adds columns and tables, or drops them.
pub(crate) struct Migration;

impl MigrationName for Migration {
    // Databases remember this name, so it does not follow the file.
    fn name(&self) -> &str {
        "m20261121_000011_desk"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in case_columns() {
            let mut case = Table::alter();
            case.table(CASE).add_column(column);
            manager.alter_table(case).await?;
        }
        let mut step = Table::alter();
        step.table(STEP).add_column(text_null(ASKED));
        manager.alter_table(step).await?;
        for table in tables() {
            manager.create_table(table).await?;
        }
        for update in updates() {
            manager.execute(update).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            let Some(name) = table.get_table_name().cloned() else {
                continue;
            };
            let drop = Table::drop().table(name).take();
            manager.drop_table(drop).await?;
        }
        for (table, columns) in ALTERED {
            let mut index = Index::drop();
            index
                .name(format!("idx_{table}_{}", columns.join("_")))
                .table(table);
            manager.drop_index(index.to_owned()).await?;
        }
        let mut step = Table::alter();
        step.table(STEP).drop_column(ASKED);
        manager.alter_table(step).await?;
        for column in [PILE, TAIL, ASSIGNEE, "questioned", "new_message"] {
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

fn case_columns() -> [ColumnDef; 5] {
    [
        text_null(PILE),
        text_null(TAIL),
        text_null(ASSIGNEE),
        boolean_null("questioned"),
        boolean_null("new_message"),
    ]
}

/// What the cases that are there already get. The case number has 21 characters, so its last six begin at
/// the sixteenth.
fn updates() -> Vec<UpdateStatement> {
    let piles = PILES.into_iter().map(|(pile, states)| {
        Query::update()
            .table(CASE)
            .value(PILE, pile)
            .and_where(Expr::col("state").is_in(states.iter().copied()))
            .take()
    });
    let tail = Func::cust("substr").args([Expr::col("number"), Expr::value(16), Expr::value(6)]);
    let tails = Query::update()
        .table(CASE)
        .value(TAIL, tail)
        .and_where(Expr::col("number").is_not_null())
        .take();
    // An open case has a day on which something is due, and the desk lists it by that day.
    let due = Func::coalesce([Expr::col("acceptance_due"), Expr::col("promised_due")]);
    let dues = Query::update()
        .table(CASE)
        .value(NEXT_DUE, due)
        .and_where(Expr::col(NEXT_DUE).is_null())
        .and_where(Expr::col("state").is_in(["submitted", "accepted", "proposed"]))
        .take();
    piles.chain([tails, dues]).collect()
}

/// The indexes on tables that were there before.
const ALTERED: [(&str, &[&str]); 6] = [
    // A pile, by what is due first, and by what came first.
    (CASE, &["department_code", PILE, NEXT_DUE, "id"]),
    (CASE, &["department_code", PILE, "submitted_at", "id"]),
    // What one officer has, or nobody.
    (CASE, &["department_code", ASSIGNEE, NEXT_DUE, "id"]),
    // One service of a pile.
    (
        CASE,
        &["department_code", "item_code", PILE, NEXT_DUE, "id"],
    ),
    (CASE, &[TAIL]),
    // What a department is asked by others, what came first before.
    (STEP, &[ASKED, "concluded_at", "opened_at", "case_id"]),
];

fn indexes() -> Vec<IndexCreateStatement> {
    let altered = ALTERED.map(|(table, columns)| index(table, columns));
    let new = [
        index(SEARCH, &["word", "department_code", "case_id"]),
        index("case_assignment", &["case_id", "at"]),
        index("case_note", &["case_id", "at"]),
        index("case_message", &["case_id", "at"]),
        index("opinion_template", &["department_code", "event"]),
        index("saved_filter", &["account_id"]),
        index("officer_absence", &["account_id", "until"]),
        index("officer_absence", &["deputy_id", "until"]),
    ];
    altered.into_iter().chain(new).collect()
}

fn tables() -> Vec<TableCreateStatement> {
    let about_cases = [search(), assignment(), note(), message()];
    let about_officers = [rule(), template(), filter(), absence()];
    about_cases.into_iter().chain(about_officers).collect()
}

fn search() -> TableCreateStatement {
    table(
        SEARCH,
        &["case_id", "word"],
        [text("case_id"), text("department_code"), blob("word")],
    )
}

fn rule() -> TableCreateStatement {
    table(
        "assignment_rule",
        &["department_code", "item_code"],
        [
            text("department_code"),
            text("item_code"),
            text("kind"),
            text_null("last_id"),
            text("changed_by"),
            instant("changed_at"),
        ],
    )
}

fn assignment() -> TableCreateStatement {
    table(
        "case_assignment",
        &["id"],
        [
            text("id"),
            text("case_id"),
            instant("at"),
            text("kind"),
            text_null("officer_id"),
            text_null("by_id"),
        ],
    )
}

fn note() -> TableCreateStatement {
    table(
        "case_note",
        &["id"],
        [
            text("id"),
            text("case_id"),
            text("department_code"),
            text("author_id"),
            blob("body"),
            instant("at"),
        ],
    )
}

fn message() -> TableCreateStatement {
    table(
        "case_message",
        &["id"],
        [
            text("id"),
            text("case_id"),
            boolean("from_office"),
            text("author_id"),
            blob("body"),
            instant("at"),
            instant_null("read_at"),
        ],
    )
}

fn template() -> TableCreateStatement {
    table(
        "opinion_template",
        &["id"],
        [
            text("id"),
            text("department_code"),
            text("event"),
            text("name"),
            text("body"),
            text("changed_by"),
            instant("changed_at"),
        ],
    )
}

fn filter() -> TableCreateStatement {
    table(
        "saved_filter",
        &["id"],
        [
            text("id"),
            text("account_id"),
            blob("name"),
            text("query"),
            instant("at"),
        ],
    )
}

fn absence() -> TableCreateStatement {
    table(
        "officer_absence",
        &["id"],
        [
            text("id"),
            text("account_id"),
            text("deputy_id"),
            date("first_day"),
            date("until"),
            instant("at"),
        ],
    )
}
