//! Times of what people wait for.

use std::collections::BTreeMap;
use std::time::Instant;

use domain::cases::{Event, Outcome};
use domain::desk::{InboxFilter, InboxTab, Pile};
use domain::{CaseId, ItemCode};
use portal::cases::Channel;
use serde_json::json;

use super::city::{City, ITEM};

/// Times that each thing is done.
const TIMES: usize = 200;
/// Whole lives of a case.
const LIVES: usize = 300;

/// Measures everything and says it.
pub async fn time(city: &City) {
    let desk = city.portal.desk();
    let (handler, citizen) = (&city.handler, &city.citizen);
    let mut lives = Vec::new();
    let began = Instant::now();
    for _ in 0..LIVES {
        lives.push(live(city).await);
    }
    say(
        "lives per second, one client",
        LIVES as f64 / began.elapsed().as_secs_f64(),
        "1/s",
    );
    let open = lives.first().cloned().expect("a case");
    let number = city
        .portal
        .cases()
        .open(citizen, &open)
        .await
        .expect("a case");
    let number = number
        .and_then(|view| view.case.number)
        .expect("a number")
        .to_string();

    let mut inbox = Vec::new();
    let mut find = Vec::new();
    let mut opened = Vec::new();
    let mut mine = Vec::new();
    for _ in 0..TIMES {
        let list = InboxFilter::whole(InboxTab::Pile(Pile::ToDecide));
        inbox.push(timed(desk.inbox(handler, list, None)).await);
        find.push(timed(desk.find(handler, &number)).await);
        opened.push(timed(desk.open(handler, &open)).await);
        mine.push(timed(city.portal.cases().list(citizen)).await);
    }
    for (name, times) in [
        ("inbox", inbox),
        ("search by number", find),
        ("open", opened),
        ("my cases", mine),
    ] {
        report(name, times);
    }
}

/// A case from its start to its decision, read by its applicant.
async fn live(city: &City) -> CaseId {
    let cases = city.portal.cases();
    let citizen = &city.citizen;
    let id = cases
        .start(citizen, &ItemCode::new(ITEM), Channel::Web)
        .await
        .expect("a draft");
    let answers = [("purpose", "换领"), ("place", "梧桐街")];
    let answers: BTreeMap<_, _> = answers
        .iter()
        .map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()]))
        .collect();
    cases
        .save_step(citizen, &id, "only", answers, Vec::new())
        .await
        .expect("answers");
    cases.submit(citizen, &id).await.expect("a receipt");
    let desk = city.portal.desk();
    desk.act(&city.handler, &id, 1, Event::Accept)
        .await
        .expect("an acceptance");
    let decide = Event::Decide {
        outcome: Outcome::Approve,
        opinion: "同意".to_owned(),
    };
    desk.act(&city.handler, &id, 2, decide)
        .await
        .expect("a decision");
    cases
        .open(citizen, &id)
        .await
        .expect("a case")
        .expect("a case");
    id
}

async fn timed<T, E: std::fmt::Debug>(work: impl Future<Output = Result<T, E>>) -> f64 {
    let began = Instant::now();
    work.await.expect("it works");
    began.elapsed().as_secs_f64() * 1_000.0
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
