//! Reporting an error on a page 我为政府网站找错, or illegal or harmful content 违法和不良信息举报: one
//! form, and the number of what was taken.

use std::sync::Arc;

use domain::site::{MAX_WHAT_CHARS, ReportKind};
use leptos::prelude::*;

use crate::page::{Ctx, Kept, Marks, Page, PageError, PageResult, Params};
use crate::paths;
use crate::site::doors::{NUMBER, RECEIVED, REPORT};
use crate::ui::{
    Button, ButtonKind, ButtonLink, Choice, Choices, ErrorSummary, Panel, TextArea, TextField,
    field_id,
};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let again = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(REPORT).await?,
        None => None,
    };
    let status = if again.is_some() { 422 } else { 200 };
    let kept = again.unwrap_or_else(|| prefilled(&cx, &params));
    let (title, description) = (title(&cx, &kept), cx.t("report-lead"));
    let kind = cx.t("column-interaction");
    let marks = Marks::column(&paths::report(""), title, description, kind);
    Ok(Page::new(title, move || view(&cx, &kept))
        .description(description)
        .marks(marks)
        .status(status))
}

/// A fresh form, as the link that led here fills it in. Only a page of this site is taken from a link.
fn prefilled(cx: &Ctx, params: &Params) -> Kept {
    let mut kept = Kept::default();
    if let Some(page) = params.query("page").and_then(paths::own) {
        let address = format!("{}{page}", cx.site.facts.base_url);
        kept.values.insert("page".to_owned(), address);
    }
    if let Some(kind) = params.query("kind").and_then(ReportKind::parse) {
        kept.values.insert("kind".to_owned(), kind.key().to_owned());
    }
    kept
}

/// The form goes by two names, and a reader has followed one of them.
fn title(cx: &Ctx, kept: &Kept) -> &'static str {
    if kept.value("kind") == ReportKind::Illegal.key() {
        cx.t("report-illegal-title")
    } else {
        cx.t("report-title")
    }
}

fn view(cx: &Ctx, kept: &Kept) -> impl IntoView + use<> {
    let errors = kept
        .problems
        .iter()
        .map(|(field, key)| (field_id(field), cx.t(key).to_owned()))
        .collect();
    let problem = |field: &str| kept.problem(field).map(|key| cx.t(key));
    let most = i64::try_from(MAX_WHAT_CHARS).unwrap_or(i64::MAX);
    view! {
        <div class="container container--narrow stack">
            <header class="page-header">
                <h1>{title(cx, kept)}</h1>
                <p class="lead">{cx.t("report-lead")}</p>
            </header>
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            <form class="form" method="post" novalidate=true action=paths::door::REPORT>
                <Choices
                    name="kind"
                    legend=cx.t("report-kind")
                    options=kinds(cx)
                    chosen=vec![kept.value("kind")]
                    error=problem("kind")
                />
                <TextField
                    name="page"
                    label=cx.t("report-page")
                    hint=cx.t("report-page-hint")
                    value=kept.value("page")
                    error=problem("page")
                    autocomplete="off"
                    required=false
                />
                <TextArea
                    name="what"
                    label=cx.t("report-what")
                    hint=cx.tf("report-what-hint", &[("n", most.into())])
                    value=kept.value("what")
                    error=problem("what")
                />
                <TextField
                    name="contact"
                    label=cx.t("report-contact")
                    hint=cx.t("report-contact-hint")
                    value=kept.value("contact")
                    error=problem("contact")
                    autocomplete="email"
                    required=false
                />
                <p class="muted">{cx.t("report-privacy")}</p>
                <div class="actions"><Button label=cx.t("report-button")/></div>
            </form>
            <p class="muted">{cx.t("report-not-here")}</p>
        </div>
    }
}

/// The kinds, each with a line that says what belongs to it where that is not plain.
fn kinds(cx: &Ctx) -> Vec<Choice> {
    let choice = |kind: ReportKind| {
        let choice = Choice::new(kind.key(), kind_name(cx, kind));
        match kind {
            ReportKind::Illegal => choice.hint(cx.t("report-illegal-hint")),
            ReportKind::Accessibility => choice.hint(cx.t("report-accessibility-hint")),
            _ => choice,
        }
    };
    ReportKind::ALL.map(choice).to_vec()
}

/// The name of a kind.
pub(super) fn kind_name(cx: &Ctx, kind: ReportKind) -> &'static str {
    cx.t(&format!("report-kind-{}", kind.key()))
}

/// The number of the report that this visitor has just sent.
pub(super) async fn received(cx: Arc<Ctx>, _: Params) -> PageResult {
    let kept = cx.visitor.kept(RECEIVED).await?;
    let Some(number) = kept.map(|kept| kept.value(NUMBER)) else {
        return Err(PageError::Redirect(paths::report("")));
    };
    Ok(Page::new(cx.t("report-received"), move || {
        thanks(&cx, number)
    }))
}

fn thanks(cx: &Ctx, number: String) -> impl IntoView + use<> {
    let label = cx.t("report-number");
    view! {
        <div class="container container--narrow stack">
            <Panel title=cx.t("report-received")>
                <p>{label} <strong class="number">{number}</strong></p>
            </Panel>
            <p>{cx.t("report-received-text")}</p>
            <div class="actions">
                <ButtonLink
                    href=paths::home()
                    label=cx.t("failure-home")
                    kind=ButtonKind::Secondary
                />
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use portal::accounts::Actor;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn query(pairs: &[(&str, &str)]) -> Params {
        let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Params::new(Vec::new(), pairs.iter().map(pair).collect())
    }

    #[tokio::test]
    async fn a_link_fills_in_pages_of_this_site_only() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/report").await;
        let filled = prefilled(&cx, &query(&[("page", "/items?q=a"), ("kind", "illegal")]));
        assert_eq!(filled.value("page"), "https://portal.example/items?q=a");
        assert_eq!(filled.value("kind"), "illegal");
        for foreign in ["//example.org", "https://example.org", "items"] {
            let filled = prefilled(&cx, &query(&[("page", foreign), ("kind", "none")]));
            assert_eq!(filled, Kept::default(), "{foreign}");
        }
    }

    #[tokio::test]
    async fn the_form_shows_what_was_typed_and_what_is_wrong() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/report").await;
        let mut kept = Kept::default();
        for field in ["page", "what", "contact"] {
            kept.values.insert(field.to_owned(), HOSTILE.to_owned());
        }
        kept.problems
            .push(("kind".to_owned(), "report-problem-kind-missing".to_owned()));
        let html = html(|| view(&cx, &kept));
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "action=\"/do/report\"",
                "href=\"#field-kind\"",
                "value=\"illegal\"",
                "name=\"contact\"",
            ],
        );
        assert!(!html.contains("report-"), "a text is missing: {html}");
    }

    #[tokio::test]
    async fn the_number_is_shown() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/report/received").await;
        let html = html(|| thanks(&cx, "ZC20261121-0001".to_owned()));
        assert_contains(&html, &["ZC20261121-0001", "class=\"panel\""]);
    }
}
