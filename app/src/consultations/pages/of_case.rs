//! What a department has asked others about a case of its own, on the page of the case.

use chrono::{DateTime, Utc};
use domain::consultations::Closing;
use leptos::prelude::*;
use portal::consultations::ConsultationView;
use portal::desk::DeskCase;

use crate::desk::pages::light;
use crate::page::Ctx;
use crate::paths;
use crate::ui::{Button, ButtonKind, Tag, TagKind, TimelineRow};

/// The questions with their answers, and the way to ask one more.
pub(crate) fn of_case(cx: &Ctx, case: &DeskCase) -> Option<AnyView> {
    let id = &case.view.case.id;
    let handles = cx.officer().is_ok_and(|officer| officer.role.has_cases());
    let can_ask = handles && case.is_own && case.view.case.state.can_be_consulted_on();
    if !can_ask && case.consultations.is_empty() {
        return None;
    }
    let all = case.consultations.iter();
    let all: Vec<_> = all.map(|one| question(cx, case, one, handles)).collect();
    let ask = can_ask.then(|| {
        let href = paths::desk_consult(id);
        view! { <p><a href=href>{cx.t("consultation-ask")}</a></p> }
    });
    Some(
        view! {
            <section class="sheet stack stack--tight" id="consultations">
                <h2 class="sheet__title">{cx.t("consultation-title")}</h2>
                {all}
                {ask}
            </section>
        }
        .into_any(),
    )
}

fn question(cx: &Ctx, case: &DeskCase, one: &ConsultationView, handles: bool) -> AnyView {
    let line = cx.tf(
        "consultation-asked-line",
        &[
            ("name", one.asked_by.clone().into()),
            ("at", cx.date_time(one.asked_at).into()),
            ("due", cx.date(one.due).into()),
        ],
    );
    let state = match (&one.clock, &one.closing) {
        (Some((days, colour)), _) => light(cx, *colour, Some(*days)),
        (None, Some((closing, ..))) => closed(cx, *closing),
        (None, None) => ().into_any(),
    };
    let text = one.question.as_ref().map(|text| cx.written(text));
    let answer = one.answer.as_ref().map(|answer| {
        let key = format!("consultation-opinion-{}", answer.opinion.key());
        let opinion = cx.t(&key);
        let text = cx.written(&answer.text);
        view! { <p><strong>{opinion}</strong></p> <blockquote>{text}</blockquote> }
    });
    let shared = shared(cx, case, one);
    let withdraw = (handles && one.closing.is_none()).then(|| {
        let (case, id, about) = (one.case.to_string(), one.id.clone(), cx.plain(&one.asked));
        view! {
            <form method="post" action=paths::door::DESK_CONSULT_WITHDRAW>
                <input type="hidden" name="case" value=case/>
                <input type="hidden" name="id" value=id/>
                <Button label=cx.t("consultation-withdraw") kind=ButtonKind::Link about=about/>
            </form>
        }
    });
    view! {
        <article class="stack stack--tight">
            <h3>{cx.text(&one.asked)}</h3>
            <p>{state}</p>
            <blockquote>{text}</blockquote>
            <p class="hint">{line}</p>
            {shared}
            {answer}
            {withdraw}
        </article>
    }
    .into_any()
}

/// The names of the files that the asked department could open.
fn shared(cx: &Ctx, case: &DeskCase, one: &ConsultationView) -> AnyView {
    let files = case.view.materials.iter();
    let files = files.filter(|file| one.materials.contains(&file.id));
    let names: Vec<_> = files
        .map(|file| crate::cases::pages::file_name(cx, file))
        .collect();
    let text = if names.is_empty() {
        cx.t("consultation-shared-none").to_owned()
    } else {
        let names = names.join(cx.t("list-comma"));
        cx.tf("consultation-shared", &[("names", names.into())])
    };
    view! { <p class="hint">{text}</p> }.into_any()
}

/// How a question ended.
pub(super) fn closed(cx: &Ctx, closing: Closing) -> AnyView {
    let kind = match closing {
        Closing::Answered => TagKind::Success,
        Closing::Withdrawn | Closing::Overtaken => TagKind::Neutral,
    };
    let text = cx.t(&format!("consultation-closing-{}", closing.key()));
    view! { <Tag kind=kind text=text/> }.into_any()
}

