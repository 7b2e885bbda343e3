//! What is written beside a case: notes for the department, messages to and from the applicant, and what the
//! applicant has changed.

use domain::desk::{MAX_MESSAGE_CHARS, MAX_NOTE_CHARS};
use leptos::prelude::*;
use portal::desk::{CorrectionPoint, DeskCase};

use crate::page::{Ctx, Kept};
use crate::paths;
use crate::ui::{Button, ButtonKind, Column, Table, TextArea, Timeline, TimelineRow};

/// The notes of the department, and the form for one more.
pub(super) fn notes(cx: &Ctx, case: &DeskCase, kept: &Kept) -> AnyView {
    let rows: Vec<_> = case
        .notes
        .iter()
        .map(|note| {
            TimelineRow::new(cx.date_time(note.at), cx.t("desk-note"))
                .who(Some(note.author.clone()))
                .note_lang(cx.lang_of(&note.text))
                .note(Some(note.text.clone()))
        })
        .collect();
    let list = (!rows.is_empty()).then(|| view! { <Timeline rows=rows/> });
    let can = cx.officer().is_ok_and(|officer| officer.role.has_cases());
    let form = can.then(|| {
        let words = (
            "note",
            "desk-note-text",
            "desk-note-hint",
            "desk-note-write",
        );
        form(
            cx,
            case,
            kept,
            paths::door::DESK_NOTE,
            words,
            MAX_NOTE_CHARS,
        )
    });
    view! {
        <section class="sheet" id="notes">
            <h2 class="sheet__title">{cx.t("desk-notes")}</h2>
            {list}
            {form}
        </section>
    }
    .into_any()
}

/// The messages between department and applicant, and the form for one more.
pub(super) fn messages(cx: &Ctx, case: &DeskCase, kept: &Kept) -> Option<AnyView> {
    let thread = &case.thread;
    if !case.is_own || (thread.messages.is_empty() && !thread.can_write) {
        return None;
    }
    let rows: Vec<_> = thread
        .messages
        .iter()
        .map(|message| {
            let (title, who) = if message.from_office {
                let seen = if message.read {
                    "desk-message-read"
                } else {
                    "desk-message-unread"
                };
                (cx.t(seen), message.author.clone())
            } else {
                (
                    cx.t("desk-message-answer"),
                    Some(cx.t("party-applicant").to_owned()),
                )
            };
            TimelineRow::new(cx.date_time(message.at), title)
                .who(who)
                .note_lang(cx.lang_of(&message.text))
                .note(Some(message.text.clone()))
        })
        .collect();
    let list = (!rows.is_empty()).then(|| view! { <Timeline rows=rows/> });
    let form = thread.can_write.then(|| {
        let words = (
            "message",
            "desk-message-text",
            "desk-message-hint",
            "desk-message-write",
        );
        form(
            cx,
            case,
            kept,
            paths::door::DESK_MESSAGE,
            words,
            MAX_MESSAGE_CHARS,
        )
    });
    Some(
        view! {
            <section class="sheet" id="messages">
                <h2 class="sheet__title">{cx.t("desk-messages")}</h2>
                {list}
                {form}
            </section>
        }
        .into_any(),
    )
}

fn form(
    cx: &Ctx,
    case: &DeskCase,
    kept: &Kept,
    door: &'static str,
    (what, label, hint, button): (&'static str, &str, &str, &str),
    most: usize,
) -> AnyView {
    let id = case.view.case.id.to_string();
    let error = kept.problem(what).map(|key| cx.t(key));
    let (value, most) = (kept.value(what), u16::try_from(most).unwrap_or(u16::MAX));
    view! {
        <form class="form" method="post" action=door>
            <input type="hidden" name="case" value=id/>
            <TextArea
                name="text"
                id=format!("writing-{what}")
                label=cx.t(label)
                hint=cx.t(hint)
                value=value
                error=error
                rows=3
                max=most
            />
            <Button label=cx.t(button) kind=ButtonKind::Secondary/>
        </form>
    }
    .into_any()
}

/// What the applicant has changed on handing it in again, beside what was asked.
pub(super) fn correction(cx: &Ctx, case: &DeskCase) -> Option<AnyView> {
    let correction = case.correction.as_ref()?;
    let head: Vec<Column> = ["field", "asked", "before", "after"]
        .map(|column| cx.t(&format!("desk-correction-{column}")).into())
        .into();
    let rows: Vec<_> = correction.points.iter().map(|one| point(cx, one)).collect();
    let table = if rows.is_empty() {
        view! { <p class="hint">{cx.t("desk-correction-none")}</p> }.into_any()
    } else {
        view! { <Table caption=cx.t("desk-correction") head=head rows=rows hide_caption=true/> }
            .into_any()
    };
    let notice = (!correction.notice.is_empty())
        .then(|| view! { <blockquote>{cx.written(&correction.notice)}</blockquote> });
    Some(
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("desk-correction")}</h2>
                {notice}
                {table}
            </section>
        }
        .into_any(),
    )
}

