//! Files of applicants: scanned, limited, used again, handed over, answered otherwise.

mod drafts;
mod follow_up;
mod hand_over;
mod library;
mod limits;
mod marks;
mod scanner;
mod ways;

pub(crate) use ways::{certificate, fill_in_elsewhere, revoke};

use std::sync::Arc;

use domain::catalogue::ServiceDefinition;
use domain::forms::MaterialSlot;
use domain::{CaseId, ItemCode};
use portal::accounts::Citizen;
use portal::cases::{Channel, StepSaved, Upload};

use crate::cases::{CARD, posted};
use crate::support::TestPortal;

/// The demonstration city with its first citizen.
pub(crate) async fn city(portal: &TestPortal) -> Citizen {
    portal.operations().seed_demo().await.unwrap();
    crate::cases::citizen(portal, "lin.yinuo@example.com").await
}

/// The definition of the card as it is published.
pub(crate) async fn card(portal: &TestPortal) -> ServiceDefinition {
    let item = portal.catalogue().item(&ItemCode::new(CARD)).await;
    Arc::unwrap_or_clone(item.unwrap().unwrap().definition.unwrap())
}

/// Publishes the card with another page of documents.
async fn publish(portal: &TestPortal, change: impl Fn(&mut MaterialSlot)) {
    let mut definition = card(portal).await;
    for slot in definition
        .form
        .steps
        .iter_mut()
        .flat_map(|step| &mut step.materials)
    {
        change(slot);
    }
    let code = ItemCode::new(CARD);
    portal
        .catalogue()
        .publish(&code, &definition)
        .await
        .unwrap();
}

async fn start(portal: &TestPortal, citizen: &Citizen) -> CaseId {
    let code = ItemCode::new(CARD);
    portal
        .cases()
        .start(citizen, &code, Channel::Web)
        .await
        .unwrap()
}

/// Saves the page of documents with some files.
async fn save(
    portal: &portal::Portal,
    citizen: &Citizen,
    id: &CaseId,
    answers: &[(&str, &str)],
    files: Vec<Upload>,
) -> StepSaved {
    let mut all = vec![("photo_source", "upload"), ("fingerprints", "yes")];
    all.extend(answers);
    let answers = posted(&all);
    let cases = portal.cases();
    cases
        .save_step(citizen, id, "documents", answers, files)
        .await
        .unwrap()
}
