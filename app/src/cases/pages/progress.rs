//! One case: where it stands, what happened, what can be done.

use std::sync::Arc;

use domain::calendar::{Calendar, DueDate};
use domain::cases::CaseState;
use leptos::prelude::*;
use portal::cases::{CaseView, HistoryRow, PartyKind};

use super::answers::sections;
use super::joint;
use super::material_follow_up;
use super::messages::messages;
use super::notes::Note;
use super::side::sidebar;
use super::standing::{by_hand, correction, procedure, refusal};
use super::{open, state_key, state_tag};
use crate::cases::doors::message_form;
use crate::catalogue::pages::due;
use crate::page::{Ctx, Kept, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Disclosure, SummaryList, SummaryRow, Timeline, TimelineRow};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let view = open(&cx, &params).await?;
    let calendar = cx.portal.catalogue().calendar().await?;
    let note = Note::read(&params);
    let title = cx.tf(
        "case-page-title",
        &[("item", cx.plain(&view.item_name).into())],
    );
    let id = &view.case.id;
    let citizen = cx.citizen()?;
    let thread = cx.portal.cases().messages(citizen, id).await?;
    if thread.messages.iter().any(|it| it.from_office && !it.read) {
        cx.portal.cases().read_messages(citizen, id).await?;
    }
    let kept = match params.query("writing") {
        Some(_) => cx
            .visitor
            .kept(&message_form(id))
            .await?
            .unwrap_or_default(),
        None => Kept::default(),
    };
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    Ok(Page::new(title, move || {
        let messages = messages(&cx, &view, &thread, &kept);
        view! { {body(&cx, &view, &calendar, note)} {messages} }
    })
    .status(status))
}

fn body(cx: &Ctx, view: &CaseView, calendar: &Calendar, note: Note) -> impl IntoView + use<> {
    let about = cx.t(&state_key("case-about", view.case.state.key()));
    let history = (!view.history.is_empty()).then(|| history(cx, &view.history));
    let answers = sections(cx, view, false);
    view! {
        <div class="container">
            <Breadcrumb trail=joint::trail(cx, view)/>
            <header class="page-header">
                <h1>{cx.text(&view.item_name)}</h1>
                <p>{state_tag(cx, view.case.state.key())}</p>
                <p class="lead">{about}</p>
            </header>
            <div class="case__news">
                {note.banner(cx)}
                {correction(cx, view)}
                {refusal(cx, view)}
                {procedure(cx, view)}
                {by_hand(cx, view)}
            </div>
            <div class="case">
                {sidebar(cx, view)}
                <div class="case__main">
                    <SummaryList rows=facts(cx, view, calendar)/>
                    {material_follow_up::section(cx, view, calendar)}
                    {joint::section(cx, view)}
                    {documents(cx, view)}
                    {history}
                    <Disclosure summary=cx.t("case-answers")>
                        <div class="stack">{answers}</div>
                    </Disclosure>
                </div>
            </div>
        </div>
    }
}

fn facts(cx: &Ctx, view: &CaseView, calendar: &Calendar) -> Vec<SummaryRow> {
    let case = &view.case;
    let mut rows = Vec::new();
    rows.extend(case.number.as_ref().map(|number| {
        let number = number.to_string();
        SummaryRow::new(
            cx.t("case-number"),
            view! { <span class="number">{number}</span> },
        )
    }));
    rows.push(SummaryRow::new(
        cx.t("item-department"),
        cx.text(&view.department.name),
    ));
    rows.extend(
        view.submitted_at
            .map(|at| SummaryRow::new(cx.t("case-submitted-at"), cx.date_time(at))),
    );
    rows.extend(case.state.acceptance_due().map(|date| {
        SummaryRow::new(
            cx.t("case-acceptance-due"),
            counted_down(cx, date, calendar),
        )
    }));
    if let Some(clock) = &case.clock {
        rows.push(SummaryRow::new(
            cx.t("case-accepted-on"),
            cx.date(clock.accepted_on),
        ));
        if case.state.is_open() && !matches!(case.state, CaseState::Approved { .. }) {
            let promised = counted_down(cx, clock.promised_due, calendar);
            rows.push(SummaryRow::new(cx.t("case-promised-due"), promised));
            rows.push(SummaryRow::new(
                cx.t("case-statutory-due"),
                due(cx, clock.statutory_due),
            ));
        }
    }
    rows
}

/// A due date and the working days that are left until then.
fn counted_down(cx: &Ctx, date: DueDate, calendar: &Calendar) -> AnyView {
    let days = calendar.working_days_between(cx.today(), date.date);
    let left = match days {
        0 => cx.t("days-left-today").to_owned(),
        days if days > 0 => cx.tf("days-left", &[("n", days.into())]),
        days => cx.tf("days-over", &[("n", days.saturating_neg().into())]),
    };
    view! { {due(cx, date)} " " <span class="muted">{left}</span> }.into_any()
}

fn documents(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let documents = crate::documents::pages::documents(cx, &view.documents, paths::document)?;
    Some(
        view! {
            <section class="stack stack--tight" aria-labelledby="case-documents">
                <h2 id="case-documents">{cx.t("documents-title")}</h2>
                <p class="muted">{cx.t("documents-lead")}</p>
                {documents}
            </section>
        }
        .into_any(),
    )
}

