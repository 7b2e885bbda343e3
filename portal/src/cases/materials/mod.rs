//! Materials 材料: files that the applicant hands in.

mod add;
mod follow_up;
mod hand_over;
mod library;
mod remove;
mod scan;
mod take_in;
mod tally;

use bytes::Bytes;
use domain::cases::Case;
use domain::forms::Materials;
use domain::ids::{CaseId, MaterialId};
use entities::{material, service_case};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
};

pub(super) use add::add;
pub use follow_up::FollowUp;
pub(crate) use hand_over::forget_ended as forget_ended_hand_overs;
pub use hand_over::{HAND_OVER_MINUTES, HandOver, HandOverError};
pub use library::LibraryEntry;
pub(super) use library::enter as enter_into_library;
pub(super) use remove::delete_files;
pub(crate) use scan::scan_waiting;
pub(super) use take_in::{Holding, take_in};
pub(crate) use tally::forget_old as forget_old_tallies;

use super::save_step::lock_editable;
use super::view::fixed;
use super::{CaseError, Cases, MaterialView, definition_of, store};
use crate::accounts::{Actor, Citizen, Officer};
use crate::{Internal, Portal, consultations, desk};

/// What the column `scan` holds of a file that was scanned, and of one that waits for it.
const CLEAN: &str = "clean";
const WAITING: &str = "waiting";

/// A material's file, as it is sent to a reader.
#[derive(Clone, Debug)]
pub struct MaterialFile {
    /// Name on the citizen's device.
    pub name: String,
    /// Media type, found in the content.
    pub media_type: String,
    /// The content.
    pub bytes: Bytes,
}

/// The citizen's case, locked, while files of a slot may be added and taken away.
async fn lock_open_slot(
    portal: &Portal,
    tx: &DatabaseTransaction,
    citizen: &Citizen,
    id: &CaseId,
    slot: &str,
) -> Result<service_case::Model, CaseError> {
    let row = lock_editable(portal, tx, citizen, id).await?;
    if is_open_slot(portal, tx, &store::case(portal.keys(), &row)?, slot).await? {
        Ok(row)
    } else {
        Err(CaseError::NotEditable)
    }
}

/// Whether files of a slot may be added and taken away: not while only other things are corrected.
async fn is_open_slot(
    portal: &Portal,
    db: &impl ConnectionTrait,
    case: &Case,
    slot: &str,
) -> Result<bool, Internal> {
    if !case.state.is_editable() {
        return Ok(false);
    }
    let definition = definition_of(portal, case).await?;
    let (_, fixed) = fixed(portal, db, case, &definition).await?;
    Ok(!fixed.has_material(slot))
}

impl Cases<'_> {
    /// A material's file, for the applicant and for officers who read the papers of the case or with whom
    /// this one is shared. A file that waits to be scanned is nobody's yet.
    ///
    /// # Errors
    /// When the database, the keys or the store of files fail.
    pub async fn material(
        &self,
        actor: &Actor,
        case: &CaseId,
        id: &MaterialId,
    ) -> Result<Option<MaterialFile>, Internal> {
        let db = self.0.db().read();
        let is_shared = match actor {
            Actor::Officer(officer) => consultations::shares(db, officer, case, id).await?,
            _ => false,
        };
        let cases = match actor {
            Actor::Anonymous => return Ok(None),
            Actor::Citizen(citizen) => {
                store::of_citizen(citizen).filter(service_case::Column::Id.eq(case.as_str()))
            }
            Actor::Officer(_) if is_shared => service_case::Entity::find_by_id(case.as_str()),
            Actor::Officer(officer) => desk::readable_one(officer, case),
        };
        let Some(case) = cases.one(db).await? else {
            return Ok(None);
        };
        let case = store::case(self.0.keys(), &case)?;
        let found = material::Entity::find_by_id(id.as_str())
            .filter(material::Column::CaseId.eq(case.file().as_str()))
            .one(db)
            .await?;
        let Some(row) = found.filter(|row| !waits(row)) else {
            return Ok(None);
        };
        let shown = match actor {
            Actor::Officer(officer) if !is_shared => self.is_for(officer, &case, &row.slot).await?,
            // A matter has the files that its department sees, and so has a counter.
            Actor::Citizen(_) if case.part.is_some() => {
                definition_of(self.0, &case).await?.form.holds(&row.slot)
            }
            _ => true,
        };
        if !shown {
            return Ok(None);
        }
        let name = name(self.0, &row)?;
        let Some(bytes) = self.0.files().get(&row.object_key).await? else {
            return Err(Internal::new("the file of a material is missing"));
        };
        Ok(Some(MaterialFile {
            name,
            media_type: row.media_type,
            bytes,
        }))
    }
}

