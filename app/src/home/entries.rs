//! The ways into the catalogue that the first page offers: by what happens in a life 人生大事, by who
//! somebody is, by topic and by department.

use domain::catalogue::{Audience, LifeEvent, PeopleGroup, Topic};
use leptos::prelude::*;
use portal::catalogue::{Department, Home};

use crate::catalogue::pages::{audience_key, group_name, life_name, topic_name};
use crate::page::Ctx;
use crate::paths;
use crate::ui::{Disclosure, Icon, IconKind};

/// Organisations that have services of their own. The words are `group-…`.
const AUDIENCES: [(&str, Audience); 4] = [
    ("person", Audience::Person),
    ("enterprise", Audience::Enterprise),
    ("institution", Audience::Institution),
    ("association", Audience::SocialOrganisation),
];

/// Departments that are shown at once; the others stand behind one more press.
const MAX_DEPARTMENTS: usize = 9;

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

/// The sign of an event.
fn event_icon(event: LifeEvent) -> IconKind {
    match event {
        LifeEvent::Birth => IconKind::Baby,
        LifeEvent::School => IconKind::Education,
        LifeEvent::Work => IconKind::Work,
        LifeEvent::Living => IconKind::IdCard,
        LifeEvent::Home => IconKind::Home,
        LifeEvent::Travel => IconKind::Car,
        LifeEvent::Care => IconKind::Health,
        LifeEvent::Aid => IconKind::Care,
        LifeEvent::OldAge => IconKind::Elder,
        LifeEvent::Death => IconKind::Document,
        LifeEvent::Opening => IconKind::Store,
        LifeEvent::Hiring => IconKind::Users,
        LifeEvent::Running => IconKind::Organisation,
        LifeEvent::Building => IconKind::Landmark,
        LifeEvent::Closing => IconKind::Scale,
    }
}

/// The great occasions of a life, and those of a business.
pub(super) fn life(cx: &Ctx) -> impl IntoView + use<> {
    view! {
        {events(cx, "home-life", false)}
        {events(cx, "home-business", true)}
    }
}

fn events(cx: &Ctx, heading: &'static str, of_business: bool) -> impl IntoView + use<> {
    let events = LifeEvent::ALL.into_iter();
    let events = events.filter(|event| event.is_of_business() == of_business);
    let tiles = events.map(|event| {
        view! {
            <li>
                <a class="tile" href=paths::life(event.key())>
                    <span class="tile__sign"><Icon kind=event_icon(event)/></span>
                    <span class="tile__name">{life_name(cx, event)}</span>
                    <span class="tile__about">{cx.t(&format!("life-{}-about", event.key()))}</span>
                </a>
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby=heading>
            <h2 class="section__title" id=heading>{cx.t(heading)}</h2>
            <ul class="tiles">{tiles.collect_view()}</ul>
        </section>
    }
}

/// Groups of people, and kinds of organisations.
pub(super) fn groups(cx: &Ctx) -> impl IntoView + use<> {
    let people = PeopleGroup::ALL
        .into_iter()
        .map(|group| (paths::people(group.key()), group_name(cx, group)));
    let audiences = AUDIENCES.map(|(key, audience)| {
        let query = [("audience", audience_key(audience))];
        let href = paths::with_query(&paths::items(), &query);
        (href, cx.t(&format!("group-{key}")))
    });
    let groups = people
        .chain(audiences)
        .map(|(href, name)| view! { <li><a class="chip" href=href>{name}</a></li> });
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
            <p><a href=paths::departments()>{cx.t("departments-all")}</a></p>
        </section>
    }
}

fn department_link(cx: &Ctx, department: &Department) -> AnyView {
    let href = paths::department(&department.code);
    view! { <li><a href=href>{cx.text(&department.name)}</a></li> }.into_any()
}

#[cfg(test)]
mod tests {
    use domain::Locale;
    use portal::texts::exists;

    use super::*;

    #[test]
    fn every_entry_has_its_words() {
        let life = LifeEvent::ALL
            .iter()
            .flat_map(|event| ["", "-about"].map(|end| format!("life-{}{end}", event.key())));
        let people = PeopleGroup::ALL
            .iter()
            .map(|group| format!("people-{}", group.key()));
        let audiences = AUDIENCES.iter().map(|(key, _)| format!("group-{key}"));
        for key in life.chain(people).chain(audiences) {
            assert!(
                Locale::ALL.iter().all(|locale| exists(*locale, &key)),
                "{key}"
            );
        }
    }
}
