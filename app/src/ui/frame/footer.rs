//! The foot of the public portal, with what every government site has to name (国办发〔2017〕47号).

use leptos::prelude::*;

use crate::page::Ctx;
use crate::paths;

/// Help, records of use, and the mandatory names and numbers.
pub(super) fn footer(cx: &Ctx) -> impl IntoView + use<> {
    let facts = [
        "footer-sponsor",
        "footer-operator",
        "footer-site-code",
        "footer-icp",
        "footer-police",
    ]
    .map(|key| view! { <li>{cx.t(key)}</li> });
    view! {
        <footer class="site-footer">
            <div class="container site-footer__columns">
                <section class="site-footer__help" aria-labelledby="footer-help">
                    <h2 class="site-footer__title" id="footer-help">{cx.t("footer-help-title")}</h2>
                    <p><a class="site-footer__phone" href="tel:12345">"12345"</a></p>
                    <p>{cx.t("footer-help-text")}</p>
                </section>
                <nav class="site-footer__links" aria-label=cx.t("footer-links-label")>
                    <ul>
                        {link(paths::items(), cx.t("nav-services"))}
                        {link(paths::verify(""), cx.t("nav-verify"))}
                        {link(paths::access_records(), cx.t("nav-access-records"))}
                        {link(paths::desk_sign_in(), cx.t("nav-desk"))}
                    </ul>
                </nav>
                <ul class="site-footer__facts">{facts.collect_view()}</ul>
            </div>
            <p class="container site-footer__demo">{cx.t("footer-demonstration")}</p>
        </footer>
    }
}

fn link(href: String, label: &'static str) -> impl IntoView {
    view! { <li><a href=href>{label}</a></li> }
}
