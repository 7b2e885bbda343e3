//! Counting a month: from the history, by the index on what happened when.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::calendar::{Calendar, civil_date};
use domain::cases::{CaseClock, CaseState, EventKind, ResultCode};
use domain::supervision::{Decision, Figures, Month, due_months};
use entities::{case_event, monthly_count, monthly_figure, service_case};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, Set,
};

use super::Supervision;
use super::row::{Place, active};
use crate::{Internal, Portal, publication};

/// Months counted in one go of the clock; the rest waits a minute.
const MONTHS_AT_ONCE: usize = 3;
/// Ends of cases read at once.
const PAGE_ROWS: u64 = 1_000;
/// Rows written by one statement: SQLite takes 32,766 values.
const WRITE_ROWS: usize = 500;

/// What counts as often as it happens.
const COUNTED: [EventKind; 8] = [
    EventKind::Submit,
    EventKind::Begin,
    EventKind::Accept,
    EventKind::DeemAccepted,
    EventKind::DecideByRule,
    EventKind::RequestCorrection,
    EventKind::ReturnPrecheck,
    EventKind::Extend,
];

/// What ends the work of the office.
const ENDS: [EventKind; 8] = [
    EventKind::Settle,
    EventKind::Decide,
    EventKind::DecideByRule,
    EventKind::DeemGranted,
    EventKind::RefuseAcceptance,
    EventKind::Withdraw,
    EventKind::DeemWithdrawn,
    EventKind::Close,
];

type Counts = BTreeMap<Place, Figures>;

/// Counts the months that are due.
///
/// # Errors
/// When the database or the keys fail. Months counted before the failure stay.
pub(crate) async fn count_months(portal: &Portal) -> Result<(), Internal> {
    let first = case_event::Entity::find()
        .filter(case_event::Column::Kind.eq(EventKind::Submit.key()))
        .order_by_asc(case_event::Column::At)
        .one(portal.db().read())
        .await?;
    let Some(first) = first else { return Ok(()) };
    let now = portal.now();
    let counted = Supervision(portal).counted().await?;
    let due = due_months(Month::at(first.at), &counted, now);
    for month in due.into_iter().take(MONTHS_AT_ONCE) {
        let counts = count(portal, month).await?;
        write(portal, month, counts, now).await?;
    }
    Ok(())
}

async fn count(portal: &Portal, month: Month) -> Result<Counts, Internal> {
    let mut counts = Counts::new();
    for (department, item, kind, times) in happened(portal, month).await? {
        let kind = EventKind::parse(&kind).ok_or(Internal::new("a stored event is unknown"))?;
        let figures = counts.entry((department, item)).or_default();
        figures.count(kind, u64::try_from(times).unwrap_or_default());
    }
    let calendar = portal.catalogue().calendar().await?;
    for kind in ENDS {
        ends(portal, month, kind, &calendar, &mut counts).await?;
    }
    Ok(counts)
}

fn case_of_event() -> RelationDef {
    case_event::Entity::belongs_to(service_case::Entity)
        .from(case_event::Column::CaseId)
        .to(service_case::Column::Id)
        .into()
}

fn within(month: Month) -> Condition {
    Condition::all()
        .add(case_event::Column::At.gte(month.begins()))
        .add(case_event::Column::At.lt(month.next().begins()))
}

async fn happened(
    portal: &Portal,
    month: Month,
) -> Result<Vec<(String, String, String, i64)>, Internal> {
    use service_case::Column as C;
    let rows = case_event::Entity::find()
        .select_only()
        .column(C::DepartmentCode)
        .column(C::ItemCode)
        .column(case_event::Column::Kind)
        .column_as(case_event::Column::Sequence.count(), "times")
        .join(JoinType::InnerJoin, case_of_event())
        .filter(case_event::Column::Kind.is_in(COUNTED.map(EventKind::key)))
        .filter(within(month))
        // A matter of a joint application was accepted when it began.
        .filter(
            Condition::any()
                .add(C::PartOf.is_null())
                .add(case_event::Column::Kind.ne(EventKind::DecideByRule.key())),
        )
        .group_by(C::DepartmentCode)
        .group_by(C::ItemCode)
        .group_by(case_event::Column::Kind)
        .into_tuple()
        .all(portal.db().read())
        .await?;
    Ok(rows)
}

