//! The asked department reads a question with what is shared of the case, and answers.

use std::sync::Arc;

use domain::consultations::{MAX_ANSWER_CHARS, Opinion};
use leptos::prelude::*;
use portal::cases::CaseView;
use portal::consultations::{Consulted, Shared};

use super::of_case::closed;
use super::{news, status};
use crate::consultations::doors::answer_form;
use crate::desk::pages::{answers, light, material};
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Banner, BannerKind, Breadcrumb, Button, Choice, Choices, SummaryList, SummaryRow, TextArea,
};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let id = params.path("id");
    let officer = cx.officer()?;
    let found = cx.portal.consultations().open(officer, id).await?;
    let found = found.ok_or(PageError::NotFound)?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(&answer_form(id)).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    let done = params.query("done").is_some() && found.consultation.answer.is_some();
    let status = status(&kept);
    let title = cx.t("consultation-page-title");
    Ok(Page::new(title, move || view(&cx, &found, &kept, done))
        .layout(Layout::Desk)
        .status(status))
}

fn view(cx: &Ctx, found: &Consulted, kept: &Kept, done: bool) -> impl IntoView + use<> {
    let trail = vec![(
        paths::desk_list(&[("tab", "consulted")]),
        cx.t("inbox-tab-consulted").into(),
    )];
    let one = &found.consultation;
    let done =
        done.then(|| view! { <Banner title=cx.t("consultation-done") kind=BannerKind::Success/> });
    let state = match (&one.clock, &one.closing) {
        (Some((days, colour)), _) => light(cx, *colour, Some(*days)),
        (None, Some((closing, ..))) => closed(cx, *closing),
        (None, None) => ().into_any(),
    };
    let shared = found.shared.as_ref().map(|shared| {
        view! {
            {answers(cx, &shared.view)}
            {files(cx, &shared.view)}
        }
    });
    view! {
        <div class="container stack">
            <Breadcrumb trail=trail/>
            {news(cx, kept)}
            {done}
            <header class="page-header">
                <h1>{cx.text(&found.item_name)}</h1>
                <p class="desk-state">{state}</p>
            </header>
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("consultation-question")}</h2>
                {question(cx, found)}
            </section>
            {shared}
            {said(cx, found)}
            {found.can_answer.then(|| form(cx, found, kept))}
        </div>
    }
}

fn question(cx: &Ctx, found: &Consulted) -> AnyView {
    let one = &found.consultation;
    let text = match &one.question {
        Some(text) => view! { <blockquote>{cx.written(text)}</blockquote> }.into_any(),
        None => view! { <p>{cx.t("consultation-gone")}</p> }.into_any(),
    };
    let mut rows = vec![
        SummaryRow::new(cx.t("consultation-column-number"), found.number.to_string()),
        SummaryRow::new(cx.t("consultation-asked-by"), cx.text(&one.asking)),
        SummaryRow::new(cx.t("consultation-officer"), one.asked_by.clone()),
        SummaryRow::new(
            cx.t("consultation-column-asked"),
            cx.date_time(one.asked_at),
        ),
        SummaryRow::new(cx.t("consultation-column-due"), cx.date(one.due)),
    ];
    let applicant = found.shared.as_ref().map(|shared: &Shared| {
        SummaryRow::new(cx.t("desk-column-applicant"), shared.applicant_name.clone())
    });
    rows.extend(applicant);
    view! { {text} <SummaryList rows=rows/> }.into_any()
}

/// The materials that were picked for this department, by what they are.
fn files(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let reading = view.read(cx.today());
    let slots = reading.steps().into_iter();
    let slots = slots.flat_map(|step| reading.materials(step));
    let rows: Vec<_> = slots
        .filter_map(|slot| {
            let files = view.materials.iter().filter(|file| file.slot == slot.key);
            let files: Vec<_> = files.map(|file| material(cx, view, file)).collect();
            (!files.is_empty()).then(|| SummaryRow::new(cx.plain(&slot.name), files))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("desk-materials")}</h2>
                <SummaryList rows=rows/>
            </section>
        }
        .into_any()
    })
}

/// What the department has answered.
fn said(cx: &Ctx, found: &Consulted) -> Option<AnyView> {
    let answer = found.consultation.answer.as_ref()?;
    let opinion = cx.t(&format!("consultation-opinion-{}", answer.opinion.key()));
    let closing = found.consultation.closing.as_ref();
    let line = closing.map(|(_, at, by)| {
        let by = by.clone().unwrap_or_default();
        format!("{by} {}", cx.date_time(*at))
    });
    Some(
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("consultation-answer")}</h2>
                <p><strong>{opinion}</strong></p>
                <blockquote>{cx.written(&answer.text)}</blockquote>
                <p class="hint">{line}</p>
                <p class="hint">{cx.t("consultation-answered-hint")}</p>
            </section>
        }
        .into_any(),
    )
}

