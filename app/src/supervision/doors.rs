//! What stands behind the doors of supervision.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::cases::Light;
use domain::supervision::{Card, RecordRefusal, RuleChange, Ruling, Told};
use portal::supervision::{RecordError, RuleChangeError};

use crate::page::{Ctx, DoorResult, Kept, PageError};
use crate::paths;

/// Name of the words of an explanation or a ruling, in forms and in what is kept.
pub(super) const WORDS: &str = "words";
/// Name of the problem that something cannot be done any more.
pub(super) const STALE: &str = "stale";
/// Where what was said of a finding lies while it has a problem.
pub(super) fn said_of(finding: &str) -> String {
    format!("supervision-{finding}")
}

/// Where a change of a rule lies while it is looked at.
pub(super) fn change_of(rule: &str) -> String {
    format!("supervision-rule-{rule}")
}

pub(super) async fn explain(cx: Arc<Ctx>, finding: String, words: String) -> DoorResult {
    let officer = cx.officer()?;
    let supervision = cx.portal.supervision();
    let done = supervision.explain(officer, &finding, &words).await;
    let typed = [("what", "explain".to_owned()), (WORDS, words)];
    answer(&cx, &finding, typed, done).await
}

pub(super) async fn rule_on(
    cx: Arc<Ctx>,
    finding: String,
    ruling: String,
    words: String,
) -> DoorResult {
    let officer = cx.officer()?;
    let typed = [("what", ruling.clone()), (WORDS, words.clone())];
    let Some(ruling) = Ruling::parse(&ruling) else {
        let mut kept = kept(typed);
        let problem = ("ruling", "supervision-refused-choose");
        kept.problems
            .push((problem.0.to_owned(), problem.1.to_owned()));
        cx.visitor.keep(&said_of(&finding), kept).await?;
        return Ok(paths::again(&paths::finding(&finding)));
    };
    let supervision = cx.portal.supervision();
    let done = supervision.rule_on(officer, &finding, ruling, &words).await;
    answer(&cx, &finding, typed, done).await
}

async fn answer<const N: usize>(
    cx: &Ctx,
    finding: &str,
    typed: [(&str, String); N],
    done: Result<(), RecordError>,
) -> DoorResult {
    let place = said_of(finding);
    let refusal = match done {
        Ok(()) => {
            cx.visitor.forget(&place).await?;
            return Ok(paths::finding(finding));
        }
        Err(RecordError::Refused(refusal)) => refusal,
        Err(RecordError::NotFound) => return Err(PageError::NotFound),
        Err(RecordError::Internal(error)) => return Err(error.into()),
    };
    let is_about_words = matches!(
        refusal,
        RecordRefusal::WordsMissing | RecordRefusal::WordsTooLong
    );
    let field = if is_about_words { WORDS } else { STALE };
    let mut kept = kept(typed);
    kept.problems
        .push((field.to_owned(), refusal.key().to_owned()));
    cx.visitor.keep(&place, kept).await?;
    Ok(paths::again(&paths::finding(finding)))
}

fn kept<const N: usize>(values: [(&str, String); N]) -> Kept {
    let values = values.into_iter();
    Kept {
        values: values
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<BTreeMap<_, _>>(),
        problems: Vec::new(),
    }
}

/// A change of a rule as it was posted.
pub(super) struct PostedRule {
    pub(super) rule: String,
    pub(super) on: String,
    pub(super) colour: String,
    pub(super) card: String,
    pub(super) told: Vec<String>,
    pub(super) days: String,
    /// The version that was looked at; empty before that.
    pub(super) version: String,
}

/// The change that was typed; none where a choice is missing.
pub(super) fn change(kept: &Kept) -> Option<RuleChange> {
    let told = kept.value("told");
    let days = kept.value("days");
    Some(RuleChange {
        on: kept.value("on") == "yes",
        colour: Light::parse(&kept.value("colour"))?,
        card: Card::parse(&kept.value("card"))?,
        told: told.split_whitespace().filter_map(Told::parse).collect(),
        // What is no number is out of range.
        working_days: days.trim().parse().unwrap_or_default(),
    })
}

/// The first step keeps what was typed and shows what it would mean; the second does it.
pub(super) async fn change_rule(cx: Arc<Ctx>, posted: PostedRule) -> DoorResult {
    let officer = cx.officer()?;
    let place = change_of(&posted.rule);
    let page = paths::supervision_rule(&posted.rule);
    let number = posted.rule.parse().map_err(|_| PageError::NotFound)?;
    let is_looked_at = !posted.version.is_empty();
    let version = posted.version.parse().unwrap_or_default();
    let mut typed = kept([
        ("on", posted.on),
        ("colour", posted.colour),
        ("card", posted.card),
        ("told", posted.told.join(" ")),
        ("days", posted.days),
    ]);
    let supervision = cx.portal.supervision();
    let problem = match change(&typed) {
        None => "supervision-problem-choose",
        Some(change) => {
            let done = if is_looked_at {
                supervision
                    .change_rule(officer, version, number, change)
                    .await
            } else {
                let looked = supervision.look_at_rule(officer, number, change).await;
                looked.map(drop)
            };
            match done {
                Ok(()) if is_looked_at => {
                    cx.visitor.forget(&place).await?;
                    return Ok(paths::supervision_rules());
                }
                Ok(()) => {
                    cx.visitor.keep(&place, typed).await?;
                    return Ok(paths::again(&page));
                }
                Err(RuleChangeError::Problem(problem)) => problem.key(),
                Err(RuleChangeError::Changed) => "supervision-rules-changed",
                Err(RuleChangeError::NotFound) => return Err(PageError::NotFound),
                Err(RuleChangeError::Internal(error)) => return Err(error.into()),
            }
        }
    };
    typed.problems.push((STALE.to_owned(), problem.to_owned()));
    cx.visitor.keep(&place, typed).await?;
    Ok(paths::again(&page))
}
