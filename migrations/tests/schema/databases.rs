//! A fresh database for each test.

use anyhow::{Context, Result};
use sea_orm::{ConnectionTrait, Database as Connector, DatabaseConnection, DbBackend, Statement};
use tempfile::TempDir;

/// Environment variable with the URL of a database on PostgreSQL, as a user who may create databases.
const POSTGRES_URL: &str = "TEST_POSTGRES_URL";

/// An empty database and what to take away with it.
pub(crate) struct Database {
    connection: DatabaseConnection,
    place: Place,
}

enum Place {
    /// Deleted with its folder.
    Folder(#[expect(dead_code, reason = "held for its drop")] TempDir),
    /// The connection to the server and the name of the database in it.
    Server(DatabaseConnection, String),
}

impl Database {
    /// An SQLite file in a temporary folder.
    pub(crate) async fn sqlite() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("schema.db");
        let url = format!("sqlite://{}?mode=rwc", file.display());
        Ok(Self {
            connection: Connector::connect(url).await?,
            place: Place::Folder(folder),
        })
    }

    /// A new database on the PostgreSQL server of `TEST_POSTGRES_URL`; none when it is not set.
    pub(crate) async fn postgres() -> Result<Option<Self>> {
        let Ok(url) = std::env::var(POSTGRES_URL) else {
            eprintln!("*** SKIPPED: {POSTGRES_URL} is not set, PostgreSQL was NOT tested ***");
            return Ok(None);
        };
        let server = Connector::connect(&url).await?;
        let name = format!("schema_test_{}", std::process::id());
        server
            .execute_unprepared(&format!("DROP DATABASE IF EXISTS {name}"))
            .await?;
        server
            .execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await?;
        Ok(Some(Self {
            connection: Connector::connect(with_database(&url, &name)?).await?,
            place: Place::Server(server, name),
        }))
    }

    pub(crate) fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    /// Closes the connections and removes the database.
    pub(crate) async fn drop(self) -> Result<()> {
        self.connection.close().await?;
        if let Place::Server(server, name) = self.place {
            server
                .execute_unprepared(&format!("DROP DATABASE {name}"))
                .await?;
            server.close().await?;
        }
        Ok(())
    }

    /// Names of the tables except the one that remembers migrations, sorted.
    pub(crate) async fn tables(&self) -> Result<Vec<String>> {
        let sql = match self.backend() {
            DbBackend::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
            _ => {
                "SELECT table_name::text AS name FROM information_schema.tables \
                  WHERE table_schema = 'public'"
            }
        };
        let mut names = Vec::new();
        for row in self.query(sql.to_owned()).await? {
            let name: String = row.try_get("", "name")?;
            if name != "seaql_migrations" && !name.starts_with("sqlite_") {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    /// Names of the columns of a table, each with whether it may be null, sorted.
    pub(crate) async fn columns(&self, table: &str) -> Result<Vec<(String, bool)>> {
        let sql = match self.backend() {
            DbBackend::Sqlite => format!(
                "SELECT name, \"notnull\" = 0 AS nullable FROM pragma_table_info('{table}')"
            ),
            _ => format!(
                "SELECT column_name::text AS name, is_nullable = 'YES' AS nullable \
                   FROM information_schema.columns \
                  WHERE table_schema = 'public' AND table_name = '{table}'"
            ),
        };
        let mut columns = Vec::new();
        for row in self.query(sql).await? {
            columns.push((row.try_get("", "name")?, row.try_get("", "nullable")?));
        }
        columns.sort();
        Ok(columns)
    }

    fn backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    async fn query(&self, sql: String) -> Result<Vec<sea_orm::QueryResult>> {
        let statement = Statement::from_string(self.backend(), sql);
        Ok(self.connection.query_all_raw(statement).await?)
    }
}

/// The URL with its path replaced by the name of another database.
fn with_database(url: &str, name: &str) -> Result<String> {
    let (place, parameters) = match url.split_once('?') {
        Some((place, parameters)) => (place, format!("?{parameters}")),
        None => (url, String::new()),
    };
    let (server, _) = place
        .rsplit_once('/')
        .with_context(|| format!("{POSTGRES_URL} names no database"))?;
    Ok(format!("{server}/{name}{parameters}"))
}
