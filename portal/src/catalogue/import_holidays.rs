//! Importing the State Council's yearly tables of days off and make-up working days (节假日安排).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use entities::{calendar_day, calendar_year};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde::Deserialize;

use super::{Catalogue, ImportReport, calendar};
use crate::{Internal, audit, cases, jobs, publication};

/// Largest file of a year, in bytes; real ones have about 5,000.
const MAX_FILE_BYTES: u64 = 256 * 1024;
/// Most days of one year's table; a year has about 40.
const MAX_DAYS: usize = 400;
/// Longest name of a holiday, in characters.
const MAX_NAME_CHARS: usize = 50;
/// Longest list of notices kept as the source of a year, in characters.
const MAX_SOURCE_CHARS: usize = 250;

/// A file of one year.
#[derive(Deserialize)]
struct YearFile {
    year: i32,
    #[serde(default)]
    papers: Vec<String>,
    days: Vec<Day>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Day {
    name: String,
    date: NaiveDate,
    is_off_day: bool,
}

/// A year's table as the database keeps it.
struct Table {
    year: i32,
    source: String,
    days: BTreeMap<NaiveDate, calendar_day::Model>,
}

impl Catalogue<'_> {
    /// Imports the tables of the folder's files `2026.json` and so on; counts years. A file
    /// replaces what was known of its year. A year without days has not been announced yet, so it
    /// is passed over and stays unknown. A day in late December can stand in the tables of two
    /// years; the later notice decides.
    ///
    /// # Errors
    /// When the database fails. A file that cannot be read is a refusal in the report.
    pub async fn import_holidays(&self, dir: &Path) -> Result<ImportReport, Internal> {
        let dir = dir.to_owned();
        let read = tokio::task::spawn_blocking(move || {
            let mut report = ImportReport::default();
            let tables = read_folder(&dir, &mut report);
            (tables, report)
        });
        let (tables, mut report) = read
            .await
            .map_err(|error| Internal::caused("an import broke off", error))?;
        for table in tables {
            let now = self.0.now();
            let done: ImportReport = self
                .0
                .db()
                .write::<_, Internal, _>(move |tx| Box::pin(put(tx, table, now)))
                .await?;
            report.new += done.new;
            report.changed += done.changed;
            report.unchanged += done.unchanged;
        }
        self.notice_publication().await?;
        Ok(report)
    }
}

/// The tables of a folder, in the order of their years.
fn read_folder(dir: &Path, report: &mut ImportReport) -> Vec<Table> {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            report.refuse(0, format!("the folder cannot be read: {error}"));
            return Vec::new();
        }
    };
    let files: BTreeSet<_> = entries.flatten().map(|entry| entry.path()).collect();
    let mut tables = Vec::new();
    for path in files {
        let Some(year) = year_of(&path) else { continue };
        match read_file(&path, year) {
            Ok(Some(table)) => tables.push(table),
            Ok(None) => {}
            Err((line, reason)) => report.refuse(line, format!("{year}.json: {reason}")),
        }
    }
    tables
}

/// The year that a file is about; none for a file of another kind.
fn year_of(path: &Path) -> Option<i32> {
    let name = path.file_name()?.to_str()?.strip_suffix(".json")?;
    (name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| name.parse().ok())
        .flatten()
}

fn read_file(path: &Path, year: i32) -> Result<Option<Table>, (usize, String)> {
    let whole = |reason: String| (0, reason);
    let unreadable = |error| whole(format!("it cannot be read: {error}"));
    if std::fs::metadata(path).map_err(unreadable)?.len() > MAX_FILE_BYTES {
        return Err(whole(format!("it is larger than {MAX_FILE_BYTES} bytes")));
    }
    let text = std::fs::read(path).map_err(unreadable)?;
    let file: YearFile = serde_json::from_slice(&text)
        .map_err(|error| (error.line(), format!("it is no table of a year: {error}")))?;
    if file.year != year {
        return Err(whole(format!("it is about the year {}", file.year)));
    }
    if file.days.len() > MAX_DAYS {
        return Err(whole(format!("it has more than {MAX_DAYS} days")));
    }
    if file.days.is_empty() {
        return Ok(None);
    }
    let source: String = file
        .papers
        .join(" ")
        .chars()
        .take(MAX_SOURCE_CHARS)
        .collect();
    let days = file
        .days
        .into_iter()
        .map(|day| model(year, day).map(|day| (day.date, day)))
        .collect::<Result<_, String>>()
        .map_err(whole)?;
    Ok(Some(Table { year, source, days }))
}

