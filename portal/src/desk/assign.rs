//! Whose case it is: taken, given back, made a colleague's.

use chrono::{DateTime, Utc};
use domain::desk::{AssignmentChange, AssignmentRefusal, check_assignment};
use domain::ids::{AccountId, CaseId};
use entities::{account, case_assignment, service_case};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set,
};

use super::{Desk, colleagues, own_one};
use crate::accounts::{self, Officer};
use crate::sealing::Keys;
use crate::{Internal, audit, db, ids};

/// Why a case did not change hands.
#[derive(Debug, thiserror::Error)]
pub enum AssignmentError {
    /// There is no such case in the officer's department.
    #[error("not found")]
    NotFound,
    /// Somebody else was quicker; the officer who has it now, none when it is nobody's.
    #[error("somebody else was quicker")]
    Changed(Option<String>),
    /// The rules say no.
    #[error("{}", .0.key())]
    Refused(AssignmentRefusal),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

/// Who has a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The officer.
    pub id: AccountId,
    /// The name.
    pub name: String,
}

/// One change of hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignmentRow {
    /// When.
    pub at: DateTime<Utc>,
    /// What happened.
    pub change: AssignmentChange,
    /// The name of the officer whose case it was from then on.
    pub officer: Option<String>,
    /// The name of the officer who did it; none for a rule.
    pub by: Option<String>,
}

impl Desk<'_> {
    /// Makes a case somebody's, or with `to` none nobody's. `seen` is whose it was on the officer's page:
    /// where that has changed since, nothing happens, so of two who take the same case one gets it.
    ///
    /// # Errors
    /// [`AssignmentError::Changed`] names who has it now; [`AssignmentError::Refused`] where the rules say no.
    pub async fn assign(
        &self,
        officer: &Officer,
        id: &CaseId,
        seen: Option<&AccountId>,
        to: Option<&AccountId>,
    ) -> Result<(), AssignmentError> {
        let portal = self.0.clone();
        let (officer, id) = (officer.clone(), id.clone());
        let (seen, to) = (seen.cloned(), to.cloned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = db::lock(own_one(&officer, &id))
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(AssignmentError::NotFound)?;
                    let keys = portal.keys();
                    let now = row.assignee_id.map(AccountId::new);
                    if now != seen {
                        let holder = holder(tx, keys, now.as_ref()).await?;
                        let name = holder.map(|holder| holder.name);
                        return Err(AssignmentError::Changed(name));
                    }
                    if row.next_due.is_none() {
                        return Err(AssignmentError::Refused(AssignmentRefusal::Closed));
                    }
                    let by = (&officer.id, officer.role);
                    let change = check_assignment(by, now.as_ref(), to.as_ref())
                        .map_err(AssignmentError::Refused)?;
                    if let Some(to) = &to {
                        let department = officer.department.as_str();
                        let fit = colleagues::who_handle(tx, keys, department).await?;
                        if !fit.iter().any(|one| one.id == *to) {
                            let refusal = AssignmentRefusal::NotACandidate;
                            return Err(AssignmentError::Refused(refusal));
                        }
                    }
                    let by = Some(&officer.id);
                    put(tx, &id, to.as_ref(), by, change, portal.now()).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Whose case it was when, oldest first.
    pub(super) async fn assignments(&self, id: &CaseId) -> Result<Vec<AssignmentRow>, Internal> {
        let db = self.0.db().read();
        let rows = case_assignment::Entity::find()
            .filter(case_assignment::Column::CaseId.eq(id.as_str()))
            .order_by_asc(case_assignment::Column::At)
            .order_by_asc(case_assignment::Column::Id)
            .all(db)
            .await?;
        let people = rows.iter().flat_map(|row| [&row.officer_id, &row.by_id]);
        let names = self.names_of(people.filter_map(|id| id.as_deref())).await?;
        let name = |id: &Option<String>| id.as_ref().and_then(|id| names.get(id).cloned());
        rows.iter()
            .map(|row| {
                Ok(AssignmentRow {
                    at: row.at,
                    change: AssignmentChange::parse(&row.kind)
                        .ok_or(Internal::new("a stored assignment is unknown"))?,
                    officer: name(&row.officer_id),
                    by: name(&row.by_id),
                })
            })
            .collect()
    }
}

/// The officer who has a case.
pub(super) async fn holder(
    db: &impl sea_orm::ConnectionTrait,
    keys: &Keys,
    id: Option<&AccountId>,
) -> Result<Option<Holder>, Internal> {
    let Some(id) = id else { return Ok(None) };
    let row = account::Entity::find_by_id(id.as_str()).one(db).await?;
    row.map(|row| {
        Ok(Holder {
            id: id.clone(),
            name: accounts::store::name(keys, &row)?,
        })
    })
    .transpose()
}

/// Writes down whose case it is from now on, with history and audit.
pub(super) async fn put(
    tx: &DatabaseTransaction,
    id: &CaseId,
    to: Option<&AccountId>,
    by: Option<&AccountId>,
    change: AssignmentChange,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    service_case::Entity::update_many()
        .col_expr(
            service_case::Column::AssigneeId,
            Expr::value(to.map(ToString::to_string)),
        )
        .filter(service_case::Column::Id.eq(id.as_str()))
        .exec(tx)
        .await?;
    let row = case_assignment::ActiveModel {
        id: Set(ids::new(now)),
        case_id: Set(id.to_string()),
        at: Set(now),
        kind: Set(change.key().to_owned()),
        officer_id: Set(to.map(ToString::to_string)),
        by_id: Set(by.map(ToString::to_string)),
    };
    row.insert(tx).await?;
    let who = by.map_or(audit::Actor::System, audit::Actor::Officer);
    let action = format!("case.{}", change.key());
    let subject = Some(id.as_str());
    audit::record(tx, who, &action, "service_case", subject, audit::DONE, now).await
}
