//! A list as a workbook (XLSX). Its rows go to a file as they come; a workbook in memory would take several
//! times the size of the list.

use std::fs::File;
use std::io::{Seek as _, SeekFrom};

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use tokio::sync::mpsc;

use super::{ExportLine, ExportTable};
use crate::Internal;

/// Pages that wait to be written.
const PAGES_AHEAD: usize = 2;

/// Width of the columns, in characters.
const WIDTH: f64 = 18.0;

/// A finished workbook. The file has no name and goes with this value.
pub struct SavedWorkbook {
    /// The file, at its beginning.
    pub file: File,
    /// Its size in bytes.
    pub size: u64,
}

impl ExportTable {
    /// The list as a workbook. Every cell is a text or a number, none is a formula.
    ///
    /// # Errors
    /// When the database, the keys or the file fail.
    pub async fn workbook(mut self) -> Result<SavedWorkbook, Internal> {
        let (head, now) = (self.head(), self.portal.now());
        let (pages, received) = mpsc::channel(PAGES_AHEAD);
        let writing = tokio::task::spawn_blocking(move || write(&head, received, now));
        while let Some(page) = self.next_page().await? {
            if pages.send(page).await.is_err() {
                // The writer has stopped; it says why.
                break;
            }
        }
        drop(pages);
        writing
            .await
            .map_err(|error| Internal::caused("the writer of a workbook broke off", error))?
    }
}

fn write(
    head: &[String],
    pages: mpsc::Receiver<Vec<ExportLine>>,
    now: DateTime<Utc>,
) -> Result<SavedWorkbook, Internal> {
    let failed = |error| Internal::caused("a list could not be written as a workbook", error);
    let mut file = tempfile::tempfile()?;
    fill(head, pages, now)
        .and_then(|mut workbook| workbook.save_to_writer(&file))
        .map_err(failed)?;
    let size = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    Ok(SavedWorkbook { file, size })
}

fn fill(
    head: &[String],
    mut pages: mpsc::Receiver<Vec<ExportLine>>,
    now: DateTime<Utc>,
) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let at = ExcelDateTime::from_timestamp(now.timestamp())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&at));
    let sheet = workbook.add_worksheet_with_constant_memory();
    let sheet = sheet?;
    for (column, name) in (0..).zip(head) {
        sheet.set_column_width(column, WIDTH)?;
        sheet.write_string(0, column, name)?;
    }
    let mut row = 0;
    while let Some(page) = pages.blocking_recv() {
        for line in page {
            row += 1;
            for (column, cell) in (0..).zip(line) {
                if cell.is_empty() {
                    continue;
                }
                sheet.write_string(row, column, cell)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(workbook)
}
