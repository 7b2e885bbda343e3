//! What goes wrong is told on a page, in the reader's language, with the right status.

use axum::body::Body;
use http::header::{ALLOW, RETRY_AFTER};
use http::{Method, StatusCode};

use crate::support::{BASE_URL, House};

const FORM: [(&str, &str); 2] = [
    ("sec-fetch-site", "same-origin"),
    ("content-type", "application/x-www-form-urlencoded"),
];

#[tokio::test]
async fn refusals_are_pages_in_both_languages() {
    let settings = [("TONGBAN__HTTP__REQUEST_TIMEOUT_SECONDS", "1")];
    let house = House::with(&settings).await.with_odd_pages();
    for (accepted, language) in [("zh", "zh-Hans"), ("en", "en")] {
        let mut reader = house.reader().with("accept-language", accepted);
        for (address, status) in [
            ("/nowhere", 404),
            ("/gone", 404),
            ("/assets/none.css", 404),
            ("/do/sign-in", 405),
            ("/broken", 500),
            ("/panics", 500),
            ("/never", 503),
        ] {
            let answer = reader.get(address).await;
            assert_eq!(answer.status, status, "{address}");
            assert!(answer.is_page_in(language), "{address}: {}", answer.text());
            assert!(
                !answer.text().contains("failure-"),
                "{address}: a text is missing"
            );
            let wait = if status == 503 { "60" } else { "" };
            assert_eq!(answer.header(RETRY_AFTER), wait, "{address}");
            assert!(answer.text().contains("tel:12345"), "{address}");
        }
    }
}

#[tokio::test]
async fn what_is_not_found_can_be_searched_and_reported() {
    let house = House::new().await.with_odd_pages();
    let answer = house.reader().get("/gone").await;
    for part in ["id=\"not-found-search\"", "href=\"/report?page=/gone\""] {
        assert!(answer.text().contains(part), "no {part}");
    }
}

#[tokio::test]
async fn a_failure_has_a_reference_that_leads_to_the_log() {
    let house = House::new().await.with_odd_pages();
    for address in ["/broken", "/panics"] {
        let answer = house.reader().get(address).await;
        let reference = answer.header("x-request-id").to_owned();
        assert!(answer.text().contains(&reference), "{address}");
        assert!(!answer.text().contains("the test wants it so"), "{address}");
    }
}

#[tokio::test]
async fn a_method_that_is_not_allowed_names_those_that_are() {
    let house = House::new().await.with_odd_pages();
    let answer = house
        .reader()
        .ask(Method::PUT, "/fine/a", &FORM, Body::empty())
        .await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header(ALLOW), "GET,HEAD");
    assert!(answer.is_page_in("zh-Hans"));
}

#[tokio::test]
async fn a_form_that_is_too_large_is_told_so() {
    let house = House::new().await;
    for (accepted, language) in [("zh", "zh-Hans"), ("en", "en")] {
        let mut reader = house.reader().with("accept-language", accepted);
        let body = Body::from(format!("login={}", "x".repeat(300 * 1024)));
        let answer = reader.ask(Method::POST, "/do/sign-in", &FORM, body).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(answer.is_page_in(language), "{}", answer.text());
    }
}

#[tokio::test]
async fn a_form_without_its_fields_is_refused_without_repeating_them() {
    let house = House::new().await;
    let mut reader = house
        .reader()
        .with("accept", "text/html")
        .with("referer", format!("{BASE_URL}/sign-in"));
    let answer = reader
        .ask(
            Method::POST,
            "/do/sign-in",
            &FORM,
            Body::from("secret=4711"),
        )
        .await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.is_page_in("zh-Hans"));
    assert_eq!(
        answer.location(),
        "",
        "nothing of the error gets into an address"
    );
    assert!(!answer.text().contains("4711"));
}

#[tokio::test]
async fn a_file_form_that_is_none_is_refused() {
    let house = House::new().await;
    let answer = house
        .reader()
        .ask(Method::POST, "/do/save-step", &FORM, Body::from("case=1"))
        .await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.is_page_in("zh-Hans"));
}

#[tokio::test]
async fn who_tries_too_often_has_to_wait() {
    let house = House::new().await;
    let mut reader = house.reader();
    let fields = [("login", "nobody@example.com"), ("password", "a guess")];
    for _ in 0..10 {
        let answer = reader.post("/do/sign-in", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    for (accepted, language) in [("zh", "zh-Hans"), ("en", "en")] {
        let mut reader = house.reader().with("accept-language", accepted);
        let answer = reader.post("/do/sign-in", &fields).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        let seconds: u64 = answer.header(RETRY_AFTER).parse().unwrap();
        assert!((1..=10).contains(&seconds), "{seconds}");
        assert!(answer.is_page_in(language));
    }
}