fn history(cx: &Ctx, history: &[HistoryRow]) -> impl IntoView + use<> {
    let rows = history
        .iter()
        .rev()
        .map(|row| {
            let title = cx.t(&format!("case-event-{}", row.kind.key()));
            let who = match row.party {
                PartyKind::Applicant => cx.t("party-you"),
                party => cx.t(&format!("party-{}", party.key())),
            };
            TimelineRow::new(cx.date_time(row.at), title)
                .who(Some(who))
                .note(row.note.clone())
                .note_lang(row.note.as_deref().and_then(|note| cx.lang_of(note)))
        })
        .collect();
    view! {
        <section class="stack stack--tight" aria-labelledby="case-history">
            <h2 id="case-history">{cx.t("case-history")}</h2>
            <Timeline rows=rows/>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use domain::cases::{
        Approver, Delivery, Demands, Ending, EventKind, Ground, Point, ProcedureKind, Review,
        Target,
    };
    use domain::{AccountId, Locale};
    use portal::texts::exists;

    use super::*;
    use crate::cases::testing::{case, in_state};
    use crate::page::Surface;
    use crate::page::testing::{citizen, context};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn states() -> Vec<CaseState> {
        let (at, by) = (DateTime::UNIX_EPOCH, AccountId::new("officer"));
        let due = DueDate {
            date: NaiveDate::default(),
            provisional: true,
        };
        let reason = HOSTILE.to_owned();
        let marked = |target| Point {
            target,
            why: HOSTILE.to_owned(),
        };
        let asked = Demands {
            notice: reason.clone(),
            points: vec![
                marked(Target::Field {
                    key: "phone".to_owned(),
                }),
                marked(Target::Material {
                    slot: HOSTILE.to_owned(),
                    page: None,
                }),
            ],
        };
        vec![
            CaseState::Draft,
            CaseState::Prechecking {
                at,
                received_on: due.date,
                due,
                acceptance_due: due,
                again: false,
            },
            CaseState::Returned {
                at,
                by: by.clone(),
                asked: asked.clone(),
                due,
            },
            CaseState::Submitted {
                at,
                received_on: due.date,
                acceptance_due: due,
                corrected: false,
                looks: Vec::new(),
            },
            CaseState::CorrectionRequested {
                at,
                by: by.clone(),
                asked,
                due,
            },
            CaseState::Accepted {
                at,
                review: Review::default(),
            },
            CaseState::Suspended {
                at,
                by: by.clone(),
                kind: ProcedureKind::Hearing,
                until: due,
                reason: reason.clone(),
                review: Review::default(),
            },
            CaseState::Proposed {
                at,
                by: by.clone(),
                outcome: domain::cases::Outcome::Reject,
                opinion: "between officers".to_owned(),
                review: Review::default(),
            },
            CaseState::Approved {
                at,
                by: Approver::Silence,
                opinion: String::new(),
                due,
            },
            CaseState::Rejected {
                at,
                by: by.clone(),
                reason: reason.clone(),
            },
            CaseState::NotAccepted {
                at,
                by: by.clone(),
                ground: Ground::NotNeeded,
                reason: reason.clone(),
            },
            CaseState::Withdrawn { at, silent: true },
            CaseState::Closed {
                at,
                by,
                ending: Ending::Void,
                reason,
            },
            CaseState::Delivered {
                at,
                how: Delivery::Decision,
            },
            CaseState::Settled {
                at,
                granted: 5,
                of: 7,
            },
        ]
    }

    async fn shown(state: CaseState) -> String {
        let (_folder, cx) = context(citizen("Lin"), Surface::Web, "/cases/c-1").await;
        let view = in_state(case(&[]), state);
        html(|| {
            body(
                &cx,
                &view,
                &Calendar::default(),
                Note::read(&Params::default()),
            )
        })
    }

    #[tokio::test]
    async fn every_state_has_its_words() {
        for state in states() {
            let key = state.key();
            for locale in Locale::ALL {
                assert!(exists(locale, &format!("case-state-{key}")), "{key}");
                assert!(exists(locale, &state_key("case-about", key)), "{key}");
            }
            let html = shown(state).await;
            assert!(!html.contains(">case-"), "a text is missing: {html}");
            assert!(!html.contains("between officers"), "{html}");
        }
        for kind in EventKind::ALL {
            let key = format!("case-event-{}", kind.key());
            assert!(
                Locale::ALL.iter().all(|locale| exists(*locale, &key)),
                "{key}"
            );
        }
    }

    #[tokio::test]
    async fn reasons_are_told_and_escaped() {
        for state in states()
            .into_iter()
            .filter(|state| matches!(state.key(), "rejected" | "not_accepted"))
        {
            let html = shown(state).await;
            assert_escaped(&html);
            assert_contains(&html, &["administrative review", "/cases/c-1/rate"]);
        }
    }

    #[tokio::test]
    async fn a_correction_can_be_answered() {
        let html = shown(states().swap_remove(4)).await;
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "Make the corrections",
                "href=\"/cases/c-1/steps/you\"",
                "provisional",
            ],
        );
    }
}
