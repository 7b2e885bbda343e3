//! Jobs, audit, clients of the programming interface and counters.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, text, text_null};

use crate::parts::{index, instant, instant_null, table, unique};

/// The tables of this group.
pub(super) fn tables() -> Vec<TableCreateStatement> {
    vec![job(), audit(), api_client(), counter()]
}

/// Their indexes.
pub(super) fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("job", &["effect_key"]),
        // The queue: what is due next.
        index("job", &["state", "run_at"]),
        index("audit", &["at"]),
        unique("api_client", &["name"]),
        unique("api_client", &["token_hash"]),
    ]
}

fn job() -> TableCreateStatement {
    table(
        "job",
        &["id"],
        [
            text("id"),
            text("kind"),
            text("effect_key"),
            text("payload"),
            text("state"),
            integer("attempts"),
            instant("run_at"),
            instant_null("leased_until"),
            text_null("last_error"),
            instant("created_at"),
            instant_null("done_at"),
        ],
    )
}

fn audit() -> TableCreateStatement {
    table(
        "audit",
        &["id"],
        [
            text("id"),
            instant("at"),
            text("actor_kind"),
            text_null("actor_id"),
            text("action"),
            text("subject_kind"),
            text_null("subject_id"),
            text("outcome"),
        ],
    )
}

fn api_client() -> TableCreateStatement {
    table(
        "api_client",
        &["id"],
        [
            text("id"),
            text("name"),
            text("token_hash"),
            text("scopes"),
            instant("created_at"),
            instant_null("expires_at"),
            instant_null("revoked_at"),
        ],
    )
}

fn counter() -> TableCreateStatement {
    table("counter", &["name"], [text("name"), big_integer("value")])
}
