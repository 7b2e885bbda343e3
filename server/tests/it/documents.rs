//! Documents of cases as pages and as files.

use std::collections::BTreeMap;

use domain::{CaseId, ItemCode};
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use portal::accounts::{Actor, Citizen, SignInDoor};
use portal::cases::Channel;
use portal::documents::CaseDocument;

use crate::support::{CITIZEN, House, PASSWORD, Reader};

/// 异地长期居住人员备案: decided by rule, so that submitting makes several documents.
const ELSEWHERE: &str = "11990100990100034D3432036005W02";
/// An officer of another department.
const STRANGER: &str = "police.handler@desk.example.com";

pub(crate) async fn citizen(house: &House) -> Citizen {
    let accounts = house.portal.accounts();
    let id = accounts
        .sign_in(CITIZEN, PASSWORD, SignInDoor::Citizen)
        .await
        .unwrap();
    match accounts.actor(&id).await.unwrap() {
        Actor::Citizen(citizen) => citizen,
        other => panic!("{other:?}"),
    }
}

/// A submitted case.
pub(crate) async fn submitted(house: &House, who: &Citizen) -> CaseId {
    let cases = house.portal.cases();
    let item = ItemCode::new(ELSEWHERE);
    let id = cases.start(who, &item, Channel::Web).await.unwrap();
    let steps: [(&str, &[(&str, &str)]); 3] = [
        ("insured", &[("phone", "19900000001")]),
        (
            "place",
            &[
                ("reason", "living"),
                ("destination", "other_province"),
                ("destination_city", "海州市"),
                ("destination_address", "海州市滨河路 1 号"),
                ("since", "2026-01-01"),
                ("months", "24"),
            ],
        ),
        (
            "evidence",
            &[("proof", "commitment"), ("commitment", "agreed")],
        ),
    ];
    for (step, answers) in steps {
        let answers: BTreeMap<_, _> = answers
            .iter()
            .map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()]))
            .collect();
        let saved = cases
            .save_step(who, &id, step, answers, vec![])
            .await
            .unwrap();
        assert!(saved.complete, "{step}");
    }
    cases.submit(who, &id).await.unwrap();
    id
}

async fn documents(house: &House, who: &Citizen, id: &CaseId) -> Vec<CaseDocument> {
    let view = house.portal.cases().open(who, id).await.unwrap().unwrap();
    view.documents
}

async fn signed_in(house: &House) -> Reader {
    let mut reader = house.reader();
    reader.signs_in(CITIZEN).await;
    reader
}

#[tokio::test]
async fn a_document_is_a_page_and_a_file() {
    let house = House::with_city().await;
    let who = citizen(&house).await;
    let case = submitted(&house, &who).await;
    let document = documents(&house, &who, &case).await.remove(0);
    let mut reader = signed_in(&house).await;

    let list = reader.get(&app::paths::case(&case)).await;
    let address = app::paths::document(&case, &document.id);
    assert!(list.text().contains(&format!("href=\"{address}\"")));
    let file = reader
        .get(&app::paths::document_file(&case, &document.id))
        .await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header(CONTENT_TYPE), "application/pdf");
    assert_eq!(file.header(CACHE_CONTROL), "private, no-store");
    assert!(file.header(CONTENT_DISPOSITION).starts_with("attachment; "));
    assert!(file.body.starts_with(b"%PDF-"));
    let opened = documents(&house, &who, &case).await.remove(0).opened_at;
    assert!(opened.is_some(), "who loads it has it");

    let page = reader.get(&address).await;
    assert_eq!(page.status, StatusCode::OK);
    let code = document.body.code.to_string();
    for words in [
        "收件凭证",
        document.body.zh.number.as_str(),
        &code,
        "首次查阅",
    ] {
        assert!(page.text().contains(words), "{words}");
    }
    let mut english = signed_in(&house).await.with("accept-language", "en");
    let page = english.get(&format!("{address}?lang=en")).await;
    for words in [
        "收件凭证",
        "Receipt of application",
        "A translation for your convenience",
    ] {
        assert!(page.text().contains(words), "{words}");
    }
    let check = house.reader().get(&app::paths::verify(&code)).await;
    assert_eq!(check.status, StatusCode::OK);
    assert!(check.text().contains(&document.body.zh.number));
    assert!(!check.text().contains(&who.name), "nothing personal");
}

#[tokio::test]
async fn nobody_else_gets_it() {
    let house = House::with_city().await;
    let who = citizen(&house).await;
    let case = submitted(&house, &who).await;
    let document = documents(&house, &who, &case).await.remove(0);
    let ours = app::paths::document_file(&case, &document.id);
    let theirs = app::paths::desk_document_file(&case, &document.id);
    let mut nobody = house.reader();
    assert!(
        nobody
            .get(&ours)
            .await
            .location()
            .starts_with("/sign-in?next=")
    );
    assert_eq!(nobody.get(&theirs).await.location(), "/desk/sign-in");
    let mut stranger = house.reader();
    stranger.signs_in_at_the_desk(STRANGER).await;
    for address in [
        &ours,
        &theirs,
        &app::paths::desk_document(&case, &document.id),
    ] {
        assert_eq!(
            stranger.get(address).await.status,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
    let opened = documents(&house, &who, &case).await.remove(0).opened_at;
    assert_eq!(opened, None);
}

#[tokio::test]
async fn without_fonts_it_stays_a_page() {
    let house = House::with(&[("TONGBAN__DOCUMENTS__FONTS", "/nowhere")]).await;
    house.portal.operations().seed_demo().await.unwrap();
    let who = citizen(&house).await;
    let case = submitted(&house, &who).await;
    let document = documents(&house, &who, &case).await.remove(0);
    let mut reader = signed_in(&house).await;
    let file = reader
        .get(&app::paths::document_file(&case, &document.id))
        .await;
    assert_eq!(file.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(file.is_page_in("zh-Hans"), "{}", file.text());
    let opened = documents(&house, &who, &case).await.remove(0).opened_at;
    assert_eq!(opened, None, "what was not shown was not served");
    let page = reader.get(&app::paths::document(&case, &document.id)).await;
    assert_eq!(page.status, StatusCode::OK);
}
