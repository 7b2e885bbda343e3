//! Divisions, calendar, departments, service items and definitions.

use entities::{
    calendar_day, calendar_year, department, division, item_life_event, item_people_group,
    item_topic, service_definition, service_item,
};

use super::{DEPARTMENT, ITEM, day, later};

pub(super) fn divisions() -> Vec<division::Model> {
    let city = division::Model {
        code: "990100".to_owned(),
        name: "通办市".to_owned(),
        parent: None,
        level: 2,
    };
    let township = division::Model {
        code: "990102001000".to_owned(),
        name: "湖滨街道".to_owned(),
        parent: Some("990102".to_owned()),
        level: 4,
    };
    vec![city, township]
}

pub(super) fn calendar_days() -> Vec<calendar_day::Model> {
    let holiday = calendar_day::Model {
        date: day(41),
        kind: "off".to_owned(),
        year: 2027,
        name: Some("元旦".to_owned()),
    };
    let worked = calendar_day::Model {
        date: day(43),
        kind: "work".to_owned(),
        year: 2027,
        name: None,
    };
    vec![holiday, worked]
}

pub(super) fn calendar_years() -> Vec<calendar_year::Model> {
    vec![calendar_year::Model {
        year: 2026,
        source: "国务院办公厅关于2026年部分节假日安排的通知".to_owned(),
        imported_at: later(0),
    }]
}

pub(super) fn departments() -> Vec<department::Model> {
    let full = department::Model {
        code: DEPARTMENT.to_owned(),
        name_zh: "通办市人力资源和社会保障局".to_owned(),
        name_en: Some("Tongban Human Resources and Social Security Bureau".to_owned()),
        credit_code: Some("11440100007482575H".to_owned()),
        region: "990100".to_owned(),
        phone: Some("0990-12333".to_owned()),
        address: Some("人民路1号".to_owned()),
        sort: 10,
    };
    let bare = department::Model {
        code: "civil-affairs".to_owned(),
        name_en: None,
        credit_code: None,
        phone: None,
        address: None,
        sort: -1,
        ..full.clone()
    };
    vec![full, bare]
}

pub(super) fn service_items() -> Vec<service_item::Model> {
    let full = service_item::Model {
        code: ITEM.to_owned(),
        name_zh: "社会保障卡申领".to_owned(),
        name_en: Some("Apply for a social security card".to_owned()),
        main_item: Some("社会保障卡服务".to_owned()),
        item_type: 20,
        handling: Some(2),
        audiences: "1,2".to_owned(),
        department_code: DEPARTMENT.to_owned(),
        region: "990100".to_owned(),
        state: 1,
        published_version: Some(3),
        source: "seed".to_owned(),
        content_hash: "9f".repeat(32),
        updated_at: later(0),
    };
    let bare = service_item::Model {
        code: "990100-0001".to_owned(),
        name_en: None,
        main_item: None,
        handling: None,
        published_version: None,
        source: "import".to_owned(),
        ..full.clone()
    };
    vec![full, bare]
}

pub(super) fn item_topics() -> Vec<item_topic::Model> {
    ["social-security", "certificates"]
        .map(|topic| item_topic::Model {
            item_code: ITEM.to_owned(),
            topic: topic.to_owned(),
        })
        .into()
}

pub(super) fn item_life_events() -> Vec<item_life_event::Model> {
    ["work", "old_age"]
        .map(|event| item_life_event::Model {
            item_code: ITEM.to_owned(),
            event: event.to_owned(),
        })
        .into()
}

pub(super) fn item_people_groups() -> Vec<item_people_group::Model> {
    ["elderly", "newcomers"]
        .map(|people| item_people_group::Model {
            item_code: ITEM.to_owned(),
            people: people.to_owned(),
        })
        .into()
}

pub(super) fn definitions() -> Vec<service_definition::Model> {
    [1, 2]
        .map(|version| service_definition::Model {
            item_code: ITEM.to_owned(),
            version,
            body: format!(
                r#"{{"guide":{{"summary":"{}"}}}}"#,
                "社保卡'\"\\n".repeat(9_000)
            ),
            published_at: later(0),
            online: (version > 1).then_some(false),
            guided: (version > 1).then_some(true),
        })
        .into()
}
