//! Writing a batch of imported items, inside one transaction.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::catalogue::ItemState;
use domain::ids::ItemCode;
use domain::text::Text;
use entities::{department, service_item};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::filing::{self, Filing};
use super::item_record::ItemRecord;
use super::{ImportReport, store};
use crate::{Internal, audit, publication};

/// Place in lists of imported departments: after the portal's own, which have small numbers.
const IMPORTED_DEPARTMENT_SORT: i32 = 1_000;

/// A record with the line that it stands in.
pub(super) struct Numbered {
    pub(super) line: usize,
    pub(super) record: ItemRecord,
}

/// Writes the batch: departments, items and their topics. Counts the publication when anything
/// changed.
pub(super) async fn write(
    tx: &DatabaseTransaction,
    batch: Vec<Numbered>,
    now: DateTime<Utc>,
) -> Result<ImportReport, Internal> {
    let mut report = ImportReport::default();
    let mut departments = Departments::load(tx, &batch).await?;
    let known = known_items(tx, &batch).await?;
    let mut items = Vec::new();
    let mut filings: Vec<(ItemCode, Filing)> = Vec::new();
    for Numbered { line, record } in batch {
        let department = match departments.resolve(&record) {
            Ok(code) => code,
            Err(reason) => {
                report.refuse(line, reason);
                continue;
            }
        };
        let hash = record.hash(&department)?;
        match known.get(record.code.as_str()) {
            None => report.new += 1,
            Some(item) if item.source != store::IMPORT || item.content_hash == hash => {
                report.unchanged += 1;
                continue;
            }
            Some(_) => report.changed += 1,
        }
        filings.push((record.code.clone(), record.filing.clone()));
        items.push(row(record, department, hash, now));
    }
    let new_departments = departments.save(tx).await?;
    if !items.is_empty() || new_departments {
        put_items(tx, items).await?;
        filing::put(tx, &filings).await?;
        let who = audit::Actor::System;
        audit::record(
            tx,
            who,
            "catalogue.import",
            "service_item",
            None,
            "done",
            now,
        )
        .await?;
        publication::bump(tx).await?;
    }
    Ok(report)
}

async fn known_items(
    tx: &DatabaseTransaction,
    batch: &[Numbered],
) -> Result<HashMap<String, service_item::Model>, Internal> {
    let codes = batch.iter().map(|one| one.record.code.as_str());
    let rows = service_item::Entity::find()
        .filter(service_item::Column::Code.is_in(codes))
        .all(tx)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.code.clone(), row))
        .collect())
}

fn row(
    record: ItemRecord,
    department: String,
    hash: String,
    now: DateTime<Utc>,
) -> service_item::ActiveModel {
    service_item::ActiveModel {
        code: Set(record.code.to_string()),
        name_zh: Set(record.name),
        name_en: Set(None),
        main_item: Set(record.main_item),
        item_type: Set(i16::from(record.item_type.code())),
        handling: Set(None),
        audiences: Set(store::audience_codes(&record.audiences)),
        department_code: Set(department),
        region: Set(record.region.to_string()),
        state: Set(i16::from(ItemState::InUse.code())),
        published_version: Set(None),
        source: Set(store::IMPORT.to_owned()),
        content_hash: Set(hash),
        updated_at: Set(now),
    }
}

