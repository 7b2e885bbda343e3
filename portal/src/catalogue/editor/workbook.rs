//! Lists as workbooks (XLSX). What comes in is measured before it is read, and read cell by cell: a
//! workbook of a few kilobytes can claim to hold millions of cells.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};
use chrono::{DateTime, Utc};
use entities::service_item;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use zip::ZipArchive;

use super::roster::{COLUMNS, MAX_CELL_CHARS, MAX_ROWS, cells};
use crate::Internal;

/// How every archive begins.
pub(super) const MAGIC: &[u8] = b"PK";

/// Most bytes of a workbook when it is unpacked: the longest list takes less than a quarter.
const MAX_UNPACKED_BYTES: u64 = 16 * 1024 * 1024;
/// Most parts of a workbook: a list has some ten.
const MAX_PARTS: usize = 200;
/// Most cells, empty ones included, which office programs write where a row has a colour.
const MAX_CELLS: usize = 200_000;
/// Most columns: ours, and some that stay empty.
const MAX_COLUMNS: u32 = 64;
/// Most digits of the number of texts that a workbook announces, for which room is made before they are
/// read.
const MAX_COUNT_DIGITS: usize = 6;

/// Widths of the columns, in characters; Chinese ones are twice as wide.
const WIDTHS: [f64; COLUMNS.len()] = [34.0, 44.0, 44.0, 30.0, 12.0, 12.0, 14.0, 10.0, 10.0];
/// Columns of numbers.
const NUMBERS: [&str; 4] = ["item_type", "handling", "state", "version"];

/// The list as a workbook. Texts are written as texts, so that none becomes a formula.
pub(super) fn write(rows: &[service_item::Model], now: DateTime<Utc>) -> Result<Vec<u8>, Internal> {
    let failed = |error| Internal::caused("a list could not be written as a workbook", error);
    written(rows, now).map_err(failed)
}

fn written(rows: &[service_item::Model], now: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let at = ExcelDateTime::from_timestamp(now.timestamp())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&at));
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut last = 0;
    for (line, row) in (1..).zip(rows) {
        last = line;
        for ((column, name), cell) in (0..).zip(COLUMNS).zip(cells(row)) {
            match cell.parse::<u32>() {
                Ok(number) if NUMBERS.contains(&name) => {
                    sheet.write_number(line, column, number)?
                }
                _ if cell.is_empty() => continue,
                _ => sheet.write_string(line, column, cell)?,
            };
        }
    }
    let width = u16::try_from(COLUMNS.len()).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, width - 1)?;
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

/// The first sheet of a workbook as CSV.
///
/// # Errors
/// The key of a sentence that says what is wrong with it.
pub(super) fn read(bytes: &[u8]) -> Result<String, &'static str> {
    measure(bytes)?;
    let broken = |_| UNREADABLE;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let sheets = book.sheet_names();
    let first = sheets.first().ok_or(UNREADABLE)?;
    let mut sheet = book.worksheet_cells_reader(first).map_err(broken)?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut seen = 0;
    while let Some(cell) = sheet.next_cell().map_err(broken)? {
        seen += 1;
        if seen > MAX_CELLS {
            return Err(TOO_LONG);
        }
        let text = text(cell.get_value())?;
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        if usize::try_from(row).is_ok_and(|row| row > MAX_ROWS) {
            return Err(TOO_LONG);
        }
        if column >= MAX_COLUMNS {
            return Err("editor-problem-list-columns");
        }
        let column = usize::try_from(column).map_err(|_| TOO_LONG)?;
        let cells = rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }
    csv(&rows).ok_or(UNREADABLE)
}

const UNREADABLE: &str = "editor-problem-workbook";
const TOO_LONG: &str = "editor-problem-list-long";

