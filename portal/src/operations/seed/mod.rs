//! The demonstration city: invented departments, services, people and officers, see
//! `portal/seed/README.md`. Never meant for a real portal.

mod data;
mod departments;
mod divisions;
mod items;
mod people;

use chrono::{DateTime, Utc};
use domain::cases::Role;
use domain::text::Text;
use sea_orm::DatabaseTransaction;

use super::Operations;
use crate::{Internal, audit, publication};
use data::Data;
pub(crate) use data::Service;
pub(crate) use items::put_own_item;

/// What seeding did, and who can sign in now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedReport {
    /// Departments of the demonstration city.
    pub departments: usize,
    /// Its services.
    pub items: usize,
    /// Definitions that were published now; none when seeding changed nothing.
    pub published: usize,
    /// Accounts that were added now.
    pub accounts_added: usize,
    /// All accounts of the demonstration city, citizens first.
    pub accounts: Vec<SeededAccount>,
    /// The password that they share.
    pub password: String,
}

/// An account to sign in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeededAccount {
    /// Sign-in name.
    pub login: String,
    /// Name of the person.
    pub name: String,
    /// What the person is there to show: the situation of a citizen, the title of an officer.
    pub about: Text,
    /// Department of an officer; none for a citizen.
    pub department: Option<Text>,
    /// Role of an officer; none for a citizen.
    pub role: Option<Role>,
}

/// Lists and publishes services; says how many changed. The caller bumps the publication version.
pub(crate) async fn put_services(
    tx: &DatabaseTransaction,
    services: &[Service],
    now: DateTime<Utc>,
) -> Result<usize, Internal> {
    Ok(items::put(tx, services, now).await?.changed)
}

impl Operations<'_> {
    /// Fills the portal with the demonstration city. Doing it again changes only what has changed
    /// in the city: departments, items and register entries are brought up to date, a definition
    /// is published anew when its content differs from the newest version, accounts stay as they
    /// are. Works without an imported calendar.
    ///
    /// # Errors
    /// When the database or the keys fail. Nothing is written then.
    pub async fn seed_demo(&self) -> Result<SeedReport, Internal> {
        let data = Data::embedded()?;
        let hash = self.0.accounts().hash_for_seed(&data.password).await?;
        let portal = self.0.clone();
        let report = self
            .0
            .db()
            .write::<_, Internal, _>(move |tx| {
                Box::pin(async move {
                    let now = portal.now();
                    divisions::put(tx, &data.divisions).await?;
                    let departments_changed = departments::put(tx, &data.departments).await?;
                    let items = items::put(tx, &data.items, now).await?;
                    people::put_registers(&portal, tx, &data.citizens).await?;
                    let added = people::put_accounts(&portal, tx, &data, &hash).await?;
                    if departments_changed || items.changed > 0 {
                        publication::bump(tx).await?;
                    }
                    let who = audit::Actor::System;
                    let action = "operations.seed-demo";
                    audit::record(tx, who, action, "service_item", None, "done", now).await?;
                    Ok(SeedReport {
                        departments: data.departments.len(),
                        items: data.items.len(),
                        published: items.published,
                        accounts_added: added,
                        accounts: data.accounts(),
                        password: data.password,
                    })
                })
            })
            .await?;
        self.0.catalogue().notice_publication().await?;
        Ok(report)
    }
}
