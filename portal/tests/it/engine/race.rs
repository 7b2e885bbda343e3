//! Eight officers and the applicant want different things from the same case at the same time.

use std::collections::BTreeMap;

use domain::CaseId;
use domain::cases::{Case, Ending, Event, EventKind, Ground, Outcome};
use entities::{audit, case_event, service_case};
use portal::Portal;
use portal::accounts::{Citizen, Officer};
use portal::cases::CaseError;
use portal::desk::DeskError;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use tokio::task::JoinSet;

use super::{act, case, service, submitted};
use crate::cases::{citizen, officer};
use crate::support::{TestPortal, both};

/// Cases raced for, where `RACES` says nothing: enough for every pair to meet in either order.
const CASES: usize = 60;

fn races() -> usize {
    let said = std::env::var("RACES").ok();
    said.map_or(CASES, |races| races.parse().unwrap())
}

/// What a racer was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Done,
    Conflict,
}

fn wishes() -> [Event; 8] {
    let reason = || "理由".to_owned();
    let decide = |outcome| Event::Decide {
        outcome,
        opinion: reason(),
    };
    [
        decide(Outcome::Approve),
        decide(Outcome::Approve),
        decide(Outcome::Reject),
        decide(Outcome::Reject),
        Event::Close {
            ending: Ending::Void,
            reason: reason(),
        },
        Event::Close {
            ending: Ending::Transferred,
            reason: reason(),
        },
        Event::RefuseAcceptance {
            ground: Ground::NotNeeded,
            reason: reason(),
        },
        Event::Accept,
    ]
}

async fn officer_wants(portal: Portal, who: Officer, id: CaseId, seen: u32, event: Event) -> Told {
    match portal.desk().act(&who, &id, seen, event).await {
        Ok(()) => Told::Done,
        Err(DeskError::Changed | DeskError::Refused(_)) => Told::Conflict,
        Err(other) => panic!("a loser is told nothing else than that: {other}"),
    }
}

async fn applicant_wants(portal: Portal, who: Citizen, id: CaseId) -> Told {
    match portal.cases().withdraw(&who, &id).await {
        Ok(()) => Told::Done,
        Err(CaseError::Changed | CaseError::Refused(_)) => Told::Conflict,
        Err(other) => panic!("a loser is told nothing else than that: {other}"),
    }
}

async fn race(
    portal: &TestPortal,
    lin: &Citizen,
    officers: &[Officer],
    before: &Case,
    turn: usize,
) {
    let mut racers = JoinSet::new();
    let (id, seen) = (&before.id, before.revision);
    let mut wishes = wishes();
    wishes.rotate_left(turn % 8);
    for (place, event) in wishes.into_iter().enumerate() {
        let who = officers[place % officers.len()].clone();
        racers.spawn(officer_wants(portal.portal(), who, id.clone(), seen, event));
    }
    racers.spawn(applicant_wants(portal.portal(), lin.clone(), id.clone()));
    let told = racers.join_all().await;
    let done = told.iter().filter(|told| **told == Told::Done).count();
    assert_eq!(done, 1, "one wins: {told:?}");
    check_history(portal, id).await;
}

/// The history is one line without gaps, ends where the case stands, and the audit says the same.
async fn check_history(portal: &TestPortal, id: &CaseId) {
    let db = portal.db().read();
    let events = case_event::Entity::find()
        .filter(case_event::Column::CaseId.eq(id.as_str()))
        .order_by_asc(case_event::Column::Sequence)
        .all(db)
        .await
        .unwrap();
    let row = service_case::Entity::find_by_id(id.as_str())
        .one(db)
        .await
        .unwrap()
        .unwrap();
    let sequences: Vec<_> = events.iter().map(|event| event.sequence).collect();
    assert_eq!(sequences, (1..=row.revision).collect::<Vec<_>>());
    let last = EventKind::parse(&events.last().unwrap().kind).unwrap();
    let expected = match last {
        EventKind::Decide => ["approved", "rejected"].as_slice(),
        EventKind::Close => &["closed"],
        EventKind::Withdraw => &["withdrawn"],
        other => panic!("{other:?} cannot end it"),
    };
    assert!(
        expected.contains(&row.state.as_str()),
        "{last:?} led to {}",
        row.state
    );
    let audited = audit::Entity::find()
        .filter(audit::Column::SubjectId.eq(id.as_str()))
        .filter(audit::Column::Action.eq(format!("case.{}", last.key())))
        .all(db)
        .await
        .unwrap();
    assert_eq!(audited.len(), 1);
}

both!(
    one_of_nine_wins_and_the_others_are_told_so,
    async |portal| {
        service(&portal, json!({})).await;
        let lin = citizen(&portal, "lin.yinuo@example.com").await;
        let handler = officer(&portal, "police.handler@desk.example.com").await;
        let reviewer = officer(&portal, "police.reviewer@desk.example.com").await;
        let officers = [reviewer.clone(), reviewer, handler.clone()];
        let mut ends: BTreeMap<&'static str, usize> = BTreeMap::new();
        for turn in 0..races() {
            let id = submitted(&portal, &lin).await;
            act(&portal, &handler, &id, Event::Accept).await.unwrap();
            let before = case(&portal, &lin, &id).await;
            race(&portal, &lin, &officers, &before, turn).await;
            let end = case(&portal, &lin, &id).await.state.key();
            *ends.entry(end).or_default() += 1;
        }
        assert!(
            ends.len() > 1,
            "whoever comes first wins, and that is not always the same: {ends:?}"
        );
    }
);
