//! The asked department answers.

use domain::consultations::{Closing, ConsultationProblem, Opinion, check_answer};
use domain::ids::{AccountId, CaseId};
use entities::consultation::{Column, Entity, Model};
use entities::service_case;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{ConsultationError, Consultations, store};
use crate::accounts::Officer;
use crate::jobs::mail::MailJob;
use crate::mail::{MailDetails, MailTemplate};
use crate::{Internal, Portal, audit, cases, db, notices};

impl Consultations<'_> {
    /// Answers a question, once and for all; who asked is told by mail. With that the case is closed to the
    /// asked department, which goes on reading the question and its own answer.
    ///
    /// # Errors
    /// [`ConsultationError::NotFound`] where the officer's department is not asked;
    /// [`ConsultationError::Problem`] says what is wrong, [`ConsultationProblem::Closed`] when the question is
    /// no longer open.
    pub async fn answer(
        &self,
        officer: &Officer,
        id: &str,
        opinion: Option<Opinion>,
        text: &str,
    ) -> Result<(), ConsultationError> {
        let portal = self.0.clone();
        let (officer, id, text) = (officer.clone(), id.to_owned(), text.trim().to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let found = Entity::find_by_id(&id)
                        .filter(Column::AskedDepartment.eq(officer.department.as_str()));
                    let row = db::lock(found).one(tx).await?;
                    let row = row.ok_or(ConsultationError::NotFound)?;
                    if !officer.role.has_cases() {
                        return Err(ConsultationProblem::WrongRole.into());
                    }
                    if row.closed_at.is_some() {
                        return Err(ConsultationProblem::Closed.into());
                    }
                    let opinion = opinion.ok_or(ConsultationProblem::OpinionMissing)?;
                    check_answer(opinion, &text)?;
                    let now = portal.now();
                    let sealed = portal
                        .keys()
                        .seal_text(store::TABLE, "answer", &id, &text)?;
                    store::close(Closing::Answered, Some(officer.id.to_string()), now)
                        .col_expr(Column::Opinion, Expr::value(Some(opinion.key())))
                        .col_expr(Column::Answer, Expr::value(Some(sealed)))
                        .filter(Column::Id.eq(id.as_str()))
                        .exec(tx)
                        .await?;
                    let who = audit::Actor::Officer(&officer.id);
                    let (what, subject) = ("consultation.answer", Some(id.as_str()));
                    audit::record(tx, who, what, store::TABLE, subject, audit::DONE, now).await?;
                    let mail = mail(&portal, tx, &row).await?;
                    let occasion = format!("mail:consultation:{id}");
                    notices::tell_officer(tx, mail, occasion, now).await?;
                    Ok(())
                })
            })
            .await
    }
}

/// Says that there is an answer, and nothing of it: mail travels in the open.
async fn mail(portal: &Portal, tx: &DatabaseTransaction, row: &Model) -> Result<MailJob, Internal> {
    let case = service_case::Entity::find_by_id(&row.case_id)
        .one(tx)
        .await?
        .ok_or(Internal::new("the case of a question is missing"))?;
    let case = cases::store::case(portal.keys(), &case)?;
    Ok(MailJob {
        account_id: AccountId::new(row.asked_by.clone()),
        template: MailTemplate::Consultation,
        case_id: Some(CaseId::new(row.case_id.clone())),
        details: MailDetails {
            number: case.number.as_ref().map(ToString::to_string),
            item: Some(cases::name_of(portal, &case).await?),
            due: None,
        },
    })
}
