//! The list of services as a table: a line of names, and a line for each item. What comes back can change
//! names and kinds of items; state and version stand there to be read.

use std::collections::BTreeSet;

use domain::catalogue::{Audience, HandlingType, ItemType, ServiceItem};
use domain::ids::ItemCode;
use entities::service_item;

use super::EditorError;
use crate::Internal;
use crate::catalogue::store;

/// The columns, in the order of export.
pub(super) const COLUMNS: [&str; 9] = [
    "code",
    "name_zh",
    "name_en",
    "main_item",
    "item_type",
    "handling",
    "audiences",
    "state",
    "version",
];

/// Most lines: the items of a large district; a city sends its departments' lists one by one.
pub(super) const MAX_ROWS: usize = 5_000;
/// Most characters of a cell; the longest official name seen has 110.
pub(super) const MAX_CELL_CHARS: usize = 500;
/// Most characters of a name, as in imported catalogues.
const MAX_NAME_CHARS: usize = 200;

/// One item of the list as somebody has written it; what its table had no column for stays as it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) code: ItemCode,
    name_zh: Option<String>,
    name_en: Option<Option<String>>,
    main_item: Option<Option<String>>,
    item_type: Option<ItemType>,
    handling: Option<Option<HandlingType>>,
    audiences: Option<Vec<Audience>>,
}

impl Row {
    /// The item with what the row says.
    pub(super) fn over(&self, item: &ServiceItem) -> ServiceItem {
        let mut item = item.clone();
        let Self {
            code: _,
            name_zh,
            name_en,
            main_item,
            item_type,
            handling,
            audiences,
        } = self;
        if let Some(name) = name_zh {
            item.name.zh.clone_from(name);
        }
        if let Some(name) = name_en {
            item.name.en.clone_from(name);
        }
        if let Some(name) = main_item {
            item.main_item.clone_from(name);
        }
        item.item_type = item_type.unwrap_or(item.item_type);
        item.handling = handling.unwrap_or(item.handling);
        if let Some(audiences) = audiences {
            item.audiences.clone_from(audiences);
        }
        item
    }

    /// Whether the catalogue says the same.
    pub(super) fn says(&self, listed: &service_item::Model) -> bool {
        let number = |number: i16| u8::try_from(number).ok();
        let name_zh = self.name_zh.as_ref();
        let audiences = self.audiences.as_deref().map(store::audience_codes);
        name_zh.is_none_or(|name| *name == listed.name_zh)
            && self
                .name_en
                .as_ref()
                .is_none_or(|name| *name == listed.name_en)
            && self
                .main_item
                .as_ref()
                .is_none_or(|name| *name == listed.main_item)
            && self
                .item_type
                .is_none_or(|of| number(listed.item_type) == Some(of.code()))
            && self.handling.is_none_or(|handling| {
                handling.map(HandlingType::code) == listed.handling.and_then(number)
            })
            && audiences.is_none_or(|audiences| audiences == in_order(&listed.audiences))
    }

    /// Its Chinese name and its type, which a new item needs.
    pub(super) fn new_item(&self) -> Option<(&str, ItemType)> {
        self.name_zh.as_deref().zip(self.item_type)
    }
}

/// The codes of audiences in the order of their list.
fn in_order(codes: &str) -> String {
    let mut codes: Vec<&str> = codes.split(',').filter(|code| !code.is_empty()).collect();
    codes.sort_unstable();
    codes.join(",")
}

/// The cells of an item, by [`COLUMNS`].
pub(super) fn cells(row: &service_item::Model) -> [String; COLUMNS.len()] {
    let number = |number: Option<i32>| number.map(|number| number.to_string());
    [
        row.code.clone(),
        row.name_zh.clone(),
        row.name_en.clone().unwrap_or_default(),
        row.main_item.clone().unwrap_or_default(),
        row.item_type.to_string(),
        number(row.handling.map(i32::from)).unwrap_or_default(),
        row.audiences.clone(),
        row.state.to_string(),
        number(row.published_version).unwrap_or_default(),
    ]
}

