//! What a step of a case sets off outside of it: its document, notices, the certificate. Only rows are
//! written here; the worker does the rest after the commit.

use chrono::{DateTime, Utc};
use domain::calendar::start_of;
use domain::cases::{Case, CaseState};
use domain::notices::NoticeKind;
use sea_orm::DatabaseTransaction;

use super::{joint, name_of};
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
        jobs::enqueue(
            tx,
            certificates::issue_job(&case.id, issued_at(portal, tx, case).await?),
        )
        .await?;
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
            item: Some(name_of(portal, case).await?),
            due: kind.tells_of(case).map(|due| due.date),
        },
        occasion: format!("notice:{}:{}", case.id, case.revision),
    };
    notices::tell(portal, tx, notice).await.map(drop)
}

/// When the result of an approved case is issued: at once, or, where it is handed over with those of other
/// matters, on the last day to deliver it, should the others take that long.
async fn issued_at(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
) -> Result<DateTime<Utc>, Internal> {
    match &case.state {
        CaseState::Approved { due, .. } if joint::is_held(portal, tx, case).await? => {
            Ok(start_of(due.date))
        }
        _ => Ok(portal.now()),
    }
}
