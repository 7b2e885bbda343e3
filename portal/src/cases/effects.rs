//! What a step of a case sets off outside of it: its document, mails, notices, the certificate. Only rows
//! are written here; the worker does the rest after the commit.

use domain::cases::{Case, CaseState, Delivery, EventKind};
use sea_orm::DatabaseTransaction;

use crate::jobs::{self, mail::MailJob};
use crate::mail::{MailDetails, MailTemplate};
use crate::{Internal, Portal, certificates, documents, notices};

/// Issues the document of a step and enqueues what follows from it.
pub(super) async fn enqueue(
    portal: &Portal,
    tx: &DatabaseTransaction,
    step: &documents::Step<'_>,
) -> Result<(), Internal> {
    let (case, kind, now) = (step.case, step.event.kind(), portal.now());
    documents::issue(portal, tx, step).await?;
    if matches!(case.state, CaseState::Approved { .. }) {
        jobs::enqueue(tx, certificates::issue_job(&case.id, now)).await?;
    }
    let Some(template) = told_by(case, kind) else {
        return Ok(());
    };
    notices::add(tx, case, kind, now).await?;
    let details = MailDetails {
        number: case.number.as_ref().map(ToString::to_string),
        item: Some(portal.catalogue().item_name(&case.item).await?),
        due: case.next_due().map(|due| due.date),
    };
    let mail = MailJob {
        account_id: case.applicant.clone(),
        template,
        case_id: Some(case.id.clone()),
        details,
    };
    let effect = format!("mail:{}:{}", case.id, case.revision);
    jobs::enqueue(tx, mail.into_job(effect, now)?).await
}

/// The mail by which the applicant learns of it. Steps inside the office are not told.
fn told_by(case: &Case, kind: EventKind) -> Option<MailTemplate> {
    match kind {
        EventKind::Submit | EventKind::Resubmit => Some(MailTemplate::Submitted),
        EventKind::RequestCorrection | EventKind::ReturnPrecheck => {
            Some(MailTemplate::CorrectionRequested)
        }
        EventKind::Accept | EventKind::DeemAccepted => Some(MailTemplate::Accepted),
        EventKind::RefuseAcceptance => Some(MailTemplate::NotAccepted),
        EventKind::Decide | EventKind::DecideByRule | EventKind::DeemGranted => {
            Some(match case.state {
                CaseState::Rejected { .. } => MailTemplate::Rejected,
                _ => MailTemplate::Approved,
            })
        }
        // A draft that is thrown away concerns nobody else.
        EventKind::Withdraw => case.number.is_some().then_some(MailTemplate::Withdrawn),
        EventKind::DeemWithdrawn => Some(MailTemplate::Withdrawn),
        EventKind::Deliver => match case.state {
            CaseState::Delivered {
                how: Delivery::Certificate,
                ..
            } => Some(MailTemplate::CertificateReady),
            _ => None,
        },
        EventKind::PassPrecheck
        | EventKind::Conclude
        | EventKind::ConcludeByRule
        | EventKind::Suspend
        | EventKind::Resume
        | EventKind::Extend
        | EventKind::Propose
        | EventKind::SendBack
        | EventKind::Close
        | EventKind::Recount => None,
    }
}
