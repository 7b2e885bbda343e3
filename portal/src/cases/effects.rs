//! What a step of a case sets off outside of it: its document, notices, the certificate. Only rows are
//! written here; the worker does the rest after the commit.

use domain::cases::CaseState;
use domain::notices::NoticeKind;
use sea_orm::DatabaseTransaction;

use crate::jobs;
use crate::mail::MailDetails;
use crate::notices::{self, NewNotice};
use crate::{Internal, Portal, certificates, documents};

/// Issues the document of a step and enqueues what follows from it.
pub(super) async fn enqueue(
    portal: &Portal,
    tx: &DatabaseTransaction,
    step: &documents::Step<'_>,
) -> Result<(), Internal> {
    let (case, kind) = (step.case, step.event.kind());
    documents::issue(portal, tx, step).await?;
    if matches!(case.state, CaseState::Approved { .. }) {
        jobs::enqueue(tx, certificates::issue_job(&case.id, portal.now())).await?;
    }
    let Some(kind) = NoticeKind::of(kind, case) else {
        return Ok(());
    };
    let notice = NewNotice {
        account: case.applicant.clone(),
        kind,
        case: Some(case.id.clone()),
        details: MailDetails {
            number: case.number.as_ref().map(ToString::to_string),
            item: Some(portal.catalogue().item_name(&case.item).await?),
            due: kind.tells_of(case).map(|due| due.date),
        },
        occasion: format!("notice:{}:{}", case.id, case.revision),
    };
    notices::tell(portal, tx, notice).await.map(drop)
}
