//! An officer names who stands in while they are away.

use chrono::NaiveDate;
use domain::calendar::civil_date;
use domain::desk::{Absence, AbsenceProblem, stands_in_for};
use domain::ids::AccountId;
use entities::officer_absence::{self, Column};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, Set,
};

use super::{Colleague, Desk};
use crate::accounts::Officer;
use crate::{Internal, audit, ids};

/// Why an absence was not written down.
#[derive(Debug, thiserror::Error)]
pub enum AbsenceError {
    /// Something is wrong with the days or the deputy.
    #[error("{}", .0.key())]
    Problem(AbsenceProblem),
    /// The deputy is no handler or reviewer of the department.
    #[error("not found")]
    NotFound,
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

/// An absence as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsenceView {
    /// Its identifier.
    pub id: String,
    /// The name of the other: the deputy of one's own absence, the absent officer otherwise.
    pub other: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

/// The absences that concern an officer and are not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absences {
    /// The officer's own.
    pub own: Vec<AbsenceView>,
    /// Those in which the officer stands in.
    pub as_deputy: Vec<AbsenceView>,
    /// Who can stand in.
    pub candidates: Vec<Colleague>,
}

impl Desk<'_> {
    /// The absences that concern the officer.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn absences(&self, officer: &Officer) -> Result<Absences, Internal> {
        let today = civil_date(self.0.now());
        let rows = concerning(self.0.db().read(), &officer.id, today).await?;
        let colleagues = self.colleagues(officer).await?;
        let name = |id: &str| {
            let found = colleagues.iter().find(|one| one.id.as_str() == id);
            found.map(|one| one.name.clone()).unwrap_or_default()
        };
        let view = |row: &officer_absence::Model, other: &str| AbsenceView {
            id: row.id.clone(),
            other: name(other),
            from: row.first_day,
            until: row.until,
        };
        let is_own = |row: &&officer_absence::Model| row.account_id == officer.id.as_str();
        let own = rows.iter().filter(is_own);
        let own = own.map(|row| view(row, &row.deputy_id)).collect();
        let others = rows.iter().filter(|row| !is_own(row));
        let as_deputy = others.map(|row| view(row, &row.account_id)).collect();
        let candidates = colleagues.into_iter().filter(|one| one.id != officer.id);
        Ok(Absences {
            own,
            as_deputy,
            candidates: candidates.collect(),
        })
    }

    /// Writes down that the officer is away.
    ///
    /// # Errors
    /// [`AbsenceError::Problem`] says what is wrong; [`AbsenceError::NotFound`] where the deputy cannot be one.
    pub async fn add_absence(
        &self,
        officer: &Officer,
        deputy: &AccountId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<(), AbsenceError> {
        let candidates = self.colleagues(officer).await?;
        let is_colleague = candidates.iter().any(|one| one.id == *deputy);
        if !is_colleague || !officer.role.has_cases() {
            return Err(AbsenceError::NotFound);
        }
        let absence = Absence {
            officer: officer.id.clone(),
            deputy: deputy.clone(),
            from,
            until,
        };
        let now = self.0.now();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let today = civil_date(now);
                    let rows = concerning(tx, &absence.officer, today).await?;
                    let others: Vec<_> = rows.iter().map(absence_of).collect();
                    absence
                        .check(&others, today)
                        .map_err(AbsenceError::Problem)?;
                    let row = officer_absence::ActiveModel {
                        id: Set(ids::new(now)),
                        account_id: Set(absence.officer.to_string()),
                        deputy_id: Set(absence.deputy.to_string()),
                        first_day: Set(absence.from),
                        until: Set(absence.until),
                        at: Set(now),
                    };
                    let row = row.insert(tx).await.map_err(Internal::from)?;
                    let who = audit::Actor::Officer(&absence.officer);
                    let id = Some(row.id.as_str());
                    audit::record(
                        tx,
                        who,
                        "absence.add",
                        "officer_absence",
                        id,
                        audit::DONE,
                        now,
                    )
                    .await?;
                    Ok(())
                })
            })
            .await
    }

    /// Takes an absence of the officer's own back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remove_absence(&self, officer: &Officer, id: &str) -> Result<(), Internal> {
        let (officer, id, now) = (officer.id.clone(), id.to_owned(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let gone = officer_absence::Entity::delete_many()
                        .filter(Column::Id.eq(id.as_str()))
                        .filter(Column::AccountId.eq(officer.as_str()))
                        .exec(tx)
                        .await?;
                    if gone.rows_affected > 0 {
                        let who = audit::Actor::Officer(&officer);
                        let id = Some(id.as_str());
                        let what = "absence.remove";
                        audit::record(tx, who, what, "officer_absence", id, audit::DONE, now)
                            .await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// For whom the officer stands in today.
    pub(super) async fn represented(&self, officer: &Officer) -> Result<Vec<AccountId>, Internal> {
        let today = civil_date(self.0.now());
        let rows = concerning(self.0.db().read(), &officer.id, today).await?;
        let absences: Vec<_> = rows.iter().map(absence_of).collect();
        let represented = stands_in_for(&officer.id, &absences, today);
        Ok(represented.into_iter().cloned().collect())
    }
}

fn absence_of(row: &officer_absence::Model) -> Absence {
    Absence {
        officer: AccountId::new(row.account_id.clone()),
        deputy: AccountId::new(row.deputy_id.clone()),
        from: row.first_day,
        until: row.until,
    }
}

/// The absences of an officer or with them as deputy that are not over, the earliest first.
async fn concerning(
    db: &impl ConnectionTrait,
    officer: &AccountId,
    today: NaiveDate,
) -> Result<Vec<officer_absence::Model>, Internal> {
    let concerns = Condition::any()
        .add(Column::AccountId.eq(officer.as_str()))
        .add(Column::DeputyId.eq(officer.as_str()));
    Ok(officer_absence::Entity::find()
        .filter(concerns)
        .filter(Column::Until.gte(today))
        .order_by_asc(Column::FirstDay)
        .all(db)
        .await?)
}

/// Who of these officers is away on a day.
pub(super) async fn away(
    db: &impl ConnectionTrait,
    officers: &[AccountId],
    day: NaiveDate,
) -> Result<Vec<AccountId>, Internal> {
    let rows = officer_absence::Entity::find()
        .filter(Column::AccountId.is_in(officers.iter().map(AccountId::as_str)))
        .filter(Column::FirstDay.lte(day))
        .filter(Column::Until.gte(day))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| AccountId::new(row.account_id))
        .collect())
}
