//! Cases with what belongs to them: answers, materials, history, certificates, evaluations, notices.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, blob, blob_null, boolean, date_null, integer, small_integer, text, text_null,
};

use crate::parts::{index, instant, instant_null, table, unique};

/// The tables of this group.
pub(super) fn tables() -> Vec<TableCreateStatement> {
    vec![
        service_case(),
        case_answers(),
        material(),
        case_event(),
        certificate(),
        evaluation(),
        notice(),
    ]
}

/// Their indexes.
pub(super) fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("service_case", &["number"]),
        // The citizen's list, latest first.
        index("service_case", &["applicant_id", "updated_at"]),
        // The desk's list of one department and state, oldest first.
        index(
            "service_case",
            &["department_code", "state", "submitted_at"],
        ),
        // Cases that the department keeps silent about.
        index("service_case", &["state", "acceptance_due"]),
        index("material", &["case_id"]),
        unique("certificate", &["identifier"]),
        unique("certificate", &["case_id"]),
        index("certificate", &["holder_id"]),
        index("notice", &["account_id", "at"]),
    ]
}

fn service_case() -> TableCreateStatement {
    table(
        "service_case",
        &["id"],
        [
            text("id"),
            text_null("number"),
            text("item_code"),
            integer("definition_version"),
            text("department_code"),
            text("applicant_id"),
            text("state"),
            blob("state_data"),
            integer("revision"),
            date_null("acceptance_due"),
            date_null("accepted_on"),
            date_null("promised_due"),
            date_null("statutory_due"),
            boolean("due_provisional"),
            text("channel"),
            instant("created_at"),
            instant("updated_at"),
            instant_null("submitted_at"),
        ],
    )
}

fn case_answers() -> TableCreateStatement {
    table(
        "case_answers",
        &["case_id"],
        [text("case_id"), blob("body")],
    )
}

fn material() -> TableCreateStatement {
    table(
        "material",
        &["id"],
        [
            text("id"),
            text("case_id"),
            text("slot"),
            text("object_key"),
            blob("name"),
            text("media_type"),
            big_integer("size"),
            text("sha256"),
            instant("added_at"),
        ],
    )
}

fn case_event() -> TableCreateStatement {
    table(
        "case_event",
        &["case_id", "sequence"],
        [
            text("case_id"),
            integer("sequence"),
            instant("at"),
            text("party"),
            text_null("actor_id"),
            text("kind"),
            blob_null("note"),
        ],
    )
}

fn certificate() -> TableCreateStatement {
    table(
        "certificate",
        &["id"],
        [
            text("id"),
            text("identifier"),
            text("case_id"),
            text("holder_id"),
            text("item_code"),
            text("department_code"),
            blob("body"),
            text("state"),
            instant("issued_at"),
            date_null("valid_until"),
        ],
    )
}

fn evaluation() -> TableCreateStatement {
    table(
        "evaluation",
        &["case_id"],
        [
            text("case_id"),
            text("item_code"),
            text("department_code"),
            small_integer("level"),
            text("options"),
            blob_null("comment"),
            small_integer("channel"),
            instant("at"),
        ],
    )
}

fn notice() -> TableCreateStatement {
    table(
        "notice",
        &["id"],
        [
            text("id"),
            text("account_id"),
            text_null("case_id"),
            text("kind"),
            instant("at"),
            instant_null("read_at"),
        ],
    )
}
