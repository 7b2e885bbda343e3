//! Who gets which page.

use app::page::Access;
use http::StatusCode;

use crate::support::{CITIZEN, House, OFFICER};

#[tokio::test]
async fn nobody_gets_a_page_that_is_not_theirs() {
    let house = House::with_city().await.with_odd_pages();
    let mut nobody = house.reader();
    assert_eq!(
        nobody.get("/citizen/a?b=c").await.location(),
        "/sign-in?next=/citizen/a%3Fb%3Dc"
    );
    assert_eq!(nobody.get("/officer").await.location(), "/desk/sign-in");
    let mut citizen = house.reader();
    citizen.signs_in(CITIZEN).await;
    assert_eq!(citizen.get("/citizen/a").await.status, StatusCode::OK);
    assert_eq!(citizen.get("/officer").await.status, StatusCode::NOT_FOUND);
    let mut officer = house.reader();
    officer.signs_in_at_the_desk(OFFICER).await;
    assert_eq!(officer.get("/officer").await.status, StatusCode::OK);
    assert_eq!(
        officer.get("/citizen/a").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn pages_for_developers_exist_in_development_only() {
    let house = House::new().await.with_odd_pages();
    assert_eq!(
        house.reader().get("/development").await.status,
        StatusCode::NOT_FOUND
    );
    let settings = [("TONGBAN__DEVELOPMENT", "true")];
    let house = House::with(&settings).await.with_odd_pages();
    assert_eq!(
        house.reader().get("/development").await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn every_page_of_the_program_answers_a_reader_without_an_account() {
    let house = House::with(&[("TONGBAN__DEVELOPMENT", "true")]).await;
    house.portal.operations().seed_demo().await.unwrap();
    for route in app::routes() {
        let address = fill_in(route.pattern);
        let answer = house.reader().get(&address).await;
        let expected: &[u16] = match route.access {
            Access::Anyone | Access::Visitor | Access::Development => &[200, 303, 404],
            Access::Citizen | Access::Officer => &[303],
        };
        assert!(
            expected.contains(&answer.status.as_u16()),
            "{address} answered {}",
            answer.status
        );
        if route.on_kiosk {
            let address = if address == "/" {
                "/kiosk".to_owned()
            } else {
                format!("/kiosk{address}")
            };
            let answer = house.reader().get(&address).await;
            assert!(
                answer.status.as_u16() < 500,
                "{address} answered {}",
                answer.status
            );
        }
    }
}

#[tokio::test]
async fn every_door_that_pages_know_is_there() {
    use app::paths::door;
    let there: Vec<String> = server_fn::axum::server_fn_paths()
        .map(|(path, _)| path.to_owned())
        .collect();
    for door in [
        door::REGISTER,
        door::SIGN_IN,
        door::SIGN_OUT,
        door::DESK_SIGN_IN,
        door::START,
        door::SAVE_STEP,
        door::REMOVE_MATERIAL,
        door::SUBMIT,
        door::WITHDRAW,
        door::RATE,
        door::DESK_ACT,
        door::DESK_SEARCH,
        door::DESK_FILTER,
        door::DESK_BULK,
        door::DESK_ASSIGN,
        door::DESK_RULE,
        door::DESK_NOTE,
        door::DESK_MESSAGE,
        door::DESK_CONSULT,
        door::DESK_CONSULT_ANSWER,
        door::DESK_CONSULT_WITHDRAW,
        door::MESSAGE,
        door::DESK_TEMPLATE,
        door::DESK_AWAY,
        door::KIOSK_CARD,
        door::KIOSK_END,
    ] {
        assert!(
            there.iter().any(|path| path == door),
            "{door} is missing among {there:?}"
        );
    }
}

#[tokio::test]
async fn a_file_of_somebody_else_does_not_exist() {
    let house = House::with_city().await;
    let mut nobody = house.reader();
    assert!(
        nobody
            .get("/cases/a/materials/b")
            .await
            .location()
            .starts_with("/sign-in")
    );
    let mut citizen = house.reader();
    citizen.signs_in(CITIZEN).await;
    assert_eq!(
        citizen.get("/cases/a/materials/b").await.status,
        StatusCode::NOT_FOUND
    );
}

/// An address of the pattern, for something that does not exist.
fn fill_in(pattern: &str) -> String {
    pattern
        .split('/')
        .map(|part| if part.starts_with('{') { "none" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}
