//! The published figures of evaluations as a file to save: open data, counted once a day.

use std::sync::{Mutex, PoisonError};

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use chrono::NaiveDate;
use domain::calendar::civil_date;
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use portal::{Internal, Portal};

use super::files::disposition;
use super::pages::failure;
use super::{Inquiry, Shared};

/// The address; `app::paths::evaluations_csv` makes the link.
pub const PATTERN: &str = "/evaluations.csv";

/// The name to save under.
const NAME: &str = "evaluations.csv";

const CSV: HeaderValue = HeaderValue::from_static("text/csv; charset=utf-8");
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// The file of the newest day that was asked for. Counting reads a year, so it is not done for everybody.
#[derive(Default)]
pub struct OpenFigures(Mutex<Option<(NaiveDate, Bytes)>>);

/// Sends the file.
pub async fn send(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
) -> Response {
    match server.figures.file(&server.portal).await {
        Ok(file) => {
            let headers = [
                (CONTENT_TYPE, CSV),
                (CONTENT_DISPOSITION, disposition(NAME)),
                (CACHE_CONTROL, FOR_AN_HOUR),
            ];
            (headers, file).into_response()
        }
        Err(error) => failure(&server, inquiry, &error),
    }
}

impl OpenFigures {
    async fn file(&self, portal: &Portal) -> Result<Bytes, Internal> {
        let today = civil_date(portal.now());
        let known = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some((_, file)) = known.filter(|(day, _)| *day == today) {
            return Ok(file);
        }
        let file = Bytes::from(portal.evaluations().figures_csv().await?);
        let kept = Some((today, file.clone()));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = kept;
        Ok(file)
    }
}
