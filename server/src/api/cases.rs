//! The status of a case.

use axum::Json;
use axum::extract::{Path, State};
use chrono::{DateTime, NaiveDate, Utc};
use http::StatusCode;
use portal::integration::{CaseStatus, Scope};
use serde::Serialize;
use utoipa::ToSchema;

use super::client::Client;
use super::items::Text;
use super::problem::Problem;
use crate::http::Shared;

/// How far a case 办件 is; nothing about the person.
#[derive(Debug, Serialize, ToSchema)]
pub struct Status {
    /// Number of the case 办件编号.
    number: String,
    item_name: Text,
    /// `prechecking`, `returned`, `submitted`, `correction_requested`, `accepted`, `suspended`, `proposed`,
    /// `approved`, `rejected`, `not_accepted`, `withdrawn`, `closed` or `delivered`.
    state: &'static str,
    submitted_at: Option<DateTime<Utc>>,
    /// Day of acceptance 受理, day 0 of the limits.
    accepted_on: Option<NaiveDate>,
    /// Last day of the promised limit.
    promised_due: Option<NaiveDate>,
    /// Whether that day may still move, because a year's holidays are not published yet.
    provisional: bool,
    /// Whether nothing more will happen.
    closed: bool,
}

impl From<CaseStatus> for Status {
    fn from(status: CaseStatus) -> Self {
        let CaseStatus {
            number,
            item_name,
            state,
            submitted_at,
            accepted_on,
            promised_due,
            provisional,
            closed,
        } = status;
        Self {
            number: number.to_string(),
            item_name: (&item_name).into(),
            state,
            submitted_at,
            accepted_on,
            promised_due,
            provisional,
            closed,
        }
    }
}

/// The status of the case with this number.
#[utoipa::path(
    get,
    path = "/cases/{number}",
    tag = "cases",
    params(("number" = String, Path, description = "Number of the case, as on its receipt")),
    security(("bearer" = [])),
    responses(
        (status = OK, body = Status),
        (status = UNAUTHORIZED, description = "No valid token", body = Problem, content_type = "application/problem+json"),
        (status = FORBIDDEN, description = "The token lacks the scope cases:read", body = Problem, content_type = "application/problem+json"),
        (status = NOT_FOUND, description = "There is no such case", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn status(
    State(server): State<Shared>,
    client: Client,
    Path(number): Path<String>,
) -> Result<Json<Status>, Problem> {
    let client = client.with(Scope::CasesRead)?;
    let status = server
        .portal
        .integration()
        .case_status(&client, &number)
        .await?;
    status
        .map(|status| Json(status.into()))
        .ok_or_else(|| Problem::new(StatusCode::NOT_FOUND))
}
