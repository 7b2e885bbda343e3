//! The steps of a review as rows, by which other departments find what they are asked.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::calendar::civil_date;
use domain::cases::{Case, CaseState, ReviewStep, Role, Verdict};
use domain::ids::DepartmentCode;
use entities::case_step;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::{Rules, joint};
use crate::{Internal, Portal};

/// Writes down which steps a transition has opened and which it has concluded.
pub(super) async fn follow(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    rules: &Rules<'_>,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    let flow = &rules.definition.flow;
    if let Some(joint) = &flow.joint {
        let asked = joint::asked(portal, tx, case, rules.definition).await?;
        let wanted = joint.matters.iter().filter(|it| asked.contains(&it.key));
        let departments = wanted.map(|matter| &matter.department).collect();
        return looks(tx, case, departments, now).await;
    }
    if flow.review.is_empty() {
        return Ok(());
    }
    match &case.state {
        CaseState::Accepted { review, .. } => {
            let open = review.open(flow).into_iter();
            let rows: Vec<_> = open.map(|step| row(case, step, rules, now)).collect();
            if !rows.is_empty() {
                case_step::Entity::insert_many(rows)
                    .on_conflict_do_nothing_on([case_step::Column::CaseId, case_step::Column::Step])
                    .exec_without_returning(tx)
                    .await?;
            }
            match review.concluded.last() {
                Some(last) => conclude(tx, case, &last.step, last.verdict, now).await,
                None => Ok(()),
            }
        }
        state if state.is_final() || matches!(state, CaseState::Approved { .. }) => {
            leave(tx, case, now).await
        }
        _ => Ok(()),
    }
}

/// The departments that decide a matter which a joint application asks for look at it before it is accepted.
async fn looks(
    tx: &DatabaseTransaction,
    case: &Case,
    departments: BTreeSet<&DepartmentCode>,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    let CaseState::Submitted {
        looks,
        corrected: false,
        acceptance_due,
        ..
    } = &case.state
    else {
        return leave(tx, case, now).await;
    };
    let others = departments.into_iter();
    let others = others.filter(|department| **department != case.department);
    let asked: Vec<_> = others
        .map(|department| case_step::ActiveModel {
            case_id: Set(case.id.to_string()),
            step: Set(look_of(department)),
            department_code: Set(department.to_string()),
            asked_department: Set(Some(department.to_string())),
            role: Set(Role::Handler.key().to_owned()),
            opened_at: Set(now),
            due: Set(Some(acceptance_due.date)),
            concluded_at: Set(None),
            verdict: Set(None),
        })
        .collect();
    if !asked.is_empty() {
        case_step::Entity::insert_many(asked)
            .on_conflict_do_nothing_on([case_step::Column::CaseId, case_step::Column::Step])
            .exec_without_returning(tx)
            .await?;
    }
    let Some(last) = looks.last() else {
        return Ok(());
    };
    let verdict = if last.asked.is_empty() {
        Verdict::Agree
    } else {
        Verdict::Object
    };
    conclude(tx, case, &look_of(&last.department), verdict, now).await
}

/// Names the row of a department's look; the steps of a review have no colon in their keys.
fn look_of(department: &DepartmentCode) -> String {
    format!("look:{department}")
}

fn row(
    case: &Case,
    step: &ReviewStep,
    rules: &Rules<'_>,
    now: DateTime<Utc>,
) -> case_step::ActiveModel {
    let due = step
        .limit
        .map(|limit| limit.due(civil_date(now), rules.calendar));
    let department = step.department_of(&case.department);
    case_step::ActiveModel {
        case_id: Set(case.id.to_string()),
        step: Set(step.key.clone()),
        department_code: Set(department.to_string()),
        asked_department: Set((*department != case.department).then(|| department.to_string())),
        role: Set(step.role.key().to_owned()),
        opened_at: Set(now),
        due: Set(due.map(|due| due.date)),
        concluded_at: Set(None),
        verdict: Set(None),
    }
}

async fn conclude(
    tx: &DatabaseTransaction,
    case: &Case,
    step: &str,
    verdict: Verdict,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    open_rows(case, now)
        .col_expr(case_step::Column::Verdict, Expr::value(Some(verdict.key())))
        .filter(case_step::Column::Step.eq(step))
        .exec(tx)
        .await?;
    Ok(())
}

/// Nobody is asked any more in a case that has ended.
async fn leave(tx: &DatabaseTransaction, case: &Case, now: DateTime<Utc>) -> Result<(), Internal> {
    open_rows(case, now).exec(tx).await?;
    Ok(())
}

fn open_rows(case: &Case, now: DateTime<Utc>) -> sea_orm::UpdateMany<case_step::Entity> {
    case_step::Entity::update_many()
        .col_expr(case_step::Column::ConcludedAt, Expr::value(Some(now)))
        .filter(case_step::Column::CaseId.eq(case.id.as_str()))
        .filter(case_step::Column::ConcludedAt.is_null())
}
