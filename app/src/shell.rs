//! From a page to a whole document.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::page::{Ctx, Page};

/// The whole HTML document of a page, rendered at once: nothing in it waits or streams.
#[must_use]
pub fn document(cx: &Ctx, page: Page) -> String {
    render(|| {
        let title = format!("{} - {}", page.title, cx.t("site-name"));
        let css = cx.site.css.clone();
        let loader = cx.site.loader.clone();
        view! {
            <html lang=cx.locale.tag()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title>{title}</title>
                    <link rel="stylesheet" href=css/>
                    <script type="module" inner_html=loader></script>
                </head>
                <body>
                    <main id="main">{(page.body)()}</main>
                </body>
            </html>
        }
    })
}

/// Renders inside a reactive owner that knows about islands, and drops it.
fn render<V: RenderHtml>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    drop(owner);
    format!("<!DOCTYPE html>{html}")
}
