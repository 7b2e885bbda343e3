//! The department that asked takes a question back.

use domain::consultations::{Closing, ConsultationProblem};
use domain::ids::CaseId;
use entities::consultation::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{ConsultationError, Consultations, store};
use crate::accounts::Officer;
use crate::{audit, db};

impl Consultations<'_> {
    /// Takes a question back, whoever of the department asked it, and gives its case. The asked department sees
    /// nothing of it any more but that it was taken back.
    ///
    /// # Errors
    /// [`ConsultationError::NotFound`] for a question of another department; [`ConsultationError::Problem`]
    /// when it is no longer open or the role asks nothing.
    pub async fn withdraw(&self, officer: &Officer, id: &str) -> Result<CaseId, ConsultationError> {
        let portal = self.0.clone();
        let (officer, id) = (officer.clone(), id.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let found = Entity::find_by_id(&id)
                        .filter(Column::DepartmentCode.eq(officer.department.as_str()));
                    let row = db::lock(found).one(tx).await?;
                    let row = row.ok_or(ConsultationError::NotFound)?;
                    if !officer.role.has_cases() {
                        return Err(ConsultationProblem::WrongRole.into());
                    }
                    if row.closed_at.is_some() {
                        return Err(ConsultationProblem::Closed.into());
                    }
                    let now = portal.now();
                    store::close(Closing::Withdrawn, Some(officer.id.to_string()), now)
                        .filter(Column::Id.eq(id.as_str()))
                        .exec(tx)
                        .await?;
                    let who = audit::Actor::Officer(&officer.id);
                    let (what, subject) = ("consultation.withdraw", Some(id.as_str()));
                    audit::record(tx, who, what, store::TABLE, subject, audit::DONE, now).await?;
                    Ok(CaseId::new(row.case_id))
                })
            })
            .await
    }
}
