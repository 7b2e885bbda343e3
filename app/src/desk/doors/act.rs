//! An officer acts on a case.

use std::sync::Arc;

use domain::CaseId;
use domain::calendar::TimeLimit;
use domain::cases::{
    Delivery, Demands, Ending, Event, EventKind, Flow, Ground, Outcome, Point, ProcedureKind,
    Target, Verdict,
};
use portal::desk::DeskError;
use server_fn::codec::MultipartData;

use crate::page::{Ctx, Door, DoorResult, Kept, PageError, Posted};
use crate::paths;

/// Names of what an act posts.
pub(crate) mod input {
    /// The case.
    pub(crate) const CASE: &str = "case";
    /// The revision that the officer's page was made from.
    pub(crate) const REVISION: &str = "revision";
    /// Key of the event.
    pub(crate) const ACTION: &str = "action";
    /// Notice, reason or opinion.
    pub(crate) const TEXT: &str = "text";
    /// Direction of a decision or a proposal.
    pub(crate) const OUTCOME: &str = "outcome";
    /// Key of a step of the review.
    pub(crate) const STEP: &str = "step";
    /// What a step came to.
    pub(crate) const VERDICT: &str = "verdict";
    /// Why a case is not accepted, in kind.
    pub(crate) const GROUND: &str = "ground";
    /// The special procedure.
    pub(crate) const PROCEDURE: &str = "procedure";
    /// How long it takes, in the unit of the service's rule.
    pub(crate) const LENGTH: &str = "length";
    /// How a case ends without a decision.
    pub(crate) const ENDING: &str = "ending";
    /// How the result was handed over.
    pub(crate) const DELIVERY: &str = "delivery";
    /// What begins the name of a mark on an answer.
    pub(super) const FIELD: &str = "field:";
    /// What begins the name of a mark on a material.
    pub(super) const MATERIAL: &str = "material:";
    /// The page to come back to when something is wrong.
    pub(crate) const FROM: &str = "from";
    /// The page on which answers are marked.
    pub(crate) const MARKING: &str = "marking";
}

/// Name of the form of one case in the officer's session.
pub(crate) fn act_form(case: &CaseId) -> String {
    format!("desk-act:{case}")
}

/// The name under which is posted what is wrong with an answer.
pub(crate) fn mark_of_field(key: &str) -> String {
    format!("{}{key}", input::FIELD)
}

/// The name under which is posted what is wrong with a material.
pub(crate) fn mark_of_material(slot: &str) -> String {
    format!("{}{slot}", input::MATERIAL)
}

pub(crate) async fn act(data: MultipartData) {
    Door::current()
        .open(|cx| async move { try_act(&cx, Posted::read(data).await).await })
        .await;
}

async fn try_act(cx: &Arc<Ctx>, posted: Posted) -> DoorResult {
    let officer = cx.officer()?;
    let kept = posted.kept();
    let value = |name: &str| kept.get(name).map(String::as_str).unwrap_or_default();
    let id = CaseId::new(value(input::CASE));
    let action = value(input::ACTION).to_owned();
    let back = if value(input::FROM) == input::MARKING {
        paths::desk_marking(&id, &action)
    } else {
        paths::desk_case(&id)
    };
    let Some(flow) = cx.portal.desk().flow(officer, &id).await? else {
        return Err(PageError::NotFound);
    };
    let told = |key: &str| Kept {
        values: kept.clone(),
        problems: vec![(action.clone(), key.to_owned())],
    };
    let event = match (posted.whole, event(&value, &kept_points(&posted), &flow)) {
        (false, _) => Err("refusal-cut-off"),
        (true, event) => event,
    };
    let (event, revision) = match (event, value(input::REVISION).parse()) {
        (Ok(event), Ok(revision)) => (event, revision),
        (Err(key), _) => return keep(cx, &id, told(key), &back).await,
        // No page of ours posts what is no number: something has cut or changed it on its way.
        (Ok(_), Err(_)) => return keep(cx, &id, told("refusal-cut-off"), &back).await,
    };
    match cx.portal.desk().act(officer, &id, revision, event).await {
        Ok(()) => {
            cx.visitor.forget(&act_form(&id)).await?;
            let page = paths::desk_case(&id);
            Ok(paths::with_query(&page, &[("done", &action)]))
        }
        Err(DeskError::NotFound) => Err(PageError::NotFound),
        Err(DeskError::Changed) => {
            keep(cx, &id, told("desk-changed"), &paths::desk_case(&id)).await
        }
        Err(DeskError::Refused(refusal)) => keep(cx, &id, told(refusal.key()), &back).await,
        Err(DeskError::Internal(internal)) => Err(internal.into()),
    }
}

