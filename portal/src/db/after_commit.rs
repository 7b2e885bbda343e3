//! What others have to be told once a transaction is committed, and not before.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;

/// Bells of this node that ring after a commit of a certain kind. Other nodes find out by polling.
#[derive(Clone, Debug, Default)]
pub struct AfterCommit(Arc<Bells>);

#[derive(Debug, Default)]
struct Bells {
    jobs: Notify,
    publication: Notify,
}

impl AfterCommit {
    /// Waits for a commit that enqueued a job. One that happened since the last call counts.
    pub async fn jobs_enqueued(&self) {
        self.0.jobs.notified().await;
    }

    /// Waits for a commit that published something. One that happened since the last call counts.
    pub async fn published(&self) {
        self.0.publication.notified().await;
    }

    /// Rings for what the committed transaction asked for.
    pub(super) fn fulfil(&self, wishes: &Wishes) {
        if wishes.0.jobs.load(Ordering::Relaxed) {
            self.0.jobs.notify_one();
        }
        if wishes.0.publication.load(Ordering::Relaxed) {
            self.0.publication.notify_one();
        }
    }
}

/// What the use cases of a transaction ask for, collected while they run.
#[derive(Clone, Debug, Default)]
pub(super) struct Wishes(Arc<Asked>);

#[derive(Debug, Default)]
struct Asked {
    jobs: AtomicBool,
    publication: AtomicBool,
}

tokio::task_local! {
    /// Set while a use case runs inside its transaction.
    static WISHES: Wishes;
}

impl Wishes {
    /// Runs `work` so that what it asks for lands here.
    pub(super) async fn collect<T>(&self, work: impl Future<Output = T>) -> T {
        WISHES.scope(self.clone(), work).await
    }

    /// Whether the caller runs inside a transaction already.
    pub(super) fn is_inside_a_transaction() -> bool {
        WISHES.try_with(|_| ()).is_ok()
    }
}

/// Asks for the workers to be woken after the commit.
pub(crate) fn job_enqueued() {
    // Outside a transaction (a migration, a test) there is nobody to tell.
    let _ = WISHES.try_with(|wishes| wishes.0.jobs.store(true, Ordering::Relaxed));
}

/// Asks for the new publication to be noticed after the commit.
pub(crate) fn publication_changed() {
    let _ = WISHES.try_with(|wishes| wishes.0.publication.store(true, Ordering::Relaxed));
}
