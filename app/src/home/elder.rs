//! The first page in the elder mode 关怀版: fewer things, each of them large.

use domain::catalogue::Topic;
use leptos::prelude::*;

use super::entries::topic_icon;
use crate::catalogue::pages::topic_name;
use crate::page::Ctx;
use crate::paths;
use crate::ui::{Icon, IconKind, SearchBox};

/// What old people come for most.
const TOPICS: [Topic; 5] = [
    Topic::SocialSecurity,
    Topic::MedicalInsurance,
    Topic::Retirement,
    Topic::Certificates,
    Topic::Disability,
];

/// Search, six tiles, and somebody to talk to.
pub(super) fn view(cx: &Ctx) -> AnyView {
    let mine = tile(
        paths::my_cases(),
        IconKind::Clock,
        cx.t("home-link-progress"),
    );
    let topics = TOPICS.map(|topic| {
        let href = paths::items_by_topic(topic.key());
        tile(href, topic_icon(topic), topic_name(cx, topic))
    });
    view! {
        <div class="container stack">
            <header class="page-header">
                <h1>{cx.t("home-heading")}</h1>
                <SearchBox
                    action=paths::items()
                    label=cx.t("home-search-label")
                    id="home-search"
                    large=true
                />
            </header>
            <ul class="tiles tiles--large">{mine}{topics.collect_view()}</ul>
            <section class="call" aria-labelledby="home-help">
                <h2 id="home-help">{cx.t("home-help")}</h2>
                <p>{cx.t("home-help-text")}</p>
                <p><a class="call__number" href="tel:12345">"12345"</a></p>
            </section>
        </div>
    }
    .into_any()
}

fn tile(href: String, sign: IconKind, name: &'static str) -> impl IntoView {
    view! {
        <li>
            <a class="tile" href=href>
                <span class="tile__sign"><Icon kind=sign/></span>
                <span class="tile__name">{name}</span>
            </a>
        </li>
    }
}
