//! Legal documents of cases as PDF files.

use std::path::{Path as FilePath, PathBuf};
use std::sync::{Arc, OnceLock};

use ::documents::{Block, Day, FontError, Press, PrintError, Sheet};
use app::documents::without_press;
use app::page::Surface;
use app::{Ctx, PageError};
use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use chrono::Datelike as _;
use domain::calendar::civil_date;
use domain::documents::Part;
use domain::{CaseId, DocumentId, Locale};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Uri};
use portal::accounts::Actor;
use portal::documents::{CaseDocument, Reading};
use portal::{Internal, texts};
use tokio::sync::Semaphore;

use super::files::disposition;
use super::pages::{PERSONAL, Reader, Refused, actor, answer_refused, ctx, failure};
use super::{Inquiry, Shared, headers};

/// The patterns of the addresses; `app::paths::document_file` and `desk_document_file` make the links.
pub const PATTERN: &str = "/cases/{case}/documents/{id}/document.pdf";
/// The same at the desk.
pub const DESK_PATTERN: &str = "/desk/cases/{case}/documents/{id}/document.pdf";

/// Documents that are set at the same time. Each computes without a pause, and pages want to be answered too.
const PRINTS_AT_ONCE: usize = 2;

/// Where documents are set: the fonts are read when the first one is wanted.
pub struct PressRoom {
    fonts: PathBuf,
    press: Arc<OnceLock<Press>>,
    places: Semaphore,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
enum PrintFailure {
    /// This machine has no fonts for it.
    #[error(transparent)]
    Fonts(#[from] FontError),
    /// The sheet could not be set.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// The work was lost: the program is stopping, or it panicked.
    #[error("setting a document was broken off")]
    Lost,
}

impl PressRoom {
    /// A room with the fonts of `folder`, whether they are there or not.
    pub fn new(folder: &FilePath) -> Self {
        Self {
            fonts: folder.to_owned(),
            press: Arc::default(),
            places: Semaphore::new(PRINTS_AT_ONCE),
        }
    }

    /// Sets a sheet, beside the threads that answer requests.
    async fn print(&self, sheet: Sheet) -> Result<Vec<u8>, PrintFailure> {
        let _place = self
            .places
            .acquire()
            .await
            .map_err(|_| PrintFailure::Lost)?;
        let (fonts, press) = (self.fonts.clone(), Arc::clone(&self.press));
        tokio::task::spawn_blocking(move || {
            let press = match press.get() {
                Some(press) => press,
                // Two that come first may both read the fonts; one of them is kept.
                None => {
                    let opened = Press::open(&fonts)?;
                    press.get_or_init(|| opened)
                }
            };
            Ok(press.print(&sheet)?)
        })
        .await
        .map_err(|_| PrintFailure::Lost)?
    }
}

/// Sends a document to the applicant, or to an officer who sees the case. For everybody else it does not exist.
pub async fn send(
    State(server): State<Shared>,
    Extension(inquiry): Extension<Inquiry>,
    Path((case, id)): Path<(String, String)>,
    uri: Uri,
    request: HeaderMap,
) -> Response {
    let visitor = server.sessions.open(&request).visitor();
    let (case, id) = (CaseId::new(case), DocumentId::new(id));
    let found = async {
        let actor = actor(&server, &visitor).await?;
        let documents = server.portal.documents();
        let document = documents.find(&actor, &case, &id).await?;
        Ok::<_, Internal>((actor, document))
    };
    let (actor, document) = match found.await {
        Ok(found) => found,
        Err(error) => return failure(&server, inquiry, &error),
    };
    let reader = Reader::new(actor, inquiry, Surface::Web);
    let cx = ctx(&server, reader, uri.path().to_owned(), visitor);
    match document {
        Some(document) => print(&server, &cx, inquiry, &document).await,
        None => answer_refused(&Refused::error(&cx, refusal(&cx), inquiry.id)),
    }
}

fn refusal(cx: &Ctx) -> PageError {
    match cx.actor {
        Actor::Anonymous if is_at_desk(cx) => PageError::OfficerSignIn,
        Actor::Anonymous => PageError::SignIn,
        Actor::Citizen(_) | Actor::Officer(_) => PageError::NotFound,
    }
}

fn is_at_desk(cx: &Ctx) -> bool {
    cx.path.starts_with("/desk/")
}

/// Sets the document and sends it. Only what was really made counts as read.
async fn print(server: &Shared, cx: &Ctx, inquiry: Inquiry, document: &CaseDocument) -> Response {
    let base_url = &server.portal.settings().base_url;
    let pdf = match server.press.print(sheet(base_url, document)).await {
        Ok(pdf) => pdf,
        Err(PrintFailure::Fonts(error)) => {
            tracing::warn!(%error, "a document was asked for as a file; it stays a page");
            let page = without_press(cx, document, is_at_desk(cx));
            return answer_refused(&Refused::page(cx, page));
        }
        Err(error) => {
            let error = Internal::caused("a document could not be set", error);
            return failure(server, inquiry, &error);
        }
    };
    let documents = server.portal.documents();
    match documents.note(&cx.actor, &document.id, Reading::File).await {
        Ok(_) => attachment(document, pdf),
        Err(error) => failure(server, inquiry, &error),
    }
}

/// The document for the press: its Chinese words, which are the ones that count.
fn sheet(base_url: &str, document: &CaseDocument) -> Sheet {
    let said = &document.body.zh;
    let issued = civil_date(document.issued_at);
    let code = document.body.code.to_string();
    let address = format!("{base_url}{}", app::paths::verify(&code));
    Sheet {
        title: said.title.clone(),
        number: said.number.clone(),
        addressee: said.addressee.clone(),
        blocks: said.parts.iter().map(block).collect(),
        office: said.office.clone(),
        dated: said.dated.clone(),
        day: Day {
            year: issued.year(),
            month: issued.month(),
            day: issued.day(),
        },
        notes: said.notes.clone(),
        code: texts::format(Locale::ZhHans, "document-code", &[("code", code.into())]),
        address,
        address_label: texts::text(Locale::ZhHans, "document-code-drawing").to_owned(),
    }
}

fn block(part: &Part) -> Block {
    match part {
        Part::Text(text) => Block::Text { text: text.clone() },
        Part::Facts(rows) => Block::Facts { rows: rows.clone() },
        Part::Points(points) => Block::Points {
            points: points.clone(),
        },
    }
}

/// The file to save, named by title and number.
fn attachment(document: &CaseDocument, pdf: Vec<u8>) -> Response {
    let said = &document.body.zh;
    let name = format!("{} {}.pdf", said.title, said.number);
    let mut answer = Response::new(Body::from(pdf));
    let into = answer.headers_mut();
    into.insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    into.insert(CONTENT_DISPOSITION, disposition(&name));
    into.insert(CONTENT_SECURITY_POLICY, headers::SANDBOX);
    into.insert(CACHE_CONTROL, PERSONAL);
    answer
}
