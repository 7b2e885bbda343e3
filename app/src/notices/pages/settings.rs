//! What comes by which channel.

use std::sync::Arc;

use domain::notices::{LOUD_FROM, LOUD_UNTIL, NoticeChannel, NoticePreferences, NoticeTopic};
use leptos::prelude::*;

use crate::notices::doors::{DONE, SAVED};
use crate::page::{Ctx, Page, PageResult, Params};
use crate::paths;
use crate::ui::{Banner, BannerKind, Breadcrumb, Button, Choice, Choices};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let citizen = cx.citizen()?;
    let preferences = cx.portal.notices().preferences(citizen).await?;
    let saved = params.query(DONE) == Some(SAVED);
    let title = cx.t("notice-settings-title");
    Ok(Page::new(title, move || view(&cx, &preferences, saved)))
}

fn view(cx: &Ctx, preferences: &NoticePreferences, saved: bool) -> impl IntoView + use<> {
    let trail = vec![(paths::notices(), cx.t("notices-title").into())];
    let advice = cx.t("notice-settings-saved-text");
    let saved = saved.then(|| {
        view! {
            <Banner title=cx.t("notice-settings-saved") kind=BannerKind::Success>
                <p>{advice}</p>
            </Banner>
        }
    });
    let fields: Vec<_> = NoticeChannel::OUTWARD
        .into_iter()
        .map(|channel| field(cx, preferences, channel))
        .collect();
    let hours = [
        ("from", i64::from(LOUD_FROM).into()),
        ("until", i64::from(LOUD_UNTIL).into()),
    ];
    view! {
        <div class="container container--narrow stack">
            <Breadcrumb trail=trail/>
            <header class="page-header">
                <h1>{cx.t("notice-settings-title")}</h1>
                <p class="lead">{cx.t("notice-settings-lead")}</p>
            </header>
            {saved}
            <form class="form" method="post" action=paths::door::NOTICE_SETTINGS>
                {fields}
                <p class="muted">{cx.tf("notice-settings-quiet", &hours)}</p>
                <div class="actions"><Button label=cx.t("notice-settings-save")/></div>
            </form>
        </div>
    }
}

/// One channel with all topics.
fn field(cx: &Ctx, preferences: &NoticePreferences, channel: NoticeChannel) -> AnyView {
    let options = NoticeTopic::ALL
        .into_iter()
        .map(|topic| {
            let name = format!("notice-topic-{}", topic.key());
            Choice::new(topic.key(), cx.t(&name)).hint(cx.t(&format!("{name}-hint")))
        })
        .collect();
    let chosen = NoticeTopic::ALL
        .into_iter()
        .filter(|topic| preferences.wants(*topic, channel))
        .map(|topic| topic.key().to_owned())
        .collect();
    view! {
        <Choices
            name=format!("{}[]", channel.key())
            legend=cx.t(&format!("notice-channel-{}", channel.key()))
            options=options
            chosen=chosen
            many=true
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{citizen, context};
    use crate::ui::testing::{assert_contains, html};

    #[tokio::test]
    async fn every_topic_can_be_chosen_for_each_channel() {
        let (_folder, cx) = context(citizen("Lin"), Surface::Web, "/notices/settings").await;
        let html = html(|| view(&cx, &NoticePreferences::default(), true));
        assert_contains(
            &html,
            &[
                "action=\"/do/notice-settings\"",
                "name=\"mail[]\"",
                "name=\"sms[]\"",
                "between 8:00 and 21:00",
                "Saved",
            ],
        );
        assert_eq!(html.matches("type=\"checkbox\"").count(), 10);
        assert_eq!(html.matches(" checked").count(), 8, "{html}");
        assert!(!html.contains(">notice-"), "a text is missing: {html}");
    }
}
