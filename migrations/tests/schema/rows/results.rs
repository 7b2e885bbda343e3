//! What a case brings forth: documents, certificates, evaluations and notices.

use entities::{
    case_document, certificate, default_evaluation, evaluation, notice, notice_delivery,
    notice_preference, rectification, rectification_step,
};

use super::{CASE, CITIZEN, DEPARTMENT, DRAFT, ITEM, OFFICER, day, later, sealed};

pub(super) fn certificates() -> Vec<certificate::Model> {
    let limited = certificate::Model {
        id: "01935a3e-7c00-7a10-8000-000000000040".to_owned(),
        identifier: "1.2.156.3005.2.11100000MB0W19441W.11440100007482575H.000001.001.X".to_owned(),
        case_id: CASE.to_owned(),
        holder_id: CITIZEN.to_owned(),
        item_code: ITEM.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        body: sealed(900),
        state: "valid".to_owned(),
        issued_at: later(0),
        valid_until: Some(day(3_652)),
    };
    let lasting = certificate::Model {
        id: "01935a3e-7c00-7a10-8000-000000000041".to_owned(),
        identifier: "1.2.156.3005.2.11100000MB0W19441W.11440100007482575H.000002.001.Y".to_owned(),
        case_id: DRAFT.to_owned(),
        valid_until: None,
        ..limited.clone()
    };
    vec![limited, lasting]
}

pub(super) fn documents() -> Vec<case_document::Model> {
    let opened = case_document::Model {
        id: "01935a3e-7c00-7a10-8000-000000000045".to_owned(),
        case_id: CASE.to_owned(),
        sequence: 1,
        kind: "receipt".to_owned(),
        department_code: DEPARTMENT.to_owned(),
        year: 2026,
        number: 1,
        code_index: sealed(16),
        body: sealed(2_400),
        issued_at: later(0),
        opened_at: Some(later(1)),
    };
    let waiting = case_document::Model {
        id: "01935a3e-7c00-7a10-8000-000000000046".to_owned(),
        sequence: 2,
        kind: "acceptance".to_owned(),
        code_index: sealed(17),
        opened_at: None,
        ..opened.clone()
    };
    vec![opened, waiting]
}

pub(super) fn evaluations() -> Vec<evaluation::Model> {
    let with_comment = evaluation::Model {
        case_id: CASE.to_owned(),
        item_code: ITEM.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        level: 5,
        options: "510,513".to_owned(),
        comment: Some(sealed(120)),
        channel: 1,
        at: later(0),
        follow_level: Some(2),
        follow_options: Some("207".to_owned()),
        follow_comment: Some(sealed(60)),
        follow_channel: Some(3),
        follow_at: Some(later(1)),
    };
    let without = evaluation::Model {
        case_id: DRAFT.to_owned(),
        options: String::new(),
        comment: None,
        follow_level: None,
        follow_options: None,
        follow_comment: None,
        follow_channel: None,
        follow_at: None,
        ..with_comment.clone()
    };
    vec![with_comment, without]
}

pub(super) fn notices() -> Vec<notice::Model> {
    let read = notice::Model {
        id: "01935a3e-7c00-7a10-8000-000000000050".to_owned(),
        account_id: CITIZEN.to_owned(),
        case_id: Some(CASE.to_owned()),
        kind: "accepted".to_owned(),
        at: later(0),
        read_at: Some(later(1)),
        effect_key: Some(format!("notice:{CASE}:3")),
        details: Some(r#"{"number":"99010020261121000001X"}"#.to_owned()),
    };
    let unread = notice::Model {
        id: "01935a3e-7c00-7a10-8000-000000000051".to_owned(),
        case_id: None,
        read_at: None,
        effect_key: None,
        details: None,
        ..read.clone()
    };
    vec![read, unread]
}

pub(super) fn default_evaluations() -> Vec<default_evaluation::Model> {
    vec![default_evaluation::Model {
        case_id: CASE.to_owned(),
        item_code: ITEM.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        at: later(720),
    }]
}

pub(super) fn rectifications() -> Vec<rectification::Model> {
    let corrected = rectification::Model {
        id: "01935a3e-7c00-7a10-8000-000000000060".to_owned(),
        case_id: CASE.to_owned(),
        item_code: ITEM.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        state: "second_look".to_owned(),
        state_data: "{}".to_owned(),
        revision: 3,
        due: Some(day(15)),
        struck: Some("untrue".to_owned()),
        in_time: Some(true),
        opened_at: later(0),
        updated_at: later(24),
    };
    let raised = rectification::Model {
        id: "01935a3e-7c00-7a10-8000-000000000061".to_owned(),
        case_id: DRAFT.to_owned(),
        state: "raised".to_owned(),
        due: None,
        struck: None,
        in_time: None,
        ..corrected.clone()
    };
    vec![corrected, raised]
}

pub(super) fn rectification_steps() -> Vec<rectification_step::Model> {
    let written = rectification_step::Model {
        rectification_id: "01935a3e-7c00-7a10-8000-000000000060".to_owned(),
        sequence: 1,
        at: later(1),
        party: "officer".to_owned(),
        actor_id: Some(OFFICER.to_owned()),
        kind: "contact".to_owned(),
        note: Some(sealed(90)),
    };
    let silent = rectification_step::Model {
        sequence: 2,
        party: "system".to_owned(),
        actor_id: None,
        kind: "lapse".to_owned(),
        note: None,
        ..written.clone()
    };
    vec![written, silent]
}

pub(super) fn deliveries() -> Vec<notice_delivery::Model> {
    let dead = notice_delivery::Model {
        id: "01935a3e-7c00-7a10-8000-000000000052".to_owned(),
        notice_id: "01935a3e-7c00-7a10-8000-000000000050".to_owned(),
        kind: "accepted".to_owned(),
        channel: "mail".to_owned(),
        state: "dead".to_owned(),
        problem: Some("refused".to_owned()),
        attempts: 1,
        not_before: later(0),
        created_at: later(0),
        changed_at: later(1),
    };
    let queued = notice_delivery::Model {
        id: "01935a3e-7c00-7a10-8000-000000000053".to_owned(),
        channel: "sms".to_owned(),
        state: "queued".to_owned(),
        problem: None,
        attempts: 0,
        ..dead.clone()
    };
    vec![dead, queued]
}

pub(super) fn preferences() -> Vec<notice_preference::Model> {
    vec![notice_preference::Model {
        account_id: CITIZEN.to_owned(),
        topic: "progress".to_owned(),
        channel: "sms".to_owned(),
        wanted: false,
    }]
}
