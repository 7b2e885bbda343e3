//! `export_memory [CASES]`: saves a list of made-up cases, 100,000 where nothing else is said, as CSV and as
//! a workbook, and says how much memory the process has needed at its highest. Linux only.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a program for developers, which reports and stops"
)]

use std::sync::Arc;

use chrono::TimeDelta;
use domain::cases::{CaseClock, EventKind, Flow};
use domain::supervision::Month;
use entities::{case_event, service_case};
use futures::TryStreamExt as _;
use portal::accounts::{Actor, Officer, SignInDoor};
use portal::settings::{FilesSettings, MailSettings, ScannerSettings, SmsSettings};
use portal::supervision::{ExportFilter, ExportStart, ExportTable};
use portal::{Portal, Settings, SystemClock, ids};
use sea_orm::EntityTrait as _;
use tempfile::TempDir;

const CARD: &str = "11990100990100026J3000709110003";
const DEPARTMENT: &str = "990100-police";
/// Cases of one transaction.
const BATCH: u32 = 1_000;

#[tokio::main]
async fn main() {
    let cases = std::env::args().nth(1);
    let cases = cases.map_or(100_000, |cases| cases.parse().expect("it works"));
    let folder = tempfile::tempdir().expect("it works");
    let portal = open(&folder).await;
    portal.operations().seed_demo().await.expect("it works");
    let citizen = signed_in(&portal, "lin.yinuo@example.com", SignInDoor::Citizen).await;
    let Actor::Citizen(citizen) = citizen else {
        panic!("no citizen")
    };
    let mut made = 0;
    while made < cases {
        make(
            &portal,
            citizen.id.as_str(),
            made..(made + BATCH).min(cases),
        )
        .await;
        made += BATCH;
    }
    println!("{cases} cases, {} before the lists", peak());
    let login = "police.reviewer@desk.example.com";
    let Actor::Officer(reviewer) = signed_in(&portal, login, SignInDoor::Desk).await else {
        panic!("no officer")
    };
    let mut bytes = 0;
    let pieces = begun(&portal, &reviewer).await.csv();
    let mut pieces = std::pin::pin!(pieces);
    while let Some(piece) = pieces.try_next().await.expect("it works") {
        bytes += piece.len();
    }
    println!("CSV: {bytes} bytes, {}", peak());
    let saved = begun(&portal, &reviewer)
        .await
        .workbook()
        .await
        .expect("it works");
    println!("XLSX: {} bytes, {}", saved.size, peak());
}

async fn open(folder: &TempDir) -> Portal {
    let path = folder.path();
    let settings = Settings {
        region: "990100".to_owned(),
        base_url: "https://portal.example".to_owned(),
        data_dir: path.to_owned(),
        database_url: format!("sqlite://{}/tongban.db?mode=rwc", path.display()),
        files: FilesSettings::Folder,
        scanner: ScannerSettings::Nobody,
        mail: MailSettings::Folder {
            dir: path.join("mail"),
        },
        mail_from: "Tongban <no-reply@portal.example>".to_owned(),
        site_mail: None,
        sms: SmsSettings::Folder {
            dir: path.join("sms"),
        },
        sms_signature: "Tongban".to_owned(),
        master_key: "01".repeat(32).into(),
        development: true,
    };
    let portal = Portal::open(settings, Arc::new(SystemClock))
        .await
        .expect("it works");
    migrations::migrate(portal.db().schema())
        .await
        .expect("it works");
    portal
}

async fn signed_in(portal: &Portal, login: &str, door: SignInDoor) -> Actor {
    let accounts = portal.accounts();
    let id = accounts.sign_in(login, "Tongban-demo-2026", door).await;
    accounts
        .actor(&id.expect("it works"))
        .await
        .expect("it works")
}

/// Writes cases that were decided, each a minute after the one before.
async fn make(portal: &Portal, citizen: &str, numbers: std::ops::Range<u32>) {
    let first = Month::parse("2025-01").expect("it works").begins();
    let calendar = portal.catalogue().calendar().await.expect("it works");
    let flow: Flow = serde_json::from_value(serde_json::json!({
        "promised": { "number": 15, "unit": "working_days" },
        "statutory": { "number": 20, "unit": "working_days" }
    }))
    .expect("it works");
    let mut cases = Vec::new();
    let mut events = Vec::new();
    for number in numbers {
        let at = first + TimeDelta::minutes(number.into());
        let clock = CaseClock::start(domain::calendar::civil_date(at), &flow, &calendar);
        let id = ids::new(at);
        cases.push(service_case::ActiveModel::from(service_case::Model {
            id: id.clone(),
            number: Some(format!("99010020250101{number:07}")),
            item_code: CARD.to_owned(),
            definition_version: 1,
            department_code: DEPARTMENT.to_owned(),
            applicant_id: citizen.to_owned(),
            state: "delivered".to_owned(),
            state_data: vec![0; 400],
            revision: 5,
            acceptance_due: None,
            accepted_on: Some(clock.accepted_on),
            promised_due: Some(clock.promised_due.date),
            statutory_due: Some(clock.statutory_due.date),
            clock: Some(serde_json::to_string(&clock).expect("it works")),
            next_due: None,
            renews_until: None,
            pile: Some("closed".to_owned()),
            number_tail: None,
            assignee_id: None,
            questioned: None,
            new_message: None,
            part_of: None,
            matter: None,
            due_provisional: false,
            channel: "web".to_owned(),
            created_at: at,
            updated_at: at,
            submitted_at: Some(at),
        }));
        events.push(case_event::ActiveModel::from(case_event::Model {
            case_id: id,
            sequence: 4,
            at: at + TimeDelta::days(3),
            party: "officer".to_owned(),
            actor_id: None,
            kind: EventKind::Decide.key().to_owned(),
            note: None,
            data: None,
        }));
    }
    let written = portal.db().write(move |tx| {
        Box::pin(async move {
            service_case::Entity::insert_many(cases)
                .exec_without_returning(tx)
                .await?;
            case_event::Entity::insert_many(events)
                .exec_without_returning(tx)
                .await?;
            Ok::<_, portal::Internal>(())
        })
    });
    written.await.expect("it works");
}

async fn begun(portal: &Portal, officer: &Officer) -> ExportTable {
    let start = portal
        .supervision()
        .begin_export(officer, ExportFilter::default())
        .await;
    match start.expect("it works") {
        Some(ExportStart::Ready(table)) => table,
        _ => panic!("no list"),
    }
}

/// The most memory that the process has had, as the kernel counts it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").expect("it works");
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.unwrap_or_default().replace('\t', " ")
}
