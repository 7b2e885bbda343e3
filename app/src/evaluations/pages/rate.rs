//! Rating a finished matter: the level, and what can be said about it.

use std::sync::Arc;

use domain::evaluations::{EvaluationChannel, Level, MAX_COMMENT_CHARS, options};
use leptos::prelude::*;
use portal::cases::CaseView;

use super::given;
use crate::cases::pages::open;
use crate::evaluations::doors::{CHANNEL, COMMENT, LEVEL, OPTIONS, Turn};
use crate::page::{Ctx, Kept, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Button, Choice, Choices, ErrorSummary, TextArea, field_id};

/// The name of the check boxes: the brackets make the library read a list.
const OPTIONS_FIELD: &str = "options[]";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    let id = &view.case.id;
    if let Some(mine) = cx.portal.evaluations().mine(cx.citizen()?, id).await? {
        return given::page(cx, view, mine, &params).await;
    }
    if !view.case.can_be_rated() {
        return Err(PageError::Redirect(paths::case(id)));
    }
    show(cx, view, Turn::First, &params).await
}

/// The second time 追评.
pub(super) async fn load_again(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    let id = &view.case.id;
    let mine = cx.portal.evaluations().mine(cx.citizen()?, id).await?;
    match mine {
        Some(mine) if mine.may_follow_up.is_ok() => show(cx, view, Turn::FollowUp, &params).await,
        // The page of the rating says what can be done instead.
        _ => Err(PageError::Redirect(paths::rate(id))),
    }
}

async fn show(cx: Arc<Ctx>, view: CaseView, turn: Turn, params: &Params) -> PageResult {
    let kept = cx.visitor.kept(&turn.form(&view.case.id)).await?;
    let kept = kept.unwrap_or_default();
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    // What the link says is checked again when the rating comes.
    let channel = Some(kept.value(CHANNEL))
        .filter(|name| !name.is_empty())
        .or_else(|| params.query(CHANNEL).map(str::to_owned))
        .and_then(|name| EvaluationChannel::of_link(&name));
    let title = cx.t(title_key(turn));
    Ok(Page::new(title, move || body(&cx, &view, &kept, turn, channel)).status(status))
}

const fn title_key(turn: Turn) -> &'static str {
    match turn {
        Turn::First => "rate-title",
        Turn::FollowUp => "rate-follow-up-title",
    }
}

fn body(
    cx: &Ctx,
    view: &CaseView,
    kept: &Kept,
    turn: Turn,
    channel: Option<EvaluationChannel>,
) -> impl IntoView + use<> {
    let errors = kept
        .problems
        .iter()
        .map(|(field, key)| (field_id(field), cx.t(key).to_owned()))
        .collect();
    let lead = match turn {
        Turn::First => "rate-lead",
        Turn::FollowUp => "rate-follow-up-lead",
    };
    let at_counter = matches!(
        channel,
        Some(EvaluationChannel::QrCode | EvaluationChannel::HallTablet)
    )
    .then(|| view! { <p>{cx.t("rate-channel-counter")}</p> });
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <header class="stack stack--tight">
                <p class="muted">{cx.text(&view.item_name)}</p>
                <h1>{cx.t(title_key(turn))}</h1>
                <p class="lead">{cx.t(lead)}</p>
                {at_counter}
            </header>
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            {form(cx, view, kept, turn, channel)}
        </div>
    }
}

fn form(
    cx: &Ctx,
    view: &CaseView,
    kept: &Kept,
    turn: Turn,
    channel: Option<EvaluationChannel>,
) -> impl IntoView + use<> {
    let chosen = Level::from_short_name(&kept.value(LEVEL));
    let shown = chosen.map(Level::short_name).unwrap_or_default();
    let levels = Level::ALL
        .map(|level| Choice::new(level.short_name(), cx.t(level.key())))
        .to_vec();
    let more = chosen.map(|level| about_level(cx, kept, level));
    let button = if chosen.is_some() {
        "rate-button"
    } else {
        "rate-next"
    };
    view! {
        <form class="form" method="post" novalidate=true action=paths::door::RATE>
            <input type="hidden" name="case" value=view.case.id.to_string()/>
            <input type="hidden" name="turn" value=turn.key()/>
            <input
                type="hidden"
                name=CHANNEL
                value=channel.map(EvaluationChannel::short_name).unwrap_or_default()
            />
            <input type="hidden" name="shown" value=shown/>
            <div class="levels">
                <Choices
                    name=LEVEL
                    legend=cx.t("rate-level")
                    options=levels
                    chosen=vec![shown.to_owned()]
                    error=kept.problem(LEVEL).map(|key| cx.t(key))
                />
            </div>
            {more}
            <div class="actions"><Button label=cx.t(button)/></div>
        </form>
    }
}

/// What can be said about a level; all of it may be left out.
fn about_level(cx: &Ctx, kept: &Kept, level: Level) -> impl IntoView + use<> {
    let choices = options(level)
        .iter()
        .map(|code| Choice::new(code.to_string(), cx.t(&format!("evaluation-option-{code}"))))
        .collect();
    let ticked = kept.value(OPTIONS).split(',').map(str::to_owned).collect();
    let legend = if level.is_bad() {
        "rate-what-bad"
    } else {
        "rate-what-good"
    };
    let most = i64::try_from(MAX_COMMENT_CHARS).unwrap_or(i64::MAX);
    view! {
        <Choices
            name=OPTIONS_FIELD
            legend=cx.t(legend)
            options=choices
            chosen=ticked
            many=true
            required=false
            hint=cx.t("hint-choose-many")
        />
        <TextArea
            name=COMMENT
            label=cx.t("rate-comment")
            hint=cx.tf("rate-comment-hint", &[("n", most.into())])
            value=kept.value(COMMENT)
            error=kept.problem(COMMENT).map(|key| cx.t(key))
            required=false
        />
    }
}

pub(super) fn trail(cx: &Ctx, view: &CaseView) -> impl IntoView + use<> {
    let trail = vec![
        (cx.href(paths::my_cases()), cx.t("cases-title").into()),
        (
            cx.href(paths::case(&view.case.id)),
            cx.plain(&view.item_name).into(),
        ),
    ];
    view! { <Breadcrumb trail=trail/> }
}
