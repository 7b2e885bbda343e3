//! The portal under measurement, with a service of two questions.

use std::path::PathBuf;
use std::sync::Arc;

use domain::ItemCode;
use domain::cases::Flow;
use domain::catalogue::GuidedChoice;
use portal::accounts::{Actor, Citizen, Officer, SignInDoor};
use portal::settings::{FilesSettings, MailSettings, ScannerSettings, Settings, SmsSettings};
use portal::{Portal, SystemClock};
use serde_json::json;

const PASSWORD: &str = "Tongban-demo-2026";
/// A service of the police: the one with the most cases in most cities.
pub const ITEM: &str = "11990100990100026J3000709110003";

/// Everything that the measurements need.
pub struct City {
    pub portal: Portal,
    pub citizen: Citizen,
    pub handler: Officer,
    /// Version and department of the service.
    pub version: u32,
    pub department: String,
    pub flow: Flow,
}

pub async fn open(database_url: String, data_dir: PathBuf) -> City {
    let settings = Settings {
        region: "990100".to_owned(),
        base_url: "https://portal.example".to_owned(),
        mail: MailSettings::Folder {
            dir: data_dir.join("mail"),
        },
        data_dir,
        database_url,
        files: FilesSettings::Folder,
        scanner: ScannerSettings::Nobody,
        mail_from: "Tongban <no-reply@portal.example>".to_owned(),
        sms: SmsSettings::Off,
        sms_signature: "通办".to_owned(),
        site_mail: None,
        master_key: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f".into(),
        development: false,
    };
    let portal = Portal::open(settings, Arc::new(SystemClock)).await;
    let portal = portal.expect("a portal");
    migrations::migrate(portal.db().schema())
        .await
        .expect("a schema");
    portal.operations().seed_demo().await.expect("a city");
    let (version, flow) = simple_service(&portal).await;
    let citizen = match actor(&portal, "lin.yinuo@example.com", SignInDoor::Citizen).await {
        Actor::Citizen(citizen) => citizen,
        other => panic!("{other:?} is no citizen"),
    };
    let handler = match actor(&portal, "police.handler@desk.example.com", SignInDoor::Desk).await {
        Actor::Officer(officer) => officer,
        other => panic!("{other:?} is no officer"),
    };
    City {
        department: handler.department.to_string(),
        portal,
        citizen,
        handler,
        version,
        flow,
    }
}

async fn actor(portal: &Portal, login: &str, door: SignInDoor) -> Actor {
    let accounts = portal.accounts();
    let id = accounts
        .sign_in(login, PASSWORD, door)
        .await
        .expect("a sign-in");
    accounts.actor(&id).await.expect("an actor")
}

/// The service with two questions, which one officer decides.
async fn simple_service(portal: &Portal) -> (u32, Flow) {
    let code = ItemCode::new(ITEM);
    let item = portal.catalogue().item(&code).await.expect("a catalogue");
    let published = item.and_then(|item| item.definition).expect("a service");
    let mut definition = Arc::unwrap_or_clone(published);
    let field = |key: &str| {
        json!({ "key": key, "label": { "zh": key, "en": key }, "required": true,
                "kind": { "type": "text" } })
    };
    let form = json!({ "steps": [{
        "key": "only", "title": { "zh": "填写", "en": "Fill in" },
        "sections": [{ "fields": [field("purpose"), field("place")] }]
    }] });
    definition.form = serde_json::from_value(form).expect("a form");
    definition.guide.materials.clear();
    definition.guide.steps.clear();
    definition.choice = GuidedChoice::default();
    definition.certificate = None;
    definition.flow.four_eyes = false;
    let version = portal.catalogue().publish(&code, &definition).await;
    (version.expect("a published service"), definition.flow)
}
