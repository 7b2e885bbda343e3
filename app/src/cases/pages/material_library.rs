//! The applicant's own library of materials 我的材料.

use std::sync::Arc;

use leptos::prelude::*;
use portal::cases::LibraryEntry;

use super::notes::Note;
use crate::page::{Ctx, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ButtonKind, ButtonLink, Empty};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let entries = cx.portal.cases().library(cx.citizen()?).await?;
    let note = Note::read(&params);
    Ok(Page::new(cx.t("library-title"), move || {
        view(&cx, &entries, note)
    }))
}

fn view(cx: &Ctx, entries: &[LibraryEntry], note: Note) -> impl IntoView + use<> {
    let rows: Vec<_> = entries.iter().map(|entry| row(cx, entry)).collect();
    let (find, label) = (cx.href(paths::items()), cx.t("certificates-find"));
    let empty = rows.is_empty().then(|| {
        view! { <Empty text=cx.t("library-empty")><ButtonLink href=find label=label/></Empty> }
    });
    let list = (!rows.is_empty()).then(|| view! { <ul class="stack">{rows}</ul> });
    view! {
        <div class="container container--narrow stack">
            <header class="page-header">
                <h1>{cx.t("library-title")}</h1>
                <p class="lead">{cx.t("library-lead")}</p>
            </header>
            {note.banner(cx)}
            {list}
            {empty}
        </div>
    }
}

fn row(cx: &Ctx, entry: &LibraryEntry) -> impl IntoView + use<> {
    let until = [("until", cx.date(entry.valid_until).into())];
    let validity = if entry.is_valid {
        cx.tf("library-valid", &until)
    } else {
        cx.tf("library-over", &until)
    };
    let file = paths::material(&entry.case, &entry.id);
    view! {
        <li class="stack stack--tight">
            <p><a href=file>{cx.written(&entry.name)}</a></p>
            <p class="muted">{validity}</p>
            <p><a href=cx.href(paths::case(&entry.case))>{cx.t("library-case")}</a></p>
            <form method="post" action=paths::door::FORGET_MATERIAL>
                <input type="hidden" name="material" value=entry.id.to_string()/>
                <Button label=cx.t("library-remove") kind=ButtonKind::Link/>
            </form>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::forms::FileKind;
    use domain::{CaseId, MaterialId};

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{citizen, context};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[tokio::test]
    async fn files_can_be_opened_and_taken_out() {
        let (_folder, cx) = context(citizen("Lin"), Surface::Web, "/materials").await;
        let entry = LibraryEntry {
            id: MaterialId::new("m-1"),
            case: CaseId::new("c-1"),
            slot: "photo".to_owned(),
            name: HOSTILE.to_owned(),
            kind: FileKind::Png,
            size: 2048,
            valid_until: NaiveDate::from_ymd_opt(2027, 5, 2).unwrap_or_default(),
            is_valid: true,
        };
        let note = Note::read(&Params::default());
        let page = html(|| view(&cx, &[entry], note));
        assert_escaped(&page);
        let expected = [
            "2027-05-02",
            "/cases/c-1/materials/m-1",
            "/do/forget-material",
        ];
        assert_contains(&page, &expected);
        let page = html(|| view(&cx, &[], note));
        assert!(!page.contains("/do/"), "{page}");
    }
}
