//! The applicant's own library: files that were handed in before and can be used again.

use chrono::{Months, NaiveDate};
use domain::calendar::civil_date;
use domain::catalogue::ServiceDefinition;
use domain::forms::FileKind;
use domain::ids::{AccountId, CaseId, MaterialId};
use entities::{library_material, material};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::take_in::{Holding, store};
use super::{add, lock_open_slot, name, pages, rows, waits};
use crate::accounts::Citizen;
use crate::cases::save_step::touch;
use crate::cases::{CaseError, Cases};
use crate::materials::{Inspected, UploadProblem};
use crate::{Internal, Portal, audit};

/// Files that the library shows: more than anybody hands in within the months that they stay good.
const MAX_ROWS: u64 = 200;

/// A file of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryEntry {
    /// The material.
    pub id: MaterialId,
    /// The case that it was handed in with.
    pub case: CaseId,
    /// The slot that it answers.
    pub slot: String,
    /// Name on the citizen's device.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Size in bytes.
    pub size: i64,
    /// The last day on which it can be used again.
    pub valid_until: NaiveDate,
    /// Whether that day has not passed.
    pub is_valid: bool,
}

impl Cases<'_> {
    /// The citizen's library, those that stay good longest first. At a counter it is closed: the citizen has
    /// brought what is needed, and other departments' papers are nobody's business there.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn library(&self, citizen: &Citizen) -> Result<Vec<LibraryEntry>, Internal> {
        if citizen.attended_by.is_some() {
            return Ok(Vec::new());
        }
        let found = library_material::Entity::find()
            .filter(library_material::Column::AccountId.eq(citizen.id.as_str()))
            .order_by_desc(library_material::Column::ValidUntil)
            .order_by_desc(library_material::Column::AddedAt)
            .limit(MAX_ROWS)
            .all(self.0.db().read())
            .await?;
        let ids: Vec<_> = found.iter().map(|row| row.material_id.clone()).collect();
        let materials = material::Entity::find()
            .filter(material::Column::Id.is_in(ids))
            .all(self.0.db().read())
            .await?;
        let today = civil_date(self.0.now());
        let entry = |row: library_material::Model| {
            let file = materials.iter().find(|file| file.id == row.material_id)?;
            Some(entry(self.0, row, file, today))
        };
        found.into_iter().filter_map(entry).collect()
    }

    /// Takes a file out of the library. The application that it was handed in with keeps it.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's.
    pub async fn forget_library_entry(
        &self,
        citizen: &Citizen,
        id: &MaterialId,
    ) -> Result<(), CaseError> {
        let (account, id, now) = (citizen.id.clone(), id.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let gone = library_material::Entity::delete_many()
                        .filter(library_material::Column::MaterialId.eq(id.as_str()))
                        .filter(library_material::Column::AccountId.eq(account.as_str()))
                        .exec(tx)
                        .await
                        .map_err(Internal::from)?;
                    if gone.rows_affected == 0 {
                        return Err(CaseError::NotFound);
                    }
                    let who = audit::Actor::Citizen(&account);
                    let id = Some(id.as_str());
                    audit::record(tx, who, "library.remove", "material", id, audit::DONE, now)
                        .await?;
                    Ok(())
                })
            })
            .await
    }

    /// Puts a copy of a library file into the slot of a draft that has the same key.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for what is somebody else's, no longer good or of a kind that the slot
    /// does not take; [`CaseError::NotEditable`] after submission, and where only other things are to be
    /// corrected.
    pub async fn reuse_material(
        &self,
        citizen: &Citizen,
        case: &CaseId,
        id: &MaterialId,
    ) -> Result<Option<UploadProblem>, CaseError> {
        let view = self.open(citizen, case).await?.ok_or(CaseError::NotFound)?;
        let library = self.library(citizen).await?;
        let entry = library
            .into_iter()
            .find(|entry| entry.id == *id && entry.is_valid)
            .ok_or(CaseError::NotFound)?;
        let slot = view.definition.form.material(&entry.slot);
        slot.filter(|slot| slot.accepts.contains(&entry.kind))
            .ok_or(CaseError::NotFound)?;
        if !view.editable() || view.fixed.has_material(&entry.slot) {
            return Err(CaseError::NotEditable);
        }
        if let Err(problem) = Holding::of(&view.materials).room(&entry.slot, entry.size) {
            return Ok(Some(problem));
        }
        let taken = copy(self.0, &entry).await?;
        let portal = self.0.clone();
        let (citizen, case) = (citizen.clone(), case.clone());
        let problems = self
            .0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = lock_open_slot(&portal, tx, &citizen, &case, &taken.slot).await?;
                    let problems = add(&portal, tx, &case, vec![taken]).await?;
                    touch(&portal, tx, row).await?;
                    Ok::<_, CaseError>(problems)
                })
            })
            .await?;
        Ok(problems.first().map(|(_, problem)| *problem))
    }
}

fn entry(
    portal: &Portal,
    row: library_material::Model,
    file: &material::Model,
    today: NaiveDate,
) -> Result<LibraryEntry, Internal> {
    Ok(LibraryEntry {
        name: name(portal, file)?,
        kind: FileKind::from_media_type(&file.media_type)
            .ok_or(Internal::new("a stored media type is unknown"))?,
        size: file.size,
        is_valid: row.valid_until >= today && !waits(file),
        id: MaterialId::new(row.material_id),
        case: CaseId::new(row.case_id),
        slot: row.slot,
        valid_until: row.valid_until,
    })
}

/// A copy of the file under a key of its own, so that each material can be removed without the other.
async fn copy(portal: &Portal, entry: &LibraryEntry) -> Result<super::take_in::Taken, Internal> {
    let row = material::Entity::find_by_id(entry.id.as_str())
        .one(portal.db().read())
        .await?
        .ok_or(Internal::new("a material of the library is missing"))?;
    let bytes = portal
        .files()
        .get(&row.object_key)
        .await?
        .ok_or(Internal::new("the file of a material is missing"))?;
    let file = Inspected {
        kind: entry.kind,
        bytes,
        pages: pages(&row)?,
    };
    let scan = row.scan.is_some().then_some(super::CLEAN);
    store(portal, &entry.slot, &entry.name, &file, scan).await
}

/// Enters what was submitted and stays good, each file once, for so many months from today.
pub(crate) async fn enter(
    portal: &Portal,
    tx: &DatabaseTransaction,
    account: &AccountId,
    case: &CaseId,
    definition: &ServiceDefinition,
) -> Result<(), Internal> {
    let (now, today) = (portal.now(), civil_date(portal.now()));
    let mut entries = Vec::new();
    for row in rows(tx, case).await? {
        let slot = definition.form.material(&row.slot);
        let months = slot.and_then(|slot| slot.reusable_months).unwrap_or(0);
        let until = today.checked_add_months(Months::new(months.into()));
        let Some(valid_until) = until.filter(|_| months > 0) else {
            continue;
        };
        entries.push(library_material::ActiveModel {
            material_id: Set(row.id),
            account_id: Set(account.to_string()),
            case_id: Set(case.to_string()),
            slot: Set(row.slot),
            valid_until: Set(valid_until),
            added_at: Set(now),
        });
    }
    if entries.is_empty() {
        return Ok(());
    }
    library_material::Entity::insert_many(entries)
        .on_conflict_do_nothing_on([library_material::Column::MaterialId])
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
