//! The citizen's inbox 站内消息.

use std::sync::Arc;

use domain::notices::NoticeKind;
use leptos::prelude::*;
use portal::notices::{NoticeList, NoticeView};

use crate::page::{Ctx, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{Button, ButtonKind, Empty, Pagination, Tag, TagKind};

/// The title of a kind of notice.
pub(crate) fn title(cx: &Ctx, kind: NoticeKind) -> &'static str {
    cx.t(&format!("notice-{}", kind.key()))
}

/// Shows one page of the inbox. Looking at it marks nothing as read.
pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let citizen = cx.citizen()?;
    let page = params.query("page").and_then(|page| page.parse().ok());
    let notices = cx.portal.notices().list(citizen, page.unwrap_or(1)).await?;
    let title = cx.t("notices-title");
    Ok(Page::new(title, move || view(&cx, &notices)))
}

/// Marks one notice as read and leads to what it is about.
pub(super) async fn open(cx: Arc<Ctx>, params: Params) -> PageResult {
    let citizen = cx.citizen()?;
    let place = cx.portal.notices().open(citizen, params.path("id")).await?;
    Err(place.map_or(PageError::NotFound, PageError::Redirect))
}

fn view(cx: &Ctx, notices: &NoticeList) -> impl IntoView + use<> {
    let body = if notices.rows.is_empty() {
        view! { <Empty text=cx.t("notices-none")/> }.into_any()
    } else {
        let rows: Vec<_> = notices.rows.iter().map(|notice| row(cx, notice)).collect();
        view! { <ul>{rows}</ul> }.into_any()
    };
    let unread = i64::try_from(notices.unread).unwrap_or(i64::MAX);
    let mark_all = (unread > 0).then(|| {
        view! {
            <p>{cx.tf("notices-unread", &[("n", unread.into())])}</p>
            <form method="post" action=paths::door::NOTICES_READ>
                <Button label=cx.t("notices-mark-all") kind=ButtonKind::Secondary/>
            </form>
        }
    });
    view! {
        <div class="container stack">
            <header class="page-header">
                <h1>{cx.t("notices-title")}</h1>
                <p class="lead">{cx.t("notices-lead")}</p>
            </header>
            <div class="actions">
                {mark_all}
                <a href=paths::notice_settings()>{cx.t("notices-settings")}</a>
            </div>
            {body}
            <Pagination page=notices.page pages=notices.pages href=paths::notices_page/>
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
    let item = notice
        .item_name
        .as_ref()
        .map(|name| view! { <span>{cx.text(name)}</span> });
    let number = notice.number.as_deref().map(|number| {
        let text = cx.tf("notices-number", &[("number", number.into())]);
        view! { <span class="number">{text}</span> }
    });
    view! {
        <li class=class>
            <p class="case-list__name"><a href=paths::notice(&notice.id)>{title(cx, notice.kind)}</a></p>
            <p class="case-list__about">
                {new} {item} {number} <time>{cx.date_time(notice.at)}</time>
            </p>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use domain::Text;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{citizen, context};
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn notice(id: &str, read: bool) -> NoticeView {
        NoticeView {
            id: id.to_owned(),
            kind: NoticeKind::CorrectionRequested,
            item_name: Some(Text::both(HOSTILE, HOSTILE)),
            number: Some("99010020261102000001X".to_owned()),
            at: chrono::DateTime::UNIX_EPOCH,
            read,
        }
    }

    async fn shown(rows: Vec<NoticeView>, unread: u64, pages: usize) -> String {
        let (_folder, cx) = context(citizen("Lin"), Surface::Web, "/notices").await;
        let list = NoticeList {
            rows,
            unread,
            page: 1,
            pages,
        };
        html(|| view(&cx, &list))
    }

    #[tokio::test]
    async fn unread_notices_are_marked_and_can_be_marked_as_read() {
        let html = shown(vec![notice("1", false), notice("2", true)], 1, 2).await;
        assert_escaped(&html);
        assert_contains(
            &html,
            &[
                "href=\"/notices/1\"",
                "action=\"/do/notices-read\"",
                "Please correct your application",
                "href=\"/notices?page=2\"",
                "href=\"/notices/settings\"",
            ],
        );
        assert_eq!(html.matches("case-list__row--mine").count(), 1);
        assert!(!html.contains("notice-"), "a text is missing: {html}");
    }

    #[tokio::test]
    async fn what_is_read_needs_no_button() {
        let html = shown(vec![notice("2", true)], 0, 1).await;
        assert!(!html.contains("<form"), "{html}");
        let html = shown(Vec::new(), 0, 1).await;
        assert_contains(&html, &["class=\"empty\""]);
    }
}
