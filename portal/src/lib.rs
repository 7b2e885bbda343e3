//! The use cases of the portal: what a citizen, an officer, a kiosk, an integrator or the clock can
//! make it do. The only crate that opens transactions and that talks to the world outside.
//!
//! The modules of the first group are the foundation; those of the second are the features, each
//! reached through an accessor of [`Portal`].

// Foundation.
pub mod audit;
pub mod clock;
mod counters;
pub mod db;
pub(crate) mod digest;
pub mod error;
pub mod files;
pub mod ids;
pub mod jobs;
pub mod limits;
pub mod mail;
pub mod publication;
pub mod scanner;
pub mod sealing;
pub mod settings;
pub mod sms;
pub mod texts;

// Features, in the order of the alphabet.
pub mod accounts;
pub mod cases;
pub mod catalogue;
pub mod certificates;
pub mod choice;
pub mod consultations;
pub mod desk;
pub mod documents;
pub mod evaluations;
pub mod integration;
pub mod materials;
pub mod notices;
pub mod operations;
pub mod registers;
pub mod site;
pub mod supervision;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::watch;

pub use clock::{Clock, ManualClock, PastClock, SystemClock};
pub use error::Internal;
pub use settings::Settings;

use db::Db;
use files::Files;
use mail::Post;
use publication::Publication;
use scanner::Scanner;
use sealing::Keys;
use sms::Sms;

/// Turns `true` when the program is to stop; long-running tasks then finish what they hold.
pub type Shutdown = watch::Receiver<bool>;

/// The portal: everything a use case needs, cheap to clone.
#[derive(Clone)]
pub struct Portal {
    inner: Arc<Inner>,
}

/// What all clones of a [`Portal`] share.
struct Inner {
    settings: Settings,
    clock: Arc<dyn Clock>,
    db: Db,
    keys: Arc<Keys>,
    files: Files,
    post: Post,
    sms: Sms,
    scanner: Box<dyn Scanner>,
    publication: Publication,
    catalogue: catalogue::Cache,
    ratings: evaluations::Ratings,
}

impl Portal {
    /// Opens the portal: derives the keys, connects to the database and to the store of files. Does
    /// not migrate; see [`Db::schema`]. Needs a Tokio runtime.
    ///
    /// # Errors
    /// [`Internal`] when a setting is nonsense, or the database or a folder cannot be opened.
    pub async fn open(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, Internal> {
        let keys = Arc::new(Keys::derive(&settings.master_key)?);
        std::fs::create_dir_all(&settings.data_dir)?;
        let inner = Inner {
            db: Db::open(&settings.database_url).await?,
            files: Files::open(&settings, Arc::clone(&keys))?,
            post: Post::open(&settings)?,
            sms: Sms::open(&settings)?,
            scanner: scanner::open(&settings.scanner),
            publication: Publication::default(),
            catalogue: catalogue::Cache::default(),
            ratings: evaluations::Ratings::default(),
            keys,
            clock,
            settings,
        };
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// Closes the database. What is used afterwards fails.
    pub async fn close(&self) {
        self.inner.db.close().await;
    }
}

/// The foundation, for the use cases.
impl Portal {
    /// The settings it was opened with.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.inner.clock.now()
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.inner.db
    }

    /// What seals personal data.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.inner.keys
    }

    /// The store of files.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.inner.files
    }

    /// The way mail leaves the house.
    #[must_use]
    pub fn post(&self) -> &Post {
        &self.inner.post
    }

    /// The way text messages leave the house.
    #[must_use]
    pub fn sms(&self) -> &Sms {
        &self.inner.sms
    }

    /// What looks through uploaded files.
    #[must_use]
    pub fn scanner(&self) -> &dyn Scanner {
        self.inner.scanner.as_ref()
    }

    /// How services were rated, as of today.
    pub(crate) fn ratings(&self) -> &evaluations::Ratings {
        &self.inner.ratings
    }

    /// The version of what readers who are not signed in can see.
    #[must_use]
    pub fn publication(&self) -> &Publication {
        &self.inner.publication
    }
}

/// The features, in the order of the alphabet.
impl Portal {
    /// Registration, sign-in, sessions.
    #[must_use]
    pub fn accounts(&self) -> accounts::Accounts<'_> {
        accounts::Accounts(self)
    }

    /// The citizen's cases.
    #[must_use]
    pub fn cases(&self) -> cases::Cases<'_> {
        cases::Cases(self)
    }

    /// Items, departments, definitions and the calendar of working days.
    #[must_use]
    pub fn catalogue(&self) -> catalogue::Catalogue<'_> {
        catalogue::Catalogue(self)
    }

    /// Electronic certificates.
    #[must_use]
    pub fn certificates(&self) -> certificates::Certificates<'_> {
        certificates::Certificates(self)
    }

    /// The guided choice before an application.
    #[must_use]
    pub fn choice(&self) -> choice::Choice<'_> {
        choice::Choice(self)
    }

    /// What departments ask each other about a case.
    #[must_use]
    pub fn consultations(&self) -> consultations::Consultations<'_> {
        consultations::Consultations(self)
    }

    /// The officer's desk.
    #[must_use]
    pub fn desk(&self) -> desk::Desk<'_> {
        desk::Desk(self)
    }

    /// Legal documents of cases.
    #[must_use]
    pub fn documents(&self) -> documents::Documents<'_> {
        documents::Documents(self)
    }

    /// Ratings of finished matters.
    #[must_use]
    pub fn evaluations(&self) -> evaluations::Evaluations<'_> {
        evaluations::Evaluations(self)
    }

    /// What the systems of other departments ask for.
    #[must_use]
    pub fn integration(&self) -> integration::Integration<'_> {
        integration::Integration(self)
    }

    /// Notices: the citizen's inbox, and how far each has come.
    #[must_use]
    pub fn notices(&self) -> notices::Notices<'_> {
        notices::Notices(self)
    }

    /// What operators do.
    #[must_use]
    pub fn operations(&self) -> operations::Operations<'_> {
        operations::Operations(self)
    }

    /// The departments' registers.
    #[must_use]
    pub fn registers(&self) -> registers::Registers<'_> {
        registers::Registers(self)
    }

    /// What readers report about the portal itself.
    #[must_use]
    pub fn site(&self) -> site::Site<'_> {
        site::Site(self)
    }

    /// Supervision: findings, figures, lists of cases.
    #[must_use]
    pub fn supervision(&self) -> supervision::Supervision<'_> {
        supervision::Supervision(self)
    }
}
