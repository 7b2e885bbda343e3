//! Two versions of a service side by side.

use std::sync::Arc;

use domain::ItemCode;
use domain::catalogue::ServiceDefinition;
use domain::catalogue::editing::{Difference, differences};
use leptos::prelude::*;
use portal::Internal;
use portal::catalogue::editor::service_differences;

use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Empty, Table, Words};

pub(super) async fn load_versions(cx: Arc<Ctx>, params: Params) -> PageResult {
    let code = ItemCode::parse(params.path("code")).map_err(|_| PageError::NotFound)?;
    let number = |name: &str| {
        params
            .query(name)
            .and_then(|number| number.parse::<u32>().ok())
    };
    let (from, to) = number("from")
        .zip(number("to"))
        .ok_or(PageError::NotFound)?;
    let officer = cx.officer()?;
    let editor = cx.portal.catalogue().editor();
    let before = editor
        .version(officer, &code, from)
        .await?
        .ok_or(PageError::NotFound)?;
    let after = editor
        .version(officer, &code, to)
        .await?
        .ok_or(PageError::NotFound)?;
    let found = differ(&before, &after)?;
    let name = cx.plain(&cx.portal.catalogue().item_name(&code).await?);
    let columns = [version(&cx, from), version(&cx, to)];
    let trail = (paths::desk_service(&code), name.into());
    let title = cx.t("editor-compare");
    Ok(page(cx, title, found, columns, trail))
}

pub(super) async fn load_draft(cx: Arc<Ctx>, params: Params) -> PageResult {
    let (id, officer) = (params.path("id"), cx.officer()?);
    let editor = cx.portal.catalogue().editor();
    let draft = editor
        .draft(officer, id)
        .await?
        .ok_or(PageError::NotFound)?;
    let before = match draft.base_version {
        Some(base) => editor.version(officer, &draft.item.code, base).await?,
        None => None,
    };
    let listed = editor.item(officer, &draft.item.code).await?;
    let item = listed.as_ref().map(|listed| &listed.item);
    let found = service_differences((item, before.as_ref()), (&draft.item, &draft.definition))?;
    let base = match draft.base_version {
        Some(base) => version(&cx, base),
        None => cx.t("editor-unpublished").into(),
    };
    let name = cx.plain(&draft.item.name);
    let columns = [base, cx.t("editor-working-copy").into()];
    let trail = (paths::desk_draft(id), name.into());
    let title = cx.t("editor-compare-draft");
    Ok(page(cx, title, found, columns, trail))
}

fn differ(
    before: &ServiceDefinition,
    after: &ServiceDefinition,
) -> Result<Vec<Difference>, Internal> {
    let before = serde_json::to_value(before)?;
    let after = serde_json::to_value(after)?;
    Ok(differences(&before, &after))
}

fn version(cx: &Ctx, number: u32) -> Words {
    cx.tf("editor-version-n", &[("n", i64::from(number).into())])
        .into()
}

fn page(
    cx: Arc<Ctx>,
    title: &'static str,
    found: Vec<Difference>,
    columns: [Words; 2],
    above: (String, Words),
) -> Page {
    Page::new(title, move || view(&cx, &found, columns, above)).layout(Layout::Desk)
}

fn view(
    cx: &Ctx,
    found: &[Difference],
    [before, after]: [Words; 2],
    above: (String, Words),
) -> impl IntoView + use<> {
    let trail = vec![
        (paths::desk_services(), cx.t("editor-services").into()),
        above,
    ];
    let body = if found.is_empty() {
        view! { <Empty text=cx.t("editor-no-differences")/> }.into_any()
    } else {
        table(cx, found, [before, after])
    };
    view! {
        <div class="container container--wide stack">
            <Breadcrumb trail=trail/>
            <header class="page-header"><h1>{cx.t("editor-compare")}</h1></header>
            {body}
        </div>
    }
}

/// Differences, one below the other.
pub(super) fn table(cx: &Ctx, found: &[Difference], [before, after]: [Words; 2]) -> AnyView {
    let head = vec![cx.t("editor-where").into(), before.into(), after.into()];
    let rows = found.iter().map(|one| row(cx, one)).collect();
    view! { <Table caption=cx.t("editor-compare") head=head rows=rows hide_caption=true/> }
        .into_any()
}

fn row(cx: &Ctx, one: &Difference) -> Vec<AnyView> {
    let side = |value: &Option<String>| match value {
        Some(value) => cx.written(value),
        None => view! { <span class="muted">{cx.t("editor-nothing")}</span> }.into_any(),
    };
    vec![
        one.path.join(" › ").into_any(),
        side(&one.before),
        side(&one.after),
    ]
}
