//! The counter: whom an officer serves, what a sitting reaches, and who is named afterwards.

use chrono::TimeDelta;
use domain::cases::{EventKind, Refusal};
use domain::counter::{Card, SITTING_MINUTES};
use domain::desk::{InboxFilter, InboxTab, Pile};
use domain::evaluations::{EvaluationChannel, Level};
use domain::text::Locale;
use domain::{CaseId, ItemCode};
use entities::{account, audit, service_case};
use portal::accounts::{Citizen, NewCitizen, Officer, RegisterError};
use portal::cases::{CaseError, Channel, PartyKind};
use portal::counter::{BeginError, Sitting};
use portal::documents::Reading;
use portal::evaluations::{FollowUpError, RateError, Words};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use crate::cases::{CARD, citizen, fill_card, officer, png, posted};
use crate::support::{TestPortal, both};

const LIN: &str = "lin.yinuo@example.com";
const LIN_NUMBER: &str = "990102199103160241";
const HANDLER: &str = "police.handler@desk.example.com";
const REVIEWER: &str = "police.reviewer@desk.example.com";
const ELSEWHERE: &str = "hrss.handler@desk.example.com";
/// An identity number that nobody in the city has.
const NEW_NUMBER: &str = "990102198001010010";

fn card<'a>(name: &'a str, number: &'a str) -> Card<'a> {
    Card {
        name,
        resident_id: number,
        phone: "",
        compared: true,
    }
}

async fn serve(portal: &TestPortal, officer: &Officer, card: &Card<'_>) -> Sitting {
    let id = portal.counter().begin(officer, card).await.unwrap();
    let sitting = portal.counter().attend(officer, &id).await.unwrap();
    sitting.unwrap()
}

/// An officer of the police serves the citizen Lin.
async fn serve_lin(portal: &TestPortal) -> (Officer, Sitting) {
    let handler = officer(portal, HANDLER).await;
    let sitting = serve(portal, &handler, &card("林亦诺", LIN_NUMBER)).await;
    (handler, sitting)
}

fn registration(name: &str) -> NewCitizen {
    NewCitizen {
        email: "zheng@example.org".to_owned(),
        phone: "19900000066".to_owned(),
        name: name.to_owned(),
        resident_id: NEW_NUMBER.to_owned(),
        password: "three-plain-words".to_owned(),
        locale: Locale::ZhHans,
    }
}

async fn trail(portal: &TestPortal, action: &str) -> Vec<audit::Model> {
    audit::Entity::find()
        .filter(audit::Column::Action.eq(action))
        .all(portal.db().read())
        .await
        .unwrap()
}

both!(
    who_has_no_account_gets_one_and_takes_it_over_later,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let handler = officer(&portal, HANDLER).await;
        let with_phone = Card {
            phone: "19900000066",
            ..card("郑望舒", NEW_NUMBER)
        };
        let sitting = serve(&portal, &handler, &with_phone).await;
        assert_eq!(
            (sitting.name_masked.as_str(), sitting.number_end.as_str()),
            ("郑**", "0010")
        );
        let served = &sitting.citizen;
        let item = ItemCode::new(CARD);
        let cases = portal.cases();
        let id = cases.start(served, &item, Channel::Counter).await.unwrap();
        // No register knows the person, but the card has been read.
        let view = cases.open(served, &id).await.unwrap().unwrap();
        for (key, value) in [
            ("name", "郑望舒"),
            ("resident_id", NEW_NUMBER),
            ("birth_date", "1980-01-01"),
            ("sex", "male"),
            ("phone", "19900000066"),
        ] {
            assert_eq!(view.answers.value(key), Some(value));
            assert!(view.answers.get(key).unwrap().source.is_typed(), "{key}");
        }
        // Coming again finds the same account.
        let again = serve(&portal, &handler, &with_phone).await;
        assert_eq!(again.citizen.id, served.id);

        for login in ["", "@", served.id.as_str()] {
            let door = portal::accounts::SignInDoor::Citizen;
            let tried = portal.accounts().sign_in(login, "", door).await;
            assert!(tried.is_err(), "nobody signs in to it: {login}");
        }
        let other = portal.accounts().register(registration("郑忘书")).await;
        let Err(RegisterError::Invalid(problems)) = other else {
            panic!("another name takes nothing over: {other:?}");
        };
        assert_eq!(problems, [("resident_id", "problem-resident-id-taken")]);

        let claimed = portal.accounts().register(registration("郑望舒")).await;
        assert_eq!(claimed.unwrap(), served.id);
        let own = citizen_of(&portal, "zheng@example.org", "three-plain-words").await;
        assert!(cases.open(&own, &id).await.unwrap().is_some());
        let twice = portal.accounts().register(registration("郑望舒")).await;
        assert!(matches!(twice, Err(RegisterError::Invalid(_))), "{twice:?}");
        assert_eq!(trail(&portal, "account.claim").await.len(), 1);
    }
);

