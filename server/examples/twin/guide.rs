//! The guide of one service.

use app::{Site, paths};
use domain::catalogue::{Guide, GuideStep, LegalBasis, Opening, Place};
use domain::{Locale, Text};
use maud::{Markup, PreEscaped, html};
use portal::Internal;
use portal::catalogue::ItemView;
use portal::texts::Value;

use super::frame::document;
use super::pieces::{disclosure, phone, summary_list, tags, topic_name};
use super::words::{civil, counted, limit, listed, of, t, tf};
use super::{glance, materials};

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
                (sidebar(item, guide))
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

/// The way in, then whom to ask.
fn sidebar(item: &ItemView, guide: &Guide) -> Markup {
    html! {
        aside class="guide__sidebar" aria-label=(t("guide-side")) {
            div class="guide__start" {
                form class="stack stack--tight" method="post" action=(paths::door::START) {
                    input type="hidden" name="item" value=(item.row.code.as_str());
                    button class="button" type="submit" { (t("apply")) }
                    p class="muted" { (t("apply-sign-in")) }
                }
            }
            div class="guide__help" { (help(item, guide)) }
        }
    }
}

fn help(item: &ItemView, guide: &Guide) -> Markup {
    let there = |number: &'_ &str| !number.is_empty();
    let consult = Some(guide.consult_phone.as_str())
        .filter(there)
        .or(item.department.phone.as_deref());
    let complain = Some(guide.complaint_phone.as_str()).filter(there);
    let mut rows = vec![(t("item-department"), html! { (of(&item.department.name)) })];
    rows.extend(consult.map(|number| (t("guide-consult"), phone(number))));
    rows.extend(complain.map(|number| (t("guide-complain"), phone(number))));
    summary_list(&rows)
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
        ("review", guide.review.is_some()),
        ("law", !guide.legal_basis.is_empty()),
    ]
    .into_iter()
    .filter_map(|(anchor, there)| there.then_some(anchor))
}

fn sections(item: &ItemView, guide: &Guide) -> Markup {
    html! {
        @for anchor in anchors(guide) { (section(anchor, part(anchor, guide))) }
        (section("catalogue", facts(item)))
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
        "where" => places(guide),
        "result" => outcome(guide),
        "questions" => questions(guide),
        "rights" => bullets(&guide.rights),
        "review" => {
            html! { @if let Some(review) = &guide.review { p class="prose" { (of(review)) } } }
        }
        "law" => law(&guide.legal_basis),
        _ => PreEscaped(String::new()),
    }
}

fn bullets(texts: &[Text]) -> Markup {
    html! {
        div class="prose" {
            ul { @for text in texts { li { (of(text)) } } }
        }
    }
}

fn table<const N: usize>(caption: &str, head: [&str; N], rows: &[[Markup; N]]) -> Markup {
    html! {
        table class="table" {
            caption class="visually-hidden" { (caption) }
            thead { tr { @for key in head { th scope="col" { (t(key)) } } } }
            tbody {
                @for row in rows {
                    tr {
                        @for (at, (cell, key)) in row.iter().zip(head).enumerate() {
                            @if at == 0 {
                                th scope="row" data-column=(t(key)) { (cell) }
                            } @else {
                                td data-column=(t(key)) { (cell) }
                            }
                        }
                    }
                }
            }
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
        @if !guide.steps.is_empty() {
            h3 { (t("guide-procedure")) }
            ol class="guide__steps" { @for step in &guide.steps { (procedure_step(step)) } }
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
    table(
        t("guide-cost"),
        ["fee-name", "fee-amount", "fee-basis"],
        &rows,
    )
}

fn places(guide: &Guide) -> Markup {
    let mut rows = Vec::new();
    if !guide.channels.is_empty() {
        let channels = listed(guide.channels.iter().map(|channel| channel.key()));
        rows.push((t("guide-channels"), html! { (channels) }));
    }
    let visits = html! {
        (counted("guide-visits", guide.on_site_visits))
        @if let Some(reason) = &guide.on_site_reason { p class="muted" { (of(reason)) } }
    };
    rows.push((t("guide-visits-label"), visits));
    html! {
        (summary_list(&rows))
        div class="grid grid--wide" { @for place in &guide.places { (counter(place)) } }
    }
}

fn hours(place: &Place) -> Markup {
    html! {
        @for opening in &place.hours {
            @let key = if opening.from_day == opening.to_day { "hours-day" } else { "hours-days" };
            p { (tf(key, &said(opening))) }
        }
        @if let Some(note) = &place.hours_note { p class="muted" { (of(note)) } }
    }
}

fn said(opening: &Opening) -> [(&'static str, Value<'static>); 4] {
    let day = |day: u8| t(&format!("weekday-{day}"));
    [
        ("from", day(opening.from_day).into()),
        ("to", day(opening.to_day).into()),
        ("opens", opening.opens.format("%H:%M").to_string().into()),
        ("closes", opening.closes.format("%H:%M").to_string().into()),
    ]
}

fn counter(place: &Place) -> Markup {
    let mut rows = vec![
        (t("place-address"), html! { (of(&place.address)) }),
        (t("place-hours"), hours(place)),
    ];
    if !place.phone.is_empty() {
        rows.push((t("place-phone"), phone(&place.phone)));
    }
    html! {
        article class="card" {
            h3 class="card__title" { (of(&place.name)) }
            div class="card__body" { (summary_list(&rows)) }
        }
    }
}

fn outcome(guide: &Guide) -> Markup {
    let Some(result) = &guide.result else {
        return PreEscaped(String::new());
    };
    let mut rows = vec![
        (t("result-name"), html! { (of(&result.name)) }),
        (t("result-kind"), html! { (t(result.kind.key())) }),
    ];
    if let Some(validity) = &result.validity {
        rows.push((t("result-validity"), html! { (of(validity)) }));
    }
    if !guide.delivery.is_empty() {
        let ways = listed(guide.delivery.iter().map(|way| way.key()));
        rows.push((t("result-delivery"), html! { (ways) }));
    }
    summary_list(&rows)
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
                            (basis.law)
                            @if let Some(article) = &basis.article { " " (article) }
                        }
                        @if let Some(text) = &basis.text { p class="muted" { (text) } }
                    }
                }
            }
        }
    }
}

/// What the catalogue itself knows of the item.
fn facts(item: &ItemView) -> Markup {
    let row = &item.row;
    let mut rows = vec![(t("item-department"), html! { (of(&item.department.name)) })];
    if let Some(name) = item.main_item.as_deref()
        && name != row.name.get(Locale::ZhHans)
    {
        rows.push((t("item-main-item"), html! { (name) }));
    }
    rows.push((t("item-type"), html! { (t(row.item_type.key())) }));
    if let Some(handling) = row.handling {
        rows.push((t("item-handling"), html! { (t(handling.key())) }));
    }
    if !row.audiences.is_empty() {
        let audiences = listed(row.audiences.iter().map(|audience| audience.key()));
        rows.push((t("items-audience"), html! { (audiences) }));
    }
    rows.push((
        t("item-code"),
        html! { span class="number" { (row.code.as_str()) } },
    ));
    if let Some(version) = item.version {
        rows.push((t("item-version"), html! { (version) }));
    }
    summary_list(&rows)
}
