//! A case without a database, for tests of pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use domain::cases::{Case, CaseState, EventKind, Fixed};
use domain::catalogue::ServiceDefinition;
use domain::forms::{AnswerSource, Answers, Register};
use domain::{AccountId, CaseId, DepartmentCode, ItemCode, MaterialId, Text};
use portal::cases::{CaseView, MaterialView};
use portal::catalogue::Department;

/// Two steps: every kind of field and a slot in the first, a question that depends on the first in
/// the second.
const DEFINITION: &str = r#"{
  "guide": {
    "summary": {"zh": "测试"},
    "promised": {"number": 5, "unit": "working_days"},
    "statutory": {"number": 20, "unit": "working_days"}
  },
  "form": {"steps": [
    {"key": "you", "title": {"zh": "您", "en": "You"}, "sections": [{"fields": [
      {"key": "name", "label": {"zh": "姓名", "en": "Name"}, "kind": {"type": "text"}, "required": true, "prefill": {"register": "name"}, "locked": true},
      {"key": "phone", "label": {"zh": "电话", "en": "Phone"}, "kind": {"type": "phone"}, "required": true, "prefill": {"register": "phone"}},
      {"key": "children", "label": {"zh": "子女", "en": "Children"}, "kind": {"type": "number", "min": 0, "max": 20}},
      {"key": "since", "label": {"zh": "起始", "en": "Since"}, "kind": {"type": "date", "past": true}},
      {"key": "kind", "label": {"zh": "类别", "en": "Kind"}, "required": true, "kind": {"type": "choice", "options": [
        {"value": "a", "label": {"zh": "甲", "en": "First"}}, {"value": "b", "label": {"zh": "乙", "en": "Second"}}]}},
      {"key": "which", "label": {"zh": "哪个", "en": "Which"}, "required": true, "kind": {"type": "text", "max": 200},
        "when": "kind == 'b'"},
      {"key": "help", "label": {"zh": "帮助", "en": "Help"}, "kind": {"type": "choices", "options": [
        {"value": "x", "label": {"zh": "培训", "en": "Training"}}, {"value": "y", "label": {"zh": "贷款", "en": "Loan"}}]}},
      {"key": "why", "label": {"zh": "原因", "en": "Why"}, "kind": {"type": "long_text", "max": 300}}
    ]}], "materials": [
      {"key": "photo", "name": {"zh": "照片", "en": "Photo"}, "accepts": ["jpeg", "png"]}
    ]},
    {"key": "bank", "title": {"zh": "银行", "en": "Bank"}, "sections": [{"fields": [
      {"key": "debit", "label": {"zh": "代扣", "en": "Debit"}, "required": true, "kind": {"type": "yes_no"}},
      {"key": "town", "label": {"zh": "镇", "en": "Town"}, "kind": {"type": "text"}, "prefill": "earlier"},
      {"key": "who", "label": {"zh": "谁", "en": "Who"}, "kind": {"type": "person", "relations": ["me", "child", "organisation"]}}
    ]}]}
  ]},
  "flow": {
    "four_eyes": false,
    "acceptance": {"number": 5, "unit": "working_days"},
    "correction": {"number": 15, "unit": "working_days"},
    "promised": {"number": 5, "unit": "working_days"},
    "statutory": {"number": 20, "unit": "working_days"}
  }
}"#;

/// A draft in which the register has filled in the name and the citizen has typed `answers`.
pub(crate) fn case(answers: &[(&str, &str)]) -> CaseView {
    let definition: ServiceDefinition = serde_json::from_str(DEFINITION).unwrap();
    let item = ItemCode::parse("A-1").unwrap();
    let department = DepartmentCode::new("D-1");
    let applicant = AccountId::new("citizen");
    let now = DateTime::UNIX_EPOCH;
    let mut filled = Answers::default();
    let source = AnswerSource::Register {
        register: Register::Population,
        read_at: now,
    };
    filled.prefill("name", "林亦诺", source);
    for (key, value) in answers {
        filled.set_typed(key, vec![(*value).to_owned()]);
    }
    CaseView {
        case: Case::draft(CaseId::new("c-1"), item, 1, department.clone(), applicant),
        item_name: Text::both("参保登记", "Joining the insurance"),
        department: Department {
            code: department,
            name: Text::zh("通和市人力资源和社会保障局"),
            credit_code: None,
            region: domain::DivisionCode::new("990100"),
            phone: None,
            address: None,
            items: 1,
        },
        definition: Arc::new(definition),
        joint: None,
        answers: filled,
        fixed: Fixed::default(),
        materials: Vec::new(),
        history: Vec::new(),
        allowed: vec![EventKind::Submit, EventKind::Withdraw],
        certificate: None,
        evaluation: None,
        documents: Vec::new(),
        divisions: BTreeMap::new(),
        sources: BTreeMap::new(),
        created_at: now,
        updated_at: now + TimeDelta::minutes(5),
        submitted_at: None,
    }
}

/// The case in another state.
pub(crate) fn in_state(mut view: CaseView, state: CaseState) -> CaseView {
    view.case.state = state;
    view
}

/// The case with a photo.
pub(crate) fn with_photo(mut view: CaseView, name: &str) -> CaseView {
    view.materials.push(MaterialView {
        id: MaterialId::new("m-1"),
        slot: "photo".to_owned(),
        name: name.to_owned(),
        media_type: "image/png".to_owned(),
        size: 2048,
        added_at: DateTime::UNIX_EPOCH,
        waits: false,
        scanned: true,
    });
    view
}
