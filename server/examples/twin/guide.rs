//! The guide of one service.

use app::{Site, paths};
use domain::Text;
use domain::catalogue::{Guide, GuideResult, GuideStep, LegalBasis, SpecialProcedure};
use maud::{Markup, html};
use portal::Internal;
use portal::catalogue::ItemView;

use super::frame::document;
use super::pieces::{disclosure, summary_list, table, tags, topic_name};
use super::words::{civil, limit, listed, of, t, tf};
use super::{facts, glance, materials, places, side};

/// The measured service: flexible workers' insurance 灵活就业人员参保.
pub const ITEM: &str = "11990100990100018P3002014001005";

/// The whole page.
///
/// # Errors
/// When the service has no guide.
pub fn page(site: &Site, item: &ItemView) -> Result<Markup, Internal> {
    let definition = item
        .definition
        .as_deref()
        .ok_or(Internal::new("the measured service has no guide"))?;
    let guide = &definition.guide;
    let path = paths::item(&item.row.code);
    let body = html! {
        div class="container" {
            div class="guide" {
                div class="guide__top" {
                    (trail(item))
                    (heading(item, guide))
                    (glance::facts(item, guide))
                }
                (side::bar(item, guide))
                div class="guide__main" {
                    (contents(guide))
                    (sections(item, guide))
                }
            }
        }
    };
    Ok(document(
        site,
        &path,
        of(&item.row.name),
        Some(of(&guide.summary)),
        body,
    ))
}

fn trail(item: &ItemView) -> Markup {
    html! {
        nav class="breadcrumb" aria-label=(t("breadcrumb-label")) {
            ol class="breadcrumb__list" {
                li class="breadcrumb__item" { a href=(paths::home()) { (t("crumb-home")) } }
                li class="breadcrumb__item" { a href=(paths::items()) { (t("items-title")) } }
                @if let Some(topic) = item.row.topics.first() {
                    li class="breadcrumb__item" {
                        a href=(paths::items_by_topic(topic.key())) { (topic_name(*topic)) }
                    }
                }
            }
        }
    }
}

fn heading(item: &ItemView, guide: &Guide) -> Markup {
    html! {
        header class="page-header" {
            h1 { (of(&item.row.name)) }
            p class="actions" {
                @for (class, text) in tags(&item.row) { strong class=(class) { (text) } }
                strong class="tag" { (t(item.row.item_type.key())) }
            }
            p class="lead" { (of(&guide.summary)) }
            p class="muted" {
                (t("item-published")) " "
                time datetime=(item.changed_at.to_rfc3339()) { (civil(item.changed_at)) }
            }
        }
    }
}

/// Links to the parts.
fn contents(guide: &Guide) -> Markup {
    html! {
        nav class="guide__contents" aria-label=(t("guide-contents")) {
            ul {
                @for anchor in anchors(guide) {
                    li { a href={ "#" (anchor) } { (t(&format!("guide-{anchor}"))) } }
                }
            }
        }
    }
}

/// The parts that this guide has.
fn anchors(guide: &Guide) -> impl Iterator<Item = &'static str> {
    [
        ("conditions", !guide.conditions.is_empty()),
        ("materials", true),
        ("time", true),
        ("cost", true),
        ("where", true),
        ("result", guide.result.is_some()),
        ("questions", !guide.faq.is_empty()),
        ("rights", !guide.rights.is_empty()),
        ("duties", !guide.duties.is_empty()),
        ("review", guide.review.is_some()),
        ("law", !guide.legal_basis.is_empty()),
    ]
    .into_iter()
    .filter_map(|(anchor, there)| there.then_some(anchor))
}

fn sections(item: &ItemView, guide: &Guide) -> Markup {
    html! {
        @for anchor in anchors(guide) { (section(anchor, part(anchor, guide))) }
        (section("catalogue", facts::all(item, guide)))
    }
}

fn section(anchor: &str, body: Markup) -> Markup {
    html! {
        section class="guide__section" id=(anchor) aria-labelledby={ (anchor) "-title" } {
            h2 class="guide__title" id={ (anchor) "-title" } { (t(&format!("guide-{anchor}"))) }
            (body)
        }
    }
}

