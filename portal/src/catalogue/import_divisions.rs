//! Importing administrative divisions 行政区划.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use entities::division;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};

use super::{Catalogue, ImportReport};
use crate::{Internal, audit, publication};

/// Digits of a division code in full; upper levels are padded with zeros on the right.
const CODE_DIGITS: usize = 12;
/// Longest name, in characters; the longest of mainland China has 24.
const MAX_NAME_CHARS: usize = 100;
/// Most rows of one import; with its villages the country has some 660,000.
const MAX_ROWS: usize = 1_000_000;
/// Rows written by one statement: four columns each stay far below the 32,766 parameters of
/// SQLite, and a transaction below a tenth of a second.
const BATCH_ROWS: usize = 2_000;

/// A file of the source: one level of the country.
struct Level {
    file: &'static str,
    /// Value of `division.level`.
    level: i16,
    /// Digits of its codes.
    digits: usize,
    /// Column of the division above.
    parent: Option<&'static str>,
}

/// The levels from the top, so that the division above is always known.
const LEVELS: [Level; 4] = [
    Level {
        file: "provinces.csv",
        level: 1,
        digits: 2,
        parent: None,
    },
    Level {
        file: "cities.csv",
        level: 2,
        digits: 4,
        parent: Some("provinceCode"),
    },
    Level {
        file: "areas.csv",
        level: 3,
        digits: 6,
        parent: Some("cityCode"),
    },
    Level {
        file: "streets.csv",
        level: 4,
        digits: 9,
        parent: Some("areaCode"),
    },
];

impl Catalogue<'_> {
    /// Imports the divisions from the folder's `provinces.csv`, `cities.csv`, `areas.csv` and
    /// `streets.csv`. A row that cannot be taken is refused alone; importing again changes
    /// nothing. A division that stands on two levels under one code, such as a city without
    /// counties, is kept on the upper one and counts once.
    ///
    /// # Errors
    /// When the database fails. A file that cannot be read is a refusal in the report.
    pub async fn import_divisions(&self, dir: &Path) -> Result<ImportReport, Internal> {
        let dir = dir.to_owned();
        let rows = division::Entity::find().all(self.0.db().read()).await?;
        let known: HashMap<String, division::Model> = rows
            .into_iter()
            .map(|row| (row.code.clone(), row))
            .collect();
        let import = tokio::task::spawn_blocking(move || {
            let mut import = Import {
                known,
                ..Import::default()
            };
            for level in &LEVELS {
                import.read(&dir, level);
            }
            import
        });
        let import = import
            .await
            .map_err(|error| Internal::caused("an import broke off", error))?;
        self.write_divisions(import.changes).await?;
        Ok(import.report)
    }

    /// Writes in batches, so that the transactions of citizens are let through in between.
    async fn write_divisions(&self, changes: Vec<division::Model>) -> Result<(), Internal> {
        if changes.is_empty() {
            return Ok(());
        }
        let mut changes = changes.into_iter().peekable();
        while changes.peek().is_some() {
            let batch: Vec<_> = changes.by_ref().take(BATCH_ROWS).map(active).collect();
            let now = self.0.now();
            self.0
                .db()
                .write::<_, Internal, _>(move |tx| {
                    Box::pin(async move {
                        use division::Column;
                        let update = OnConflict::column(Column::Code)
                            .update_columns([Column::Name, Column::Parent, Column::Level])
                            .to_owned();
                        division::Entity::insert_many(batch)
                            .on_conflict(update)
                            .exec_without_returning(tx)
                            .await?;
                        let who = audit::Actor::System;
                        let action = "catalogue.import";
                        audit::record(tx, who, action, "division", None, "done", now).await?;
                        publication::bump(tx).await
                    })
                })
                .await?;
        }
        self.notice_publication().await
    }
}

fn active(row: division::Model) -> division::ActiveModel {
    let division::Model {
        code,
        name,
        parent,
        level,
    } = row;
    division::ActiveModel {
        code: Set(code),
        name: Set(name),
        parent: Set(parent),
        level: Set(level),
    }
}

