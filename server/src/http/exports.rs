//! Lists of cases for officers, and the open data, as files to save.

use std::io::Read as _;

use app::supervision::export_filter;
use app::{PageError, paths};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::supervision::Month;
use futures::stream;
use http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use http::{HeaderMap, HeaderValue, StatusCode, Uri};
use portal::Internal;
use portal::accounts::Actor;
use portal::supervision::{ExportStart, SavedWorkbook, open_data_csv};

use super::files::disposition;
use super::pages::{PERSONAL, Reader, Refused, actor, answer_refused, ctx, failure};
use super::{Inquiry, Shared, headers};

/// The pattern of the address of lists; `app::paths::export_file` makes the links.
pub const CASES: &str = "/desk/export/cases";
/// The pattern of the address of open data; `app::paths::open_data_file` makes the links.
pub const OPEN_DATA: &str = "/open-data/{month}/services.csv";

/// Bytes of a workbook that are in memory at once.
const PIECE_BYTES: usize = 64 * 1024;

const CSV: HeaderValue = HeaderValue::from_static("text/csv; charset=utf-8");
const WORKBOOK: HeaderValue =
    HeaderValue::from_static("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

/// Sends a list of cases to an officer who may save it.
pub async fn cases(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
    uri: Uri,
    Query(query): Query<Vec<(String, String)>>,
    request: HeaderMap,
) -> Response {
    let visitor = server.sessions.open(&request).visitor();
    let value = |name: &str| {
        let found = query.iter().find(|(key, _)| key == name);
        let value = found.map(|(_, value)| value.trim());
        value.filter(|value| !value.is_empty()).map(str::to_owned)
    };
    let again = || {
        let query = uri.query().unwrap_or_default();
        Redirect::to(&format!("{}?{query}", paths::desk_export())).into_response()
    };
    let Some(filter) = export_filter(&value) else {
        return again();
    };
    let begun = async {
        let actor = actor(&server, &visitor).await?;
        let start = match &actor {
            Actor::Officer(officer) => {
                let supervision = server.portal.supervision();
                supervision.begin_export(officer, filter).await?
            }
            _ => None,
        };
        Ok::<_, Internal>((actor, start))
    };
    let (actor, start) = match begun.await {
        Ok(begun) => begun,
        Err(error) => return failure(&server, inquiry, &error),
    };
    match start {
        Some(ExportStart::Ready(table)) if value("format").as_deref() == Some("xlsx") => {
            match table.workbook().await {
                Ok(workbook) => sent(workbook),
                Err(error) => failure(&server, inquiry, &error),
            }
        }
        Some(ExportStart::Ready(table)) => {
            attachment(Body::from_stream(table.csv()), CSV, "cases.csv", PERSONAL)
        }
        Some(ExportStart::TooMany(_)) => again(),
        None => {
            let refused = match actor {
                Actor::Officer(_) => PageError::NotFound,
                _ => PageError::OfficerSignIn,
            };
            let reader = Reader::new(actor, inquiry, app::page::Surface::Web);
            let cx = ctx(&server, reader, uri.path().to_owned(), visitor.clone());
            answer_refused(&Refused::error(&cx, refused, inquiry.id))
        }
    }
}

/// Sends a workbook piece by piece.
fn sent(workbook: SavedWorkbook) -> Response {
    let SavedWorkbook { file, size } = workbook;
    let pieces = stream::try_unfold(file, async |mut file| {
        let read = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; PIECE_BYTES];
            let length = file.read(&mut piece)?;
            piece.truncate(length);
            Ok::<_, std::io::Error>((Bytes::from(piece), file))
        });
        let (piece, file) = read.await.map_err(std::io::Error::other)??;
        Ok::<_, std::io::Error>((!piece.is_empty()).then_some((piece, file)))
    });
    let body = Body::from_stream(pieces);
    let mut answer = attachment(body, WORKBOOK, "cases.xlsx", PERSONAL);
    answer
        .headers_mut()
        .insert(CONTENT_LENGTH, HeaderValue::from(size));
    answer
}

/// Sends the open data of a month that is over.
pub async fn open_data(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
    Path(month): Path<String>,
) -> Response {
    let Some(month) = Month::parse(&month) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match server.portal.supervision().open_month(Some(month)).await {
        Ok(Some(found)) => {
            let csv = open_data_csv(inquiry.language.anonymous(), &found);
            let name = format!("services-{month}.csv");
            attachment(Body::from(csv), CSV, &name, PUBLIC)
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => failure(&server, inquiry, &error),
    }
}

/// The language is the reader's, so no shared store may keep it.
const PUBLIC: HeaderValue = HeaderValue::from_static("private, max-age=3600");

fn attachment(body: Body, kind: HeaderValue, name: &str, cache: HeaderValue) -> Response {
    let mut answer = Response::new(body);
    let into = answer.headers_mut();
    into.insert(CONTENT_TYPE, kind);
    into.insert(CONTENT_DISPOSITION, disposition(name));
    into.insert(CONTENT_SECURITY_POLICY, headers::SANDBOX);
    into.insert(CACHE_CONTROL, cache);
    answer
}
