//! Drafts that nobody works on: a notice first, then they go.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::calendar::civil_date;
use domain::cases::CaseState;
use domain::ids::{AccountId, CaseId, ItemCode};
use domain::notices::NoticeKind;
use entities::{case_answers, draft_reminder, hand_over, library_material, material, service_case};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    Set,
};

use super::{CaseView, materials, store};
use crate::mail::MailDetails;
use crate::notices::{self, NewNotice};
use crate::{Internal, Portal, audit};

/// Days after the last work on a draft until it is deleted. A quarter of a year is enough to fetch any
/// document; afterwards nobody needs what was typed, and what nobody needs must go (个人信息保护法 §19).
pub const DRAFT_KEEP_DAYS: i64 = 90;

/// Days between the mail and the end of the draft: two weeks off and back again.
pub const DRAFT_REMINDER_DAYS: i64 = 14;

/// Drafts taken in one sweep; what is left waits for the next one, a minute later.
const SWEEP_ROWS: u64 = 200;

impl CaseView {
    /// The day on which a draft is deleted when nobody works on it until then.
    #[must_use]
    pub fn expires_on(&self) -> Option<NaiveDate> {
        let is_draft = matches!(self.case.state, CaseState::Draft);
        is_draft.then(|| civil_date(self.updated_at + TimeDelta::days(DRAFT_KEEP_DAYS)))
    }
}

/// Reminds of every draft that ends soon, once for each time that it was left alone.
///
/// # Errors
/// When the database fails. Reminders before the failure stay promised.
pub(crate) async fn remind_of_drafts(portal: &Portal) -> Result<(), Internal> {
    for draft in ending(portal.now()).all(portal.db().read()).await? {
        remind(portal, draft).await?;
    }
    Ok(())
}

/// The drafts that end soon, and whose applicants were not reminded of it.
fn ending(now: DateTime<Utc>) -> Select<service_case::Entity> {
    use service_case::Column;
    let left_alone = now - TimeDelta::days(DRAFT_KEEP_DAYS - DRAFT_REMINDER_DAYS);
    drafts()
        .filter(Column::UpdatedAt.lt(left_alone))
        .filter(Expr::exists(reminded(None)).not())
}

/// The drafts whose time is over, and whose applicants were reminded of it in time.
fn ended(now: DateTime<Utc>) -> Select<service_case::Entity> {
    use service_case::Column;
    let in_time = now - TimeDelta::days(DRAFT_REMINDER_DAYS);
    drafts()
        .filter(Column::UpdatedAt.lte(now - TimeDelta::days(DRAFT_KEEP_DAYS)))
        .filter(Expr::exists(reminded(Some(in_time))))
}

fn drafts() -> Select<service_case::Entity> {
    service_case::Entity::find()
        .filter(service_case::Column::State.eq(CaseState::Draft.key()))
        .order_by_asc(service_case::Column::UpdatedAt)
        .limit(SWEEP_ROWS)
}

async fn remind(portal: &Portal, draft: service_case::Model) -> Result<(), Internal> {
    let now = portal.now();
    let ends = draft.updated_at + TimeDelta::days(DRAFT_KEEP_DAYS);
    let ends = Ord::max(ends, now + TimeDelta::days(DRAFT_REMINDER_DAYS));
    let item = ItemCode::new(draft.item_code.clone());
    let left_at = draft.updated_at.timestamp_millis();
    let notice = NewNotice {
        account: AccountId::new(draft.applicant_id.clone()),
        kind: NoticeKind::DraftExpires,
        case: Some(CaseId::new(draft.id.clone())),
        details: MailDetails {
            number: None,
            item: Some(portal.catalogue().item_name(&item).await?),
            due: Some(civil_date(ends)),
        },
        occasion: format!("notice:draft-expires:{}:{left_at}", draft.id),
    };
    let work = portal.clone();
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                if still_left(tx, &draft).await? {
                    note_reminder(tx, &draft.id, now).await?;
                    notices::tell(&work, tx, notice).await?;
                }
                Ok(())
            })
        })
        .await
}

