//! Times of what people wait for.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use domain::desk::{InboxFilter, InboxTab, Pile};
use entities::service_case::{Column, Entity};
use portal::accounts::Citizen;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use super::city::City;
use super::lives::{self, live, timed};
use super::people::{FREQUENT, Person};

/// Times that each thing is done; before that it is done a few times unwatched.
const TIMES: usize = 200;
const BEFORE: usize = 20;
/// Pages of a long list that are turned before one is timed.
const PAGES: usize = 5;
/// Rounds of the clock.
const ROUNDS: usize = 5;

type Times = BTreeMap<&'static str, Vec<f64>>;

/// Measures everything and says it.
pub async fn time(city: &Arc<City>) {
    let mut times = Times::new();
    let began = Instant::now();
    let mut last = None;
    for turn in 0..BEFORE + TIMES {
        let life = live(city, &city.citizen).await;
        if turn >= BEFORE {
            times.entry("submit").or_default().push(life.submit);
            times.entry("accept").or_default().push(life.accept);
            times.entry("decide").or_default().push(life.decide);
        }
        last = Some(life.id);
    }
    let alone = (BEFORE + TIMES) as f64 / began.elapsed().as_secs_f64();
    lives::jobs(city).await;
    let sought = Sought::choose(city).await;
    let last = last.expect("a case");
    for turn in 0..BEFORE + TIMES {
        let mut watched = Times::new();
        lists(city, &sought, &mut watched).await;
        searches(city, &sought, &mut watched).await;
        let open = timed(city.portal.desk().open(&city.handler, &last)).await;
        watched.entry("open").or_default().push(open);
        if turn >= BEFORE {
            for (name, one) in watched {
                times.entry(name).or_default().extend(one);
            }
        }
    }
    for (name, times) in times {
        report(name, times);
    }
    say("whole lives, one client", alone, "1/s");
    say(
        "whole lives with their jobs, 8 clients",
        lives::crowd(city).await,
        "1/s",
    );
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        portal::jobs::run_scheduled(&city.portal).await;
        rounds.push(began.elapsed().as_secs_f64() * 1_000.0);
    }
    rounds.sort_by(f64::total_cmp);
    say("a round of the clock, longest", rounds[ROUNDS - 1], "ms");
}

/// What is looked for.
struct Sought {
    number: String,
    tail: String,
    person: Person,
    /// The applicant, whose cases fill the own list, and another with the usual few.
    citizens: [Citizen; 2],
    /// Where the sixth page of the closed cases begins.
    after: String,
}

impl Sought {
    /// The oldest case in the department whose applicant has a rare name.
    async fn choose(city: &City) -> Self {
        let cases = Entity::find()
            .filter(Column::DepartmentCode.eq(city.department.as_str()))
            .filter(Column::ApplicantId.starts_with("applicant-"))
            .order_by_asc(Column::SubmittedAt)
            .limit(10)
            .all(city.portal.db().read())
            .await
            .expect("cases");
        let (case, person) = cases
            .into_iter()
            .find_map(|case| {
                let person = Person::of(&case.applicant_id)?;
                (!person.is_namesake()).then_some((case, person))
            })
            .expect("a case of somebody with a rare name");
        Self {
            number: case.number.expect("a number"),
            tail: case.number_tail.expect("a number"),
            citizens: [city.citizen.clone(), person.citizen()],
            person,
            after: deep(city).await,
        }
    }
}

fn closed() -> InboxFilter {
    InboxFilter::whole(InboxTab::Pile(Pile::Closed))
}

async fn deep(city: &City) -> String {
    let mut after = None;
    for _ in 0..PAGES {
        let desk = city.portal.desk();
        let page = desk.inbox(&city.handler, closed(), after.as_deref()).await;
        after = page.expect("a page").next;
    }
    after.expect("five pages of closed cases")
}

async fn lists(city: &City, sought: &Sought, times: &mut Times) {
    let (desk, cases) = (city.portal.desk(), city.portal.cases());
    let handler = &city.handler;
    let whole = InboxFilter::whole;
    let to_decide = whole(InboxTab::Pile(Pile::ToDecide));
    for (name, list, after) in [
        ("inbox, to decide", to_decide, None),
        ("inbox, mine", whole(InboxTab::Mine), None),
        ("inbox, unassigned", whole(InboxTab::Unassigned), None),
        (
            "inbox, closed, sixth page",
            closed(),
            Some(sought.after.as_str()),
        ),
    ] {
        let took = timed(desk.inbox(handler, list, after)).await;
        times.entry(name).or_default().push(took);
    }
    for (name, citizen) in ["my cases, a hundred", "my cases, twenty"]
        .into_iter()
        .zip(&sought.citizens)
    {
        let took = timed(cases.list(citizen)).await;
        times.entry(name).or_default().push(took);
    }
}

async fn searches(city: &City, sought: &Sought, times: &mut Times) {
    let desk = city.portal.desk();
    let person = &sought.person;
    let (name, phone, id) = (person.name(), person.phone(), person.resident_id());
    for (what, typed, is_case) in [
        ("search by number", sought.number.as_str(), true),
        ("search by the last six", &sought.tail, true),
        ("search by name", &name, true),
        ("search by a frequent name", FREQUENT, true),
        ("search by phone", phone.as_str(), true),
        ("search by identity number", id.as_str(), true),
        ("search by words of a service", "身份证", false),
    ] {
        let began = Instant::now();
        let found = desk.search(&city.handler, typed).await.expect("a search");
        let took = began.elapsed().as_secs_f64() * 1_000.0;
        assert_eq!(
            found.rows.is_empty(),
            !is_case,
            "{what} finds the wrong things"
        );
        times.entry(what).or_default().push(took);
    }
}

fn report(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    say(&format!("{name}, median"), at(50), "ms");
    say(&format!("{name}, p95"), at(95), "ms");
}

fn say(name: &str, value: f64, unit: &str) {
    println!("{}", json!({ "name": name, "value": value, "unit": unit }));
}
