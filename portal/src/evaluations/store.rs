//! Rows of evaluations and rectifications ↔ the domain's.

use chrono::{DateTime, Utc};
use domain::CaseId;
use domain::calendar::{Calendar, DueDate, civil_date};
use domain::cases::{Case, Light, Party};
use domain::evaluations::{
    Deed, Evaluation, LIMITS, Level, Rectification, RectificationRefusal, RectificationState,
    Setting, StepKind,
};
use domain::ids::{AccountId, DepartmentCode};
use entities::{account, case_event, evaluation, rectification, rectification_step, service_case};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set,
};

use super::mail;
use super::said::{first, follow_up};
use crate::sealing::Keys;
use crate::{Internal, Portal, accounts, audit, db, ids, jobs};

/// Table of evaluations, for what is sealed in it.
pub(super) const TABLE: &str = "evaluation";
const RECTIFICATION: &str = "rectification";
const STEP: &str = "rectification_step";

/// A rectification as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RectificationView {
    /// Where it stands.
    pub state: RectificationState,
    /// Number of steps, for the next one to name.
    pub revision: u32,
    /// Working days until the next step is due; negative when overdue.
    pub days_left: Option<i64>,
    /// How urgent it is for the office.
    pub light: Light,
    /// What happened, oldest first.
    pub history: Vec<StepRow>,
    /// What the reader may do.
    pub allowed: Vec<StepKind>,
}

/// A step of a rectification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub kind: StepKind,
    /// What was written with it.
    pub text: Option<String>,
    /// Name of the officer; only at the desk.
    pub officer: Option<String>,
}

