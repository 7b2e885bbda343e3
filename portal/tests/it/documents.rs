//! Legal documents of cases: what makes them, their numbers, who reads them.

use domain::cases::{Demands, Event, Ground, Outcome, Point, Target};
use domain::documents::{DocumentKind, Part};
use domain::{CaseId, DocumentId};
use entities::{audit, case_document};
use portal::accounts::{Actor, Citizen, Officer};
use portal::documents::{CaseDocument, Reading};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::cases::{citizen, fill_card, officer};
use crate::support::{TestPortal, both};

/// Everything that a document says in Chinese.
fn words(document: &CaseDocument) -> String {
    let sheet = &document.body.zh;
    let mut words = vec![
        sheet.title.clone(),
        sheet.number.clone(),
        sheet.addressee.clone(),
    ];
    for part in &sheet.parts {
        match part {
            Part::Text(text) => words.push(text.clone()),
            Part::Points(points) => words.extend(points.iter().cloned()),
            Part::Facts(rows) => {
                words.extend(rows.iter().map(|(key, value)| format!("{key}={value}")));
            }
        }
    }
    words.extend(sheet.notes.iter().cloned());
    words.join("\n")
}

async fn documents(portal: &TestPortal, who: &Citizen, id: &CaseId) -> Vec<CaseDocument> {
    let view = portal.cases().open(who, id).await.unwrap().unwrap();
    view.documents
}

async fn open(portal: &TestPortal, who: &Actor, of: &CaseDocument) -> Option<CaseDocument> {
    portal
        .documents()
        .open(who, &of.case, &of.id)
        .await
        .unwrap()
}

async fn act(portal: &TestPortal, who: &Officer, id: &CaseId, event: Event) {
    let view = portal.desk().open(who, id).await.unwrap().unwrap().view;
    portal
        .desk()
        .act(who, id, view.case.revision, event)
        .await
        .unwrap();
}

both!(every_step_makes_its_document_once, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let reviewer = officer(&portal, "police.reviewer@desk.example.com").await;
    let id = fill_card(&portal, &lin).await;
    assert!(documents(&portal, &lin, &id).await.is_empty());

    portal.cases().submit(&lin, &id).await.unwrap();
    portal.cases().submit(&lin, &id).await.unwrap();
    let asked = Demands {
        notice: "1. 户口簿照片不清楚\n2. 请补充遗失地点".to_owned(),
        points: vec![Point {
            target: Target::Field {
                key: "phone".to_owned(),
            },
            why: "号码已停机".to_owned(),
        }],
    };
    act(&portal, &handler, &id, Event::RequestCorrection { asked }).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    act(&portal, &handler, &id, Event::Accept).await;
    let (outcome, opinion) = (Outcome::Approve, "材料齐全".to_owned());
    act(&portal, &handler, &id, Event::Propose { outcome, opinion }).await;
    let opinion = "同意".to_owned();
    act(&portal, &reviewer, &id, Event::Decide { outcome, opinion }).await;
    portal.run_jobs().await;
    portal.run_jobs().await;

    let all = documents(&portal, &lin, &id).await;
    let kinds: Vec<_> = all.iter().map(|document| document.kind).collect();
    assert_eq!(
        kinds,
        [
            DocumentKind::Receipt,
            DocumentKind::Correction,
            DocumentKind::Receipt,
            DocumentKind::Acceptance,
            DocumentKind::Approval,
            DocumentKind::ServiceProof,
        ]
    );
    let places: Vec<_> = all.iter().map(|one| one.body.number.sequence).collect();
    assert_eq!(places, [1, 1, 2, 1, 1, 1], "each kind counts for itself");

    let receipt = words(&all[0]);
    for said in [
        "收件凭证",
        "〔2026〕收件第000001号",
        "林亦诺：",
        "份文件）",
        "2026年11月9日",
    ] {
        assert!(receipt.contains(said), "{said}: {receipt}");
    }
    assert!(
        !receipt.contains("990101"),
        "the identity number is masked: {receipt}"
    );
    let correction = &all[1].body.zh.parts;
    let Some(Part::Points(points)) = correction
        .iter()
        .find(|part| matches!(part, Part::Points(_)))
    else {
        panic!("{correction:?}");
    };
    assert!(points[0].ends_with("：号码已停机"), "{points:?}");
    assert_eq!(points[1..], ["户口簿照片不清楚", "请补充遗失地点"]);
    let acceptance = words(&all[3]);
    for said in [
        "受理日期为2026年11月2日",
        "承诺办结期限=",
        "法定办结期限=",
        "个工作日",
    ] {
        assert!(acceptance.contains(said), "{said}: {acceptance}");
    }
    assert!(!acceptance.contains("不服"), "{acceptance}");
    let proof = words(&all[5]);
    assert!(proof.contains(&all[4].body.zh.number), "{proof}");
    for document in &all {
        let english = format!("{:?}", document.body.en);
        assert!(
            !english.contains("document-"),
            "a text is missing: {english}"
        );
        assert!(!words(document).contains("document-"));
    }
});

both!(a_refusal_gives_reasons_and_remedies, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let id = fill_card(&portal, &lin).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    let (ground, reason) = (Ground::OtherOffice, "不属于本机关管辖".to_owned());
    act(
        &portal,
        &handler,
        &id,
        Event::RefuseAcceptance { ground, reason },
    )
    .await;
    let all = documents(&portal, &lin, &id).await;
    let refusal = all.last().unwrap();
    assert_eq!(refusal.kind, DocumentKind::NonAcceptance);
    let said = words(refusal);
    for said_so in [
        "不属于本机关管辖",
        "六十日内",
        "行政复议",
        "六个月内",
        "行政诉讼",
    ] {
        assert!(said.contains(said_so), "{said_so}: {said}");
    }
});

