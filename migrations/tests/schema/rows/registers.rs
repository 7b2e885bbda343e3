//! Entries of the registers and records of access to them.

use entities::{
    access_record, register_health_card, register_population, register_social_security,
};

use super::{CASE, CITIZEN, ITEM, later, sealed};

pub(super) fn population() -> Vec<register_population::Model> {
    vec![register_population::Model {
        resident_index: vec![0; 32],
        body: sealed(400),
        updated_at: later(0),
    }]
}

pub(super) fn social_security() -> Vec<register_social_security::Model> {
    vec![register_social_security::Model {
        resident_index: vec![255; 32],
        body: sealed(300),
        updated_at: later(0),
    }]
}

pub(super) fn health_cards() -> Vec<register_health_card::Model> {
    vec![register_health_card::Model {
        resident_index: sealed(32),
        body: sealed(200),
        updated_at: later(0),
    }]
}

pub(super) fn access_records() -> Vec<access_record::Model> {
    vec![access_record::Model {
        id: "01935a3e-7c00-7a10-8000-000000000020".to_owned(),
        subject_id: CITIZEN.to_owned(),
        case_id: CASE.to_owned(),
        item_code: ITEM.to_owned(),
        register: "population".to_owned(),
        fields: "name,resident_id,birth_date".to_owned(),
        purpose: "预填申请表".to_owned(),
        at: later(0),
    }]
}
