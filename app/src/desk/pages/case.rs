//! One case at the desk.

use std::sync::Arc;

use domain::CaseId;
use leptos::prelude::*;
use portal::desk::DeskCase;

use super::act_forms::act_forms;
use super::answers::{answers, materials};
use super::light::case_light;
use super::state::state_tag;
use super::{beside, hands, joint};
use crate::catalogue::pages::due;
use crate::consultations::{WITHDRAW_FORM, pages as consultations};
use crate::desk::doors::{ASSIGN_FORM, act_form, input, writing_form};
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Banner, BannerKind, Breadcrumb, PrintButton, SummaryList, SummaryRow, Timeline, TimelineRow,
};

/// Problem that means: somebody else was quicker.
const CHANGED: &str = "desk-changed";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let id = CaseId::new(params.path("id"));
    let case = cx
        .portal
        .desk()
        .open(cx.officer()?, &id)
        .await?
        .ok_or(PageError::NotFound)?;
    let kept = match (params.query(paths::AGAIN), params.query("template")) {
        (Some(_), _) => cx.visitor.kept(&act_form(&id)).await?.unwrap_or_default(),
        (None, Some(template)) => begun(&cx, &case, template).await?,
        (None, None) => Kept::default(),
    };
    let writing = match params.query("writing") {
        Some(_) => cx.visitor.kept(&writing_form(&id)).await?,
        None => None,
    };
    let hands = match (params.query("hands"), params.query("withdraw")) {
        (Some(_), _) => cx.visitor.kept(ASSIGN_FORM).await?,
        (None, Some(_)) => cx.visitor.kept(WITHDRAW_FORM).await?,
        (None, None) => None,
    };
    let besides = Besides {
        writing: writing.unwrap_or_default(),
        hands: hands.unwrap_or_default(),
    };
    let done = params.query("done").map(str::to_owned);
    let status = match kept.problems.first() {
        None if !besides.hands.problems.is_empty() => 409,
        None if !besides.writing.problems.is_empty() => 422,
        None => 200,
        Some((_, key)) if key == CHANGED => 409,
        Some(_) => 422,
    };
    let item = cx.plain(&case.view.item_name);
    let title = cx.tf("desk-case-page-title", &[("item", item.into())]);
    Ok(Page::new(title, move || {
        view(&cx, &case, &kept, &besides, done.as_deref())
    })
    .layout(Layout::Desk)
    .status(status))
}

/// What the officer has typed beside the case, and what became of it.
#[derive(Default)]
struct Besides {
    /// A note or a message.
    writing: Kept,
    /// Why the case did not change hands, or a question was not taken back.
    hands: Kept,
}

/// The form that a template is for, begun with its text.
async fn begun(cx: &Ctx, case: &DeskCase, template: &str) -> Result<Kept, PageError> {
    let desk = cx.portal.desk();
    let filled = desk
        .filled_template(cx.officer()?, template, &case.view)
        .await?;
    let (event, text) = filled.ok_or(PageError::NotFound)?;
    let values = [
        (input::ACTION.to_owned(), event.key().to_owned()),
        (input::TEXT.to_owned(), text),
    ];
    Ok(Kept {
        values: values.into(),
        problems: Vec::new(),
    })
}

fn view(
    cx: &Ctx,
    case: &DeskCase,
    kept: &Kept,
    besides: &Besides,
    done: Option<&str>,
) -> impl IntoView + use<> {
    let trail = vec![(paths::desk(), cx.t("desk-inbox").into())];
    view! {
        <div class="container container--wide stack stack--tight">
            <Breadcrumb trail=trail/>
            {news(cx, kept, done)}
            {hands::news(cx, &besides.hands)}
            <header class="page-header">
                <h1>{cx.text(&case.view.item_name)}</h1>
                <p class="desk-state">
                    {state_tag(cx, case.view.case.state.key())}
                    {case_light(cx, (case.light, case.days_left), case.view.case.state.procedure())}
                </p>
                <PrintButton label=cx.t("desk-print")/>
            </header>
            <div class="desk-case">
                <div class="desk-case__main">
                    <section class="sheet">
                        <h2 class="sheet__title">{cx.t("desk-case-facts")}</h2>
                        <SummaryList rows=facts(cx, case)/>
                    </section>
                    {joint::section(cx, case)}
                    {beside::correction(cx, case)}
                    {answers(cx, &case.view)}
                </div>
                <div class="desk-case__beside">
                    {materials(cx, case)}
                    {documents(cx, case)}
                    <section class="sheet">
                        <h2 class="sheet__title">{cx.t("desk-history")}</h2>
                        <Timeline rows=history(cx, case)/>
                    </section>
                    {consultations::of_case(cx, case)}
                    {beside::messages(cx, case, &besides.writing)}
                    {beside::notes(cx, case, &besides.writing)}
                </div>
                <aside class="desk-case__side" aria-label=cx.t("desk-actions")>
                    {hands::hands(cx, case)}
                    {act_forms(cx, case, kept)}
                    {beside::templates(cx, case)}
                </aside>
            </div>
        </div>
    }
}

