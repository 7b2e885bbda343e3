//! The ways to answer a material slot without a file: a certificate or a register answers it 免证办, it
//! follows later 容缺, or a promise stands in for it 告知承诺.

use domain::calendar::{DueDate, TimeLimit};
use domain::forms::{Exemption, MaterialSlot, SlotAnswer};
use leptos::prelude::*;
use portal::cases::CaseView;

use super::answers::source;
use crate::page::{Ctx, Surface};
use crate::ui::{Choice, Choices};

/// The choice between the ways; nothing where files are the only one.
pub(super) fn ways(cx: &Ctx, view: &CaseView, place: &MaterialSlot) -> Option<AnyView> {
    let mut ways = match cx.surface {
        Surface::Counter => place.ways_at_counter(),
        Surface::Web | Surface::Kiosk => place.ways(),
    };
    let chosen = chosen(view, place);
    // What an officer has noted stays chosen until the applicant says otherwise.
    if !ways.contains(&chosen) {
        ways.push(chosen);
    }
    if ways.len() < 2 {
        return None;
    }
    let options = ways
        .into_iter()
        .map(|way| option(cx, view, place, way))
        .collect();
    let legend = cx.tf("way-legend", &[("name", cx.plain(&place.name).into())]);
    Some(
        view! {
            <Choices
                name=format!("{}:way", place.key)
                legend=legend
                options=options
                chosen=vec![chosen.key().to_owned()]
            />
        }
        .into_any(),
    )
}

/// The way in which a slot is answered now.
fn chosen(view: &CaseView, place: &MaterialSlot) -> SlotAnswer {
    let answer = view.answers.value(&place.key);
    answer.and_then(SlotAnswer::parse).unwrap_or_default()
}

fn option(cx: &Ctx, view: &CaseView, place: &MaterialSlot, way: SlotAnswer) -> Choice {
    let label = match (way, cx.surface) {
        // Only the officer at the counter says it; the applicant reads that it was said.
        (SlotAnswer::Paper, Surface::Web | Surface::Kiosk) => cx.t("way-told-paper"),
        _ => cx.t(&format!("way-{}", way.key())),
    };
    let option = Choice::new(way.key(), label);
    match (way, &place.commitment, place.deferrable) {
        (SlotAnswer::Exempt, _, _) => option.hint(answered_by(cx, view, place)),
        (SlotAnswer::Later, _, Some(limit)) => {
            let within = limit_words(cx, limit);
            option.hint(cx.tf("way-later-hint", &[("limit", within.into())]))
        }
        (SlotAnswer::Promise, Some(commitment), _) => {
            let both = [
                ("first", cx.plain(&commitment.notice).into()),
                ("second", cx.plain(&commitment.promise).into()),
            ];
            option.hint(cx.tf("hint-joined", &both))
        }
        _ => option,
    }
}

/// What answers an exempt slot, or what would have to.
fn answered_by(cx: &Ctx, view: &CaseView, place: &MaterialSlot) -> String {
    if chosen(view, place) == SlotAnswer::Exempt
        && let Some(source) = source(cx, &view.sources, &view.answers, &place.key)
    {
        return source;
    }
    match place.exempt {
        Some(Exemption::Register(field)) => {
            let register = cx.t(&format!("register-{}", field.register().key()));
            cx.tf("way-exempt-by-register", &[("register", register.into())])
        }
        _ => cx.t("way-exempt-by-certificate").to_owned(),
    }
}

fn limit_words(cx: &Ctx, limit: TimeLimit) -> String {
    cx.tf(limit.unit.key(), &[("n", i64::from(limit.number).into())])
}

/// How a slot without files was answered; nothing when files were meant. `until` is the last day for what
/// follows, once it is known.
pub(crate) fn told(
    cx: &Ctx,
    view: &CaseView,
    place: &MaterialSlot,
    until: Option<DueDate>,
) -> Option<AnyView> {
    let words = match chosen(view, place) {
        SlotAnswer::Files => return None,
        SlotAnswer::Exempt => {
            let by = source(cx, &view.sources, &view.answers, &place.key)?;
            cx.tf("way-told-exempt", &[("source", by.into())])
        }
        SlotAnswer::Later => match until {
            Some(until) => cx.tf(
                "way-told-later-until",
                &[("date", cx.date(until.date).into())],
            ),
            None => {
                let within = place.deferrable.map(|limit| limit_words(cx, limit))?;
                cx.tf("way-told-later", &[("limit", within.into())])
            }
        },
        SlotAnswer::Paper => cx.t("way-told-paper").to_owned(),
        SlotAnswer::Promise => {
            let promise = cx.plain(&place.commitment.as_ref()?.promise);
            cx.tf("way-told-promise", &[("promise", promise.into())])
        }
    };
    Some(words.into_any())
}
