//! From a page to a whole document.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use portal::accounts::Actor;

use crate::page::{Ctx, Layout, Marks, Page, Surface, Theme, marks_in_head};
use crate::ui::escape::raw_text;
use crate::ui::frame;

/// The whole HTML document of a page, rendered at once: nothing in it waits or streams.
#[must_use]
pub fn document(cx: &Ctx, page: Page) -> String {
    let head = Head {
        title: format!("{} - {}", page.title, cx.t("site-name")),
        description: page.description,
        marks: page.marks,
        hidden: page.status != 200
            || page.layout != Layout::Site
            || cx.surface == Surface::Kiosk
            || !matches!(cx.actor, Actor::Anonymous),
    };
    let (layout, body) = (page.layout, page.body);
    render(cx, head, || {
        let body = body();
        match (layout, cx.surface) {
            (Layout::Print, _) => ("print", frame::print(body)),
            (Layout::Desk, _) => ("desk", frame::desk(cx, body)),
            (Layout::Kiosk, _) | (Layout::Site, Surface::Kiosk) => {
                ("kiosk", frame::kiosk(cx, body))
            }
            (Layout::Site, Surface::Counter) => ("counter", frame::counter(cx, body)),
            (Layout::Site, Surface::Web) => ("site", frame::site(cx, body)),
        }
    })
}

/// What stands in `<head>` beside what is the same on every page.
struct Head {
    title: String,
    description: Option<String>,
    marks: Marks,
    /// Whether search engines are asked to leave the page out.
    hidden: bool,
}

