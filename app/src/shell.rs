//! From a page to a whole document.

use std::sync::Arc;

use domain::Locale;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use portal::accounts::Actor;
use portal::texts;

use crate::page::{Ctx, Layout, Page, Site, Surface, failure_key};
use crate::ui::frame;

/// The whole HTML document of a page, rendered at once: nothing in it waits or streams.
#[must_use]
pub fn document(cx: &Ctx, page: Page) -> String {
    let head = Head {
        title: format!("{} - {}", page.title, cx.t("site-name")),
        description: page.description,
        hidden: page.status != 200
            || page.layout != Layout::Site
            || cx.surface == Surface::Kiosk
            || !matches!(cx.actor, Actor::Anonymous),
    };
    let (layout, body) = (page.layout, page.body);
    render(cx.site, cx.locale, head, || {
        let body = body();
        match (layout, cx.surface) {
            (Layout::Print, _) => ("print", frame::print(body)),
            (Layout::Desk, _) => ("desk", frame::desk(cx, body)),
            (Layout::Kiosk, _) | (Layout::Site, Surface::Kiosk) => ("kiosk", frame::kiosk(cx, body)),
            (Layout::Site, Surface::Web) => ("site", frame::site(cx, body)),
        }
    })
}

/// A whole document that says in plain words what went wrong, for when there is no [`Ctx`]: the
/// database is away, the body was too large, too many requests came.
#[must_use]
pub fn failure_document(site: &Site, locale: Locale, status: u16, reference: Option<&str>) -> String {
    let key = failure_key(status);
    let t = |key: &str| texts::text(locale, key);
    let title = t(&format!("failure-{key}-title"));
    let text = t(&format!("failure-{key}-text"));
    let reference = reference
        .map(|reference| texts::format(locale, "failure-reference", &[("reference", reference.into())]));
    let head = Head {
        title: format!("{title} - {}", t("site-name")),
        description: None,
        hidden: true,
    };
    render(site, locale, head, || {
        let body = view! {
            <main class="main container failure" id="main">
                <h1>{title}</h1>
                <p class="lead">{text}</p>
                {reference.map(|reference| view! { <p class="failure__reference">{reference}</p> })}
                <p><a href="/">{t("failure-home")}</a></p>
            </main>
        };
        ("site", body.into_any())
    })
}

/// What stands in `<head>` beside what is the same on every page.
struct Head {
    title: String,
    description: Option<String>,
    /// Whether search engines are asked to leave the page out.
    hidden: bool,
}

/// Renders inside a reactive owner that knows about islands, and drops it afterwards.
fn render(
    site: &Site,
    locale: Locale,
    head: Head,
    body: impl FnOnce() -> (&'static str, AnyView),
) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| {
        provide_context(locale);
        let (class, body) = body();
        // Fluent knows the site's code, the only mandatory mark that a page's head repeats.
        let code = texts::text(locale, "site-code");
        let description = head
            .description
            .map(|text| view! { <meta name="description" content=text/> });
        let hidden = head
            .hidden
            .then(|| view! { <meta name="robots" content="noindex"/> });
        view! {
            <!DOCTYPE html>
            <html lang=locale.tag()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title>{head.title}</title>
                    {description}
                    {hidden}
                    <meta name="SiteName" content=texts::text(locale, "site-name")/>
                    <meta name="SiteIDCode" content=code/>
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                    <link rel="stylesheet" href=site.css.clone()/>
                    <script type="module" inner_html=site.loader.clone()></script>
                </head>
                <body class=class>{body}</body>
            </html>
        }
        .to_html()
    })
}
