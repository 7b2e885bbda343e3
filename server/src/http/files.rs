//! Files that belong to a case.

use app::PageError;
use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::{CaseId, MaterialId};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Uri};
use portal::Internal;
use portal::accounts::Actor;
use portal::cases::MaterialFile;

use super::pages::{PERSONAL, Reader, Refused, actor, answer_refused, ctx, failure, sitting};
use super::{Inquiry, Shared, headers};

/// The pattern of the address; `app::paths::material` makes the links.
pub const PATTERN: &str = "/cases/{case}/materials/{id}";

/// Sends a file to the citizen whose case it belongs to, or to an officer of its department. For
/// everybody else it does not exist.
pub async fn send(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
    Path((case, material)): Path<(String, String)>,
    uri: Uri,
    request: HeaderMap,
) -> Response {
    let visitor = server.sessions.open(&request).visitor();
    let found = async {
        let actor = actor(&server, &visitor).await?;
        let file = match &actor {
            Actor::Anonymous => None,
            _ => {
                let (case, material) = (CaseId::new(case), MaterialId::new(material));
                let cases = server.portal.cases();
                // In a sitting it can belong to the citizen's draft as well as to a case of the desk.
                let served = sitting(&server, &visitor, &actor).await?;
                let served = served.map(|sitting| Actor::Citizen(sitting.citizen));
                let of_citizen = match &served {
                    Some(citizen) => cases.material(citizen, &case, &material).await?,
                    None => None,
                };
                match of_citizen {
                    Some(file) => Some(file),
                    None => cases.material(&actor, &case, &material).await?,
                }
            }
        };
        Ok::<_, Internal>((actor, file))
    };
    match found.await {
        Ok((_, Some(file))) => attachment(file),
        Ok((actor, None)) => {
            let refused = if matches!(actor, Actor::Anonymous) {
                PageError::SignIn
            } else {
                PageError::NotFound
            };
            let reader = Reader::new(actor, inquiry, app::page::Surface::Web);
            let cx = ctx(&server, reader, uri.path().to_owned(), visitor.clone());
            answer_refused(&Refused::error(&cx, refused, inquiry.id))
        }
        Err(error) => failure(&server, inquiry, &error),
    }
}

/// The file as something to save: a browser that shows it anyway runs nothing in it.
fn attachment(file: MaterialFile) -> Response {
    let MaterialFile {
        name,
        media_type,
        bytes,
    } = file;
    let mut answer = Response::new(Body::from(bytes));
    let into = answer.headers_mut();
    let kind = HeaderValue::try_from(media_type);
    into.insert(
        CONTENT_TYPE,
        kind.unwrap_or(HeaderValue::from_static("application/octet-stream")),
    );
    into.insert(CONTENT_DISPOSITION, disposition(&name));
    into.insert(CONTENT_SECURITY_POLICY, headers::SANDBOX);
    into.insert(CACHE_CONTROL, PERSONAL);
    answer
}

/// The name to save under, in the two forms of RFC 6266: letters of all scripts, and a plain one for
/// programs that do not know that.
pub(super) fn disposition(name: &str) -> HeaderValue {
    let plain: String = name
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_') {
                letter
            } else {
                '_'
            }
        })
        .collect();
    let encoded = app::paths::encode(name)
        .replace('/', "%2F")
        .replace('~', "%7E");
    let value = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    HeaderValue::try_from(value).unwrap_or(HeaderValue::from_static("attachment"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_quotes() {
        let value = disposition("身份证\"; filename=\"a.html");
        assert_eq!(
            value.to_str().unwrap(),
            "attachment; filename=\"______filename__a.html\"; \
             filename*=UTF-8''%E8%BA%AB%E4%BB%BD%E8%AF%81%22%3B%20filename%3D%22a.html"
        );
    }
}