/// Why a rectification did not move.
#[derive(Debug, thiserror::Error)]
pub(super) enum AdvanceError {
    /// The rules say no.
    #[error(transparent)]
    Refused(#[from] RectificationRefusal),
    /// Somebody else was quicker.
    #[error("the rectification was changed meanwhile")]
    Changed,
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

/// The evaluation of a row, as the rules see it.
pub(super) fn evaluation(keys: &Keys, row: &evaluation::Model) -> Result<Evaluation, Internal> {
    Ok(Evaluation {
        first: first(keys, row)?.given,
        follow_up: follow_up(keys, row)?.map(|said| said.given),
    })
}

/// The state in a row.
pub(super) fn state(row: &rectification::Model) -> Result<RectificationState, Internal> {
    let state: RectificationState = serde_json::from_str(&row.state_data)?;
    if state.key() != row.state {
        return Err(Internal::new(
            "a rectification's state disagrees with its state column",
        ));
    }
    Ok(state)
}

/// The rectification of a row; who rated stands in the case.
pub(super) async fn rectification(
    db: &impl ConnectionTrait,
    row: &rectification::Model,
) -> Result<Rectification, Internal> {
    let author: String = service_case::Entity::find_by_id(&row.case_id)
        .select_only()
        .column(service_case::Column::ApplicantId)
        .into_tuple()
        .one(db)
        .await?
        .ok_or(Internal::new("the case of a rectification is missing"))?;
    let revision =
        u32::try_from(row.revision).map_err(|_| Internal::new("a stored revision is negative"))?;
    Ok(Rectification {
        department: DepartmentCode::new(row.department_code.clone()),
        author: AccountId::new(author),
        state: state(row)?,
        revision,
    })
}

/// The rectification of a case.
pub(super) async fn of_case(
    db: &impl ConnectionTrait,
    case: &CaseId,
) -> Result<Option<rectification::Model>, Internal> {
    Ok(rectification::Entity::find()
        .filter(rectification::Column::CaseId.eq(case.as_str()))
        .one(db)
        .await?)
}

/// The same, locked until the transaction ends.
pub(super) async fn lock_of_case(
    tx: &DatabaseTransaction,
    case: &CaseId,
) -> Result<Option<rectification::Model>, Internal> {
    let found =
        rectification::Entity::find().filter(rectification::Column::CaseId.eq(case.as_str()));
    Ok(db::lock(found).one(tx).await?)
}

/// Opens the rectification of a case when its review is bad.
pub(super) async fn open_if_bad(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    level: Level,
    calendar: &Calendar,
) -> Result<(), Internal> {
    if !level.is_bad() {
        return Ok(());
    }
    let now = portal.now();
    let state = RectificationState::opened(&setting(now, calendar), false);
    rectification::ActiveModel {
        id: Set(ids::new(now)),
        case_id: Set(case.id.to_string()),
        item_code: Set(case.item.to_string()),
        department_code: Set(case.department.to_string()),
        state: Set(state.key().to_owned()),
        state_data: Set(serde_json::to_string(&state)?),
        revision: Set(0),
        due: Set(state.due().map(|due| due.date)),
        struck: Set(None),
        in_time: Set(None),
        opened_at: Set(now),
        updated_at: Set(now),
    }
    .insert(tx)
    .await?;
    Ok(())
}

pub(super) fn setting(now: DateTime<Utc>, calendar: &Calendar) -> Setting<'_> {
    Setting {
        now,
        calendar,
        limits: &LIMITS,
    }
}

/// Takes a step: transition, save, history, audit and mail. Every change of a rectification goes through
/// here; the caller holds the lock of its row.
pub(super) async fn advance(
    portal: &Portal,
    tx: &DatabaseTransaction,
    row: &rectification::Model,
    deed: &Deed<'_>,
    calendar: &Calendar,
) -> Result<(), AdvanceError> {
    let now = portal.now();
    let kind = deed.step.kind();
    let next = rectification(tx, row)
        .await?
        .apply(deed, &setting(now, calendar))?;
    save(tx, row, &next, now).await?;
    let sequence = row.revision + 1;
    let text = Some(deed.text.trim()).filter(|text| !text.is_empty());
    let place = format!("{}/{sequence}", row.id);
    let note = text
        .map(|text| portal.keys().seal_text(STEP, "note", &place, text))
        .transpose()?;
    let (party, actor) = match deed.by {
        Party::Officer { account, .. } => ("officer", Some(account.to_string())),
        Party::Applicant(_) | Party::AtCounter { .. } => ("applicant", None),
        Party::System => ("system", None),
    };
    rectification_step::ActiveModel {
        rectification_id: Set(row.id.clone()),
        sequence: Set(sequence),
        at: Set(now),
        party: Set(party.to_owned()),
        actor_id: Set(actor),
        kind: Set(kind.key().to_owned()),
        note: Set(note),
    }
    .insert(tx)
    .await
    .map_err(Internal::from)?;
    let action = format!("rectification.{}", kind.key());
    let (who, subject) = (audit::Actor::of(deed.by), Some(row.id.as_str()));
    audit::record(tx, who, &action, RECTIFICATION, subject, audit::DONE, now).await?;
    if mail::tells(kind) {
        jobs::enqueue(tx, mail::job(&row.id, sequence, now)).await?;
    }
    Ok(())
}

async fn save(
    tx: &DatabaseTransaction,
    row: &rectification::Model,
    next: &Rectification,
    now: DateTime<Utc>,
) -> Result<(), AdvanceError> {
    let state = &next.state;
    let data = serde_json::to_string(state).map_err(Internal::from)?;
    let changed = rectification::ActiveModel {
        state: Set(state.key().to_owned()),
        state_data: Set(data),
        revision: Set(row.revision + 1),
        due: Set(state.due().map(|due| due.date)),
        struck: Set(state.struck_out().map(|ground| ground.key().to_owned())),
        in_time: Set(state.corrected()),
        updated_at: Set(now),
        ..Default::default()
    };
    let written = rectification::Entity::update_many()
        .set(changed)
        .filter(rectification::Column::Id.eq(&row.id))
        .filter(rectification::Column::Revision.eq(row.revision))
        .exec(tx)
        .await
        .map_err(Internal::from)?;
    if written.rows_affected == 1 {
        Ok(())
    } else {
        Err(AdvanceError::Changed)
    }
}

/// Whether an officer had a hand in the case, or in a matter of it where it is a joint application.
pub(super) async fn is_involved(
    db: &impl ConnectionTrait,
    officer: &AccountId,
    case: &str,
) -> Result<bool, Internal> {
    let parts = service_case::Entity::find()
        .select_only()
        .column(service_case::Column::Id)
        .filter(service_case::Column::PartOf.eq(case))
        .into_query();
    let deeds = case_event::Entity::find()
        .filter(
            Condition::any()
                .add(case_event::Column::CaseId.eq(case))
                .add(case_event::Column::CaseId.in_subquery(parts)),
        )
        .filter(case_event::Column::ActorId.eq(officer.as_str()))
        .count(db)
        .await?;
    Ok(deeds > 0)
}

/// What a page shows of a rectification to one of its parties.
pub(super) async fn view(
    portal: &Portal,
    row: &rectification::Model,
    reader: &Party,
    involved: bool,
) -> Result<RectificationView, Internal> {
    let found = rectification(portal.db().read(), row).await?;
    let calendar = portal.catalogue().calendar().await?;
    let today = civil_date(portal.now());
    let days_left = found
        .state
        .due()
        .map(|DueDate { date, .. }| calendar.working_days_between(today, date));
    Ok(RectificationView {
        light: found.state.light(days_left),
        days_left,
        history: history(portal, &row.id, reader).await?,
        allowed: found.allowed(reader, involved, today),
        revision: found.revision,
        state: found.state,
    })
}

async fn history(portal: &Portal, id: &str, reader: &Party) -> Result<Vec<StepRow>, Internal> {
    let db = portal.db().read();
    let at_desk = matches!(reader, Party::Officer { .. });
    let rows = rectification_step::Entity::find()
        .filter(rectification_step::Column::RectificationId.eq(id))
        .order_by_asc(rectification_step::Column::Sequence)
        .all(db)
        .await?;
    let mut history = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = StepKind::parse(&row.kind).ok_or(Internal::new("a stored step is unknown"))?;
        if !at_desk && !kind.is_public() {
            continue;
        }
        let place = format!("{}/{}", row.rectification_id, row.sequence);
        let text = row
            .note
            .as_deref()
            .map(|sealed| portal.keys().open_text(STEP, "note", &place, sealed))
            .transpose()?;
        let officer = match (at_desk, &row.actor_id) {
            (true, Some(actor)) => account::Entity::find_by_id(actor)
                .one(db)
                .await?
                .map(|found| accounts::store::name(portal.keys(), &found))
                .transpose()?,
            _ => None,
        };
        history.push(StepRow {
            at: row.at,
            kind,
            text,
            officer,
        });
    }
    Ok(history)
}
