//! The foundation: transactions, jobs, mail, files, publication, audit.

mod database;
mod files;
mod group_commit;
mod jobs;
mod mail;
mod publication;
mod smtp;

use entities::counter;
use portal::Internal;
use portal::db::Db;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};

/// Inserts a row of the simplest table; fails when it is there already.
async fn insert(transaction: &DatabaseTransaction, name: &str) -> Result<(), Internal> {
    let row = counter::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(1),
    };
    counter::Entity::insert(row)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Inserts it in a use case of its own.
async fn write(db: &Db, name: &'static str) -> Result<(), Internal> {
    db.write(move |transaction| Box::pin(async move { insert(transaction, name).await }))
        .await
}

/// Whether readers see it.
async fn is_there(db: &Db, name: &str) -> bool {
    counter::Entity::find_by_id(name)
        .one(db.read())
        .await
        .unwrap()
        .is_some()
}
