//! Early questions, one page after the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::cases::Fixed;
use domain::forms::{Answers, FieldError, Materials, Reading, Step};
use leptos::prelude::*;
use portal::catalogue::Division;
use portal::choice::ChoiceView;

use super::{open, trail};
use crate::cases::pages::{Sheet, problem, sections};
use crate::cases::posted::{CASE, GO, SHOWN, STEP};
use crate::cases::way::{CHECK, MORE};
use crate::page::{Ctx, Page, PageError, PageResult, Params, Surface};
use crate::paths;
use crate::ui::{
    Banner, Breadcrumb, Button, ButtonKind, ErrorSummary, StepIndicator, StepLabel, field_id,
};

/// Everything that the page shows.
struct QuestionPage {
    view: ChoiceView,
    answers: Answers,
    step: Step,
    city: Arc<Vec<Division>>,
    named: BTreeMap<String, String>,
    /// Key of the question and what is wrong with its answer.
    errors: Vec<(String, String)>,
    more: bool,
}

/// The first page. At a public terminal it is empty: somebody else may have answered before.
pub(super) async fn first(cx: Arc<Ctx>, params: Params) -> PageResult {
    let (view, mut answers) = open(&cx, &params).await?;
    if cx.surface == Surface::Kiosk {
        answers = Answers::default();
    }
    let Some(step) = view.definition.form.early_steps().next().cloned() else {
        return Err(PageError::Redirect(paths::outcome(&view.item.row.code)));
    };
    let item = cx.plain(&view.item.row.name);
    let title = cx.tf("choice-first-title", &[("item", item.into())]);
    show(cx, params, view, answers, step, title).await
}

/// The page of an address; one that these answers do not lead to leads to the first.
pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let (view, answers) = open(&cx, &params).await?;
    let step = {
        let mut early = view.definition.form.early_steps();
        early.find(|step| step.key == params.path("key")).cloned()
    };
    let step = step.ok_or(PageError::NotFound)?;
    let is_reached = {
        let reading = view.definition.form.read(&answers, cx.today());
        reading.steps().iter().any(|shown| shown.key == step.key)
    };
    if !is_reached {
        return Err(PageError::Redirect(paths::choose(&view.item.row.code)));
    }
    let named = [
        ("step", cx.plain(&step.title).into()),
        ("item", cx.plain(&view.item.row.name).into()),
    ];
    let title = cx.tf("step-title", &named);
    show(cx, params, view, answers, step, title).await
}

async fn show(
    cx: Arc<Ctx>,
    params: Params,
    view: ChoiceView,
    answers: Answers,
    step: Step,
    title: String,
) -> PageResult {
    let errors = match params.query(CHECK) {
        Some(_) => problems(&cx, &view, &answers, &step),
        None => Vec::new(),
    };
    let status = if errors.is_empty() { 200 } else { 422 };
    let page = QuestionPage {
        city: cx.portal.catalogue().city_divisions().await?,
        named: cx.portal.choice().divisions(&view, &answers).await?,
        more: params.query(MORE).is_some(),
        errors,
        view,
        answers,
        step,
    };
    Ok(Page::new(title, move || body(&cx, &page)).status(status))
}

fn problems(cx: &Ctx, view: &ChoiceView, answers: &Answers, step: &Step) -> Vec<(String, String)> {
    let reading = view.definition.form.read(answers, cx.today());
    let found = reading.problems(step, &Materials::default());
    let told = |error: FieldError| (error.field, problem(cx, &error.problem));
    found.into_iter().map(told).collect()
}

