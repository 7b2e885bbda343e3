//! What stands behind the desk's door of evaluations.

use std::sync::Arc;

use domain::evaluations::{Step, StepKind, StrikeGround};
use portal::evaluations::ActError;

use super::doors::kept;
use crate::page::{Ctx, DoorResult, PageError};
use crate::paths;

/// Problem that means: somebody else was quicker.
pub(super) const CHANGED: &str = "desk-evaluation-changed";

/// An officer's step as it was posted.
pub(super) struct Posted {
    pub(super) evaluation: String,
    pub(super) revision: u32,
    pub(super) action: String,
    pub(super) text: String,
    pub(super) days: String,
    pub(super) ground: String,
}

/// Where a step with a problem lies in the officer's session.
pub(super) fn act_form(id: &str) -> String {
    format!("evaluation-act:{id}")
}

pub(super) async fn act(cx: Arc<Ctx>, posted: Posted) -> DoorResult {
    let officer = cx.officer()?;
    let Some(step) = step(&posted) else {
        return keep(&cx, &posted, "desk-evaluation-choose").await;
    };
    let (id, text) = (posted.evaluation.as_str(), posted.text.clone());
    let evaluations = cx.portal.evaluations();
    match evaluations
        .act(officer, id, posted.revision, step, text)
        .await
    {
        Ok(()) => {
            cx.visitor.forget(&act_form(id)).await?;
            let page = paths::desk_evaluation(id);
            Ok(paths::with_query(&page, &[("done", &posted.action)]))
        }
        Err(ActError::NotFound) => Err(PageError::NotFound),
        Err(ActError::Changed) => keep(&cx, &posted, CHANGED).await,
        Err(ActError::Refused(refusal)) => keep(&cx, &posted, refusal.key()).await,
        Err(ActError::Internal(internal)) => Err(internal.into()),
    }
}

/// Keeps what the officer typed and leads back to the review.
async fn keep(cx: &Ctx, posted: &Posted, key: &str) -> DoorResult {
    let values = [
        ("action", posted.action.clone()),
        ("text", posted.text.clone()),
        ("days", posted.days.clone()),
        ("ground", posted.ground.clone()),
    ];
    let problem = (posted.action.as_str(), key);
    cx.visitor
        .keep(&act_form(&posted.evaluation), kept(values, Some(problem)))
        .await?;
    Ok(paths::again(&paths::desk_evaluation(&posted.evaluation)))
}

/// The step behind the posted fields; none when a ground is missing or the step is no officer's.
fn step(posted: &Posted) -> Option<Step> {
    Some(match StepKind::parse(&posted.action)? {
        StepKind::Contact => Step::Contact,
        StepKind::Correct => Step::Correct,
        // No number is no day, which the rules refuse with their own sentence.
        StepKind::Plan => Step::Plan {
            days: posted.days.parse().unwrap_or_default(),
        },
        StepKind::Verify => Step::Verify,
        StepKind::SendBack => Step::SendBack,
        StepKind::ProposeStrike => Step::ProposeStrike {
            ground: StrikeGround::parse(&posted.ground)?,
        },
        StepKind::Strike => Step::Strike,
        StepKind::Keep => Step::Keep,
        StepKind::UpholdAppeal => Step::UpholdAppeal,
        StepKind::RejectAppeal => Step::RejectAppeal,
        _ => return None,
    })
}
