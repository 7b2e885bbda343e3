//! The ways into the catalogue that the first page offers: by what happens in a life 人生大事, by who
//! somebody is, by topic and by department.

use domain::catalogue::{Audience, Topic};
use leptos::prelude::*;
use portal::catalogue::{Department, Home};

use crate::catalogue::pages::{audience_key, topic_name};
use crate::page::Ctx;
use crate::paths;
use crate::ui::{Disclosure, Icon, IconKind};

/// What happens in most lives, in its order, each with the topic that it leads to. The words are
/// `life-…` and `life-…-about`.
const LIFE: [(&str, Topic); 10] = [
    ("birth", Topic::Birth),
    ("school", Topic::Education),
    ("work", Topic::Employment),
    ("marriage", Topic::Marriage),
    ("home", Topic::Housing),
    ("health", Topic::MedicalInsurance),
    ("driving", Topic::Transport),
    ("business", Topic::Business),
    ("papers", Topic::Certificates),
    ("retirement", Topic::Retirement),
];

/// Who somebody is, and what that leads to. The words are `group-…`.
const GROUPS: [(&str, Group); 8] = [
    ("elderly", Group::Topic(Topic::Retirement)),
    ("disabled", Group::Topic(Topic::Disability)),
    ("parents", Group::Topic(Topic::Education)),
    ("workers", Group::Topic(Topic::Employment)),
    ("person", Group::Audience(Audience::Person)),
    ("enterprise", Group::Audience(Audience::Enterprise)),
    ("institution", Group::Audience(Audience::Institution)),
    ("association", Group::Audience(Audience::SocialOrganisation)),
];

/// Departments that are shown at once; the others stand behind one more press.
const MAX_DEPARTMENTS: usize = 9;

/// A list of services for a group of people.
#[derive(Clone, Copy)]
enum Group {
    /// What is about them.
    Topic(Topic),
    /// What is open to them.
    Audience(Audience),
}

impl Group {
    fn href(self) -> String {
        match self {
            Self::Topic(topic) => paths::items_by_topic(topic.key()),
            Self::Audience(audience) => {
                paths::with_query(&paths::items(), &[("audience", audience_key(audience))])
            }
        }
    }
}

/// The sign of a topic.
pub(super) fn topic_icon(topic: Topic) -> IconKind {
    match topic {
        Topic::Birth => IconKind::Baby,
        Topic::Education => IconKind::Education,
        Topic::Employment => IconKind::Work,
        Topic::SocialSecurity => IconKind::Shield,
        Topic::MedicalInsurance => IconKind::Health,
        Topic::Household => IconKind::Users,
        Topic::Housing => IconKind::Home,
        Topic::Transport => IconKind::Car,
        Topic::Marriage | Topic::Disability => IconKind::Care,
        Topic::Retirement => IconKind::Elder,
        Topic::Business => IconKind::Store,
        Topic::Tax => IconKind::Wallet,
        Topic::Certificates => IconKind::IdCard,
        Topic::Other => IconKind::Document,
    }
}

/// The great occasions of a life.
pub(super) fn life(cx: &Ctx) -> impl IntoView + use<> {
    let events = LIFE.map(|(key, topic)| {
        view! {
            <li>
                <a class="tile" href=paths::items_by_topic(topic.key())>
                    <span class="tile__sign"><Icon kind=topic_icon(topic)/></span>
                    <span class="tile__name">{cx.t(&format!("life-{key}"))}</span>
                    <span class="tile__about">{cx.t(&format!("life-{key}-about"))}</span>
                </a>
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="home-life">
            <h2 class="section__title" id="home-life">{cx.t("home-life")}</h2>
            <ul class="tiles">{events.collect_view()}</ul>
        </section>
    }
}

/// Groups of people.
pub(super) fn groups(cx: &Ctx) -> impl IntoView + use<> {
    let groups = GROUPS.map(|(key, group)| {
        view! { <li><a class="chip" href=group.href()>{cx.t(&format!("group-{key}"))}</a></li> }
    });
    view! {
        <section class="section" aria-labelledby="home-groups">
            <h2 class="section__title" id="home-groups">{cx.t("home-groups")}</h2>
            <ul class="chips">{groups.collect_view()}</ul>
        </section>
    }
}

/// All topics, with the number of their services.
pub(super) fn topics(cx: &Ctx, home: &Home) -> impl IntoView + use<> {
    let links: Vec<_> = home
        .topics
        .iter()
        .map(|(topic, count)| {
            let count = i64::try_from(*count).unwrap_or(i64::MAX);
            view! {
                <li>
                    <a class="chip" href=paths::items_by_topic(topic.key())>
                        {topic_name(cx, *topic)} " "
                        <span class="chip__count">{cx.tf("items-count", &[("n", count.into())])}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section" aria-labelledby="home-topics">
            <h2 class="section__title" id="home-topics">{cx.t("home-topics")}</h2>
            <ul class="chips">{links}</ul>
        </section>
    }
}

/// The departments that have services.
pub(super) fn departments(cx: &Ctx, home: &Home) -> impl IntoView + use<> {
    let mut links: Vec<_> = home
        .departments
        .iter()
        .filter(|department| department.items > 0)
        .map(|department| department_link(cx, department))
        .collect();
    let rest = links.split_off(links.len().min(MAX_DEPARTMENTS));
    let more = (!rest.is_empty()).then(|| {
        let count = i64::try_from(rest.len()).unwrap_or(i64::MAX);
        let summary = cx.tf("home-more-departments", &[("n", count.into())]);
        view! { <Disclosure summary=summary><ul class="columns">{rest}</ul></Disclosure> }
    });
    view! {
        <section class="section home-departments" aria-labelledby="home-departments">
            <h2 class="section__title" id="home-departments">{cx.t("home-departments")}</h2>
            <ul class="columns">{links}</ul>
            {more}
        </section>
    }
}

fn department_link(cx: &Ctx, department: &Department) -> AnyView {
    let href = paths::with_query(&paths::items(), &[("department", department.code.as_str())]);
    view! { <li><a href=href>{cx.text(&department.name)}</a></li> }.into_any()
}

#[cfg(test)]
mod tests {
    use domain::Locale;
    use portal::texts::exists;

    use super::*;

    #[test]
    fn every_entry_has_its_words() {
        let life = LIFE
            .iter()
            .flat_map(|(key, _)| [format!("life-{key}"), format!("life-{key}-about")]);
        let groups = GROUPS.iter().map(|(key, _)| format!("group-{key}"));
        for key in life.chain(groups) {
            assert!(
                Locale::ALL.iter().all(|locale| exists(*locale, &key)),
                "{key}"
            );
        }
    }
}
