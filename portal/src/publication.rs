//! The version of what readers who are not signed in can see. Pages kept as bytes and snapshots in
//! memory are good for one version, and every node learns of the next within a second.

use std::sync::atomic::{AtomicU64, Ordering};

use entities::counter;
use sea_orm::{DatabaseTransaction, EntityTrait};

use crate::error::Internal;
use crate::limits::PUBLICATION_POLL;
use crate::{Portal, Shutdown, counters, db};

/// The row of the table `counter` that counts publications.
const COUNTER: &str = "publication";

/// The version that this node knows.
#[derive(Debug, Default)]
pub struct Publication(AtomicU64);

impl Publication {
    /// The version, from memory: at most a second old while [`watch`] runs. 0 before anything was
    /// published or looked up.
    #[must_use]
    pub fn current(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    /// Looks the version up.
    ///
    /// # Errors
    /// [`Internal`] when the database cannot be read.
    pub async fn refresh(&self, db: &db::Db) -> Result<u64, Internal> {
        let row = counter::Entity::find_by_id(COUNTER).one(db.read()).await?;
        let version = row.map_or(0, |row| u64::try_from(row.value).unwrap_or_default());
        // Two look-ups may end in either order; a version never goes back.
        self.0.fetch_max(version, Ordering::AcqRel);
        Ok(self.current())
    }
}

/// Counts a publication. To be called by every use case that changes what the public can see.
///
/// # Errors
/// [`Internal`] when the database refuses.
pub async fn bump(transaction: &DatabaseTransaction) -> Result<(), Internal> {
    counters::next(transaction, COUNTER.to_owned()).await?;
    db::publication_changed();
    Ok(())
}

/// Keeps [`Publication::current`] fresh until the program stops.
pub async fn watch(portal: Portal, mut shutdown: Shutdown) {
    let mut reported = false;
    loop {
        let refreshed = portal.publication().refresh(portal.db()).await;
        // A database that stays away is reported once, not three times a second.
        match refreshed {
            Ok(_) => reported = false,
            Err(error) if !reported => {
                tracing::warn!(%error, "the publication cannot be looked up");
                reported = true;
            }
            Err(_) => {}
        }
        tokio::select! {
            () = portal.db().after_commit().published() => {}
            () = tokio::time::sleep(PUBLICATION_POLL) => {}
            _ = shutdown.wait_for(|stop| *stop) => return,
        }
    }
}
