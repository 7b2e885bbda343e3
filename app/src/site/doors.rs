//! What stands behind the doors of the site's own forms.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::site::{ReportKind, ReportProblem};
use portal::site::{AnswerError, NewReport, ReportError};

use crate::page::{Ctx, DoorResult, Kept, PageError};
use crate::paths;

/// Where a report with problems lies in the session.
pub(super) const REPORT: &str = "report";
/// Where the number of a report that was taken lies: it has to stand in no address.
pub(super) const RECEIVED: &str = "report-received";
/// Name of the number there.
pub(super) const NUMBER: &str = "number";
/// Name of the problem that somebody else has answered in the meantime.
pub(super) const STALE: &str = "stale";
/// Where an answer with a problem lies.
pub(super) const ANSWER: &str = "answer-report";

/// A report as it was posted.
pub(super) struct Posted {
    pub(super) kind: String,
    pub(super) page: String,
    pub(super) what: String,
    pub(super) contact: String,
}

pub(super) async fn report(cx: Arc<Ctx>, posted: Posted) -> DoorResult {
    let Posted {
        kind,
        page,
        what,
        contact,
    } = posted;
    let new = NewReport {
        kind: ReportKind::parse(&kind),
        page: page.clone(),
        what: what.clone(),
        contact: contact.clone(),
        locale: cx.locale,
    };
    let problems = match cx.portal.site().report_error(&cx.actor, new).await {
        Ok(number) => {
            cx.visitor.forget(REPORT).await?;
            let received = kept([(NUMBER, number)], &[]);
            cx.visitor.keep(RECEIVED, received).await?;
            return Ok(paths::report_received());
        }
        Err(ReportError::Problems(problems)) => problems,
        Err(ReportError::Internal(error)) => return Err(error.into()),
    };
    let typed = [
        ("kind", kind),
        ("page", page),
        ("what", what),
        ("contact", contact),
    ];
    cx.visitor.keep(REPORT, kept(typed, &problems)).await?;
    Ok(paths::again(&paths::report("")))
}

pub(super) async fn answer(cx: Arc<Ctx>, report: String, answer: String) -> DoorResult {
    let officer = cx.officer()?;
    let site = cx.portal.site();
    match site.answer_report(officer, &report, &answer).await {
        Ok(()) => {
            cx.visitor.forget(ANSWER).await?;
            Ok(paths::desk_reports(false, 1))
        }
        Err(AnswerError::AlreadyAnswered) => {
            let mut lost = kept([("answer", answer)], &[]);
            lost.problems
                .push((STALE.to_owned(), "site-reports-stale".to_owned()));
            cx.visitor.keep(ANSWER, lost).await?;
            Ok(paths::again(&paths::desk_reports(false, 1)))
        }
        Err(AnswerError::Problem(problem)) => {
            let typed = [("report", report), ("answer", answer)];
            cx.visitor.keep(ANSWER, kept(typed, &[problem])).await?;
            Ok(paths::again(&paths::desk_reports(false, 1)))
        }
        Err(AnswerError::NotFound) => Err(PageError::NotFound),
        Err(AnswerError::Internal(error)) => Err(error.into()),
    }
}

fn kept<const N: usize>(values: [(&str, String); N], problems: &[ReportProblem]) -> Kept {
    Kept {
        values: values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<BTreeMap<_, _>>(),
        problems: problems
            .iter()
            .map(|problem| (problem.field().to_owned(), problem.key().to_owned()))
            .collect(),
    }
}