async fn note_reminder(
    tx: &DatabaseTransaction,
    case: &str,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    let row = draft_reminder::ActiveModel {
        case_id: Set(case.to_owned()),
        at: Set(now),
    };
    let again = OnConflict::column(draft_reminder::Column::CaseId)
        .update_column(draft_reminder::Column::At)
        .to_owned();
    draft_reminder::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Deletes every draft whose time is over and whose applicant was reminded in time.
///
/// # Errors
/// When the database fails. Drafts deleted before the failure stay deleted.
pub(crate) async fn expire_drafts(portal: &Portal) -> Result<(), Internal> {
    for draft in ended(portal.now()).all(portal.db().read()).await? {
        expire(portal, draft).await?;
    }
    Ok(())
}

async fn expire(portal: &Portal, draft: service_case::Model) -> Result<(), Internal> {
    let now = portal.now();
    let object_keys = portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                if !still_left(tx, &draft).await? {
                    return Ok(Vec::new());
                }
                let object_keys = delete_draft(tx, &draft.id).await?;
                let (who, id) = (audit::Actor::System, Some(draft.id.as_str()));
                audit::record(tx, who, "case.expire", "service_case", id, audit::DONE, now).await?;
                Ok::<_, Internal>(object_keys)
            })
        })
        .await?;
    materials::delete_files(portal, object_keys).await;
    Ok(())
}

/// Deletes all rows of a draft; nobody but its applicant has ever seen one of them.
pub(super) async fn delete_draft(
    tx: &DatabaseTransaction,
    id: &str,
) -> Result<Vec<String>, Internal> {
    let object_keys = materials::object_keys(tx, &CaseId::new(id)).await?;
    material::Entity::delete_many()
        .filter(material::Column::CaseId.eq(id))
        .exec(tx)
        .await?;
    library_material::Entity::delete_many()
        .filter(library_material::Column::CaseId.eq(id))
        .exec(tx)
        .await?;
    hand_over::Entity::delete_many()
        .filter(hand_over::Column::CaseId.eq(id))
        .exec(tx)
        .await?;
    draft_reminder::Entity::delete_by_id(id).exec(tx).await?;
    notices::forget_case(tx, id).await?;
    case_answers::Entity::delete_by_id(id).exec(tx).await?;
    service_case::Entity::delete_by_id(id).exec(tx).await?;
    Ok(object_keys)
}

/// Whether a draft is still there and nobody has worked on it meanwhile.
async fn still_left(
    tx: &DatabaseTransaction,
    seen: &service_case::Model,
) -> Result<bool, Internal> {
    let row = store::lock(tx, &CaseId::new(seen.id.clone())).await?;
    Ok(row.is_some_and(|row| row.state == seen.state && row.updated_at == seen.updated_at))
}

/// That the applicant of a draft was reminded since working on it, at the latest at `until`.
fn reminded(until: Option<DateTime<Utc>>) -> SelectStatement {
    use draft_reminder::{Column, Entity};
    let at = || Expr::col((Entity, Column::At));
    let of_case = |column| Expr::col((service_case::Entity, column));
    let mut query = Query::select();
    query
        .column((Entity, Column::CaseId))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::CaseId)).eq(of_case(service_case::Column::Id)))
        .and_where(at().gt(of_case(service_case::Column::UpdatedAt)));
    if let Some(until) = until {
        query.and_where(at().lte(until));
    }
    query
}

#[cfg(test)]
mod tests {
    use sea_orm::QueryTrait;

    use super::*;
    use crate::db::plans;

    #[tokio::test]
    async fn old_drafts_are_found_by_when_they_were_left() {
        plans::on_both(async |db| {
            for query in [ending(plans::NOON), ended(plans::NOON)] {
                let query = query.into_query();
                db.walks(&query, "idx_service_case_state_updated_at").await;
            }
        })
        .await;
    }
}