/// The list as CSV, in UTF-8 with its mark, which office programs need to read Chinese.
pub(super) fn csv(rows: &[service_item::Model]) -> Result<String, Internal> {
    let failed = |error| Internal::caused("a list could not be written as CSV", error);
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(COLUMNS).map_err(failed)?;
    for row in rows {
        out.write_record(cells(row).map(guarded)).map_err(failed)?;
    }
    let broken = || Internal::new("a list could not be written as CSV");
    let bytes = out.into_inner().map_err(|_| broken())?;
    let text = String::from_utf8(bytes).map_err(|_| broken())?;
    Ok(format!("\u{FEFF}{text}"))
}

/// Beginnings that office programs take for a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// A cell that no office program takes for a formula.
fn guarded(text: String) -> String {
    if text.starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text
    }
}

/// What was meant by a cell that [`guarded`] wrote.
fn meant(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => text,
    }
}

/// Reads a list.
///
/// # Errors
/// [`EditorError::Row`] with the first line that cannot be read, from 1 for the line of names.
pub(super) fn read(text: &str) -> Result<Vec<Row>, EditorError> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows: Vec<Row> = Vec::new();
    let (mut names, mut codes) = (None, BTreeSet::new());
    for (place, line) in lines.records().enumerate() {
        let wrong = |key| EditorError::Row(place + 1, key);
        let line = line.map_err(|_| wrong("editor-problem-row-unreadable"))?;
        let cells: Vec<&str> = line.iter().map(|cell| meant(cell.trim())).collect();
        if cells
            .iter()
            .any(|cell| cell.chars().count() > MAX_CELL_CHARS)
        {
            return Err(wrong("editor-problem-row-cell-long"));
        }
        let Some(names) = &names else {
            names = Some(columns(&cells).map_err(wrong)?);
            continue;
        };
        if cells.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        if rows.len() == MAX_ROWS {
            return Err(wrong("editor-problem-list-long"));
        }
        let row = row(names, &cells).map_err(wrong)?;
        if !codes.insert(row.code.clone()) {
            return Err(wrong("editor-problem-row-code-twice"));
        }
        rows.push(row);
    }
    if rows.is_empty() {
        return Err(EditorError::Row(1, "editor-problem-list-empty"));
    }
    Ok(rows)
}

/// Where each column stands; those that nobody knows are mistakes, as nobody would notice that they were
/// passed over.
fn columns(names: &[&str]) -> Result<Vec<Option<usize>>, &'static str> {
    let known = names.iter().all(|name| COLUMNS.contains(name));
    let once = names.iter().collect::<BTreeSet<_>>().len() == names.len();
    if !known || !once || !names.contains(&"code") {
        return Err("editor-problem-list-columns");
    }
    let places = COLUMNS.map(|column| names.iter().position(|name| *name == column));
    Ok(places.to_vec())
}

fn row(places: &[Option<usize>], cells: &[&str]) -> Result<Row, &'static str> {
    let cell = |column: &str| {
        let column = COLUMNS.iter().position(|name| *name == column)?;
        let place = (*places.get(column)?)?;
        Some(cells.get(place).copied().unwrap_or_default())
    };
    let width = places.iter().flatten().count();
    if cells.iter().skip(width).any(|cell| !cell.is_empty()) {
        return Err("editor-problem-row-cells");
    }
    let code = ItemCode::parse(cell("code").unwrap_or_default());
    let name = |column: &str| match cell(column) {
        Some(name) if name.chars().count() > MAX_NAME_CHARS => Err("editor-problem-row-name"),
        Some(name) if name.chars().any(char::is_control) => Err("editor-problem-row-name"),
        name => Ok(name),
    };
    let kept = |name: Option<&str>| name.map(|name| (!name.is_empty()).then(|| name.to_owned()));
    let name_zh = name("name_zh")?;
    if name_zh.is_some_and(str::is_empty) {
        return Err("editor-problem-row-name");
    }
    Ok(Row {
        code: code.map_err(|_| "editor-problem-row-code")?,
        name_zh: name_zh.map(str::to_owned),
        name_en: kept(name("name_en")?),
        main_item: kept(name("main_item")?),
        item_type: cell("item_type").map(item_type).transpose()?,
        handling: cell("handling").map(handling).transpose()?,
        audiences: cell("audiences").map(audiences).transpose()?,
    })
}

