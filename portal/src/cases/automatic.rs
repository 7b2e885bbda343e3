//! What rules do: they conclude steps of a review, and they decide instant cases 即办件 in the moment they are
//! submitted.

use domain::calendar::civil_date;
use domain::cases::{Case, Event, EventKind, Party};
use domain::forms::Expression;
use sea_orm::DatabaseTransaction;

use super::{AdvanceError, Rules, advance, store};
use crate::{Internal, Portal};

/// The next step of the review that a rule concludes; none where the rules cannot say so.
pub(super) async fn conclude(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    rules: &Rules<'_>,
) -> Result<Option<Event>, Internal> {
    let open = case.open_steps(&Party::System, &rules.definition.flow);
    if open.is_empty() {
        return Ok(None);
    }
    let answers = store::answers(tx, portal.keys(), case.file()).await?;
    let form = &rules.definition.form;
    let reading = form.read(&answers, civil_date(portal.now()));
    if reading.answers().are_questioned() {
        return Ok(None);
    }
    let holds = |rule: &Expression| reading.holds(rule) == Ok(Some(true));
    let ruled = open
        .into_iter()
        .find(|step| step.agree_when.as_ref().is_some_and(holds));
    Ok(ruled.map(|step| Event::ConcludeByRule {
        step: step.key.clone(),
    }))
}

/// Approves the case where its flow has a rule for that and the rule holds; otherwise leaves it to
/// an officer.
pub(super) async fn decide(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: Case,
    rules: &Rules<'_>,
) -> Result<Case, AdvanceError> {
    let Some(automatic) = &rules.definition.flow.automatic else {
        return Ok(case);
    };
    let party = Party::System;
    let may = case.allowed(&party, &rules.definition.flow);
    if !may.contains(&EventKind::DecideByRule) {
        return Ok(case);
    }
    let answers = store::answers(tx, portal.keys(), case.file()).await?;
    // Only what the applicant was really asked may decide; a rule that cannot be answered decides
    // nothing, and neither does one that would build on what the applicant calls wrong: an officer looks.
    let reading = rules
        .definition
        .form
        .read(&answers, civil_date(portal.now()));
    let holds = reading.holds(&automatic.approve_when) == Ok(Some(true));
    if !holds || reading.answers().are_questioned() {
        return Ok(case);
    }
    // The rule is the reason: there is no officer whose opinion could stand here.
    let event = Event::DecideByRule {
        opinion: String::new(),
    };
    advance(portal, tx, case, event, &party, rules).await
}
