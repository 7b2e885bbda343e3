//! `case_facts [DAMAGE CASE]`: what the database of a portal that does not run says about its cases,
//! as JSON, for `cargo xtask crash`. Whether it is as it should be is judged there. It reads the same
//! settings as `tongban`.
//!
//! With arguments it first robs one case of something, on a copy of the data: a check that notices
//! nothing then is none.
#![expect(clippy::print_stdout, reason = "the answer of a program is its output")]

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use domain::cases::{CaseNumber, CaseState};
use portal::{Portal, SystemClock};
use sea_orm::{ConnectionTrait as _, QueryResult, Statement, Value};
use serde::Serialize;

/// Everything that is said.
#[derive(Serialize)]
struct Facts {
    integrity: Vec<String>,
    counters: BTreeMap<String, i64>,
    cases: Vec<CaseFacts>,
}

/// One case with everything that belongs to it.
#[derive(Serialize)]
struct CaseFacts {
    id: String,
    number: Option<String>,
    number_is_valid: bool,
    state: String,
    sealed_state: Option<String>,
    revision: i64,
    events: Vec<(i64, String)>,
    audits: Vec<String>,
    jobs: Vec<String>,
    notices: usize,
    has_answers: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let config = server::config::load(None, std::env::vars())?;
    let portal = Portal::open(config.to_portal(), Arc::new(SystemClock)).await?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => {}
        [what, case] => damage(&portal, what, case).await?,
        _ => bail!("the arguments are nothing, or what to take from which case"),
    }
    let facts = Facts {
        integrity: texts(&portal, "PRAGMA integrity_check").await?,
        counters: counters(&portal).await?,
        cases: cases(&portal).await?,
    };
    println!("{}", serde_json::to_string(&facts)?);
    portal.close().await;
    Ok(())
}

/// Takes something from one case.
async fn damage(portal: &Portal, what: &str, case: &str) -> anyhow::Result<()> {
    let sql = match what {
        "row" => "DELETE FROM service_case WHERE id = ?",
        "number" => "UPDATE service_case SET number = NULL WHERE id = ?",
        "events" => "DELETE FROM case_event WHERE case_id = ?",
        "audit" => "DELETE FROM audit WHERE action = 'case.submit' AND subject_id = ?",
        "mail" => "DELETE FROM job WHERE effect_key = 'mail:' || ? || ':1'",
        "answers" => "DELETE FROM case_answers WHERE case_id = ?",
        other => bail!("nobody knows how to take {other} from a case"),
    };
    let connection = portal.db().schema();
    let values: [Value; 1] = [case.into()];
    let statement = Statement::from_sql_and_values(portal.db().backend(), sql, values);
    let done = connection.execute_raw(statement).await?;
    ensure!(done.rows_affected() == 1, "{case} has no {what} to take");
    Ok(())
}

async fn rows(portal: &Portal, sql: &str) -> anyhow::Result<Vec<QueryResult>> {
    let db = portal.db();
    let statement = Statement::from_string(db.backend(), sql);
    db.read()
        .query_all_raw(statement)
        .await
        .with_context(|| sql.to_owned())
}

/// The first column of every row.
async fn texts(portal: &Portal, sql: &str) -> anyhow::Result<Vec<String>> {
    let rows = rows(portal, sql).await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get_by_index(0))
        .collect::<Result<_, _>>()?)
}

/// The second column of every row, by the first.
async fn by_case<T: sea_orm::TryGetable>(
    portal: &Portal,
    sql: &str,
) -> anyhow::Result<HashMap<String, Vec<T>>> {
    let mut found: HashMap<String, Vec<T>> = HashMap::new();
    for row in rows(portal, sql).await? {
        let case = row.try_get_by_index(0)?;
        found
            .entry(case)
            .or_default()
            .push(row.try_get_by_index(1)?);
    }
    Ok(found)
}

/// Last sequence of case numbers, by day.
async fn counters(portal: &Portal) -> anyhow::Result<BTreeMap<String, i64>> {
    const PREFIX: &str = "case-number:";
    let mut found = BTreeMap::new();
    for row in rows(portal, "SELECT name, value FROM counter").await? {
        let name: String = row.try_get_by_index(0)?;
        if let Some(day) = name.strip_prefix(PREFIX) {
            found.insert(day.to_owned(), row.try_get_by_index(1)?);
        }
    }
    Ok(found)
}

async fn cases(portal: &Portal) -> anyhow::Result<Vec<CaseFacts>> {
    let mut kinds = by_case::<String>(
        portal,
        "SELECT case_id, kind FROM case_event ORDER BY case_id, sequence",
    )
    .await?;
    let mut places = by_case::<i64>(
        portal,
        "SELECT case_id, CAST(sequence AS BIGINT) FROM case_event ORDER BY case_id, sequence",
    )
    .await?;
    let mut audits = by_case::<String>(
        portal,
        "SELECT subject_id, action FROM audit WHERE subject_kind = 'service_case'",
    )
    .await?;
    // The key of a case's job holds its id: mail:<case>:<revision>, issue-certificate:<case>.
    let mut jobs = HashMap::<String, Vec<String>>::new();
    for key in texts(portal, "SELECT effect_key FROM job").await? {
        for part in key.split(':') {
            jobs.entry(part.to_owned()).or_default().push(key.clone());
        }
    }
    let notices = by_case::<String>(
        portal,
        "SELECT case_id, id FROM notice WHERE case_id IS NOT NULL",
    )
    .await?;
    let answers = by_case::<String>(portal, "SELECT case_id, case_id FROM case_answers").await?;
    let sql = "SELECT id, number, state, state_data, CAST(revision AS BIGINT) FROM service_case ORDER BY id";
    rows(portal, sql)
        .await?
        .iter()
        .map(|row| {
            let id: String = row.try_get_by_index(0)?;
            let number: Option<String> = row.try_get_by_index(1)?;
            let sealed: Vec<u8> = row.try_get_by_index(3)?;
            let opened: Result<CaseState, _> =
                portal
                    .keys()
                    .open_json("service_case", "state_data", &id, &sealed);
            let places = places.remove(&id).unwrap_or_default();
            let kinds = kinds.remove(&id).unwrap_or_default();
            Ok(CaseFacts {
                number_is_valid: number
                    .as_deref()
                    .is_some_and(|number| CaseNumber::parse(number).is_ok()),
                state: row.try_get_by_index(2)?,
                sealed_state: opened.ok().map(|state| state.key().to_owned()),
                revision: row.try_get_by_index(4)?,
                events: places.into_iter().zip(kinds).collect(),
                audits: audits.remove(&id).unwrap_or_default(),
                jobs: jobs.remove(&id).unwrap_or_default(),
                notices: notices.get(&id).map_or(0, Vec::len),
                has_answers: answers.contains_key(&id),
                number,
                id,
            })
        })
        .collect()
}
