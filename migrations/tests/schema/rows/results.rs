//! What a case brings forth: documents, certificates, evaluations and notices.

use entities::{
    case_document, certificate, evaluation, notice, notice_delivery, notice_preference,
};

use super::{CASE, CITIZEN, DEPARTMENT, DRAFT, ITEM, day, later, sealed};

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
    };
    let without = evaluation::Model {
        case_id: DRAFT.to_owned(),
        options: String::new(),
        comment: None,
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
