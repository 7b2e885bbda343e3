//! Files on their way in and out.

use axum::body::Body;
use domain::CaseId;
use domain::forms::FileKind;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{Method, StatusCode};
use portal::accounts::{Actor, Citizen, SignInDoor};
use portal::cases::Channel;

use crate::support::{Answer, CITIZEN, House, OFFICER, PASSWORD, Reader};

/// The smallest picture: a PNG of one pixel.
const PICTURE: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5, 0, 1, 0xff, 0x89, 0x99, 0x3d, 0x1d, 0, 0,
    0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

/// A case whose form asks for a picture.
struct Draft {
    citizen: Citizen,
    case: CaseId,
    step: String,
    slot: String,
}

impl Draft {
    async fn start(house: &House) -> Self {
        let accounts = house.portal.accounts();
        let account = accounts
            .sign_in(CITIZEN, PASSWORD, SignInDoor::Citizen)
            .await
            .unwrap();
        let Actor::Citizen(citizen) = accounts.actor(&account).await.unwrap() else {
            panic!("a citizen")
        };
        for row in house.portal.catalogue().home().await.unwrap().online {
            let item = house
                .portal
                .catalogue()
                .item(&row.code)
                .await
                .unwrap()
                .unwrap();
            let definition = item.definition.unwrap();
            // A slot that is always asked for, of pictures.
            let mut steps = definition
                .form
                .steps
                .iter()
                .filter(|step| step.when.is_none());
            let asks = steps.find_map(|step| {
                let mut slots = step.materials.iter();
                let slot = slots
                    .find(|slot| slot.when.is_none() && slot.accepts.contains(&FileKind::Png))?;
                Some((step, slot))
            });
            let Some((step, slot)) = asks else { continue };
            let case = house
                .portal
                .cases()
                .start(&citizen, &row.code, Channel::Web)
                .await
                .unwrap();
            return Self {
                citizen,
                case,
                step: step.key.clone(),
                slot: slot.key.clone(),
            };
        }
        panic!("no service of the city asks for a material");
    }

    async fn upload(&self, reader: &mut Reader, name: &str, bytes: &[u8]) -> Answer {
        self.save(reader, "stay", name, bytes).await
    }

    /// Saves the step by one of its buttons.
    async fn save(&self, reader: &mut Reader, go: &str, name: &str, bytes: &[u8]) -> Answer {
        let texts = [
            ("case", self.case.as_str()),
            ("step", self.step.as_str()),
            ("go", go),
        ];
        let body = form(&texts, &self.slot, name, bytes);
        post(reader, app::paths::door::SAVE_STEP, body).await
    }

    async fn materials(&self, house: &House) -> Vec<portal::cases::MaterialView> {
        house
            .portal
            .cases()
            .open(&self.citizen, &self.case)
            .await
            .unwrap()
            .unwrap()
            .materials
    }
}

