//! What nobody has to type: certificates, earlier applications, people who were named before; and what the
//! applicant says is wrong with what was filled in.

use chrono::TimeDelta;
use domain::cases::{Approver, CaseState};
use domain::forms::{
    AnswerSource, CertificateLine, Field, FieldKind, Prefill, Relation, objection_name,
};
use domain::{CaseId, ItemCode};
use portal::accounts::Citizen;
use portal::cases::{CaseError, CaseView, Channel, EarlierAnswers, PersonChoice};

use crate::cases::{CARD, ELSEWHERE, citizen, fill_card, officer, posted};
use crate::materials::{card, certificate, city, fill_in_elsewhere, revoke};
use crate::support::{TestPortal, both};

/// The certificate that filing for care elsewhere ends in, and a line of it.
const TYPE: &str = "11990100990100034D001";
const PLACE: &str = "就医地";

/// Publishes the card with other questions on the page about the loss.
async fn publish(portal: &TestPortal, change: impl Fn(&mut Vec<Field>)) {
    let mut definition = card(portal).await;
    let steps = definition.form.steps.iter_mut();
    let loss = steps.into_iter().find(|step| step.key == "loss").unwrap();
    change(&mut loss.sections[0].fields);
    let code = ItemCode::new(CARD);
    let published = portal.catalogue().publish(&code, &definition).await;
    published.unwrap();
}

fn question<'f>(fields: &'f mut [Field], key: &str) -> &'f mut Field {
    fields.iter_mut().find(|field| field.key == key).unwrap()
}

async fn start(portal: &TestPortal, citizen: &Citizen) -> CaseId {
    let code = ItemCode::new(CARD);
    let started = portal.cases().start(citizen, &code, Channel::Web).await;
    started.unwrap()
}

async fn open(portal: &TestPortal, citizen: &Citizen, id: &CaseId) -> CaseView {
    portal.cases().open(citizen, id).await.unwrap().unwrap()
}

async fn save(
    portal: &TestPortal,
    citizen: &Citizen,
    id: &CaseId,
    step: &str,
    answers: &[(&str, &str)],
) -> bool {
    let cases = portal.cases();
    let saved = cases.save_step(citizen, id, step, posted(answers), vec![]);
    saved.await.unwrap().complete
}

/// An application that was submitted.
async fn submitted(portal: &TestPortal, citizen: &Citizen, loss: &[(&str, &str)]) -> CaseId {
    let id = fill_card(portal, citizen).await;
    save(portal, citizen, &id, "loss", loss).await;
    portal.cases().submit(citizen, &id).await.unwrap();
    portal.advance(TimeDelta::days(1));
    id
}

async fn earlier(portal: &TestPortal, citizen: &Citizen, id: &CaseId) -> EarlierAnswers {
    let view = open(portal, citizen, id).await;
    let step = view.definition.form.step("loss").unwrap();
    let found = portal.cases().earlier_answers(citizen, &view, step).await;
    found.unwrap()
}

/// The place of the loss comes from the certificate, and is fixed then.
fn from_certificate(fields: &mut [Field]) {
    let place = question(fields, "loss_place");
    place.prefill = Some(Prefill::Certificate(CertificateLine {
        type_code: TYPE.to_owned(),
        line: PLACE.to_owned(),
    }));
    place.locked = true;
}

