//! Cases with their answers, materials and history.

use entities::{case_answers, case_event, material, service_case};

use super::{CASE, CITIZEN, DEPARTMENT, DRAFT, ITEM, OFFICER, day, later, sealed};

pub(super) fn accepted() -> service_case::Model {
    service_case::Model {
        id: CASE.to_owned(),
        number: Some("99010020261121000001X".to_owned()),
        item_code: ITEM.to_owned(),
        definition_version: 3,
        department_code: DEPARTMENT.to_owned(),
        applicant_id: CITIZEN.to_owned(),
        state: "accepted".to_owned(),
        state_data: sealed(200),
        revision: 2,
        acceptance_due: Some(day(1)),
        accepted_on: Some(day(0)),
        promised_due: Some(day(7)),
        statutory_due: Some(day(28)),
        due_provisional: true,
        channel: "web".to_owned(),
        created_at: later(0),
        updated_at: later(3),
        submitted_at: Some(later(1)),
    }
}

pub(super) fn draft() -> service_case::Model {
    service_case::Model {
        id: DRAFT.to_owned(),
        number: None,
        state: "draft".to_owned(),
        state_data: sealed(40),
        revision: 0,
        acceptance_due: None,
        accepted_on: None,
        promised_due: None,
        statutory_due: None,
        due_provisional: false,
        submitted_at: None,
        ..accepted()
    }
}

pub(super) fn answers() -> Vec<case_answers::Model> {
    vec![case_answers::Model {
        case_id: CASE.to_owned(),
        body: sealed(100_000),
    }]
}

pub(super) fn materials() -> Vec<material::Model> {
    vec![material::Model {
        id: "01935a3e-7c00-7a10-8000-000000000030".to_owned(),
        case_id: CASE.to_owned(),
        slot: "photo".to_owned(),
        object_key: "materials/01935a3e-7c00-7a10-8000-000000000030".to_owned(),
        name: sealed(50),
        media_type: "image/jpeg".to_owned(),
        size: 5_000_000_000,
        sha256: "0a".repeat(32),
        added_at: later(0),
    }]
}

pub(super) fn events() -> Vec<case_event::Model> {
    let decided = case_event::Model {
        case_id: CASE.to_owned(),
        sequence: 1,
        at: later(0),
        party: "officer".to_owned(),
        actor_id: Some(OFFICER.to_owned()),
        kind: "accept".to_owned(),
        note: Some(sealed(90)),
    };
    let deemed = case_event::Model {
        sequence: 2,
        party: "system".to_owned(),
        actor_id: None,
        note: None,
        ..decided.clone()
    };
    vec![decided, deemed]
}
