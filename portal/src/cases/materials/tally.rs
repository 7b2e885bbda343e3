//! How much one person has sent today.

use chrono::{Days, NaiveDate};
use domain::calendar::civil_date;
use domain::ids::AccountId;
use entities::upload_tally;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use crate::materials::limits::{MAX_BYTES_PER_DAY, MAX_FILES_PER_DAY};
use crate::{Internal, Portal};

/// Counts a file of this person, before anything is done with it. Whether there was room for it.
pub(super) async fn claim(
    portal: &Portal,
    account: &AccountId,
    bytes: i64,
) -> Result<bool, Internal> {
    let today = civil_date(portal.now());
    let account = account.clone();
    let so_far = portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let first = upload_tally::ActiveModel {
                    account_id: Set(account.to_string()),
                    day: Set(today),
                    files: Set(1),
                    bytes: Set(bytes),
                };
                let row = upload_tally::Entity::insert(first)
                    .on_conflict(and_add(bytes))
                    .exec_with_returning(tx)
                    .await?;
                Ok::<_, Internal>(row)
            })
        })
        .await?;
    Ok(so_far.files <= MAX_FILES_PER_DAY && so_far.bytes <= MAX_BYTES_PER_DAY)
}

fn and_add(bytes: i64) -> OnConflict {
    use upload_tally::{Column, Entity};
    OnConflict::columns([Column::AccountId, Column::Day])
        .value(Column::Files, Expr::col((Entity, Column::Files)).add(1))
        .value(Column::Bytes, Expr::col((Entity, Column::Bytes)).add(bytes))
        .to_owned()
}

/// Deletes the tallies of past days.
///
/// # Errors
/// When the database fails.
pub(crate) async fn forget_old(portal: &Portal) -> Result<(), Internal> {
    let today = civil_date(portal.now());
    let before = today
        .checked_sub_days(Days::new(1))
        .unwrap_or(NaiveDate::MIN);
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                upload_tally::Entity::delete_many()
                    .filter(upload_tally::Column::Day.lt(before))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}
