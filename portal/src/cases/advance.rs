//! One step of a case: transition, save, history, audit and what follows, in the caller's
//! transaction. Every change of a case's state in the portal goes through here.

use domain::calendar::Calendar;
use domain::cases::{Case, Event, Party, Refusal};
use domain::catalogue::ServiceDefinition;
use entities::case_event;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, Set};

use super::{PartyKind, effects, store};
use crate::{Internal, Portal, audit, documents};

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

/// Moves a case by one event.
pub(crate) async fn advance(
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
    let written = event.note().map(str::to_owned);
    let case = case
        .apply(event, by, &rules.definition.flow, now, rules.calendar)
        .map_err(AdvanceError::Refused)?;
    if !store::save(tx, portal.keys(), &case, revision, now).await? {
        return Err(AdvanceError::Changed);
    }
    let sequence = i32::try_from(case.revision)
        .map_err(|_| Internal::new("a history is longer than its column can count"))?;
    let row_id = format!("{}/{sequence}", case.id);
    let note = written
        .as_deref()
        .map(|note| {
            portal
                .keys()
                .seal_text("case_event", "note", &row_id, note)
        })
        .transpose()?;
    let actor = by.account().map(ToString::to_string);
    case_event::ActiveModel {
        case_id: Set(case.id.to_string()),
        sequence: Set(sequence),
        at: Set(now),
        party: Set(PartyKind::of(by).key().to_owned()),
        actor_id: Set(actor),
        kind: Set(kind.key().to_owned()),
        note: Set(note),
    }
    .insert(tx)
    .await
    .map_err(Internal::from)?;
    let action = format!("case.{}", kind.key());
    let (who, subject) = (audit::Actor::of(by), Some(case.id.as_str()));
    audit::record(tx, who, &action, "service_case", subject, audit::DONE, now).await?;
    let step = documents::Step {
        case: &case,
        event: kind,
        note: written.as_deref(),
        definition: rules.definition,
    };
    effects::enqueue(portal, tx, &step).await?;
    Ok(case)
}
