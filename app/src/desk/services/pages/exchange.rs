//! Services to and from files: what can be saved, and what a file would bring.

use std::sync::Arc;

use leptos::prelude::*;
use portal::catalogue::editor::{Fate, Incoming};

use super::words::name_or;
use crate::desk::services::doors::{IMPORT, told};
use crate::desk::services::posted::{GO, JSON};
use crate::page::{Ctx, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, ErrorSummary, FileField, Table, Tag, TagKind,
    field_id,
};

/// What came of looking into a file.
type Looked = Result<Vec<Incoming>, Vec<(String, String)>>;

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(IMPORT).await?,
        None => None,
    };
    let looked: Option<Looked> = match kept {
        None => None,
        Some(kept) if !kept.problems.is_empty() => Some(Err(kept.problems)),
        Some(kept) => {
            let editor = cx.portal.catalogue().editor();
            let looked = editor.look_into(officer, &kept.value(JSON)).await;
            Some(match looked {
                Ok(incoming) => Ok(incoming),
                Err(error) => Err(told(error)?),
            })
        }
    };
    let status = if matches!(looked, Some(Err(_))) {
        422
    } else {
        200
    };
    Ok(
        Page::new(cx.t("editor-exchange"), move || view(&cx, looked))
            .layout(Layout::Desk)
            .status(status),
    )
}

fn view(cx: &Ctx, looked: Option<Looked>) -> impl IntoView + use<> {
    let (incoming, problems) = match looked {
        Some(Ok(incoming)) => (Some(incoming), Vec::new()),
        Some(Err(problems)) => (None, problems),
        None => (None, Vec::new()),
    };
    let errors = problems.iter().map(|(name, key)| {
        let id = if name.is_empty() {
            String::new()
        } else {
            field_id(name)
        };
        (id, cx.t(key).to_owned())
    });
    let error = problems.first().map(|(_, key)| cx.t(key));
    let file = |name: &str, label: &'static str| {
        let href = paths::desk_services_export(name);
        view! { <ButtonLink href=href label=cx.t(label) kind=ButtonKind::Secondary/> }
    };
    view! {
        <div class="container container--wide stack">
            <Breadcrumb trail=vec![(paths::desk_services(), cx.t("editor-services").into())]/>
            <ErrorSummary title=cx.t("error-summary-title") errors=errors.collect()/>
            <header class="page-header">
                <h1>{cx.t("editor-exchange")}</h1>
                <p class="lead">{cx.t("editor-exchange-about")}</p>
            </header>
            <section class="sheet stack stack--tight">
                <h2 class="sheet__title">{cx.t("editor-export")}</h2>
                <p class="actions">
                    {file("services.json", "editor-export-all")} {file("services.csv", "editor-export-list")}
                </p>
            </section>
            {incoming.map(|incoming| preview(cx, &incoming))}
            <section class="sheet stack stack--tight">
                <h2 class="sheet__title">{cx.t("editor-import")}</h2>
                <form class="form" method="post" enctype="multipart/form-data" action=paths::door::SERVICE_IMPORT>
                    <FileField
                        name=JSON
                        label=cx.t("editor-import-file")
                        accept="application/json,.json"
                        hint=cx.t("editor-import-hint")
                        error=error
                    />
                    <Button label=cx.t("editor-import-look") name=GO value="look"/>
                </form>
            </section>
        </div>
    }
}

/// What the file would bring, before anything is changed.
fn preview(cx: &Ctx, incoming: &[Incoming]) -> AnyView {
    let head = [
        "editor-name",
        "editor-code",
        "editor-import-fate",
        "editor-problems",
    ]
    .map(|key| cx.t(key).into())
    .into();
    let rows = incoming
        .iter()
        .map(|one| {
            let item = &one.service.item;
            vec![
                name_or(cx, &item.name, "editor-unnamed").into_any(),
                view! { <span class="number">{item.code.to_string()}</span> }.into_any(),
                fate(cx, one.fate),
                one.problems.to_string().into_any(),
            ]
        })
        .collect();
    let taken = incoming.iter().filter(|one| one.fate.is_taken()).count();
    let button = (taken > 0).then(|| {
        let count = i64::try_from(taken).unwrap_or(i64::MAX);
        let label = cx.tf("editor-import-take", &[("n", count.into())]);
        view! {
            <form method="post" enctype="multipart/form-data" action=paths::door::SERVICE_IMPORT>
                <Button label=label name=GO value="take"/>
            </form>
        }
    });
    view! {
        <section class="sheet stack stack--tight">
            <h2 class="sheet__title">{cx.t("editor-import-preview")}</h2>
            <Table caption=cx.t("editor-import-preview") head=head rows=rows hide_caption=true/>
            {button}
        </section>
    }
    .into_any()
}

fn fate(cx: &Ctx, fate: Fate) -> AnyView {
    let (kind, text) = match fate {
        Fate::New => (TagKind::Success, cx.t("editor-fate-new").to_owned()),
        Fate::Differs(count) => {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            (
                TagKind::Info,
                cx.tf("editor-fate-differs", &[("n", count.into())]),
            )
        }
        Fate::Same => (TagKind::Neutral, cx.t("editor-fate-same").to_owned()),
        Fate::BeingWritten => (
            TagKind::Warning,
            cx.t("editor-fate-being-written").to_owned(),
        ),
        Fate::OtherDepartment => (
            TagKind::Danger,
            cx.t("editor-fate-other-department").to_owned(),
        ),
    };
    view! { <Tag kind=kind text=text/> }.into_any()
}