/// Renders inside a reactive owner that knows about islands, and drops it afterwards.
fn render(cx: &Ctx, head: Head, body: impl FnOnce() -> (&'static str, AnyView)) -> String {
    let (site, locale, modes) = (cx.site, cx.locale, cx.modes);
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| {
        provide_context(locale);
        let (class, body) = body();
        let description = head
            .description
            .map(|text| view! { <meta name="description" content=text/> });
        let theme = (modes.theme != Theme::System).then(|| modes.theme.word());
        let hidden = head
            .hidden
            .then(|| view! { <meta name="robots" content="noindex"/> });
        view! {
            <!DOCTYPE html>
            <html
                lang=locale.tag()
                data-elder=modes.elder
                data-contrast=modes.contrast
                data-still=modes.still
                data-aloud=modes.aloud
                data-theme=theme
            >
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title inner_html=raw_text(&head.title)></title>
                    {description}
                    {hidden}
                    {marks_in_head(site, locale, head.marks)}
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                    <link rel="stylesheet" href=site.css.clone()/>
                    <script type="module" inner_html=site.loader.clone()></script>
                </head>
                <body class=class>{body}</body>
            </html>
        }
        .to_html()
        // The renderer's marks between texts, as the standard wants comments to be written. Texts and
        // values are escaped, so nothing else reads like that.
        .replace("<!>", "<!---->")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::testing::{citizen, context, officer};
    use crate::ui::PrintButton;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, without_markers};

    async fn rendered(actor: Actor, surface: Surface, path: &str, page: Page) -> String {
        let (_folder, cx) = context(actor, surface, path).await;
        document(&cx, page)
    }

    fn hostile_page() -> Page {
        Page::new(
            HOSTILE,
            || view! { <h1>{HOSTILE}</h1><PrintButton label="Print"/> },
        )
        .description(HOSTILE)
    }

    #[tokio::test]
    async fn a_document_is_whole_and_escapes_titles() {
        let path = "/items?q=%22%3E%3Cscript%3E";
        let html = rendered(Actor::Anonymous, Surface::Web, path, hostile_page()).await;
        assert!(
            html.starts_with("<!DOCTYPE html><html lang=\"en\">"),
            "{html}"
        );
        assert!(without_markers(&html).ends_with("</body></html>"), "{html}");
        assert!(
            html.contains(" - Tongban</title>"),
            "no marker may stand in a title: {html}"
        );
        let (head, body) = html.split_once("</head>").unwrap();
        let (before, after) = head.split_once("<script type=\"module\">").unwrap();
        assert_escaped(before);
        assert!(
            without_markers(after).ends_with("</script>"),
            "the loader comes last: {after}"
        );
        assert_escaped(body);
        assert_contains(
            body,
            &[
                "href=\"#main\"",
                "id=\"main\"",
                "<leptos-island data-component=\"PrintOnClick_",
                "href=\"/items?q=%22%3E%3Cscript%3E&amp;lang=zh-Hans\"",
                "12345",
                "aria-current=\"true\"",
            ],
        );
        assert!(!html.contains("noindex"), "readers may find it");
        assert!(!html.contains("<!>"), "that is no comment: {html}");
        assert!(!html.contains(" style="), "styles stand in the sheet only");
    }

    #[tokio::test]
    async fn the_loader_stands_in_the_page_exactly_as_it_was_hashed() {
        let html = rendered(Actor::Anonymous, Surface::Web, "/", hostile_page()).await;
        let (_, after) = html.split_once("<script type=\"module\">").unwrap();
        let (text, _) = after.split_once("</script>").unwrap();
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/").await;
        assert_eq!(text, cx.site.loader);
    }

    #[tokio::test]
    async fn a_citizen_sees_the_name_and_the_way_out() {
        let html = rendered(citizen(HOSTILE), Surface::Web, "/cases", hostile_page()).await;
        assert_contains(&html, &["action=\"/do/sign-out\"", "Notices", "noindex"]);
        assert!(!html.contains("href=\"/sign-in"), "{html}");
        let (_, body) = html.split_once("</head>").unwrap();
        assert_escaped(body);
    }

    #[tokio::test]
    async fn the_sign_in_leads_back_to_where_the_reader_was() {
        let html = rendered(Actor::Anonymous, Surface::Web, "/items/A-1", hostile_page()).await;
        assert_contains(&html, &["href=\"/sign-in?next=/items/A-1\""]);
        let html = rendered(Actor::Anonymous, Surface::Web, "/", hostile_page()).await;
        assert_contains(&html, &["href=\"/sign-in\""]);
    }

    #[tokio::test]
    async fn the_desk_names_department_and_officer() {
        let page = hostile_page().layout(Layout::Desk);
        let html = rendered(officer("Wang"), Surface::Web, "/desk", page).await;
        assert_contains(
            &html,
            &[
                "<body class=\"desk\">",
                "<span lang=\"zh-Hans\">通和市公安局",
                "Clerk",
                "Wang",
                "Inbox",
            ],
        );
        let page = hostile_page().layout(Layout::Desk);
        let html = rendered(Actor::Anonymous, Surface::Web, "/desk/sign-in", page).await;
        assert!(!html.contains("Inbox"), "nobody has signed in yet: {html}");
    }

    #[tokio::test]
    async fn the_kiosk_can_always_be_ended_but_when_nobody_uses_it() {
        let html = rendered(citizen("Li"), Surface::Kiosk, "/items", hostile_page()).await;
        assert_contains(
            &html,
            &[
                "<body class=\"kiosk\">",
                "id=\"kiosk-end\"",
                "action=\"/do/kiosk-end\"",
                "<leptos-island data-component=\"KioskIdle_",
                "form=\"kiosk-end\"",
                "href=\"/kiosk/items?lang=zh-Hans\"",
            ],
        );
        let html = rendered(Actor::Anonymous, Surface::Kiosk, "/", hostile_page()).await;
        assert!(!html.contains("kiosk-end"), "{html}");
    }

    #[tokio::test]
    async fn paper_has_no_frame() {
        let page = hostile_page().layout(Layout::Print);
        let html = rendered(citizen("Li"), Surface::Web, "/certificates/1", page).await;
        assert_contains(&html, &["<body class=\"print\">", "<main"]);
        assert!(!html.contains("<header"), "{html}");
    }
}
