//! Forms are taken from our own pages only.

use http::{Method, StatusCode};

use crate::support::{BASE_URL, House};

/// Headers that a request comes with, and whether it is let in.
type Case = (&'static [(&'static str, &'static str)], bool);

const CASES: [Case; 11] = [
    (&[("sec-fetch-site", "same-origin")], true),
    (&[("sec-fetch-site", "none")], true),
    (
        &[("sec-fetch-site", "same-origin"), ("origin", BASE_URL)],
        true,
    ),
    (&[("origin", BASE_URL)], true),
    (&[("host", "inner.host:3000"), ("origin", BASE_URL)], true),
    (&[("sec-fetch-site", "same-site")], false),
    (&[("sec-fetch-site", "cross-site")], false),
    (
        &[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://evil.example"),
        ],
        false,
    ),
    (&[("origin", "https://evil.example")], false),
    (&[("origin", "null")], false),
    (&[], false),
];

#[tokio::test]
async fn a_form_says_where_it_comes_from() {
    let house = House::new().await;
    let mut reader = house.reader();
    for (headers, let_in) in CASES {
        let answer = reader
            .ask(Method::POST, "/do/nothing", headers, "".into())
            .await;
        if let_in {
            assert_eq!(
                answer.status,
                StatusCode::NOT_FOUND,
                "{headers:?} passes, and finds no such door"
            );
        } else {
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
            assert!(answer.is_page_in("zh-Hans"), "{headers:?}");
        }
    }
}

#[tokio::test]
async fn every_unsafe_method_is_guarded_and_no_safe_one() {
    let house = House::new().await;
    let mut reader = house.reader();
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        let headers = [("sec-fetch-site", "cross-site")];
        let answer = reader.ask(method.clone(), "/", &headers, "".into()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{method}");
    }
    for method in [Method::GET, Method::HEAD] {
        let headers = [("sec-fetch-site", "cross-site")];
        let answer = reader.ask(method.clone(), "/", &headers, "".into()).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{method}: links from other sites are welcome"
        );
    }
}

#[tokio::test]
async fn the_interface_has_tokens_instead() {
    let house = House::new().await;
    let answer = house
        .reader()
        .ask(Method::POST, "/api/v1/items", &[], "".into())
        .await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    let answer = house
        .reader()
        .ask(Method::POST, "/apistle", &[], "".into())
        .await;
    assert_eq!(
        answer.status,
        StatusCode::FORBIDDEN,
        "only what stands below /api/"
    );
}