/// What came of the officer's last action on this page.
fn news(cx: &Ctx, kept: &Kept, done: Option<&str>) -> Option<AnyView> {
    if let Some((_, key)) = kept.problems.first() {
        let advice = if key == CHANGED {
            "desk-changed-advice"
        } else {
            "desk-refused-advice"
        };
        let advice = cx.t(advice);
        return Some(
            view! {
                <Banner title=cx.t(key) kind=BannerKind::Danger>
                    <p>{advice}</p>
                </Banner>
            }
            .into_any(),
        );
    }
    let event = done.and_then(domain::cases::EventKind::parse)?;
    let title = cx.t(&format!("desk-done-{}", event.key()));
    Some(view! { <Banner title=title kind=BannerKind::Success/> }.into_any())
}

fn facts(cx: &Ctx, case: &DeskCase) -> Vec<SummaryRow> {
    let view = &case.view;
    let number = view
        .case
        .number
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let mut rows = vec![
        SummaryRow::new(cx.t("desk-column-number"), number),
        SummaryRow::new(cx.t("desk-column-applicant"), case.applicant_name.clone()),
    ];
    let known = [
        ("desk-applicant-id", case.applicant_id_masked.clone()),
        ("desk-applicant-phone", case.applicant_phone_masked.clone()),
        (
            "desk-column-submitted",
            view.submitted_at.map(|at| cx.date_time(at)),
        ),
        (
            "desk-next-due",
            view.case.next_due().map(|date| due(cx, date)),
        ),
        (
            "desk-accepted-on",
            view.case
                .clock
                .as_ref()
                .map(|clock| cx.date(clock.accepted_on)),
        ),
        (
            "desk-promised-due",
            view.case
                .clock
                .as_ref()
                .map(|clock| due(cx, clock.promised_due)),
        ),
        (
            "desk-statutory-due",
            view.case
                .clock
                .as_ref()
                .map(|clock| due(cx, clock.statutory_due)),
        ),
    ];
    rows.extend(
        known
            .into_iter()
            .filter_map(|(key, value)| Some(SummaryRow::new(cx.t(key), value?))),
    );
    rows
}

fn documents(cx: &Ctx, case: &DeskCase) -> Option<AnyView> {
    let all = &case.view.documents;
    let documents = crate::documents::pages::documents(cx, all, paths::desk_document)?;
    Some(
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t("documents-title")}</h2>
                {documents}
            </section>
        }
        .into_any(),
    )
}

/// What happened to the case, and what departments asked each other about it, oldest first.
fn history(cx: &Ctx, case: &DeskCase) -> Vec<TimelineRow> {
    let rows = case.view.history.iter().map(|row| {
        let what = cx.t(&format!("case-event-{}", row.kind.key()));
        let who = row.officer.clone();
        let who = who.unwrap_or_else(|| cx.t(&format!("party-{}", row.party.key())).to_owned());
        let shown = TimelineRow::new(cx.date_time(row.at), what)
            .who(Some(who))
            .note(row.note.clone())
            .note_lang(row.note.as_deref().and_then(|note| cx.lang_of(note)));
        (row.at, shown)
    });
    let mut rows: Vec<_> = rows.collect();
    rows.extend(consultations::happened(cx, &case.consultations));
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}
