//! A context without a server, for tests of pages and frames.

use std::sync::{Arc, LazyLock};

use chrono::DateTime;
use domain::{Locale, Text};
use portal::accounts::{Actor, Attendant, Citizen, Officer};
use portal::counter::Sitting;
use portal::settings::{FilesSettings, MailSettings, ScannerSettings, SmsSettings};
use portal::{ManualClock, Portal, Settings};
use tempfile::TempDir;
use tower_sessions::Session;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Result as StoreResult, SessionStore};

use super::{Assets, Ctx, Facts, Modes, Site, Surface, Visitor};

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let assets = Assets {
        css: "/assets/app.1.css".into(),
        js: "/assets/frontend.2.js".into(),
        wasm: "/assets/frontend_bg.3.wasm".into(),
    };
    let facts = Facts {
        base_url: "https://portal.example".into(),
        sponsor: Text::both("通和市人民政府", "People’s Government of Tonghe"),
        operator: Text::zh("通和市数据局"),
        code: "9901000001".into(),
        icp: "ICP 00000000".into(),
        police: "00000000000000".into(),
        address: Text::zh("云岭区政务路 1 号"),
        hours: Text::both("工作日 9:00-17:00", "Working days 9:00–17:00"),
        mail: Some("site@portal.example".into()),
        ipv6: true,
    };
    Site::new(&assets, true, facts)
});

/// A context in a database of its own; the folder lives as long as the test holds it.
pub(crate) async fn context(actor: Actor, surface: Surface, path: &str) -> (TempDir, Ctx) {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        region: "990100".into(),
        base_url: "http://localhost:3000".into(),
        data_dir: folder.path().into(),
        database_url: format!("sqlite://{}/test.db?mode=rwc", folder.path().display()),
        files: FilesSettings::Folder,
        scanner: ScannerSettings::Nobody,
        mail: MailSettings::Folder {
            dir: folder.path().join("mail"),
        },
        mail_from: "Tongban <test@example.org>".into(),
        sms: SmsSettings::Off,
        sms_signature: "通办".into(),
        site_mail: None,
        master_key: "00".repeat(32).into(),
        development: true,
    };
    let now = DateTime::UNIX_EPOCH;
    let clock = Arc::new(ManualClock::new(now));
    let ctx = Ctx {
        portal: Portal::open(settings, clock).await.unwrap(),
        actor,
        locale: Locale::En,
        modes: Modes::default(),
        surface,
        path: path.into(),
        visitor: Visitor::new(Session::new(None, Arc::new(NoStore), None)),
        sitting: None,
        site: &SITE,
        now,
    };
    (folder, ctx)
}

/// A citizen with the given name.
pub(crate) fn citizen(name: &str) -> Actor {
    Actor::Citizen(Citizen {
        id: domain::AccountId::new("citizen"),
        name: name.into(),
        locale: Locale::En,
        attended_by: None,
    })
}

/// A sitting of [`officer`] with [`citizen`], and the citizen in it.
pub(crate) fn sitting(name: &str) -> (Sitting, Actor) {
    let Actor::Citizen(mut citizen) = citizen(name) else {
        unreachable!("it is a citizen")
    };
    citizen.attended_by = Some(Attendant {
        officer: domain::AccountId::new("officer"),
        name: "Wang".into(),
        department: domain::DepartmentCode::new("police"),
    });
    let sitting = Sitting {
        id: "s-1".into(),
        citizen: citizen.clone(),
        name_masked: domain::identity::mask_name(name),
        number_end: "0241".into(),
    };
    (sitting, Actor::Citizen(citizen))
}

/// An officer with the given name.
pub(crate) fn officer(name: &str) -> Actor {
    Actor::Officer(Officer {
        id: domain::AccountId::new("officer"),
        name: name.into(),
        department: domain::DepartmentCode::new("police"),
        department_name: Text::zh("通和市公安局"),
        role: domain::cases::Role::Handler,
        title: Text::both("科员", "Clerk"),
        locale: Locale::En,
    })
}

/// Forgets every session.
#[derive(Debug)]
struct NoStore;

#[async_trait::async_trait]
impl SessionStore for NoStore {
    async fn save(&self, _: &Record) -> StoreResult<()> {
        Ok(())
    }

    async fn load(&self, _: &Id) -> StoreResult<Option<Record>> {
        Ok(None)
    }

    async fn delete(&self, _: &Id) -> StoreResult<()> {
        Ok(())
    }
}