async fn citizen_of(portal: &TestPortal, login: &str, password: &str) -> Citizen {
    let door = portal::accounts::SignInDoor::Citizen;
    let id = portal.accounts().sign_in(login, password, door).await;
    match portal.accounts().actor(&id.unwrap()).await.unwrap() {
        portal::accounts::Actor::Citizen(citizen) => citizen,
        other => panic!("{other:?}"),
    }
}

both!(who_receives_is_named_everywhere, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let (handler, sitting) = serve_lin(&portal).await;
    let served = &sitting.citizen;
    let id = fill_card(&portal, served).await;
    portal.cases().submit(served, &id).await.unwrap();

    let row = service_case::Entity::find_by_id(id.as_str());
    let row = row.one(portal.db().read()).await.unwrap().unwrap();
    assert_eq!(row.channel, "counter");
    let filter = InboxFilter {
        channel: Some("counter".to_owned()),
        ..InboxFilter::whole(InboxTab::Pile(Pile::ToAccept))
    };
    let inbox = portal.desk().inbox(&handler, filter, None).await.unwrap();
    assert!(inbox.rows[0].at_counter && inbox.rows[0].id == id);

    let case = portal.desk().open(&handler, &id).await.unwrap().unwrap();
    let submitted = &case.view.history[0];
    assert_eq!(submitted.kind, EventKind::Submit);
    assert_eq!(submitted.party, PartyKind::Counter);
    assert_eq!(submitted.officer.as_deref(), Some("江野舟"));
    let lin = citizen(&portal, LIN).await;
    let own = portal.cases().open(&lin, &id).await.unwrap().unwrap();
    assert_eq!(own.history[0].party, PartyKind::Counter);
    assert_eq!(
        own.history[0].officer, None,
        "names of officers are the desk's"
    );

    portal.counter().end(&sitting).await.unwrap();
    for action in [
        "counter.begin",
        "case.start",
        "case.save-step",
        "case.submit",
        "counter.end",
    ] {
        let rows = trail(&portal, action).await;
        assert!(!rows.is_empty(), "{action}");
        for row in rows {
            assert_eq!(row.actor_kind, "officer", "{action}");
            assert_eq!(
                row.actor_id.as_deref(),
                Some(handler.id.as_str()),
                "{action}"
            );
            assert_eq!(row.for_id.as_deref(), Some(lin.id.as_str()), "{action}");
        }
    }
});

both!(
    the_door_is_the_one_that_it_was_handed_in_at,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let (_, sitting) = serve_lin(&portal).await;
        let lin = citizen(&portal, LIN).await;
        for (begins, hands_in, door) in [
            (&lin, &sitting.citizen, "counter"),
            (&sitting.citizen, &lin, "web"),
        ] {
            let id = fill_card(&portal, begins).await;
            portal.cases().submit(hands_in, &id).await.unwrap();
            let row = service_case::Entity::find_by_id(id.as_str());
            let row = row.one(portal.db().read()).await.unwrap().unwrap();
            assert_eq!(row.channel, door);
        }
    }
);

