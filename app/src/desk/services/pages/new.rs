//! Beginning a new service.

use std::sync::Arc;

use domain::accounts::Role;
use domain::catalogue::editing::item_types;
use leptos::prelude::*;
use portal::catalogue::Department;

use crate::desk::services::doors::NEW;
use crate::page::{Ctx, Kept, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Button, Choice, ErrorSummary, InputKind, Select, TextField, field_id};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let departments = departments(&cx).await?;
    let copy_of = params.query("copy").unwrap_or_default().to_owned();
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(NEW).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    Ok(Page::new(cx.t("editor-new"), move || {
        view(&cx, &kept, copy_of, departments)
    })
    .layout(Layout::Desk)
    .status(status))
}

/// The departments that can be chosen, for administrators; none for others, who write for their own.
async fn departments(cx: &Ctx) -> Result<Vec<Choice>, PageError> {
    if cx.officer()?.role != Role::Administrator {
        return Ok(Vec::new());
    }
    let all = cx.portal.catalogue().departments().await?;
    let choice = |one: &Department| Choice::new(one.code.to_string(), cx.plain(&one.name));
    Ok(all.iter().map(choice).collect())
}

fn view(cx: &Ctx, kept: &Kept, copy_of: String, departments: Vec<Choice>) -> impl IntoView + use<> {
    let errors = kept
        .problems
        .iter()
        .map(|(name, key)| {
            let id = if name.is_empty() {
                String::new()
            } else {
                field_id(name)
            };
            (id, cx.t(key).to_owned())
        })
        .collect();
    let error = |name: &str| kept.problem(name).map(|key| cx.t(key));
    let offers = item_types().into_iter();
    let types: Vec<_> = offers
        .map(|one| Choice::new(one.value, cx.t(&one.label)))
        .collect();
    let chosen = match kept.value("item_type") {
        chosen if chosen.is_empty() => "public_service".to_owned(),
        chosen => chosen,
    };
    let department = department(cx, kept, departments);
    let copied = (!copy_of.is_empty()).then(|| {
        let text = cx.tf("editor-copy-of", &[("code", copy_of.clone().into())]);
        view! { <p class="lead">{text}</p> }
    });
    view! {
        <div class="container stack">
            <Breadcrumb trail=vec![(paths::desk_services(), cx.t("editor-services").into())]/>
            <ErrorSummary title=cx.t("error-summary-title") errors=errors/>
            <header class="page-header">
                <h1>{cx.t("editor-new")}</h1>
                {copied}
            </header>
            <form class="form" method="post" action=paths::door::SERVICE_CREATE>
                <input type="hidden" name="copy_of" value=copy_of/>
                <TextField
                    name="zh"
                    label=cx.tf("editor-in-zh", &[("label", cx.t("editor-name").into())])
                    value=kept.value("zh")
                    error=error("zh")
                />
                <TextField
                    name="en"
                    label=cx.tf("editor-in-en", &[("label", cx.t("editor-name").into())])
                    value=kept.value("en")
                    required=false
                />
                <TextField
                    name="code"
                    label=cx.t("editor-code")
                    hint=cx.t("editor-code-hint")
                    value=kept.value("code")
                    error=error("code")
                    kind=InputKind::Code
                />
                <Select name="item_type" label=cx.t("editor-item-type") options=types chosen=chosen/>
                {department}
                <Button label=cx.t("editor-begin")/>
            </form>
        </div>
    }
}

/// Which department it is for; nothing for those who have no choice.
fn department(cx: &Ctx, kept: &Kept, departments: Vec<Choice>) -> Option<AnyView> {
    if departments.is_empty() {
        return None;
    }
    let own = cx.officer().map(|officer| officer.department.to_string());
    let chosen = match kept.value("department") {
        chosen if chosen.is_empty() => own.unwrap_or_default(),
        chosen => chosen,
    };
    let error = kept.problem("department").map(|key| cx.t(key));
    let select = view! {
        <Select
            name="department"
            label=cx.t("editor-department")
            options=departments
            chosen=chosen
            error=error
        />
    };
    Some(select.into_any())
}
