//! Services as files to save.

use app::PageError;
use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Uri};
use portal::Internal;
use portal::accounts::Actor;
use portal::catalogue::editor::SavedFile;

use super::files::disposition;
use super::pages::{PERSONAL, Reader, Refused, actor, answer_refused, ctx, failure};
use super::{Inquiry, Shared, headers};

/// The pattern of the address; `app::paths::desk_services_export` makes the links.
pub const PATTERN: &str = "/desk/services/export/{name}";

/// Sends a file of services to an officer who sees them.
pub async fn send(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
    Path(name): Path<String>,
    uri: Uri,
    request: HeaderMap,
) -> Response {
    let visitor = server.sessions.open(&request).visitor();
    let found = async {
        let actor = actor(&server, &visitor).await?;
        let file = match &actor {
            Actor::Officer(officer) => {
                server
                    .portal
                    .catalogue()
                    .editor()
                    .file(officer, &name)
                    .await?
            }
            _ => None,
        };
        Ok::<_, Internal>((actor, file))
    };
    match found.await {
        Ok((_, Some(file))) => attachment(file),
        Ok((actor, None)) => {
            let refused = match actor {
                Actor::Officer(_) => PageError::NotFound,
                _ => PageError::OfficerSignIn,
            };
            let reader = Reader::new(actor, inquiry, app::page::Surface::Web);
            let cx = ctx(&server, reader, uri.path().to_owned(), visitor.clone());
            answer_refused(&Refused::error(&cx, refused, inquiry.id))
        }
        Err(error) => failure(&server, inquiry, &error),
    }
}

fn attachment(file: SavedFile) -> Response {
    let name = disposition(&file.name);
    let mut answer = Response::new(Body::from(file.content));
    let into = answer.headers_mut();
    into.insert(CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    into.insert(CONTENT_DISPOSITION, name);
    into.insert(CONTENT_SECURITY_POLICY, headers::SANDBOX);
    into.insert(CACHE_CONTROL, PERSONAL);
    answer
}