/// A form with one file, as browsers send it.
pub(crate) fn form(texts: &[(&str, &str)], field: &str, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (field, value) in texts {
        let part =
            format!("--B\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!(
        "--B\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
         Content-Type: image/png\r\n\r\n"
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--B--\r\n");
    body
}

pub(crate) async fn post(reader: &mut Reader, door: &str, body: Vec<u8>) -> Answer {
    let headers = [
        (CONTENT_TYPE.as_str(), "multipart/form-data; boundary=B"),
        ("sec-fetch-site", "same-origin"),
    ];
    reader
        .ask(Method::POST, door, &headers, Body::from(body))
        .await
}

#[tokio::test]
async fn a_telephone_adds_a_photo_without_a_sign_in() {
    let house = House::with_city().await;
    let draft = Draft::start(&house).await;
    let mut owner = house.reader();
    owner.signs_in(CITIZEN).await;
    let button = format!("hand-over:{}", draft.slot);
    let saved = draft.save(&mut owner, &button, "", b"").await;
    let code = saved.location().to_owned();
    assert_eq!(code, app::paths::case_hand_over(&draft.case, &draft.slot));
    let page = owner.get(&code).await;
    assert_eq!(page.status, StatusCode::OK);
    let secret = page
        .text()
        .split("/hand-over/")
        .map(|rest| rest.split(['<', '"', '?', ' ']).next().unwrap_or_default())
        .find(|secret| secret.len() > 40)
        .unwrap()
        .to_owned();

    let mut telephone = house.reader();
    let address = app::paths::hand_over(&secret);
    let page = telephone.get(&address).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text().contains("capture=\"environment\""),
        "{}",
        page.text()
    );
    assert!(
        !page.text().contains(draft.case.as_str()),
        "nothing says whose it is"
    );
    let body = form(&[("secret", &secret)], "photo", "IMG_1.png", PICTURE);
    let sent = post(&mut telephone, app::paths::door::HAND_OVER, body).await;
    assert_eq!(sent.location(), format!("{address}?added=1"));
    assert_eq!(draft.materials(&house).await.len(), 1);
    let false_photo = form(&[("secret", &secret)], "photo", "a.png", b"no picture");
    let sent = post(&mut telephone, app::paths::door::HAND_OVER, false_photo).await;
    assert_eq!(
        sent.location(),
        format!("{address}?problem=upload-wrong-kind")
    );
    let guessed = telephone.get(&app::paths::hand_over("guess")).await;
    assert_eq!(guessed.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_file_comes_back_to_its_owner_and_to_nobody_else() {
    let house = House::with_city().await;
    let draft = Draft::start(&house).await;
    let mut owner = house.reader();
    owner.signs_in(CITIZEN).await;
    let saved = draft.upload(&mut owner, "身份证 \"1\".png", PICTURE).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let materials = draft.materials(&house).await;
    assert_eq!(materials.len(), 1);
    let address = app::paths::material(&draft.case, &materials[0].id);

    let file = owner.get(&address).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(
        file.body.starts_with(&PICTURE[..8]),
        "written anew, as a PNG"
    );
    assert_eq!(file.header(CONTENT_TYPE), "image/png");
    assert!(
        file.header(CONTENT_DISPOSITION)
            .starts_with("attachment; filename=\"")
    );
    assert!(
        file.header(CONTENT_DISPOSITION)
            .contains("%E8%BA%AB%E4%BB%BD%E8%AF%81")
    );
    assert_eq!(
        file.header(CONTENT_SECURITY_POLICY),
        "default-src 'none'; sandbox"
    );
    assert_eq!(file.header(CACHE_CONTROL), "private, no-store");

    let mut neighbour = house.reader();
    neighbour.signs_in("zhou.qifan@example.com").await;
    assert_eq!(neighbour.get(&address).await.status, StatusCode::NOT_FOUND);
    let mut officer = house.reader();
    officer.signs_in_at_the_desk(OFFICER).await;
    assert_eq!(
        officer.get(&address).await.status,
        StatusCode::NOT_FOUND,
        "nothing was submitted yet"
    );
    let nobody = house.reader().get(&address).await;
    assert_eq!(nobody.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_post_that_is_too_large_is_told_on_the_page_of_the_step() {
    let house = House::with_city().await;
    let draft = Draft::start(&house).await;
    let mut owner = house.reader();
    owner.signs_in(CITIZEN).await;
    let large = vec![0; 26 * 1024 * 1024];
    let answer = draft.upload(&mut owner, "large.png", &large).await;
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "what was typed is saved"
    );
    let step = app::paths::step(&draft.case, &draft.step);
    assert!(
        answer.location().starts_with(&step),
        "{}",
        answer.location()
    );
    assert!(draft.materials(&house).await.is_empty());
    let page = owner.get(answer.location()).await;
    assert!(
        page.status == StatusCode::OK || page.status.is_client_error(),
        "{}",
        page.status
    );
    assert!(
        page.text().contains("error-summary"),
        "the page says what happened"
    );
}
