//! The rows of stored files.

use domain::ids::CaseId;
use entities::material;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, Set};

use super::rows;
use super::take_in::{Holding, Problems, Taken};
use crate::{Internal, Portal, ids};

/// Writes the rows of stored files. The case is locked, so what two posts have brought at the same time
/// is counted here once more; what has no room any more is told.
pub(crate) async fn add(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &CaseId,
    taken: Vec<Taken>,
) -> Result<Problems, Internal> {
    let mut problems = Vec::new();
    if taken.is_empty() {
        return Ok(problems);
    }
    let mut there = Holding::default();
    for row in rows(tx, case).await? {
        there.put(&row.slot, row.size);
    }
    let now = portal.now();
    for file in taken {
        if let Err(problem) = there.room(&file.slot, file.size) {
            problems.push((file.slot, problem));
            continue;
        }
        there.put(&file.slot, file.size);
        let id = ids::new(now);
        let name = portal
            .keys()
            .seal_text("material", "name", &id, &file.name)?;
        material::ActiveModel {
            id: Set(id),
            case_id: Set(case.to_string()),
            slot: Set(file.slot),
            object_key: Set(file.object_key),
            name: Set(name),
            media_type: Set(file.kind.media_type().to_owned()),
            size: Set(file.size),
            sha256: Set(file.sha256),
            added_at: Set(now),
            scan: Set(file.scan.map(str::to_owned)),
            pages: Set(file.pages.map(i32::from)),
            set_aside_at: Set(None),
        }
        .insert(tx)
        .await?;
    }
    Ok(problems)
}
