//! What a joint service 一件事 consists of, and what it saves.

use domain::cases::{Change, Joint, Matter, Savings};
use leptos::prelude::*;
use portal::catalogue::ItemView;

use super::words::limit;
use crate::page::Ctx;
use crate::ui::{Column, Table};

/// The joint service that an item is.
pub(super) fn of(item: &ItemView) -> Option<&Joint> {
    item.definition.as_ref()?.flow.joint.as_ref()
}

/// Its matters and its savings.
pub(super) fn matters(cx: &Ctx, item: &ItemView) -> Option<AnyView> {
    let joint = of(item)?;
    let head: Vec<Column> = ["matter", "department", "limit", "result"]
        .map(|column| cx.t(&format!("joint-column-{column}")).into())
        .into();
    let rows: Vec<_> = joint
        .matters
        .iter()
        .map(|matter| row(cx, item, joint, matter))
        .collect();
    let savings = joint.savings.as_ref().map(|savings| saved(cx, savings));
    Some(
        view! {
            <p class="prose">{cx.t("joint-lead")}</p>
            <Table caption=cx.t("guide-joint") head=head rows=rows hide_caption=true/>
            {savings}
        }
        .into_any(),
    )
}

fn row(cx: &Ctx, item: &ItemView, joint: &Joint, matter: &Matter) -> Vec<AnyView> {
    let department = item.departments.get(&matter.department);
    let department = department.map(|name| cx.text(name));
    let after = matter.after.iter().filter_map(|key| joint.matter(key));
    let after: Vec<_> = after.map(|it| cx.plain(&it.name)).collect();
    let after = (!after.is_empty()).then(|| {
        let names = after.join(cx.t("list-separator"));
        cx.tf("joint-after", &[("after", names.into())])
    });
    let when = matter.when.is_some().then(|| cx.t("joint-when-asked"));
    let notes: Vec<_> = after.into_iter().chain(when.map(str::to_owned)).collect();
    let notes: Vec<_> = notes
        .into_iter()
        .map(|note| view! { <br/> <span class="muted">{note}</span> })
        .collect();
    let name = cx.text(&matter.name);
    let result = match &matter.certificate {
        Some(certificate) => cx.text(&certificate.name),
        None => cx.t("joint-result-none").into_any(),
    };
    vec![
        view! { {name} {notes} }.into_any(),
        department.unwrap_or_else(|| ().into_any()),
        limit(cx, matter.flow.promised).into_any(),
        result,
    ]
}

fn saved(cx: &Ctx, savings: &Savings) -> impl IntoView + use<> {
    let head: Vec<Column> = ["kind", "before", "after"]
        .map(|column| cx.t(&format!("joint-savings-{column}")).into())
        .into();
    let kinds: [(&str, Change); 4] = [
        ("steps", savings.steps),
        ("days", savings.days),
        ("materials", savings.materials),
        ("visits", savings.visits),
    ];
    let rows: Vec<_> = kinds
        .into_iter()
        .map(|(kind, change)| {
            vec![
                cx.t(&format!("joint-savings-{kind}")).into_any(),
                change.before.into_any(),
                change.after.into_any(),
            ]
        })
        .collect();
    view! { <Table caption=cx.t("joint-savings") head=head rows=rows/> }
}
