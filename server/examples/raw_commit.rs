//! `raw_commit FILE SECONDS`: durable commits a second of a bare SQLite loop, for `cargo xtask bench
//! submit`. One small row a commit, in the same journal mode and with the same durability as the
//! portal's writer: what the disk and SQLite themselves allow.
#![expect(clippy::print_stdout, reason = "the answer of a program is its output")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{Connection as _, Executor as _, SqliteConnection, query};

/// About as much as a receipt number with its case takes.
const ROW: &str = "99010020261121000001X 0193f0c4-7e1a-7abc-8def-000000000000";

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = PathBuf::from(arguments.next().context("the first argument is a file")?);
    let seconds: u64 = arguments
        .next()
        .context("the second argument is a number of seconds")?
        .parse()?;
    println!("{:.1}", rate(&file, Duration::from_secs(seconds)).await?);
    Ok(())
}

async fn rate(file: &std::path::Path, duration: Duration) -> anyhow::Result<f64> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    connection
        .execute("CREATE TABLE IF NOT EXISTS receipt (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        .await?;
    let began = Instant::now();
    let mut commits = 0_u32;
    while began.elapsed() < duration {
        // Outside a transaction every statement is one.
        query("INSERT INTO receipt (body) VALUES (?)")
            .bind(ROW)
            .execute(&mut connection)
            .await?;
        commits += 1;
    }
    let rate = f64::from(commits) / began.elapsed().as_secs_f64();
    connection.close().await?;
    Ok(rate)
}
