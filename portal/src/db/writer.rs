//! The SQLite writer: many use cases, one commit.
//!
//! A durable commit waits for the disk, and SQLite has one writer at a time, so a commit for each
//! use case would let through a few hundred a second. Here one task takes what is queued, runs each
//! use case as a savepoint of one transaction, commits once and only then answers them all. A use
//! case that fails takes back its own savepoint and nothing else.

use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::mpsc;

use super::after_commit::{AfterCommit, Wishes};
use super::work::{Finished, Work};
use crate::error::Internal;
use crate::limits::{WORK_TIME, WRITE_BATCH, WRITE_PATIENCE, WRITE_QUEUE};

/// The door of the writer's queue.
pub(super) struct Writer(mpsc::Sender<Box<dyn Work>>);

impl Writer {
    /// Starts the task that writes. It ends with the last [`Writer`].
    pub(super) fn start(connection: DatabaseConnection, after_commit: AfterCommit) -> Self {
        let (sender, mut queue) = mpsc::channel::<Box<dyn Work>>(WRITE_QUEUE);
        tokio::spawn(async move {
            while let Some(first) = queue.recv().await {
                write_batch(&connection, &after_commit, first, &mut queue).await;
            }
        });
        Self(sender)
    }

    /// Puts `work` into the queue.
    pub(super) async fn send(&self, work: Box<dyn Work>) -> Result<(), Internal> {
        self.0
            .send_timeout(work, WRITE_PATIENCE)
            .await
            .map_err(|_| Internal::new("the queue of the database writer is full or closed"))
    }
}

/// Runs `first` and what else is queued in one transaction, commits, answers.
async fn write_batch(
    connection: &DatabaseConnection,
    after_commit: &AfterCommit,
    first: Box<dyn Work>,
    queue: &mut mpsc::Receiver<Box<dyn Work>>,
) {
    let immediate = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let transaction = match connection.begin_with_options(immediate).await {
        Ok(transaction) => transaction,
        Err(error) => return first.refuse(error.into()),
    };
    let wishes = Wishes::default();
    let mut finished = Vec::new();
    let mut next = Some(first);
    let mut ran = 0;
    let mut broken = None;
    while let Some(work) = next {
        match run_in_savepoint(&transaction, &wishes, work).await {
            Ok(answer) => finished.extend(answer),
            Err(error) => {
                broken = Some(error);
                break;
            }
        }
        ran += 1;
        // Taking what arrives while the batch runs makes batches grow with the load by themselves.
        next = if ran < WRITE_BATCH {
            queue.try_recv().ok()
        } else {
            None
        };
    }
    let committed = match broken {
        None => transaction.commit().await.map_err(Internal::from),
        Some(error) => {
            // The connection may have lost the whole transaction, so nothing of it is trusted.
            if let Err(error) = transaction.rollback().await {
                tracing::error!(%error, "a batch could not be rolled back");
            }
            Err(error)
        }
    };
    match &committed {
        Ok(()) => after_commit.fulfil(&wishes),
        Err(error) => tracing::error!(%error, uses = finished.len(), "a batch was not committed"),
    }
    for Finished { acknowledge, .. } in finished {
        acknowledge(committed.clone());
    }
}

/// Runs one use case in a savepoint. `None` when it panicked or took too long: its caller has been
/// told by the dropped answer.
///
/// # Errors
/// When the savepoint itself fails, after which the transaction around it is in doubt.
async fn run_in_savepoint(
    transaction: &DatabaseTransaction,
    wishes: &Wishes,
    work: Box<dyn Work>,
) -> Result<Option<Finished>, Internal> {
    let savepoint = match transaction.begin().await {
        Ok(savepoint) => savepoint,
        Err(error) => {
            let error = Internal::from(error);
            work.refuse(error.clone());
            return Err(error);
        }
    };
    let run = AssertUnwindSafe(wishes.collect(work.run(&savepoint))).catch_unwind();
    let finished = match tokio::time::timeout(WORK_TIME, run).await {
        Ok(Ok(finished)) => Some(finished),
        Ok(Err(_)) => {
            tracing::error!("a use case panicked and was rolled back");
            None
        }
        Err(_) => {
            tracing::error!("a use case took too long and was rolled back");
            None
        }
    };
    if finished.as_ref().is_some_and(|finished| finished.keep) {
        savepoint.commit().await?;
    } else {
        savepoint.rollback().await?;
    }
    Ok(finished)
}
