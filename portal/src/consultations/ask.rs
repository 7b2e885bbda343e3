//! An officer asks another department about a case of the own one.

use std::collections::BTreeSet;

use domain::calendar::civil_date;
use domain::cases::Case;
use domain::consultations::{ConsultationProblem, answer_due, check_asking, check_question};
use domain::ids::{CaseId, DepartmentCode, MaterialId};
use entities::{consultation, material};
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::{ConsultationError, Consultations, store};
use crate::accounts::Officer;
use crate::{Internal, Portal, audit, cases, db, desk, ids};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewQuestion {
    /// The department that is asked; none where nobody was chosen.
    pub department: Option<DepartmentCode>,
    /// The question.
    pub text: String,
    /// Working days for the answer.
    pub days: u32,
    /// The materials that the asked department may open; others of the case it does not even see. The answers
    /// it always reads: without them nobody knows what the question is about.
    pub materials: Vec<MaterialId>,
}

impl Consultations<'_> {
    /// Asks another department. The clock of the case goes on (行政许可法 art. 45 does not name it).
    ///
    /// # Errors
    /// [`ConsultationError::NotFound`] for a case of another department; [`ConsultationError::Problem`] says
    /// what is wrong.
    pub async fn ask(
        &self,
        officer: &Officer,
        case: &CaseId,
        question: NewQuestion,
    ) -> Result<String, ConsultationError> {
        let portal = self.0.clone();
        let departments = self.0.catalogue().departments().await?;
        let known = |code: &DepartmentCode| departments.iter().any(|one| one.code == *code);
        let asked = question.department.clone().filter(known);
        let calendar = self.0.catalogue().calendar().await?;
        let due = answer_due(civil_date(self.0.now()), question.days, &calendar).date;
        let (officer, case) = (officer.clone(), case.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = db::lock(desk::own_one(&officer, &case)).one(tx).await?;
                    let row = row.ok_or(ConsultationError::NotFound)?;
                    let found = cases::store::case(portal.keys(), &row)?;
                    check_asking(officer.role, &found.state)?;
                    let asked = asked.ok_or(ConsultationProblem::NoDepartment)?;
                    if asked == officer.department {
                        return Err(ConsultationProblem::OwnDepartment.into());
                    }
                    let there = store::of_case(case.as_str()).all(tx).await?;
                    let open = there.iter().filter(|one| one.closed_at.is_none()).count();
                    check_question(&question.text, question.days, (open, there.len()))?;
                    let shared = of_this_case(&portal, tx, &found, &question.materials).await?;
                    let now = portal.now();
                    let id = ids::new(now);
                    let text = question.text.trim();
                    let row = consultation::ActiveModel {
                        case_id: Set(case.to_string()),
                        department_code: Set(officer.department.to_string()),
                        asked_department: Set(asked.to_string()),
                        asked_by: Set(officer.id.to_string()),
                        asked_at: Set(now),
                        due: Set(due),
                        question: Set(portal.keys().seal_text(
                            store::TABLE,
                            "question",
                            &id,
                            text,
                        )?),
                        materials: Set(serde_json::to_string(&shared).map_err(Internal::from)?),
                        closed_at: Set(None),
                        closed_by: Set(None),
                        closing: Set(None),
                        opinion: Set(None),
                        answer: Set(None),
                        id: Set(id.clone()),
                    };
                    row.insert(tx).await?;
                    let who = audit::Actor::Officer(&officer.id);
                    let (what, subject) = ("consultation.ask", Some(id.as_str()));
                    audit::record(tx, who, what, store::TABLE, subject, audit::DONE, now).await?;
                    Ok(id)
                })
            })
            .await
    }
}

/// What of the picked materials belongs to the case; the rest was never on the page.
async fn of_this_case(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    picked: &[MaterialId],
) -> Result<BTreeSet<MaterialId>, Internal> {
    let there = material::Entity::find()
        .filter(material::Column::CaseId.eq(case.file().as_str()))
        .all(tx)
        .await?;
    // A matter of a joint application has the files that its department sees, and shares no others.
    let form = &cases::definition_of(portal, case).await?.form;
    let there = there.into_iter().filter(|row| form.holds(&row.slot));
    let there = there.map(|row| MaterialId::new(row.id));
    Ok(there.filter(|id| picked.contains(id)).collect())
}
