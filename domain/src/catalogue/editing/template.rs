//! New things, as they stand before anybody has written anything into them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::catalogue::{ItemState, ItemType, ServiceDefinition, ServiceItem};
use crate::{DepartmentCode, DivisionCode, ItemCode, Text};

/// A new item with a definition in which everything is still to be said.
pub fn new_service(
    code: ItemCode,
    name: Text,
    item_type: ItemType,
    department: DepartmentCode,
    region: DivisionCode,
) -> (ServiceItem, Value) {
    let item = ServiceItem {
        code,
        name,
        main_item: None,
        item_type,
        handling: None,
        audiences: Vec::new(),
        topics: Vec::new(),
        life_events: Vec::new(),
        groups: Vec::new(),
        department,
        region,
        state: ItemState::InUse,
        published_version: None,
    };
    // 行政许可法 art. 42: where no law says otherwise, twenty working days.
    let limits = json!({"number": 20, "unit": "working_days"});
    let definition = json!({
        "guide": {"summary": {"zh": ""}, "promised": limits, "statutory": limits},
        "form": {"steps": []},
        "flow": {"promised": limits, "statutory": limits},
    });
    (item, definition)
}

impl ServiceDefinition {
    /// Lets guide and flow name the same limits; people write them once, in the guide.
    pub fn agree_on_limits(&mut self) {
        self.flow.promised = self.guide.promised;
        self.flow.statutory = self.guide.statutory;
    }
}

pub(super) fn material(document: &Value) -> Value {
    json!({"key": free_key(document, "material"), "name": {"zh": ""}})
}

pub(super) fn page(document: &Value) -> Value {
    json!({
        "key": free_key(document, "page"),
        "title": {"zh": ""},
        "sections": [{"fields": []}],
    })
}

pub(super) fn field(document: &Value) -> Value {
    json!({
        "key": free_key(document, "question"),
        "label": {"zh": ""},
        "kind": {"type": "text", "max": 100},
        "required": true,
    })
}

/// A slot for the first material of the guide that has none yet.
pub(super) fn slot(document: &Value) -> Value {
    let list = |pointer: &str| document.pointer(pointer).and_then(Value::as_array).cloned();
    let pages = list("/definition/form/steps").unwrap_or_default();
    let slots: Vec<&Value> = pages
        .iter()
        .filter_map(|page| page.get("materials")?.as_array())
        .flatten()
        .collect();
    let materials = list("/definition/guide/materials").unwrap_or_default();
    let free = materials.iter().find(|material| {
        !slots
            .iter()
            .any(|slot| slot.get("key") == material.get("key"))
    });
    let part = |name: &str| free.and_then(|material| material.get(name)).cloned();
    json!({
        "key": part("key").unwrap_or_else(|| json!("")),
        "name": part("name").unwrap_or_else(|| json!({"zh": ""})),
        "required": true,
    })
}

pub(super) fn option(document: &Value) -> Value {
    json!({"value": free_key(document, "option"), "label": {"zh": ""}})
}

pub(super) fn scenario(document: &Value) -> Value {
    json!({"key": free_key(document, "scenario"), "name": {"zh": ""}})
}

/// The first of `word_1`, `word_2` … that nothing in the document is called.
fn free_key(document: &Value, word: &str) -> String {
    let mut taken = BTreeSet::new();
    collect(document, &mut taken);
    let key = (1_u32..).map(|number| format!("{word}_{number}"));
    let mut free = key.filter(|key| !taken.contains(key.as_str()));
    free.next().unwrap_or_else(|| word.to_owned())
}

fn collect<'v>(value: &'v Value, taken: &mut BTreeSet<&'v str>) {
    match value {
        Value::Object(parts) => {
            for name in ["key", "value"] {
                taken.extend(parts.get(name).and_then(Value::as_str));
            }
            parts.values().for_each(|part| collect(part, taken));
        }
        Value::Array(parts) => parts.iter().for_each(|part| collect(part, taken)),
        _ => {}
    }
}
