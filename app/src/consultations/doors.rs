//! What stands behind the doors of consultations.

use std::sync::Arc;

use domain::consultations::{ConsultationProblem, Opinion};
use domain::{CaseId, DepartmentCode, MaterialId};
use portal::consultations::{ConsultationError, NewQuestion};

use crate::page::{Ctx, DoorResult, Kept, PageError};
use crate::paths;

/// Name in the officer's session of why a question was not taken back.
pub(crate) const WITHDRAW_FORM: &str = "consult-withdraw";

/// Name of a question before it is asked, in the officer's session.
pub(super) fn ask_form(case: &CaseId) -> String {
    format!("consult:{case}")
}

/// Name of an answer before it is given, in the officer's session.
pub(super) fn answer_form(id: &str) -> String {
    format!("consult-answer:{id}")
}

pub(super) async fn ask(
    cx: Arc<Ctx>,
    case: String,
    typed: [String; 3],
    materials: Vec<String>,
) -> DoorResult {
    let officer = cx.officer()?;
    let case = CaseId::new(case);
    let [department, text, days] = typed;
    let question = NewQuestion {
        department: (!department.is_empty()).then(|| DepartmentCode::new(department.clone())),
        text: text.clone(),
        // What is no number is no length either.
        days: days.trim().parse().unwrap_or_default(),
        materials: materials.iter().map(MaterialId::new).collect(),
    };
    match cx
        .portal
        .consultations()
        .ask(officer, &case, question)
        .await
    {
        Ok(_) => {
            cx.visitor.forget(&ask_form(&case)).await?;
            Ok(of_case(&case))
        }
        Err(ConsultationError::NotFound) => Err(PageError::NotFound),
        Err(ConsultationError::Problem(problem)) => {
            let typed = [
                ("department", department),
                ("text", text),
                ("days", days),
                ("materials", materials.join("\n")),
            ];
            let kept = kept(typed, problem);
            cx.visitor.keep(&ask_form(&case), kept).await?;
            Ok(paths::again(&paths::desk_consult(&case)))
        }
        Err(ConsultationError::Internal(internal)) => Err(internal.into()),
    }
}

pub(super) async fn answer(cx: Arc<Ctx>, id: String, opinion: String, text: String) -> DoorResult {
    let officer = cx.officer()?;
    let said = Opinion::parse(&opinion);
    let consultations = cx.portal.consultations();
    match consultations.answer(officer, &id, said, &text).await {
        Ok(()) => {
            cx.visitor.forget(&answer_form(&id)).await?;
            let page = paths::desk_consultation(&id);
            Ok(paths::with_query(&page, &[("done", "1")]))
        }
        Err(ConsultationError::NotFound) => Err(PageError::NotFound),
        Err(ConsultationError::Problem(problem)) => {
            let kept = kept([("opinion", opinion), ("text", text)], problem);
            cx.visitor.keep(&answer_form(&id), kept).await?;
            Ok(paths::again(&paths::desk_consultation(&id)))
        }
        Err(ConsultationError::Internal(internal)) => Err(internal.into()),
    }
}

pub(super) async fn withdraw(cx: Arc<Ctx>, case: String, id: String) -> DoorResult {
    let officer = cx.officer()?;
    match cx.portal.consultations().withdraw(officer, &id).await {
        Ok(case) => Ok(of_case(&case)),
        Err(ConsultationError::NotFound) => Err(PageError::NotFound),
        Err(ConsultationError::Problem(problem)) => {
            let kept = Kept {
                problems: vec![(String::new(), problem.key().to_owned())],
                ..Kept::default()
            };
            cx.visitor.keep(WITHDRAW_FORM, kept).await?;
            let page = paths::desk_case(&CaseId::new(case));
            Ok(paths::with_query(&page, &[("withdraw", "1")]))
        }
        Err(ConsultationError::Internal(internal)) => Err(internal.into()),
    }
}

/// Where the questions of a case stand.
fn of_case(case: &CaseId) -> String {
    format!("{}#consultations", paths::desk_case(case))
}

/// What was typed, with its problem at the field that it belongs to; none belongs to what is over.
fn kept<const N: usize>(typed: [(&str, String); N], problem: ConsultationProblem) -> Kept {
    let field = match problem {
        ConsultationProblem::NoDepartment | ConsultationProblem::OwnDepartment => "department",
        ConsultationProblem::QuestionMissing
        | ConsultationProblem::QuestionTooLong
        | ConsultationProblem::ReasonsMissing
        | ConsultationProblem::AnswerTooLong => "text",
        ConsultationProblem::Days => "days",
        ConsultationProblem::OpinionMissing => "opinion",
        ConsultationProblem::WrongRole
        | ConsultationProblem::TooLate
        | ConsultationProblem::TooMany
        | ConsultationProblem::Closed => "",
    };
    Kept {
        values: typed.map(|(name, value)| (name.to_owned(), value)).into(),
        problems: vec![(field.to_owned(), problem.key().to_owned())],
    }
}