both!(a_certificate_fills_in_its_questions, async |portal| {
    let lin = city(&portal).await;
    publish(&portal, |fields| from_certificate(fields)).await;
    certificate(&portal, &lin).await;
    let records = portal.registers().my_access_records(&lin).await.unwrap();
    let id = start(&portal, &lin).await;
    let view = open(&portal, &lin, &id).await;
    let answer = view.answers.get("loss_place").unwrap();
    assert_eq!(answer.values, ["海州市"]);
    let AnswerSource::Certificate {
        certificate,
        read_at,
    } = &answer.source
    else {
        panic!("{answer:?}");
    };
    assert_eq!(view.sources[certificate].zh, "异地就医备案凭证");
    assert_eq!(*read_at, portal.now());
    let now = portal.registers().my_access_records(&lin).await.unwrap();
    assert_eq!(now.len(), records.len() + 1, "the population register only");

    // Somebody else's wallet fills in nothing.
    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    let other = start(&portal, &zhou).await;
    let others = open(&portal, &zhou, &other).await.answers;
    assert_eq!(others.get("loss_place"), None);

    // It stays over a new version, and what is said about it when the certificate goes.
    let wrong = objection_name("loss_place");
    let answers = [
        ("loss_kind", "lost"),
        ("loss_place", "这里"),
        (&wrong, "不是海州"),
    ];
    save(&portal, &lin, &id, "loss", &answers).await;
    publish(&portal, |_same| {}).await;
    portal.cases().move_to_new_version(&lin, &id).await.unwrap();
    let answers = open(&portal, &lin, &id).await.answers;
    assert_eq!(answers.value("loss_place"), Some("海州市"), "it is fixed");
    revoke(&portal).await;
    save(&portal, &lin, &id, "loss", &[]).await;
    let answers = open(&portal, &lin, &id).await.answers;
    assert!(answers.values("loss_place").is_empty());
    let said = answers.get("loss_place").unwrap().objection.as_deref();
    assert_eq!(said, Some("不是海州"));
});

both!(a_certificate_is_seen_with_the_next_step, async |portal| {
    let lin = city(&portal).await;
    publish(&portal, |fields| from_certificate(fields)).await;
    let id = start(&portal, &lin).await;
    let typed = fill_card(&portal, &lin).await;
    assert_eq!(id, typed);
    certificate(&portal, &lin).await;
    save(&portal, &lin, &id, "loss", &[]).await;
    let answers = open(&portal, &lin, &id).await.answers;
    assert_eq!(
        answers.value("loss_place"),
        Some("梧桐街"),
        "what was typed stays"
    );
    portal.cases().submit(&lin, &id).await.unwrap();

    // Filled in and fixed; at the end the wallet is looked at once more.
    let id = fill_card(&portal, &lin).await;
    let answers = open(&portal, &lin, &id).await.answers;
    assert_eq!(answers.value("loss_place"), Some("海州市"));
    revoke(&portal).await;
    let refused = portal.cases().submit(&lin, &id).await;
    assert!(
        matches!(&refused, Err(CaseError::Incomplete { step }) if step == "loss"),
        "{refused:?}"
    );
    save(&portal, &lin, &id, "loss", &[]).await;
    let answers = open(&portal, &lin, &id).await.answers;
    let now = answers.get("loss_place");
    assert_eq!(now, None, "revoked ones fill in nothing");
});

both!(earlier_answers_need_a_yes, async |portal| {
    let lin = city(&portal).await;
    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    publish(&portal, |fields| {
        question(fields, "loss_place").prefill = Some(Prefill::Earlier);
        question(fields, "loss_details").prefill = Some(Prefill::Earlier);
    })
    .await;
    let first = submitted(
        &portal,
        &lin,
        &[("loss_place", "旧桥"), ("loss_details", "早上")],
    )
    .await;
    let second = submitted(&portal, &lin, &[("loss_place", "新桥")]).await;
    submitted(
        &portal,
        &zhou,
        &[("loss_place", "别处"), ("loss_details", "别的")],
    )
    .await;

    let id = start(&portal, &lin).await;
    assert!(
        open(&portal, &lin, &id)
            .await
            .answers
            .get("loss_details")
            .is_none()
    );
    let offered = earlier(&portal, &lin, &id).await;
    assert_eq!(
        offered.answers.value("loss_place"),
        None,
        "it is not asked yet"
    );
    assert_eq!(offered.answers.value("loss_details"), Some("早上"));
    save(&portal, &lin, &id, "loss", &[("loss_kind", "lost")]).await;
    let offered = earlier(&portal, &lin, &id).await;
    assert_eq!(
        offered.answers.value("loss_place"),
        Some("新桥"),
        "the newest"
    );
    assert_eq!(offered.items.len(), 2);
    assert!(offered.items.contains_key(&first) && offered.items.contains_key(&second));
    assert!(
        open(&portal, &lin, &id)
            .await
            .answers
            .get("loss_place")
            .is_none()
    );

    // Nobody takes it for somebody else, and what was typed meanwhile stays.
    let cases = portal.cases();
    let stolen = cases.use_earlier_answers(&zhou, &id, "loss").await;
    assert!(matches!(stolen, Err(CaseError::NotFound)));
    let view = open(&portal, &lin, &id).await;
    let step = view.definition.form.step("loss").unwrap();
    let seen = cases.earlier_answers(&zhou, &view, step).await.unwrap();
    assert!(seen.answers.is_empty());
    save(&portal, &lin, &id, "loss", &[("loss_details", "刚才")]).await;
    for _twice in 0..2 {
        cases.use_earlier_answers(&lin, &id, "loss").await.unwrap();
        let answers = open(&portal, &lin, &id).await.answers;
        let place = answers.get("loss_place").unwrap();
        assert_eq!(place.values, ["新桥"]);
        assert!(
            matches!(&place.source, AnswerSource::Earlier { case, .. } if *case == second),
            "{place:?}"
        );
        assert_eq!(answers.value("loss_details"), Some("刚才"));
    }
    assert!(earlier(&portal, &lin, &id).await.answers.is_empty());
    let unknown = cases.use_earlier_answers(&lin, &id, "nothing").await;
    assert!(matches!(unknown, Err(CaseError::NotFound)));
    let late = cases.use_earlier_answers(&lin, &first, "loss").await;
    assert!(matches!(late, Err(CaseError::NotEditable)));
});

