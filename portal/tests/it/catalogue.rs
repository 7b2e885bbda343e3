//! The catalogue: imports, search, publishing, the calendar.

mod calendar;
mod divisions;
mod import;
mod publish;
mod regions;
mod search;

use std::path::PathBuf;

use domain::catalogue::ServiceDefinition;
use portal::Portal;
use portal::catalogue::{Filter, ImportReport, ItemPage};

/// A folder or file of the data beside the project; nothing, said loudly, where it is absent.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data");
    let path = PathBuf::from(data).join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("SKIPPED: {} is absent", path.display());
    None
}

/// A line of an import: code, name, department.
fn line(code: &str, name: &str, department: &str) -> String {
    // A code of its own for each name.
    let dept_code: String = department
        .chars()
        .map(|c| format!("{:x}", u32::from(c)))
        .collect();
    line_of(code, name, department, &dept_code)
}

/// A line of an import with the department's code.
fn line_of(code: &str, name: &str, department: &str, dept_code: &str) -> String {
    serde_json::json!({
        "department": department,
        "main_item": "未分类",
        "name": name,
        "item_code": code,
        "area_code": "511602000000",
        "task_type": "1",
        "dept_code": dept_code,
    })
    .to_string()
}

/// Imports lines.
async fn import(portal: &Portal, lines: &[String]) -> ImportReport {
    let source = lines.join("\n");
    portal
        .catalogue()
        .import_items(source.as_bytes())
        .await
        .unwrap()
}

/// A definition that can be published.
fn definition() -> ServiceDefinition {
    let file = include_str!("../../seed/items/individual-business-registration.json");
    let file: serde_json::Value = serde_json::from_str(file).unwrap();
    serde_json::from_value(file["definition"].clone()).unwrap()
}

/// Searches by query on page 1.
async fn search(portal: &Portal, query: &str) -> ItemPage {
    let filter = Filter {
        query: Some(query.to_owned()),
        page: 1,
        ..Filter::default()
    };
    portal.catalogue().browse(&filter).await.unwrap()
}

/// The names on a page.
fn names(page: &ItemPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.name.zh.as_str()).collect()
}
