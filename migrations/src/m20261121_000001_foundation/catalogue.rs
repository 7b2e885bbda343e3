//! Divisions, calendar, departments, service items and their definitions.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    date, integer, integer_null, small_integer, small_integer_null, text, text_null,
};

use crate::parts::{index, instant, table};

/// The tables of this group.
pub(super) fn tables() -> Vec<TableCreateStatement> {
    vec![
        division(),
        calendar_day(),
        calendar_year(),
        department(),
        service_item(),
        item_topic(),
        service_definition(),
    ]
}

/// Their indexes.
pub(super) fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("service_item", &["department_code"]),
        index("item_topic", &["topic"]),
    ]
}

fn division() -> TableCreateStatement {
    table(
        "division",
        &["code"],
        [
            text("code"),
            text("name"),
            text_null("parent"),
            small_integer("level"),
        ],
    )
}

fn calendar_day() -> TableCreateStatement {
    table(
        "calendar_day",
        &["date"],
        [
            date("date"),
            text("kind"),
            integer("year"),
            text_null("name"),
        ],
    )
}

fn calendar_year() -> TableCreateStatement {
    table(
        "calendar_year",
        &["year"],
        [integer("year"), text("source"), instant("imported_at")],
    )
}

fn department() -> TableCreateStatement {
    table(
        "department",
        &["code"],
        [
            text("code"),
            text("name_zh"),
            text_null("name_en"),
            text_null("credit_code"),
            text("region"),
            text_null("phone"),
            text_null("address"),
            integer("sort"),
        ],
    )
}

fn service_item() -> TableCreateStatement {
    table(
        "service_item",
        &["code"],
        [
            text("code"),
            text("name_zh"),
            text_null("name_en"),
            text_null("main_item"),
            small_integer("item_type"),
            small_integer_null("handling"),
            text("audiences"),
            text("department_code"),
            text("region"),
            small_integer("state"),
            integer_null("published_version"),
            text("source"),
            text("content_hash"),
            instant("updated_at"),
        ],
    )
}

fn item_topic() -> TableCreateStatement {
    table(
        "item_topic",
        &["item_code", "topic"],
        [text("item_code"), text("topic")],
    )
}

fn service_definition() -> TableCreateStatement {
    table(
        "service_definition",
        &["item_code", "version"],
        [
            text("item_code"),
            integer("version"),
            text("body"),
            instant("published_at"),
        ],
    )
}