both!(what_is_called_wrong_reaches_the_officer, async |portal| {
    let lin = city(&portal).await;
    let id = fill_card(&portal, &lin).await;
    let name = open(&portal, &lin, &id)
        .await
        .answers
        .value("name")
        .map(str::to_owned);
    let wrong = objection_name("name");
    let long = "长".repeat(domain::forms::MAX_OBJECTION_CHARS + 1);
    assert!(!save(&portal, &lin, &id, "person", &[(&wrong, &long)]).await);
    let refused = portal.cases().submit(&lin, &id).await;
    assert!(
        matches!(&refused, Err(CaseError::Incomplete { step }) if step == "person"),
        "{refused:?}"
    );
    assert!(save(&portal, &lin, &id, "person", &[(&wrong, "我叫林一诺")]).await);

    // It goes along to a new version, in which the register is asked again.
    let definition = card(&portal).await;
    let code = ItemCode::new(CARD);
    portal
        .catalogue()
        .publish(&code, &definition)
        .await
        .unwrap();
    portal.advance(TimeDelta::minutes(5));
    portal.cases().move_to_new_version(&lin, &id).await.unwrap();
    portal.cases().submit(&lin, &id).await.unwrap();

    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let at_desk = portal.desk().open(&handler, &id).await.unwrap().unwrap();
    let answer = at_desk.view.answers.get("name").unwrap();
    assert_eq!(answer.objection.as_deref(), Some("我叫林一诺"));
    assert_eq!(answer.values.first(), name.as_ref(), "the record stays");
    assert!(matches!(answer.source, AnswerSource::Register { .. }));
});

both!(no_rule_decides_over_what_is_called_wrong, async |portal| {
    let lin = city(&portal).await;
    let item = ItemCode::new(ELSEWHERE);
    let wrong = objection_name("insured_place");
    for (said, by_rule) in [("我早就转走了", false), ("", true)] {
        let id = portal.cases().start(&lin, &item, Channel::Web).await;
        let id = id.unwrap();
        fill_in_elsewhere(&portal, &lin, &id).await;
        save(&portal, &lin, &id, "insured", &[(&wrong, said)]).await;
        portal.cases().submit(&lin, &id).await.unwrap();
        let state = open(&portal, &lin, &id).await.case.state;
        let approved = matches!(
            state,
            CaseState::Approved {
                by: Approver::Rule,
                ..
            }
        );
        assert_eq!(approved, by_rule, "{said:?}: {}", state.key());
    }
});

/// A question for somebody on the page about the loss.
fn finder(relations: &[Relation]) -> Field {
    let mut field: Field = serde_json::from_value(serde_json::json!({
        "key": "finder", "label": { "zh": "谁来领", "en": "Who collects it" }, "kind": { "type": "person", "relations": ["me"] }
    }))
    .unwrap();
    field.kind = FieldKind::Person {
        relations: relations.to_vec(),
    };
    field
}

