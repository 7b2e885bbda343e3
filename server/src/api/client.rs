//! Which program asks, and what it may.

use axum::extract::FromRequestParts;
use http::StatusCode;
use http::header::AUTHORIZATION;
use http::request::Parts;
use portal::integration::{ApiClient, Scope};

use super::problem::Problem;
use crate::http::Shared;

/// A program with a valid token.
pub struct Client(ApiClient);

impl Client {
    /// The program, if it may do this.
    pub fn with(self, scope: Scope) -> Result<ApiClient, Problem> {
        if self.0.may(scope) {
            return Ok(self.0);
        }
        let detail = format!("the token lacks the scope {}", scope.key());
        Err(Problem::new(StatusCode::FORBIDDEN).because(detail))
    }
}

impl FromRequestParts<Shared> for Client {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, server: &Shared) -> Result<Self, Problem> {
        let refused =
            || Problem::new(StatusCode::UNAUTHORIZED).because("a valid bearer token is needed");
        let header = parts
            .headers
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok());
        let (scheme, token) = header
            .and_then(|value| value.split_once(' '))
            .ok_or_else(refused)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(refused());
        }
        let client = server
            .portal
            .integration()
            .authenticate(token.trim())
            .await?;
        client.map(Self).ok_or_else(refused)
    }
}