/// What happened to the questions, for the history of the case.
pub(crate) fn happened(cx: &Ctx, all: &[ConsultationView]) -> Vec<(DateTime<Utc>, TimelineRow)> {
    let mut events = Vec::new();
    for one in all {
        let name = cx.plain(&one.asked);
        let title = cx.tf("consultation-event-asked", &[("name", name.clone().into())]);
        let asked = event(
            cx,
            one.asked_at,
            title,
            Some(&one.asked_by),
            one.question.as_ref(),
        );
        events.push((one.asked_at, asked));
        if let Some((closing, at, by)) = &one.closing {
            let key = format!("consultation-event-{}", closing.key());
            let title = cx.tf(&key, &[("name", name.into())]);
            let said = one.answer.as_ref().map(|answer| {
                let opinion = cx.t(&format!("consultation-opinion-{}", answer.opinion.key()));
                [opinion, answer.text.as_str()].join("\n")
            });
            events.push((*at, event(cx, *at, title, by.as_ref(), said.as_ref())));
        }
    }
    events
}

fn event(
    cx: &Ctx,
    at: DateTime<Utc>,
    title: String,
    by: Option<&String>,
    text: Option<&String>,
) -> TimelineRow {
    let by = by.cloned();
    let by = by.unwrap_or_else(|| cx.t("party-system").to_owned());
    TimelineRow::new(cx.date_time(at), title)
        .who(Some(by))
        .note_lang(text.and_then(|text| cx.lang_of(text)))
        .note(text.cloned())
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::cases::{CaseState, Light};
    use domain::consultations::Opinion;
    use domain::{CaseId, MaterialId, Text};
    use portal::consultations::AnswerView;

    use super::*;
    use crate::cases::testing::{case, in_state, with_photo};
    use crate::desk::pages::testing::desk_case;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::Timeline;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn open() -> ConsultationView {
        ConsultationView {
            id: "q-1".to_owned(),
            case: CaseId::new("c-1"),
            asking: Text::zh(HOSTILE),
            asked: Text::zh(HOSTILE),
            asked_by: HOSTILE.to_owned(),
            asked_at: DateTime::UNIX_EPOCH,
            due: NaiveDate::default(),
            clock: Some((-2, Light::Red)),
            question: Some(HOSTILE.to_owned()),
            closing: None,
            answer: None,
            materials: vec![MaterialId::new("m-1")],
        }
    }

    fn answered() -> ConsultationView {
        ConsultationView {
            clock: None,
            closing: Some((
                Closing::Answered,
                DateTime::UNIX_EPOCH,
                Some(HOSTILE.to_owned()),
            )),
            answer: Some(AnswerView {
                opinion: Opinion::Object,
                text: HOSTILE.to_owned(),
            }),
            ..open()
        }
    }

    #[tokio::test]
    async fn a_case_shows_what_was_asked_and_answered() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/cases/c-1").await;
        let withdrawn = CaseState::Withdrawn {
            at: DateTime::UNIX_EPOCH,
            silent: false,
        };
        let mut over = desk_case(in_state(with_photo(case(&[]), HOSTILE), withdrawn));
        assert!(of_case(&cx, &over).is_none(), "nothing was asked");
        over.consultations = vec![open(), answered()];
        let events = happened(&cx, &over.consultations);
        assert_eq!(events.len(), 3);
        let html = html(|| {
            let rows = events.into_iter().map(|(_, row)| row).collect();
            view! { {of_case(&cx, &over)} <Timeline rows=rows/> }
        });
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "action=\"/do/desk-consult-withdraw\"",
                "2 working days overdue",
                "Objection",
                "Answered",
            ],
        );
        assert_eq!(html.matches("desk-consult-withdraw").count(), 1);
        assert!(!html.contains("/desk/cases/c-1/consult\""), "it has ended");
        assert!(
            !html.contains(">consultation-"),
            "a text is missing: {html}"
        );
    }
}