/// Adds new items and updates changed ones. What the source does not know is not among the updated
/// columns: English name, handling type, state, published definition.
async fn put_items(
    tx: &DatabaseTransaction,
    rows: Vec<service_item::ActiveModel>,
) -> Result<(), Internal> {
    use service_item::Column;
    if rows.is_empty() {
        return Ok(());
    }
    let update = OnConflict::column(Column::Code)
        .update_columns([
            Column::NameZh,
            Column::MainItem,
            Column::ItemType,
            Column::Audiences,
            Column::DepartmentCode,
            Column::Region,
            Column::ContentHash,
            Column::UpdatedAt,
        ])
        .to_owned();
    service_item::Entity::insert_many(rows)
        .on_conflict(update)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// The departments of a batch. Sources name one department under several codes (an organisation
/// code of 9 digits, a credit code of 18, one with the number of a branch behind it), but a
/// department has one name within its region: so the name decides, and the code that came first
/// stays.
struct Departments {
    by_place: HashMap<(String, String), String>,
    by_code: HashMap<String, String>,
    /// Departments to be added.
    added: Vec<department::ActiveModel>,
    /// Credit codes that departments were found to have, by department.
    credit_codes: HashMap<String, String>,
    with_credit_code: HashSet<String>,
}

impl Departments {
    async fn load(tx: &DatabaseTransaction, batch: &[Numbered]) -> Result<Self, Internal> {
        use department::Column;
        let names: HashSet<&str> = batch
            .iter()
            .map(|one| one.record.department_name.as_str())
            .collect();
        let codes: HashSet<&str> = batch
            .iter()
            .map(|one| one.record.department_code.as_str())
            .collect();
        let rows = department::Entity::find()
            .filter(
                Condition::any()
                    .add(Column::NameZh.is_in(names))
                    .add(Column::Code.is_in(codes)),
            )
            .all(tx)
            .await?;
        let mut departments = Self {
            by_place: HashMap::new(),
            by_code: HashMap::new(),
            added: Vec::new(),
            credit_codes: HashMap::new(),
            with_credit_code: HashSet::new(),
        };
        for row in rows {
            if row.credit_code.is_some() {
                departments.with_credit_code.insert(row.code.clone());
            }
            departments.remember(row.region, row.name_zh, row.code);
        }
        Ok(departments)
    }

    fn remember(&mut self, region: String, name: String, code: String) {
        self.by_code.insert(code.clone(), name.clone());
        self.by_place.insert((region, name), code);
    }

    /// The portal's code of the record's department, which is added when it is not known.
    fn resolve(&mut self, record: &ItemRecord) -> Result<String, String> {
        let place = (record.region.to_string(), record.department_name.clone());
        let code = match self.by_place.get(&place) {
            Some(code) => code.clone(),
            None => self.add(record, place)?,
        };
        if let Some(credit_code) = &record.credit_code
            && !self.with_credit_code.contains(&code)
        {
            self.with_credit_code.insert(code.clone());
            self.credit_codes.insert(code.clone(), credit_code.clone());
        }
        Ok(code)
    }

    /// A code that belongs to another department already is a mistake of the source, or a
    /// department that was renamed; both are for a person to decide.
    fn add(&mut self, record: &ItemRecord, place: (String, String)) -> Result<String, String> {
        let code = record.department_code.clone();
        if let Some(name) = self.by_code.get(&code) {
            return Err(format!(
                "dept_code {code} belongs to the department {name} already"
            ));
        }
        let name = Text::zh(&record.department_name);
        self.added.push(department::ActiveModel {
            code: Set(code.clone()),
            name_zh: Set(name.zh),
            name_en: Set(name.en),
            credit_code: Set(None),
            region: Set(place.0.clone()),
            phone: Set(None),
            address: Set(None),
            sort: Set(IMPORTED_DEPARTMENT_SORT),
        });
        self.remember(place.0, place.1, code.clone());
        Ok(code)
    }

    /// Writes what was found; `true` when that was anything.
    async fn save(self, tx: &DatabaseTransaction) -> Result<bool, Internal> {
        let changed = !self.added.is_empty() || !self.credit_codes.is_empty();
        if !self.added.is_empty() {
            department::Entity::insert_many(self.added)
                .exec_without_returning(tx)
                .await?;
        }
        for (code, credit_code) in self.credit_codes {
            department::Entity::update_many()
                .col_expr(
                    department::Column::CreditCode,
                    sea_orm::sea_query::Expr::value(credit_code),
                )
                .filter(department::Column::Code.eq(code))
                .exec(tx)
                .await?;
        }
        Ok(changed)
    }
}
