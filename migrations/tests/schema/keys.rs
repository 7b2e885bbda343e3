//! What the unique indexes refuse and how the columns sort.

use anyhow::{Result, ensure};
use entities::{account, job};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseConnection, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, Set, SqlErr,
};

use crate::rows::{accounts, instant, operations};

/// Tries the unique indexes of `account` and the queue of jobs, on the rows already written.
pub(crate) async fn check(db: &DatabaseConnection) -> Result<()> {
    unique_sign_in_names(db).await?;
    instants_sort_as_time(db).await
}

/// A sign-in name belongs to one account; a missing resident number to any number of them.
async fn unique_sign_in_names(db: &DatabaseConnection) -> Result<()> {
    let mut other = accounts::kiosk().into_active_model().reset_all();
    other.id = Set("another".to_owned());
    let refused = account::Entity::insert(other.clone())
        .exec_without_returning(db)
        .await;
    let reason = refused.err().and_then(|error| error.sql_err());
    ensure!(matches!(reason, Some(SqlErr::UniqueConstraintViolation(_))));

    other.login_index = Set(vec![9; 32]);
    account::Entity::insert(other)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Instants with and without a fraction of a second compare as time; SQLite holds them as text.
async fn instants_sort_as_time(db: &DatabaseConnection) -> Result<()> {
    let start = 1_800_000_000_000;
    for milliseconds in [500, 1_000, 0, 1, 999] {
        let mut row = operations::queued_job().into_active_model().reset_all();
        row.id = Set(format!("sort-{milliseconds}"));
        row.effect_key = Set(format!("sort-{milliseconds}"));
        row.run_at = Set(instant(start + milliseconds));
        job::Entity::insert(row).exec_without_returning(db).await?;
    }
    let due = job::Entity::find()
        .filter(job::Column::RunAt.gte(instant(start)))
        .filter(job::Column::RunAt.lt(instant(start + 1_000)))
        .order_by_asc(job::Column::RunAt)
        .all(db)
        .await?;
    let ids: Vec<&str> = due.iter().map(|job| job.id.as_str()).collect();
    ensure!(
        ids == ["sort-0", "sort-1", "sort-500", "sort-999"],
        "{ids:?}"
    );
    Ok(())
}
