//! Joint applications 一件事: each matter is a case of its own, which begins as soon as what it needs is there,
//! and with the last of them the application ends.

mod together;
mod view;

use std::collections::BTreeMap;

use domain::calendar::{Calendar, civil_date};
use domain::cases::{Case, CaseState, Event, EventKind, Joint, Matter, Party, Standing};
use domain::catalogue::ServiceDefinition;
use domain::forms::Expression;
use domain::ids::CaseId;
use entities::{certificate, service_case};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, Set,
};

use super::definition::definition;
use super::submit::next_number;
use super::{AdvanceError, Rules, advance, automatic, store};
use crate::{Internal, Portal, db, desk, ids};

pub(super) use together::is_held;
use together::release;
pub(super) use view::view;
pub use view::{JointView, MatterView};

/// A matter that has begun.
struct Begun {
    case: Case,
    certificate: Option<certificate::Model>,
}

impl Begun {
    fn standing(&self) -> Standing {
        Standing::of(&self.case.state, self.certificate.is_some())
    }

    /// Whether its department has said its last word.
    fn is_decided(&self) -> bool {
        matches!(self.case.state, CaseState::Approved { .. }) || self.case.state.is_final()
    }
}

/// Lets happen to the other cases of a joint application what follows from a step of one of them. The case
/// that moved, as it stands then.
pub(super) async fn follow(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: Case,
    by: &Party,
    rules: &Rules<'_>,
) -> Result<Case, AdvanceError> {
    if case.part.is_some() {
        let moves = matches!(case.state, CaseState::Approved { .. }) || case.state.is_final();
        if moves {
            after_part(portal, tx, &case, rules.calendar).await?;
        }
        return Ok(case);
    }
    let Some(joint) = &rules.definition.flow.joint else {
        return Ok(case);
    };
    match case.state {
        CaseState::Accepted { .. } => go_on(portal, tx, case, joint, rules).await,
        CaseState::Withdrawn { .. } => {
            withdraw_parts(portal, tx, &case, by, rules).await?;
            Ok(case)
        }
        _ => Ok(case),
    }
}

/// The result of a matter is there, though nobody has handed it over yet: what needs it can begin.
pub(crate) async fn go_on_with_result(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    calendar: &Calendar,
) -> Result<(), AdvanceError> {
    if case.part.is_some() {
        after_part(portal, tx, case, calendar).await?;
    }
    Ok(())
}

/// Locks the cases of a joint application, before the application itself is locked: whoever moves one of
/// them locks in this order too.
pub(super) async fn lock_parts(tx: &DatabaseTransaction, id: &CaseId) -> Result<(), Internal> {
    db::lock(parts_of(id)).all(tx).await?;
    Ok(())
}

fn parts_of(id: &CaseId) -> sea_orm::Select<service_case::Entity> {
    service_case::Entity::find()
        .filter(service_case::Column::PartOf.eq(id.as_str()))
        .order_by_asc(service_case::Column::Id)
}

async fn after_part(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    calendar: &Calendar,
) -> Result<(), AdvanceError> {
    let application = reloaded(portal, tx, case.file()).await?;
    let definition = definition(portal, &application.item, application.version).await?;
    let Some(joint) = &definition.flow.joint else {
        return Err(Internal::new("a case is part of what is no joint application").into());
    };
    let rules = Rules {
        definition: &definition,
        calendar,
    };
    release(portal, tx, &application, joint, &rules).await?;
    if matches!(application.state, CaseState::Accepted { .. }) {
        go_on(portal, tx, application, joint, &rules).await?;
    }
    Ok(())
}

/// Begins what can begin, and ends the application where nothing is left.
async fn go_on(
    portal: &Portal,
    tx: &DatabaseTransaction,
    application: Case,
    joint: &Joint,
    rules: &Rules<'_>,
) -> Result<Case, AdvanceError> {
    let mut application = application;
    let asked = asked(portal, tx, &application, rules.definition).await?;
    // One at a time: a matter that a rule decides at once may let others begin, or end everything.
    let standings = loop {
        if !matches!(application.state, CaseState::Accepted { .. }) {
            return Ok(application);
        }
        let begun = begun(portal, tx, &application.id).await?;
        let standings = standings(joint, &asked, &begun);
        let mut ready = standings.iter().filter(|(_, it)| *it == Standing::Ready);
        let Some((matter, _)) = ready.next() else {
            break standings;
        };
        begin(portal, tx, &application, matter, rules).await?;
        application = reloaded(portal, tx, &application.id).await?;
    };
    if standings.iter().any(|(_, standing)| !standing.is_over()) {
        return Ok(application);
    }
    let count = |is: fn(Standing) -> bool| {
        let counted = standings.iter().filter(|(_, standing)| is(*standing));
        u16::try_from(counted.count()).unwrap_or(u16::MAX)
    };
    let event = Event::Settle {
        granted: count(|standing| standing == Standing::Granted),
        of: count(|standing| standing != Standing::NotAsked),
    };
    Box::pin(advance(
        portal,
        tx,
        application,
        event,
        &Party::System,
        rules,
    ))
    .await
}

