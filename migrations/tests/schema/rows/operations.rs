//! Jobs, audit rows, clients of the programming interface and counters.

use entities::{api_client, audit, counter, job};

use super::{CASE, CITIZEN, OFFICER, later};

pub(crate) fn queued_job() -> job::Model {
    job::Model {
        id: "01935a3e-7c00-7a10-8000-000000000060".to_owned(),
        kind: "mail".to_owned(),
        effect_key: format!("mail:submitted:{CASE}"),
        payload: format!(r#"{{"case":"{CASE}"}}"#),
        state: "queued".to_owned(),
        attempts: 1,
        run_at: later(1),
        leased_until: Some(later(2)),
        last_error: Some("连接被拒绝".to_owned()),
        created_at: later(0),
        done_at: None,
    }
}

pub(super) fn done_job() -> job::Model {
    job::Model {
        id: "01935a3e-7c00-7a10-8000-000000000061".to_owned(),
        effect_key: format!("certificate:{CASE}"),
        state: "done".to_owned(),
        leased_until: None,
        last_error: None,
        done_at: Some(later(1)),
        ..queued_job()
    }
}

pub(super) fn audit_rows() -> Vec<audit::Model> {
    let decided = audit::Model {
        id: "01935a3e-7c00-7a10-8000-000000000070".to_owned(),
        at: later(0),
        actor_kind: "officer".to_owned(),
        actor_id: Some(OFFICER.to_owned()),
        for_id: Some(CITIZEN.to_owned()),
        action: "decide".to_owned(),
        subject_kind: "case".to_owned(),
        subject_id: Some(CASE.to_owned()),
        outcome: "done".to_owned(),
    };
    let imported = audit::Model {
        id: "01935a3e-7c00-7a10-8000-000000000071".to_owned(),
        actor_kind: "system".to_owned(),
        actor_id: None,
        for_id: None,
        subject_id: None,
        ..decided.clone()
    };
    vec![decided, imported]
}

pub(super) fn api_clients() -> Vec<api_client::Model> {
    let ended = api_client::Model {
        id: "01935a3e-7c00-7a10-8000-000000000080".to_owned(),
        name: "市数据局交换平台".to_owned(),
        token_hash: "1b".repeat(32),
        scopes: "catalogue:read,cases:read".to_owned(),
        created_at: later(0),
        expires_at: Some(later(24)),
        revoked_at: Some(later(12)),
    };
    let open = api_client::Model {
        id: "01935a3e-7c00-7a10-8000-000000000081".to_owned(),
        name: "hospital".to_owned(),
        token_hash: "2c".repeat(32),
        expires_at: None,
        revoked_at: None,
        ..ended.clone()
    };
    vec![ended, open]
}

pub(super) fn counters() -> Vec<counter::Model> {
    vec![counter::Model {
        name: "case-number:990100:20261121".to_owned(),
        value: 5_000_000_000,
    }]
}
