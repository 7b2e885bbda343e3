//! Migrations of the database, alike on SQLite and PostgreSQL.
//!
//! # Rules
//!
//! - **Expand and contract.** The release before must go on working on the schema of this one, since
//!   nodes are replaced one after the other. So a migration only adds: tables, nullable columns,
//!   indexes. What nothing reads any more goes in a later release, in a migration of its own.
//! - **Never change a migration that was released.** Databases remember it by its name. Mend it with
//!   a new one.
//! - **Whole or not at all.** Every migration runs in a transaction; SQLite has to be asked for it
//!   ([`MigrationTrait::use_transaction`]), PostgreSQL does it unasked.
//! - **Both databases.** Use the statement builder and no SQL text. Text is `text`, an instant is
//!   `timestamp with time zone`, sealed bytes are `blob`. SQLite keeps instants as RFC 3339 text in
//!   UTC, which sorts as time.
//! - **No foreign keys.** A use case writes all of its rows in one transaction and nothing that
//!   others refer to is ever deleted, while history (audit, access records) has to outlive what it
//!   names and large tables are to be split into partitions.

mod m20261121_000001_foundation;
mod m20261121_000002_site;
mod m20261121_000003_editing;
mod m20261121_000004_materials;
mod m20261121_000005_catalogue;
mod m20261121_000006_online;
mod m20261121_000007_engine;
mod m20261121_000008_documents;
mod m20261121_000009_evaluations;
mod m20261121_000010_notices;
mod m20261121_000011_desk;
mod m20261121_000012_supervision;
mod m20261121_000013_counter;
mod m20261121_000014_consultations;
mod m20261121_000015_joint;
mod m20261121_000016_silences;
mod m20261121_000017_marks;
mod parts;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseConnection;

/// All migrations, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_000001_foundation::Migration),
            Box::new(m20261121_000002_site::Migration),
            Box::new(m20261121_000003_editing::Migration),
            Box::new(m20261121_000004_materials::Migration),
            Box::new(m20261121_000005_catalogue::Migration),
            Box::new(m20261121_000006_online::Migration),
            Box::new(m20261121_000007_engine::Migration),
            Box::new(m20261121_000008_documents::Migration),
            Box::new(m20261121_000009_evaluations::Migration),
            Box::new(m20261121_000010_notices::Migration),
            Box::new(m20261121_000011_desk::Migration),
            Box::new(m20261121_000012_supervision::Migration),
            Box::new(m20261121_000013_counter::Migration),
            Box::new(m20261121_000014_consultations::Migration),
            Box::new(m20261121_000015_joint::Migration),
            Box::new(m20261121_000016_silences::Migration),
            Box::new(m20261121_000017_marks::Migration),
        ]
    }
}

/// Applies every migration that the database lacks; does nothing when there is none.
///
/// Run it from one process at a time: two at once do no harm, but one of them fails.
///
/// # Errors
///
/// When a statement fails (its migration is rolled back, the ones before it stay), or when the
/// database knows a migration that this program does not, being older than the database.
pub async fn migrate(db: &DatabaseConnection) -> Result<(), DbErr> {
    Migrator::up(db, None).await
}

/// Names of the migrations that [`migrate`] would apply, oldest first. Writes nothing, so a node may
/// ask with a user who cannot change tables.
///
/// # Errors
///
/// When the database cannot be read, or knows a migration that this program does not.
pub async fn pending(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let migrations = Migrator::get_pending_migrations_read_only(db).await?;
    Ok(migrations
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect())
}
