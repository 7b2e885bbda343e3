//! The clock faked forward through Spring Festival.

use std::fs;

use chrono::Days;
use domain::calendar::{LimitUnit, TimeLimit, civil_date};
use domain::cases::{CaseState, Demands, Event, EventKind, ProcedureKind};
use serde_json::json;

use super::{act, case, service, submitted, view};
use crate::cases::{citizen, officer};
use crate::support::{TestPortal, both};

/// Spring Festival 2026 as the notice has it.
async fn festival(portal: &TestPortal) {
    let dir = tempfile::tempdir().unwrap();
    let off = (15..=23).map(|day| (format!("2026-02-{day}"), true));
    let works = [
        ("2026-02-14".to_owned(), false),
        ("2026-02-28".to_owned(), false),
    ];
    let days: Vec<_> = off
        .chain(works)
        .map(|(date, off)| json!({ "name": "春节", "date": date, "isOffDay": off }))
        .collect();
    let year = json!({ "year": 2026, "papers": ["https://example.gov.cn/2026"], "days": days });
    fs::write(dir.path().join("2026.json"), year.to_string()).unwrap();
    let report = portal
        .catalogue()
        .import_holidays(dir.path())
        .await
        .unwrap();
    assert!(report.refused.is_empty(), "{report:?}");
}

/// Lets every day until this one pass, an hour after midnight.
async fn days_pass(portal: &TestPortal, until: &str) {
    let until = until.parse().unwrap();
    while civil_date(portal.now()) < until {
        let next = civil_date(portal.now()) + Days::new(1);
        portal.at(&format!("{next} 01:00"));
        portal.run_scheduled().await;
        portal.run_jobs().await;
    }
}

both!(silence_counts_by_working_days, async |portal| {
    portal.at("2026-02-05 09:00");
    service(&portal, json!({})).await;
    festival(&portal).await;
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let silent = submitted(&portal, &lin).await;
    let corrected = super::another(&portal).await;
    let asked = Demands::in_words("请补交");
    let ask = Event::RequestCorrection { asked };
    act(&portal, &handler, &corrected.1, ask).await.unwrap();

    // Five working days from Thursday the 5th end on the 12th.
    days_pass(&portal, "2026-02-12").await;
    assert_eq!(case(&portal, &lin, &silent).await.state.key(), "submitted");
    days_pass(&portal, "2026-02-13").await;
    let accepted = case(&portal, &lin, &silent).await;
    assert!(accepted.state.review().unwrap().deemed);
    let clock = accepted.clock.unwrap();
    assert_eq!(clock.accepted_on.to_string(), "2026-02-05");
    assert_eq!(clock.promised_due.date.to_string(), "2026-02-26");
    assert_eq!(clock.statutory_due.date.to_string(), "2026-03-11");

    // Fifteen working days for the applicant end on 4 March: 6, 9 to 14 and 24 to 28 February, 2 to 4 March.
    days_pass(&portal, "2026-03-04").await;
    let waiting = case(&portal, &corrected.0, &corrected.1).await;
    assert_eq!(waiting.state.key(), "correction_requested");
    days_pass(&portal, "2026-03-05").await;
    let withdrawn = case(&portal, &corrected.0, &corrected.1).await;
    assert!(matches!(
        withdrawn.state,
        CaseState::Withdrawn { silent: true, .. }
    ));
});

both!(a_hearing_over_the_festival_ends_by_itself, async |portal| {
    portal.at("2026-02-05 09:00");
    let length = |number| json!({ "number": number, "unit": "working_days" });
    let rule = json!({ "kind": "hearing", "longest": length(20) });
    service(&portal, json!({ "procedures": [rule] })).await;
    festival(&portal).await;
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let id = submitted(&portal, &lin).await;
    act(&portal, &handler, &id, Event::Accept).await.unwrap();
    portal.at("2026-02-09 09:00");
    let suspend = Event::Suspend {
        kind: ProcedureKind::Hearing,
        length: TimeLimit {
            number: 8,
            unit: LimitUnit::WorkingDays,
        },
        reason: "利害关系人申请听证".to_owned(),
    };
    act(&portal, &handler, &id, suspend).await.unwrap();
    // 10 to 14 and 24 to 26 February.
    days_pass(&portal, "2026-02-26").await;
    let waiting = case(&portal, &lin, &id).await;
    assert_eq!(waiting.next_due().unwrap().date.to_string(), "2026-02-26");
    assert_eq!(waiting.state.key(), "suspended");
    days_pass(&portal, "2026-02-27").await;
    let running = case(&portal, &lin, &id).await;
    assert_eq!(running.state.key(), "accepted");
    // Two of ten days were used before, eight are left: 27 and 28 February, 2 to 6 and 9 March.
    let due = running.clock.unwrap().promised_due;
    assert_eq!(due.date.to_string(), "2026-03-09");
});

both!(due_dates_move_when_the_calendar_arrives, async |portal| {
    portal.at("2026-02-05 09:00");
    service(&portal, json!({})).await;
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let id = submitted(&portal, &lin).await;
    act(&portal, &handler, &id, Event::Accept).await.unwrap();
    let before = case(&portal, &lin, &id).await;
    assert!(before.is_provisional());
    assert_eq!(before.next_due().unwrap().date.to_string(), "2026-02-19");
    festival(&portal).await;
    portal.run_jobs().await;
    let after = view(&portal, &lin, &id).await;
    assert!(!after.case.is_provisional());
    assert_eq!(
        after.case.next_due().unwrap().date.to_string(),
        "2026-02-26"
    );
    assert_eq!(after.history.last().unwrap().kind, EventKind::Recount);
    let history = after.history.len();
    // The same table again changes nothing and says nothing.
    festival(&portal).await;
    portal.run_jobs().await;
    assert_eq!(view(&portal, &lin, &id).await.history.len(), history);
});

both!(
    a_licence_is_renewed_when_the_office_is_silent,
    async |portal| {
        portal.at("2026-03-02 09:00");
        service(&portal, json!({ "renewal": { "expiry": "place" } })).await;
        festival(&portal).await;
        let lin = citizen(&portal, "lin.yinuo@example.com").await;
        let handler = officer(&portal, "police.handler@desk.example.com").await;
        let id = super::drafted(&portal, &lin).await;
        super::save(&portal, &lin, &id, super::answers("延续", "2026-04-01")).await;
        portal.cases().submit(&lin, &id).await.unwrap();
        act(&portal, &handler, &id, Event::Accept).await.unwrap();
        days_pass(&portal, "2026-04-01").await;
        assert_eq!(case(&portal, &lin, &id).await.state.key(), "accepted");
        days_pass(&portal, "2026-04-02").await;
        let renewed = case(&portal, &lin, &id).await.state;
        assert!(
            matches!(renewed.key(), "approved" | "delivered"),
            "{renewed:?}"
        );
        let granted = view(&portal, &lin, &id).await.history;
        assert!(granted.iter().any(|row| row.kind == EventKind::DeemGranted));
    }
);
