//! The foot of the public portal, with what every government site has to name (国办发〔2017〕47号).

use domain::Text;
use domain::site::ReportKind;
use leptos::prelude::*;

use crate::page::Ctx;
use crate::paths;

/// Help, the site's own pages, and the mandatory names and numbers.
pub(super) fn footer(cx: &Ctx) -> impl IntoView + use<> {
    view! {
        <footer class="site-footer">
            <div class="container site-footer__columns">
                <section class="site-footer__help" aria-labelledby="footer-help">
                    <h2 class="site-footer__title" id="footer-help">{cx.t("footer-help-title")}</h2>
                    <p><a class="site-footer__phone" href="tel:12345">"12345"</a></p>
                    <p>{cx.t("footer-help-text")}</p>
                </section>
                {links(cx)}
                {facts(cx)}
            </div>
            <p class="container site-footer__demo">{cx.t("footer-demonstration")}</p>
        </footer>
    }
}

fn links(cx: &Ctx) -> impl IntoView + use<> {
    // The first page has nothing that the address of the site does not say.
    let page = if cx.path == paths::home() {
        ""
    } else {
        &cx.path
    };
    let links = [
        (paths::contact(), "about-contact-title"),
        (paths::sitemap(), "about-sitemap-title"),
        (paths::report(page), "report-error-title"),
        (
            paths::report_kind(ReportKind::Illegal.key(), page),
            "report-illegal-title",
        ),
        (paths::privacy(), "about-privacy-title"),
        (paths::accessibility(), "about-accessibility-title"),
        (paths::terms(), "about-terms-title"),
        (paths::open_data(), "open-data-title"),
        (paths::access_records(), "nav-access-records"),
        (paths::desk_sign_in(), "nav-desk"),
    ]
    .map(|(href, key)| view! { <li><a href=href>{cx.t(key)}</a></li> });
    view! {
        <nav class="site-footer__links" aria-label=cx.t("footer-links-label")>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
}

fn facts(cx: &Ctx) -> impl IntoView + use<> {
    let facts = &cx.site.facts;
    let number = |number: &str| Text::zh(number);
    let facts = [
        ("footer-sponsor", facts.sponsor.clone()),
        ("footer-operator", facts.operator.clone()),
        ("footer-site-code", number(&facts.code)),
        ("footer-icp", number(&facts.icp)),
        ("footer-police", number(&facts.police)),
    ]
    .into_iter()
    // A city that has no such number yet names none.
    .filter(|(_, fact)| !fact.zh.is_empty())
    .map(|(key, fact)| {
        let fact = cx.text(&fact);
        view! { <li>{cx.t(key)} {fact}</li> }
    })
    .collect_view();
    let ipv6 = cx
        .site
        .facts
        .ipv6
        .then(|| view! { <li>{cx.t("footer-ipv6")}</li> });
    view! { <ul class="site-footer__facts">{facts} {ipv6}</ul> }
}

#[cfg(test)]
mod tests {
    use portal::accounts::Actor;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{assert_contains, html};

    #[tokio::test]
    async fn everything_mandatory_is_named() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/items?q=a").await;
        let html = html(|| footer(&cx));
        assert_contains(
            &html,
            &[
                "People’s Government of Tonghe",
                "<span lang=\"zh-Hans\">通和市数据局",
                "9901000001",
                "ICP 00000000",
                "00000000000000",
                "IPv6",
                "tel:12345",
                "href=\"/about/contact\"",
                "href=\"/about/sitemap\"",
                "href=\"/report?page=/items%3Fq%3Da\"",
                "href=\"/report?kind=illegal&amp;page=/items%3Fq%3Da\"",
                "href=\"/about/privacy\"",
                "href=\"/about/accessibility\"",
                "href=\"/about/terms\"",
            ],
        );
    }
}
