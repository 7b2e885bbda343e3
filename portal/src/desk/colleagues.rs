//! The officers of a department who handle cases.

use std::collections::{BTreeSet, HashMap};

use domain::cases::Role;
use domain::ids::AccountId;
use entities::{account, officer};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Desk;
use crate::Internal;
use crate::accounts::{self, Officer};
use crate::sealing::Keys;

/// An officer whom a case can belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub id: AccountId,
    /// The name.
    pub name: String,
    /// Handler or reviewer.
    pub role: Role,
}

impl Desk<'_> {
    /// The handlers and reviewers of the officer's department, the officer too.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn colleagues(&self, officer: &Officer) -> Result<Vec<Colleague>, Internal> {
        let department = officer.department.as_str();
        who_handle(self.0.db().read(), self.0.keys(), department).await
    }

    /// The names of these accounts, by id.
    pub(crate) async fn names_of(
        &self,
        ids: impl IntoIterator<Item = &str>,
    ) -> Result<HashMap<String, String>, Internal> {
        let ids: BTreeSet<&str> = ids.into_iter().collect();
        let rows = account::Entity::find()
            .filter(account::Column::Id.is_in(ids))
            .all(self.0.db().read())
            .await?;
        rows.into_iter()
            .map(|row| Ok((row.id.clone(), accounts::store::name(self.0.keys(), &row)?)))
            .collect()
    }
}

/// The handlers and reviewers of a department whose accounts are open, in the order of their identifiers.
pub(super) async fn who_handle(
    db: &impl ConnectionTrait,
    keys: &Keys,
    department: &str,
) -> Result<Vec<Colleague>, Internal> {
    let posts = officer::Entity::find()
        .filter(officer::Column::DepartmentCode.eq(department))
        .order_by_asc(officer::Column::AccountId)
        .all(db)
        .await?;
    let ids = posts.iter().map(|post| post.account_id.as_str());
    let accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::Disabled.eq(false))
        .all(db)
        .await?;
    let mut found = Vec::new();
    for post in posts {
        let role = accounts::store::role(&post.role)?;
        let account = accounts.iter().find(|row| row.id == post.account_id);
        if let Some(account) = account.filter(|_| role.has_cases()) {
            found.push(Colleague {
                id: AccountId::new(post.account_id),
                name: accounts::store::name(keys, account)?,
                role,
            });
        }
    }
    Ok(found)
}
