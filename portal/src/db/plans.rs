//! How the databases would answer a query, for tests that hold it against an index. A query that reads a whole
//! table is quick on every table of a test and slow in every city.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::sea_query::{PostgresQueryBuilder, QueryStatementWriter, SqliteQueryBuilder};
use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};

use super::Db;
use crate::ids;

/// A day with cases before it and after it.
pub(crate) const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
/// Noon of that day.
pub(crate) const NOON: DateTime<Utc> = DAY.and_hms_opt(4, 0, 0).unwrap().and_utc();

/// A database whose plans are asked for.
#[derive(Clone)]
pub(crate) struct Plans(Arc<Db>);

/// What a database would do.
pub(crate) struct Plan(String);

impl fmt::Display for Plan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Plan {
    /// Whether an index is entered by this comparison.
    pub(crate) fn narrows_by(&self, comparison: &str) -> bool {
        let mut lines = self.0.lines();
        lines.any(|line| {
            let entered = line.contains("SEARCH") || line.contains("Index Cond");
            entered && line.contains(comparison)
        })
    }
}

/// Runs `check` on an empty SQLite, and on a PostgreSQL where `TEST_POSTGRES_URL` names one.
pub(crate) async fn on_both(check: impl AsyncFn(Plans)) {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/plans.db?mode=rwc", dir.path().display());
    check(Plans::open(&url).await).await;
    let Ok(url) = std::env::var("TEST_POSTGRES_URL") else {
        eprintln!("SKIPPED on PostgreSQL: TEST_POSTGRES_URL is not set");
        return;
    };
    let (server, _) = url.rsplit_once('/').unwrap();
    let day = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let name = format!("test_{}", ids::new(day).replace('-', ""));
    let admin = sea_orm::Database::connect(&url).await.unwrap();
    let create = format!("CREATE DATABASE {name}");
    admin.execute_unprepared(&create).await.unwrap();
    let plans = Plans::open(&format!("{server}/{name}")).await;
    // Between two indexes PostgreSQL chooses by what lies in the table, and an empty one says nothing.
    plans.0.schema().execute_unprepared(CASES).await.unwrap();
    check(plans).await;
}

impl Plans {
    async fn open(url: &str) -> Self {
        let db = Db::open(url).await.unwrap();
        migrations::migrate(db.schema()).await.unwrap();
        Self(Arc::new(db))
    }

    /// The index of a table's primary key, as this database names it.
    pub(crate) fn key(&self, table: &str) -> String {
        match self.0.backend() {
            DbBackend::Postgres => format!("{table}_pkey"),
            _ => format!("sqlite_autoindex_{table}_1"),
        }
    }

    /// The plan of a query, of which it is certain that it uses the index and reads no table as a whole.
    pub(crate) async fn walks(&self, query: &impl QueryStatementWriter, index: &str) -> Plan {
        self.checked(query, index, &["seqscan"]).await
    }

    /// The same, of which it is certain too that its rows come in the order of the index.
    pub(crate) async fn walks_in_order(
        &self,
        query: &impl QueryStatementWriter,
        index: &str,
    ) -> Plan {
        let plan = self
            .checked(query, index, &["seqscan", "bitmapscan", "sort"])
            .await;
        let sorts = plan.0.contains("TEMP B-TREE FOR ORDER BY") || plan.0.contains("Sort");
        assert!(!sorts, "not in the order of {index}: {plan}");
        plan
    }

    async fn checked(
        &self,
        query: &impl QueryStatementWriter,
        index: &str,
        forbidden: &[&str],
    ) -> Plan {
        let plan = self.plan(query, forbidden).await;
        assert!(plan.0.contains(index), "not along {index}: {plan}");
        let whole = plan.0.contains("SCAN") || plan.0.contains("Seq Scan");
        assert!(!whole, "a whole table is read: {plan}");
        plan
    }

    /// The plan as the database tells it. PostgreSQL is forbidden some ways, such as to read whole tables, which
    /// it would do with any that is small.
    async fn plan(&self, query: &impl QueryStatementWriter, forbidden: &[&str]) -> Plan {
        let db = self.0.read();
        let backend = db.get_database_backend();
        let sql = match backend {
            DbBackend::Postgres => format!("EXPLAIN {}", query.to_string(PostgresQueryBuilder)),
            _ => format!("EXPLAIN QUERY PLAN {}", query.to_string(SqliteQueryBuilder)),
        };
        let tx = db.begin().await.unwrap();
        if backend == DbBackend::Postgres {
            for way in forbidden {
                let off = format!("SET LOCAL enable_{way} = off");
                tx.execute_unprepared(&off).await.unwrap();
            }
        }
        let rows = tx
            .query_all_raw(Statement::from_string(backend, sql))
            .await
            .unwrap();
        let column = if backend == DbBackend::Postgres { 0 } else { 3 };
        let lines = rows
            .iter()
            .map(|row| row.try_get_by_index::<String>(column));
        Plan(lines.map(Result::unwrap).collect::<Vec<_>>().join("\n"))
    }
}

/// Cases of five departments on all piles, of many officers, over many days until [`DAY`] and beyond.
const CASES: &str = "
    INSERT INTO service_case (id, item_code, definition_version, department_code, applicant_id, state,
        state_data, revision, next_due, due_provisional, channel, created_at, updated_at, submitted_at,
        pile, assignee_id, number, number_tail)
    SELECT 'case-' || n, 'item', 1, 'D-' || n % 5, 'applicant-' || n % 500,
        (ARRAY['prechecking', 'submitted', 'returned', 'accepted', 'suspended', 'accepted', 'proposed',
            'approved', 'delivered'])[1 + n % 9],
        '', 1, DATE '2026-01-01' + n % 700, FALSE, 'web', at, at, at,
        (ARRAY['first-look', 'to-accept', 'correcting', 'in-review', 'paused', 'to-decide', 'to-review',
            'to-deliver', 'closed'])[1 + n % 9], 'officer-' || n % 50,
        lpad('' || n, 21, '0'), lpad('' || n, 6, '0')
    FROM generate_series(1, 5000) AS n, LATERAL (SELECT TIMESTAMPTZ '2026-11-10' - n * INTERVAL '1 hour' AS at)
        AS came;
    INSERT INTO case_search (case_id, department_code, word)
    SELECT 'case-' || n, 'D-' || n % 5, int4send(n % 500) FROM generate_series(1, 5000) AS n;
    ANALYZE service_case;
    ANALYZE case_search;";
