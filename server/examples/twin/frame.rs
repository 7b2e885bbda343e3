//! The document around every page.

use app::{Site, paths};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::pieces::search_box;
use super::words::{TAG, languages, of, t};

/// A whole document. `path`: path and query of the page in the portal.
pub fn document(
    site: &Site,
    path: &str,
    title: &str,
    description: Option<&str>,
    body: Markup,
) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(TAG) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " - " (t("site-name")) }
                @if let Some(description) = description {
                    meta name="description" content=(description);
                }
                meta name="SiteName" content=(t("site-name"));
                meta name="SiteDomain" content=(site.facts.domain());
                meta name="SiteIDCode" content=(site.facts.code);
                link rel="search" type="application/opensearchdescription+xml" title=(t("site-name")) href="/opensearch.xml";
                link rel="manifest" href="/manifest.webmanifest";
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href=(site.css);
                script type="module" { (PreEscaped(&site.loader)) }
            }
            body class="site" {
                a class="skip-link" href="#main" { (t("skip-link")) }
                (header(path))
                main class="main" id="main" tabindex="-1" { (body) }
                (footer(site, path))
            }
        }
    }
}

fn header(path: &str) -> Markup {
    let next = if path == "/" { "" } else { path };
    let here = path.split('?').next().unwrap_or_default();
    html! {
        header class="site-header" {
            div class="container site-header__bar" {
                a class="wordmark" href=(paths::home()) {
                    svg class="wordmark__mark" viewBox="4 4 32 32" aria-hidden="true" focusable="false" {
                        path class="wordmark__gate" d="M4 4h32v32h-9V22a7 7 0 0 0-14 0v14H4z" {}
                        path class="wordmark__way" d="M17 36V23a3 3 0 0 1 6 0v13z" {}
                    }
                    span class="wordmark__name" lang="zh-Hans" { "通办" }
                    span class="wordmark__latin" lang="en" { "Tongban" }
                    span class="visually-hidden" { " " (t("wordmark-home")) }
                }
                div class="site-header__search" {
                    @if here != "/" {
                        (search_box(t("search-header-label"), "header-search", false))
                    }
                }
                div class="site-header__tools" {
                    (language_list(path))
                    (display_tools(path))
                    a class="tool tool--strong" href=(paths::sign_in(next)) { (t("sign-in")) }
                }
            }
            nav class="site-nav" aria-label=(t("nav-label")) {
                ul class="container site-nav__list" {
                    (place(here, &paths::items(), "nav-services"))
                    (place(here, &paths::my_cases(), "nav-my-cases"))
                    (place(here, &paths::my_certificates(), "nav-my-certificates"))
                    (place(here, &paths::verify(""), "nav-verify"))
                }
            }
        }
    }
}

/// The page in every language.
fn language_list(path: &str) -> Markup {
    html! {
        ul class="language-list" aria-label=(t("display-language")) {
            @for language in languages() {
                li {
                    a class="tool" href=(paths::in_language(path, language.tag)) lang=(language.tag)
                        hreflang=(language.tag) rel="nofollow" aria-label=(language.name)
                        aria-current=[language.here.then_some("true")] {
                        (language.short)
                    }
                }
            }
        }
    }
}

/// The way into the elder mode, and to all settings.
fn display_tools(path: &str) -> Markup {
    let links = [
        (paths::in_mode(path, "elder"), "display-tools-elder"),
        (paths::display(path), "display-tools-settings"),
    ];
    html! {
        ul class="display-tools" aria-label=(t("display-tools")) {
            @for (href, key) in &links {
                li { a class="tool" href=(href) rel="nofollow" { (t(key)) } }
            }
        }
    }
}

fn place(here: &str, href: &str, key: &str) -> Markup {
    let is_here = here
        .strip_prefix(href)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    html! {
        li class="site-nav__item" {
            a class="site-nav__link" href=(href) aria-current=[is_here.then_some("true")] { (t(key)) }
        }
    }
}

fn footer(site: &Site, path: &str) -> Markup {
    let page = if path == "/" { "" } else { path };
    let links = [
        (paths::contact(), "about-contact-title"),
        (paths::sitemap(), "about-sitemap-title"),
        (paths::report(page), "report-error-title"),
        (paths::report_kind("illegal", page), "report-illegal-title"),
        (paths::privacy(), "about-privacy-title"),
        (paths::accessibility(), "about-accessibility-title"),
        (paths::terms(), "about-terms-title"),
        (paths::access_records(), "nav-access-records"),
        (paths::desk_sign_in(), "nav-desk"),
    ];
    let facts = &site.facts;
    let rows = [
        ("footer-sponsor", of(&facts.sponsor)),
        ("footer-operator", of(&facts.operator)),
        ("footer-site-code", facts.code.as_str()),
        ("footer-icp", facts.icp.as_str()),
        ("footer-police", facts.police.as_str()),
    ];
    html! {
        footer class="site-footer" {
            div class="container site-footer__columns" {
                section class="site-footer__help" aria-labelledby="footer-help" {
                    h2 class="site-footer__title" id="footer-help" { (t("footer-help-title")) }
                    p { a class="site-footer__phone" href="tel:12345" { "12345" } }
                    p { (t("footer-help-text")) }
                }
                nav class="site-footer__links" aria-label=(t("footer-links-label")) {
                    ul {
                        @for (href, key) in &links {
                            li { a href=(href) { (t(key)) } }
                        }
                    }
                }
                ul class="site-footer__facts" {
                    @for (key, fact) in rows.into_iter().filter(|(_, fact)| !fact.is_empty()) {
                        li { (t(key)) (fact) }
                    }
                    @if facts.ipv6 { li { (t("footer-ipv6")) } }
                }
            }
            p class="container site-footer__demo" { (t("footer-demonstration")) }
        }
    }
}