fn part(anchor: &str, guide: &Guide) -> Markup {
    match anchor {
        "conditions" => bullets(&guide.conditions),
        "materials" => materials::list(&guide.materials),
        "time" => time(guide),
        "cost" => cost(guide),
        "where" => places::all(guide),
        "questions" => questions(guide),
        "rights" => bullets(&guide.rights),
        "duties" => bullets(&guide.duties),
        "law" => law(&guide.legal_basis),
        _ => html! {
            @if let ("result", Some(result)) = (anchor, &guide.result) { (outcome(guide, result)) }
            @if let ("review", Some(review)) = (anchor, &guide.review) {
                p class="prose" { (of(review)) }
            }
        },
    }
}

fn bullets(texts: &[Text]) -> Markup {
    html! {
        div class="prose" {
            ul { @for text in texts { li { (of(text)) } } }
        }
    }
}

fn time(guide: &Guide) -> Markup {
    let rows = [
        (t("guide-promised"), html! { (limit(guide.promised)) }),
        (t("guide-statutory"), html! { (limit(guide.statutory)) }),
    ];
    html! {
        (summary_list(&rows))
        p class="muted" { (t("guide-time-note")) }
        @if let Some(note) = &guide.limit_note { p class="prose" { (of(note)) } }
        @if !guide.special.is_empty() { (special(&guide.special)) }
        @if !guide.steps.is_empty() {
            h3 { (t("guide-procedure")) }
            ol class="guide__steps" { @for step in &guide.steps { (procedure_step(step)) } }
        }
    }
}

/// Steps that the limit does not count.
fn special(special: &[SpecialProcedure]) -> Markup {
    let takes = |step: &SpecialProcedure| {
        let takes = step
            .limit
            .map_or_else(|| t("special-open").to_owned(), limit);
        tf("special-limit", &[("limit", takes.into())])
    };
    html! {
        h3 { (t("guide-special")) }
        p class="muted" { (t("guide-special-note")) }
        div class="prose" {
            ul { @for step in special { li { (of(&step.name)) (takes(step)) } } }
        }
    }
}

fn procedure_step(step: &GuideStep) -> Markup {
    html! {
        li {
            p { strong { (of(&step.name)) } }
            p class="item-list__about" {
                @if let Some(who) = &step.who { span { (of(who)) } }
                @if let Some(share) = step.limit { span { (limit(share)) } }
            }
        }
    }
}

fn cost(guide: &Guide) -> Markup {
    if guide.fees.is_empty() {
        return html! { p { (t("guide-free-text")) } };
    }
    let rows: Vec<_> = guide
        .fees
        .iter()
        .map(|fee| {
            let basis = fee.basis.as_deref().unwrap_or_default();
            [
                html! { (of(&fee.name)) },
                html! { (fee.amount) },
                html! { (basis) },
            ]
        })
        .collect();
    let paying = if guide.online_payment {
        "fee-online"
    } else {
        "fee-at-counter"
    };
    let head = ["fee-name", "fee-amount", "fee-basis"];
    html! {
        (table(t("guide-cost"), head, &rows))
        p { (t(paying)) }
    }
}

fn outcome(guide: &Guide, result: &GuideResult) -> Markup {
    let mut rows = vec![
        (t("result-name"), html! { (of(&result.name)) }),
        (t("result-kind"), html! { (t(result.kind.key())) }),
    ];
    if let Some(validity) = &result.validity {
        rows.push((t("result-validity"), html! { (of(validity)) }));
    }
    if result.electronic {
        let electronic = html! { (t("result-electronic-text")) };
        rows.push((t("result-electronic"), electronic));
    }
    if !guide.delivery.is_empty() {
        let ways = listed(guide.delivery.iter().map(|way| way.key()));
        rows.push((t("result-delivery"), html! { (ways) }));
    }
    let sample = html! {
        div class="guide__sample" { @for line in &result.sample { p { (of(line)) } } }
    };
    html! {
        (summary_list(&rows))
        @if !result.sample.is_empty() { (disclosure(t("result-sample"), &sample)) }
    }
}

fn questions(guide: &Guide) -> Markup {
    html! {
        @for faq in &guide.faq {
            (disclosure(of(&faq.question), &html! { (of(&faq.answer)) }))
        }
    }
}

fn law(basis: &[LegalBasis]) -> Markup {
    html! {
        div class="prose" {
            ul {
                @for basis in basis {
                    li {
                        p {
                            @match &basis.url {
                                Some(url) => a href=(url) { (basis.law) },
                                None => (basis.law),
                            }
                            @if let Some(article) = &basis.article { " " (article) }
                        }
                        @if let Some(text) = &basis.text { p class="muted" { (text) } }
                    }
                }
            }
        }
    }
}