/// Keeps what the officer typed and leads back to where it was typed.
async fn keep(cx: &Arc<Ctx>, id: &CaseId, kept: Kept, back: &str) -> DoorResult {
    cx.visitor.keep(&act_form(id), kept).await?;
    Ok(paths::again(back))
}

/// The marks on answers and materials that say something.
fn kept_points(posted: &Posted) -> Vec<Point> {
    let marks = posted.values.iter().filter_map(|(name, texts)| {
        let why = texts.last()?.trim().to_owned();
        let target = if let Some(key) = name.strip_prefix(input::FIELD) {
            Target::Field {
                key: key.to_owned(),
            }
        } else {
            Target::Material {
                slot: name.strip_prefix(input::MATERIAL)?.to_owned(),
                page: None,
            }
        };
        (!why.is_empty()).then_some(Point { target, why })
    });
    marks.collect()
}

/// The event behind the posted values, or the key of what is missing.
fn event<'a>(
    value: &impl Fn(&'a str) -> &'a str,
    points: &[Point],
    flow: &Flow,
) -> Result<Event, &'static str> {
    let text = || value(input::TEXT).trim().to_owned();
    let asked = || Demands {
        notice: text(),
        points: points.to_vec(),
    };
    let outcome = || Outcome::parse(value(input::OUTCOME)).ok_or("refusal-choose-outcome");
    let kind = EventKind::parse(value(input::ACTION)).ok_or("refusal-choose-action")?;
    Ok(match kind {
        EventKind::PassPrecheck => Event::PassPrecheck,
        EventKind::ReturnPrecheck => Event::ReturnPrecheck { asked: asked() },
        EventKind::RequestCorrection => Event::RequestCorrection { asked: asked() },
        EventKind::Look => Event::Look { asked: asked() },
        EventKind::Accept => Event::Accept,
        EventKind::RefuseAcceptance => Event::RefuseAcceptance {
            ground: Ground::parse(value(input::GROUND)).ok_or("refusal-choose-ground")?,
            reason: text(),
        },
        EventKind::Conclude => Event::Conclude {
            step: value(input::STEP).to_owned(),
            verdict: Verdict::parse(value(input::VERDICT)).ok_or("refusal-choose-verdict")?,
            opinion: text(),
        },
        EventKind::Suspend => suspension(value, flow)?,
        EventKind::Resume => Event::Resume { opinion: text() },
        EventKind::Extend => Event::Extend { reason: text() },
        EventKind::Propose => Event::Propose {
            outcome: outcome()?,
            opinion: text(),
        },
        EventKind::SendBack => Event::SendBack { opinion: text() },
        EventKind::Decide => Event::Decide {
            outcome: outcome()?,
            opinion: text(),
        },
        EventKind::Close => Event::Close {
            ending: Ending::parse(value(input::ENDING)).ok_or("refusal-choose-ending")?,
            reason: text(),
        },
        EventKind::Deliver => Event::Deliver {
            how: Delivery::parse(value(input::DELIVERY)).ok_or("refusal-choose-delivery")?,
        },
        EventKind::Submit
        | EventKind::Resubmit
        | EventKind::Begin
        | EventKind::Settle
        | EventKind::DeemAccepted
        | EventKind::ConcludeByRule
        | EventKind::DecideByRule
        | EventKind::DeemGranted
        | EventKind::Withdraw
        | EventKind::DeemWithdrawn
        | EventKind::Recount => return Err("refusal-choose-action"),
    })
}

fn suspension<'a>(value: &impl Fn(&'a str) -> &'a str, flow: &Flow) -> Result<Event, &'static str> {
    let kind = ProcedureKind::parse(value(input::PROCEDURE)).ok_or("refusal-choose-procedure")?;
    let rule = flow.procedure(kind).ok_or("refusal-choose-procedure")?;
    let number = value(input::LENGTH).trim().parse();
    let number = number.map_err(|_| "refusal-length-missing")?;
    Ok(Event::Suspend {
        kind,
        length: TimeLimit {
            number,
            unit: rule.longest.unit,
        },
        reason: value(input::TEXT).trim().to_owned(),
    })
}
