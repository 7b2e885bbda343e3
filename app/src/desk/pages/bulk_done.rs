//! What became of the cases that were ticked.

use std::sync::Arc;

use domain::CaseId;
use leptos::prelude::*;

use crate::desk::doors::BULK_FORM;
use crate::page::{Ctx, Kept, Layout, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, BannerKind, Breadcrumb, Column, Empty, Table};

/// The words that need the name of an officer.
const WITH_NAME: &str = "bulk-holder";

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    cx.officer()?;
    let kept = cx.visitor.kept(BULK_FORM).await?.unwrap_or_default();
    let status = if kept.problems.is_empty() { 200 } else { 422 };
    let title = cx.t("desk-bulk-result");
    Ok(Page::new(title, move || view(&cx, &kept))
        .layout(Layout::Desk)
        .status(status))
}

fn view(cx: &Ctx, kept: &Kept) -> impl IntoView + use<> {
    let trail = vec![(paths::desk(), cx.t("desk-inbox").into())];
    let problem = kept.problem("").map(|key| {
        let title = cx.t(key);
        view! { <Banner title=title kind=BannerKind::Danger/> }
    });
    let head: Vec<Column> = ["desk-column-number", "desk-column-outcome"]
        .map(|key| cx.t(key).into())
        .into();
    let rows: Vec<_> = kept
        .values
        .values()
        .filter_map(|line| row(cx, line))
        .collect();
    let table = if rows.is_empty() {
        view! { <Empty text=cx.t("desk-bulk-none")/> }.into_any()
    } else {
        view! { <Table caption=cx.t("desk-bulk-result") head=head rows=rows hide_caption=true/> }
            .into_any()
    };
    view! {
        <div class="container container--wide stack stack--tight">
            <Breadcrumb trail=trail/>
            {problem}
            <header class="page-header"><h1>{cx.t("desk-bulk-result")}</h1></header>
            {table}
            <p><a href=paths::desk()>{cx.t("desk-back")}</a></p>
        </div>
    }
}

/// One line as the door has kept it: case, number, key of the words, name.
fn row(cx: &Ctx, line: &str) -> Option<Vec<AnyView>> {
    let mut parts = line.splitn(4, '|');
    let id = CaseId::new(parts.next()?);
    let (number, key, name) = (parts.next()?, parts.next()?, parts.next()?);
    let words = if key == WITH_NAME {
        cx.tf(key, &[("name", name.to_owned().into())])
    } else {
        cx.t(key).to_owned()
    };
    let number = number.to_owned();
    let link = view! { <a class="desk-table__number" href=paths::desk_case(&id)>{number}</a> };
    Some(vec![link.into_any(), words.into_any()])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[tokio::test]
    async fn each_case_has_its_line() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/done").await;
        let lines = [
            "c-1|99010020260101000001X|bulk-done|".to_owned(),
            format!("c-2|99010020260101000002X|bulk-holder|{HOSTILE}"),
            "broken".to_owned(),
        ];
        let lines = lines.into_iter().enumerate();
        let values: BTreeMap<_, _> = lines.map(|(at, line)| (at.to_string(), line)).collect();
        let kept = Kept {
            values,
            problems: Vec::new(),
        };
        let html = html(|| view(&cx, &kept));
        assert_escaped(&html);
        assert_contains(&html, &["/desk/cases/c-1", "Done", "has it now"]);
        assert_eq!(html.matches("<tr>").count(), 3);
    }

    #[tokio::test]
    async fn nothing_ticked_is_said() {
        let (_folder, cx) = context(officer("Jiang"), Surface::Web, "/desk/done").await;
        let kept = Kept {
            values: BTreeMap::new(),
            problems: vec![(String::new(), "bulk-nothing-ticked".to_owned())],
        };
        let html = html(|| view(&cx, &kept));
        assert_contains(&html, &["Choose at least one case", "Nothing was done."]);
    }
}
