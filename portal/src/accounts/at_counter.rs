//! The account of a citizen who stands at a counter. Who has none gets one that nobody can sign in to yet;
//! whoever registers with the same name and identity number takes it over.

use domain::counter::{Presented, is_same_name};
use domain::ids::AccountId;
use domain::text::Locale;
use entities::account;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, IntoActiveModel, Set};

use super::{password, store};
use crate::{Internal, Portal, ids};

/// Whom a card names.
pub(crate) enum Found {
    /// The account of that person.
    Account(AccountId),
    /// The number is known under another name.
    OtherName,
    /// The account is closed.
    Closed,
}

/// The account of the person whom a card names, opened where there is none. `locale` is for an account that is
/// opened.
pub(crate) async fn find_or_open(
    portal: &Portal,
    tx: &DatabaseTransaction,
    presented: &Presented,
    locale: Locale,
) -> Result<Found, Internal> {
    let keys = portal.keys();
    let number = presented.resident_id.as_str();
    let Some(row) = store::by_resident_id(tx, keys, number).await? else {
        let id = AccountId::new(ids::new(portal.now()));
        row(portal, &id, presented, locale)?.insert(tx).await?;
        return Ok(Found::Account(id));
    };
    if row.disabled || row.kind != store::CITIZEN {
        return Ok(Found::Closed);
    }
    if !is_same_name(&presented.name, &store::name(keys, &row)?) {
        return Ok(Found::OtherName);
    }
    let id = AccountId::new(row.id.clone());
    // Whoever signs in keeps the own number in order; nobody changes it for them.
    if store::is_unclaimed(&row)
        && let Some(phone) = &presented.phone
    {
        let sealed = keys.seal_text(store::TABLE, "phone", id.as_str(), phone.as_str())?;
        let mut row = row.into_active_model();
        row.phone = Set(Some(sealed));
        row.update(tx).await?;
    }
    Ok(Found::Account(id))
}

fn row(
    portal: &Portal,
    id: &AccountId,
    presented: &Presented,
    locale: Locale,
) -> Result<account::ActiveModel, Internal> {
    let keys = portal.keys();
    let seal = |column, value: &str| keys.seal_text(store::TABLE, column, id.as_str(), value);
    let number = presented.resident_id.as_str();
    let phone = presented.phone.as_ref();
    Ok(account::ActiveModel {
        id: Set(id.to_string()),
        kind: Set(store::CITIZEN.to_owned()),
        login_index: Set(store::no_login_index(keys, id)),
        email: Set(None),
        phone: Set(phone.map(|it| seal("phone", it.as_str())).transpose()?),
        name: Set(seal("name", &presented.name)?),
        resident_index: Set(Some(store::resident_index(keys, number))),
        resident_id: Set(Some(seal("resident_id", number)?)),
        password_hash: Set(password::NOBODY.to_owned()),
        locale: Set(locale.tag().to_owned()),
        failed_count: Set(0),
        locked_until: Set(None),
        created_at: Set(portal.now()),
        disabled: Set(false),
    })
}
