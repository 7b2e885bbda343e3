//! How to reach somebody 联系我们.

use std::sync::Arc;

use leptos::prelude::*;

use super::about::{frame, marks};
use crate::catalogue::pages::phone;
use crate::page::{Ctx, Page, PageResult, Params};
use crate::paths;
use crate::ui::{SummaryList, SummaryRow};

/// The hotline that every government has 政务服务便民热线.
const HOTLINE: &str = "12345";

pub(super) async fn load(cx: Arc<Ctx>, _: Params) -> PageResult {
    let (title, lead) = (cx.t("about-contact-title"), cx.t("about-contact-lead"));
    let marks = marks(&cx, &paths::contact(), title, lead);
    Ok(Page::new(title, move || view(&cx))
        .description(lead)
        .marks(marks))
}

fn view(cx: &Ctx) -> AnyView {
    let facts = &cx.site.facts;
    let mut rows = vec![
        SummaryRow::new(cx.t("contact-hotline"), phone(cx, HOTLINE)),
        SummaryRow::new(cx.t("contact-operator"), cx.text(&facts.operator)),
        SummaryRow::new(cx.t("contact-address"), cx.text(&facts.address)),
        SummaryRow::new(cx.t("contact-hours"), cx.text(&facts.hours)),
    ];
    if let Some(mail) = facts.mail.clone() {
        let href = format!("mailto:{mail}");
        rows.push(SummaryRow::new(
            cx.t("contact-mail"),
            view! { <a href=href>{mail}</a> },
        ));
    }
    let ways = [
        (paths::report(""), "contact-way-report"),
        (paths::items(), "contact-way-department"),
        (paths::my_cases(), "contact-way-case"),
    ]
    .map(|(href, key)| view! { <li><a href=href>{cx.t(key)}</a></li> });
    let body = view! {
        <SummaryList rows=rows/>
        <div class="prose">
            <p>{cx.t("contact-hotline-about")}</p>
            <p>{cx.t("contact-emergency")}</p>
            <h2>{cx.t("contact-ways")}</h2>
            <ul>{ways.collect_view()}</ul>
        </div>
    };
    frame(cx, "contact", body.into_any())
}

#[cfg(test)]
mod tests {
    use portal::accounts::Actor;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::context;
    use crate::ui::testing::{assert_contains, html};

    #[tokio::test]
    async fn it_names_telephone_address_and_hours() {
        let (_folder, cx) = context(Actor::Anonymous, Surface::Web, "/about/contact").await;
        let html = html(|| view(&cx));
        assert_contains(
            &html,
            &[
                "tel:12345",
                "<span lang=\"zh-Hans\">云岭区政务路 1 号",
                "Working days 9:00–17:00",
                "mailto:site@portal.example",
                "href=\"/report\"",
            ],
        );
    }
}
