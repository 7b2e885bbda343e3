//! The rules of supervision, what they found, and the figures of a month.

use entities::{monthly_count, monthly_figure, supervision_finding, supervision_rules};

use super::{CASE, DEPARTMENT, ITEM, OFFICER, day, later, sealed};

pub(super) fn rules() -> Vec<supervision_rules::Model> {
    vec![supervision_rules::Model {
        version: 1,
        body: r#"{"rules":[]}"#.to_owned(),
        at: later(0),
        changed_by: OFFICER.to_owned(),
    }]
}

pub(super) fn findings() -> Vec<supervision_finding::Model> {
    let ruled = supervision_finding::Model {
        id: "01935a3e-7c00-7a10-8000-000000000070".to_owned(),
        case_id: CASE.to_owned(),
        item_code: ITEM.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        rule: 2,
        day: day(0),
        colour: "red".to_owned(),
        card: "yellow".to_owned(),
        opened_at: later(24),
        closed_at: Some(later(30)),
        case_seen: later(30),
        told_at: Some(later(25)),
        explanation: Some(sealed(200)),
        explained_by: Some(OFFICER.to_owned()),
        explained_at: Some(later(26)),
        ruling: Some("lifted".to_owned()),
        reasons: Some(sealed(60)),
        ruled_by: Some(OFFICER.to_owned()),
        ruled_at: Some(later(27)),
    };
    let fresh = supervision_finding::Model {
        id: "01935a3e-7c00-7a10-8000-000000000071".to_owned(),
        day: day(1),
        closed_at: None,
        told_at: None,
        explanation: None,
        explained_by: None,
        explained_at: None,
        ruling: None,
        reasons: None,
        ruled_by: None,
        ruled_at: None,
        ..ruled.clone()
    };
    vec![ruled, fresh]
}

pub(super) fn counts() -> Vec<monthly_count::Model> {
    vec![monthly_count::Model {
        month: day(0),
        counted_at: later(0),
    }]
}

pub(super) fn figures() -> Vec<monthly_figure::Model> {
    vec![monthly_figure::Model {
        month: day(0),
        department_code: DEPARTMENT.to_owned(),
        item_code: ITEM.to_owned(),
        handed_in: 18,
        accepted: 17,
        not_accepted: 16,
        corrections: 15,
        returned: 14,
        extended: 13,
        withdrawn: 12,
        granted: 11,
        refused: 10,
        void: 9,
        deleted: 8,
        transferred: 7,
        timed: 6,
        late_promise: 5,
        late_law: 4,
        days_taken: 3,
        days_promised: 2,
        days_suspended: i64::MAX,
    }]
}