/// What stands in a cell.
fn text(value: &DataRef<'_>) -> Result<String, &'static str> {
    let text = match value {
        DataRef::Empty => return Ok(String::new()),
        DataRef::SharedString(text) => *text,
        DataRef::String(text) => text.as_str(),
        DataRef::Int(number) => return Ok(number.to_string()),
        DataRef::Float(number) => return Ok(number.to_string()),
        _ => return Err("editor-problem-workbook-cell"),
    };
    if text.chars().count() > MAX_CELL_CHARS {
        return Err("editor-problem-cell-long");
    }
    Ok(text.to_owned())
}

/// Lines that are missing are written empty, so that lines count as office programs count them.
fn csv(rows: &BTreeMap<u32, Vec<String>>) -> Option<String> {
    let width = rows.values().map(Vec::len).max().unwrap_or(1);
    let last = rows.keys().next_back().copied().unwrap_or_default();
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in 0..=last {
        let cells = rows.get(&row);
        let cell = |column| cells.and_then(|cells: &Vec<String>| cells.get(column));
        let line = (0..width).map(|column| cell(column).map_or("", String::as_str));
        out.write_record(line).ok()?;
    }
    String::from_utf8(out.into_inner().ok()?).ok()
}

/// Unpacks every part once, up to a limit, and looks for what must not be in a list.
fn measure(bytes: &[u8]) -> Result<(), &'static str> {
    let broken = |_| UNREADABLE;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MAX_PARTS {
        return Err(UNREADABLE);
    }
    let mut left = MAX_UNPACKED_BYTES;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| UNREADABLE)?;
        let name = part.name().map_err(|_| UNREADABLE)?.to_ascii_lowercase();
        let mut content = Vec::new();
        let unpacked = part.take(left + 1).read_to_end(&mut content);
        let unpacked = unpacked.map_err(|_| UNREADABLE)? as u64;
        left = left.checked_sub(unpacked).ok_or(TOO_LONG)?;
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let text = plain(content).ok_or(UNREADABLE)?;
            if name.starts_with("xl/worksheets/") && has_formula(&text) {
                return Err("editor-problem-formula");
            }
        }
    }
    Ok(())
}

/// The text of a part whose letters are what they seem, and which announces no more texts than it can
/// hold.
fn plain(content: Vec<u8>) -> Option<String> {
    let text = String::from_utf8(content).ok()?;
    let odd = |letter: char| letter.is_ascii_control() && !matches!(letter, '\t' | '\n' | '\r');
    if text.chars().any(odd) {
        return None;
    }
    let mut announced = text.split("uniqueCount").skip(1).map(|rest| {
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let (number, _) = rest.get(1..)?.split_once(rest.chars().next()?)?;
        Some(number)
    });
    let is_small = |number: Option<&str>| {
        let digits = number.filter(|number| number.bytes().all(|digit| digit.is_ascii_digit()));
        digits.is_some_and(|digits| digits.len() <= MAX_COUNT_DIGITS)
    };
    announced.all(is_small).then_some(text)
}

