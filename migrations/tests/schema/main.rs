//! The schema that the migrations build is the schema that the entities describe, on both databases.

mod agreement;
mod databases;
mod keys;
mod rows;

use anyhow::{Result, ensure};
use databases::Database;
use migrations::{Migrator, migrate, pending};
use sea_orm_migration::MigratorTrait;

#[tokio::test]
async fn schema_on_sqlite() -> Result<()> {
    let database = Database::sqlite().await?;
    check(&database).await
}

#[tokio::test]
async fn schema_on_postgres() -> Result<()> {
    let Some(database) = Database::postgres().await? else {
        return Ok(());
    };
    let outcome = check(&database).await;
    database.drop().await?;
    outcome
}

/// Up, use, down to nothing, up again, use again.
async fn check(database: &Database) -> Result<()> {
    let db = database.connection();
    ensure!(pending(db).await?.len() == Migrator::migrations().len());
    migrate(db).await?;
    use_tables(database).await?;

    Migrator::down(db, None).await?;
    ensure!(
        database.tables().await?.is_empty(),
        "down left tables behind"
    );
    migrate(db).await?;
    use_tables(database).await
}

async fn use_tables(database: &Database) -> Result<()> {
    let db = database.connection();
    ensure!(pending(db).await?.is_empty());
    migrate(db).await?;

    let mut checked = rows::round_trips(database).await?;
    checked.sort();
    ensure!(
        database.tables().await? == checked,
        "a table has no entity or an entity was not tried: {checked:?}"
    );
    keys::check(db).await
}
