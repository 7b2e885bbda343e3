//! Results that are handed over together, as the applicant has chosen.

use domain::calendar::civil_date;
use domain::cases::{Case, CaseState, Joint, Matter, Standing};
use domain::catalogue::ServiceDefinition;
use entities::service_case;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};

use super::{Begun, asked, begun, standings};
use crate::cases::definition::definition;
use crate::cases::{Rules, store};
use crate::{Internal, Portal, certificates, jobs};

/// Where the results are handed over together: once all departments have decided, everything is issued.
pub(super) async fn release(
    portal: &Portal,
    tx: &DatabaseTransaction,
    application: &Case,
    joint: &Joint,
    rules: &Rules<'_>,
) -> Result<(), Internal> {
    if !is_together(portal, tx, application, joint, rules.definition).await? {
        return Ok(());
    }
    let begun = begun(portal, tx, &application.id).await?;
    let asked = asked(portal, tx, application, rules.definition).await?;
    let is_decided = |(matter, standing): &(&Matter, Standing)| {
        let part = begun.get(&matter.key);
        part.map_or(standing.is_over(), Begun::is_decided)
    };
    let all_decided = standings(joint, &asked, &begun).iter().all(is_decided);
    if !all_decided && matches!(application.state, CaseState::Accepted { .. }) {
        return Ok(());
    }
    for part in begun.values() {
        let waits = matches!(part.case.state, CaseState::Approved { .. });
        if waits && part.certificate.is_none() {
            let job = certificates::issue_together_job(&part.case.id, portal.now());
            jobs::enqueue(tx, job).await?;
        }
    }
    Ok(())
}

async fn is_together(
    portal: &Portal,
    db: &impl ConnectionTrait,
    application: &Case,
    joint: &Joint,
    definition: &ServiceDefinition,
) -> Result<bool, Internal> {
    let Some(when) = &joint.together_when else {
        return Ok(false);
    };
    let answers = store::answers(db, portal.keys(), &application.id).await?;
    let reading = definition.form.read(&answers, civil_date(portal.now()));
    Ok(reading.holds(when) == Ok(Some(true)))
}

/// Whether the result of an approved matter is kept back until all departments have decided. One that another
/// matter needs never is.
pub(in crate::cases) async fn is_held(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
) -> Result<bool, Internal> {
    let Some(part) = &case.part else {
        return Ok(false);
    };
    let definition = definition(portal, &case.item, case.version).await?;
    let Some(joint) = &definition.flow.joint else {
        return Ok(false);
    };
    if joint.is_needed(&part.matter) {
        return Ok(false);
    }
    let row = service_case::Entity::find_by_id(part.of.as_str())
        .one(tx)
        .await?
        .ok_or(Internal::new("the joint application of a case is missing"))?;
    let application = store::case(portal.keys(), &row)?;
    is_together(portal, tx, &application, joint, &definition).await
}
