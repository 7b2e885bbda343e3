//! Public pages come from memory and are never old; personal ones are kept nowhere.

use std::time::{Duration, Instant};

use http::header::{CACHE_CONTROL, CONTENT_ENCODING, ETAG, SET_COOKIE, VARY};
use http::{Method, StatusCode};
use portal::publication;
use tokio::sync::watch;

use crate::support::{Answer, CITIZEN, House};

fn is_public(answer: &Answer) -> bool {
    answer.header(CACHE_CONTROL) == "public, max-age=0, must-revalidate"
}

fn is_personal(answer: &Answer) -> bool {
    answer.header(CACHE_CONTROL) == "private, no-store" && !answer.headers.contains_key(ETAG)
}

#[tokio::test]
async fn a_reader_who_has_the_page_gets_only_that_news() {
    let house = House::new().await.with_odd_pages();
    let mut reader = house.reader();
    let first = reader.get("/fine/a").await;
    assert!(is_public(&first));
    assert_eq!(
        first.header(VARY),
        "Accept-Language, Cookie, Accept-Encoding"
    );
    assert!(
        !first.headers.contains_key(SET_COOKIE),
        "reading leaves no trace"
    );
    let tag = first.header(ETAG).to_owned();
    let again = reader
        .ask(
            Method::GET,
            "/fine/a",
            &[("if-none-match", &tag)],
            "".into(),
        )
        .await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.body.is_empty());
    assert_eq!(again.header(ETAG), tag);
    assert_eq!(reader.get("/fine/b").await.status, StatusCode::OK);
    assert_ne!(reader.get("/fine/b").await.header(ETAG), tag);
}

#[tokio::test]
async fn the_page_travels_packed_where_that_is_understood() {
    let house = House::new().await.with_odd_pages();
    let plain = house.reader().get("/fine/a").await;
    let packed = house
        .reader()
        .with("accept-encoding", "gzip, br")
        .get("/fine/a")
        .await;
    assert_eq!(packed.header(CONTENT_ENCODING), "br");
    assert_ne!(packed.header(ETAG), plain.header(ETAG));
    assert!(packed.body.len() < plain.body.len() / 2);
    let gzipped = house
        .reader()
        .with("accept-encoding", "gzip")
        .get("/fine/a")
        .await;
    assert_eq!(gzipped.header(CONTENT_ENCODING), "gzip");
}

#[tokio::test]
async fn a_head_request_gets_the_same_headers_and_no_page() {
    let house = House::new().await.with_odd_pages();
    let page = house.reader().get("/fine/a").await;
    let head = house
        .reader()
        .ask(Method::HEAD, "/fine/a", &[], "".into())
        .await;
    assert_eq!(head.status, StatusCode::OK);
    assert_eq!(head.header(ETAG), page.header(ETAG));
    assert!(head.body.is_empty());
}

#[tokio::test]
async fn a_language_is_chosen_once_and_kept() {
    let house = House::new().await.with_odd_pages();
    let mut reader = house.reader();
    assert!(reader.get("/fine/a").await.is_page_in("zh-Hans"));
    let chosen = reader.get("/fine/a?lang=en").await;
    assert!(chosen.is_page_in("en"));
    assert!(
        chosen.text().contains("a at /fine/a en"),
        "the choice is no part of the address of the page"
    );
    let cookie = chosen.header(SET_COOKIE);
    assert!(
        cookie.starts_with("lang=en; Path=/; Max-Age=31536000;") && cookie.ends_with("; Secure"),
        "{cookie}"
    );
    let next = reader.get("/fine/a").await;
    assert!(next.is_page_in("en"));
    assert_eq!(
        next.header(ETAG),
        chosen.header(ETAG),
        "one page, whatever chose its language"
    );
    assert!(!next.headers.contains_key(SET_COOKIE));
}

#[tokio::test]
async fn the_kiosk_has_pages_of_its_own() {
    let house = House::new().await.with_odd_pages();
    let web = house.reader().get("/fine/a").await;
    let kiosk = house.reader().get("/kiosk/fine/a").await;
    assert_eq!(kiosk.status, StatusCode::OK);
    assert!(kiosk.text().contains("a at /fine/a zh-Hans"));
    assert_ne!(web.body, kiosk.body);
    let led = house.reader().get("/kiosk/elsewhere").await;
    assert_eq!(led.location(), "/kiosk/fine/there");
}

#[tokio::test]
async fn a_session_without_an_account_still_reads_public_pages() {
    let house = House::new().await.with_odd_pages();
    let mut reader = house.reader();
    let visitor = reader.get("/visitor").await;
    assert!(is_personal(&visitor));
    assert!(reader.cookie("__Host-tongban").is_some());
    let page = reader.get("/fine/a").await;
    assert!(is_public(&page));
    assert_eq!(page.body, house.reader().get("/fine/a").await.body);
}

#[tokio::test]
async fn a_public_page_for_somebody_signed_in_is_personal() {
    let house = House::with_city().await;
    let mut reader = house.reader();
    reader.signs_in(CITIZEN).await;
    for address in ["/", "/items", "/cases"] {
        let page = reader.get(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(is_personal(&page), "{address}: {:?}", page.headers);
    }
}

#[tokio::test]
async fn refusals_and_redirects_are_kept_nowhere() {
    let house = House::new().await.with_odd_pages();
    for address in ["/nowhere", "/gone", "/broken", "/elsewhere", "/citizen/a"] {
        let answer = house.reader().get(address).await;
        assert!(is_personal(&answer), "{address}: {:?}", answer.headers);
    }
}

#[tokio::test]
async fn a_publication_is_seen_within_a_second() {
    let house = House::with_city().await;
    let (stop, stopped) = watch::channel(false);
    let watching = tokio::spawn(publication::watch(house.portal.clone(), stopped));
    let home = house.portal.catalogue().home().await.unwrap();
    let item = home.online.first().unwrap().code.clone();
    let view = house.portal.catalogue().item(&item).await.unwrap().unwrap();
    let mut definition = view.definition.unwrap().as_ref().clone();
    let address = app::paths::item(&item);
    let mut reader = house.reader();
    let before = reader.get(&address).await;
    assert_eq!(before.status, StatusCode::OK);

    definition.guide.summary = domain::Text::both("新的说明", "A new summary");
    house
        .portal
        .catalogue()
        .publish(&item, &definition)
        .await
        .unwrap();
    let published = Instant::now();
    while !reader.get(&address).await.text().contains("新的说明") {
        assert!(
            published.elapsed() < Duration::from_secs(1),
            "the page is old for too long"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_ne!(reader.get(&address).await.header(ETAG), before.header(ETAG));
    stop.send(true).unwrap();
    watching.await.unwrap();
}
