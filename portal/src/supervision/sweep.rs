//! The clock's side of supervision: findings begin and end. Only cases are looked at in which something
//! can be found, by the indexes on states and due dates.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::calendar::{Calendar, civil_date};
use domain::cases::EventKind;
use domain::supervision::{self, Facts, Finding, Rule, Watch};
use entities::service_case::{Column, Entity, Model};
use entities::{case_event, job, rectification, supervision_finding};
use sea_orm::sea_query::{Expr, OnConflict, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select, Set,
};

use super::facts::{self, APPROVED};
use super::rules;
use crate::cases::{PartyKind, store};
use crate::{Internal, Portal, certificates, evaluations, ids, jobs};

/// Cases that one rule takes in one sweep; what is left waits for the next one, a minute later.
const SWEEP_ROWS: u64 = 500;

/// Days behind today in which a case can still be near a day that has passed: the longest holiday, on
/// which nobody works.
const LONGEST_HOLIDAY_DAYS: u64 = 14;

/// Days back in which slips of the clock are looked for: longer than any outage of the worker.
const LOOK_BACK_DAYS: i64 = 30;

/// Looks for what begins and what is over.
///
/// # Errors
/// When the database or the keys fail. What was written before the failure stays.
pub(crate) async fn supervise(portal: &Portal) -> Result<(), Internal> {
    let today = civil_date(portal.now());
    let calendar = portal.catalogue().calendar().await?;
    let rules = rules::current(portal.db().read()).await?.rules;
    let mut cases: BTreeMap<String, Model> = BTreeMap::new();
    for rule in rules.rules.iter().filter(|rule| rule.on) {
        for query in candidates(portal.now(), rule, today, &calendar) {
            let found = query.limit(SWEEP_ROWS).all(portal.db().read()).await?;
            cases.extend(found.into_iter().map(|row| (row.id.clone(), row)));
        }
    }
    let changed = having(changed()).limit(SWEEP_ROWS);
    for row in changed.all(portal.db().read()).await? {
        cases.insert(row.id.clone(), row);
    }
    let cases: Vec<Model> = cases.into_values().collect();
    // Few enough ids for one statement, and short transactions.
    for some in cases.chunks(usize::try_from(SWEEP_ROWS).unwrap_or(usize::MAX)) {
        look(portal, some, &rules, today, &calendar).await?;
    }
    Ok(())
}

/// The cases in which a rule may have something to find that is not yet on record, or whose finding by it
/// may be over though the case has not changed.
fn candidates(
    now: DateTime<Utc>,
    rule: &Rule,
    today: NaiveDate,
    calendar: &Calendar,
) -> Vec<Select<Entity>> {
    let back = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let states = |states: &'static [&'static str]| {
        Entity::find()
            .filter(Column::State.is_in(states.iter().copied()))
            .filter(Column::Id.not_in_subquery(open_of(rule)))
            .order_by_asc(Column::NextDue)
    };
    let decided_by = || states(&["accepted", "proposed"]);
    match rule.watch {
        Watch::NearPromise { working_days } => {
            let beyond = calendar.add_working_days(today, working_days + 1).date;
            let near = decided_by()
                .filter(Column::NextDue.gte(back(LONGEST_HOLIDAY_DAYS)))
                .filter(Column::NextDue.lt(beyond));
            let mut passed = open_of(rule);
            passed.and_where(supervision_finding::Column::Day.lt(today));
            vec![near, having(passed)]
        }
        Watch::PromiseLate {} => vec![decided_by().filter(Column::NextDue.lt(today))],
        Watch::LawLate {} => {
            let late = decided_by().filter(Column::NextDue.lt(today));
            vec![late.filter(Column::StatutoryDue.lt(today))]
        }
        Watch::AcceptanceLate {} => {
            let waiting = states(&["prechecking", "submitted"]);
            let waiting = waiting.filter(Column::AcceptanceDue.lt(today));
            vec![waiting, having(slips(now, rule, EventKind::DeemAccepted))]
        }
        Watch::ProcedureOverrun {} => vec![having(slips(now, rule, EventKind::Resume))],
        Watch::DeliveryLate {} => {
            vec![states(&[APPROVED]).filter(Column::NextDue.lt(today))]
        }
        Watch::ResultMissing { .. } => vec![unissued(now, rule), having(open_of(rule))],
        Watch::BadReviewOpen {} => vec![badly_rated(rule, today), having(open_of(rule))],
        Watch::Suspended {} => vec![states(&["suspended"])],
    }
}

fn having(cases: SelectStatement) -> Select<Entity> {
    Entity::find().filter(Column::Id.in_subquery(cases))
}

