//! Instant cases 即办件: decided by rule in the moment they are submitted.

use domain::calendar::civil_date;
use domain::cases::{Case, CaseState, Event, Party};
use sea_orm::DatabaseTransaction;

use super::{AdvanceError, Rules, advance, store};
use crate::Portal;

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
    if !matches!(case.state, CaseState::Submitted { .. }) {
        return Ok(case);
    }
    let answers = store::answers(tx, portal.keys(), &case.id).await?;
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
    advance(portal, tx, case, event, &Party::System, rules).await
}