fn item_type(cell: &str) -> Result<ItemType, &'static str> {
    let code = cell.parse().ok();
    code.and_then(ItemType::from_code)
        .ok_or("editor-problem-row-item-type")
}

fn handling(cell: &str) -> Result<Option<HandlingType>, &'static str> {
    if cell.is_empty() {
        return Ok(None);
    }
    let code = cell.parse().ok();
    let handling = code.and_then(HandlingType::from_code);
    handling.map(Some).ok_or("editor-problem-row-handling")
}

fn audiences(cell: &str) -> Result<Vec<Audience>, &'static str> {
    let codes = cell.split([',', '，', '、']).map(str::trim);
    let codes = codes.filter(|code| !code.is_empty());
    let mut found: Vec<Audience> = codes
        .map(|code| code.parse().ok().and_then(Audience::from_code))
        .collect::<Option<_>>()
        .ok_or("editor-problem-row-audiences")?;
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> (usize, &'static str) {
        match read(text).unwrap_err() {
            EditorError::Row(line, key) => (line, key),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_list_may_leave_columns_out() {
        let rows = read("\u{FEFF}name_zh,code\n居住证,A-1\n,\n身份证,A-2\n").unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[1].code.as_str(), "A-2");
        assert_eq!(rows[1].name_zh.as_deref(), Some("身份证"));
        assert_eq!((&rows[1].name_en, rows[1].item_type), (&None, None));
    }

    #[test]
    fn formulas_are_guarded_and_meant() {
        for cell in ["=1+1", "+86", "-1", "@x"] {
            let written = guarded(cell.to_owned());
            assert!(written.starts_with('\''));
            assert_eq!(meant(&written), cell);
        }
        assert_eq!(meant("'quoted'"), "'quoted'");
    }

    #[test]
    fn every_line_is_checked() {
        let line = |cells: &str| {
            refusal(&format!(
                "code,name_zh,item_type,handling,audiences\n{cells}\n"
            ))
        };
        assert_eq!(refusal(""), (1, "editor-problem-list-empty"));
        assert_eq!(refusal("code\n"), (1, "editor-problem-list-empty"));
        assert_eq!(refusal("name_zh\nx\n"), (1, "editor-problem-list-columns"));
        assert_eq!(
            refusal("code,remark\nA,x\n"),
            (1, "editor-problem-list-columns")
        );
        assert_eq!(
            refusal("code,code\nA,A\n"),
            (1, "editor-problem-list-columns")
        );
        assert_eq!(line("A 1,x,1,,"), (2, "editor-problem-row-code"));
        assert_eq!(line("A-1,,1,,"), (2, "editor-problem-row-name"));
        assert_eq!(line("A-1,x,11,,"), (2, "editor-problem-row-item-type"));
        assert_eq!(line("A-1,x,1,3,"), (2, "editor-problem-row-handling"));
        assert_eq!(line("A-1,x,1,1,7"), (2, "editor-problem-row-audiences"));
        assert_eq!(line("A-1,x,1,1,1,extra"), (2, "editor-problem-row-cells"));
        assert_eq!(
            line("A-1,x,1,1,\nA-1,y,1,1,"),
            (3, "editor-problem-row-code-twice")
        );
        let long = format!("A-1,{},1,,", "名".repeat(201));
        assert_eq!(line(&long), (2, "editor-problem-row-name"));
        let long = format!("A-1,{},1,,", "名".repeat(501));
        assert_eq!(line(&long), (2, "editor-problem-row-cell-long"));
        let many: String = (0..=MAX_ROWS).map(|n| format!("A-{n}\n")).collect();
        assert_eq!(
            refusal(&format!("code\n{many}")),
            (MAX_ROWS + 2, "editor-problem-list-long")
        );
    }
}
