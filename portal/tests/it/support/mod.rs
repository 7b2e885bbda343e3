//! A portal for one test, and the macro that runs a test on both databases.

use std::ops::Deref;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use portal::settings::{FilesSettings, MailSettings, ScannerSettings, Settings, SmsSettings};
use portal::sms::Sms;
use portal::{Clock, ManualClock, Portal};
use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

/// Names a test and gives its body, which runs once on SQLite and once on PostgreSQL:
///
/// ```ignore
/// both!(a_name, async |portal| {
///     assert_eq!(portal.now(), support::start());
/// });
/// ```
macro_rules! both {
    ($(#[$meta:meta])* $name:ident, $body:expr $(,)?) => {
        async fn $name(portal: $crate::support::TestPortal) {
            $crate::support::run(portal, $body).await;
        }

        $(#[$meta])*
        mod $name {
            #[tokio::test]
            async fn on_sqlite() {
                super::$name($crate::support::TestPortal::new().await).await;
            }

            #[tokio::test]
            async fn on_postgres() {
                if let Some(portal) = $crate::support::TestPortal::on_postgres().await {
                    super::$name(portal).await;
                }
            }
        }
    };
}
pub(crate) use both;

/// Runs the body of a test. It gives the closure of [`both`] its type.
pub async fn run(portal: TestPortal, body: impl AsyncFnOnce(TestPortal)) {
    body(portal).await;
}

/// A master key that protects nothing.
const MASTER_KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// A migrated, empty portal of its own, with a clock that stands still at Monday, 2 November 2026,
/// ten o'clock in Beijing.
pub struct TestPortal {
    portal: Portal,
    clock: Arc<ManualClock>,
    /// Removed with the test.
    _dir: TempDir,
}

impl TestPortal {
    /// On SQLite.
    pub async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/tongban.db?mode=rwc", dir.path().display());
        Self::open(dir, url).await
    }

    /// On a fresh database beside the one that `TEST_POSTGRES_URL` names:
    /// `postgres://user@host:port/postgres`.
    pub async fn on_postgres() -> Option<Self> {
        let Ok(url) = std::env::var("TEST_POSTGRES_URL") else {
            eprintln!("SKIPPED on PostgreSQL: TEST_POSTGRES_URL is not set");
            return None;
        };
        let (server, _) = url.rsplit_once('/').unwrap();
        let name = format!("test_{}", portal::ids::new(start()).replace('-', ""));
        let admin = Database::connect(&url).await.unwrap();
        admin
            .execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await
            .unwrap();
        admin.close().await.unwrap();
        let dir = tempfile::tempdir().unwrap();
        Some(Self::open(dir, format!("{server}/{name}")).await)
    }

    async fn open(dir: TempDir, database_url: String) -> Self {
        let settings = Settings {
            region: "990100".to_owned(),
            base_url: "https://portal.example".to_owned(),
            data_dir: dir.path().to_owned(),
            database_url,
            files: FilesSettings::Folder,
            scanner: ScannerSettings::Nobody,
            mail: MailSettings::Folder {
                dir: dir.path().join("mail"),
            },
            mail_from: "Tongban <no-reply@portal.example>".to_owned(),
            sms: SmsSettings::Folder {
                dir: dir.path().join("messages"),
            },
            sms_signature: "通办".to_owned(),
            site_mail: Some("site@portal.example".to_owned()),
            master_key: MASTER_KEY.into(),
            development: true,
        };
        let clock = Arc::new(ManualClock::new(start()));
        let portal = Portal::open(settings, clock.clone()).await.unwrap();
        migrations::migrate(portal.db().schema()).await.unwrap();
        Self {
            portal,
            clock,
            _dir: dir,
        }
    }

    /// Moves the clock.
    pub fn advance(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    /// Sets the clock to a date and time of day in Beijing, `2026-02-13 09:00`.
    pub fn at(&self, text: &str) {
        let text = format!("{}:00+08:00", text.replace(' ', "T"));
        self.clock.set(text.parse().unwrap());
    }

    /// The portal itself, for what takes it by value.
    pub fn portal(&self) -> Portal {
        self.portal.clone()
    }

    /// The same portal as another node would open it, with a scanner.
    pub async fn with_scanner(&self, scanner: ScannerSettings) -> Portal {
        let settings = Settings {
            scanner,
            ..self.portal.settings().clone()
        };
        Portal::open(settings, self.clock.clone()).await.unwrap()
    }

    /// The same portal as another node would open it, with other text messages.
    pub async fn with_sms(&self, sms: SmsSettings) -> Portal {
        let settings = Settings {
            sms,
            ..self.portal.settings().clone()
        };
        Portal::open(settings, self.clock.clone()).await.unwrap()
    }

    /// The same portal as another node would open it, whose work on jobs panics as soon as it asks for the
    /// time.
    pub async fn with_panics(&self) -> Portal {
        let settings = self.portal.settings().clone();
        let clock = PanicsInTasks(self.clock.clone());
        Portal::open(settings, Arc::new(clock)).await.unwrap()
    }

    /// The text messages sent so far, in no order, each as a whole file.
    pub fn messages(&self) -> Vec<String> {
        match self.portal.sms() {
            Sms::Folder(folder) => folder.read_all().unwrap(),
            Sms::Off | Sms::Hook(_) => Vec::new(),
        }
    }

    /// Carries out every job that is due, and returns how many tries that took.
    pub async fn run_jobs(&self) -> usize {
        portal::jobs::run_pending(&self.portal).await.unwrap()
    }

    /// Does what the clock alone makes due.
    pub async fn run_scheduled(&self) {
        portal::jobs::run_scheduled(&self.portal).await;
    }

    /// The mails sent so far, newest first, each as a whole file.
    pub fn mails(&self) -> Vec<String> {
        let folder = self.portal.post().folder().unwrap();
        let files = folder.list().unwrap();
        files
            .iter()
            .map(|file| folder.read(&file.name).unwrap().unwrap())
            .collect()
    }
}

/// A clock that stops whoever is not the test itself.
struct PanicsInTasks(Arc<ManualClock>);

impl Clock for PanicsInTasks {
    fn now(&self) -> DateTime<Utc> {
        assert!(tokio::task::try_id().is_none(), "a mistake of ours");
        self.0.now()
    }
}

impl Deref for TestPortal {
    type Target = Portal;

    fn deref(&self) -> &Portal {
        &self.portal
    }
}

/// When every test begins.
pub fn start() -> DateTime<Utc> {
    "2026-11-02T02:00:00Z".parse().unwrap()
}
