//! Rows of cases ↔ the domain's case.

use chrono::{DateTime, Utc};
use domain::calendar::{Calendar, DueDate};
use domain::cases::{Case, CaseClock, CaseNumber, CaseState, Flow, Part};
use domain::desk::Pile;
use domain::forms::Answers;
use domain::ids::{AccountId, CaseId, DepartmentCode, ItemCode};
use entities::{case_answers, case_answers_version, service_case};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, Set,
};

use crate::sealing::Keys;
use crate::{Internal, db};

const TABLE: &str = "service_case";

/// The case behind a row.
pub(crate) fn case(keys: &Keys, row: &service_case::Model) -> Result<Case, Internal> {
    let state: CaseState = keys.open_json(TABLE, "state_data", &row.id, &row.state_data)?;
    if state.key() != row.state {
        return Err(Internal::new(
            "a case's state disagrees with its state column",
        ));
    }
    let number = row
        .number
        .as_deref()
        .map(CaseNumber::parse)
        .transpose()
        .map_err(|_| Internal::new("a stored case number is malformed"))?;
    let version = u32::try_from(row.definition_version)
        .map_err(|_| Internal::new("a stored version is negative"))?;
    let revision =
        u32::try_from(row.revision).map_err(|_| Internal::new("a stored revision is negative"))?;
    Ok(Case {
        id: CaseId::new(row.id.clone()),
        number,
        item: ItemCode::new(row.item_code.clone()),
        version,
        department: DepartmentCode::new(row.department_code.clone()),
        applicant: AccountId::new(row.applicant_id.clone()),
        state,
        clock: clock(row)?,
        renews_until: row.renews_until,
        part: part(row),
        revision,
    })
}

fn part(row: &service_case::Model) -> Option<Part> {
    Some(Part {
        of: CaseId::new(row.part_of.clone()?),
        matter: row.matter.clone()?,
    })
}

fn clock(row: &service_case::Model) -> Result<Option<CaseClock>, Internal> {
    let clock = row.clock.as_deref().map(serde_json::from_str);
    Ok(clock.transpose()?)
}

/// Writes the case over its row, but only where the row still has `revision`. `handed_in` says that the
/// applicant has just done that; by `flow` the desk finds the case on the right pile.
///
/// Returns whether it did: `false` means that somebody else was quicker.
pub(crate) async fn save(
    tx: &DatabaseTransaction,
    keys: &Keys,
    case: &Case,
    flow: &Flow,
    revision: u32,
    handed_in: bool,
    now: DateTime<Utc>,
) -> Result<bool, Internal> {
    let clock = case.clock.as_ref();
    let mut row = service_case::ActiveModel {
        number: Set(case.number.as_ref().map(ToString::to_string)),
        number_tail: Set(case.number.as_ref().map(|number| number.tail().to_owned())),
        pile: Set(Pile::of(&case.state, flow).map(|pile| pile.key().to_owned())),
        state: Set(case.state.key().to_owned()),
        state_data: Set(keys.seal_json(TABLE, "state_data", case.id.as_str(), &case.state)?),
        revision: Set(as_stored(case.revision)?),
        acceptance_due: Set(case.state.acceptance_due().map(|due| due.date)),
        accepted_on: Set(clock.map(|clock| clock.accepted_on)),
        promised_due: Set(clock.map(|clock| clock.promised_due.date)),
        statutory_due: Set(clock.map(|clock| clock.statutory_due.date)),
        clock: Set(clock.map(serde_json::to_string).transpose()?),
        next_due: Set(case.next_due().map(|due| due.date)),
        renews_until: Set(case.renews_until),
        due_provisional: Set(case.is_provisional()),
        updated_at: Set(now),
        ..Default::default()
    };
    if handed_in {
        row.submitted_at = Set(Some(now));
    }
    let written = service_case::Entity::update_many()
        .set(row)
        .filter(service_case::Column::Id.eq(case.id.as_str()))
        .filter(service_case::Column::Revision.eq(as_stored(revision)?))
        .exec(tx)
        .await?;
    Ok(written.rows_affected == 1)
}

