//! Rows of accounts and their sealed columns.

use domain::accounts::Role;
use domain::ids::AccountId;
use domain::text::Locale;
use entities::account;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::Internal;
use crate::sealing::Keys;

/// `account.kind` of a citizen.
pub(crate) const CITIZEN: &str = "citizen";
/// `account.kind` of an officer.
pub(crate) const OFFICER: &str = "officer";
/// Table name, part of every seal.
pub(crate) const TABLE: &str = "account";
/// Purpose of the blind index over e-mail addresses.
const LOGIN: &str = "account-login";
/// Purpose of the blind index of accounts that nobody signs in to; another than that of sign-in names, so that
/// nothing typed is ever found there.
const NO_LOGIN: &str = "account-no-login";
/// Purpose of the blind index over identity numbers; registers share it, so that a person's rows
/// are found by one value.
const RESIDENT: &str = "resident-id";

/// Blind index of a sign-in name.
pub(crate) fn login_index(keys: &Keys, email: &str) -> Vec<u8> {
    keys.blind_index(LOGIN, &email.trim().to_lowercase())
}

/// The index that stands for the missing sign-in name of an account.
pub(crate) fn no_login_index(keys: &Keys, id: &AccountId) -> Vec<u8> {
    keys.blind_index(NO_LOGIN, id.as_str())
}

/// Whether it is a citizen's account that a counter has opened, and nobody signs in to it yet.
pub(crate) fn is_unclaimed(row: &account::Model) -> bool {
    row.kind == CITIZEN && row.email.is_none() && !row.disabled
}

/// Blind index of an identity number.
pub(crate) fn resident_index(keys: &Keys, resident_id: &str) -> Vec<u8> {
    keys.blind_index(RESIDENT, resident_id)
}

/// The account that signs in with this e-mail address.
pub(crate) async fn by_login(
    db: &impl ConnectionTrait,
    keys: &Keys,
    email: &str,
) -> Result<Option<account::Model>, Internal> {
    Ok(account::Entity::find()
        .filter(account::Column::LoginIndex.eq(login_index(keys, email)))
        .one(db)
        .await?)
}

/// The account of the person with this identity number.
pub(crate) async fn by_resident_id(
    db: &impl ConnectionTrait,
    keys: &Keys,
    resident_id: &str,
) -> Result<Option<account::Model>, Internal> {
    Ok(account::Entity::find()
        .filter(account::Column::ResidentIndex.eq(resident_index(keys, resident_id)))
        .one(db)
        .await?)
}

/// Name of the account's holder.
pub(crate) fn name(keys: &Keys, row: &account::Model) -> Result<String, Internal> {
    keys.open_text(TABLE, "name", &row.id, &row.name)
}

/// Identity number of the account's holder; officers have none here.
pub(crate) fn resident_id(keys: &Keys, row: &account::Model) -> Result<Option<String>, Internal> {
    row.resident_id
        .as_deref()
        .map(|sealed| keys.open_text(TABLE, "resident_id", &row.id, sealed))
        .transpose()
}

/// Mail address of the account's holder.
pub(crate) fn email(keys: &Keys, row: &account::Model) -> Result<Option<String>, Internal> {
    row.email
        .as_deref()
        .map(|sealed| keys.open_text(TABLE, "email", &row.id, sealed))
        .transpose()
}

/// Mobile number of the account's holder.
pub(crate) fn phone(keys: &Keys, row: &account::Model) -> Result<Option<String>, Internal> {
    row.phone
        .as_deref()
        .map(|sealed| keys.open_text(TABLE, "phone", &row.id, sealed))
        .transpose()
}

/// The language of the account; simplified Chinese when the stored tag is no longer served.
pub(crate) fn locale(row: &account::Model) -> Locale {
    Locale::parse(&row.locale).unwrap_or(Locale::ZhHans)
}

/// Role of an officer as stored.
pub(crate) fn role(stored: &str) -> Result<Role, Internal> {
    Role::parse(stored).ok_or_else(|| Internal::new("a stored role is unknown"))
}
