//! Working copies of services, and how items stand.

use entities::{service_draft, service_standing};

use super::{DEPARTMENT, ITEM, OFFICER, later};

pub(super) fn drafts() -> Vec<service_draft::Model> {
    let written = service_draft::Model {
        id: "01935a3e-7c00-7a10-8000-000000000070".to_owned(),
        item_code: ITEM.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        base_version: Some(3),
        item: r#"{"name":{"zh":"社会保障卡申领"}}"#.to_owned(),
        definition: r#"{"guide":{}}"#.to_owned(),
        state: "returned".to_owned(),
        state_data: r#"{"state":"returned","reason":"错字"}"#.to_owned(),
        authors: format!("[\"{OFFICER}\"]"),
        revision: 7,
        created_at: later(0),
        updated_at: later(5),
        updated_by: OFFICER.to_owned(),
    };
    let new = service_draft::Model {
        id: "01935a3e-7c00-7a10-8000-000000000071".to_owned(),
        base_version: None,
        state: "editing".to_owned(),
        state_data: r#"{"state":"editing"}"#.to_owned(),
        revision: 1,
        ..written.clone()
    };
    vec![written, new]
}

pub(super) fn standings() -> Vec<service_standing::Model> {
    let paused = service_standing::Model {
        item_code: ITEM.to_owned(),
        reason: Some("系统维护".to_owned()),
        proposal: Some(r#"{"to":"in_use"}"#.to_owned()),
        revision: 2,
        updated_at: later(1),
    };
    let used = service_standing::Model {
        item_code: "OTHER-1".to_owned(),
        reason: None,
        proposal: None,
        revision: 3,
        updated_at: later(2),
    };
    vec![paused, used]
}
