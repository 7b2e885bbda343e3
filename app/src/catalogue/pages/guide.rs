//! The guide 办事指南, in the order in which people ask: can I, what do I need, how long, what does it
//! cost, where; then everything else that has to be published (行政许可法 art. 30).

use domain::catalogue::{Delivery, Fee, Guide, GuideResult, GuideStep, LegalBasis, Place};
use domain::{Locale, Text};
use leptos::prelude::*;
use portal::catalogue::ItemView;

use super::item::{facts, listed};
use super::materials::materials;
use super::side::phone;
use super::words::limit;
use crate::page::Ctx;
use crate::ui::{Card, Disclosure, SummaryList, SummaryRow, Table};

/// A part of the guide: its anchor, which is also the last part of its heading's key, and its body.
/// Parts without a body are left out.
type Part = (&'static str, Option<AnyView>);

fn parts(cx: &Ctx, guide: &Guide) -> Vec<Part> {
    vec![
        ("conditions", bullets(cx, &guide.conditions)),
        ("materials", Some(materials(cx, &guide.materials))),
        ("time", Some(time(cx, guide))),
        ("cost", Some(cost(cx, &guide.fees))),
        ("where", Some(places(cx, guide))),
        (
            "result",
            guide
                .result
                .as_ref()
                .map(|result| outcome(cx, result, &guide.delivery)),
        ),
        ("questions", questions(cx, guide)),
        ("rights", bullets(cx, &guide.rights)),
        (
            "review",
            guide
                .review
                .as_ref()
                .map(|review| view! { <p class="prose">{cx.text(review)}</p> }.into_any()),
        ),
        ("law", law(cx, &guide.legal_basis)),
    ]
}

/// All parts of the guide, and at the end what the catalogue says of the item.
pub(super) fn sections(cx: &Ctx, item: &ItemView, guide: &Guide) -> AnyView {
    let catalogue = view! { <SummaryList rows=facts(cx, item)/> }.into_any();
    parts(cx, guide)
        .into_iter()
        .chain([("catalogue", Some(catalogue))])
        .filter_map(|(anchor, body)| body.map(|body| section(cx, anchor, body)))
        .collect_view()
        .into_any()
}

fn section(cx: &Ctx, anchor: &'static str, body: AnyView) -> impl IntoView + use<> {
    let heading = format!("{anchor}-title");
    let label = heading.clone();
    view! {
        <section class="guide__section" id=anchor aria-labelledby=label>
            <h2 class="guide__title" id=heading>{cx.t(&format!("guide-{anchor}"))}</h2>
            {body}
        </section>
    }
}

/// Links to the parts that this guide has.
pub(super) fn contents(cx: &Ctx, guide: &Guide) -> impl IntoView + use<> {
    let here = [
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
    ];
    let links: Vec<_> = here
        .into_iter()
        .filter(|(_, there)| *there)
        .map(|(anchor, _)| {
            view! { <li><a href=format!("#{anchor}")>{cx.t(&format!("guide-{anchor}"))}</a></li> }
        })
        .collect();
    view! {
        <nav class="guide__contents" aria-label=cx.t("guide-contents")>
            <ul>{links}</ul>
        </nav>
    }
}

fn bullets(cx: &Ctx, texts: &[Text]) -> Option<AnyView> {
    (!texts.is_empty()).then(|| {
        let items: Vec<_> = texts
            .iter()
            .map(|text| view! { <li>{cx.text(text)}</li> })
            .collect();
        view! { <div class="prose"><ul>{items}</ul></div> }.into_any()
    })
}

fn time(cx: &Ctx, guide: &Guide) -> AnyView {
    let rows = vec![
        SummaryRow::new(cx.t("guide-promised"), limit(cx, guide.promised)),
        SummaryRow::new(cx.t("guide-statutory"), limit(cx, guide.statutory)),
    ];
    let steps = (!guide.steps.is_empty()).then(|| {
        let steps: Vec<_> = guide
            .steps
            .iter()
            .map(|step| procedure_step(cx, step))
            .collect();
        view! {
            <h3>{cx.t("guide-procedure")}</h3>
            <ol class="guide__steps">{steps}</ol>
        }
    });
    view! {
        <SummaryList rows=rows/>
        <p class="muted">{cx.t("guide-time-note")}</p>
        {steps}
    }
    .into_any()
}

fn procedure_step(cx: &Ctx, step: &GuideStep) -> impl IntoView + use<> {
    let share = step
        .limit
        .map(|share| view! { <span>{limit(cx, share)}</span> });
    let who = step
        .who
        .as_ref()
        .map(|who| view! { <span>{cx.text(who)}</span> });
    view! {
        <li>
            <p><strong>{cx.text(&step.name)}</strong></p>
            <p class="item-list__about">{who}{share}</p>
        </li>
    }
}

fn cost(cx: &Ctx, fees: &[Fee]) -> AnyView {
    if fees.is_empty() {
        return view! { <p>{cx.t("guide-free-text")}</p> }.into_any();
    }
    let head = ["fee-name", "fee-amount", "fee-basis"]
        .map(|key| cx.t(key).into())
        .to_vec();
    let rows = fees
        .iter()
        .map(|fee| {
            let basis = fee.basis.as_deref().unwrap_or_default();
            vec![
                cx.text(&fee.name),
                cx.text(&Text::zh(fee.amount.as_str())),
                cx.text(&Text::zh(basis)),
            ]
        })
        .collect();
    view! { <Table caption=cx.t("guide-cost") head=head rows=rows hide_caption=true/> }.into_any()
}

fn places(cx: &Ctx, guide: &Guide) -> AnyView {
    let channels = listed(cx, guide.channels.iter().map(|channel| cx.t(channel.key())));
    let visits = cx.tf(
        "guide-visits",
        &[("n", i64::from(guide.on_site_visits).into())],
    );
    let mut rows = Vec::new();
    if !guide.channels.is_empty() {
        rows.push(SummaryRow::new(cx.t("guide-channels"), channels));
    }
    let reason = guide
        .on_site_reason
        .as_ref()
        .map(|reason| view! { <p class="muted">{cx.text(reason)}</p> });
    rows.push(SummaryRow::new(
        cx.t("guide-visits-label"),
        view! { {visits}{reason} },
    ));
    let counters: Vec<_> = guide
        .places
        .iter()
        .map(|place| counter(cx, place))
        .collect();
    view! {
        <SummaryList rows=rows/>
        <div class="grid grid--wide">{counters}</div>
    }
    .into_any()
}

fn counter(cx: &Ctx, place: &Place) -> impl IntoView + use<> {
    let mut rows = vec![
        SummaryRow::new(cx.t("place-address"), cx.text(&place.address)),
        SummaryRow::new(cx.t("place-hours"), hours(cx, place)),
    ];
    if !place.phone.is_empty() {
        rows.push(SummaryRow::new(
            cx.t("place-phone"),
            phone(cx, &place.phone),
        ));
    }
    view! { <Card title=cx.plain(&place.name)><SummaryList rows=rows/></Card> }
}

/// The hours of a week, a line for each stretch, and what they do not say.
fn hours(cx: &Ctx, place: &Place) -> AnyView {
    let day = |day: u8| cx.t(&format!("weekday-{day}"));
    let lines = place.hours.iter().map(|opening| {
        let said = [
            ("from", day(opening.from_day).into()),
            ("to", day(opening.to_day).into()),
            ("opens", opening.opens.format("%H:%M").to_string().into()),
            ("closes", opening.closes.format("%H:%M").to_string().into()),
        ];
        let key = if opening.from_day == opening.to_day {
            "hours-day"
        } else {
            "hours-days"
        };
        view! { <p>{cx.tf(key, &said)}</p> }
    });
    let note = place
        .hours_note
        .as_ref()
        .map(|note| view! { <p class="muted">{cx.text(note)}</p> });
    view! { {lines.collect_view()}{note} }.into_any()
}

fn outcome(cx: &Ctx, result: &GuideResult, delivery: &[Delivery]) -> AnyView {
    let mut rows = vec![
        SummaryRow::new(cx.t("result-name"), cx.text(&result.name)),
        SummaryRow::new(cx.t("result-kind"), cx.t(result.kind.key())),
    ];
    rows.extend(
        result
            .validity
            .as_ref()
            .map(|validity| SummaryRow::new(cx.t("result-validity"), cx.text(validity))),
    );
    if !delivery.is_empty() {
        let ways = listed(cx, delivery.iter().map(|way| cx.t(way.key())));
        rows.push(SummaryRow::new(cx.t("result-delivery"), ways));
    }
    view! { <SummaryList rows=rows/> }.into_any()
}

fn questions(cx: &Ctx, guide: &Guide) -> Option<AnyView> {
    (!guide.faq.is_empty()).then(|| {
        guide
            .faq
            .iter()
            .map(|faq| {
                let (question, answer) = (cx.plain(&faq.question), cx.text(&faq.answer));
                view! { <Disclosure summary=question>{answer}</Disclosure> }
            })
            .collect_view()
            .into_any()
    })
}

/// Laws are quoted in Chinese: that is the text that counts.
fn law(cx: &Ctx, basis: &[LegalBasis]) -> Option<AnyView> {
    let lang = (cx.locale != Locale::ZhHans).then_some(Locale::ZhHans.tag());
    (!basis.is_empty()).then(|| {
        let items: Vec<_> = basis
            .iter()
            .map(|basis| {
                let article = basis.article.clone().map(|article| view! { " "{article} });
                let words = basis
                    .text
                    .clone()
                    .map(|text| view! { <p class="muted">{text}</p> });
                view! { <li lang=lang><p>{basis.law.clone()}{article}</p>{words}</li> }
            })
            .collect();
        view! { <div class="prose"><ul>{items}</ul></div> }.into_any()
    })
}
