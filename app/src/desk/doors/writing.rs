//! Notes on a case, and messages to its applicant.

use std::sync::Arc;

use domain::CaseId;
use portal::desk::WritingError;

use super::kept;
use crate::page::{Ctx, Door, DoorResult, PageError};
use crate::paths;

/// Name of what was written beside a case in the officer's session; `what` is `note` or `message`.
pub(crate) fn writing_form(case: &CaseId) -> String {
    format!("desk-writing:{case}")
}

pub(crate) async fn note(case: String, text: String) {
    Door::current()
        .open(|cx| async move { try_note(&cx, CaseId::new(case), &text).await })
        .await;
}

async fn try_note(cx: &Arc<Ctx>, case: CaseId, text: &str) -> DoorResult {
    let officer = cx.officer()?;
    let written = cx.portal.desk().add_note(officer, &case, text).await;
    finish(cx, &case, "note", text, written).await
}

pub(crate) async fn message(case: String, text: String) {
    Door::current()
        .open(|cx| async move { try_message(&cx, CaseId::new(case), &text).await })
        .await;
}

async fn try_message(cx: &Arc<Ctx>, case: CaseId, text: &str) -> DoorResult {
    let officer = cx.officer()?;
    let written = cx.portal.desk().write_message(officer, &case, text).await;
    finish(cx, &case, "message", text, written).await
}

/// Leads back to where it was written; what was refused is kept there.
async fn finish(
    cx: &Arc<Ctx>,
    case: &CaseId,
    what: &str,
    text: &str,
    written: Result<(), WritingError>,
) -> DoorResult {
    match written {
        Ok(()) => {
            cx.visitor.forget(&writing_form(case)).await?;
            Ok(format!("{}#{what}s", paths::desk_case(case)))
        }
        Err(WritingError::NotFound) => Err(PageError::NotFound),
        Err(WritingError::Problem(problem)) => again(cx, case, what, text, problem.key()).await,
        Err(WritingError::Internal(internal)) => Err(internal.into()),
    }
}

async fn again(cx: &Arc<Ctx>, case: &CaseId, what: &str, text: &str, problem: &str) -> DoorResult {
    let typed = kept([(what, text)], (what, problem));
    cx.visitor.keep(&writing_form(case), typed).await?;
    let page = paths::with_query(&paths::desk_case(case), &[("writing", "1")]);
    Ok(format!("{page}#{what}s"))
}
