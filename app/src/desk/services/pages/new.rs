//! Beginning a new service.

use std::sync::Arc;

use domain::catalogue::editing::item_types;
use leptos::prelude::*;

use crate::desk::services::doors::NEW;
use crate::page::{Ctx, Kept, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Breadcrumb, Button, Choice, ErrorSummary, InputKind, Select, TextField, field_id};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    cx.officer()?;
    let copy_of = params.query("copy").unwrap_or_default().to_owned();
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(NEW).await?.unwrap_or_default(),
        None => Kept::default(),
    };
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    Ok(
        Page::new(cx.t("editor-new"), move || view(&cx, &kept, copy_of))
            .layout(Layout::Desk)
            .status(status),
    )
}

fn view(cx: &Ctx, kept: &Kept, copy_of: String) -> impl IntoView + use<> {
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
                <Button label=cx.t("editor-begin")/>
            </form>
        </div>
    }
}
