//! Who stands in for whom.

use std::sync::Arc;

use leptos::prelude::*;
use portal::desk::{AbsenceView, Absences};

use crate::desk::doors::AWAY_FORM;
use crate::page::{Ctx, Kept, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ButtonKind, Choice, ErrorSummary, Select, TextField};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let absences = cx.portal.desk().absences(officer).await?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(AWAY_FORM).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    let can = officer.role.has_cases();
    let title = cx.t("desk-away");
    Ok(Page::new(title, move || view(&cx, &absences, &kept, can))
        .layout(Layout::Desk)
        .status(status))
}

fn view(cx: &Ctx, absences: &Absences, kept: &Kept, can: bool) -> impl IntoView + use<> {
    let errors = kept
        .problems
        .iter()
        .map(|(field, key)| (format!("field-{field}"), cx.t(key).to_owned()))
        .collect();
    let form = can.then(|| form(cx, absences, kept));
    view! {
        <div class="container container--wide stack">
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            <header class="page-header"><h1>{cx.t("desk-away")}</h1></header>
            <p class="lead">{cx.t("desk-away-lead")}</p>
            {list(cx, "desk-away-own", &absences.own, true)}
            {list(cx, "desk-away-as-deputy", &absences.as_deputy, false)}
            {form}
        </div>
    }
}

fn list(cx: &Ctx, title: &str, absences: &[AbsenceView], own: bool) -> Option<AnyView> {
    let rows: Vec<_> = absences
        .iter()
        .map(|one| {
            let words = [
                ("name", one.other.clone().into()),
                ("from", one.from.to_string().into()),
                ("until", one.until.to_string().into()),
            ];
            let key = if own {
                "desk-away-line"
            } else {
                "desk-away-for-line"
            };
            let text = cx.tf(key, &words);
            let remove = own.then(|| {
                let (id, about) = (one.id.clone(), text.clone());
                view! {
                    <form method="post" action=paths::door::DESK_AWAY>
                        <input type="hidden" name="remove" value=id/>
                        <Button label=cx.t("desk-away-remove") kind=ButtonKind::Link about=about/>
                    </form>
                }
            });
            view! { <li class="inbox-saved__item"><span>{text}</span> {remove}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <h2 class="sheet__title">{cx.t(title)}</h2>
                <ul class="inbox-saved__list">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn form(cx: &Ctx, absences: &Absences, kept: &Kept) -> AnyView {
    let error = |name: &str| kept.problem(name).map(|key| cx.t(key));
    let deputies = absences.candidates.iter();
    let deputies = deputies.map(|one| Choice::new(one.id.to_string(), one.name.clone()));
    let deputies: Vec<_> = deputies.collect();
    let hint = cx.t("inbox-day-hint");
    view! {
        <section class="sheet">
            <h2 class="sheet__title">{cx.t("desk-away-new")}</h2>
            <form class="form" method="post" action=paths::door::DESK_AWAY>
                <Select
                    name="deputy"
                    label=cx.t("desk-away-deputy")
                    options=deputies
                    chosen=kept.value("deputy")
                    blank=cx.t("select-blank")
                    error=error("deputy")
                />
                <TextField name="from" label=cx.t("desk-away-from") hint=hint value=kept.value("from") error=error("from")/>
                <TextField
                    name="until"
                    label=cx.t("desk-away-until")
                    hint=hint
                    value=kept.value("until")
                    error=error("until")
                />
                <Button label=cx.t("desk-away-save")/>
            </form>
        </section>
    }
    .into_any()
}
