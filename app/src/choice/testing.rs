//! A guided choice without a database, for tests of pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::DateTime;
use domain::catalogue::{ItemType, ServiceDefinition};
use domain::forms::Answers;
use domain::{DepartmentCode, DivisionCode, ItemCode, Text};
use portal::catalogue::{Department, ItemRow, ItemView};
use portal::choice::ChoiceView;
use serde_json::json;

/// One early page with two questions, a rule against applying, two scenarios, and materials for each.
fn definition() -> ServiceDefinition {
    let limit = json!({"number": 5, "unit": "working_days"});
    serde_json::from_value(json!({
        "guide": {
            "summary": {"zh": "测试"},
            "promised": limit,
            "statutory": limit,
            "consult_phone": "099-55500100",
            "on_site_visits": 1,
            "on_site_reason": {"zh": "采集", "en": "A photo is taken"},
            "places": [{"name": {"zh": "大厅", "en": "Hall"}, "address": {"zh": "一号", "en": "1 Road"},
                "hours": [
                    {"from_day": 1, "to_day": 5, "opens": "09:00", "closes": "12:00"},
                    {"from_day": 1, "to_day": 5, "opens": "13:00", "closes": "17:00"}]}],
            "materials": [
                {"key": "card", "name": {"zh": "证", "en": "Old card"}, "exemption": "shared"},
                {"key": "photo", "name": {"zh": "照片", "en": "Photo"}, "copies": 2, "when": "kind == 'new'"},
                {"key": "proof", "name": {"zh": "证明", "en": "Proof"}, "when": "kind == 'lost'"}
            ]
        },
        "choice": {
            "eligibility": [{"fails_when": "years < 16",
                "reason": {"zh": "未满", "en": "You are under 16"},
                "remedy": {"zh": "等", "en": "Wait until your birthday"},
                "instead": "A-2"}],
            "scenarios": [
                {"key": "first", "name": {"zh": "首次", "en": "The first card"}, "when": "kind == 'new'",
                 "advice": {"zh": "早来", "en": "Come early"}},
                {"key": "again", "name": {"zh": "补办", "en": "Another card"}}
            ]
        },
        "form": {"steps": [
            {"key": "situation", "title": {"zh": "情况", "en": "Your situation"}, "early": true,
             "sections": [{"fields": [
                {"key": "years", "label": {"zh": "几岁", "en": "How old?"}, "required": true,
                 "kind": {"type": "number", "min": 0, "max": 130}},
                {"key": "kind", "label": {"zh": "哪种", "en": "Which?"}, "required": true,
                 "kind": {"type": "choice", "options": [
                    {"value": "new", "label": {"zh": "新", "en": "A new one"}},
                    {"value": "lost", "label": {"zh": "丢", "en": "Lost it"}}]}}
             ]}]},
            {"key": "you", "title": {"zh": "您"}, "sections": [{"fields": [
                {"key": "phone", "label": {"zh": "电话"}, "kind": {"type": "phone"}}]}]}
        ]},
        "flow": {"four_eyes": false, "acceptance": limit, "correction": limit,
            "promised": limit, "statutory": limit}
    }))
    .unwrap()
}

/// The guided choice of a service, which can be applied for online or not.
pub(super) fn view(online: bool) -> ChoiceView {
    let row = ItemRow {
        code: ItemCode::new("A-1"),
        name: Text::both("办证", "Getting a card"),
        department: DepartmentCode::new("D-1"),
        department_name: Text::both("局", "Bureau"),
        item_type: ItemType::PublicService,
        handling: None,
        online,
        guided: true,
        topics: Vec::new(),
        life_events: Vec::new(),
        groups: Vec::new(),
        audiences: Vec::new(),
    };
    let definition = Arc::new(definition());
    let item = ItemView {
        department: Department {
            code: row.department.clone(),
            name: row.department_name.clone(),
            credit_code: None,
            region: DivisionCode::new("990100"),
            phone: None,
            address: None,
            items: 1,
        },
        row: Arc::new(row),
        main_item: None,
        version: Some(1),
        definition: Some(definition.clone()),
        departments: BTreeMap::new(),
        changed_at: DateTime::UNIX_EPOCH,
    };
    let other = Text::both("监护人代办", "A card for a child");
    ChoiceView {
        item,
        definition,
        instead: BTreeMap::from([(ItemCode::new("A-2"), other)]),
    }
}

/// Typed answers.
pub(super) fn typed(values: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (key, value) in values {
        answers.set_typed(key, vec![(*value).to_owned()]);
    }
    answers
}
