//! What stands behind the door of evaluations.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::CaseId;
use domain::evaluations::{EvaluationChannel, Level};
use portal::accounts::{Actor, Citizen};
use portal::evaluations::RateError;

use crate::page::{Ctx, DoorResult, Kept, PageError, Surface};
use crate::paths;

/// Names of what is kept while a rating is not finished.
pub(super) const LEVEL: &str = "level";
pub(super) const OPTIONS: &str = "options";
pub(super) const COMMENT: &str = "comment";

/// A rating as it was posted.
pub(super) struct Rating {
    pub(super) case: String,
    pub(super) level: String,
    pub(super) shown: String,
    pub(super) options: Vec<String>,
    pub(super) comment: String,
}

/// Where an unfinished rating lies in the session.
pub(super) fn form(case: &CaseId) -> String {
    format!("rate:{case}")
}

/// The name of a level in a form: the last words of its key.
pub(super) fn short_name(level: Level) -> &'static str {
    level.key().trim_start_matches("evaluation-level-")
}

/// The level behind such a name.
pub(super) fn level(short: &str) -> Option<Level> {
    Level::ALL
        .into_iter()
        .find(|level| short_name(*level) == short)
}

/// Takes a rating. It has two pages, as the national interface has it: first the level, then what can
/// be said about it. Whoever changes the level on the second page sees that level's options.
pub(super) async fn rate(cx: Arc<Ctx>, rating: Rating) -> DoorResult {
    let id = CaseId::new(rating.case.clone());
    let page = paths::rate(&id);
    let citizen = match &cx.actor {
        Actor::Citizen(citizen) => citizen,
        Actor::Anonymous => return Err(PageError::Redirect(paths::sign_in(&page))),
        Actor::Officer(_) => return Err(PageError::NotFound),
    };
    let Some(level) = level(&rating.level) else {
        return keep(&cx, &id, &rating, Some((LEVEL, "evaluation-problem-level"))).await;
    };
    if rating.shown != rating.level {
        return keep(&cx, &id, &rating, None).await;
    }
    match store(&cx, citizen, &id, level, &rating).await {
        Ok(()) | Err(RateError::AlreadyRated) => {
            cx.visitor.forget(&form(&id)).await?;
            Ok(page)
        }
        Err(RateError::Problem(problem)) => {
            keep(&cx, &id, &rating, Some((COMMENT, problem.key()))).await
        }
        Err(RateError::NotFinished) => Ok(paths::case(&id)),
        Err(RateError::NotFound) => Err(PageError::NotFound),
        Err(RateError::Internal(error)) => Err(error.into()),
    }
}

async fn store(
    cx: &Ctx,
    citizen: &Citizen,
    id: &CaseId,
    level: Level,
    rating: &Rating,
) -> Result<(), RateError> {
    let channel = match cx.surface {
        Surface::Web => EvaluationChannel::Web,
        Surface::Kiosk => EvaluationChannel::Kiosk,
    };
    // What is no code stays one that no level has, so that the rules refuse it.
    let options = rating
        .options
        .iter()
        .map(|code| code.parse().unwrap_or_default())
        .collect();
    let comment = rating.comment.clone();
    cx.portal
        .evaluations()
        .rate(citizen, id, level, options, comment, channel)
        .await
}

/// Keeps an unfinished rating and shows its page again.
async fn keep(
    cx: &Ctx,
    id: &CaseId,
    rating: &Rating,
    problem: Option<(&'static str, &'static str)>,
) -> DoorResult {
    // Options belong to the level they were shown for; those of another level say nothing about it.
    let options = if rating.shown == rating.level {
        rating.options.join(",")
    } else {
        String::new()
    };
    let values = [
        (LEVEL, rating.level.clone()),
        (OPTIONS, options),
        (COMMENT, rating.comment.clone()),
    ];
    let problems = problem.map(|(field, key)| (field.to_owned(), key.to_owned()));
    let kept = Kept {
        values: values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<BTreeMap<_, _>>(),
        problems: problems.into_iter().collect(),
    };
    cx.visitor.keep(&form(id), kept).await?;
    Ok(paths::rate(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_have_short_names() {
        assert_eq!(short_name(Level::VerySatisfied), "very-satisfied");
        for found in Level::ALL {
            assert_eq!(level(short_name(found)), Some(found));
        }
        assert_eq!(level(""), None);
    }
}
