//! What readers report about the portal itself.

use entities::site_report;

use super::{OFFICER, later, sealed};

pub(super) fn reports() -> Vec<site_report::Model> {
    let answered = site_report::Model {
        id: "01935a3e-7c00-7a10-8000-000000000060".to_owned(),
        number: "ZC20261121-0001".to_owned(),
        kind: "wording".to_owned(),
        page: Some("https://portal.example/items".to_owned()),
        what: sealed(200),
        contact: Some(sealed(60)),
        locale: "zh-Hans".to_owned(),
        at: later(0),
        answer: Some(sealed(120)),
        answered_at: Some(later(5)),
        answered_by: Some(OFFICER.to_owned()),
    };
    let open = site_report::Model {
        id: "01935a3e-7c00-7a10-8000-000000000061".to_owned(),
        number: "ZC20261121-0002".to_owned(),
        page: None,
        contact: None,
        answer: None,
        answered_at: None,
        answered_by: None,
        ..answered.clone()
    };
    vec![answered, open]
}
