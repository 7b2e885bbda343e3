//! The database: reachable, migrated, durable, its jobs carried out.

use chrono::TimeDelta;
use entities::job;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    Statement,
};

use super::{Finding, failed};
use crate::Portal;

/// `job.state` of a job that was given up.
const DEAD: &str = "dead";
/// `job.state` of a job that waits.
const QUEUED: &str = "queued";
/// A job that has been due for this long shows that no worker runs.
const OVERDUE_MINUTES: i64 = 15;
/// `PRAGMA synchronous` of a commit that survives a power cut.
const SYNCHRONOUS_FULL: i32 = 2;

pub(super) async fn reachable(portal: &Portal) -> Finding {
    let db = portal.db();
    db.read()
        .query_one_raw(Statement::from_string(db.backend(), "SELECT 1"))
        .await
        .map_err(failed)?;
    Ok(match db.backend() {
        DbBackend::Sqlite => "SQLite answers".to_owned(),
        _ => "PostgreSQL answers".to_owned(),
    })
}

pub(super) async fn schema(portal: &Portal) -> Finding {
    let sql = "SELECT version FROM seaql_migrations ORDER BY version";
    let db = portal.db();
    let rows = db
        .read()
        .query_all_raw(Statement::from_string(db.backend(), sql))
        .await
        .map_err(|_| "the database was never migrated: run the migrations".to_owned())?;
    let versions: Result<Vec<String>, DbErr> =
        rows.iter().map(|row| row.try_get("", "version")).collect();
    let versions = versions.map_err(failed)?;
    match versions.last() {
        Some(last) => Ok(format!(
            "{} migrations applied, the last is {last}",
            versions.len()
        )),
        None => Err("no migration was applied: run the migrations".to_owned()),
    }
}

/// A receipt number may be shown only after a commit that a power cut cannot undo.
pub(super) async fn durability(portal: &Portal) -> Finding {
    match portal.db().backend() {
        DbBackend::Sqlite => sqlite_durability(portal).await,
        _ => postgres_durability(portal).await,
    }
}

async fn sqlite_durability(portal: &Portal) -> Finding {
    let mode: String = setting(portal, "PRAGMA journal_mode").await?;
    let synchronous: i32 = setting(portal, "PRAGMA synchronous").await?;
    let detail = format!("journal_mode={mode}, synchronous={synchronous}");
    if mode == "wal" && synchronous >= SYNCHRONOUS_FULL {
        Ok(detail)
    } else {
        Err(format!(
            "{detail}; it must be wal and at least {SYNCHRONOUS_FULL}"
        ))
    }
}

async fn postgres_durability(portal: &Portal) -> Finding {
    let fsync: String = setting(portal, "SHOW fsync").await?;
    let commit: String = setting(portal, "SHOW synchronous_commit").await?;
    let detail = format!("fsync={fsync}, synchronous_commit={commit}");
    if fsync == "on" && commit != "off" {
        Ok(detail)
    } else {
        Err(format!("{detail}; neither may be off"))
    }
}

/// One value of the connection that writes.
async fn setting<T: sea_orm::TryGetable>(portal: &Portal, sql: &str) -> Result<T, String> {
    let db = portal.db();
    let row = db
        .schema()
        .query_one_raw(Statement::from_string(db.backend(), sql))
        .await
        .map_err(failed)?
        .ok_or_else(|| "this could not be checked: the database says nothing".to_owned())?;
    row.try_get_by_index(0).map_err(failed)
}

pub(super) async fn jobs(portal: &Portal) -> Finding {
    let db = portal.db().read();
    let overdue_since = portal.now() - TimeDelta::minutes(OVERDUE_MINUTES);
    let count = |state: &str| job::Entity::find().filter(job::Column::State.eq(state));
    let dead = count(DEAD).count(db).await.map_err(failed)?;
    let waiting = count(QUEUED).count(db).await.map_err(failed)?;
    let overdue = count(QUEUED)
        .filter(job::Column::RunAt.lt(overdue_since))
        .count(db)
        .await
        .map_err(failed)?;
    let detail = format!("{waiting} waiting, {overdue} of them overdue, {dead} given up");
    if dead > 0 {
        return Err(format!(
            "{detail}; look at job.last_error of those given up"
        ));
    }
    if overdue > 0 {
        return Err(format!("{detail}; no worker seems to run"));
    }
    Ok(detail)
}
