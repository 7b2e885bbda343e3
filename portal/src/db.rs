//! The database: many readers, one way to write.
//!
//! A use case changes the database in one closure given to [`Db::write`], and hears of its success
//! only after a durable commit. On SQLite the closures of many callers share one commit (see
//! `writer`), which a closure cannot notice; on PostgreSQL each has a transaction of its own.

mod after_commit;
mod connect;
#[cfg(test)]
pub(crate) mod plans;
mod work;
mod writer;

use futures::future::BoxFuture;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait, QuerySelect, Select,
    TransactionTrait,
};

pub use after_commit::AfterCommit;
pub(crate) use after_commit::{job_enqueued, publication_changed};

use crate::error::Internal;
use crate::limits::WORK_TIME;
use after_commit::Wishes;
use work::{UseCase, Work};
use writer::Writer;

/// The database of the portal.
pub struct Db {
    reader: DatabaseConnection,
    writer: Way,
    after_commit: AfterCommit,
}

/// The way changes take.
enum Way {
    /// SQLite: one connection writes, behind a queue.
    Shared {
        connection: DatabaseConnection,
        queue: Writer,
    },
    /// PostgreSQL: a transaction each, on the same pool that reads. Only migrations have a
    /// connection of their own, since they may take longer than any use case.
    Own { schema: DatabaseConnection },
}

impl Db {
    /// Connects to the database at `url`, `sqlite:` or `postgres:`. Creates an empty SQLite file
    /// where the address says `mode=rwc`; does not migrate.
    ///
    /// # Errors
    /// [`Internal`] when the address is of another kind or the database cannot be reached.
    pub async fn open(url: &str) -> Result<Self, Internal> {
        let after_commit = AfterCommit::default();
        if url.starts_with("sqlite:") {
            let connection = connect::sqlite_writer(url).await?;
            let reader = connect::sqlite_readers(url).await?;
            let queue = Writer::start(connection.clone(), after_commit.clone());
            let writer = Way::Shared { connection, queue };
            Ok(Self {
                reader,
                writer,
                after_commit,
            })
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let schema = connect::postgres_schema(url).await?;
            Ok(Self {
                reader: connect::postgres(url).await?,
                writer: Way::Own { schema },
                after_commit,
            })
        } else {
            Err(Internal::new(
                "the database address begins neither with sqlite: nor with postgres:",
            ))
        }
    }

    /// The connections that read. On SQLite they refuse to write.
    #[must_use]
    pub fn read(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// The connection for migrations, which run alone and before anything else.
    #[must_use]
    pub fn schema(&self) -> &DatabaseConnection {
        match &self.writer {
            Way::Shared { connection, .. } => connection,
            Way::Own { schema } => schema,
        }
    }

    /// What tells the worker and the publication watch of this node that a commit concerns them.
    #[must_use]
    pub fn after_commit(&self) -> &AfterCommit {
        &self.after_commit
    }

    /// Runs `work` in a transaction: all of it is kept when it returns `Ok`, nothing when it
    /// returns `Err` or panics. Returns after the durable commit, never before.
    ///
    /// `work` must not touch anything but the database: no mail, file or call, and no `write` of
    /// its own. Once begun it ends even if the caller goes away.
    ///
    /// # Errors
    /// The error of `work`; [`Internal`] when the transaction cannot be begun or committed, when
    /// `work` panics, takes longer than [`WORK_TIME`] or waits in vain for the queue.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Internal> + Send + 'static,
    {
        if Wishes::is_inside_a_transaction() {
            return Err(Internal::new("a use case began a transaction inside another").into());
        }
        let (work, answered) = UseCase::new(work);
        match &self.writer {
            Way::Shared { queue, .. } => queue.send(work).await?,
            Way::Own { .. } => {
                // In a task of its own, so that it ends as on SQLite, whatever becomes of the caller.
                tokio::spawn(run_alone(
                    self.reader.clone(),
                    work,
                    self.after_commit.clone(),
                ));
            }
        }
        answered
            .await
            .unwrap_or_else(|_| Err(Internal::new("a use case panicked or took too long").into()))
    }

    /// Closes all connections, so that SQLite leaves one tidy file. Writes that are still queued
    /// fail.
    pub async fn close(&self) {
        for connection in [self.read(), self.schema()] {
            if let Err(error) = connection.close_by_ref().await {
                tracing::warn!(%error, "a database connection did not close");
            }
        }
    }

    /// Which of the two databases this is.
    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.reader.get_database_backend()
    }
}

/// Locks the rows of `select` until the end of the transaction. SQLite has one writer at a time, so
/// there the query stays as it is.
#[must_use]
pub fn lock<E: EntityTrait>(select: Select<E>) -> Select<E> {
    select.lock_exclusive()
}

/// PostgreSQL: one use case, one transaction. A panic or the end of patience drops the answer, and
/// the transaction with it.
async fn run_alone(connection: DatabaseConnection, work: Box<dyn Work>, after_commit: AfterCommit) {
    let transaction = match connection.begin().await {
        Ok(transaction) => transaction,
        Err(error) => return work.refuse(error.into()),
    };
    let wishes = Wishes::default();
    let run = wishes.collect(work.run(&transaction));
    let Ok(finished) = tokio::time::timeout(WORK_TIME, run).await else {
        tracing::error!("a use case took too long and was rolled back");
        return;
    };
    let ended = if finished.keep {
        transaction.commit().await
    } else {
        transaction.rollback().await
    };
    if ended.is_ok() {
        after_commit.fulfil(&wishes);
    }
    (finished.acknowledge)(ended.map_err(Internal::from));
}
