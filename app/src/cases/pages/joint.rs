//! The matters of a joint application 一件事: who decides what, and how far each is.

use domain::ids::CaseId;
use leptos::prelude::*;
use portal::cases::{CaseView, JointView, MatterView};

use super::{above, state_tag};
use crate::catalogue::pages::due;
use crate::page::{Ctx, Surface};
use crate::paths;
use crate::ui::{Column, Table, Words};

/// The way back: to the joint application from one of its matters, else to all applications.
pub(super) fn trail(cx: &Ctx, view: &CaseView) -> Vec<(String, Words)> {
    let mut trail = vec![above(cx)];
    if let Some(joint) = view.joint.as_ref().filter(|_| view.case.part.is_some()) {
        let href = cx.href(paths::case(&joint.application));
        trail.push((href, cx.plain(&joint.name).into()));
    }
    trail
}

/// The matters on the page of the application.
pub(super) fn section(cx: &Ctx, view: &CaseView) -> Option<AnyView> {
    let joint = view.joint.as_ref().filter(|_| view.case.part.is_none())?;
    // At a counter the matters of other departments are out of reach.
    let is_open = cx.surface != Surface::Counter;
    let table = matters(cx, joint, |id| is_open.then(|| cx.href(paths::case(id))));
    Some(
        view! {
            <section class="stack stack--tight" aria-labelledby="case-matters">
                <h2 id="case-matters">{cx.t("joint-matters")}</h2>
                <p class="muted">{cx.t("joint-matters-lead")}</p>
                {table}
            </section>
        }
        .into_any(),
    )
}

/// The matters as a table. `link` gives the page of a matter to those who may open it.
pub(crate) fn matters(
    cx: &Ctx,
    joint: &JointView,
    link: impl Fn(&CaseId) -> Option<String>,
) -> AnyView {
    // Before acceptance and after the end nothing is due.
    let has_due = joint.matters.iter().any(|matter| matter.due.is_some());
    let columns = ["matter", "department", "standing", "due"];
    let columns = columns.iter().take(if has_due { 4 } else { 3 });
    let head: Vec<Column> = columns
        .map(|column| cx.t(&format!("joint-column-{column}")).into())
        .collect();
    let rows: Vec<_> = joint
        .matters
        .iter()
        .map(|matter| {
            let mut cells = row(cx, joint, matter, &link);
            cells.truncate(head.len());
            cells
        })
        .collect();
    view! { <Table caption=cx.t("joint-matters") head=head rows=rows hide_caption=true/> }
        .into_any()
}

fn row(
    cx: &Ctx,
    joint: &JointView,
    matter: &MatterView,
    link: &impl Fn(&CaseId) -> Option<String>,
) -> Vec<AnyView> {
    let name = cx.text(&matter.name);
    let name = match matter.case.as_ref().and_then(link) {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => name,
    };
    let standing = match matter.state {
        Some(state) => state_tag(cx, state).into_any(),
        None => before(cx, joint, matter),
    };
    let until = matter.due.map(|date| due(cx, date)).unwrap_or_default();
    vec![
        name,
        cx.text(&matter.department),
        standing,
        until.into_any(),
    ]
}

/// What a matter that has not begun waits for.
fn before(cx: &Ctx, joint: &JointView, matter: &MatterView) -> AnyView {
    let is_accepted = joint.matters.iter().any(|it| it.case.is_some());
    if !is_accepted {
        return cx.t("joint-begins-after-acceptance").into_any();
    }
    let key = format!("joint-standing-{}", matter.standing.key());
    let names: Vec<_> = joint.needed(matter).map(|it| cx.plain(&it.name)).collect();
    let names = names.join(cx.t("list-separator"));
    cx.tf(&key, &[("after", names.into())]).into_any()
}
