//! Pages that say one thing at length, in titled parts: privacy 隐私政策, accessibility 无障碍声明,
//! terms 使用条款.

use std::sync::Arc;

use leptos::prelude::*;

use super::prose::prose;
use super::{Place, updated_at};
use crate::page::{Article, Ctx, Marks, Page, PageResult};
use crate::paths;
use crate::ui::{Breadcrumb, Words};

/// One of these pages. Its texts are `about-<key>-title`, `-lead`, and for each part
/// `about-<key>-<part>` with `about-<key>-<part>-text`.
pub(super) struct About {
    pub(super) pattern: &'static str,
    key: &'static str,
    parts: &'static [&'static str],
    /// Where to go on.
    more: &'static [Place],
}

pub(super) static ALL: [About; 3] = [
    About {
        pattern: "/about/privacy",
        key: "privacy",
        parts: &[
            "who",
            "kept",
            "basis",
            "registers",
            "shared",
            "long",
            "rights",
            "consent",
            "safety",
            "cookies",
            "complaints",
        ],
        more: &[
            (paths::access_records, "nav-access-records"),
            (paths::contact, "about-contact-title"),
        ],
    },
    About {
        pattern: "/about/accessibility",
        key: "accessibility",
        parts: &["standard", "works", "modes", "limits", "phone", "complain"],
        more: &[
            (report_accessibility, "about-report-accessibility"),
            (paths::contact, "about-contact-title"),
        ],
    },
    About {
        pattern: "/about/terms",
        key: "terms",
        parts: &[
            "scope", "account", "truth", "content", "limits", "reuse", "law",
        ],
        more: &[
            (paths::privacy, "about-privacy-title"),
            (paths::contact, "about-contact-title"),
        ],
    },
];

fn report_accessibility() -> String {
    let kind = domain::site::ReportKind::Accessibility;
    paths::report_kind(kind.key(), "")
}

pub(super) async fn load(cx: Arc<Ctx>, page: &'static About) -> PageResult {
    let [title, lead] = ["title", "lead"].map(|part| cx.t(&format!("about-{}-{part}", page.key)));
    let marks = marks(&cx, page.pattern, title, lead);
    Ok(Page::new(title, move || view(&cx, page))
        .description(lead)
        .marks(marks))
}

/// The marks of a page about the site.
pub(super) fn marks(cx: &Ctx, path: &str, title: &str, lead: &str) -> Marks {
    let article = Article {
        title,
        description: lead,
        keywords: title,
        source: &cx.plain(&cx.site.facts.operator),
        published_at: updated_at(),
    };
    Marks::article(cx, path, &article)
}

fn view(cx: &Ctx, page: &'static About) -> impl IntoView + use<> {
    let parts: Vec<_> = page
        .parts
        .iter()
        .map(|part| {
            let key = format!("about-{}-{part}", page.key);
            let text = cx.t(&format!("{key}-text"));
            view! { <h2 id=*part>{cx.t(&key)}</h2> {prose(text)} }
        })
        .collect();
    let more: Vec<_> = page
        .more
        .iter()
        .map(|(path, key)| view! { <li><a href=path()>{cx.t(key)}</a></li> })
        .collect();
    let body = view! {
        <div class="prose">{parts}</div>
        <nav aria-label=cx.t("about-more")><ul>{more}</ul></nav>
    };
    frame(cx, page.key, body.into_any())
}

/// What all pages about the site have: the way, the heading, the times.
pub(super) fn frame(cx: &Ctx, key: &str, body: AnyView) -> AnyView {
    let trail: Vec<(String, Words)> = vec![
        (cx.href(paths::home()), cx.t("crumb-home").into()),
        (paths::sitemap(), cx.t("about-label").into()),
    ];
    let updated = cx.date_time(updated_at());
    let machine = updated_at().to_rfc3339();
    let source = cx.text(&cx.site.facts.operator);
    view! {
        <div class="container container--narrow stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{cx.t(&format!("about-{key}-title"))}</h1>
                <p class="lead">{cx.t(&format!("about-{key}-lead"))}</p>
                <p class="muted">
                    {cx.t("about-source")} {source} " "
                    {cx.t("about-updated")} <time datetime=machine>{updated}</time>
                </p>
            </header>
            {body}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use domain::Locale;
    use portal::accounts::Actor;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::shell::document;
    use crate::ui::testing::assert_contains;

    #[tokio::test]
    async fn every_part_has_its_text_in_every_language() {
        for page in &ALL {
            for locale in Locale::ALL {
                let (_folder, mut cx) = context(Actor::Anonymous, Surface::Web, page.pattern).await;
                cx.locale = locale;
                let cx = Arc::new(cx);
                let loaded = load(Arc::clone(&cx), page).await.unwrap();
                let html = document(&cx, loaded);
                assert!(!html.contains(&format!("about-{}", page.key)), "{html}");
                assert_contains(&html, &["2026-11-21 15:00", "ArticleTitle", "PubDate"]);
                assert_eq!(html.matches("<h2 id=\"").count(), page.parts.len() + 1);
            }
        }
    }

    #[tokio::test]
    async fn the_law_is_named_by_article() {
        for (page, articles) in [
            (
                &ALL[0],
                ["第十三条", "第十五条", "第十七条", "第四十四条", "第五十条"].as_slice(),
            ),
            (&ALL[1], &["第三十二条", "第三十五条"]),
        ] {
            let (_folder, mut cx) = context(Actor::Anonymous, Surface::Web, page.pattern).await;
            cx.locale = Locale::ZhHans;
            let cx = Arc::new(cx);
            let loaded = load(Arc::clone(&cx), page).await.unwrap();
            assert_contains(&document(&cx, loaded), articles);
        }
    }
}
