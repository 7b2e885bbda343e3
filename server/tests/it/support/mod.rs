//! A portal of its own for each test, and readers who ask it.

mod reader;
mod table;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use portal::{Portal, SystemClock};
use server::config::{self, Config};
use server::http::serve::{Limits, serve};
use server::http::{Server, router};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

pub use reader::{Answer, Reader};
pub use table::table;

/// Where citizens find the portal of the tests.
pub const BASE_URL: &str = "https://portal.example";

/// The password that everybody in the demonstration city shares.
pub const PASSWORD: &str = "Tongban-demo-2026";

/// A citizen and an officer of the demonstration city.
pub const CITIZEN: &str = "lin.yinuo@example.com";
pub const OFFICER: &str = "hrss.handler@desk.example.com";

const MASTER_KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// The portal of one test.
pub struct House {
    pub portal: Portal,
    pub config: Config,
    pub router: Router,
    _folder: TempDir,
}

impl House {
    /// With the pages of the program and an empty database.
    pub async fn new() -> Self {
        Self::with(&[]).await
    }

    /// With the demonstration city.
    pub async fn with_city() -> Self {
        let house = Self::new().await;
        house.portal.operations().seed_demo().await.unwrap();
        house
            .portal
            .publication()
            .refresh(house.portal.db())
            .await
            .unwrap();
        house
    }

    /// With other settings: pairs of the environment.
    pub async fn with(settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().display().to_string();
        let usual = [
            ("TONGBAN__DATA_DIR", data.as_str()),
            ("TONGBAN__CITY__BASE_URL", BASE_URL),
            ("TONGBAN__SECRETS__MASTER_KEY", MASTER_KEY),
        ];
        let environment = usual
            .iter()
            .chain(settings)
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let config = config::load(None, environment.collect::<Vec<_>>()).unwrap();
        let portal = Portal::open(config.to_portal(), Arc::new(SystemClock))
            .await
            .unwrap();
        migrations::migrate(portal.db().schema()).await.unwrap();
        let server = Server::new(portal.clone(), &config).unwrap();
        let router = router::router(server, &config).unwrap();
        Self {
            portal,
            config,
            router,
            _folder: folder,
        }
    }

    /// The same portal with the pages of [`table`], which do what no page of the program does.
    pub fn with_odd_pages(mut self) -> Self {
        let server = Server::new(self.portal.clone(), &self.config).unwrap();
        self.router = router::with_pages(server, &self.config, table()).unwrap();
        self
    }

    /// Somebody with a fresh browser.
    pub fn reader(&self) -> Reader {
        Reader::new(self.router.clone())
    }
}

/// A listener that serves a router until the test stops it.
pub struct Listening {
    pub address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<usize>,
}

impl Listening {
    pub async fn start(router: Router, limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(serve(listener, router, limits, async {
            stopped.await.ok();
        }));
        Self {
            address,
            stop,
            serving,
        }
    }

    /// Tells the listener to stop and waits for it; says how many connections it cut.
    pub async fn stop(self) -> usize {
        self.stop.send(()).unwrap();
        self.serving.await.unwrap()
    }
}

/// Limits that no test reaches by accident.
pub const WIDE: Limits = Limits {
    connections: 100,
    head: Duration::from_secs(20),
    drain: Duration::from_secs(20),
};
