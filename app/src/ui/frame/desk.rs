//! The officers' frame.

use leptos::prelude::*;
use portal::accounts::Actor;
use portal::site::looks_after;
use portal::supervision::{changes_rules, scope};

use super::counter::band;
use super::header::place;
use super::session::session;
use super::skip_link;
use super::tools::{conversion_note, display_tools, language_list, read_aloud};
use super::wordmark::wordmark;
use crate::page::Ctx;
use crate::paths;

/// A dense head with department and name, and the whole width for the body.
pub(crate) fn desk(cx: &Ctx, body: AnyView) -> AnyView {
    let department = match &cx.actor {
        Actor::Officer(officer) => Some(view! {
            <p class="desk-header__department">
                {cx.text(&officer.department_name)}
                <span class="desk-header__title">" "{cx.text(&officer.title)}</span>
            </p>
        }),
        _ => None,
    };
    let reports = matches!(&cx.actor, Actor::Officer(officer) if looks_after(officer))
        .then(|| place(cx, paths::desk_reports(false, 1), "nav-site-reports"));
    let notices = matches!(&cx.actor, Actor::Officer(officer) if looks_after(officer)).then(|| {
        place(
            cx,
            paths::desk_notices(None, None, None, 1),
            "nav-desk-notices",
        )
    });
    let services = matches!(&cx.actor, Actor::Officer(_))
        .then(|| place(cx, paths::desk_services(), "nav-desk-services"));
    let evaluations = matches!(&cx.actor, Actor::Officer(_))
        .then(|| place(cx, paths::desk_evaluations("", 1), "nav-desk-evaluations"));
    let own = matches!(&cx.actor, Actor::Officer(officer) if officer.role.has_cases()).then(|| {
        view! {
            {place(cx, paths::desk_templates(""), "nav-desk-templates")}
            {place(cx, paths::desk_assignment(), "nav-desk-assignment")}
            {place(cx, paths::desk_away(), "nav-desk-away")}
        }
    });
    let supervision = supervised(cx);
    let counter = matches!(&cx.actor, Actor::Officer(officer) if officer.role.sits_at_counter())
        .then(|| place(cx, paths::desk_counter(), "nav-desk-counter"));
    let inbox = inbox(cx);
    let nav = department.is_some().then(|| {
        view! {
            <nav class="site-nav site-nav--desk" aria-label=cx.t("nav-label")>
                <ul class="container container--wide site-nav__list">
                    {inbox}
                    {counter}
                    {evaluations}
                    {own}
                    {services}
                    {supervision}
                    {reports}
                    {notices}
                </ul>
            </nav>
        }
    });
    view! {
        {skip_link(cx)}
        <header class="desk-header">
            <div class="container container--wide desk-header__bar">
                {wordmark(cx, paths::desk(), Some(cx.t("desk-name")))}
                {department}
                <div class="site-header__tools">{language_list(cx)} {display_tools(cx)} {officer_session(cx)}</div>
            </div>
            {nav}
        </header>
        {band(cx)}
        {conversion_note(cx)}
        {read_aloud(cx)}
        <main class="main main--desk" id="main" tabindex="-1">{body}</main>
    }
    .into_any()
}

/// Supervision, for those who watch, and its rules for those who change them.
fn supervised(cx: &Ctx) -> Option<impl IntoView + use<>> {
    let Actor::Officer(officer) = &cx.actor else {
        return None;
    };
    if scope(officer).is_some() {
        Some(place(cx, paths::supervision(), "nav-supervision"))
    } else if changes_rules(officer) {
        Some(place(cx, paths::supervision_rules(), "nav-supervision"))
    } else {
        None
    }
}

/// The inbox, marked on every page of the desk but those that are a place of their own.
fn inbox(cx: &Ctx) -> impl IntoView + use<> {
    let others = [
        paths::desk_reports(false, 1),
        paths::desk_services(),
        paths::desk_evaluations("", 1),
        paths::desk_templates(""),
        paths::desk_assignment(),
        paths::desk_away(),
        paths::supervision(),
        paths::desk_figures(""),
        paths::desk_export(),
        paths::desk_notices(None, None, None, 1),
        paths::desk_counter(),
    ];
    let here = !others.iter().any(|other| cx.path.starts_with(other));
    view! {
        <li class="site-nav__item">
            <a class="site-nav__link" href=paths::desk() aria-current=here.then_some("true")>
                {cx.t("nav-inbox")}
            </a>
        </li>
    }
}

/// The officers' sign-in is another page than the citizens', so nobody is led to the wrong one.
fn officer_session(cx: &Ctx) -> Option<AnyView> {
    matches!(cx.actor, Actor::Officer(_)).then(|| session(cx))
}
