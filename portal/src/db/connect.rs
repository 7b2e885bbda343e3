//! How connections are set up.

use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};

use crate::error::Internal;
use crate::limits::{ACQUIRE_TIME, POSTGRES_CONNECTIONS, SQLITE_BUSY, SQLITE_READERS, WORK_TIME};

/// The one connection that writes. WAL lets readers go on while it does; `synchronous=FULL` makes
/// a commit survive a power cut, without which no receipt number may be shown.
pub(super) async fn sqlite_writer(url: &str) -> Result<DatabaseConnection, Internal> {
    make_folder(url)?;
    let mut options = local(url, 1);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(SQLITE_BUSY)
    });
    Ok(Database::connect(options).await?)
}

/// The connections that read. `query_only` turns a forgotten [`write`](super::Db::write) into an
/// error instead of a lock.
pub(super) async fn sqlite_readers(url: &str) -> Result<DatabaseConnection, Internal> {
    let mut options = local(url, SQLITE_READERS);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .foreign_keys(true)
            .busy_timeout(SQLITE_BUSY)
            .pragma("query_only", "ON")
    });
    Ok(Database::connect(options).await?)
}

/// Options of connections to a file: they cannot break, so they are neither probed nor renewed.
fn local(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(ACQUIRE_TIME)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .test_before_acquire(false)
        .sqlx_logging(false);
    options
}

/// The PostgreSQL connection for migrations, made when it is first used. Rebuilding a large table
/// may take any time, so nothing limits its statements.
pub(super) async fn postgres_schema(url: &str) -> Result<DatabaseConnection, Internal> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .acquire_timeout(ACQUIRE_TIME)
        .connect_lazy(true)
        .set_application_name("tongban schema")
        .sqlx_logging(false);
    Ok(Database::connect(options).await?)
}

/// The pool of PostgreSQL connections.
pub(super) async fn postgres(url: &str) -> Result<DatabaseConnection, Internal> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(POSTGRES_CONNECTIONS)
        .acquire_timeout(ACQUIRE_TIME)
        .statement_timeout(WORK_TIME)
        .set_application_name("tongban")
        .sqlx_logging(false);
    Ok(Database::connect(options).await?)
}

/// Makes the folder that the SQLite file is to lie in.
fn make_folder(url: &str) -> Result<(), Internal> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    match Path::new(path).parent() {
        Some(folder) if !path.starts_with(':') => Ok(std::fs::create_dir_all(folder)?),
        _ => Ok(()),
    }
}