both!(what_is_withdrawn_ends_with_a_document, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let id = fill_card(&portal, &lin).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    portal.cases().withdraw(&lin, &id).await.unwrap();
    let all = documents(&portal, &lin, &id).await;
    let ended = all.last().unwrap();
    assert_eq!(ended.kind, DocumentKind::Termination);
    assert!(
        !words(ended).contains("不服"),
        "nobody contests the own wish"
    );
});

both!(numbers_follow_one_another_without_gaps, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    let mut places = Vec::new();
    for _ in 0..3 {
        let (one, two) = (
            fill_card(&portal, &lin).await,
            fill_card(&portal, &zhou).await,
        );
        let cases = portal.cases();
        let (first, second) = tokio::join!(cases.submit(&lin, &one), cases.submit(&zhou, &two));
        first.and(second).unwrap();
        for (who, id) in [(&lin, one), (&zhou, two)] {
            let all = documents(&portal, who, &id).await;
            assert_eq!(all.len(), 1);
            places.push(all[0].body.number.sequence);
        }
    }
    places.sort_unstable();
    assert_eq!(places, [1, 2, 3, 4, 5, 6]);
});

both!(a_row_tells_nothing_without_the_keys, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let id = fill_card(&portal, &lin).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    let document = documents(&portal, &lin, &id).await.remove(0);
    let row = case_document::Entity::find_by_id(document.id.as_str())
        .one(portal.db().read())
        .await
        .unwrap()
        .unwrap();
    let holds = |words: &str| {
        let words = words.as_bytes();
        let found = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words);
        found(&row.body) || found(&row.code_index)
    };
    for words in ["林亦诺", document.body.code.as_str(), "收件凭证"] {
        assert!(!holds(words), "{words}");
    }
});

both!(only_who_sees_the_case_sees_its_documents, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    let ours = officer(&portal, "police.handler@desk.example.com").await;
    let theirs = officer(&portal, "hrss.handler@desk.example.com").await;
    let id = fill_card(&portal, &lin).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    let document = documents(&portal, &lin, &id).await.remove(0);
    for stranger in [
        Actor::Anonymous,
        Actor::Citizen(zhou.clone()),
        Actor::Officer(theirs),
    ] {
        assert!(
            open(&portal, &stranger, &document).await.is_none(),
            "{stranger:?}"
        );
    }
    let other_case = fill_card(&portal, &zhou).await;
    let by_another_way = CaseDocument {
        case: other_case,
        ..document.clone()
    };
    assert!(
        open(&portal, &Actor::Citizen(zhou), &by_another_way)
            .await
            .is_none()
    );
    let none = CaseDocument {
        id: DocumentId::new("none"),
        ..document.clone()
    };
    assert!(open(&portal, &Actor::Citizen(lin), &none).await.is_none());
    assert!(
        open(&portal, &Actor::Officer(ours), &document)
            .await
            .is_some()
    );
});

both!(
    the_first_opening_is_the_proof_and_is_noted_once,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let lin = citizen(&portal, "lin.yinuo@example.com").await;
        let handler = officer(&portal, "police.handler@desk.example.com").await;
        let id = fill_card(&portal, &lin).await;
        portal.cases().submit(&lin, &id).await.unwrap();
        let document = documents(&portal, &lin, &id).await.remove(0);
        let by_officer = open(&portal, &Actor::Officer(handler), &document)
            .await
            .unwrap();
        assert_eq!(
            by_officer.opened_at, None,
            "an officer's look serves nothing"
        );

        let me = Actor::Citizen(lin.clone());
        let first = portal.now();
        assert_eq!(
            open(&portal, &me, &document).await.unwrap().opened_at,
            Some(first)
        );
        portal.advance(chrono::TimeDelta::hours(2));
        let again = portal
            .documents()
            .note(&me, &document.id, Reading::File)
            .await
            .unwrap();
        assert!(!again);
        assert_eq!(
            open(&portal, &me, &document).await.unwrap().opened_at,
            Some(first)
        );

        let trail: Vec<String> = audit::Entity::find()
            .filter(audit::Column::SubjectId.eq(document.id.as_str()))
            .all(portal.db().read())
            .await
            .unwrap()
            .into_iter()
            .map(|row| format!("{} {}", row.actor_kind, row.action))
            .collect();
        assert_eq!(
            trail,
            [
                "officer document.open",
                "citizen document.open",
                "citizen document.download",
                "citizen document.open"
            ]
        );
    }
);

both!(anybody_checks_a_document_by_its_code, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let id = fill_card(&portal, &lin).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    let document = documents(&portal, &lin, &id).await.remove(0);
    let code = document.body.code.to_string();
    for typed in [code.clone(), code.to_lowercase().replace('-', " ")] {
        let check = portal.documents().verify(&typed).await.unwrap().unwrap();
        assert_eq!(check.kind, DocumentKind::Receipt);
        assert_eq!(check.title.zh, "收件凭证");
        assert_eq!(check.number.zh, "〔2026〕收件第000001号");
        assert!(!check.served);
        assert!(!format!("{check:?}").contains("林"), "nothing personal");
    }
    open(&portal, &Actor::Citizen(lin), &document)
        .await
        .unwrap();
    assert!(
        portal
            .documents()
            .verify(&code)
            .await
            .unwrap()
            .unwrap()
            .served
    );
    for wrong in ["", "0000-0000-0000-0000", "nothing"] {
        assert!(
            portal.documents().verify(wrong).await.unwrap().is_none(),
            "{wrong}"
        );
    }
});
