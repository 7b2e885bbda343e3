//! A citizen opens an account.

use domain::accounts::{MAX_NAME_CHARS, check_password};
use domain::counter::is_same_name;
use domain::forms::FieldProblem;
use domain::identity::{Email, MobilePhone, ResidentId};
use domain::ids::AccountId;
use domain::text::Locale;
use entities::account;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, NotSet, QueryFilter, Set,
};

use super::{Accounts, password, store};
use crate::jobs::{self, mail::MailJob};
use crate::mail::{MailDetails, MailTemplate};
use crate::{Internal, Portal, audit, ids};

/// What a citizen typed when opening an account.
#[derive(Clone, Debug)]
pub struct NewCitizen {
    /// E-mail address, the sign-in name.
    pub email: String,
    /// Mobile number.
    pub phone: String,
    /// Name as on the identity card.
    pub name: String,
    /// Resident identity number.
    pub resident_id: String,
    /// Password in the clear; kept nowhere.
    pub password: String,
    /// The language to write to this citizen in.
    pub locale: Locale,
}

/// Why an account was not opened.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// Field by field, with the Fluent key of the sentence to show.
    #[error("the registration has problems")]
    Invalid(Vec<(&'static str, &'static str)>),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

/// The parsed registration.
struct Checked {
    email: String,
    phone: String,
    name: String,
    resident_id: String,
}

impl Accounts<'_> {
    /// Opens an account and welcomes its holder by mail. Whoever was served at a counter before gets the account
    /// that was opened there, with all cases that were received.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`] names every field that has to be mended at once.
    pub async fn register(&self, new: NewCitizen) -> Result<AccountId, RegisterError> {
        let checked = check(&new).map_err(RegisterError::Invalid)?;
        let hash = password::hash(new.password).await?;
        let portal = self.0.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move { open(&portal, tx, checked, hash, new.locale).await })
            })
            .await
    }
}

fn check(new: &NewCitizen) -> Result<Checked, Vec<(&'static str, &'static str)>> {
    let email = Email::parse(&new.email);
    let phone = MobilePhone::parse(&new.phone);
    let resident_id = ResidentId::parse(&new.resident_id);
    let name = new.name.trim();
    let mut problems = Vec::new();
    if name.is_empty() {
        problems.push(("name", "problem-name-missing"));
    } else if name.chars().count() > MAX_NAME_CHARS {
        problems.push(("name", "problem-name-too-long"));
    }
    if let Err(problem) = &resident_id {
        problems.push(("resident_id", FieldProblem::ResidentId(*problem).key()));
    }
    if phone.is_err() {
        problems.push(("phone", "problem-phone"));
    }
    if email.is_err() {
        problems.push(("email", "problem-email"));
    }
    if let Err(problem) = check_password(&new.password) {
        problems.push(("password", problem.key()));
    }
    match (email, phone, resident_id) {
        (Ok(email), Ok(phone), Ok(resident_id)) if problems.is_empty() => Ok(Checked {
            email: email.as_str().to_owned(),
            phone: phone.as_str().to_owned(),
            name: name.to_owned(),
            resident_id: resident_id.as_str().to_owned(),
        }),
        _ => Err(problems),
    }
}

async fn open(
    portal: &Portal,
    tx: &DatabaseTransaction,
    checked: Checked,
    password_hash: String,
    locale: Locale,
) -> Result<AccountId, RegisterError> {
    let keys = portal.keys();
    let mut taken = Vec::new();
    if store::by_login(tx, keys, &checked.email).await?.is_some() {
        taken.push(("email", "problem-email-taken"));
    }
    let known = store::by_resident_id(tx, keys, &checked.resident_id).await?;
    let mut waiting = None;
    if let Some(known) = known {
        // A counter has compared name and number with the card. Both are known to many, so the telephone that the
        // person named there has to be the same; without one, only a counter can help.
        let is_same_person = is_same_name(&checked.name, &store::name(keys, &known)?)
            && store::phone(keys, &known)?.is_some_and(|phone| phone == checked.phone);
        if store::is_unclaimed(&known) && is_same_person {
            waiting = Some(AccountId::new(known.id));
        } else {
            taken.push(("resident_id", "problem-resident-id-taken"));
        }
    }
    if !taken.is_empty() {
        return Err(RegisterError::Invalid(taken));
    }
    let now = portal.now();
    let (id, action) = match waiting {
        Some(id) => {
            claim(portal, tx, &id, &checked, password_hash, locale).await?;
            (id, "account.claim")
        }
        None => {
            let id = AccountId::new(ids::new(now));
            let row = row(portal, &id, &checked, password_hash, locale)?;
            row.insert(tx).await.map_err(Internal::from)?;
            (id, "account.register")
        }
    };
    audit::record(
        tx,
        audit::Actor::Citizen(&id),
        action,
        "account",
        Some(id.as_str()),
        audit::DONE,
        now,
    )
    .await?;
    let mail = MailJob {
        account_id: id.clone(),
        template: MailTemplate::Welcome,
        case_id: None,
        details: MailDetails::default(),
    };
    jobs::enqueue(tx, mail.into_job(format!("mail:welcome:{id}"), now)?).await?;
    Ok(id)
}

/// Gives an account that a counter has opened its holder: with everything that was received there.
async fn claim(
    portal: &Portal,
    tx: &DatabaseTransaction,
    id: &AccountId,
    checked: &Checked,
    password_hash: String,
    locale: Locale,
) -> Result<(), RegisterError> {
    let mut row = row(portal, id, checked, password_hash, locale)?;
    row.id = NotSet;
    row.created_at = NotSet;
    let claimed = account::Entity::update_many()
        .set(row)
        .filter(account::Column::Id.eq(id.as_str()))
        .filter(account::Column::Email.is_null())
        .exec(tx)
        .await
        .map_err(Internal::from)?;
    if claimed.rows_affected == 1 {
        return Ok(());
    }
    // Somebody has taken it over in this very moment.
    let taken = vec![("resident_id", "problem-resident-id-taken")];
    Err(RegisterError::Invalid(taken))
}

fn row(
    portal: &Portal,
    id: &AccountId,
    checked: &Checked,
    password_hash: String,
    locale: Locale,
) -> Result<account::ActiveModel, Internal> {
    let keys = portal.keys();
    let seal = |column, value: &str| keys.seal_text(store::TABLE, column, id.as_str(), value);
    Ok(account::ActiveModel {
        id: Set(id.to_string()),
        kind: Set(store::CITIZEN.to_owned()),
        login_index: Set(store::login_index(keys, &checked.email)),
        email: Set(Some(seal("email", &checked.email)?)),
        phone: Set(Some(seal("phone", &checked.phone)?)),
        name: Set(seal("name", &checked.name)?),
        resident_index: Set(Some(store::resident_index(keys, &checked.resident_id))),
        resident_id: Set(Some(seal("resident_id", &checked.resident_id)?)),
        password_hash: Set(password_hash),
        locale: Set(locale.tag().to_owned()),
        failed_count: Set(0),
        locked_until: Set(None),
        created_at: Set(portal.now()),
        disabled: Set(false),
    })
}