fn form(cx: &Ctx, found: &Consulted, kept: &Kept) -> AnyView {
    let error = |name: &str| kept.problem(name).map(|key| cx.t(key));
    let options = Opinion::ALL.map(|one| {
        let label = cx.t(&format!("consultation-opinion-{}", one.key()));
        Choice::new(one.key(), label)
    });
    let (chosen, text) = (vec![kept.value("opinion")], kept.value("text"));
    let most = u16::try_from(MAX_ANSWER_CHARS).unwrap_or(u16::MAX);
    let id = found.consultation.id.clone();
    view! {
        <section class="sheet">
            <h2 class="sheet__title">{cx.t("consultation-answer")}</h2>
            <form class="form" method="post" action=paths::door::DESK_CONSULT_ANSWER>
                <input type="hidden" name="id" value=id/>
                <Choices
                    name="opinion"
                    legend=cx.t("consultation-opinion")
                    options=options.into()
                    chosen=chosen
                    error=error("opinion")
                />
                <TextArea
                    name="text"
                    label=cx.t("consultation-answer-text")
                    hint=cx.t("consultation-answer-hint")
                    value=text
                    error=error("text")
                    required=false
                    max=most
                />
                <Button label=cx.t("consultation-answer-send")/>
            </form>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use domain::cases::{CaseNumber, Light};
    use domain::consultations::Closing;
    use domain::{CaseId, Text};
    use portal::consultations::{AnswerView, ConsultationView};

    use super::*;
    use crate::cases::testing::{case, with_photo};
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn open() -> Consulted {
        Consulted {
            consultation: ConsultationView {
                id: "q-1".to_owned(),
                case: CaseId::new("c-1"),
                asking: Text::zh(HOSTILE),
                asked: Text::zh(HOSTILE),
                asked_by: HOSTILE.to_owned(),
                asked_at: DateTime::UNIX_EPOCH,
                due: NaiveDate::default(),
                clock: Some((1, Light::Yellow)),
                question: Some(HOSTILE.to_owned()),
                closing: None,
                answer: None,
                materials: Vec::new(),
            },
            number: CaseNumber::compose("990100", NaiveDate::default(), 1).unwrap(),
            item_name: Text::zh(HOSTILE),
            shared: Some(Shared {
                view: with_photo(case(&[("phone", "13800000000")]), HOSTILE),
                applicant_name: HOSTILE.to_owned(),
            }),
            can_answer: true,
        }
    }

    #[tokio::test]
    async fn a_question_is_read_with_what_is_shared() {
        let path = "/desk/consultations/q-1";
        let (_folder, cx) = context(officer("Qin"), Surface::Web, path).await;
        let mut kept = Kept::default();
        kept.values.insert("text".to_owned(), HOSTILE.to_owned());
        let problem = ("opinion", "consultation-opinion-missing");
        kept.problems
            .push((problem.0.to_owned(), problem.1.to_owned()));
        let shown = html(|| view(&cx, &open(), &kept, false));
        assert_escaped(&shown);
        assert_contains(
            &shown,
            &[
                "action=\"/do/desk-consult-answer\"",
                "value=\"object\"",
                "/materials/m-1",
                "13800000000",
                "Say what your department thinks",
            ],
        );
        let mut over = open();
        over.shared = None;
        over.can_answer = false;
        over.consultation.clock = None;
        over.consultation.answer = Some(AnswerView {
            opinion: Opinion::None,
            text: HOSTILE.to_owned(),
        });
        let closing = (Closing::Answered, DateTime::UNIX_EPOCH, None);
        over.consultation.closing = Some(closing);
        let shown = html(|| view(&cx, &over, &Kept::default(), true));
        assert_escaped(&shown);
        assert_contains(&shown, &["No opinion", "Your answer is on its way"]);
        assert!(!shown.contains("<form"), "{shown}");
        over.consultation.answer = None;
        over.consultation.question = None;
        let shown = html(|| view(&cx, &over, &Kept::default(), true));
        assert_contains(&shown, &["no longer shown"]);
        for missing in [">consultation-", ">desk-", ">inbox-"] {
            assert!(!shown.contains(missing), "a text is missing: {shown}");
        }
    }
}
