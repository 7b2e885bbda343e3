//! Every kind of document as a file, with as much in it as a real case brings.

use std::collections::BTreeMap;
use std::path::PathBuf;

use domain::calendar::TimeLimit;
use domain::cases::{Demands, Ending, Event, Flow, Ground, Outcome, Point, ProcedureKind, Target};
use domain::documents::DocumentKind;
use domain::{CaseId, ItemCode};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use portal::accounts::{Actor, Citizen, Officer, SignInDoor};
use portal::cases::{Channel, Upload};
use serde_json::json;

use crate::support::{CITIZEN, House, PASSWORD};

/// 居民身份证补领.
const CARD: &str = "11990100990100026J3000709110003";
const HANDLER: &str = "police.handler@desk.example.com";
const REVIEWER: &str = "police.reviewer@desk.example.com";

/// What an officer writes who explains everything.
const REASON: &str = "1. 您提交的材料中，户口簿本人页与首页的户号不一致，无法确认为同一户籍；\
    经与公安机关人口信息管理系统核对，首页所载户号为已注销户口。\n\
    2. 依照《居民身份证法》第十一条，补领居民身份证应当由本人申请并核验身份，\
    您委托他人代为申请，而所附委托书未经公证，受托人身份证件复印件亦未注明用途。";

async fn actor(house: &House, login: &str, door: SignInDoor) -> Actor {
    let accounts = house.portal.accounts();
    let id = accounts.sign_in(login, PASSWORD, door).await.unwrap();
    accounts.actor(&id).await.unwrap()
}

async fn citizen(house: &House) -> Citizen {
    match actor(house, CITIZEN, SignInDoor::Citizen).await {
        Actor::Citizen(citizen) => citizen,
        other => panic!("{other:?}"),
    }
}

async fn officer(house: &House, login: &str) -> Officer {
    match actor(house, login, SignInDoor::Desk).await {
        Actor::Officer(officer) => officer,
        other => panic!("{other:?}"),
    }
}

/// Publishes the card with everything that a flow can have.
async fn publish(house: &House) {
    let catalogue = house.portal.catalogue();
    let code = ItemCode::new(CARD);
    let item = catalogue.item(&code).await.unwrap().unwrap();
    let mut definition = (*item.definition.unwrap()).clone();
    let days = |number| json!({ "number": number, "unit": "working_days" });
    let mut flow = serde_json::to_value(&definition.flow).unwrap();
    flow["procedures"] = json!([{ "kind": "hearing", "longest": days(20) }]);
    flow["extension"] = days(10);
    flow["promised"] = days(10);
    flow["statutory"] = days(20);
    definition.flow = serde_json::from_value::<Flow>(flow).unwrap();
    definition.guide.promised = definition.flow.promised;
    definition.guide.statutory = definition.flow.statutory;
    definition.guide.steps.clear();
    catalogue.publish(&code, &definition).await.unwrap();
    let publication = house.portal.publication();
    publication.refresh(house.portal.db()).await.unwrap();
}

/// A PDF of three pages.
fn record() -> Upload {
    let page = |number| format!("{number} 0 obj<</Type/Page/Parent 2 0 R>>endobj\n");
    let pages: String = (3..6).map(page).collect();
    let file = format!("%PDF-1.7\n{pages}trailer<<>>\nstartxref\n9\n%%EOF\n");
    Upload {
        slot: "household_page".to_owned(),
        file_name: "户口簿（首页、本人页及变更登记页）扫描件-20261118.pdf".to_owned(),
        bytes: file.into_bytes().into(),
    }
}

/// A submitted case.
async fn submitted(house: &House, who: &Citizen) -> CaseId {
    let cases = house.portal.cases();
    let item = ItemCode::new(CARD);
    let id = cases.start(who, &item, Channel::Web).await.unwrap();
    let steps: [(&str, &[(&str, &str)]); 4] = [
        ("person", &[("phone", "19900000001")]),
        (
            "loss",
            &[
                ("loss_kind", "lost"),
                ("loss_date", "2026-10-30"),
                ("loss_place", "梧桐街"),
                ("reported", "no"),
                ("temporary_card", "no"),
            ],
        ),
        (
            "documents",
            &[("photo_source", "on_record"), ("fingerprints", "yes")],
        ),
        (
            "collection",
            &[
                ("delivery", "pick_up"),
                ("station", "centre"),
                ("commitment", "agreed"),
            ],
        ),
    ];
    for (step, answers) in steps {
        let answers: BTreeMap<_, _> = answers
            .iter()
            .map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()]))
            .collect();
        let files = if step == "documents" {
            vec![record()]
        } else {
            Vec::new()
        };
        let saved = cases.save_step(who, &id, step, answers, files).await;
        let saved = saved.unwrap();
        assert!(saved.complete, "{step}: {saved:?}");
    }
    cases.submit(who, &id).await.unwrap();
    id
}

async fn act(house: &House, who: &Officer, id: &CaseId, event: Event) {
    let desk = house.portal.desk();
    let revision = desk
        .open(who, id)
        .await
        .unwrap()
        .unwrap()
        .view
        .case
        .revision;
    desk.act(who, id, revision, event).await.unwrap();
}

