//! Services to and from files: what can be saved, and what a file would bring.

use std::sync::Arc;

use leptos::prelude::*;
use portal::catalogue::editor::{EditorError, Fate, Incoming, Preview, SCHEMA_PATH};

use super::compare;
use super::words::name_or;
use crate::desk::services::doors::{IMPORT, told};
use crate::desk::services::posted::{GO, JSON};
use crate::page::{Ctx, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{
    Breadcrumb, Button, ButtonKind, ButtonLink, Disclosure, ErrorSummary, FileField, Table, Tag,
    TagKind, field_id,
};

/// What came of looking into a file; problems by the input that they belong to.
pub(super) type Looked = Result<Preview, Vec<(String, String)>>;

/// Most differences of one service on the page; who has more looks at them in the working copy.
const MAX_DIFFERENCES: usize = 50;

/// What files can be chosen.
const ACCEPTED: &str = "application/json,.json,text/csv,.csv,.xlsx";

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let kept = match params.query(paths::AGAIN) {
        Some(_) => cx.visitor.kept(IMPORT).await?,
        None => None,
    };
    let looked: Option<Looked> = match kept {
        None => None,
        Some(kept) if !kept.problems.is_empty() => {
            let said = |(name, key): (String, String)| (name, cx.t(&key).to_owned());
            Some(Err(kept.problems.into_iter().map(said).collect()))
        }
        Some(kept) => {
            let editor = cx.portal.catalogue().editor();
            let looked = editor.look_into(officer, &kept.value(JSON)).await;
            Some(match looked {
                Ok(preview) => Ok(preview),
                Err(EditorError::Row(line, key)) => Err(vec![in_line(&cx, line, key)]),
                Err(error) => {
                    let said = |(name, key): (String, String)| (name, cx.t(&key).to_owned());
                    Err(told(error)?.into_iter().map(said).collect())
                }
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

/// What is wrong with a line of a list.
pub(super) fn in_line(cx: &Ctx, line: usize, key: &str) -> (String, String) {
    let line = i64::try_from(line).unwrap_or(i64::MAX);
    let what = cx.t(key).to_owned();
    let sentence = cx.tf(
        "editor-problem-row",
        &[("line", line.into()), ("what", what.into())],
    );
    (JSON.to_owned(), sentence)
}

pub(super) fn view(cx: &Ctx, looked: Option<Looked>) -> impl IntoView + use<> {
    let (preview, problems) = match looked {
        Some(Ok(preview)) => (Some(preview), Vec::new()),
        Some(Err(problems)) => (None, problems),
        None => (None, Vec::new()),
    };
    let error = problems.first().map(|(_, said)| said.clone());
    let errors = problems.into_iter().map(|(name, said)| {
        let id = if name.is_empty() {
            String::new()
        } else {
            field_id(&name)
        };
        (id, said)
    });
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
                    {file("services.json", "editor-export-all")}
                    {file("services.xlsx", "editor-export-workbook")}
                    {file("services.csv", "editor-export-list")}
                </p>
                <p class="hint">
                    {cx.t("editor-schema-about")} " "
                    <a href=SCHEMA_PATH>{cx.t("editor-schema")}</a>
                </p>
            </section>
            {preview.map(|preview| seen(cx, &preview))}
            <section class="sheet stack stack--tight">
                <h2 class="sheet__title">{cx.t("editor-import")}</h2>
                <form class="form" method="post" enctype="multipart/form-data" action=paths::door::SERVICE_IMPORT>
                    <FileField
                        name=JSON
                        label=cx.t("editor-import-file")
                        accept=ACCEPTED
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
fn seen(cx: &Ctx, preview: &Preview) -> AnyView {
    let head = [
        "editor-name",
        "editor-code",
        "editor-import-fate",
        "editor-problems",
    ]
    .map(|key| cx.t(key).into())
    .into();
    let services = &preview.services;
    let rows: Vec<_> = services
        .iter()
        .map(|one| {
            vec![
                name_or(cx, &one.item.name, "editor-unnamed").into_any(),
                view! { <span class="number">{one.item.code.to_string()}</span> }.into_any(),
                fate(cx, one.fate),
                one.problems.to_string().into_any(),
            ]
        })
        .collect();
    let counted = |key: &str, count: usize| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        cx.tf(key, &[("n", count.into())])
    };
    let unchanged = (preview.unchanged > 0).then(|| {
        let text = counted("editor-import-unchanged", preview.unchanged);
        view! { <p>{text}</p> }
    });
    let table = (!rows.is_empty()).then(|| {
        let caption = cx.t("editor-import-preview");
        view! { <Table caption=caption head=head rows=rows hide_caption=true/> }
    });
    let taken = services.iter().filter(|one| one.fate.is_taken()).count();
    let button = (taken > 0).then(|| {
        let label = counted("editor-import-take", taken);
        view! {
            <form method="post" enctype="multipart/form-data" action=paths::door::SERVICE_IMPORT>
                <Button label=label name=GO value="take"/>
            </form>
        }
    });
    let differences: Vec<AnyView> = services
        .iter()
        .filter(|one| !one.differences.is_empty())
        .map(|one| differing(cx, one))
        .collect();
    view! {
        <section class="sheet stack stack--tight">
            <h2 class="sheet__title">{cx.t("editor-import-preview")}</h2>
            {unchanged}
            {table}
            {differences}
            {button}
        </section>
    }
    .into_any()
}

/// What would change of one service.
fn differing(cx: &Ctx, one: &Incoming) -> AnyView {
    let name = name_or(cx, &one.item.name, "editor-unnamed").into_owned();
    let summary = cx.tf("editor-import-differences", &[("item", name.into())]);
    let shown = &one.differences[..one.differences.len().min(MAX_DIFFERENCES)];
    let sides = ["editor-import-now", "editor-import-then"].map(|key| cx.t(key).into());
    let more = (shown.len() < one.differences.len()).then(|| {
        let count = i64::try_from(one.differences.len()).unwrap_or(i64::MAX);
        let text = cx.tf("editor-import-more", &[("n", count.into())]);
        view! { <p class="hint">{text}</p> }
    });
    let table = compare::table(cx, shown, sides);
    view! {
        <Disclosure summary=summary>
            {table}
            {more}
        </Disclosure>
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
