//! The review before a case is submitted.

use std::sync::Arc;

use domain::cases::CaseState;
use leptos::prelude::*;
use portal::cases::CaseView;

use super::answers::sections;
use super::material_version::lead_over;
use super::notes::Note;
use super::standing::correction;
use super::{open, repair, trail};
use crate::cases::doors::{DECLARED, NOTE_NOT_EDITABLE};
use crate::cases::way::{CHECK, checked, noted};
use crate::choice::pages::notice;
use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Banner, BannerKind, Button, ButtonKind, ButtonLink, Choice, Choices, ErrorSummary,
    StepIndicator, StepLabel, field_id,
};

/// The name of the declaration.
const FIELD: &str = "declared";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    if !view.editable() {
        return Err(PageError::Redirect(noted(
            &paths::case(&view.case.id),
            NOTE_NOT_EDITABLE,
        )));
    }
    lead_over(&cx, &view).await?;
    if let Some(page) = repair::instead(&cx, &view).await? {
        return Ok(page);
    }
    let undeclared = params.query(CHECK).is_some();
    let note = Note::read(&params);
    let title = cx.tf(
        "review-page-title",
        &[("item", cx.plain(&view.item_name).into())],
    );
    let status = if undeclared { 422 } else { 200 };
    Ok(Page::new(title, move || body(&cx, &view, note, undeclared)).status(status))
}

fn body(cx: &Ctx, view: &CaseView, note: Note, undeclared: bool) -> impl IntoView + use<> {
    let missing = missing(cx, view);
    let end = match &missing {
        Some(_) => None,
        None => Some(declaration(cx, view, undeclared)),
    };
    let errors = match (undeclared, &missing) {
        (true, None) => vec![(field_id(FIELD), cx.t("review-undeclared").to_owned())],
        _ => Vec::new(),
    };
    view! {
        <div class="container container--narrow stack">
            {trail(cx, view)}
            {indicator(cx, view)}
            <header class="stack stack--tight">
                <p class="muted">{cx.text(&view.item_name)}</p>
                <h1>{cx.t("review-title")}</h1>
                <p class="lead">{cx.t("review-lead")}</p>
            </header>
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            {note.banner(cx)}
            {correction(cx, view)}
            {notice(cx, &view.definition, &view.answers)}
            {missing}
            {sections(cx, view, true)}
            {end}
        </div>
    }
}

fn indicator(cx: &Ctx, view: &CaseView) -> impl IntoView + use<> {
    let reading = view.read(cx.today());
    let steps = reading.steps();
    let current = steps.len() + 1;
    let labels = steps
        .iter()
        .map(|step| {
            StepLabel::new(cx.plain(&step.title))
                .href(cx.href(paths::step(&view.case.id, &step.key)))
        })
        .chain([StepLabel::new(cx.t("review-title"))])
        .collect();
    view! { <StepIndicator current=current steps=labels/> }
}

/// The steps in which something is missing or wrong; none when the case can be submitted.
fn missing(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let form = &view.definition.form;
    let problems = view.read(cx.today()).all_problems(&view.material_counts());
    let links: Vec<_> = problems
        .iter()
        .filter_map(|(key, problems)| {
            let step = form.step(key)?;
            let href = cx.href(checked(&paths::step(&view.case.id, key)));
            let count = i64::try_from(problems.len()).unwrap_or(i64::MAX);
            let about = cx.tf("review-problems", &[("n", count.into())]);
            Some(view! { <li><a href=href>{cx.text(&step.title)}</a>" "{about}</li> })
        })
        .collect();
    (!links.is_empty()).then(|| {
        let list = view! { <div class="prose"><ul>{links}</ul></div> };
        view! { <Banner title=cx.t("review-missing") kind=BannerKind::Warning>{list}</Banner> }
            .into_any()
    })
}

fn declaration(cx: &Ctx, view: &CaseView, undeclared: bool) -> impl IntoView + use<> {
    let options = vec![Choice::new(DECLARED, cx.t("review-declare"))];
    let error = undeclared.then(|| cx.t("review-undeclared"));
    let again = !matches!(view.case.state, CaseState::Draft);
    let label = if again {
        "review-resubmit"
    } else {
        "review-submit"
    };
    let later = cx.href(paths::case(&view.case.id));
    view! {
        <form class="form" method="post" novalidate=true action=paths::door::SUBMIT>
            <input type="hidden" name="case" value=view.case.id.to_string()/>
            <Choices name=FIELD legend=cx.t("review-declaration") options=options many=true error=error/>
            <p class="muted">{cx.t("review-law")}</p>
            <div class="actions">
                <Button label=cx.t(label)/>
                <ButtonLink href=later label=cx.t("review-later") kind=ButtonKind::Secondary/>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::testing::{case, with_photo};
    use crate::page::Surface;
    use crate::page::testing::{citizen, context};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    async fn shown(view: CaseView, undeclared: bool) -> String {
        let (_folder, cx) = context(citizen("Lin"), Surface::Web, "/cases/c-1/review").await;
        let note = Note::read(&Params::default());
        html(|| body(&cx, &view, note, undeclared))
    }

    #[tokio::test]
    async fn an_incomplete_case_leads_to_what_is_missing() {
        let html = shown(case(&[("kind", "a")]), true).await;
        assert_contains(
            &html,
            &[
                "href=\"/cases/c-1/steps/you?check=1\"",
                "(1 place)",
                "href=\"/cases/c-1/steps/bank?check=1\"",
            ],
        );
        assert!(!html.contains("/do/submit"), "it cannot be submitted yet");
    }

    #[tokio::test]
    async fn a_complete_case_shows_everything_and_can_be_declared() {
        let answers = [
            ("phone", "13800000000"),
            ("kind", "b"),
            ("which", HOSTILE),
            ("debit", "no"),
        ];
        let html = shown(with_photo(case(&answers), "me.png"), true).await;
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "Second",
                "From the population register",
                ">No<",
                "me.png",
                "href=\"/cases/c-1/steps/you?from-review=1#field-phone\"",
                "action=\"/do/submit\"",
                "href=\"#field-declared\"",
            ],
        );
        assert!(
            !html.contains("#field-name"),
            "what a register has fixed cannot be changed"
        );
    }

    #[tokio::test]
    async fn what_is_called_wrong_is_shown_and_can_be_taken_back() {
        let mut view = case(&[("kind", "a")]);
        view.answers.object("name", HOSTILE);
        let html = shown(view, false).await;
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "You say this is wrong",
                "href=\"/cases/c-1/steps/you?from-review=1#field-name\"",
            ],
        );
    }
}
