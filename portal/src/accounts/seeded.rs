//! Accounts of the demonstration city.

use domain::accounts::Role;
use domain::identity::{Email, MobilePhone, ResidentId};
use domain::ids::{AccountId, DepartmentCode};
use domain::text::{Locale, Text};
use entities::{account, officer};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, Set};

use super::{Accounts, password, store};
use crate::{Internal, Portal, ids};

/// An invented citizen.
#[derive(Clone, Debug)]
pub struct SeededCitizen {
    /// Sign-in name.
    pub email: Email,
    /// Mobile number.
    pub phone: MobilePhone,
    /// Name.
    pub name: String,
    /// Identity number of region 9901xx.
    pub resident_id: ResidentId,
    /// Language.
    pub locale: Locale,
}

/// An invented civil servant.
#[derive(Clone, Debug)]
pub struct SeededOfficer {
    /// Sign-in name.
    pub email: Email,
    /// Name.
    pub name: String,
    /// Department.
    pub department: DepartmentCode,
    /// Role.
    pub role: Role,
    /// Job title.
    pub title: Text,
}

impl Accounts<'_> {
    /// Hashes the one password that all demonstration accounts share.
    ///
    /// # Errors
    /// When hashing fails.
    pub async fn hash_for_seed(&self, password: &str) -> Result<String, Internal> {
        password::hash(password.to_owned()).await
    }

    /// Adds the citizen when nobody signs in by that address yet; `true` when added.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn seed_citizen(
        &self,
        tx: &DatabaseTransaction,
        citizen: &SeededCitizen,
        password_hash: &str,
    ) -> Result<bool, Internal> {
        let keys = self.0.keys();
        if store::by_login(tx, keys, citizen.email.as_str())
            .await?
            .is_some()
        {
            return Ok(false);
        }
        let id = ids::new(self.0.now());
        let mut row = account_row(
            self.0,
            &id,
            store::CITIZEN,
            citizen.email.as_str(),
            &citizen.name,
            citizen.locale,
            password_hash,
        )?;
        let seal = |column, value: &str| keys.seal_text(store::TABLE, column, &id, value).map(Some);
        row.phone = Set(seal("phone", citizen.phone.as_str())?);
        row.resident_id = Set(seal("resident_id", citizen.resident_id.as_str())?);
        row.resident_index = Set(Some(store::resident_index(
            keys,
            citizen.resident_id.as_str(),
        )));
        row.insert(tx).await?;
        Ok(true)
    }

    /// Adds the officer when nobody signs in by that address yet, and sets the post; `true` when
    /// the account was added.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn seed_officer(
        &self,
        tx: &DatabaseTransaction,
        officer: &SeededOfficer,
        password_hash: &str,
    ) -> Result<bool, Internal> {
        let email = officer.email.as_str();
        let known = store::by_login(tx, self.0.keys(), email).await?;
        let added = known.is_none();
        let id = match known {
            Some(row) => AccountId::new(row.id),
            None => {
                let row = account_row(
                    self.0,
                    &ids::new(self.0.now()),
                    store::OFFICER,
                    email,
                    &officer.name,
                    Locale::ZhHans,
                    password_hash,
                )?;
                AccountId::new(row.insert(tx).await?.id)
            }
        };
        put_post(tx, &id, officer).await?;
        Ok(added)
    }
}

async fn put_post(
    tx: &DatabaseTransaction,
    id: &AccountId,
    officer: &SeededOfficer,
) -> Result<(), Internal> {
    officer::Entity::insert(officer::ActiveModel {
        account_id: Set(id.to_string()),
        department_code: Set(officer.department.to_string()),
        role: Set(officer.role.key().to_owned()),
        title_zh: Set(officer.title.zh.clone()),
        title_en: Set(officer.title.en.clone()),
    })
    .on_conflict(
        OnConflict::column(officer::Column::AccountId)
            .update_columns([
                officer::Column::DepartmentCode,
                officer::Column::Role,
                officer::Column::TitleZh,
                officer::Column::TitleEn,
            ])
            .to_owned(),
    )
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

fn account_row(
    portal: &Portal,
    id: &str,
    kind: &str,
    email: &str,
    name: &str,
    locale: Locale,
    password_hash: &str,
) -> Result<account::ActiveModel, Internal> {
    let keys = portal.keys();
    Ok(account::ActiveModel {
        kind: Set(kind.to_owned()),
        login_index: Set(store::login_index(keys, email)),
        email: Set(Some(keys.seal_text(store::TABLE, "email", id, email)?)),
        phone: Set(None),
        name: Set(keys.seal_text(store::TABLE, "name", id, name)?),
        resident_index: Set(None),
        resident_id: Set(None),
        password_hash: Set(password_hash.to_owned()),
        locale: Set(locale.tag().to_owned()),
        failed_count: Set(0),
        locked_until: Set(None),
        created_at: Set(portal.now()),
        disabled: Set(false),
        id: Set(id.to_owned()),
    })
}
