//! Importing the published catalogue of items.

use std::collections::HashMap;
use std::io::BufRead;

use domain::ids::ItemCode;

use super::item_batch::{self, Numbered};
use super::item_record::ItemRecord;
use super::lines::{self, Line};
use super::{Catalogue, ImportReport};
use crate::Internal;

/// Longest line that is read, in bytes. Lines of real catalogues have up to 700.
const MAX_LINE_BYTES: usize = 64 * 1024;
/// Most lines of one import: the catalogue of a whole province has some hundred thousand.
const MAX_LINES: usize = 2_000_000;
/// Lines that are written in one transaction: enough that commits do not count, few enough that
/// citizens' own transactions wait for milliseconds only.
const BATCH_LINES: usize = 200;
/// Mark of byte order that some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

impl Catalogue<'_> {
    /// Imports items and their departments from JSON lines. A line that cannot be taken is refused
    /// with its number and reason and leaves all others alone; blank lines are passed over.
    /// Importing the same source again changes nothing, and so does one that was broken off:
    /// what was written stays, the next run writes the rest.
    ///
    /// An item keeps its state, its handling type and its published definition. The portal's own
    /// items are left as they are and count as unchanged. Items that the source does not name stay.
    ///
    /// # Errors
    /// When the source cannot be read or the database fails.
    pub async fn import_items(
        &self,
        mut reader: impl BufRead + Send,
    ) -> Result<ImportReport, Internal> {
        let mut report = ImportReport::default();
        let mut seen: HashMap<ItemCode, usize> = HashMap::new();
        let mut batch = Vec::with_capacity(BATCH_LINES);
        let mut buffer = Vec::new();
        for number in 1.. {
            if number > MAX_LINES {
                report.refuse(number, format!("the import ends after {MAX_LINES} lines"));
                break;
            }
            match lines::next_line(&mut reader, MAX_LINE_BYTES, &mut buffer)? {
                Line::End => break,
                Line::TooLong => {
                    report.refuse(
                        number,
                        format!("the line is longer than {MAX_LINE_BYTES} bytes"),
                    );
                }
                Line::Whole => match read(number, &buffer, &mut seen) {
                    Some(Ok(record)) => batch.push(Numbered {
                        line: number,
                        record,
                    }),
                    Some(Err(reason)) => report.refuse(number, reason),
                    None => {}
                },
            }
            if batch.len() >= BATCH_LINES {
                self.write_items(std::mem::take(&mut batch), &mut report)
                    .await?;
            }
        }
        self.write_items(batch, &mut report).await?;
        report.refused.sort_by_key(|refused| refused.line);
        self.notice_publication().await?;
        Ok(report)
    }

    async fn write_items(
        &self,
        batch: Vec<Numbered>,
        report: &mut ImportReport,
    ) -> Result<(), Internal> {
        if batch.is_empty() {
            return Ok(());
        }
        let now = self.0.now();
        let done = self
            .0
            .db()
            .write(move |tx| Box::pin(item_batch::write(tx, batch, now)))
            .await?;
        report.new += done.new;
        report.changed += done.changed;
        report.unchanged += done.unchanged;
        report.refused.extend(done.refused);
        Ok(())
    }
}

/// Reads one line; nothing for a blank one. A code may stand in a source only once, since nothing
/// tells which of two records is right: the first is taken.
fn read(
    number: usize,
    line: &[u8],
    seen: &mut HashMap<ItemCode, usize>,
) -> Option<Result<ItemRecord, String>> {
    let line = if number == 1 {
        line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line)
    } else {
        line
    };
    let line = line.trim_ascii();
    if line.is_empty() {
        return None;
    }
    Some(
        ItemRecord::parse(line).and_then(|record| match seen.get(&record.code) {
            Some(first) => Err(format!("item_code stands in line {first} already")),
            None => {
                seen.insert(record.code.clone(), number);
                Ok(record)
            }
        }),
    )
}