fn body(cx: &Ctx, page: &QuestionPage) -> impl IntoView + use<> {
    let form = &page.view.definition.form;
    let reading = form.read(&page.answers, cx.today());
    let intro = match &page.step.intro {
        Some(intro) => cx.text(intro),
        None => cx.t("choice-intro").into_any(),
    };
    let more = page.more.then(|| {
        let text = cx.t("step-more-text");
        view! { <Banner title=cx.t("step-more")><p>{text}</p></Banner> }
    });
    view! {
        <div class="container container--narrow stack">
            <Breadcrumb trail=trail(cx, &page.view)/>
            {indicator(cx, page, &reading)}
            <header class="stack stack--tight">
                <p class="muted">{cx.text(&page.view.item.row.name)}</p>
                <h1>{cx.text(&page.step.title)}</h1>
                <p class="lead">{intro}</p>
            </header>
            <ErrorSummary title=cx.t("error-summary-title") errors=summary(cx, page)/>
            {more}
            {questions_form(cx, page, &reading)}
            <p class="muted">{cx.t("choice-private")}</p>
        </div>
    }
}

/// The pages of questions, and the outcome at the end.
fn indicator(cx: &Ctx, page: &QuestionPage, reading: &Reading<'_>) -> impl IntoView + use<> {
    let steps = reading.steps();
    let early: Vec<_> = steps.into_iter().filter(|step| step.early).collect();
    let here = early.iter().position(|step| step.key == page.step.key);
    let labels = early
        .iter()
        .map(|step| StepLabel::new(cx.plain(&step.title)));
    let last = [StepLabel::new(cx.t("choice-outcome"))];
    let labels = labels.chain(last).collect();
    view! { <StepIndicator current=here.map_or(1, |at| at + 1) steps=labels/> }
}

/// The problems with the names of their questions.
fn summary(cx: &Ctx, page: &QuestionPage) -> Vec<(String, String)> {
    let named = |(key, text): &(String, String)| {
        let field = page.view.definition.form.field(key);
        let label = field
            .map(|field| cx.plain(&field.label))
            .unwrap_or_default();
        let words = [("label", label.into()), ("problem", text.as_str().into())];
        (field_id(key), cx.tf("step-problem", &words))
    };
    page.errors.iter().map(named).collect()
}

fn questions_form(cx: &Ctx, page: &QuestionPage, reading: &Reading<'_>) -> impl IntoView + use<> {
    let sheet = Sheet {
        form: &page.view.definition.form,
        errors: &page.errors,
        city: &page.city,
        named: &page.named,
        sources: &BTreeMap::new(),
        people: &[],
        fixed: &Fixed::default(),
        asked: None,
    };
    let sections = sections(cx, &sheet, reading, &page.step);
    let fields = reading.fields(&page.step);
    let shown: Vec<_> = fields.iter().map(|field| field.key.as_str()).collect();
    let hidden = [
        (CASE, page.view.item.row.code.to_string()),
        (STEP, page.step.key.clone()),
        (SHOWN, shown.join(",")),
    ]
    .map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    view! {
        <form
            class="form"
            method="post"
            action=paths::door::CHOOSE
            enctype="multipart/form-data"
            novalidate=true
        >
            {hidden.collect_view()}
            {sections}
            <div class="actions">
                <Button label=cx.t("step-next") name=GO value="next"/>
                <Button label=cx.t("step-back") kind=ButtonKind::Link name=GO value="back"/>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use portal::accounts::Actor;

    use super::*;
    use crate::choice::testing::{typed, view};
    use crate::page::testing::context;
    use crate::ui::testing::{assert_contains, html};

    #[tokio::test]
    async fn questions_are_asked_with_what_was_typed_and_what_is_wrong() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/items/A-1/choose").await;
        let (view, answers) = (view(true), typed(&[("years", "many")]));
        let step = view.definition.form.steps[0].clone();
        let page = QuestionPage {
            errors: problems(&cx, &view, &answers, &step),
            city: Arc::default(),
            named: BTreeMap::new(),
            more: false,
            view,
            answers,
            step,
        };
        let html = html(|| body(&cx, &page));
        assert_contains(
            &html,
            &[
                "action=\"/do/choose\"",
                "enctype=\"multipart/form-data\"",
                "name=\"case\" value=\"A-1\"",
                "name=\"step\" value=\"situation\"",
                "name=\"shown\" value=\"years,kind\"",
                "value=\"many\"",
                "href=\"#field-kind\"",
                "Step 1 of 2",
            ],
        );
        assert!(!html.contains("phone"), "the form itself is not asked here");
    }
}