both!(paper_on_the_counter_answers_a_material, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let (_, sitting) = serve_lin(&portal).await;
    let lin = citizen(&portal, LIN).await;
    let id = fill_card(&portal, &sitting.citizen).await;
    let cases = portal.cases();
    let view = cases.open(&lin, &id).await.unwrap().unwrap();
    for material in &view.materials {
        cases
            .remove_material(&lin, &id, &material.id)
            .await
            .unwrap();
    }
    let answers = posted(&[
        ("photo_source", "upload"),
        ("fingerprints", "yes"),
        ("household_page:way", "paper"),
    ]);
    let save = async |who: &Citizen| {
        let files = vec![png("photo")];
        let saved = cases.save_step(who, &id, "documents", answers.clone(), files);
        saved.await.unwrap().complete
    };
    assert!(!save(&lin).await, "only who sees the paper can say so");
    assert!(save(&sitting.citizen).await);
    cases.submit(&sitting.citizen, &id).await.unwrap();
});

both!(a_sitting_reaches_its_own_department_only, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let (handler, police) = serve_lin(&portal).await;
    let insurer = officer(&portal, ELSEWHERE).await;
    let hrss = serve(&portal, &insurer, &card("林亦诺", LIN_NUMBER)).await;
    let lin = citizen(&portal, LIN).await;
    let id = fill_card(&portal, &lin).await;
    let material = portal
        .cases()
        .open(&lin, &id)
        .await
        .unwrap()
        .unwrap()
        .materials[0]
        .id
        .clone();
    let cases = portal.cases();
    for (who, sees) in [
        (&lin, true),
        (&police.citizen, true),
        (&hrss.citizen, false),
    ] {
        let as_actor = portal::accounts::Actor::Citizen((*who).clone());
        assert_eq!(cases.open(who, &id).await.unwrap().is_some(), sees);
        assert_eq!(cases.list(who).await.unwrap().len(), usize::from(sees));
        let file = cases.material(&as_actor, &id, &material).await.unwrap();
        assert_eq!(file.is_some(), sees);
    }
    let item = ItemCode::new(CARD);
    let elsewhere = cases.start(&hrss.citizen, &item, Channel::Counter).await;
    assert!(matches!(elsewhere, Err(CaseError::NotFound)));
    let removed = cases.remove_material(&hrss.citizen, &id, &material).await;
    assert!(matches!(removed, Err(CaseError::NotFound)));
    let handed_in = cases.submit(&hrss.citizen, &id).await;
    assert!(matches!(handed_in, Err(CaseError::NotFound)));

    let overview = portal.counter().overview(&handler, &police).await.unwrap();
    assert_eq!(overview.cases.len(), 1);
    assert!(!overview.services.is_empty());
    let department = &handler.department;
    assert!(
        overview
            .services
            .iter()
            .all(|it| it.online && it.department == *department)
    );
});

both!(
    what_the_citizen_has_elsewhere_stays_closed,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let lin = citizen(&portal, LIN).await;
        let id = fill_card(&portal, &lin).await;
        portal.cases().submit(&lin, &id).await.unwrap();
        portal.run_jobs().await;
        let (_, sitting) = serve_lin(&portal).await;
        let served = &sitting.citizen;
        let cases = portal.cases();
        assert!(cases.library(served).await.unwrap().is_empty());
        assert!(
            cases
                .messages(served, &id)
                .await
                .unwrap()
                .messages
                .is_empty()
        );
        let answered = cases.answer_message(served, &id, "好").await;
        assert!(matches!(
            answered,
            Err(portal::desk::WritingError::NotFound)
        ));
        let withdrawn = cases.withdraw(served, &id).await;
        assert!(matches!(
            withdrawn,
            Err(CaseError::Refused(Refusal::WrongRole))
        ));
        let draft = fill_card(&portal, &lin).await;
        let discarded = cases.withdraw(served, &draft).await;
        assert!(matches!(
            discarded,
            Err(CaseError::Refused(Refusal::WrongRole))
        ));

        serves_no_document(&portal, &lin, served, &id).await;
        rates_nothing(&portal, served, &id).await;
    }
);

/// What an officer opens has not reached the applicant.
async fn serves_no_document(portal: &TestPortal, lin: &Citizen, served: &Citizen, id: &CaseId) {
    let view = portal.cases().open(lin, id).await.unwrap().unwrap();
    let Some(document) = view.documents.first() else {
        panic!("the receipt is missing");
    };
    let documents = portal.documents();
    for (who, first) in [(served, false), (lin, true)] {
        let who = portal::accounts::Actor::Citizen(who.clone());
        let noted = documents.note(&who, &document.id, Reading::Page).await;
        assert_eq!(noted.unwrap(), first);
    }
}

