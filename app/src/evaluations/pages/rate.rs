//! Rating a finished matter: the level, what can be said about it, thanks.

use std::sync::Arc;

use domain::evaluations::{Level, MAX_COMMENT_CHARS, options};
use leptos::prelude::*;
use portal::cases::CaseView;

use crate::cases::pages::open;
use crate::evaluations::doors::{COMMENT, LEVEL, OPTIONS, form, level, short_name};
use crate::page::{Ctx, Kept, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Choice, Choices, ErrorSummary, Panel, TextArea,
    field_id,
};

/// The name of the check boxes: the brackets make the library read a list.
const OPTIONS_FIELD: &str = "options[]";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    let title = cx.t("rate-title");
    if let Some(given) = view.evaluation {
        return Ok(Page::new(title, move || thanks(&cx, &view, given)));
    }
    if !view.case.state.can_be_rated() {
        return Err(PageError::Redirect(paths::case(&view.case.id)));
    }
    let kept = cx
        .visitor
        .kept(&form(&view.case.id))
        .await?
        .unwrap_or_default();
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    Ok(Page::new(title, move || body(&cx, &view, &kept)).status(status))
}

fn body(cx: &Ctx, view: &CaseView, kept: &Kept) -> impl IntoView + use<> {
    let chosen = level(&kept.value(LEVEL));
    let errors = kept
        .problems
        .iter()
        .map(|(field, key)| (field_id(field), cx.t(key).to_owned()))
        .collect();
    let shown = chosen.map(short_name).unwrap_or_default();
    let levels = Level::ALL
        .map(|level| Choice::new(short_name(level), cx.t(level.key())))
        .to_vec();
    let more = chosen.map(|level| about_level(cx, kept, level));
    let button = if chosen.is_some() {
        "rate-button"
    } else {
        "rate-next"
    };
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <header class="stack stack--tight">
                <p class="muted">{cx.text(&view.item_name)}</p>
                <h1>{cx.t("rate-title")}</h1>
                <p class="lead">{cx.t("rate-lead")}</p>
            </header>
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            <form class="form" method="post" novalidate=true action=paths::door::RATE>
                <input type="hidden" name="case" value=view.case.id.to_string()/>
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
        </div>
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

fn thanks(cx: &Ctx, view: &CaseView, given: Level) -> impl IntoView + use<> {
    let text = cx.tf("rate-thanks-text", &[("level", cx.t(given.key()).into())]);
    let bad = given
        .is_bad()
        .then(|| view! { <p>{cx.t("rate-thanks-bad")}</p> });
    let back = cx.href(paths::case(&view.case.id));
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            <Panel title=cx.t("rate-thanks")><p>{text}</p></Panel>
            {bad}
            <div class="actions">
                <ButtonLink href=back label=cx.t("rate-back") kind=ButtonKind::Secondary/>
            </div>
        </div>
    }
}

fn trail(cx: &Ctx, view: &CaseView) -> impl IntoView + use<> {
    let trail = vec![
        (cx.href(paths::my_cases()), cx.t("cases-title").into()),
        (
            cx.href(paths::case(&view.case.id)),
            cx.plain(&view.item_name).into(),
        ),
    ];
    view! { <Breadcrumb trail=trail/> }
}
