//! The citizen's inbox 站内消息.

use std::sync::Arc;

use leptos::prelude::*;
use portal::notices::NoticeView;

use crate::page::{Access, Ctx, Page, PageResult, Params, Route, route};
use crate::paths;
use crate::ui::{Empty, Tag, TagKind};

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![route("/notices", Access::Citizen, load)]
}

/// Shows the inbox; what has been shown counts as read from then on.
async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let citizen = cx.citizen()?;
    let notices = cx.portal.notices().list(citizen).await?;
    if notices.iter().any(|notice| !notice.read) {
        cx.portal.notices().mark_all_read(citizen).await?;
    }
    let title = cx.t("notices-title");
    Ok(Page::new(title, move || view(&cx, &notices)))
}

fn view(cx: &Ctx, notices: &[NoticeView]) -> impl IntoView + use<> {
    let body = if notices.is_empty() {
        view! { <Empty text=cx.t("notices-none")/> }.into_any()
    } else {
        let rows: Vec<_> = notices.iter().map(|notice| row(cx, notice)).collect();
        view! { <ul>{rows}</ul> }.into_any()
    };
    view! {
        <div class="container">
            <header class="page-header"><h1>{cx.t("notices-title")}</h1></header>
            {body}
        </div>
    }
}

fn row(cx: &Ctx, notice: &NoticeView) -> impl IntoView + use<> {
    let class = if notice.read {
        "case-list__row"
    } else {
        "case-list__row case-list__row--mine"
    };
    let new = (!notice.read).then(|| view! { <Tag kind=TagKind::Info text=cx.t("notices-new")/> });
    let text = cx.t(&format!("notice-{}", notice.kind.key()));
    view! {
        <li class=class>
            <p class="case-list__name"><a href=cx.href(paths::case(&notice.case))>{text}</a></p>
            <p class="case-list__about">
                {new} <span>{cx.text(&notice.item_name)}</span> <time>{cx.date_time(notice.at)}</time>
            </p>
        </li>
    }
}