fn model(year: i32, day: Day) -> Result<calendar_day::Model, String> {
    // The notice of a year rules the days around New Year too, on both sides.
    let around = day.date.year() == year
        || (day.date.year() == year - 1 && day.date.month() == 12)
        || (day.date.year() == year + 1 && day.date.month() == 1);
    if !around {
        return Err(format!("{} does not belong to the year", day.date));
    }
    if day.name.chars().count() > MAX_NAME_CHARS {
        return Err(format!("the name of {} is too long", day.date));
    }
    Ok(calendar_day::Model {
        date: day.date,
        kind: if day.is_off_day {
            calendar::OFF
        } else {
            calendar::WORK
        }
        .to_owned(),
        year,
        name: Some(day.name.trim().to_owned()).filter(|name| !name.is_empty()),
    })
}

/// Writes one year, in one transaction: a half-known year would count wrong days as certain.
async fn put(
    tx: &DatabaseTransaction,
    mut table: Table,
    now: DateTime<Utc>,
) -> Result<ImportReport, Internal> {
    let known_year = calendar_year::Entity::find_by_id(table.year)
        .one(tx)
        .await?;
    let dates = table.days.keys().copied().collect::<Vec<_>>();
    let taken_by_later = calendar_day::Entity::find()
        .filter(calendar_day::Column::Date.is_in(dates))
        .filter(calendar_day::Column::Year.gt(table.year))
        .all(tx)
        .await?;
    for day in taken_by_later {
        table.days.remove(&day.date);
    }
    let known: BTreeMap<NaiveDate, calendar_day::Model> = calendar_day::Entity::find()
        .filter(calendar_day::Column::Year.eq(table.year))
        .all(tx)
        .await?
        .into_iter()
        .map(|day| (day.date, day))
        .collect();
    let same_source = known_year
        .as_ref()
        .is_some_and(|year| year.source == table.source);
    let mut report = ImportReport::default();
    if same_source && known == table.days {
        report.unchanged = 1;
        return Ok(report);
    }
    if known_year.is_some() {
        report.changed = 1;
    } else {
        report.new = 1;
    }
    let year = table.year;
    replace(tx, table, now).await?;
    publication::bump(tx).await?;
    jobs::enqueue(tx, cases::recount_job(year, now)).await?;
    Ok(report)
}

async fn replace(
    tx: &DatabaseTransaction,
    table: Table,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    calendar_day::Entity::delete_many()
        .filter(calendar_day::Column::Year.eq(table.year))
        .exec(tx)
        .await?;
    let days: Vec<_> = table
        .days
        .into_values()
        .map(|day| calendar_day::ActiveModel {
            date: Set(day.date),
            kind: Set(day.kind),
            year: Set(day.year),
            name: Set(day.name),
        })
        .collect();
    if !days.is_empty() {
        use calendar_day::Column;
        let update = OnConflict::column(Column::Date)
            .update_columns([Column::Kind, Column::Year, Column::Name])
            .to_owned();
        calendar_day::Entity::insert_many(days)
            .on_conflict(update)
            .exec_without_returning(tx)
            .await?;
    }
    let update = OnConflict::column(calendar_year::Column::Year)
        .update_columns([
            calendar_year::Column::Source,
            calendar_year::Column::ImportedAt,
        ])
        .to_owned();
    calendar_year::Entity::insert(calendar_year::ActiveModel {
        year: Set(table.year),
        source: Set(table.source),
        imported_at: Set(now),
    })
    .on_conflict(update)
    .exec_without_returning(tx)
    .await?;
    let (who, year) = (audit::Actor::System, table.year.to_string());
    let subject = Some(year.as_str());
    audit::record(
        tx,
        who,
        "catalogue.import",
        "calendar_year",
        subject,
        "done",
        now,
    )
    .await
}