/// The end of a case: id of the case and when, then department, service, state and clock.
type End = (
    String,
    DateTime<Utc>,
    String,
    String,
    String,
    Option<String>,
);

async fn ends(
    portal: &Portal,
    month: Month,
    kind: EventKind,
    calendar: &Calendar,
    counts: &mut Counts,
) -> Result<(), Internal> {
    let mut after: Option<(DateTime<Utc>, String)> = None;
    loop {
        let rows = page(portal, month, kind, after.as_ref()).await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = Some((last.1, last.0.clone()));
        for (case, at, department, item, state, clock) in rows {
            let result = result(portal, &case, &state).await?;
            let decision = match clock.filter(|_| is_decision(kind)) {
                Some(json) => {
                    let clock: CaseClock = serde_json::from_str(&json)?;
                    Some(Decision::on(civil_date(at), &clock, calendar))
                }
                None => None,
            };
            let figures = counts.entry((department, item)).or_default();
            figures.end(result, decision);
        }
    }
}

const fn is_decision(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Decide | EventKind::DecideByRule | EventKind::DeemGranted
    )
}

async fn page(
    portal: &Portal,
    month: Month,
    kind: EventKind,
    after: Option<&(DateTime<Utc>, String)>,
) -> Result<Vec<End>, Internal> {
    use case_event::Column as E;
    use service_case::Column as C;
    let mut query = case_event::Entity::find()
        .select_only()
        .columns([E::CaseId, E::At])
        .columns([C::DepartmentCode, C::ItemCode, C::State, C::Clock])
        .join(JoinType::InnerJoin, case_of_event())
        .filter(E::Kind.eq(kind.key()))
        .filter(within(month))
        // A draft that is thrown away was never handed in.
        .filter(C::Number.is_not_null());
    if let Some((at, case)) = after {
        let same = E::At.eq(*at).and(E::CaseId.gt(case.as_str()));
        query = query.filter(E::At.gte(*at)).filter(E::At.gt(*at).or(same));
    }
    let rows = query
        .order_by_asc(E::At)
        .order_by_asc(E::CaseId)
        .limit(PAGE_ROWS)
        .into_tuple()
        .all(portal.db().read())
        .await?;
    Ok(rows)
}

/// How a case ended. All but the few that the office has ended tell by the key of their state.
pub(in crate::supervision) async fn result(
    portal: &Portal,
    case: &str,
    state: &str,
) -> Result<ResultCode, Internal> {
    Ok(match state {
        "approved" | "delivered" => ResultCode::Granted,
        "rejected" => ResultCode::Refused,
        "not_accepted" => ResultCode::NotAccepted,
        "withdrawn" => ResultCode::Returned,
        _ => {
            let row = service_case::Entity::find_by_id(case)
                .one(portal.db().read())
                .await?
                .ok_or(Internal::new("a case is missing"))?;
            let state: CaseState = crate::cases::store::case(portal.keys(), &row)?.state;
            state
                .result()
                .ok_or(Internal::new("a case that ended goes on"))?
        }
    })
}

/// Puts the figures of a month in the place of the earlier ones. Two workers that count at once wait for
/// one another at the first row.
async fn write(
    portal: &Portal,
    month: Month,
    counts: Counts,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let counted = monthly_count::ActiveModel {
                    month: Set(month.first()),
                    counted_at: Set(now),
                };
                let again = OnConflict::column(monthly_count::Column::Month)
                    .update_column(monthly_count::Column::CountedAt)
                    .to_owned();
                monthly_count::Entity::insert(counted)
                    .on_conflict(again)
                    .exec_without_returning(tx)
                    .await?;
                monthly_figure::Entity::delete_many()
                    .filter(monthly_figure::Column::Month.eq(month.first()))
                    .exec(tx)
                    .await?;
                let rows: Vec<_> = counts
                    .into_iter()
                    .map(|(place, figures)| active(month, place, &figures))
                    .collect();
                for some in rows.chunks(WRITE_ROWS) {
                    monthly_figure::Entity::insert_many(some.to_vec())
                        .exec_without_returning(tx)
                        .await?;
                }
                if month.next().begins() <= now {
                    // The public reads months that are over.
                    publication::bump(tx).await?;
                }
                Ok::<_, Internal>(())
            })
        })
        .await
}