fn has_formula(text: &str) -> bool {
    text.split('<').skip(1).any(|tag| {
        let name = tag.split(|letter: char| letter.is_whitespace() || "/>".contains(letter));
        let name = name.into_iter().next().unwrap_or_default();
        name.rsplit(':').next() == Some("f")
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn item(code: &str, name: &str) -> service_item::Model {
        service_item::Model {
            code: code.to_owned(),
            name_zh: name.to_owned(),
            name_en: Some("=1+1".to_owned()),
            main_item: None,
            item_type: 7,
            handling: Some(2),
            audiences: "1,2".to_owned(),
            department_code: "police".to_owned(),
            region: "990100".to_owned(),
            state: 1,
            published_version: None,
            source: "seed".to_owned(),
            content_hash: String::new(),
            updated_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let rows = [item("007", "居住证申领"), item("1E5", "生育登记")];
        let bytes = write(&rows, DateTime::UNIX_EPOCH).unwrap();
        let csv = read(&bytes).unwrap();
        let expected = format!(
            "{}\n007,居住证申领,=1+1,,7,2,\"1,2\",1,\n1E5,生育登记,=1+1,,7,2,\"1,2\",1,\n",
            COLUMNS.join(",")
        );
        assert_eq!(
            csv, expected,
            "codes stay texts, and no text becomes a formula"
        );
    }

    /// A workbook whose sheet and texts are written by hand.
    fn workbook(sheet: &str, texts: &str) -> Vec<u8> {
        let sheet = format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>");
        let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let book = format!(
            "<workbook xmlns:r=\"{relationships}\"><sheets><sheet name=\"1\" sheetId=\"1\" \
             r:id=\"a\"/></sheets></workbook>"
        );
        let links = format!(
            "<Relationships><Relationship Id=\"a\" Type=\"{relationships}/worksheet\" \
             Target=\"worksheets/sheet1.xml\"/></Relationships>"
        );
        let root = format!(
            "<Relationships><Relationship Id=\"a\" Type=\"{relationships}/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>"
        );
        archive(&[
            ("_rels/.rels", root.as_bytes()),
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", links.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
            ("xl/sharedStrings.xml", texts.as_bytes()),
        ])
    }

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            out.start_file(*name, SimpleFileOptions::default()).unwrap();
            out.write_all(content).unwrap();
        }
        out.finish().unwrap().into_inner()
    }

    const TEXTS: &str = "<sst uniqueCount=\"1\"><si><t>code</t></si></sst>";

    #[test]
    fn hand_made_workbooks_are_read() {
        let sheet = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>\
                     <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>A-1</t></is></c></row>";
        assert_eq!(read(&workbook(sheet, TEXTS)).unwrap(), "code\n\"\"\nA-1\n");
    }

    #[test]
    fn hostile_workbooks_are_refused() {
        let far = |cell: &str| {
            let sheet = format!("<row><c r=\"{cell}\" t=\"s\"><v>0</v></c></row>");
            read(&workbook(&sheet, TEXTS))
        };
        assert_eq!(far("A1000000"), Err(TOO_LONG));
        assert_eq!(far("XFD1"), Err("editor-problem-list-columns"));
        let formula = "<row><c r=\"A1\"><f>1+1</f><v>2</v></c></row>";
        assert_eq!(
            read(&workbook(formula, TEXTS)),
            Err("editor-problem-formula")
        );
        let truth = "<row><c r=\"A1\" t=\"b\"><v>1</v></c></row>";
        assert_eq!(
            read(&workbook(truth, TEXTS)),
            Err("editor-problem-workbook-cell")
        );
        let long = format!("<sst><si><t>{}</t></si></sst>", "名".repeat(501));
        let sheet = "<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
        assert_eq!(
            read(&workbook(sheet, &long)),
            Err("editor-problem-cell-long")
        );
        for count in ["99999999999", "&#57;99999999", "", "1 "] {
            let texts = TEXTS.replace("\"1\"", &format!("\"{count}\""));
            let read = read(&workbook(sheet, &texts));
            assert_eq!(read.is_err(), !count.is_empty(), "{count}");
        }
        let hidden: String = TEXTS.chars().flat_map(|letter| [letter, '\0']).collect();
        assert_eq!(read(&workbook(sheet, &hidden)), Err(UNREADABLE));
        let bomb = vec![b' '; 17 * 1024 * 1024];
        let bomb = archive(&[("xl/sharedStrings.xml", &bomb)]);
        assert!(bomb.len() < 100_000);
        assert_eq!(read(&bomb), Err(TOO_LONG));
        let many = "<row><c/></row>".repeat(MAX_CELLS + 1);
        assert_eq!(read(&workbook(&many, TEXTS)), Err(TOO_LONG));
        let names: Vec<String> = (0..=MAX_PARTS).map(|n| format!("{n}.txt")).collect();
        let parts: Vec<(&str, &[u8])> =
            names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(read(&archive(&parts)), Err(UNREADABLE));
        for nothing in [
            &b"PK"[..],
            b"PK\x03\x04nonsense",
            &archive(&[("a.txt", b"a")]),
        ] {
            assert_eq!(read(nothing), Err(UNREADABLE));
        }
    }
}
