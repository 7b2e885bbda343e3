//! An applicant answers the office.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::CaseId;
use portal::desk::WritingError;

use super::signed_in;
use crate::page::{Ctx, DoorResult, Kept, PageError};
use crate::paths;

/// Name of the form in the visitor's session.
pub(crate) fn message_form(case: &CaseId) -> String {
    format!("message:{case}")
}

/// Writes the answer into the case.
pub(crate) async fn message(cx: Arc<Ctx>, case: String, text: String) -> DoorResult {
    let case = CaseId::new(case);
    let page = paths::case(&case);
    let citizen = signed_in(&cx, &page)?;
    match cx
        .portal
        .cases()
        .answer_message(citizen, &case, &text)
        .await
    {
        Ok(()) => {
            cx.visitor.forget(&message_form(&case)).await?;
            Ok(format!("{page}#messages"))
        }
        Err(WritingError::NotFound) => Err(PageError::NotFound),
        Err(WritingError::Internal(internal)) => Err(internal.into()),
        Err(WritingError::Problem(problem)) => {
            let kept = Kept {
                values: BTreeMap::from([("text".to_owned(), text)]),
                problems: vec![("text".to_owned(), problem.key().to_owned())],
            };
            cx.visitor.keep(&message_form(&case), kept).await?;
            let page = paths::with_query(&page, &[("writing", "1")]);
            Ok(format!("{page}#messages"))
        }
    }
}
