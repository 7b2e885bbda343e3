//! One step of a case: transition, save, history, audit and what follows, in the caller's
//! transaction. Every change of a case's state in the portal goes through here.

use domain::calendar::Calendar;
use domain::cases::{Case, Event, EventKind, Party, Refusal};
use domain::catalogue::ServiceDefinition;
use entities::case_event;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, Set};

use super::{PartyKind, automatic, effects, joint, steps, store};
use crate::{Internal, Portal, audit, consultations, documents};

const TABLE: &str = "case_event";

/// Why a case did not move.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AdvanceError {
    /// The rules say no.
    #[error("refused: {}", .0.key())]
    Refused(Refusal),
    /// The row was changed since it was loaded.
    #[error("the case was changed meanwhile")]
    Changed,
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

/// What a step needs to know besides the case.
pub(crate) struct Rules<'a> {
    /// The version of the service that the case was started on.
    pub definition: &'a ServiceDefinition,
    /// The working days.
    pub calendar: &'a Calendar,
}

/// Moves a case by one event, by what the rules of its review make of that, and the other cases of a joint
/// application by what follows for them.
pub(crate) async fn advance(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: Case,
    event: Event,
    by: &Party,
    rules: &Rules<'_>,
) -> Result<Case, AdvanceError> {
    let mut case = one_step(portal, tx, case, event, by, rules).await?;
    while let Some(event) = automatic::conclude(portal, tx, &case, rules).await? {
        case = one_step(portal, tx, case, event, &Party::System, rules).await?;
    }
    joint::follow(portal, tx, case, by, rules).await
}

async fn one_step(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: Case,
    event: Event,
    by: &Party,
    rules: &Rules<'_>,
) -> Result<Case, AdvanceError> {
    let now = portal.now();
    let revision = case.revision;
    let kind = event.kind();
    let happened = case.complete(event.clone());
    let case = case
        .apply(event, by, &rules.definition.flow, now, rules.calendar)
        .map_err(AdvanceError::Refused)?;
    let handed_in = matches!(
        kind,
        EventKind::Submit | EventKind::Resubmit | EventKind::Begin
    );
    let flow = &rules.definition.flow;
    if !store::save(tx, portal.keys(), &case, flow, revision, handed_in, now).await? {
        return Err(AdvanceError::Changed);
    }
    if handed_in && case.part.is_none() {
        store::keep_version(tx, portal.keys(), &case, now).await?;
    }
    steps::follow(portal, tx, &case, rules, now).await?;
    consultations::overtake(tx, &case, now).await?;
    record(portal, tx, &case, &happened, by).await?;
    let action = format!("case.{}", kind.key());
    let (who, subject) = (audit::Actor::of(by), Some(case.id.as_str()));
    audit::record(tx, who, &action, "service_case", subject, audit::DONE, now).await?;
    let step = documents::Step {
        case: &case,
        event: &happened,
        definition: rules.definition,
    };
    effects::enqueue(portal, tx, &step).await?;
    Ok(case)
}

/// Adds the event to the history.
async fn record(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    event: &Event,
    by: &Party,
) -> Result<(), Internal> {
    let keys = portal.keys();
    let sequence = store::as_stored(case.revision)?;
    let row_id = format!("{}/{sequence}", case.id);
    let note = event.note();
    let note = note
        .map(|note| keys.seal_text(TABLE, "note", &row_id, note))
        .transpose()?;
    let added = case_event::ActiveModel {
        case_id: Set(case.id.to_string()),
        sequence: Set(sequence),
        at: Set(portal.now()),
        party: Set(PartyKind::of(by).key().to_owned()),
        actor_id: Set(by.account().map(ToString::to_string)),
        kind: Set(event.kind().key().to_owned()),
        note: Set(note),
        data: Set(Some(keys.seal_json(TABLE, "data", &row_id, event)?)),
    };
    added.insert(tx).await?;
    Ok(())
}
