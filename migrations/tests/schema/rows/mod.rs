//! Rows of every table as the portal writes them; where columns may be null, one row with them and
//! one without.

pub(crate) mod accounts;
mod cases;
mod catalogue;
mod desk;
mod editing;
pub(crate) mod operations;
mod registers;
mod results;
mod site;
mod supervision;

use std::time::Duration;

use anyhow::Result;
use sea_orm::prelude::{Date, DateTimeUtc};

use crate::agreement::agrees;
use crate::databases::Database;

const ITEM: &str = "11440100007482575H3440118009000";
const DEPARTMENT: &str = "hr";
const CITIZEN: &str = "01935a3e-7c00-7a10-8000-000000000001";
const OFFICER: &str = "01935a3e-7c00-7a10-8000-000000000002";
const KIOSK: &str = "01935a3e-7c00-7a10-8000-000000000003";
const CASE: &str = "01935a3e-7c00-7a10-8000-000000000010";
const DRAFT: &str = "01935a3e-7c00-7a10-8000-000000000011";

/// Tries every entity. Gives the names of their tables.
pub(crate) async fn round_trips(database: &Database) -> Result<Vec<String>> {
    use entities::*;
    Ok(vec![
        agrees::<division::Entity>(database, catalogue::divisions()).await?,
        agrees::<calendar_day::Entity>(database, catalogue::calendar_days()).await?,
        agrees::<calendar_year::Entity>(database, catalogue::calendar_years()).await?,
        agrees::<department::Entity>(database, catalogue::departments()).await?,
        agrees::<service_item::Entity>(database, catalogue::service_items()).await?,
        agrees::<item_topic::Entity>(database, catalogue::item_topics()).await?,
        agrees::<item_life_event::Entity>(database, catalogue::item_life_events()).await?,
        agrees::<item_people_group::Entity>(database, catalogue::item_people_groups()).await?,
        agrees::<service_definition::Entity>(database, catalogue::definitions()).await?,
        agrees::<service_draft::Entity>(database, editing::drafts()).await?,
        agrees::<service_standing::Entity>(database, editing::standings()).await?,
        agrees::<account::Entity>(database, vec![accounts::citizen(), accounts::kiosk()]).await?,
        agrees::<officer::Entity>(database, accounts::officers()).await?,
        agrees::<session::Entity>(database, accounts::sessions()).await?,
        agrees::<register_population::Entity>(database, registers::population()).await?,
        agrees::<register_social_security::Entity>(database, registers::social_security()).await?,
        agrees::<register_health_card::Entity>(database, registers::health_cards()).await?,
        agrees::<access_record::Entity>(database, registers::access_records()).await?,
        agrees::<service_case::Entity>(database, vec![cases::accepted(), cases::draft()]).await?,
        agrees::<case_answers::Entity>(database, cases::answers()).await?,
        agrees::<material::Entity>(database, cases::materials()).await?,
        agrees::<upload_tally::Entity>(database, cases::tallies()).await?,
        agrees::<library_material::Entity>(database, cases::library()).await?,
        agrees::<hand_over::Entity>(database, cases::hand_overs()).await?,
        agrees::<draft_reminder::Entity>(database, cases::reminders()).await?,
        agrees::<case_answers_version::Entity>(database, cases::answers_versions()).await?,
        agrees::<case_step::Entity>(database, cases::steps()).await?,
        agrees::<case_event::Entity>(database, cases::events()).await?,
        agrees::<certificate::Entity>(database, results::certificates()).await?,
        agrees::<case_document::Entity>(database, results::documents()).await?,
        agrees::<evaluation::Entity>(database, results::evaluations()).await?,
        agrees::<default_evaluation::Entity>(database, results::default_evaluations()).await?,
        agrees::<rectification::Entity>(database, results::rectifications()).await?,
        agrees::<rectification_step::Entity>(database, results::rectification_steps()).await?,
        agrees::<notice::Entity>(database, results::notices()).await?,
        agrees::<notice_delivery::Entity>(database, results::deliveries()).await?,
        agrees::<notice_preference::Entity>(database, results::preferences()).await?,
        agrees::<case_search::Entity>(database, desk::words()).await?,
        agrees::<assignment_rule::Entity>(database, desk::rules()).await?,
        agrees::<case_assignment::Entity>(database, desk::assignments()).await?,
        agrees::<case_note::Entity>(database, desk::notes()).await?,
        agrees::<case_message::Entity>(database, desk::messages()).await?,
        agrees::<consultation::Entity>(database, desk::consultations()).await?,
        agrees::<opinion_template::Entity>(database, desk::templates()).await?,
        agrees::<saved_filter::Entity>(database, desk::filters()).await?,
        agrees::<officer_absence::Entity>(database, desk::absences()).await?,
        agrees::<site_report::Entity>(database, site::reports()).await?,
        agrees::<supervision_rules::Entity>(database, supervision::rules()).await?,
        agrees::<supervision_finding::Entity>(database, supervision::findings()).await?,
        agrees::<monthly_count::Entity>(database, supervision::counts()).await?,
        agrees::<monthly_figure::Entity>(database, supervision::figures()).await?,
        agrees::<job::Entity>(
            database,
            vec![operations::queued_job(), operations::done_job()],
        )
        .await?,
        agrees::<audit::Entity>(database, operations::audit_rows()).await?,
        agrees::<api_client::Entity>(database, operations::api_clients()).await?,
        agrees::<counter::Entity>(database, operations::counters()).await?,
    ])
}

/// The instant so many milliseconds after the start of 1970.
pub(crate) fn instant(milliseconds: u64) -> DateTimeUtc {
    DateTimeUtc::UNIX_EPOCH + Duration::from_millis(milliseconds)
}

/// 2026-11-21 03:47:05.123 UTC, later by so many hours.
fn later(hours: u64) -> DateTimeUtc {
    instant(1_795_232_825_123) + Duration::from_secs(hours * 3_600)
}

/// 2026-11-21, later by so many days.
fn day(days: u64) -> Date {
    later(days * 24).date_naive()
}

/// Bytes that are neither text nor free of zeros, as sealing makes them.
fn sealed(length: usize) -> Vec<u8> {
    (0..=u8::MAX).rev().cycle().take(length).collect()
}
