//! The guided choice, and what it carries into an application.

use std::collections::BTreeMap;

use domain::catalogue::{LifeEvent, Need, PeopleGroup};
use domain::forms::{AnswerSource, Answers};
use domain::ids::ItemCode;
use portal::accounts::{Actor, Citizen, SignInDoor};
use portal::cases::Channel;
use portal::catalogue::Filter;

use crate::support::{TestPortal, both};

const PASSWORD: &str = "Tongban-demo-2026";
/// 居民身份证换领: with early questions.
const RENEWAL: &str = "11990100990100026J3000709110002";
/// 居民身份证补领: the right one for those who have lost their card.
const REPLACEMENT: &str = "11990100990100026J3000709110003";

async fn lin(portal: &TestPortal) -> Citizen {
    let accounts = portal.accounts();
    let id = accounts
        .sign_in("lin.yinuo@example.com", PASSWORD, SignInDoor::Citizen)
        .await
        .unwrap();
    match accounts.actor(&id).await.unwrap() {
        Actor::Citizen(citizen) => citizen,
        other => panic!("{other:?}"),
    }
}

fn posted(values: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
    values
        .iter()
        .map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()]))
        .collect()
}

fn typed(values: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (key, value) in values {
        answers.set_typed(key, vec![(*value).to_owned()]);
    }
    answers
}

both!(questions_lead_to_the_right_service, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let choice = portal.choice();
    let view = choice.open(&ItemCode::new(RENEWAL)).await.unwrap().unwrap();
    let lost = posted(&[("reason", "lost")]);
    let answered = choice
        .answer(&view, "situation", Answers::default(), lost)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(answered.answers.value("reason"), Some("lost"));
    assert!(!answered.problems.is_empty(), "two questions are left");
    assert!(answered.barred, "the other questions cannot change it");
    assert_eq!(
        answered.next, None,
        "the form itself is no part of the choice"
    );
    let today = domain::calendar::civil_date(portal.now());
    let outcome = view.outcome(&answered.answers, today);
    let better = outcome
        .barred
        .first()
        .and_then(|rule| rule.instead.as_ref());
    let better = better.unwrap();
    assert_eq!(better.as_str(), REPLACEMENT);
    assert!(view.instead.contains_key(better), "it is in use");
    let none = BTreeMap::new();
    let missing = choice
        .answer(&view, "person", Answers::default(), none)
        .await
        .unwrap();
    assert_eq!(missing, None, "only early pages are answered here");
});

both!(materials_follow_the_answers, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let choice = portal.choice();
    let view = choice.open(&ItemCode::new(RENEWAL)).await.unwrap().unwrap();
    let today = domain::calendar::civil_date(portal.now());
    let need = |given: &[(&str, &str)]| {
        let outcome = view.outcome(&typed(given), today);
        let found = outcome.materials.into_iter();
        let mut proofs = found.filter(|one| one.material.key == "correction_proof");
        proofs.next().unwrap().need
    };
    let rest = [("minor", "no"), ("fingerprints", "yes")];
    let wrong = [&rest[..], &[("reason", "wrong")]].concat();
    let expired = [&rest[..], &[("reason", "expired")]].concat();
    assert_eq!(need(&wrong), Need::Needed);
    assert_eq!(need(&expired), Need::NotNeeded);
    assert!(matches!(need(&[]), Need::Depends(fields) if fields.len() == 1));
});

both!(answers_are_carried_into_the_form, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let (citizen, item) = (lin(&portal).await, ItemCode::new(RENEWAL));
    let cases = portal.cases();
    let early = typed(&[("reason", "wrong"), ("minor", "no"), ("phone", "1")]);
    let start = async |early: &Answers| {
        let started = cases.start_with(&citizen, &item, Channel::Web, early);
        let id = started.await.unwrap();
        cases.open(&citizen, &id).await.unwrap().unwrap()
    };
    let view = start(&early).await;
    let reason = view.answers.get("reason").unwrap();
    assert_eq!(
        (reason.values[0].as_str(), &reason.source),
        ("wrong", &AnswerSource::Typed)
    );
    assert_ne!(
        view.answers.value("phone"),
        Some("1"),
        "only early questions are carried"
    );
    let again = start(&typed(&[("reason", "expired")])).await;
    assert_eq!(again.case.id, view.case.id, "the draft is found again");
    assert_eq!(
        again.answers.value("reason"),
        Some("expired"),
        "the newer answer counts"
    );
    assert_eq!(
        again.answers.value("minor"),
        Some("no"),
        "the other is kept"
    );
    let untouched = start(&Answers::default()).await;
    assert_eq!(untouched.answers, again.answers);
    assert_eq!(untouched.updated_at, again.updated_at);
});

both!(services_are_found_by_event_and_by_people, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let catalogue = portal.catalogue();
    let events = Filter {
        life_event: Some(LifeEvent::OldAge),
        ..Filter::default()
    };
    let found = catalogue.browse(&events).await.unwrap();
    assert!(found.total > 0);
    assert!(
        found
            .rows
            .iter()
            .all(|row| row.life_events.contains(&LifeEvent::OldAge))
    );
    let people = Filter {
        group: Some(PeopleGroup::Veterans),
        ..Filter::default()
    };
    let found = catalogue.browse(&people).await.unwrap();
    assert!(found.total > 0);
    assert!(
        found
            .rows
            .iter()
            .all(|row| row.groups.contains(&PeopleGroup::Veterans))
    );
    let item = catalogue
        .item(&ItemCode::new(RENEWAL))
        .await
        .unwrap()
        .unwrap();
    assert!(item.row.guided && item.row.online);
    let without = catalogue
        .item(&ItemCode::new(REPLACEMENT))
        .await
        .unwrap()
        .unwrap();
    assert!(!without.row.guided);
});

both!(
    a_department_is_told_once_that_a_rule_does_not_work,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let choice = portal.choice();
        let mut view = choice.open(&ItemCode::new(RENEWAL)).await.unwrap().unwrap();
        let today = domain::calendar::civil_date(portal.now());
        let sound = view.outcome(&Answers::default(), today);
        assert!(sound.fault.is_none(), "nothing is wrong yet");
        drop(sound);
        let mut broken = (*view.definition).clone();
        broken.choice.eligibility[0].fails_when = "reason / 0 > 1".into();
        view.definition = broken.into();
        let (row, version) = (view.item.row.clone(), view.item.version.unwrap());
        for _visitor in 0..3 {
            let outcome = view.outcome(&typed(&[("reason", "lost")]), today);
            assert!(outcome.fault.is_some());
            let catalogue = portal.catalogue();
            catalogue
                .tell_of_fault(&row.code, version, &row.department)
                .await
                .unwrap();
        }
        let sent = portal.run_jobs().await;
        assert!(sent > 0, "its officers are told");
        let mails = portal.mails();
        assert_eq!(mails.len(), sent);
        assert!(
            mails.iter().all(|mail| !mail.contains("lost")),
            "no answer is in it"
        );
    }
);
