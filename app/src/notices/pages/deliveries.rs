//! How far notices have come, for the officers who look after the portal.

use std::sync::Arc;

use domain::notices::{DeliveryState, NoticeChannel, NoticeKind};
use leptos::prelude::*;
use portal::notices::{Deliveries, DeliveryFilter, DeliveryView};

use super::title;
use crate::notices::doors::{DONE, RETRIED, STALE};
use crate::page::{Ctx, Layout, Page, PageError, PageResult, Params};
use crate::paths;
use crate::ui::{
    Banner, BannerKind, Button, ButtonKind, Choice, Column, Empty, Pagination, Select, TabLink,
    TabLinks, Table, Tag, TagKind,
};

pub(super) async fn load(cx: Arc<Ctx>, params: Params) -> PageResult {
    let officer = cx.officer()?;
    let filter = DeliveryFilter {
        state: params.query("state").and_then(DeliveryState::parse),
        channel: params.query("channel").and_then(NoticeChannel::parse),
        kind: params.query("kind").and_then(NoticeKind::parse),
    };
    let page = params.query("page").and_then(|page| page.parse().ok());
    let found = cx
        .portal
        .notices()
        .deliveries(officer, filter, page.unwrap_or(1))
        .await?
        .ok_or(PageError::NotFound)?;
    let done = match params.query(DONE) {
        Some(RETRIED) => Some((BannerKind::Success, "deliveries-retried")),
        Some(STALE) => Some((BannerKind::Warning, "deliveries-stale")),
        _ => None,
    };
    let title = cx.t("deliveries-title");
    Ok(Page::new(title, move || view(&cx, &found, filter, done)).layout(Layout::Desk))
}

fn view(
    cx: &Ctx,
    found: &Deliveries,
    filter: DeliveryFilter,
    done: Option<(BannerKind, &'static str)>,
) -> impl IntoView + use<> {
    let done = done.map(|(kind, key)| view! { <Banner title=cx.t(key) kind=kind/> });
    let body = if found.rows.is_empty() {
        view! { <Empty text=cx.t("deliveries-none")/> }.into_any()
    } else {
        table(cx, &found.rows)
    };
    view! {
        <div class="container container--wide stack">
            {done}
            <header class="page-header">
                <h1>{cx.t("deliveries-title")}</h1>
                <p class="lead">{cx.t("deliveries-lead")}</p>
            </header>
            <p><a href=paths::notice_templates(None)>{cx.t("deliveries-templates")}</a></p>
            {filter_form(cx, filter)}
            <TabLinks label=cx.t("deliveries-column-state") tabs=tabs(cx, found, filter)/>
            {body}
            <Pagination
                page=found.page
                pages=found.pages
                href=move |page| paths::desk_notices(filter.state, filter.channel, filter.kind, page)
            />
        </div>
    }
}

/// Channel and kind; the state is chosen by the tabs and stays.
fn filter_form(cx: &Ctx, filter: DeliveryFilter) -> impl IntoView + use<> {
    let state = filter
        .state
        .map(|state| view! { <input type="hidden" name="state" value=state.key()/> });
    let channels = NoticeChannel::OUTWARD
        .into_iter()
        .map(|channel| Choice::new(channel.key(), channel_name(cx, channel)))
        .collect();
    let kinds = NoticeKind::ALL
        .into_iter()
        .map(|kind| Choice::new(kind.key(), title(cx, kind)))
        .collect();
    view! {
        <form class="form" method="get" action=paths::desk_notices(None, None, None, 1)>
            {state}
            <Select
                name="channel"
                label=cx.t("deliveries-channel")
                options=channels
                chosen=filter.channel.map_or("", NoticeChannel::key)
                blank=cx.t("deliveries-any-channel")
                required=false
            />
            <Select
                name="kind"
                label=cx.t("deliveries-kind")
                options=kinds
                chosen=filter.kind.map_or("", NoticeKind::key)
                blank=cx.t("deliveries-any-kind")
                required=false
            />
            <div class="actions">
                <Button label=cx.t("deliveries-filter") kind=ButtonKind::Secondary/>
            </div>
        </form>
    }
}

fn channel_name(cx: &Ctx, channel: NoticeChannel) -> &'static str {
    cx.t(&format!("notice-channel-{}", channel.key()))
}

fn state_name(cx: &Ctx, state: DeliveryState) -> &'static str {
    cx.t(&format!("delivery-state-{}", state.key()))
}

fn tabs(cx: &Ctx, found: &Deliveries, filter: DeliveryFilter) -> Vec<TabLink> {
    let link = |state: Option<DeliveryState>, label: &'static str, count| TabLink {
        href: paths::desk_notices(state, filter.channel, filter.kind, 1),
        label: label.into(),
        count: Some(count),
        current: filter.state == state,
    };
    let all = found.counts.iter().map(|(_, count)| count).sum();
    let mut tabs = vec![link(None, cx.t("deliveries-all"), all)];
    tabs.extend(
        found
            .counts
            .iter()
            .map(|(state, count)| link(Some(*state), state_name(cx, *state), *count)),
    );
    tabs
}

