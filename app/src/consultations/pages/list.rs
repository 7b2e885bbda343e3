//! The questions between departments in the inbox: those that wait, and below them those that ended last.

use domain::desk::InboxTab;
use leptos::prelude::*;
use portal::consultations::ConsultationRow;
use portal::desk::Inbox;

use super::of_case::closed;
use crate::desk::pages::light;
use crate::page::Ctx;
use crate::paths;
use crate::ui::{Column, Empty, Table};

const COLUMNS: [&str; 6] = ["number", "service", "other", "asked", "due", "state"];

/// Both lists of a tab.
pub(crate) fn list(cx: &Ctx, inbox: &Inbox, caption: &'static str) -> AnyView {
    let tab = inbox.filter.tab;
    let open = if inbox.questions.is_empty() {
        view! { <Empty text=cx.t("consultation-list-empty")/> }.into_any()
    } else {
        table(cx, tab, caption, &inbox.questions)
    };
    let ended = (!inbox.ended.is_empty()).then(|| {
        let caption = cx.t("consultation-list-ended");
        let table = table(cx, tab, caption, &inbox.ended);
        view! { <h2>{caption}</h2> {table} }
    });
    view! { {open} {ended} }.into_any()
}

fn table(cx: &Ctx, tab: InboxTab, caption: &'static str, rows: &[ConsultationRow]) -> AnyView {
    let head = COLUMNS.map(|column| Column::new(cx.t(&format!("consultation-column-{column}"))));
    let rows = rows.iter().map(|one| row(cx, tab, one)).collect();
    view! { <Table caption=caption head=head.into() rows=rows hide_caption=true/> }.into_any()
}

fn row(cx: &Ctx, tab: InboxTab, one: &ConsultationRow) -> Vec<AnyView> {
    let href = match tab {
        InboxTab::Consulted => paths::desk_consultation(&one.id),
        _ => format!("{}#consultations", paths::desk_case(&one.case)),
    };
    let number = one.number.to_string();
    let state = match (one.clock, one.closing) {
        (Some((days, colour)), _) => light(cx, colour, Some(days)),
        (None, Some(closing)) => closed(cx, closing),
        (None, None) => ().into_any(),
    };
    let opinion = one.opinion.map(|opinion| {
        let text = cx.t(&format!("consultation-opinion-{}", opinion.key()));
        view! { " " {text} }
    });
    vec![
        view! { <a class="desk-table__number" href=href>{number}</a> }.into_any(),
        cx.text(&one.item_name),
        cx.text(&one.other),
        cx.date_time(one.asked_at).into_any(),
        cx.date(one.due).into_any(),
        view! { {state} {opinion} }.into_any(),
    ]
}
