//! The same for several cases.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::CaseId;
use portal::desk::{BulkAct, BulkOutcome, BulkRow, Ticked};
use server_fn::codec::MultipartData;

use super::assign::somebody;
use crate::page::{Ctx, Door, DoorResult, Kept, PageError, Posted};
use crate::paths;

/// Name in the officer's session of what became of the cases.
pub(crate) const BULK_FORM: &str = "desk-bulk";
/// Name of the officer who gets them.
pub(crate) const TO: &str = "to";

pub(crate) async fn bulk(data: MultipartData) {
    Door::current()
        .open(|cx| async move { try_bulk(&cx, Posted::read(data).await).await })
        .await;
}

async fn try_bulk(cx: &Arc<Ctx>, mut posted: Posted) -> DoorResult {
    let officer = cx.officer()?;
    let ticks = posted.values.remove("tick").unwrap_or_default();
    let ticked: Vec<_> = ticks.iter().filter_map(|tick| read(tick)).collect();
    let act = match posted.take("act").as_str() {
        "take" => BulkAct::Take,
        "give-back" => BulkAct::GiveBack,
        "accept" => BulkAct::Accept,
        "assign" => match somebody(&posted.take(TO)) {
            Some(to) => BulkAct::AssignTo(to),
            None => return told(cx, Vec::new(), "bulk-nobody-chosen").await,
        },
        _ => return Err(PageError::NotFound),
    };
    if ticked.is_empty() {
        return told(cx, Vec::new(), "bulk-nothing-ticked").await;
    }
    let rows = cx.portal.desk().bulk(officer, &act, &ticked).await?;
    told(cx, rows, "").await
}

/// A ticked row: case, revision and officer as the page had them.
fn read(tick: &str) -> Option<Ticked> {
    let mut parts = tick.split('|');
    Some(Ticked {
        id: CaseId::new(parts.next()?),
        revision: parts.next()?.parse().ok()?,
        assignee: parts.next().and_then(somebody),
    })
}

/// Keeps what became of each for the page that tells it.
async fn told(cx: &Arc<Ctx>, rows: Vec<BulkRow>, problem: &str) -> DoorResult {
    let lines = rows.into_iter().enumerate().map(|(at, row)| {
        let number = row.number.unwrap_or_default();
        let (key, name) = outcome(row.outcome);
        let line = format!("{}|{number}|{key}|{name}", row.id);
        (format!("{at:03}"), line)
    });
    let problem = (!problem.is_empty()).then(|| (String::new(), problem.to_owned()));
    let kept = Kept {
        values: lines.collect::<BTreeMap<_, _>>(),
        problems: problem.into_iter().collect(),
    };
    cx.visitor.keep(BULK_FORM, kept).await?;
    Ok(paths::desk_bulk_done())
}

/// The key of the words for it, and the name of an officer that belongs to them.
fn outcome(outcome: BulkOutcome) -> (&'static str, String) {
    match outcome {
        BulkOutcome::Done => ("bulk-done", String::new()),
        BulkOutcome::Changed => ("bulk-changed", String::new()),
        BulkOutcome::Holder(Some(name)) => ("bulk-holder", name),
        BulkOutcome::Holder(None) => ("bulk-nobodys", String::new()),
        BulkOutcome::Refused(key) => (key, String::new()),
        BulkOutcome::NotFound => ("bulk-not-found", String::new()),
        BulkOutcome::TooMany => ("bulk-too-many", String::new()),
    }
}