/// Every question and every page is wrong, and a long list besides.
async fn everything_wrong(house: &House, who: &Citizen, id: &CaseId) -> Event {
    let view = house.portal.cases().open(who, id).await.unwrap().unwrap();
    let why =
        "与户籍登记不一致：登记为“清溪区安宁路 18 号”，请核对后填写，并上传能够证明变更的材料。";
    let point = |target| Point {
        target,
        why: why.to_owned(),
    };
    let fields = view.definition.form.fields();
    let fields = fields.map(|field| {
        point(Target::Field {
            key: field.key.clone(),
        })
    });
    let file = view.materials.first().unwrap();
    let pages = (1..=3).map(|page| {
        point(Target::Page {
            slot: file.slot.clone(),
            file: file.id.clone(),
            page,
        })
    });
    Event::RequestCorrection {
        asked: Demands {
            notice: REASON.to_owned(),
            points: fields.take(18).chain(pages).collect(),
        },
    }
}

/// A case that goes the longest way.
async fn granted(house: &House, who: &Citizen) -> CaseId {
    let (handler, reviewer) = (
        officer(house, HANDLER).await,
        officer(house, REVIEWER).await,
    );
    let id = submitted(house, who).await;
    let asked = everything_wrong(house, who, &id).await;
    act(house, &handler, &id, asked).await;
    house.portal.cases().submit(who, &id).await.unwrap();
    act(house, &handler, &id, Event::Accept).await;
    let suspend = Event::Suspend {
        kind: ProcedureKind::Hearing,
        length: TimeLimit::working_days(8),
        reason: REASON.to_owned(),
    };
    act(house, &handler, &id, suspend).await;
    let opinion = "听证结束".to_owned();
    act(house, &handler, &id, Event::Resume { opinion }).await;
    let reason = REASON.to_owned();
    act(house, &reviewer, &id, Event::Extend { reason }).await;
    decide(house, &id, Outcome::Approve).await;
    portal::jobs::run_pending(&house.portal).await.unwrap();
    id
}

async fn decide(house: &House, id: &CaseId, outcome: Outcome) {
    let (handler, reviewer) = (
        officer(house, HANDLER).await,
        officer(house, REVIEWER).await,
    );
    let opinion = || REASON.to_owned();
    let proposed = Event::Propose {
        outcome,
        opinion: opinion(),
    };
    act(house, &handler, id, proposed).await;
    let decided = Event::Decide {
        outcome,
        opinion: opinion(),
    };
    act(house, &reviewer, id, decided).await;
}

/// Cases that end in the other ways.
async fn ended(house: &House, who: &Citizen) -> Vec<CaseId> {
    let handler = officer(house, HANDLER).await;
    let reviewer = officer(house, REVIEWER).await;
    let refused = submitted(house, who).await;
    let refuse = Event::RefuseAcceptance {
        ground: Ground::OtherOffice,
        reason: REASON.to_owned(),
    };
    act(house, &handler, &refused, refuse).await;
    let rejected = submitted(house, who).await;
    act(house, &handler, &rejected, Event::Accept).await;
    decide(house, &rejected, Outcome::Reject).await;
    let closed = submitted(house, who).await;
    act(house, &handler, &closed, Event::Accept).await;
    let close = Event::Close {
        ending: Ending::Transferred,
        reason: REASON.to_owned(),
    };
    act(house, &reviewer, &closed, close).await;
    vec![refused, rejected, closed]
}

/// Set `TONGBAN_SHEETS` to a folder to look at the files.
#[tokio::test]
async fn every_kind_of_document_is_a_file_that_can_be_read() {
    let house = House::with_city().await;
    publish(&house).await;
    let who = citizen(&house).await;
    let mut cases = vec![granted(&house, &who).await];
    cases.extend(ended(&house, &who).await);
    let mut reader = house.reader();
    reader.signs_in(CITIZEN).await;
    let mut seen = BTreeMap::new();
    for case in cases {
        let view = house.portal.cases().open(&who, &case).await.unwrap();
        for document in view.unwrap().documents {
            let address = app::paths::document_file(&case, &document.id);
            let file = reader.get(&address).await;
            assert_eq!(file.status, StatusCode::OK, "{:?}", document.kind);
            assert_eq!(file.header(CONTENT_TYPE), "application/pdf");
            assert!(file.body.starts_with(b"%PDF-1.7"));
            seen.entry(document.kind.key()).or_insert(file.body);
        }
    }
    let kinds: Vec<_> = seen.keys().copied().collect();
    let mut expected = DocumentKind::ALL.map(DocumentKind::key);
    expected.sort_unstable();
    assert_eq!(kinds, expected);
    if let Some(folder) = std::env::var_os("TONGBAN_SHEETS") {
        for (kind, pdf) in seen {
            let file = PathBuf::from(&folder).join(format!("{kind}.pdf"));
            std::fs::write(file, pdf).unwrap();
        }
    }
}
