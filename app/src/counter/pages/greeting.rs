//! Nobody is served yet: the form for the identity card of who comes.

use std::sync::Arc;

use domain::counter::SITTING_MINUTES;
use leptos::prelude::*;

use crate::counter::doors::{COMPARED, FORM};
use crate::page::{Ctx, Kept, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{
    Banner, Button, Choice, Choices, ErrorSummary, PhoneField, ResidentIdField, TextField, field_id,
};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(FORM).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    let over = params.query("over").is_some();
    let title = cx.t("counter-title");
    Ok(Page::new(title, move || view(&cx, &kept, over))
        .layout(Layout::Desk)
        .status(status))
}

fn view(cx: &Ctx, kept: &Kept, over: bool) -> impl IntoView + use<> {
    let errors = kept
        .problems
        .iter()
        .map(|(field, key)| (field_id(field), cx.t(key).to_owned()))
        .collect();
    let over = over.then(|| {
        let text = cx.tf("counter-over-text", &[("n", SITTING_MINUTES.into())]);
        view! { <Banner title=cx.t("counter-over")><p>{text}</p></Banner> }
    });
    view! {
        <div class="container container--narrow stack">
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            <header class="page-header">
                <h1>{cx.t("counter-title")}</h1>
                <p class="lead">{cx.t("counter-lead")}</p>
            </header>
            {over}
            {form(cx, kept)}
            <p class="muted">{cx.t("counter-about-account")}</p>
        </div>
    }
}

fn form(cx: &Ctx, kept: &Kept) -> impl IntoView + use<> {
    let error = |name: &str| kept.problem(name).map(|key| cx.t(key));
    let options = vec![Choice::new(COMPARED, cx.t("counter-compared-yes"))];
    view! {
        <form class="form" method="post" novalidate=true action=paths::door::DESK_COUNTER_BEGIN>
            <TextField
                name="name"
                label=cx.t("counter-name-label")
                hint=cx.t("counter-card-hint")
                value=kept.value("name")
                error=error("name")
                autocomplete="off"
            />
            <ResidentIdField
                name="resident_id"
                label=cx.t("counter-number-label")
                value=kept.value("resident_id")
                error=error("resident_id")
            />
            <PhoneField
                name="phone"
                label=cx.t("counter-phone-label")
                hint=cx.t("counter-phone-hint")
                value=kept.value("phone")
                error=error("phone")
                autocomplete="off"
                required=false
            />
            <Choices
                name="compared"
                legend=cx.t("counter-compared")
                options=options
                many=true
                error=error("compared")
            />
            <div class="actions"><Button label=cx.t("counter-begin")/></div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[tokio::test]
    async fn what_was_typed_stays_and_every_problem_is_named() {
        let (_folder, cx) = context(officer("Wang"), Surface::Web, "/desk/counter").await;
        let mut kept = Kept::default();
        for field in ["name", "resident_id", "phone"] {
            kept.values.insert(field.to_owned(), HOSTILE.to_owned());
        }
        for (field, key) in [
            ("name", "counter-problem-other-name"),
            ("phone", "problem-phone"),
            ("compared", "counter-problem-not-compared"),
        ] {
            kept.problems.push((field.to_owned(), key.to_owned()));
        }
        let html = html(|| view(&cx, &kept, true));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "action=\"/do/desk-counter-begin\"",
                "href=\"#field-name\"",
                "href=\"#field-compared\"",
                "30 minutes",
            ],
        );
        assert!(!html.contains(">counter-"), "a text is missing: {html}");
        assert!(!html.contains("checked"), "nobody compares by default");
    }
}