fn table(cx: &Ctx, rows: &[DeliveryView]) -> AnyView {
    let words = |key: &str| cx.t(&format!("deliveries-column-{key}"));
    let head = vec![
        words("kind").into(),
        words("channel").into(),
        words("state").into(),
        Column::new(words("attempts")).number(),
        words("address").into(),
        words("created").into(),
        words("changed").into(),
    ];
    let rows = rows.iter().map(|one| row(cx, one)).collect();
    view! { <Table caption=cx.t("deliveries-title") head=head rows=rows hide_caption=true/> }
        .into_any()
}

fn row(cx: &Ctx, delivery: &DeliveryView) -> Vec<AnyView> {
    vec![
        title(cx, delivery.kind).into_any(),
        channel_name(cx, delivery.channel).into_any(),
        state(cx, delivery),
        delivery.attempts.to_string().into_any(),
        delivery
            .address
            .clone()
            .unwrap_or_else(|| "—".to_owned())
            .into_any(),
        cx.date_time(delivery.created_at).into_any(),
        cx.date_time(delivery.changed_at).into_any(),
    ]
}

/// The state, why it is so, and what can be done.
fn state(cx: &Ctx, delivery: &DeliveryView) -> AnyView {
    let kind = match delivery.state {
        DeliveryState::Queued | DeliveryState::Held => TagKind::Info,
        DeliveryState::Failed => TagKind::Warning,
        DeliveryState::Dead => TagKind::Danger,
        DeliveryState::Sent => TagKind::Success,
        DeliveryState::Skipped => TagKind::Neutral,
    };
    let problem = delivery.problem.map(|problem| {
        let why = cx.t(&format!("delivery-problem-{}", problem.key()));
        view! { <span>" "{why}</span> }
    });
    let until = (delivery.state == DeliveryState::Held).then(|| {
        let at = cx.date_time(delivery.not_before);
        let until = cx.tf("deliveries-until", &[("at", at.into())]);
        view! { <span>" "{until}</span> }
    });
    let retry = (delivery.state == DeliveryState::Dead).then(|| {
        let about = [
            ("kind", title(cx, delivery.kind).into()),
            (
                "address",
                delivery.address.clone().unwrap_or_default().into(),
            ),
        ];
        view! {
            <form method="post" action=paths::door::DELIVERY_RETRY>
                <input type="hidden" name="delivery" value=delivery.id.clone()/>
                <Button
                    label=cx.t("deliveries-retry")
                    kind=ButtonKind::Link
                    about=cx.tf("deliveries-retry-about", &about)
                />
            </form>
        }
    });
    view! { <Tag text=state_name(cx, delivery.state) kind=kind/> {problem} {until} {retry} }
        .into_any()
}

#[cfg(test)]
mod tests {
    use domain::notices::DeliveryProblem;

    use super::*;
    use crate::page::Surface;
    use crate::page::testing::{context, officer};
    use crate::ui::testing::{assert_contains, html};

    fn delivery(id: &str, state: DeliveryState) -> DeliveryView {
        let at = chrono::DateTime::UNIX_EPOCH;
        DeliveryView {
            id: id.to_owned(),
            kind: NoticeKind::Approved,
            channel: NoticeChannel::Sms,
            state,
            problem: (state == DeliveryState::Dead).then_some(DeliveryProblem::Unreachable),
            attempts: 10,
            address: Some("199****0001".to_owned()),
            created_at: at,
            not_before: at,
            changed_at: at,
        }
    }

    async fn shown(rows: Vec<DeliveryView>, filter: DeliveryFilter) -> String {
        let (_folder, cx) = context(officer("Cheng"), Surface::Web, "/desk/notices").await;
        let found = Deliveries {
            rows,
            counts: DeliveryState::ALL.map(|state| (state, 1)).to_vec(),
            page: 1,
            pages: 1,
        };
        html(|| {
            view(
                &cx,
                &found,
                filter,
                Some((BannerKind::Success, "deliveries-retried")),
            )
        })
    }

    #[tokio::test]
    async fn only_what_is_dead_can_be_tried_again() {
        let rows = DeliveryState::ALL.map(|state| delivery(state.key(), state));
        let html = shown(rows.to_vec(), DeliveryFilter::default()).await;
        assert_eq!(html.matches("action=\"/do/delivery-retry\"").count(), 1);
        assert_contains(
            &html,
            &[
                "name=\"delivery\" value=\"dead\"",
                "199****0001",
                "cannot be reached",
                "Held for the night",
                "href=\"/desk/notices/templates\"",
                "It will be sent again",
            ],
        );
        assert!(!html.contains(">deliver"), "a text is missing: {html}");
    }

    #[tokio::test]
    async fn a_filter_stays_while_states_change() {
        let filter = DeliveryFilter {
            state: Some(DeliveryState::Dead),
            channel: Some(NoticeChannel::Sms),
            kind: None,
        };
        let html = shown(Vec::new(), filter).await;
        assert_contains(
            &html,
            &[
                "name=\"state\" value=\"dead\"",
                "href=\"/desk/notices?state=sent&amp;channel=sms\"",
                "class=\"empty\"",
            ],
        );
    }
}
