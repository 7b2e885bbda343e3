//! Reading another department's register for a case.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::forms::{Register, RegisterField};
use domain::identity::ResidentId;
use domain::ids::{AccountId, CaseId, ItemCode};
use entities::{access_record, account};
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, Set};

use super::store;
use crate::accounts;
use crate::{Internal, Portal, ids};

/// What a look-up is for. Without a case there is no look-up (在线政务服务若干规定 §7, 个人信息保护法
/// §34).
pub(crate) struct Purpose<'a> {
    /// The live case.
    pub case: &'a CaseId,
    /// The service item that the case is about.
    pub item: &'a ItemCode,
    /// The person whom the look-up is about, and who can read the record of it.
    pub subject: &'a AccountId,
}

/// What the registers know of the applicant, limited to `wanted`. Every register that is read
/// leaves one row that the citizen can see, whether it knew the person or not.
///
/// Nothing is read for an account whose holder is not confirmed: name, identity number and mobile
/// number must all agree with the population register (国办函〔2016〕108号 asks for three proofs).
pub(crate) async fn look_up(
    portal: &Portal,
    tx: &DatabaseTransaction,
    purpose: &Purpose<'_>,
    wanted: &BTreeSet<RegisterField>,
) -> Result<BTreeMap<RegisterField, String>, Internal> {
    let Some(person) = confirmed_person(portal, tx, purpose.subject).await? else {
        return Ok(BTreeMap::new());
    };
    let now = portal.now();
    let mut found = BTreeMap::new();
    for register in [
        Register::Population,
        Register::SocialSecurity,
        Register::HealthCard,
    ] {
        let fields: Vec<_> = wanted
            .iter()
            .copied()
            .filter(|f| f.register() == register)
            .collect();
        if fields.is_empty() {
            continue;
        }
        let body = store::body(tx, portal.keys(), register, &person)
            .await?
            .unwrap_or_default();
        record(tx, purpose, register, &fields, now).await?;
        found.extend(body.into_iter().filter(|(field, _)| fields.contains(field)));
    }
    Ok(found)
}

/// The identity number of an account whose holder agrees with the population register.
async fn confirmed_person(
    portal: &Portal,
    tx: &DatabaseTransaction,
    account: &AccountId,
) -> Result<Option<ResidentId>, Internal> {
    let keys = portal.keys();
    let Some(row) = account::Entity::find_by_id(account.as_str())
        .one(tx)
        .await?
    else {
        return Ok(None);
    };
    let Some(person) = accounts::store::resident_id(keys, &row)?
        .and_then(|number| ResidentId::parse(&number).ok())
    else {
        return Ok(None);
    };
    let Some(entry) = store::body(tx, keys, Register::Population, &person).await? else {
        return Ok(None);
    };
    let name = accounts::store::name(keys, &row)?;
    let phone = accounts::store::phone(keys, &row)?;
    let agrees = entry.get(&RegisterField::Name) == Some(&name)
        && entry.get(&RegisterField::Phone) == phone.as_ref();
    Ok(agrees.then_some(person))
}

async fn record(
    tx: &DatabaseTransaction,
    purpose: &Purpose<'_>,
    register: Register,
    fields: &[RegisterField],
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    access_record::ActiveModel {
        id: Set(ids::new(now)),
        subject_id: Set(purpose.subject.to_string()),
        case_id: Set(purpose.case.to_string()),
        item_code: Set(purpose.item.to_string()),
        register: Set(register.key().to_owned()),
        fields: Set(serde_json::to_string(fields)?),
        purpose: Set(PREFILL.to_owned()),
        at: Set(now),
    }
    .insert(tx)
    .await?;
    Ok(())
}

/// The purpose of filling an application in, as it is stored; pages translate it.
const PREFILL: &str = "prefill";