async fn reloaded(
    portal: &Portal,
    tx: &DatabaseTransaction,
    id: &CaseId,
) -> Result<Case, Internal> {
    let row = store::lock(tx, id)
        .await?
        .ok_or(Internal::new("a joint application is missing"))?;
    store::case(portal.keys(), &row)
}

fn standings<'a>(
    joint: &'a Joint,
    asked: &[String],
    begun: &BTreeMap<String, Begun>,
) -> Vec<(&'a Matter, Standing)> {
    joint.standings(
        |matter| asked.contains(&matter.key),
        |matter| begun.get(&matter.key).map(Begun::standing),
    )
}

/// The matters that have begun, by their keys.
async fn begun(
    portal: &Portal,
    db: &impl ConnectionTrait,
    application: &CaseId,
) -> Result<BTreeMap<String, Begun>, Internal> {
    let rows = parts_of(application).all(db).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
    let certificates: BTreeMap<_, _> = certificate::Entity::find()
        .filter(certificate::Column::CaseId.is_in(ids))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.case_id.clone(), row))
        .collect();
    let mut begun = BTreeMap::new();
    for row in rows {
        let case = store::case(portal.keys(), &row)?;
        if let Some(part) = &case.part {
            let certificate = certificates.get(&row.id).cloned();
            begun.insert(part.matter.clone(), Begun { case, certificate });
        }
    }
    Ok(begun)
}

/// The keys of the matters that are part of an application, by what was answered.
pub(super) async fn asked(
    portal: &Portal,
    db: &impl ConnectionTrait,
    application: &Case,
    definition: &ServiceDefinition,
) -> Result<Vec<String>, Internal> {
    let Some(joint) = &definition.flow.joint else {
        return Ok(Vec::new());
    };
    let answers = store::answers(db, portal.keys(), &application.id).await?;
    // The day of acceptance: what was asked for then does not change with a birthday.
    let accepted = application.clock.as_ref().map(|clock| clock.accepted_on);
    let day = accepted.unwrap_or_else(|| civil_date(portal.now()));
    let reading = definition.form.read(&answers, day);
    let holds = |when: &Expression| reading.holds(when) == Ok(Some(true));
    let asked = joint.matters.iter();
    let asked = asked.filter(|matter| matter.when.as_ref().is_none_or(holds));
    Ok(asked.map(|matter| matter.key.clone()).collect())
}

async fn begin(
    portal: &Portal,
    tx: &DatabaseTransaction,
    application: &Case,
    matter: &Matter,
    rules: &Rules<'_>,
) -> Result<(), AdvanceError> {
    let definition = rules
        .definition
        .of_matter(&matter.key)
        .ok_or(Internal::new("a matter is not in its own definition"))?;
    let case = Case::part(CaseId::new(ids::new(portal.now())), application, matter);
    insert(portal, tx, &case, &application.id).await?;
    let number = next_number(portal, tx, civil_date(portal.now())).await?;
    let rules = Rules {
        definition: &definition,
        calendar: rules.calendar,
    };
    let event = Event::Begin { number };
    let case = Box::pin(advance(portal, tx, case, event, &Party::System, &rules)).await?;
    let case = Box::pin(automatic::decide(portal, tx, case, &rules)).await?;
    desk::take_in(portal, tx, &case, &definition.form).await?;
    Ok(())
}

/// The row of a matter that begins; the channel is that of the application.
async fn insert(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    application: &CaseId,
) -> Result<(), Internal> {
    let row = service_case::Entity::find_by_id(application.as_str())
        .one(tx)
        .await?
        .ok_or(Internal::new("a joint application is missing"))?;
    let now = portal.now();
    let part = case.part.as_ref();
    service_case::ActiveModel {
        id: Set(case.id.to_string()),
        item_code: Set(row.item_code),
        definition_version: Set(row.definition_version),
        department_code: Set(case.department.to_string()),
        applicant_id: Set(row.applicant_id),
        state: Set(case.state.key().to_owned()),
        state_data: Set(store::seal_state(
            portal.keys(),
            case.id.as_str(),
            &case.state,
        )?),
        revision: Set(0),
        due_provisional: Set(false),
        channel: Set(row.channel),
        part_of: Set(part.map(|part| part.of.to_string())),
        matter: Set(part.map(|part| part.matter.clone())),
        created_at: Set(now),
        updated_at: Set(now),
        // What it gets when it begins.
        ..Default::default()
    }
    .insert(tx)
    .await?;
    Ok(())
}

/// Takes back with the application what is not decided yet.
async fn withdraw_parts(
    portal: &Portal,
    tx: &DatabaseTransaction,
    application: &Case,
    by: &Party,
    rules: &Rules<'_>,
) -> Result<(), AdvanceError> {
    for part in begun(portal, tx, &application.id).await?.into_values() {
        let Some(matter) = &part.case.part else {
            continue;
        };
        let Some(definition) = rules.definition.of_matter(&matter.matter) else {
            continue;
        };
        let own = Rules {
            definition: &definition,
            calendar: rules.calendar,
        };
        let may = part.case.allowed(by, &definition.flow);
        if may.contains(&EventKind::Withdraw) {
            Box::pin(advance(portal, tx, part.case, Event::Withdraw, by, &own)).await?;
        }
    }
    Ok(())
}
