//! What the desk writes beside cases.

use entities::{
    assignment_rule, case_assignment, case_message, case_note, case_search, consultation,
    officer_absence, opinion_template, saved_filter,
};

use super::{CASE, CITIZEN, DEPARTMENT, ITEM, OFFICER, day, later, sealed};

const ROW: &str = "01935a3e-7c00-7a10-8000-000000000070";
const OTHER_ROW: &str = "01935a3e-7c00-7a10-8000-000000000071";

pub(super) fn words() -> Vec<case_search::Model> {
    vec![case_search::Model {
        case_id: CASE.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        word: sealed(16),
    }]
}

pub(super) fn rules() -> Vec<assignment_rule::Model> {
    let of_item = assignment_rule::Model {
        department_code: DEPARTMENT.to_owned(),
        item_code: ITEM.to_owned(),
        kind: "in-turn".to_owned(),
        last_id: Some(OFFICER.to_owned()),
        changed_by: OFFICER.to_owned(),
        changed_at: later(0),
    };
    let of_all = assignment_rule::Model {
        item_code: String::new(),
        last_id: None,
        ..of_item.clone()
    };
    vec![of_item, of_all]
}

pub(super) fn assignments() -> Vec<case_assignment::Model> {
    let taken = case_assignment::Model {
        id: ROW.to_owned(),
        case_id: CASE.to_owned(),
        at: later(0),
        kind: "taken".to_owned(),
        officer_id: Some(OFFICER.to_owned()),
        by_id: Some(OFFICER.to_owned()),
    };
    let nobodys = case_assignment::Model {
        id: OTHER_ROW.to_owned(),
        officer_id: None,
        by_id: None,
        ..taken.clone()
    };
    vec![taken, nobodys]
}

pub(super) fn notes() -> Vec<case_note::Model> {
    vec![case_note::Model {
        id: ROW.to_owned(),
        case_id: CASE.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        author_id: OFFICER.to_owned(),
        body: sealed(300),
        at: later(0),
    }]
}

pub(super) fn messages() -> Vec<case_message::Model> {
    let read = case_message::Model {
        id: ROW.to_owned(),
        case_id: CASE.to_owned(),
        from_office: true,
        author_id: OFFICER.to_owned(),
        body: sealed(300),
        at: later(0),
        read_at: Some(later(1)),
    };
    let unread = case_message::Model {
        id: OTHER_ROW.to_owned(),
        from_office: false,
        author_id: CITIZEN.to_owned(),
        read_at: None,
        ..read.clone()
    };
    vec![read, unread]
}

pub(super) fn consultations() -> Vec<consultation::Model> {
    let answered = consultation::Model {
        id: ROW.to_owned(),
        case_id: CASE.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        asked_department: "police".to_owned(),
        asked_by: OFFICER.to_owned(),
        asked_at: later(0),
        due: day(7),
        question: sealed(300),
        materials: "[]".to_owned(),
        closed_at: Some(later(1)),
        closed_by: Some(OFFICER.to_owned()),
        closing: Some("answered".to_owned()),
        opinion: Some("agree".to_owned()),
        answer: Some(sealed(30)),
    };
    let open = consultation::Model {
        id: OTHER_ROW.to_owned(),
        closed_at: None,
        closed_by: None,
        closing: None,
        opinion: None,
        answer: None,
        ..answered.clone()
    };
    vec![answered, open]
}

pub(super) fn templates() -> Vec<opinion_template::Model> {
    vec![opinion_template::Model {
        id: ROW.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        event: "decide".to_owned(),
        name: "同意".to_owned(),
        body: "{service}".to_owned(),
        changed_by: OFFICER.to_owned(),
        changed_at: later(0),
    }]
}

pub(super) fn filters() -> Vec<saved_filter::Model> {
    vec![saved_filter::Model {
        id: ROW.to_owned(),
        account_id: OFFICER.to_owned(),
        name: sealed(30),
        query: "[]".to_owned(),
        at: later(0),
    }]
}

pub(super) fn absences() -> Vec<officer_absence::Model> {
    vec![officer_absence::Model {
        id: ROW.to_owned(),
        account_id: OFFICER.to_owned(),
        deputy_id: CITIZEN.to_owned(),
        first_day: day(0),
        until: day(7),
        at: later(0),
    }]
}