/// A revision as its column holds it.
pub(super) fn as_stored(revision: u32) -> Result<i32, Internal> {
    i32::try_from(revision).map_err(|_| Internal::new("a revision does not fit its column"))
}

/// Keeps the answers as they are handed in.
pub(super) async fn keep_version(
    tx: &DatabaseTransaction,
    keys: &Keys,
    case: &Case,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    let answers = answers(tx, keys, &case.id).await?;
    let row_id = format!("{}/{}", case.id, case.revision);
    let version = case_answers_version::ActiveModel {
        case_id: Set(case.id.to_string()),
        revision: Set(as_stored(case.revision)?),
        body: Set(keys.seal_json("case_answers_version", "body", &row_id, &answers)?),
        at: Set(now),
    };
    version.insert(tx).await?;
    Ok(())
}

/// The state of a new draft, sealed for its row.
pub(super) fn seal_state(keys: &Keys, id: &str, state: &CaseState) -> Result<Vec<u8>, Internal> {
    keys.seal_json(TABLE, "state_data", id, state)
}

/// One citizen's case; locked until the transaction ends (PostgreSQL; SQLite has one writer).
pub(crate) async fn lock_of(
    tx: &DatabaseTransaction,
    citizen: &AccountId,
    id: &CaseId,
) -> Result<Option<service_case::Model>, Internal> {
    let mine = service_case::Entity::find_by_id(id.as_str())
        .filter(service_case::Column::ApplicantId.eq(citizen.as_str()));
    Ok(db::lock(mine).one(tx).await?)
}

/// Any case, for the portal's own work; locked until the transaction ends.
pub(crate) async fn lock(
    tx: &DatabaseTransaction,
    id: &CaseId,
) -> Result<Option<service_case::Model>, Internal> {
    let row = service_case::Entity::find_by_id(id.as_str());
    Ok(db::lock(row).one(tx).await?)
}

/// What the applicant answered so far.
pub(crate) async fn answers(
    db: &impl ConnectionTrait,
    keys: &Keys,
    id: &CaseId,
) -> Result<Answers, Internal> {
    let row = case_answers::Entity::find_by_id(id.as_str())
        .one(db)
        .await?;
    row.map_or_else(
        || Ok(Answers::default()),
        |row| keys.open_json("case_answers", "body", id.as_str(), &row.body),
    )
}

/// What the applicant answered when the case was handed in last; nothing before that.
pub(super) async fn handed_in(
    db: &impl ConnectionTrait,
    keys: &Keys,
    id: &CaseId,
) -> Result<Answers, Internal> {
    let row = case_answers_version::Entity::find()
        .filter(case_answers_version::Column::CaseId.eq(id.as_str()))
        .order_by_desc(case_answers_version::Column::Revision)
        .one(db)
        .await?;
    row.map_or_else(
        || Ok(Answers::default()),
        |row| {
            let row_id = format!("{}/{}", row.case_id, row.revision);
            keys.open_json("case_answers_version", "body", &row_id, &row.body)
        },
    )
}

/// Writes the answers over the earlier ones.
pub(super) async fn put_answers(
    tx: &DatabaseTransaction,
    keys: &Keys,
    id: &CaseId,
    answers: &Answers,
) -> Result<(), Internal> {
    case_answers::Entity::insert(case_answers::ActiveModel {
        case_id: Set(id.to_string()),
        body: Set(keys.seal_json("case_answers", "body", id.as_str(), answers)?),
    })
    .on_conflict(
        OnConflict::column(case_answers::Column::CaseId)
            .update_column(case_answers::Column::Body)
            .to_owned(),
    )
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// Whole days until the case is due: working days by the calendar, negative when overdue. The
/// promise counts, and before acceptance the time to accept.
pub(crate) fn days_left(
    case: &Case,
    today: chrono::NaiveDate,
    calendar: &Calendar,
) -> Option<(DueDate, i64)> {
    let due = case.next_due()?;
    Some((due, calendar.working_days_between(today, due.date)))
}
