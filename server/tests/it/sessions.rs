//! Sessions: made late, changed at sign-in, dead after sign-out.

use http::StatusCode;
use http::header::SET_COOKIE;

use crate::support::{CITIZEN, House, OFFICER};

const COOKIE: &str = "__Host-tongban";

#[tokio::test]
async fn the_identifier_changes_at_sign_in_and_the_old_one_is_dead() {
    let house = House::with_city().await;
    let mut reader = house.reader();
    reader
        .post("/do/sign-in", &[("login", CITIZEN), ("password", "wrong")])
        .await;
    let before = reader
        .cookie(COOKIE)
        .expect("what was typed is kept")
        .to_owned();

    let answer = reader.signs_in(CITIZEN).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), "/cases");
    let after = reader.cookie(COOKIE).unwrap().to_owned();
    assert_ne!(before, after);
    assert_eq!(reader.get("/cases").await.status, StatusCode::OK);

    let mut thief = house.reader();
    thief.set_cookie(COOKIE, &before);
    let answer = thief.get("/cases").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(
        answer.location().starts_with("/sign-in"),
        "{}",
        answer.location()
    );
    assert!(
        thief.cookie(COOKIE).is_none(),
        "a dead cookie is taken back"
    );
}

#[tokio::test]
async fn the_cookie_is_for_this_host_only_and_not_for_scripts() {
    let house = House::with_city().await;
    let answer = house.reader().signs_in(CITIZEN).await;
    let cookie = answer.header(SET_COOKIE);
    let (_, attributes) = cookie.split_once("; ").unwrap();
    assert!(cookie.starts_with("__Host-tongban="), "{cookie}");
    assert_eq!(
        attributes,
        "Path=/; Max-Age=28800; HttpOnly; SameSite=Lax; Secure"
    );
}

#[tokio::test]
async fn a_session_that_was_signed_out_opens_nothing() {
    let house = House::with_city().await;
    let mut reader = house.reader();
    reader.signs_in(CITIZEN).await;
    let session = reader.cookie(COOKIE).unwrap().to_owned();
    let answer = reader.post("/do/sign-out", &[]).await;
    assert_eq!(answer.location(), "/");
    assert!(reader.cookie(COOKIE).is_none());
    let removal = answer.header(SET_COOKIE);
    assert!(
        removal.contains("Max-Age=0") && removal.ends_with("; Secure"),
        "browsers must take it: {removal}"
    );
    reader.set_cookie(COOKIE, &session);
    assert_eq!(reader.get("/cases").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_database_holds_no_identifier_that_somebody_could_use() {
    let house = House::with_city().await;
    let mut reader = house.reader();
    reader.signs_in(CITIZEN).await;
    let id = reader.cookie(COOKIE).unwrap();
    let stored = house.portal.accounts().sessions().load(id).await.unwrap();
    assert!(stored.is_none(), "rows are named by a digest");
}

#[tokio::test]
async fn a_made_up_session_is_nobodys() {
    let house = House::with_city().await;
    for made_up in ["AAAAAAAAAAAAAAAAAAAAAA", "x", "%00"] {
        let mut reader = house.reader();
        reader.set_cookie(COOKIE, made_up);
        assert_eq!(
            reader.get("/cases").await.status,
            StatusCode::SEE_OTHER,
            "{made_up}"
        );
        assert_eq!(reader.get("/").await.status, StatusCode::OK, "{made_up}");
    }
}

#[tokio::test]
async fn who_signs_in_goes_on_to_where_the_way_led() {
    let house = House::with_city().await;
    let mut reader = house.reader();
    let sent = reader.get("/certificates").await;
    assert_eq!(sent.location(), "/sign-in?next=/certificates");
    let fields = [
        ("login", CITIZEN),
        ("password", crate::support::PASSWORD),
        ("next", "/certificates"),
    ];
    assert_eq!(
        reader.post("/do/sign-in", &fields).await.location(),
        "/certificates"
    );
}

#[tokio::test]
async fn the_desk_and_the_portal_keep_apart() {
    let house = House::with_city().await;
    let mut citizen = house.reader();
    citizen.signs_in(CITIZEN).await;
    assert_eq!(citizen.get("/desk").await.status, StatusCode::NOT_FOUND);
    let mut officer = house.reader();
    officer.signs_in_at_the_desk(OFFICER).await;
    assert_eq!(officer.get("/desk").await.status, StatusCode::OK);
    assert_eq!(officer.get("/cases").await.status, StatusCode::NOT_FOUND);
    let mut lost = house.reader();
    lost.signs_in(OFFICER).await;
    assert_eq!(
        lost.get("/desk").await.status,
        StatusCode::SEE_OTHER,
        "an officer signs in at the desk"
    );
}
