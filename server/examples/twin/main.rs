//! `twin ADDRESS FOLDER`: the portal's rival in `cargo xtask bench pages`.
//!
//! `/static/<page>` sends the bytes of `FOLDER/<page>.html` from memory: the physical limit of any
//! server. `/maud/<page>` writes the same visible text as the portal with hand-written templates, fed
//! anew for each request from the same views of the same catalogue. The settings are those of `tongban`.

mod entries;
mod facts;
mod frame;
mod glance;
mod guide;
mod home;
mod list;
/// The drawings of the portal's own signs.
#[path = "../../../app/src/ui/icon/lucide.rs"]
mod lucide;
mod materials;
mod pieces;
mod places;
mod side;
mod words;

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use app::Site;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt as _;
use bytes::Bytes;
use maud::Markup;
use portal::{Internal, Portal, SystemClock};

/// The names of the pages.
const PAGES: [&str; 3] = ["home", "list", "guide"];

/// What the templates are fed from.
struct Twin {
    portal: Portal,
    site: Site,
}

/// A page of the catalogue could not be loaded.
struct Failed(Internal);

impl From<Internal> for Failed {
    fn from(error: Internal) -> Self {
        Self(error)
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        (StatusCode::INTERNAL_SERVER_ERROR, self.0.to_string()).into_response()
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments
        .next()
        .context("the first argument is an address")?;
    let folder = PathBuf::from(
        arguments
            .next()
            .context("the second argument is a folder")?,
    );
    let config = server::config::load(None, std::env::vars())?;
    let portal = Portal::open(config.to_portal(), Arc::new(SystemClock)).await?;
    portal.publication().refresh(portal.db()).await?;
    let assets = server::http::assets::addresses()?;
    let site = Site::new(&assets, config.development, config.facts());
    let twin = Arc::new(Twin { portal, site });
    let mut router = Router::new()
        .route("/maud/home", get(home))
        .route("/maud/list", get(list))
        .route("/maud/guide", get(guide));
    for page in PAGES {
        let file = folder.join(page).with_extension("html");
        let bytes = Bytes::from(std::fs::read(&file).with_context(|| file.display().to_string())?);
        let send = async move || ([(CONTENT_TYPE, "text/html; charset=utf-8")], bytes.clone());
        router = router.route(&format!("/static/{page}"), get(send));
    }
    // Without it every answer would wait for the client's delayed acknowledgement.
    let listener = tokio::net::TcpListener::bind(&address)
        .await?
        .tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::warn!(%error, "a connection was gone before it began");
            }
        });
    let stop = async {
        if let Err(error) = server::http::serve::told_to_stop().await {
            tracing::error!(%error, "the system gives no signals");
        }
    };
    axum::serve(listener, router.with_state(twin))
        .with_graceful_shutdown(stop)
        .await?;
    Ok(())
}

async fn home(State(twin): State<Arc<Twin>>) -> Result<Html<String>, Failed> {
    let home = twin.portal.catalogue().home().await?;
    Ok(sent(home::page(&twin.site, &home)))
}

async fn list(State(twin): State<Arc<Twin>>) -> Result<Html<String>, Failed> {
    let catalogue = twin.portal.catalogue();
    let found = catalogue.browse(&list::EVERYTHING).await?;
    let home = catalogue.home().await?;
    Ok(sent(list::page(&twin.site, &found, &home)))
}

async fn guide(State(twin): State<Arc<Twin>>) -> Result<Html<String>, Failed> {
    let code = domain::ItemCode::parse(guide::ITEM)
        .map_err(|error| Internal::caused("the measured service has no code", error))?;
    let item = twin.portal.catalogue().item(&code).await?;
    let item = item.ok_or(Internal::new("the measured service does not exist"))?;
    Ok(sent(guide::page(&twin.site, &item)?))
}

fn sent(page: Markup) -> Html<String> {
    Html(page.into_string())
}