async fn rates_nothing(portal: &TestPortal, served: &Citizen, id: &CaseId) {
    let words = || Words {
        level: Level::VerySatisfied,
        options: Vec::new(),
        comment: String::new(),
        channel: EvaluationChannel::Web,
    };
    let evaluations = portal.evaluations();
    let rated = evaluations.rate(served, id, words()).await;
    assert!(matches!(rated, Err(RateError::ForSomebodyElse)));
    let again = evaluations.follow_up(served, id, words()).await;
    assert!(matches!(again, Err(FollowUpError::ForSomebodyElse)));
}

both!(a_sitting_is_one_officers_and_ends, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let (handler, sitting) = serve_lin(&portal).await;
    let reviewer = officer(&portal, REVIEWER).await;
    let counter = portal.counter();
    let open = async |who: &Officer, id: &str| counter.attend(who, id).await.unwrap().is_some();
    assert!(!open(&reviewer, &sitting.id).await, "somebody else's");
    let moved = Officer {
        department: domain::DepartmentCode::new("990100-hrss"),
        ..handler.clone()
    };
    assert!(!open(&moved, &sitting.id).await, "the post was another one");
    let demoted = Officer {
        role: domain::cases::Role::Supervisor,
        ..handler.clone()
    };
    assert!(
        !open(&demoted, &sitting.id).await,
        "the role was another one"
    );

    // Every request counts.
    for _ in 0..3 {
        portal.advance(TimeDelta::minutes(SITTING_MINUTES - 1));
        assert!(open(&handler, &sitting.id).await);
    }
    portal.advance(TimeDelta::minutes(SITTING_MINUTES));
    assert!(!open(&handler, &sitting.id).await, "it ends by itself");

    let second = serve(&portal, &handler, &card("林亦诺", LIN_NUMBER)).await;
    let third = serve(&portal, &handler, &card("郑望舒", NEW_NUMBER)).await;
    assert!(!open(&handler, &second.id).await, "the next one ends it");
    assert!(open(&handler, &third.id).await);
    counter.end(&third).await.unwrap();
    counter.end(&third).await.unwrap();
    assert!(!open(&handler, &third.id).await);
    assert_eq!(trail(&portal, "counter.end").await.len(), 1);
});

both!(nobody_is_served_without_right_and_card, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let handler = officer(&portal, HANDLER).await;
    let counter = portal.counter();
    let lin = card("林亦诺", LIN_NUMBER);
    for login in [
        "hrss.supervisor@desk.example.com",
        "administrator@desk.example.com",
    ] {
        let begun = counter.begin(&officer(&portal, login).await, &lin).await;
        assert!(matches!(begun, Err(BeginError::WrongRole)), "{login}");
    }
    let refused = async |card: &Card<'_>| match counter.begin(&handler, card).await {
        Err(BeginError::Invalid(problems)) => problems,
        other => panic!("{other:?}"),
    };
    let blind = Card {
        compared: false,
        ..lin.clone()
    };
    assert_eq!(refused(&blind).await[0].0, "compared");
    let other_name = refused(&card("林亦若", LIN_NUMBER)).await;
    assert_eq!(other_name, [("name", "counter-problem-other-name")]);
    let tried = trail(&portal, "counter.begin").await;
    assert_eq!(tried[0].outcome, "counter-problem-other-name");

    let row = account::Entity::find_by_id(citizen(&portal, LIN).await.id.as_str());
    let row = row.one(portal.db().read()).await.unwrap().unwrap();
    let mut row = row.into_active_model();
    row.disabled = Set(true);
    let closed = portal
        .db()
        .write::<_, portal::Internal, _>(move |tx| {
            Box::pin(async move {
                row.update(tx).await?;
                Ok(())
            })
        })
        .await;
    closed.unwrap();
    assert_eq!(
        refused(&lin).await,
        [("resident_id", "counter-problem-closed")]
    );
});
