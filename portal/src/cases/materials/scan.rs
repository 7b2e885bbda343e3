//! Files that came while the scanner could not be asked.

use entities::{library_material, material};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::remove::delete_files;
use super::{CLEAN, WAITING};
use crate::scanner::Verdict;
use crate::{Internal, Portal, audit};

/// Files scanned in one sweep; the others wait for the next, a minute later.
const SWEEP_ROWS: u64 = 50;

/// Scans what waits for it, oldest first. Clean files can be opened from then on, harmful ones are
/// deleted, and the applicant finds the slot empty.
///
/// # Errors
/// At the first file that cannot be scanned: the others would fare no better.
pub(crate) async fn scan_waiting(portal: &Portal) -> Result<(), Internal> {
    let waiting = material::Entity::find()
        .filter(material::Column::Scan.eq(WAITING))
        .order_by_asc(material::Column::AddedAt)
        .limit(SWEEP_ROWS)
        .all(portal.db().read())
        .await?;
    for row in waiting {
        let verdict = match portal.files().get(&row.object_key).await? {
            Some(content) => portal.scanner().scan(&content).await?,
            None => Verdict::Found("a file that is missing".to_owned()),
        };
        settle(portal, row, &verdict).await?;
    }
    Ok(())
}

async fn settle(portal: &Portal, row: material::Model, verdict: &Verdict) -> Result<(), Internal> {
    let now = portal.now();
    let id = row.id.clone();
    let scan = match verdict {
        Verdict::Clean => Some(CLEAN.to_owned()),
        Verdict::NotScanned => None,
        Verdict::Found(name) => {
            tracing::warn!(name, "the scanner found something in a file that waited");
            let deleted = portal.db().write(move |tx| {
                Box::pin(async move {
                    material::Entity::delete_by_id(&id).exec(tx).await?;
                    library_material::Entity::delete_by_id(&id).exec(tx).await?;
                    let who = audit::Actor::System;
                    let action = "material.harmful";
                    audit::record(tx, who, action, "material", Some(&id), audit::DONE, now).await
                })
            });
            deleted.await?;
            delete_files(portal, vec![row.object_key]).await;
            return Ok(());
        }
    };
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                // It may have been removed meanwhile.
                let Some(row) = material::Entity::find_by_id(&id).one(tx).await? else {
                    return Ok(());
                };
                let mut row: material::ActiveModel = row.into();
                row.scan = Set(scan);
                row.update(tx).await?;
                Ok::<_, Internal>(())
            })
        })
        .await
}
