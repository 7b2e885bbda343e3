//! Notes on a case, and messages to its applicant.

use std::sync::Arc;

use domain::CaseId;
use portal::desk::{MessageError, NoteError};

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
    match cx.portal.desk().add_note(officer, &case, text).await {
        Ok(()) => done(cx, &case, "notes").await,
        Err(NoteError::NotFound) => Err(PageError::NotFound),
        Err(NoteError::Problem(problem)) => again(cx, &case, "note", text, problem.key()).await,
        Err(NoteError::Internal(internal)) => Err(internal.into()),
    }
}

pub(crate) async fn message(case: String, text: String) {
    Door::current()
        .open(|cx| async move { try_message(&cx, CaseId::new(case), &text).await })
        .await;
}

async fn try_message(cx: &Arc<Ctx>, case: CaseId, text: &str) -> DoorResult {
    let officer = cx.officer()?;
    match cx.portal.desk().write_message(officer, &case, text).await {
        Ok(()) => done(cx, &case, "messages").await,
        Err(MessageError::NotFound) => Err(PageError::NotFound),
        Err(MessageError::Problem(problem)) => {
            again(cx, &case, "message", text, problem.key()).await
        }
        Err(MessageError::Internal(internal)) => Err(internal.into()),
    }
}

async fn done(cx: &Arc<Ctx>, case: &CaseId, place: &str) -> DoorResult {
    cx.visitor.forget(&writing_form(case)).await?;
    Ok(format!("{}#{place}", paths::desk_case(case)))
}

async fn again(cx: &Arc<Ctx>, case: &CaseId, what: &str, text: &str, problem: &str) -> DoorResult {
    let typed = kept([(what, text)], (what, problem));
    cx.visitor.keep(&writing_form(case), typed).await?;
    let page = paths::with_query(&paths::desk_case(case), &[("writing", "1")]);
    Ok(format!("{page}#{what}s"))
}