fn point(cx: &Ctx, point: &CorrectionPoint) -> Vec<AnyView> {
    let none = || cx.t("answer-none").into_any();
    let why = point.why.as_ref();
    vec![
        cx.text(&point.label),
        why.map_or_else(|| ().into_any(), |why| cx.written(why)),
        point
            .before
            .as_ref()
            .map_or_else(none, |text| cx.text(text)),
        point.after.as_ref().map_or_else(none, |text| cx.text(text)),
    ]
}

/// The texts that the department begins with, as links that put one into its form.
pub(super) fn templates(cx: &Ctx, case: &DeskCase) -> Option<AnyView> {
    let fitting = case
        .templates
        .iter()
        .filter(|one| case.view.allowed.contains(&one.event));
    let rows: Vec<_> = fitting
        .map(|one| {
            let href = paths::desk_case_with(&case.view.case.id, &one.id);
            let event = cx.t(&format!("desk-action-{}", one.event.key()));
            view! { <li><a href=href>{cx.written(&one.name)}</a> " " <span class="hint">{event}</span></li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("desk-templates")}</h2>
                <p class="hint">{cx.t("desk-templates-use")}</p>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use domain::AccountId;
    use domain::calendar::DueDate;
    use domain::cases::{CaseState, EventKind, Role};
    use domain::desk::AssignmentChange;
    use portal::desk::{
        AssignmentRow, Colleague, Correction, Holder, MessageView, NoteView, TemplateView, Thread,
    };

    use super::super::hands;
    use super::super::testing::desk_case;
    use super::*;
    use crate::cases::testing::{case, in_state};
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn hostile() -> String {
        HOSTILE.to_owned()
    }

    fn shown() -> DeskCase {
        let at = DateTime::UNIX_EPOCH;
        let submitted = CaseState::Submitted {
            at,
            received_on: NaiveDate::default(),
            acceptance_due: DueDate {
                date: NaiveDate::default(),
                provisional: false,
            },
            corrected: true,
            looks: Vec::new(),
        };
        let mut view = in_state(case(&[]), submitted);
        view.allowed = vec![EventKind::RefuseAcceptance];
        let colleague = |id: &str| Colleague {
            id: AccountId::new(id),
            name: hostile(),
            role: Role::Handler,
        };
        let message = |from_office| MessageView {
            at,
            from_office,
            author: from_office.then(hostile),
            text: hostile(),
            read: false,
        };
        DeskCase {
            applicant_name: hostile(),
            holder: Some(Holder {
                id: AccountId::new("officer"),
                name: hostile(),
            }),
            assignments: vec![AssignmentRow {
                at,
                change: AssignmentChange::Assigned,
                officer: Some(hostile()),
                by: None,
            }],
            colleagues: vec![colleague("officer"), colleague("other")],
            notes: vec![NoteView {
                at,
                author: hostile(),
                text: hostile(),
            }],
            thread: Thread {
                messages: vec![message(true), message(false)],
                can_write: true,
            },
            correction: Some(Correction {
                notice: hostile(),
                points: vec![CorrectionPoint {
                    label: domain::Text::zh(HOSTILE),
                    why: Some(hostile()),
                    before: None,
                    after: Some(domain::Text::zh(HOSTILE)),
                }],
            }),
            templates: vec![
                TemplateView {
                    id: "t-1".to_owned(),
                    event: EventKind::RefuseAcceptance,
                    name: hostile(),
                    body: hostile(),
                },
                TemplateView {
                    id: "t-2".to_owned(),
                    event: EventKind::Decide,
                    name: hostile(),
                    body: hostile(),
                },
            ],
            ..desk_case(view)
        }
    }

    #[tokio::test]
    async fn what_stands_beside_a_case_is_text() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/cases/c-1").await;
        let case = shown();
        let mut kept = Kept::default();
        kept.values.insert("note".to_owned(), hostile());
        kept.problems
            .push(("note".to_owned(), "writing-too-long".to_owned()));
        let html = html(|| {
            view! {
                {hands::hands(&cx, &case)}
                {notes(&cx, &case, &kept)}
                {messages(&cx, &case, &kept)}
                {correction(&cx, &case)}
                {templates(&cx, &case)}
            }
        });
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "Give it back",
                "Assigned to",
                "action=\"/do/desk-note\"",
                "action=\"/do/desk-message\"",
                "The text is too long",
                "Message, not read yet",
                "?template=t-1",
                "Not filled in",
            ],
        );
        assert!(!html.contains("template=t-2"), "it cannot be decided now");
        assert!(!html.contains(">Take it<"), "it is the officer's already");
        for missing in [">desk-", ">assignment-", ">writing-"] {
            assert!(!html.contains(missing), "a text is missing: {html}");
        }
    }

    #[tokio::test]
    async fn another_department_reads_no_messages() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/cases/c-1").await;
        let case = DeskCase {
            is_own: false,
            ..shown()
        };
        let kept = Kept::default();
        assert!(messages(&cx, &case, &kept).is_none());
        assert!(hands::hands(&cx, &case).is_none());
    }
}