#[derive(Default)]
struct Import {
    /// What the database held before.
    known: HashMap<String, division::Model>,
    /// What this import has read so far: name and level by code.
    read: HashMap<String, (String, i16)>,
    changes: Vec<division::Model>,
    report: ImportReport,
}

impl Import {
    fn read(&mut self, dir: &Path, level: &Level) {
        let file = level.file;
        let opened = File::open(dir.join(file))
            .map_err(csv::Error::from)
            .and_then(|source| {
                let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(source);
                let columns = Columns::find(reader.headers()?, level);
                Ok((reader, columns))
            });
        let (mut reader, columns) = match opened {
            Ok((reader, Some(columns))) => (reader, columns),
            Ok((_, None)) => {
                return self
                    .report
                    .refuse(0, format!("{file}: a column is missing"));
            }
            Err(error) => {
                return self
                    .report
                    .refuse(0, format!("{file}: it cannot be read: {error}"));
            }
        };
        let mut record = csv::StringRecord::new();
        loop {
            let line = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
            match reader.read_record(&mut record) {
                Ok(true) if self.read.len() >= MAX_ROWS => {
                    let reason = format!("{file}: the import ends after {MAX_ROWS} rows");
                    return self.report.refuse(line, reason);
                }
                Ok(true) => {
                    if let Err(reason) = self.take(&record, &columns, level) {
                        self.report.refuse(line, format!("{file}: {reason}"));
                    }
                }
                Ok(false) => return,
                // The reader goes on with the next record after one in a wrong encoding.
                Err(error) if matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) => {
                    self.report
                        .refuse(line, format!("{file}: the row is not UTF-8"));
                }
                Err(error) => {
                    let reason = format!("{file}: it cannot be read any further: {error}");
                    return self.report.refuse(line, reason);
                }
            }
        }
    }

    fn take(
        &mut self,
        record: &csv::StringRecord,
        columns: &Columns,
        level: &Level,
    ) -> Result<(), String> {
        let field = |at: usize| record.get(at).map(str::trim).unwrap_or_default();
        let code = padded(field(columns.code), level.digits)
            .ok_or_else(|| format!("the code is not {} digits", level.digits))?;
        let name = field(columns.name).to_owned();
        if name.is_empty() || name.chars().count() > MAX_NAME_CHARS {
            return Err(format!("the name is not 1 to {MAX_NAME_CHARS} characters"));
        }
        let parent = match columns.parent {
            None => None,
            Some(at) => {
                let above = field(at);
                let parent = padded(above, above.len()).filter(|code| self.read.contains_key(code));
                Some(parent.ok_or("the division above is unknown")?)
            }
        };
        if let Some((other, upper)) = self.read.get(&code) {
            return if *other == name && *upper < level.level {
                Ok(())
            } else {
                Err(format!("the code belongs to {other} already"))
            };
        }
        self.read.insert(code.clone(), (name.clone(), level.level));
        let row = division::Model {
            code,
            name,
            parent,
            level: level.level,
        };
        match self.known.get(&row.code) {
            Some(known) if *known == row => {
                self.report.unchanged += 1;
                return Ok(());
            }
            Some(_) => self.report.changed += 1,
            None => self.report.new += 1,
        }
        self.changes.push(row);
        Ok(())
    }
}

/// Where the columns stand in a file.
struct Columns {
    code: usize,
    name: usize,
    parent: Option<usize>,
}

impl Columns {
    fn find(headers: &csv::StringRecord, level: &Level) -> Option<Self> {
        let find = |name: &str| headers.iter().position(|header| header.trim() == name);
        Some(Self {
            code: find("code")?,
            name: find("name")?,
            parent: match level.parent {
                Some(name) => Some(find(name)?),
                None => None,
            },
        })
    }
}

/// A code in full; none when it is not as many digits as expected.
fn padded(code: &str, digits: usize) -> Option<String> {
    let fits = code.len() == digits
        && (1..=CODE_DIGITS).contains(&digits)
        && code.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| format!("{code:0<CODE_DIGITS$}"))
}