/// The cases with an open finding by a rule.
fn open_of(rule: &Rule) -> SelectStatement {
    use supervision_finding::Column as F;
    Query::select()
        .column(F::CaseId)
        .from(supervision_finding::Entity)
        .and_where(F::Rule.eq(rule.number))
        .and_where(F::ClosedAt.is_null())
        .take()
}

/// The cases with an open finding that have changed since they were looked at.
fn changed() -> SelectStatement {
    use supervision_finding::{Column as F, Entity as Findings};
    Query::select()
        .column((Findings, F::CaseId))
        .from(Findings)
        .inner_join(
            Entity,
            Expr::col((Entity, Column::Id)).equals((Findings, F::CaseId)),
        )
        .and_where(F::ClosedAt.is_null())
        .and_where(Expr::col((Entity, Column::UpdatedAt)).ne(Expr::col((Findings, F::CaseSeen))))
        .take()
}

/// The cases to which the clock did something lately that is not yet on record.
fn slips(now: DateTime<Utc>, rule: &Rule, kind: EventKind) -> SelectStatement {
    use case_event::{Column as E, Entity as Events};
    use supervision_finding::{Column as F, Entity as Findings};
    let since = now - TimeDelta::days(LOOK_BACK_DAYS);
    let known = Query::select()
        .column(F::Id)
        .from(Findings)
        .and_where(Expr::col((Findings, F::CaseId)).equals((Events, E::CaseId)))
        .and_where(F::Rule.eq(rule.number))
        .and_where(Expr::col((Findings, F::OpenedAt)).gte(Expr::col((Events, E::At))))
        .take();
    Query::select()
        .column((Events, E::CaseId))
        .from(Events)
        .and_where(E::Kind.eq(kind.key()))
        .and_where(E::At.gte(since))
        .and_where(E::Party.eq(PartyKind::System.key()))
        .and_where(Expr::exists(known).not())
        .take()
}

/// The cases whose result the portal still has to make after a day.
fn unissued(now: DateTime<Utc>, rule: &Rule) -> Select<Entity> {
    let before = now - TimeDelta::days(1);
    let prefix = format!("{}:", certificates::ISSUE);
    let waiting = Query::select()
        .expr(Expr::col(job::Column::EffectKey))
        .from(job::Entity)
        .cond_where(
            Condition::all()
                .add(jobs::is_not_done())
                .add(job::Column::Kind.eq(certificates::ISSUE))
                .add(job::Column::CreatedAt.lt(before)),
        )
        .take();
    let key = Expr::val(prefix).binary(
        sea_orm::sea_query::BinOper::Custom("||"),
        Expr::col(Column::Id),
    );
    Entity::find()
        .filter(Column::State.eq(APPROVED))
        .filter(key.in_subquery(waiting))
        .filter(Column::Id.not_in_subquery(open_of(rule)))
}

/// The cases with a bad review that the office is late with.
fn badly_rated(rule: &Rule, today: NaiveDate) -> Select<Entity> {
    let late = evaluations::overdue_rectifications(today)
        .select_only()
        .column(rectification::Column::CaseId);
    having(late.into_query()).filter(Column::Id.not_in_subquery(open_of(rule)))
}

/// Writes down what is found in these cases, and what is found no more.
async fn look(
    portal: &Portal,
    rows: &[Model],
    rules: &supervision::Rules,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<(), Internal> {
    let known = facts::about(portal, rows).await?;
    let mut found: HashMap<String, Vec<Finding>> = HashMap::new();
    let mut new = Vec::new();
    for row in rows {
        let case = store::case(portal.keys(), row)?;
        let known = known.get(&row.id).copied().unwrap_or_default();
        let facts = Facts {
            case: &case,
            deemed: known.deemed,
            overran_on: known.overran_on,
            unissued_since: known.unissued_since,
            bad_review_due: known.bad_review_due,
        };
        let findings = supervision::watch(&facts, rules, today, calendar);
        for finding in &findings {
            new.push(opened(portal, row, finding)?);
        }
        found.insert(row.id.clone(), findings);
    }
    let seen: Vec<_> = rows
        .iter()
        .map(|row| (row.id.clone(), row.updated_at))
        .collect();
    let now = portal.now();
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                end(tx, &found, now).await?;
                begin(tx, new).await?;
                for (case, at) in seen {
                    mark_seen(tx, &case, at).await?;
                }
                Ok::<_, Internal>(())
            })
        })
        .await
}

