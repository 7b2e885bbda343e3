//! What stands behind the citizens' doors of evaluations.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::CaseId;
use domain::evaluations::{EvaluationChannel, EvaluationProblem, Level, Step, StepKind};
use portal::accounts::{Actor, Citizen};
use portal::evaluations::{FollowUpError, RateError, ReplyError, Words};

use crate::page::{Ctx, DoorResult, Kept, PageError, Surface};
use crate::paths;

/// Names of what is kept while a rating is not finished.
pub(super) const LEVEL: &str = "level";
pub(super) const OPTIONS: &str = "options";
pub(super) const COMMENT: &str = "comment";
pub(super) const CHANNEL: &str = "channel";

/// Names in the form that answers a rectification.
pub(super) const ANSWER: &str = "answer";
pub(super) const TEXT: &str = "text";

/// Problem that means: something happened since the page was opened.
pub(super) const CHANGED: &str = "rate-changed";

/// Which of the two times somebody rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// The evaluation.
    First,
    /// 追评.
    FollowUp,
}

impl Turn {
    /// What stands in the form.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::First => "",
            Self::FollowUp => "follow-up",
        }
    }

    fn parse(posted: &str) -> Self {
        if posted == Self::FollowUp.key() {
            Self::FollowUp
        } else {
            Self::First
        }
    }

    /// Where an unfinished rating lies in the session.
    pub(super) fn form(self, case: &CaseId) -> String {
        match self {
            Self::First => format!("rate:{case}"),
            Self::FollowUp => format!("rate-again:{case}"),
        }
    }

    /// The page of the form.
    fn page(self, case: &CaseId) -> String {
        match self {
            Self::First => paths::rate(case),
            Self::FollowUp => paths::rate_again(case),
        }
    }
}

/// A rating as it was posted.
pub(super) struct Rating {
    pub(super) case: String,
    pub(super) turn: String,
    pub(super) channel: String,
    pub(super) level: String,
    pub(super) shown: String,
    pub(super) options: Vec<String>,
    pub(super) comment: String,
}

/// The citizen at the door; a reader who is not signed in is led to `page` afterwards.
fn citizen<'a>(cx: &'a Ctx, page: &str) -> Result<&'a Citizen, PageError> {
    match &cx.actor {
        Actor::Citizen(citizen) => Ok(citizen),
        Actor::Anonymous => Err(PageError::Redirect(paths::sign_in(page))),
        Actor::Officer(_) => Err(PageError::NotFound),
    }
}

/// How a rating ended.
enum Ended {
    /// It is there, or has been for long.
    Taken,
    Problem(EvaluationProblem),
    /// It cannot be given now; the case's page says what can be done.
    NotNow,
}

/// Takes a rating. It has two pages, as the national interface has it: first the level, then what can
/// be said about it. Whoever changes the level on the second page sees that level's options.
pub(super) async fn rate(cx: Arc<Ctx>, rating: Rating) -> DoorResult {
    let id = CaseId::new(rating.case.clone());
    let turn = Turn::parse(&rating.turn);
    let citizen = citizen(&cx, &turn.page(&id))?;
    let Some(level) = Level::from_short_name(&rating.level) else {
        return keep(&cx, &id, &rating, Some((LEVEL, "evaluation-problem-level"))).await;
    };
    if rating.shown != rating.level {
        return keep(&cx, &id, &rating, None).await;
    }
    let words = words(&cx, level, &rating);
    let ended = match turn {
        Turn::First => first(&cx, citizen, &id, words).await?,
        Turn::FollowUp => again(&cx, citizen, &id, words).await?,
    };
    match ended {
        Ended::Taken => {
            cx.visitor.forget(&turn.form(&id)).await?;
            Ok(paths::rate(&id))
        }
        Ended::Problem(problem) => keep(&cx, &id, &rating, Some((COMMENT, problem.key()))).await,
        Ended::NotNow => Ok(paths::case(&id)),
    }
}

fn words(cx: &Ctx, level: Level, rating: &Rating) -> Words {
    let channel = match cx.surface {
        Surface::Kiosk => EvaluationChannel::Kiosk,
        Surface::Web | Surface::Counter => {
            EvaluationChannel::of_link(&rating.channel).unwrap_or(EvaluationChannel::Web)
        }
    };
    Words {
        level,
        // What is no code stays one that no level has, so that the rules refuse it.
        options: rating
            .options
            .iter()
            .map(|code| code.parse().unwrap_or_default())
            .collect(),
        comment: rating.comment.clone(),
        channel,
    }
}

