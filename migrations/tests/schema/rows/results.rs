//! What a case brings forth: documents, certificates, evaluations and notices.

use entities::{case_document, certificate, evaluation, notice};

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
    };
    let unread = notice::Model {
        id: "01935a3e-7c00-7a10-8000-000000000051".to_owned(),
        case_id: None,
        read_at: None,
        ..read.clone()
    };
    vec![read, unread]
}
