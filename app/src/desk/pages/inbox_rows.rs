//! The rows of a list of cases, and what can be done with several of them.

use leptos::prelude::*;
use portal::desk::{Inbox, InboxRow};

use super::light::case_light;
use super::state::state_tag;
use crate::catalogue::pages::due;
use crate::desk::doors::TO;
use crate::page::Ctx;
use crate::paths;
use crate::ui::{Button, ButtonKind, Choice, Column, Select, Table, Tag, TagKind};

/// The columns of a list of cases.
const COLUMNS: [&str; 7] = [
    "number",
    "service",
    "applicant",
    "state",
    "submitted",
    "due",
    "assignee",
];

pub(super) fn head(cx: &Ctx, ticks: bool) -> Vec<Column> {
    let columns = COLUMNS.map(|column| cx.t(&format!("desk-column-{column}")).into());
    let mut head: Vec<Column> = columns.into();
    if ticks {
        head.push(cx.t("desk-column-tick").into());
    }
    head
}

pub(super) fn row(cx: &Ctx, row: &InboxRow, ticks: bool) -> Vec<AnyView> {
    let number = row.number.to_string();
    let due_on = row.due.map(|date| due(cx, date));
    let marks = [
        (row.questioned, "desk-mark-questioned", TagKind::Warning),
        (row.new_message, "desk-mark-message", TagKind::Info),
    ];
    let marks: Vec<_> = marks
        .into_iter()
        .filter(|(is_so, ..)| *is_so)
        .map(|(_, key, kind)| view! { " " <Tag kind=kind text=cx.t(key)/> })
        .collect();
    let holder = row.assignee_name.clone();
    let holder = holder.unwrap_or_else(|| cx.t("desk-nobodys").to_owned());
    let mut cells = vec![
        view! { <a class="desk-table__number" href=paths::desk_case(&row.id)>{number.clone()}</a> }
            .into_any(),
        cx.text(&row.item_name),
        row.applicant_masked.clone().into_any(),
        view! { {state_tag(cx, row.state)} {marks} }.into_any(),
        cx.date_time(row.submitted_at).into_any(),
        view! { {due_on} " " {case_light(cx, (row.light, row.days_left), row.procedure)} }
            .into_any(),
        holder.into_any(),
    ];
    if ticks {
        cells.push(tick(cx, row, &number));
    }
    cells
}

/// The box by which a case is chosen; the closed and those of others have none.
fn tick(cx: &Ctx, row: &InboxRow, number: &str) -> AnyView {
    if !row.is_own || row.due.is_none() {
        return ().into_any();
    }
    let assignee = row.assignee.as_ref().map(ToString::to_string);
    let assignee = assignee.unwrap_or_default();
    let value = format!("{}|{}|{assignee}", row.id, row.revision);
    let label = cx.tf("desk-tick", &[("number", number.into())]);
    view! {
        <label class="desk-tick">
            <input class="desk-tick__box" type="checkbox" name="tick" value=value/>
            <span class="visually-hidden">{label}</span>
        </label>
    }
    .into_any()
}

/// The table, and below it what can be done with the rows that are ticked.
pub(super) fn bulk_form(
    cx: &Ctx,
    inbox: &Inbox,
    caption: &'static str,
    head: Vec<Column>,
    rows: Vec<Vec<AnyView>>,
    ticks: bool,
) -> AnyView {
    let table = view! { <Table caption=caption head=head rows=rows hide_caption=true/> };
    if !ticks {
        return table.into_any();
    }
    let colleagues = inbox.colleagues.iter();
    let colleagues = colleagues.map(|one| Choice::new(one.id.to_string(), one.name.clone()));
    let colleagues: Vec<_> = colleagues.collect();
    view! {
        <form class="stack stack--tight" method="post" action=paths::door::DESK_BULK enctype="multipart/form-data">
            {table}
            <fieldset class="desk-bulk">
                <legend class="desk-bulk__legend">{cx.t("desk-bulk")}</legend>
                <p class="hint">{cx.t("desk-bulk-hint")}</p>
                <div class="desk-bulk__row">
                    <Button label=cx.t("desk-bulk-take") kind=ButtonKind::Secondary name="act" value="take"/>
                    <Button label=cx.t("desk-bulk-give-back") kind=ButtonKind::Secondary name="act" value="give-back"/>
                    <Button label=cx.t("desk-bulk-accept") kind=ButtonKind::Secondary name="act" value="accept"/>
                </div>
                <div class="desk-bulk__row">
                    <Select
                        name=TO
                        label=cx.t("desk-assign-to")
                        options=colleagues
                        blank=cx.t("select-blank")
                        required=false
                    />
                    <Button label=cx.t("desk-bulk-assign") kind=ButtonKind::Secondary name="act" value="assign"/>
                </div>
            </fieldset>
        </form>
    }
    .into_any()
}
