//! Accounts, officers and sessions.

use entities::{account, officer, session};

use super::{CITIZEN, DEPARTMENT, KIOSK, OFFICER, later, sealed};

pub(crate) fn citizen() -> account::Model {
    account::Model {
        id: CITIZEN.to_owned(),
        kind: "citizen".to_owned(),
        login_index: vec![1; 32],
        email: Some(sealed(60)),
        phone: Some(sealed(40)),
        name: sealed(38),
        resident_index: Some(vec![2; 32]),
        resident_id: Some(sealed(47)),
        password_hash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA".to_owned(),
        locale: "zh-Hans".to_owned(),
        failed_count: 5,
        locked_until: Some(later(1)),
        created_at: later(0),
        disabled: true,
    }
}

pub(crate) fn kiosk() -> account::Model {
    account::Model {
        id: KIOSK.to_owned(),
        kind: "kiosk".to_owned(),
        login_index: vec![3; 32],
        email: None,
        phone: None,
        resident_index: None,
        resident_id: None,
        failed_count: 0,
        locked_until: None,
        disabled: false,
        ..citizen()
    }
}

pub(super) fn officers() -> Vec<officer::Model> {
    let handler = officer::Model {
        account_id: OFFICER.to_owned(),
        department_code: DEPARTMENT.to_owned(),
        role: "handler".to_owned(),
        title_zh: "受理岗".to_owned(),
        title_en: Some("Intake officer".to_owned()),
    };
    let reviewer = officer::Model {
        account_id: "01935a3e-7c00-7a10-8000-000000000004".to_owned(),
        role: "reviewer".to_owned(),
        title_en: None,
        ..handler.clone()
    };
    vec![handler, reviewer]
}

pub(super) fn sessions() -> Vec<session::Model> {
    let signed_in = session::Model {
        id: "q8Vd0Zp3TtKxR0w1m2nYfA".to_owned(),
        account_id: Some(CITIZEN.to_owned()),
        data: sealed(700),
        expires_at: later(2),
    };
    let visitor = session::Model {
        id: "w1m2nYfAq8Vd0Zp3TtKxR0".to_owned(),
        account_id: None,
        ..signed_in.clone()
    };
    vec![signed_in, visitor]
}
