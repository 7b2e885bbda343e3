//! Files that came while the scanner could not be asked.

use domain::ids::{AccountId, CaseId, ItemCode};
use domain::notices::NoticeKind;
use entities::{library_material, material, service_case};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::remove::delete_files;
use super::{CLEAN, WAITING};
use crate::mail::MailDetails;
use crate::notices::{self, NewNotice};
use crate::scanner::Verdict;
use crate::{Internal, Portal, audit};

/// Files scanned in one sweep; the others wait for the next, a minute later.
const SWEEP_ROWS: u64 = 50;

/// Scans what waits for it, oldest first. Clean files can be opened from then on, harmful ones are
/// deleted, and the applicant learns of it by mail and finds the slot empty.
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

/// Deletes a file with all that is known of it, and tells the applicant.
async fn delete_harmful(portal: &Portal, row: material::Model) -> Result<(), Internal> {
    let (now, id, files) = (portal.now(), row.id.clone(), vec![row.object_key.clone()]);
    let notice = notice(portal, &row).await?;
    let work = portal.clone();
    let deleted = portal.db().write(move |tx| {
        Box::pin(async move {
            let gone = material::Entity::delete_by_id(&id).exec(tx).await?;
            library_material::Entity::delete_by_id(&id).exec(tx).await?;
            // Another sweep may have come first.
            if let Some(notice) = notice.filter(|_| gone.rows_affected > 0) {
                notices::tell(&work, tx, notice).await?;
            }
            let who = audit::Actor::System;
            let action = "material.harmful";
            audit::record(tx, who, action, "material", Some(&id), audit::DONE, now).await
        })
    });
    deleted.await?;
    delete_files(portal, files).await;
    Ok(())
}

/// The notice about a harmful file; none where its case is gone.
async fn notice(portal: &Portal, row: &material::Model) -> Result<Option<NewNotice>, Internal> {
    let case = service_case::Entity::find_by_id(&row.case_id);
    let Some(case) = case.one(portal.db().read()).await? else {
        return Ok(None);
    };
    let item = ItemCode::new(case.item_code);
    Ok(Some(NewNotice {
        account: AccountId::new(case.applicant_id),
        kind: NoticeKind::MaterialHarmful,
        case: Some(CaseId::new(case.id)),
        details: MailDetails {
            item: Some(portal.catalogue().item_name(&item).await?),
            ..MailDetails::default()
        },
        occasion: format!("notice:material-harmful:{}", row.id),
    }))
}

async fn settle(portal: &Portal, row: material::Model, verdict: &Verdict) -> Result<(), Internal> {
    let id = row.id.clone();
    let scan = match verdict {
        Verdict::Clean => Some(CLEAN.to_owned()),
        Verdict::NotScanned => None,
        Verdict::Found(name) => {
            tracing::warn!(name, "the scanner found something in a file that waited");
            return delete_harmful(portal, row).await;
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
