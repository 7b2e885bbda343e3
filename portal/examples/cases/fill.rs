//! Fills the database with what 300 days have left behind, in the order of time.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use entities::{
    account, case_answers, case_answers_version, case_document, case_event, case_search,
    service_case,
};
use portal::Internal;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait,
    IntoActiveModel, PaginatorTrait, Statement,
};

use super::city::City;
use super::past::{DAYS, Past};
use super::people::Person;

/// Cases of one statement: their events take 8 values each, and SQLite takes 32,766 at once.
const STATEMENT: usize = 800;
/// Cases of one transaction.
const TRANSACTION: usize = 4 * STATEMENT;
/// Cases of one applicant.
const CASES_OF_ONE: usize = 20;
/// Applicants are dealt out by this step, so that the cases of one are of all days and departments. It is
/// prime, and so goes through all of them.
const STEP: usize = 7_919;
/// Rounds of the clock after which it has found everything that the filling has made late.
const ROUNDS: usize = 20;

/// What a case leaves in tables of which only the size counts here. Each statement adds what is missing.
const TRACES: [&str; 4] = [
    "INSERT INTO audit (id, at, actor_kind, actor_id, action, subject_kind, subject_id, outcome)
     SELECT case_id || '/' || sequence, at, party, actor_id, 'case.' || kind, 'service_case', case_id, 'done'
     FROM case_event
     WHERE NOT EXISTS (SELECT 1 FROM audit WHERE audit.id = case_id || '/' || sequence) AND at < $1",
    "INSERT INTO notice (id, account_id, case_id, kind, at, read_at, effect_key, details)
     SELECT id, applicant_id, id, 'submitted', submitted_at, submitted_at, 'past:' || id, '{}'
     FROM service_case
     WHERE NOT EXISTS (SELECT 1 FROM notice WHERE notice.id = service_case.id) AND submitted_at < $1",
    "INSERT INTO job (id, kind, effect_key, payload, state, attempts, run_at, created_at, done_at)
     SELECT id, 'deliver-notice', 'past:' || id, '{}', 'done', 1, submitted_at, submitted_at, $1
     FROM service_case
     WHERE NOT EXISTS (SELECT 1 FROM job WHERE job.id = service_case.id) AND submitted_at < $1",
    "INSERT INTO default_evaluation (case_id, item_code, department_code, at)
     SELECT id, item_code, department_code, updated_at
     FROM service_case
     WHERE state IN ('delivered', 'rejected') AND submitted_at < $1
       AND NOT EXISTS (SELECT 1 FROM default_evaluation WHERE case_id = service_case.id)",
];

/// Adds cases until there are `count`.
pub async fn fill(city: &Arc<City>, count: usize) {
    let there = service_case::Entity::find()
        .count(city.portal.db().read())
        .await;
    let there = usize::try_from(there.expect("a count")).unwrap_or(usize::MAX);
    if there >= count {
        return;
    }
    let now = city.portal.now();
    let residents = (count / CASES_OF_ONE).max(1);
    people(city, residents, now)
        .await
        .expect("applicants are written");
    // Oldest first, as they would have come. What an interrupted filling has left is not made again.
    let places: Vec<usize> = (0..DAYS)
        .rev()
        .flat_map(|day| (day..count).step_by(DAYS))
        .skip(there)
        .collect();
    let mut next = None;
    for some in places.chunks(TRANSACTION) {
        let (city_too, some) = (Arc::clone(city), some.to_vec());
        let made = tokio::task::spawn_blocking(move || {
            let person = |place| Person(place * STEP % residents);
            let past = |place: &usize| Past::new(&city_too, *place, &person(*place), now);
            some.iter().map(past).collect::<Vec<_>>()
        });
        // One transaction is made while the one before it is written.
        if let Some(ready) = next.replace(made) {
            put(city, ready.await.expect("cases")).await;
        }
    }
    if let Some(last) = next {
        put(city, last.await.expect("cases")).await;
    }
    settle(city, now).await.expect("the rest is written");
    for _ in 0..ROUNDS {
        portal::jobs::run_scheduled(&city.portal).await;
    }
}

async fn people(city: &City, residents: usize, now: DateTime<Utc>) -> Result<(), Internal> {
    let numbers: Vec<usize> = (0..residents).collect();
    for some in numbers.chunks(STATEMENT) {
        let keys = city.portal.keys();
        let rows: Vec<_> = some
            .iter()
            .map(|number| Person(*number).account(keys, now))
            .collect();
        let work = city.portal.db().write(move |tx| {
            Box::pin(async move {
                account::Entity::insert_many(rows)
                    .on_conflict_do_nothing_on([account::Column::Id])
                    .exec_without_returning(tx)
                    .await?;
                Ok::<_, Internal>(())
            })
        });
        work.await?;
    }
    Ok(())
}

async fn put(city: &City, made: Vec<Past>) {
    let written = city.portal.db().write(move |tx| {
        Box::pin(async move {
            let mut made = made.into_iter().peekable();
            while made.peek().is_some() {
                put_some(tx, made.by_ref().take(STATEMENT).collect()).await?;
            }
            Ok::<_, Internal>(())
        })
    });
    written.await.expect("cases are written");
}

async fn put_some(tx: &DatabaseTransaction, made: Vec<Past>) -> Result<(), Internal> {
    let (mut cases, mut answers, mut versions) = (Vec::new(), Vec::new(), Vec::new());
    let (mut events, mut words, mut documents) = (Vec::new(), Vec::new(), Vec::new());
    for one in made {
        cases.push(one.case);
        answers.push(one.answers);
        versions.push(one.version);
        events.extend(one.events);
        words.extend(one.words);
        documents.extend(one.document);
    }
    insert::<service_case::Entity, _>(tx, cases).await?;
    insert::<case_answers::Entity, _>(tx, answers).await?;
    insert::<case_answers_version::Entity, _>(tx, versions).await?;
    insert::<case_event::Entity, _>(tx, events).await?;
    insert::<case_search::Entity, _>(tx, words).await?;
    insert::<case_document::Entity, _>(tx, documents).await
}

async fn insert<E, A>(tx: &DatabaseTransaction, rows: Vec<A>) -> Result<(), Internal>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E>,
    E::Model: IntoActiveModel<A>,
{
    if !rows.is_empty() {
        E::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Adds the traces and lets the database tidy up, as it has in a city where this took a year.
async fn settle(city: &City, now: DateTime<Utc>) -> Result<(), Internal> {
    let db = city.portal.db();
    let backend = db.backend();
    for trace in TRACES {
        let trace = Statement::from_sql_and_values(backend, trace, [now.into()]);
        db.schema().execute_raw(trace).await?;
    }
    let tidy = match backend {
        DbBackend::Postgres => ["VACUUM ANALYZE", "CHECKPOINT"].as_slice(),
        // The portal keeps no statistics on SQLite, so there are none here.
        _ => &["PRAGMA wal_checkpoint(TRUNCATE)"],
    };
    for statement in tidy {
        db.schema().execute_unprepared(statement).await?;
    }
    Ok(())
}
