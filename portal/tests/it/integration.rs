//! Clients of the programming interface.

use chrono::TimeDelta;
use domain::calendar::DueDate;
use domain::cases::{CaseClock, CaseNumber, CaseState};
use domain::ids::AccountId;
use entities::{api_client, service_case};
use portal::Portal;
use portal::integration::{AddClientError, ApiClient, Scope};
use sea_orm::{EntityTrait, Set};

use crate::support::{both, start};

async fn client(portal: &Portal, name: &str, scopes: &[Scope]) -> ApiClient {
    let new = portal
        .integration()
        .add_client(name, scopes, 30)
        .await
        .unwrap();
    portal
        .integration()
        .authenticate(&new.token)
        .await
        .unwrap()
        .unwrap()
}

both!(a_token_opens_what_was_granted, async |portal| {
    let integration = portal.integration();
    let new = integration
        .add_client(" 住建局 ", &[Scope::CasesRead], 30)
        .await
        .unwrap();
    assert!(new.token.starts_with("tb_"));
    assert_eq!(new.expires_at, start() + TimeDelta::days(30));
    let client = integration.authenticate(&new.token).await.unwrap().unwrap();
    assert_eq!(
        (client.name.as_str(), client.scopes.as_slice()),
        ("住建局", &[Scope::CasesRead][..])
    );
    assert!(client.may(Scope::CasesRead) && !client.may(Scope::CatalogueRead));
    let row = api_client::Entity::find()
        .one(portal.db().read())
        .await
        .unwrap()
        .unwrap();
    assert!(
        !format!("{row:?}").contains(&new.token),
        "only the hash is kept"
    );
});

both!(a_token_expires, async |portal| {
    let integration = portal.integration();
    let new = integration.add_client("a", &Scope::ALL, 30).await.unwrap();
    portal.advance(TimeDelta::days(30) - TimeDelta::milliseconds(1));
    assert!(
        integration
            .authenticate(&new.token)
            .await
            .unwrap()
            .is_some()
    );
    portal.advance(TimeDelta::milliseconds(1));
    assert!(
        integration
            .authenticate(&new.token)
            .await
            .unwrap()
            .is_none()
    );
});

both!(a_token_is_taken_back_at_once, async |portal| {
    let integration = portal.integration();
    let one = integration.add_client("a", &Scope::ALL, 30).await.unwrap();
    let other = integration.add_client("b", &Scope::ALL, 30).await.unwrap();
    assert!(integration.revoke_client("a").await.unwrap());
    assert!(
        integration
            .authenticate(&one.token)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        integration
            .authenticate(&other.token)
            .await
            .unwrap()
            .is_some()
    );
    assert!(
        !integration.revoke_client("a").await.unwrap(),
        "it was revoked before"
    );
    assert!(!integration.revoke_client("c").await.unwrap());
    let again = integration.add_client("a", &Scope::ALL, 30).await;
    assert!(matches!(again, Err(AddClientError::NameTaken)));
});

both!(nonsense_opens_nothing, async |portal| {
    let integration = portal.integration();
    let new = integration.add_client("a", &Scope::ALL, 30).await.unwrap();
    let mut wrong = new.token.clone();
    let last = if wrong.ends_with('A') { 'B' } else { 'A' };
    wrong.pop();
    wrong.push(last);
    let longer = format!("{}=", new.token);
    let upper = new.token.to_uppercase();
    for token in [
        "",
        "tb_",
        "Bearer",
        &wrong,
        &longer,
        &upper,
        &"tb_".repeat(100_000),
    ] {
        assert!(integration.authenticate(token).await.unwrap().is_none());
    }
});

both!(a_client_needs_a_name_a_scope_and_an_end, async |portal| {
    let integration = portal.integration();
    for name in ["", " ", "a\nb", &"名".repeat(101)] {
        let refused = integration.add_client(name, &Scope::ALL, 30).await;
        assert!(matches!(refused, Err(AddClientError::Name)), "{name:?}");
    }
    let refused = integration.add_client("a", &[], 30).await;
    assert!(matches!(refused, Err(AddClientError::NoScope)));
    for days in [0, 731, u32::MAX] {
        let refused = integration.add_client("a", &Scope::ALL, days).await;
        assert!(matches!(refused, Err(AddClientError::Validity)), "{days}");
    }
});

/// Puts an accepted case into the database.
async fn put_case(portal: &Portal) -> CaseNumber {
    let number = CaseNumber::compose("990100", start().date_naive(), 1).unwrap();
    let state = CaseState::Rejected {
        at: start(),
        by: AccountId::new("officer"),
        reason: "材料不实：某人".to_owned(),
    };
    let due = DueDate {
        date: start().date_naive(),
        provisional: true,
    };
    let clock = CaseClock {
        accepted_on: due.date,
        promised_due: due,
        statutory_due: due,
        pauses: Vec::new(),
        extension: None,
    };
    let clock = serde_json::to_string(&clock).unwrap();
    let due = Some(due.date);
    let row = service_case::ActiveModel {
        id: Set("case".to_owned()),
        number: Set(Some(number.to_string())),
        item_code: Set("A-1".to_owned()),
        definition_version: Set(1),
        department_code: Set("D".to_owned()),
        applicant_id: Set("somebody".to_owned()),
        state: Set(state.key().to_owned()),
        state_data: Set(portal
            .keys()
            .seal_json("service_case", "state_data", "case", &state)
            .unwrap()),
        revision: Set(3),
        acceptance_due: Set(None),
        accepted_on: Set(due),
        promised_due: Set(due),
        statutory_due: Set(due),
        clock: Set(Some(clock)),
        next_due: Set(None),
        renews_until: Set(None),
        pile: Set(None),
        number_tail: Set(None),
        assignee_id: Set(None),
        questioned: Set(None),
        new_message: Set(None),
        due_provisional: Set(true),
        part_of: Set(None),
        matter: Set(None),
        channel: Set("web".to_owned()),
        created_at: Set(start()),
        updated_at: Set(start()),
        submitted_at: Set(Some(start())),
    };
    portal
        .db()
        .write::<_, portal::Internal, _>(move |tx| {
            Box::pin(async move {
                service_case::Entity::insert(row)
                    .exec_without_returning(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .unwrap();
    number
}

both!(
    the_status_of_a_case_says_nothing_about_the_person,
    async |portal| {
        let number = put_case(&portal).await;
        let reader = client(&portal, "a", &[Scope::CasesRead]).await;
        let integration = portal.integration();
        let status = integration
            .case_status(&reader, number.as_str())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (status.number.clone(), status.state, status.closed),
            (number.clone(), "rejected", true)
        );
        assert_eq!(
            (status.submitted_at, status.provisional),
            (Some(start()), true)
        );
        assert_eq!(status.promised_due, Some(start().date_naive()));
        let said = format!("{status:?}");
        assert!(
            !said.contains("somebody") && !said.contains("材料不实"),
            "{said}"
        );

        let other = client(&portal, "b", &[Scope::CatalogueRead]).await;
        assert!(
            integration
                .case_status(&other, number.as_str())
                .await
                .unwrap()
                .is_none()
        );
        let unknown = CaseNumber::compose("990100", start().date_naive(), 2).unwrap();
        for number in [unknown.as_str(), "", "990100", "' OR 1=1 --"] {
            assert!(
                integration
                    .case_status(&reader, number)
                    .await
                    .unwrap()
                    .is_none()
            );
        }
    }
);