impl Cases<'_> {
    /// Whether an officer who reads the papers of the case gets to see what was handed in for this slot.
    async fn is_for(&self, officer: &Officer, case: &Case, slot: &str) -> Result<bool, Internal> {
        let definition = definition_of(self.0, case).await?;
        if case.part.is_some() {
            return Ok(definition.form.holds(slot));
        }
        if case.department == officer.department || definition.flow.joint.is_none() {
            return Ok(true);
        }
        let form = definition.form_for(&officer.department);
        Ok(form.is_some_and(|form| form.holds(slot)))
    }
}

/// The materials of a case, oldest first.
pub(crate) async fn of_case(
    portal: &Portal,
    db: &impl ConnectionTrait,
    case: &CaseId,
) -> Result<Vec<MaterialView>, Internal> {
    Ok(all_of_case(portal, db, case).await?.0)
}

/// The materials of a case, and those that were set aside while it was corrected, each oldest first.
pub(super) async fn all_of_case(
    portal: &Portal,
    db: &impl ConnectionTrait,
    case: &CaseId,
) -> Result<(Vec<MaterialView>, Vec<MaterialView>), Internal> {
    let all = all_rows(db, case).await?.into_iter();
    let all = all.map(|row| view(portal, row));
    let all: Vec<_> = all.collect::<Result<_, _>>()?;
    Ok(all
        .into_iter()
        .partition(|file| file.set_aside_at.is_none()))
}

fn view(portal: &Portal, row: material::Model) -> Result<MaterialView, Internal> {
    Ok(MaterialView {
        name: name(portal, &row)?,
        waits: waits(&row),
        scanned: row.scan.as_deref() == Some(CLEAN),
        pages: pages(&row)?,
        set_aside_at: row.set_aside_at,
        id: MaterialId::new(row.id),
        slot: row.slot,
        media_type: row.media_type,
        size: row.size,
        added_at: row.added_at,
    })
}

/// How many materials each slot of a case holds, and the slots with files that wait to be scanned: those
/// do not count, since nobody knows yet whether they can stay.
pub(super) async fn counts(
    db: &impl ConnectionTrait,
    case: &CaseId,
) -> Result<(Materials, Vec<String>), Internal> {
    let (waiting, there): (Vec<_>, Vec<_>) = rows(db, case).await?.into_iter().partition(waits);
    let there = there.into_iter().map(|row| row.slot).collect();
    Ok((there, waiting.into_iter().map(|row| row.slot).collect()))
}

/// The rows of a case without those that were set aside.
async fn rows(db: &impl ConnectionTrait, case: &CaseId) -> Result<Vec<material::Model>, Internal> {
    let mut rows = all_rows(db, case).await?;
    rows.retain(|row| row.set_aside_at.is_none());
    Ok(rows)
}

async fn all_rows(
    db: &impl ConnectionTrait,
    case: &CaseId,
) -> Result<Vec<material::Model>, Internal> {
    Ok(material::Entity::find()
        .filter(material::Column::CaseId.eq(case.as_str()))
        .order_by_asc(material::Column::AddedAt)
        .order_by_asc(material::Column::Id)
        .all(db)
        .await?)
}

/// The keys of all files of a case, for who deletes them after the rows are gone.
pub(super) async fn object_keys(
    db: &impl ConnectionTrait,
    case: &CaseId,
) -> Result<Vec<String>, Internal> {
    let rows = all_rows(db, case).await?;
    Ok(rows.into_iter().map(|row| row.object_key).collect())
}

fn waits(row: &material::Model) -> bool {
    row.scan.as_deref() == Some(WAITING)
}

fn pages(row: &material::Model) -> Result<Option<u16>, Internal> {
    row.pages
        .map(|pages| {
            u16::try_from(pages)
                .map_err(|error| Internal::caused("a stored number of pages is none", error))
        })
        .transpose()
}

fn name(portal: &Portal, row: &material::Model) -> Result<String, Internal> {
    portal
        .keys()
        .open_text("material", "name", &row.id, &row.name)
}
