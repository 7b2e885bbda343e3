//! The life of a case beyond the usual way: corrections by the field, reviews over departments, the clock.

mod clock;
mod corrections;
mod documents;
mod joint;
mod race;
mod reviews;

use std::collections::BTreeMap;

use domain::cases::{Case, Event, Flow};
use domain::catalogue::GuidedChoice;
use domain::{CaseId, ItemCode};
use portal::accounts::{Citizen, Officer};
use portal::cases::{CaseView, Channel};
use portal::desk::DeskError;
use serde_json::{Value, json};

use crate::cases::{CARD, citizen, posted};
use crate::materials::card;
use crate::support::TestPortal;

/// Publishes a service of the police with two questions, handled as `flow` says, and starts to use it.
async fn service(portal: &TestPortal, flow: Value) {
    portal.operations().seed_demo().await.unwrap();
    let mut definition = card(portal).await;
    let mut whole = json!({
        "promised": { "number": 10, "unit": "working_days" },
        "statutory": { "number": 20, "unit": "working_days" }
    });
    for (key, value) in flow.as_object().unwrap() {
        whole[key] = value.clone();
    }
    let flow: Flow = serde_json::from_value(whole).unwrap();
    let field = |key: &str| {
        // A renewal asks when the licence ends.
        let ends = flow.renewal.as_ref().is_some_and(|it| it.expiry == key);
        json!({ "key": key, "label": { "zh": key, "en": key }, "required": true,
                "kind": { "type": if ends { "date" } else { "text" } } })
    };
    definition.form = serde_json::from_value(json!({ "steps": [{
        "key": "only", "title": { "zh": "填写", "en": "Fill in" },
        "sections": [{ "fields": [field("purpose"), field("place")] }]
    }] }))
    .unwrap();
    definition.guide.materials.clear();
    definition.guide.steps.clear();
    definition.guide.promised = flow.promised;
    definition.guide.statutory = flow.statutory;
    definition.choice = GuidedChoice::default();
    definition.certificate = None;
    definition.flow = flow;
    let published = portal
        .catalogue()
        .publish(&ItemCode::new(CARD), &definition)
        .await;
    published.unwrap();
}

fn answers(purpose: &str, place: &str) -> BTreeMap<String, Vec<String>> {
    posted(&[("purpose", purpose), ("place", place)])
}

/// A case that is being filled in.
async fn drafted(portal: &TestPortal, citizen: &Citizen) -> CaseId {
    let code = ItemCode::new(CARD);
    let started = portal.cases().start(citizen, &code, Channel::Web).await;
    started.unwrap()
}

/// A submitted case.
async fn submitted(portal: &TestPortal, citizen: &Citizen) -> CaseId {
    let id = drafted(portal, citizen).await;
    save(portal, citizen, &id, answers("换领", "梧桐街")).await;
    portal.cases().submit(citizen, &id).await.unwrap();
    id
}

/// A submitted case of somebody else.
async fn another(portal: &TestPortal) -> (Citizen, CaseId) {
    let zhou = citizen(portal, "zhou.qifan@example.com").await;
    let id = submitted(portal, &zhou).await;
    (zhou, id)
}

async fn save(
    portal: &TestPortal,
    citizen: &Citizen,
    id: &CaseId,
    answers: BTreeMap<String, Vec<String>>,
) {
    let saved = portal
        .cases()
        .save_step(citizen, id, "only", answers, vec![])
        .await;
    assert!(saved.unwrap().complete);
}

async fn view(portal: &TestPortal, citizen: &Citizen, id: &CaseId) -> CaseView {
    portal.cases().open(citizen, id).await.unwrap().unwrap()
}

async fn case(portal: &TestPortal, citizen: &Citizen, id: &CaseId) -> Case {
    view(portal, citizen, id).await.case
}

/// An officer acts on the case as it is now.
async fn act(
    portal: &TestPortal,
    officer: &Officer,
    id: &CaseId,
    event: Event,
) -> Result<(), DeskError> {
    let opened = portal.desk().open(officer, id).await.unwrap();
    let revision = opened.ok_or(DeskError::NotFound)?.view.case.revision;
    portal.desk().act(officer, id, revision, event).await
}