both!(people_are_chosen_instead_of_typed, async |portal| {
    let lin = city(&portal).await;
    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    let all = [Relation::Me, Relation::Child, Relation::Organisation];
    publish(&portal, |fields| fields.push(finder(&all))).await;
    let child = [
        ("finder:relation", "child"),
        ("finder:name", "林小满"),
        ("finder:number", "11010519491231002X"),
    ];
    let first = submitted(&portal, &lin, &child).await;
    let firm = [
        ("finder:relation", "organisation"),
        ("finder:name", "通和食品厂"),
        ("finder:number", "91350100M000100Y43"),
    ];
    submitted(&portal, &lin, &firm).await;
    submitted(
        &portal,
        &zhou,
        &[child[0], ("finder:name", "周某"), child[2]],
    )
    .await;

    let id = start(&portal, &lin).await;
    let view = open(&portal, &lin, &id).await;
    let cases = portal.cases();
    let step = |key: &str| view.definition.form.step(key).unwrap();
    assert!(
        cases
            .people(&lin, &view, step("person"))
            .await
            .unwrap()
            .is_empty()
    );
    let people = cases.people(&lin, &view, step("loss")).await.unwrap();
    let names: Vec<_> = people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, [lin.name.as_str(), "通和食品厂", "林小满"]);
    assert!(
        cases
            .people(&zhou, &view, step("loss"))
            .await
            .unwrap()
            .is_empty()
    );

    // Who says "myself" types neither name nor number.
    save(&portal, &lin, &id, "loss", &[("finder:relation", "me")]).await;
    let me = open(&portal, &lin, &id)
        .await
        .answers
        .values("finder")
        .to_vec();
    assert_eq!(me[..2], ["me".to_owned(), lin.name.clone()]);
    assert_eq!(me[2].len(), 18);

    let choose = async |choice: &PersonChoice| {
        let chosen = cases.choose_person(&lin, &id, "loss", "finder", choice.clone());
        chosen.await.unwrap();
        open(&portal, &lin, &id)
            .await
            .answers
            .get("finder")
            .unwrap()
            .clone()
    };
    let chosen = choose(&people[2].choice).await;
    assert_eq!(chosen.values, child.map(|(_, value)| value));
    assert!(matches!(&chosen.source, AnswerSource::Earlier { case, .. } if *case == first));
    let mine = choose(&PersonChoice::Me).await;
    assert_eq!(mine.values, me);
    assert!(mine.source.is_typed());

    // Whom nobody has named, and whom another has named, is not filled in.
    let foreign = start(&portal, &zhou).await;
    for (case, key) in [(&first, "nobody"), (&foreign, "finder"), (&id, "finder")] {
        let (case, key) = (case.clone(), key.to_owned());
        assert_eq!(choose(&PersonChoice::Named { case, key }).await, mine);
    }
    for (question, whose) in [("loss_place", &lin), ("name", &lin), ("finder", &zhou)] {
        let refused = cases.choose_person(whose, &id, "loss", question, PersonChoice::Me);
        assert!(
            matches!(refused.await, Err(CaseError::NotFound)),
            "{question}"
        );
    }
});

both!(people_are_chosen_in_rows, async |portal| {
    let lin = city(&portal).await;
    publish(&portal, |fields| {
        let mut helpers = finder(&[Relation::Me]);
        helpers.key = "helpers".to_owned();
        helpers.kind = FieldKind::Group {
            fields: vec![finder(&[Relation::Me, Relation::Child])],
            row: domain::Text::both("人", "Person"),
            min: 1,
            max: 3,
        };
        fields.push(helpers);
    })
    .await;
    let id = start(&portal, &lin).await;
    let cases = portal.cases();
    for (question, there) in [("helpers.1.finder", true), ("helpers.2.finder", false)] {
        let me = PersonChoice::Me;
        cases
            .choose_person(&lin, &id, "loss", question, me)
            .await
            .unwrap();
        let answers = open(&portal, &lin, &id).await.answers;
        assert_eq!(answers.value(question) == Some("me"), there, "{question}");
    }
});

both!(a_question_takes_only_whom_it_asks_for, async |portal| {
    let lin = city(&portal).await;
    publish(&portal, |fields| fields.push(finder(&[Relation::Spouse]))).await;
    let id = start(&portal, &lin).await;
    let cases = portal.cases();
    let me = PersonChoice::Me;
    cases
        .choose_person(&lin, &id, "loss", "finder", me)
        .await
        .unwrap();
    assert!(
        open(&portal, &lin, &id)
            .await
            .answers
            .get("finder")
            .is_none()
    );
});
