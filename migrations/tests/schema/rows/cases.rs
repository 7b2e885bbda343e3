//! Cases with their answers, materials and history.

use entities::{
    case_answers, case_answers_version, case_event, case_step, draft_reminder, hand_over,
    library_material, material, service_case, upload_tally,
};

use super::{CASE, CITIZEN, DEPARTMENT, DRAFT, ITEM, OFFICER, day, later, sealed};

const MATERIAL: &str = "01935a3e-7c00-7a10-8000-000000000030";

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
        clock: Some(r#"{"accepted_on":"2026-11-21"}"#.to_owned()),
        next_due: Some(day(7)),
        renews_until: Some(day(60)),
        pile: Some("to-decide".to_owned()),
        number_tail: Some("00001X".to_owned()),
        assignee_id: Some(OFFICER.to_owned()),
        questioned: Some(true),
        new_message: Some(false),
        due_provisional: true,
        channel: "web".to_owned(),
        created_at: later(0),
        updated_at: later(3),
        submitted_at: Some(later(1)),
        part_of: Some(DRAFT.to_owned()),
        matter: Some("newborn".to_owned()),
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
        clock: None,
        next_due: None,
        renews_until: None,
        pile: None,
        number_tail: None,
        assignee_id: None,
        questioned: None,
        new_message: None,
        due_provisional: false,
        submitted_at: None,
        part_of: None,
        matter: None,
        ..accepted()
    }
}

pub(super) fn answers() -> Vec<case_answers::Model> {
    vec![case_answers::Model {
        case_id: CASE.to_owned(),
        body: sealed(100_000),
    }]
}

pub(super) fn answers_versions() -> Vec<case_answers_version::Model> {
    vec![case_answers_version::Model {
        case_id: CASE.to_owned(),
        revision: 1,
        body: sealed(100_000),
        at: later(1),
    }]
}

pub(super) fn steps() -> Vec<case_step::Model> {
    let concluded = case_step::Model {
        case_id: CASE.to_owned(),
        step: "survey".to_owned(),
        department_code: DEPARTMENT.to_owned(),
        asked_department: Some(DEPARTMENT.to_owned()),
        role: "handler".to_owned(),
        opened_at: later(1),
        due: Some(day(3)),
        concluded_at: Some(later(2)),
        verdict: Some("agree".to_owned()),
    };
    let open = case_step::Model {
        step: "review".to_owned(),
        asked_department: None,
        due: None,
        concluded_at: None,
        verdict: None,
        ..concluded.clone()
    };
    vec![concluded, open]
}

pub(super) fn materials() -> Vec<material::Model> {
    let unscanned = material::Model {
        id: MATERIAL.to_owned(),
        case_id: CASE.to_owned(),
        slot: "photo".to_owned(),
        object_key: "materials/01935a3e-7c00-7a10-8000-000000000030".to_owned(),
        name: sealed(50),
        media_type: "image/jpeg".to_owned(),
        size: 5_000_000_000,
        sha256: "0a".repeat(32),
        added_at: later(0),
        scan: None,
        pages: None,
        set_aside_at: None,
    };
    let waiting = material::Model {
        id: "01935a3e-7c00-7a10-8000-000000000031".to_owned(),
        scan: Some("waiting".to_owned()),
        pages: Some(12),
        set_aside_at: Some(later(1)),
        ..unscanned.clone()
    };
    vec![unscanned, waiting]
}

pub(super) fn tallies() -> Vec<upload_tally::Model> {
    vec![upload_tally::Model {
        account_id: CITIZEN.to_owned(),
        day: day(0),
        files: 12,
        bytes: 5_000_000_000,
    }]
}

pub(super) fn library() -> Vec<library_material::Model> {
    vec![library_material::Model {
        material_id: MATERIAL.to_owned(),
        account_id: CITIZEN.to_owned(),
        case_id: CASE.to_owned(),
        slot: "photo".to_owned(),
        valid_until: day(180),
        added_at: later(1),
    }]
}

pub(super) fn hand_overs() -> Vec<hand_over::Model> {
    vec![hand_over::Model {
        token_hash: "0a".repeat(32),
        account_id: CITIZEN.to_owned(),
        case_id: DRAFT.to_owned(),
        slot: "photo".to_owned(),
        files_left: 5,
        expires_at: later(1),
    }]
}

pub(super) fn reminders() -> Vec<draft_reminder::Model> {
    vec![draft_reminder::Model {
        case_id: DRAFT.to_owned(),
        at: later(2),
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
        data: Some(sealed(130)),
    };
    let deemed = case_event::Model {
        sequence: 2,
        party: "system".to_owned(),
        actor_id: None,
        note: None,
        data: None,
        ..decided.clone()
    };
    vec![decided, deemed]
}