async fn first(cx: &Ctx, citizen: &Citizen, id: &CaseId, words: Words) -> Result<Ended, PageError> {
    match cx.portal.evaluations().rate(citizen, id, words).await {
        Ok(()) | Err(RateError::AlreadyRated) => Ok(Ended::Taken),
        Err(RateError::Problem(problem)) => Ok(Ended::Problem(problem)),
        Err(RateError::NotFinished) => Ok(Ended::NotNow),
        Err(RateError::ForSomebodyElse) => Err(PageError::Forbidden("counter-closed")),
        Err(RateError::NotFound) => Err(PageError::NotFound),
        Err(RateError::Internal(error)) => Err(error.into()),
    }
}

async fn again(cx: &Ctx, citizen: &Citizen, id: &CaseId, words: Words) -> Result<Ended, PageError> {
    match cx.portal.evaluations().follow_up(citizen, id, words).await {
        // The page of the rating says why there is no second or third time.
        Ok(()) | Err(FollowUpError::Refused(_)) => Ok(Ended::Taken),
        Err(FollowUpError::Problem(problem)) => Ok(Ended::Problem(problem)),
        Err(FollowUpError::ForSomebodyElse) => Err(PageError::Forbidden("counter-closed")),
        Err(FollowUpError::NotFound) => Err(PageError::NotFound),
        Err(FollowUpError::Internal(error)) => Err(error.into()),
    }
}

/// Keeps an unfinished rating and shows its page again.
async fn keep(
    cx: &Ctx,
    id: &CaseId,
    rating: &Rating,
    problem: Option<(&'static str, &'static str)>,
) -> DoorResult {
    let turn = Turn::parse(&rating.turn);
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
        (CHANNEL, rating.channel.clone()),
    ];
    cx.visitor
        .keep(&turn.form(id), kept(values, problem))
        .await?;
    Ok(turn.page(id))
}

/// What the session keeps of a form.
pub(super) fn kept<const N: usize>(
    values: [(&str, String); N],
    problem: Option<(&str, &str)>,
) -> Kept {
    Kept {
        values: values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<BTreeMap<_, _>>(),
        problems: problem
            .map(|(field, key)| (field.to_owned(), key.to_owned()))
            .into_iter()
            .collect(),
    }
}

/// An answer about a rectification as it was posted.
pub(super) struct Reply {
    pub(super) case: String,
    pub(super) revision: u32,
    pub(super) answer: String,
    pub(super) text: String,
}

/// Where an answer with a problem lies in the session.
pub(super) fn reply_form(case: &CaseId) -> String {
    format!("rate-reply:{case}")
}

/// Takes the answer to the second look, or an appeal.
pub(super) async fn reply(cx: Arc<Ctx>, reply: Reply) -> DoorResult {
    let id = CaseId::new(reply.case.clone());
    let page = paths::rate(&id);
    let citizen = citizen(&cx, &page)?;
    let step = match StepKind::parse(&reply.answer) {
        Some(StepKind::Content) => Some(Step::Content),
        Some(StepKind::NotContent) => Some(Step::NotContent),
        Some(StepKind::Appeal) => Some(Step::Appeal),
        _ => None,
    };
    let Some(step) = step else {
        return keep_reply(&cx, &id, &reply, (ANSWER, "rate-problem-answer")).await;
    };
    let evaluations = cx.portal.evaluations();
    let text = reply.text.clone();
    match evaluations
        .reply(citizen, &id, reply.revision, step, text)
        .await
    {
        Ok(()) => {
            cx.visitor.forget(&reply_form(&id)).await?;
            Ok(page)
        }
        Err(ReplyError::Changed) => keep_reply(&cx, &id, &reply, ("", CHANGED)).await,
        Err(ReplyError::Refused(refusal)) => {
            keep_reply(&cx, &id, &reply, (TEXT, refusal.key())).await
        }
        Err(ReplyError::NotFound) => Err(PageError::NotFound),
        Err(ReplyError::Internal(error)) => Err(error.into()),
    }
}

async fn keep_reply(cx: &Ctx, id: &CaseId, reply: &Reply, problem: (&str, &str)) -> DoorResult {
    let values = [(ANSWER, reply.answer.clone()), (TEXT, reply.text.clone())];
    cx.visitor
        .keep(&reply_form(id), kept(values, Some(problem)))
        .await?;
    Ok(paths::again(&paths::rate(id)))
}
