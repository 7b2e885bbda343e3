//! The guide 办事指南, in the order in which people ask: can I, what do I need, how long, what does it
//! cost, where; then everything else that has to be published (行政许可法 art. 30).

use domain::catalogue::{Delivery, Guide, GuideResult, GuideStep, LegalBasis, SpecialProcedure};
use domain::{Locale, Text};
use leptos::prelude::*;
use portal::catalogue::ItemView;

use super::item::{facts, listed};
use super::materials::materials;
use super::words::limit;
use super::{authority, joint, money, places};
use crate::page::Ctx;
use crate::ui::{Disclosure, SummaryList, SummaryRow};

/// A part of the guide: its anchor, which is also the last part of its heading's key, and its body.
/// Parts without a body are left out.
type Part = (&'static str, Option<AnyView>);

fn parts(cx: &Ctx, item: &ItemView, guide: &Guide) -> Vec<Part> {
    vec![
        ("joint", joint::matters(cx, item)),
        ("conditions", bullets(cx, &guide.conditions)),
        ("materials", Some(materials(cx, &guide.materials))),
        ("time", Some(time(cx, guide))),
        ("cost", Some(money::cost(cx, guide))),
        ("where", Some(places::places(cx, guide))),
        (
            "result",
            guide
                .result
                .as_ref()
                .map(|result| outcome(cx, result, &guide.delivery)),
        ),
        ("questions", questions(cx, guide)),
        ("rights", bullets(cx, &guide.rights)),
        ("duties", bullets(cx, &guide.duties)),
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
    let power = authority::folded(cx, &guide.authority);
    let catalogue = view! { <SummaryList rows=facts(cx, item)/>{power} }.into_any();
    parts(cx, item, guide)
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
pub(super) fn contents(cx: &Ctx, item: &ItemView, guide: &Guide) -> impl IntoView + use<> {
    let here = [
        ("joint", joint::of(item).is_some()),
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
    let note = guide.limit_note.as_ref();
    let note = note.map(|note| view! { <p class="prose">{cx.text(note)}</p> });
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
        {note}
        {special(cx, &guide.special)}
        {steps}
    }
    .into_any()
}

/// Steps that the limit does not count (特别程序).
fn special(cx: &Ctx, special: &[SpecialProcedure]) -> Option<AnyView> {
    (!special.is_empty()).then(|| {
        let rows = special.iter().map(|step| {
            let takes = match step.limit {
                Some(takes) => limit(cx, takes),
                None => cx.t("special-open").to_owned(),
            };
            view! { <li>{cx.text(&step.name)}{cx.tf("special-limit", &[("limit", takes.into())])}</li> }
        });
        view! {
            <h3>{cx.t("guide-special")}</h3>
            <p class="muted">{cx.t("guide-special-note")}</p>
            <div class="prose"><ul>{rows.collect_view()}</ul></div>
        }
        .into_any()
    })
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

fn outcome(cx: &Ctx, result: &GuideResult, delivery: &[Delivery]) -> AnyView {
    let mut rows = vec![
        SummaryRow::new(cx.t("result-name"), cx.text(&result.name)),
        SummaryRow::new(cx.t("result-kind"), cx.t(result.kind.key())),
    ];
    let validity = result.validity.as_ref();
    rows.extend(
        validity.map(|validity| SummaryRow::new(cx.t("result-validity"), cx.text(validity))),
    );
    if result.electronic {
        let electronic = cx.t("result-electronic-text");
        rows.push(SummaryRow::new(cx.t("result-electronic"), electronic));
    }
    if !delivery.is_empty() {
        let ways = listed(cx, delivery.iter().map(|way| cx.t(way.key())));
        rows.push(SummaryRow::new(cx.t("result-delivery"), ways));
    }
    let sample = (!result.sample.is_empty()).then(|| {
        let lines = result.sample.iter();
        let lines: Vec<_> = lines.map(|line| view! { <p>{cx.text(line)}</p> }).collect();
        view! {
            <Disclosure summary=cx.t("result-sample")>
                <div class="guide__sample">{lines}</div>
            </Disclosure>
        }
    });
    view! { <SummaryList rows=rows/>{sample} }.into_any()
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
                let name = match &basis.url {
                    Some(url) => view! { <a href=url.clone()>{basis.law.clone()}</a> }.into_any(),
                    None => basis.law.clone().into_any(),
                };
                view! { <li lang=lang><p>{name}{article}</p>{words}</li> }
            })
            .collect();
        view! { <div class="prose"><ul>{items}</ul></div> }.into_any()
    })
}
