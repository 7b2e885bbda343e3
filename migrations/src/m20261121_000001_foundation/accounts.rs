//! Accounts, officers and sessions.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{blob, blob_null, boolean, integer, text, text_null};

use crate::parts::{index, instant, instant_null, table, unique};

/// The tables of this group.
pub(super) fn tables() -> Vec<TableCreateStatement> {
    vec![account(), officer(), session()]
}

/// Their indexes.
pub(super) fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("account", &["login_index"]),
        unique("account", &["resident_index"]),
        index("officer", &["department_code"]),
        index("session", &["account_id"]),
        index("session", &["expires_at"]),
    ]
}

fn account() -> TableCreateStatement {
    table(
        "account",
        &["id"],
        [
            text("id"),
            text("kind"),
            blob("login_index"),
            blob_null("email"),
            blob_null("phone"),
            blob("name"),
            blob_null("resident_index"),
            blob_null("resident_id"),
            text("password_hash"),
            text("locale"),
            integer("failed_count"),
            instant_null("locked_until"),
            instant("created_at"),
            boolean("disabled"),
        ],
    )
}

fn officer() -> TableCreateStatement {
    table(
        "officer",
        &["account_id"],
        [
            text("account_id"),
            text("department_code"),
            text("role"),
            text("title_zh"),
            text_null("title_en"),
        ],
    )
}

fn session() -> TableCreateStatement {
    table(
        "session",
        &["id"],
        [
            text("id"),
            text_null("account_id"),
            blob("data"),
            instant("expires_at"),
        ],
    )
}
