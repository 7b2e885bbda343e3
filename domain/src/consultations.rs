//! Consultations (征求意见): the department that handles a case asks another one for its opinion, apart from the
//! steps of the review. It stays inside the administration and inside the time limit: what the law leaves out of
//! the limit is listed, and the opinion of another department is not among it (行政许可法 art. 42, 45).

use chrono::NaiveDate;

use crate::calendar::{Calendar, DueDate, TimeLimit};
use crate::cases::{CaseState, Role};

/// Most characters of a question: two pages.
pub const MAX_QUESTION_CHARS: usize = 2000;
/// Most characters of an answer.
pub const MAX_ANSWER_CHARS: usize = 2000;
/// Working days for an answer where nobody says otherwise.
pub const USUAL_DAYS: u32 = 5;
/// Most working days for an answer: the whole limit of an ordinary permit (行政许可法 art. 42).
pub const MAX_DAYS: u32 = 20;
/// Most open questions on one case. Whom nobody answers is called, not asked again.
pub const MAX_OPEN: usize = 10;
/// Most questions on one case.
pub const MAX_OF_CASE: usize = 50;

/// What a department says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Opinion {
    /// 同意.
    Agree,
    /// 不同意; it needs reasons.
    Object,
    /// 无意见.
    None,
}

keys!(Opinion { Agree = "agree", Object = "object", None = "none" });

/// How a question ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closing {
    /// 已答复: the department has answered.
    Answered,
    /// 已撤回: whoever asked has taken it back.
    Withdrawn,
    /// The case was decided or ended first.
    Overtaken,
}

keys!(Closing {
    Answered = "answered",
    Withdrawn = "withdrawn",
    Overtaken = "overtaken",
});

/// What keeps a question from being asked, answered or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConsultationProblem {
    /// Only who handles cases asks and answers.
    #[error("this role neither asks nor answers")]
    WrongRole,
    /// The case is decided or has ended.
    #[error("nothing is left to be asked")]
    TooLate,
    /// Nobody is asked.
    #[error("no department is asked")]
    NoDepartment,
    /// The own department is asked.
    #[error("nobody asks the own department")]
    OwnDepartment,
    /// It asks nothing.
    #[error("the question is missing")]
    QuestionMissing,
    /// It is longer than [`MAX_QUESTION_CHARS`].
    #[error("the question is too long")]
    QuestionTooLong,
    /// The time is not between one working day and [`MAX_DAYS`].
    #[error("the time for the answer is wrong")]
    Days,
    /// There are [`MAX_OPEN`] open questions or [`MAX_OF_CASE`] altogether.
    #[error("there are too many questions")]
    TooMany,
    /// It was answered, taken back or overtaken meanwhile.
    #[error("the question is no longer open")]
    Closed,
    /// The answer does not say what the department thinks.
    #[error("the opinion is missing")]
    OpinionMissing,
    /// An objection without reasons helps nobody to decide.
    #[error("the reasons are missing")]
    ReasonsMissing,
    /// It is longer than [`MAX_ANSWER_CHARS`].
    #[error("the answer is too long")]
    AnswerTooLong,
}

keys!(ConsultationProblem {
    WrongRole = "consultation-wrong-role",
    TooLate = "consultation-too-late",
    NoDepartment = "consultation-no-department",
    OwnDepartment = "consultation-own-department",
    QuestionMissing = "consultation-question-missing",
    QuestionTooLong = "consultation-question-too-long",
    Days = "consultation-days",
    TooMany = "consultation-too-many",
    Closed = "consultation-closed",
    OpinionMissing = "consultation-opinion-missing",
    ReasonsMissing = "consultation-reasons-missing",
    AnswerTooLong = "consultation-answer-too-long",
});

impl CaseState {
    /// Whether another department's opinion can still weigh: it was handed in and is not decided.
    pub const fn can_be_consulted_on(&self) -> bool {
        self.is_open() && !matches!(self, Self::Approved { .. })
    }
}

/// Whether an officer of this role may ask or answer about a case in this state.
pub fn check_asking(role: Role, state: &CaseState) -> Result<(), ConsultationProblem> {
    if !role.has_cases() {
        return Err(ConsultationProblem::WrongRole);
    }
    if state.can_be_consulted_on() {
        Ok(())
    } else {
        Err(ConsultationProblem::TooLate)
    }
}

/// Looks at a question beside so many on the same case, those that are open first.
pub fn check_question(
    text: &str,
    days: u32,
    (open, all): (usize, usize),
) -> Result<(), ConsultationProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ConsultationProblem::QuestionMissing);
    }
    if text.chars().count() > MAX_QUESTION_CHARS {
        return Err(ConsultationProblem::QuestionTooLong);
    }
    if !(1..=MAX_DAYS).contains(&days) {
        return Err(ConsultationProblem::Days);
    }
    if open >= MAX_OPEN || all >= MAX_OF_CASE {
        return Err(ConsultationProblem::TooMany);
    }
    Ok(())
}

/// Looks at an answer. Who agrees or has no opinion need not say why.
pub fn check_answer(opinion: Opinion, text: &str) -> Result<(), ConsultationProblem> {
    let text = text.trim();
    if text.is_empty() && opinion == Opinion::Object {
        return Err(ConsultationProblem::ReasonsMissing);
    }
    if text.chars().count() > MAX_ANSWER_CHARS {
        return Err(ConsultationProblem::AnswerTooLong);
    }
    Ok(())
}

/// The last day for the answer to a question that is asked today. It is named to the other department and
/// stays, whatever a later calendar says: the limit of the case itself does not follow from it.
pub fn answer_due(today: NaiveDate, days: u32, calendar: &Calendar) -> DueDate {
    TimeLimit::working_days(days).due(today, calendar)
}
