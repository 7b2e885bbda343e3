//! Domain values of the catalogue in words.

use std::sync::Arc;

use domain::calendar::{DueDate, TimeLimit};
use domain::catalogue::{HandlingType, LifeEvent, PeopleGroup, Topic};
use leptos::prelude::*;
use portal::catalogue::ItemRow;

use crate::page::Ctx;
use crate::paths;
use crate::ui::{ServiceCard, TagKind, Words};

/// The name of a topic.
pub(crate) fn topic_name(cx: &Ctx, topic: Topic) -> &'static str {
    cx.t(&format!("topic-{}", topic.key()))
}

/// The name of an event of life.
pub(crate) fn life_name(cx: &Ctx, event: LifeEvent) -> &'static str {
    cx.t(&format!("life-{}", event.key()))
}

/// The name of a group of people.
pub(crate) fn group_name(cx: &Ctx, group: PeopleGroup) -> &'static str {
    cx.t(&format!("people-{}", group.key()))
}

/// A limit in words; a limit of nothing means "at once".
pub(crate) fn limit(cx: &Ctx, limit: TimeLimit) -> String {
    match limit.number {
        0 => cx.t("limit-at-once").to_owned(),
        number => cx.tf(limit.unit.key(), &[("n", i64::from(number).into())]),
    }
}

/// A due date, marked where a calendar that is not published yet may still move it.
pub(crate) fn due(cx: &Ctx, due: DueDate) -> String {
    let date = cx.date(due.date);
    if due.provisional {
        cx.tf("due-provisional", &[("date", date.into())])
    } else {
        date
    }
}

/// What is worth knowing of a service before opening it.
pub(super) fn service_tags(cx: &Ctx, row: &ItemRow) -> Vec<(TagKind, Words)> {
    let mut tags = Vec::new();
    if row.online {
        tags.push((TagKind::Success, cx.t("item-online").into()));
    }
    if row.handling == Some(HandlingType::Instant) {
        tags.push((TagKind::Info, cx.t("item-instant").into()));
    }
    tags
}

/// Services as cards.
pub(crate) fn service_cards(cx: &Ctx, rows: &[Arc<ItemRow>]) -> Vec<AnyView> {
    rows.iter()
        .map(|row| {
            view! {
                <ServiceCard
                    href=cx.href(paths::item(&row.code))
                    name=cx.text(&row.name)
                    department=cx.text(&row.department_name)
                    tags=service_tags(cx, row)
                />
            }
            .into_any()
        })
        .collect()
}
