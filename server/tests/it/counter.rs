//! An officer at a counter: what is open in a sitting, and how it ends.

use domain::ItemCode;
use http::StatusCode;
use portal::accounts::{Actor, SignInDoor};
use portal::cases::Channel;

use crate::support::{CITIZEN, House, OFFICER, PASSWORD, Reader};

const COOKIE: &str = "__Host-tongban";
const LIN: &[(&str, &str)] = &[
    ("name", "林亦诺"),
    ("resident_id", "990102199103160241"),
    ("phone", ""),
    ("compared", "yes"),
];
/// 失业登记, of the officer's department, and 居民身份证补领, of another.
const OWN: &str = "11990100990100018P3002014104001";
const OTHERS: &str = "11990100990100026J3000709110003";

async fn begin(reader: &mut Reader) {
    let answer = reader.post(app::paths::door::DESK_COUNTER_BEGIN, LIN).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), "/desk/counter");
}

async fn clerk(house: &House) -> Reader {
    let mut reader = house.reader();
    reader.signs_in_at_the_desk(OFFICER).await;
    begin(&mut reader).await;
    reader
}

/// Starts an application for the citizen; the address of its first step.
async fn starts(reader: &mut Reader) -> String {
    let answer = reader.post("/do/start", &[("item", OWN)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(
        answer.location().starts_with("/cases/"),
        "{}",
        answer.location()
    );
    answer.location().to_owned()
}

#[tokio::test]
async fn a_sitting_opens_what_an_application_needs_and_nothing_else() {
    let house = House::with_city().await;
    let mut reader = clerk(&house).await;
    let step = starts(&mut reader).await;
    let case = step.split("/steps").next().unwrap().to_owned();
    let (review, guide) = (format!("{case}/review"), format!("/items/{OWN}"));
    for open in [
        step.as_str(),
        case.as_str(),
        review.as_str(),
        guide.as_str(),
        "/display",
        "/desk",
        "/desk/counter",
    ] {
        let answer = reader.get(open).await;
        assert_eq!(answer.status, StatusCode::OK, "{open}");
        assert!(
            answer.text().contains("林**"),
            "{open} does not say whom it is for"
        );
        assert!(answer.text().contains("0241"), "{open}");
    }
    // The form itself knows the name; the frame around it does not.
    assert!(!reader.get("/desk/counter").await.text().contains("林亦诺"));
    for route in app::routes() {
        let address = route.pattern.replace("{code}", OWN);
        let is_desk = address == "/desk" || address.starts_with("/desk/");
        if address.contains('{') || is_desk || route.at_counter {
            continue;
        }
        let answer = reader.get(&address).await;
        let expected = if route.access == app::page::Access::Development {
            StatusCode::NOT_FOUND
        } else {
            StatusCode::FORBIDDEN
        };
        assert_eq!(answer.status, expected, "{address}");
        assert!(!answer.text().contains("林亦诺"), "{address}");
    }
}

#[tokio::test]
async fn the_doors_of_a_sitting_are_listed_and_all_others_closed() {
    let house = House::with_city().await;
    let mut reader = clerk(&house).await;
    let doors = server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned());
    let mut closed = 0;
    for door in doors.collect::<Vec<_>>() {
        let passes = app::paths::door::AT_COUNTER.contains(&door.as_str())
            || door.starts_with("/do/desk-")
            || door == app::paths::door::SIGN_OUT;
        if passes || !door.starts_with("/do/") {
            continue;
        }
        let answer = reader.post(&door, &[("case", "x")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{door}");
        closed += 1;
    }
    assert!(closed > 10, "{closed}");
    let elsewhere = reader.post("/do/start", &[("item", OTHERS)]).await;
    assert_eq!(
        elsewhere.status,
        StatusCode::FORBIDDEN,
        "another department's"
    );
    assert_eq!(reader.get("/desk/counter").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_session_is_another_one_before_during_and_after() {
    let house = House::with_city().await;
    let mut reader = house.reader();
    reader.signs_in_at_the_desk(OFFICER).await;
    let before = reader.cookie(COOKIE).unwrap().to_owned();
    begin(&mut reader).await;
    let during = reader.cookie(COOKIE).unwrap().to_owned();
    let step = starts(&mut reader).await;
    assert_eq!(reader.get(&step).await.status, StatusCode::OK);
    let answer = reader.post(app::paths::door::DESK_COUNTER_END, &[]).await;
    assert_eq!(answer.location(), "/desk/counter");
    let after = reader.cookie(COOKIE).unwrap().to_owned();
    assert!(before != during && during != after && before != after);
    assert_eq!(reader.get(&step).await.status, StatusCode::NOT_FOUND);
    assert_eq!(reader.get("/desk").await.status, StatusCode::OK);
    for dead in [before, during] {
        let mut thief = house.reader();
        thief.set_cookie(COOKIE, &dead);
        let answer = thief.get("/desk").await;
        assert_eq!(
            answer.location(),
            "/desk/sign-in",
            "a dead session opens nothing"
        );
    }
}

#[tokio::test]
async fn another_sitting_of_the_officer_ends_the_first() {
    let house = House::with_city().await;
    let mut first = clerk(&house).await;
    let step = starts(&mut first).await;
    let mut second = clerk(&house).await;
    let answer = first.get(&step).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), "/desk/counter?over=1");
    let answer = first.get("/desk/counter?over=1").await;
    assert_eq!(
        answer.status,
        StatusCode::OK,
        "the officer is still signed in"
    );
    assert!(!answer.text().contains("林**"));
    assert_eq!(second.get(&step).await.status, StatusCode::OK);
}

#[tokio::test]
async fn signing_out_ends_the_sitting() {
    let house = House::with_city().await;
    let mut reader = clerk(&house).await;
    let answer = reader.post(app::paths::door::SIGN_OUT, &[]).await;
    assert_eq!(answer.location(), "/desk/sign-in");
    reader.signs_in_at_the_desk(OFFICER).await;
    assert!(!reader.get("/desk/counter").await.text().contains("林**"));
}

#[tokio::test]
async fn who_has_no_right_is_told_so() {
    let house = House::with_city().await;
    let mut reader = house.reader();
    reader
        .signs_in_at_the_desk("hrss.supervisor@desk.example.com")
        .await;
    assert_eq!(
        reader.get("/desk/counter").await.status,
        StatusCode::FORBIDDEN
    );
    let answer = reader.post(app::paths::door::DESK_COUNTER_BEGIN, LIN).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(!reader.get("/desk").await.text().contains("/desk/counter"));
    let mut citizen = house.reader();
    citizen.signs_in(CITIZEN).await;
    assert_eq!(
        citizen.get("/desk/counter").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_citizens_own_session_goes_on() {
    let house = House::with_city().await;
    let mut citizen = house.reader();
    citizen.signs_in(CITIZEN).await;
    let cookie = citizen.cookie(COOKIE).unwrap().to_owned();
    let mut reader = clerk(&house).await;
    starts(&mut reader).await;
    reader.post(app::paths::door::DESK_COUNTER_END, &[]).await;
    let answer = citizen.get("/cases").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(!answer.text().contains("counter-band"));
    assert_eq!(citizen.cookie(COOKIE), Some(cookie.as_str()));
}

#[tokio::test]
async fn another_departments_case_of_the_citizen_is_not_there() {
    let house = House::with_city().await;
    let accounts = house.portal.accounts();
    let id = accounts
        .sign_in(CITIZEN, PASSWORD, SignInDoor::Citizen)
        .await
        .unwrap();
    let Actor::Citizen(lin) = accounts.actor(&id).await.unwrap() else {
        panic!("Lin is a citizen");
    };
    let item = ItemCode::new(OTHERS);
    let cases = house.portal.cases();
    let case = cases.start(&lin, &item, Channel::Web).await.unwrap();
    let mut reader = clerk(&house).await;
    for page in ["", "/review", "/steps/person"] {
        let answer = reader.get(&format!("/cases/{case}{page}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
    }
}

#[tokio::test]
async fn nothing_of_a_person_stands_in_an_address() {
    let house = House::with_city().await;
    let mut reader = house.reader();
    reader.signs_in_at_the_desk(OFFICER).await;
    let fields = [("name", "林亦若"), LIN[1], LIN[2], LIN[3]];
    let answer = reader
        .post(app::paths::door::DESK_COUNTER_BEGIN, &fields)
        .await;
    assert_eq!(answer.location(), "/desk/counter?again=1");
    let page = reader.get(answer.location()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("林亦若"), "nothing typed is lost");
}