fn opened(
    portal: &Portal,
    row: &Model,
    finding: &Finding,
) -> Result<supervision_finding::ActiveModel, Internal> {
    let now = portal.now();
    let rule = i16::try_from(finding.rule)
        .map_err(|_| Internal::new("the number of a rule does not fit its column"))?;
    Ok(supervision_finding::ActiveModel {
        id: Set(ids::new(now)),
        case_id: Set(row.id.clone()),
        item_code: Set(row.item_code.clone()),
        department_code: Set(row.department_code.clone()),
        rule: Set(rule),
        day: Set(finding.day),
        colour: Set(finding.colour.key().to_owned()),
        card: Set(finding.card.key().to_owned()),
        opened_at: Set(now),
        closed_at: Set(finding.over.then_some(now)),
        case_seen: Set(row.updated_at),
        told_at: Set(None),
        explanation: Set(None),
        explained_by: Set(None),
        explained_at: Set(None),
        ruling: Set(None),
        reasons: Set(None),
        ruled_by: Set(None),
        ruled_at: Set(None),
    })
}

/// Ends the open findings of these cases that are found no more.
async fn end(
    tx: &DatabaseTransaction,
    found: &HashMap<String, Vec<Finding>>,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    use supervision_finding::Column as F;
    let open = supervision_finding::Entity::find()
        .filter(F::CaseId.is_in(found.keys()))
        .filter(F::ClosedAt.is_null())
        .all(tx)
        .await?;
    let still = |row: &supervision_finding::Model| {
        let findings = found.get(&row.case_id).into_iter().flatten();
        let mut going_on = findings.filter(|finding| !finding.over);
        going_on
            .any(|finding| i16::try_from(finding.rule) == Ok(row.rule) && finding.day == row.day)
    };
    let over: HashSet<_> = open
        .into_iter()
        .filter(|row| !still(row))
        .map(|row| row.id)
        .collect();
    supervision_finding::Entity::update_many()
        .col_expr(F::ClosedAt, Expr::value(Some(now)))
        .filter(F::Id.is_in(over))
        .exec(tx)
        .await?;
    Ok(())
}

/// Adds what is not yet on record; what is on record and had ended goes on.
async fn begin(
    tx: &DatabaseTransaction,
    new: Vec<supervision_finding::ActiveModel>,
) -> Result<(), Internal> {
    use supervision_finding::Column as F;
    for row in new {
        let is_over = matches!(&row.closed_at, Set(Some(_)));
        let mut known = OnConflict::columns([F::CaseId, F::Rule, F::Day]);
        let known = if is_over {
            // Once a slip is on record, only its end can still be missing.
            known.update_columns([F::CaseSeen])
        } else {
            known.update_columns([F::CaseSeen, F::ClosedAt])
        };
        supervision_finding::Entity::insert(row)
            .on_conflict(known.to_owned())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

async fn mark_seen(
    tx: &DatabaseTransaction,
    case: &str,
    at: DateTime<Utc>,
) -> Result<(), Internal> {
    use supervision_finding::Column as F;
    supervision_finding::Entity::update_many()
        .col_expr(F::CaseSeen, Expr::value(at))
        .filter(F::CaseId.eq(case))
        .filter(F::ClosedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::plans::{self, Plans};

    /// Where the cases of a rule are found, in the order of its queries.
    fn indexes(db: &Plans, watch: Watch) -> Vec<String> {
        let due = || "idx_service_case_state_next_due".to_owned();
        let key = || db.key("service_case");
        match watch {
            Watch::NearPromise { .. } => vec![due(), key()],
            Watch::AcceptanceLate {} => {
                vec!["idx_service_case_state_acceptance_due".to_owned(), key()]
            }
            Watch::ProcedureOverrun {} => vec![key()],
            Watch::BadReviewOpen {} => vec![key(), key()],
            // Few cases are in these states, so any index on states will do.
            Watch::Suspended {} => vec!["idx_service_case_state_".to_owned()],
            Watch::ResultMissing { .. } => vec!["idx_service_case_state_".to_owned(), key()],
            _ => vec![due()],
        }
    }

    #[tokio::test]
    async fn every_rule_finds_its_cases_by_an_index() {
        plans::on_both(async |db| {
            let calendar = Calendar::default();
            let now = plans::NOON;
            for rule in supervision::Rules::default().rules {
                let queries = candidates(now, &rule, plans::DAY, &calendar);
                let indexes = indexes(&db, rule.watch);
                assert_eq!(queries.len(), indexes.len());
                for (query, index) in queries.into_iter().zip(indexes) {
                    db.walks(&query.into_query(), &index).await;
                }
            }
            let query = having(changed()).into_query();
            db.walks(&query, "idx_supervision_finding_closed_at_id")
                .await;
        })
        .await;
    }
}
