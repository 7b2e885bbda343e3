//! The embedded registers and the record of who read them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, text};

use crate::parts::{index, instant, table};

/// The tables of this group.
pub(super) fn tables() -> Vec<TableCreateStatement> {
    vec![
        register_population(),
        register_social_security(),
        register_health_card(),
        access_record(),
    ]
}

/// Their indexes.
pub(super) fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("access_record", &["subject_id", "at"])]
}

fn register_population() -> TableCreateStatement {
    table(
        "register_population",
        &["resident_index"],
        [blob("resident_index"), blob("body"), instant("updated_at")],
    )
}

fn register_social_security() -> TableCreateStatement {
    table(
        "register_social_security",
        &["resident_index"],
        [blob("resident_index"), blob("body"), instant("updated_at")],
    )
}

fn register_health_card() -> TableCreateStatement {
    table(
        "register_health_card",
        &["resident_index"],
        [blob("resident_index"), blob("body"), instant("updated_at")],
    )
}

fn access_record() -> TableCreateStatement {
    table(
        "access_record",
        &["id"],
        [
            text("id"),
            text("subject_id"),
            text("case_id"),
            text("item_code"),
            text("register"),
            text("fields"),
            text("purpose"),
            instant("at"),
        ],
    )
}
