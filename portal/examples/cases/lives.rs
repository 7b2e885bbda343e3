//! Whole lives of cases: started, filled in, handed in, accepted, decided and read.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::cases::{Event, Outcome};
use domain::{CaseId, ItemCode};
use portal::accounts::Citizen;
use portal::cases::Channel;
use tokio::task::JoinSet;

use super::city::{City, ITEM};
use super::people::Person;

/// Applicants of the crowd: more than cores, as in an office.
const CROWD: usize = 8;
/// Lives that each of them goes through.
const EACH: usize = 50;
/// Between two looks for jobs.
const PAUSE: Duration = Duration::from_millis(20);

/// One life and how long its steps took, in milliseconds.
pub struct Life {
    pub id: CaseId,
    pub submit: f64,
    pub accept: f64,
    pub decide: f64,
}

/// A case from its start to its decision, read by its applicant.
pub async fn live(city: &City, citizen: &Citizen) -> Life {
    let (cases, desk) = (city.portal.cases(), city.portal.desk());
    let item = ItemCode::new(ITEM);
    let id = cases
        .start(citizen, &item, Channel::Web)
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
    let submit = timed(cases.submit(citizen, &id)).await;
    let accept = timed(desk.act(&city.handler, &id, 1, Event::Accept)).await;
    let decision = Event::Decide {
        outcome: Outcome::Approve,
        opinion: "同意".to_owned(),
    };
    let decide = timed(desk.act(&city.handler, &id, 2, decision)).await;
    let read = cases.open(citizen, &id).await.expect("a case");
    assert!(read.is_some(), "an applicant does not find the own case");
    Life {
        id,
        submit,
        accept,
        decide,
    }
}

/// Whole lives in a second: of a crowd of applicants, with all that follows from them (notices, mails and the
/// delivery of results), which the same machine carries out meanwhile.
pub async fn crowd(city: &Arc<City>) -> f64 {
    let began = Instant::now();
    let mut crowd = JoinSet::new();
    for number in 0..CROWD {
        let city = Arc::clone(city);
        crowd.spawn(async move {
            let citizen = Person(number).citizen();
            for _ in 0..EACH {
                live(&city, &citizen).await;
            }
        });
    }
    while !crowd.is_empty() {
        jobs(city).await;
        while let Some(ended) = crowd.try_join_next() {
            ended.expect("lives");
        }
        tokio::time::sleep(PAUSE).await;
    }
    jobs(city).await;
    (CROWD * EACH) as f64 / began.elapsed().as_secs_f64()
}

/// Carries out what is promised.
pub async fn jobs(city: &City) {
    let done = portal::jobs::run_pending(&city.portal).await;
    done.expect("jobs");
}

/// How long something takes, in milliseconds.
pub async fn timed<T, E: std::fmt::Debug>(work: impl Future<Output = Result<T, E>>) -> f64 {
    let began = Instant::now();
    work.await.expect("it works");
    began.elapsed().as_secs_f64() * 1_000.0
}
