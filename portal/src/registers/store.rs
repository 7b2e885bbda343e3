//! One table for each register; the body of a row is sealed and found by blind index.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::forms::{Register, RegisterField};
use domain::identity::ResidentId;
use entities::{register_health_card, register_population, register_social_security};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, Set};

use crate::Internal;
use crate::accounts::store::resident_index;
use crate::sealing::Keys;

/// What a register says of one person.
pub(super) type Body = BTreeMap<RegisterField, String>;

fn table(register: Register) -> &'static str {
    match register {
        Register::Population => "register_population",
        Register::SocialSecurity => "register_social_security",
        Register::HealthCard => "register_health_card",
    }
}

/// What the register says of this person, if it knows the person.
pub(super) async fn body(
    db: &impl ConnectionTrait,
    keys: &Keys,
    register: Register,
    person: &ResidentId,
) -> Result<Option<Body>, Internal> {
    let index = resident_index(keys, person.as_str());
    let row_id = row_id(&index);
    let sealed = match register {
        Register::Population => register_population::Entity::find_by_id(index)
            .one(db)
            .await?
            .map(|row| row.body),
        Register::SocialSecurity => register_social_security::Entity::find_by_id(index)
            .one(db)
            .await?
            .map(|row| row.body),
        Register::HealthCard => register_health_card::Entity::find_by_id(index)
            .one(db)
            .await?
            .map(|row| row.body),
    };
    sealed
        .map(|sealed| keys.open_json(table(register), "body", &row_id, &sealed))
        .transpose()
}

/// Writes what the register says of this person, over what was there.
pub(super) async fn put(
    tx: &DatabaseTransaction,
    keys: &Keys,
    register: Register,
    person: &ResidentId,
    body: &Body,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    let index = resident_index(keys, person.as_str());
    let sealed = keys.seal_json(table(register), "body", &row_id(&index), body)?;
    macro_rules! put_into {
        ($module:ident) => {
            $module::Entity::insert($module::ActiveModel {
                resident_index: Set(index),
                body: Set(sealed),
                updated_at: Set(now),
            })
            .on_conflict(
                OnConflict::column($module::Column::ResidentIndex)
                    .update_columns([$module::Column::Body, $module::Column::UpdatedAt])
                    .to_owned(),
            )
            .exec_without_returning(tx)
            .await?
        };
    }
    match register {
        Register::Population => put_into!(register_population),
        Register::SocialSecurity => put_into!(register_social_security),
        Register::HealthCard => put_into!(register_health_card),
    };
    Ok(())
}

/// The row's key as text, for the seal.
fn row_id(index: &[u8]) -> String {
    use std::fmt::Write;
    index
        .iter()
        .fold(String::with_capacity(index.len() * 2), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}
