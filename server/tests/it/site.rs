//! The pages that every government site has, and what readers report.

use http::StatusCode;
use http::header::RETRY_AFTER;
use portal::texts;

use crate::support::{House, OFFICER};

const ADMINISTRATOR: &str = "administrator@desk.example.com";

const REPORT: [(&str, &str); 4] = [
    ("kind", "wording"),
    ("page", "https://portal.example/items"),
    ("what", "A letter is missing."),
    ("contact", "reader@example.org"),
];

#[tokio::test]
async fn the_mandatory_pages_are_there_in_every_language_and_in_every_foot() {
    let house = House::with_city().await;
    for (accepted, language) in [("zh", "zh-Hans"), ("en", "en")] {
        let mut reader = house.reader().with("accept-language", accepted);
        let home = reader.get("/").await;
        for address in [
            "/about/privacy",
            "/about/accessibility",
            "/about/terms",
            "/about/contact",
            "/about/sitemap",
            "/report",
        ] {
            assert!(
                home.text().contains(&format!("href=\"{address}\"")),
                "{address}"
            );
            let page = reader.get(address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert!(page.is_page_in(language), "{address}");
            for mark in ["SiteName", "SiteDomain", "SiteIDCode"] {
                assert!(
                    page.text().contains(&format!("name=\"{mark}\"")),
                    "{address}"
                );
            }
            assert!(page.text().contains("9901000001"), "{address}");
        }
    }
}

#[tokio::test]
async fn a_guide_carries_data_and_one_address() {
    let house = House::with_city().await;
    let home = house.portal.catalogue().home().await.unwrap();
    let address = app::paths::item(&home.online.first().unwrap().code);
    let page = house.reader().get(&format!("{address}?utm_source=x")).await;
    for part in [
        "<script type=\"application/ld+json\">",
        "GovernmentService",
        "BreadcrumbList",
        "name=\"PubDate\"",
        &format!("rel=\"canonical\" href=\"https://portal.example{address}?lang=zh-Hans\""),
    ] {
        assert!(page.text().contains(part), "no {part}");
    }
}

#[tokio::test]
async fn a_report_is_taken_and_its_number_stands_in_no_address() {
    let house = House::new().await;
    let mut reader = house.reader();
    assert_eq!(reader.get("/report/received").await.location(), "/report");
    let sent = reader.post("/do/report", &REPORT).await;
    assert_eq!(sent.location(), "/report/received");
    for _reload in 0..2 {
        let page = reader.get("/report/received").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("-0001"), "{}", page.text());
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_when_something_is_missing() {
    let house = House::new().await;
    let mut reader = house.reader();
    let typed = [("what", ""), ("contact", "reader@example.org")];
    let sent = reader.post("/do/report", &typed).await;
    assert_eq!(sent.location(), "/report?again=1");
    let page = reader.get(sent.location()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("value=\"reader@example.org\""));
    for problem in ["report-problem-kind-missing", "report-problem-what-missing"] {
        let text = texts::text(domain::Locale::ZhHans, problem);
        assert!(page.text().contains(text), "{problem}");
    }
    let fresh = reader.get("/report").await;
    assert!(!fresh.text().contains("reader@example.org"));
}

#[tokio::test]
async fn who_reports_too_often_has_to_wait_with_a_session_too() {
    let house = House::new().await;
    let mut reader = house.reader();
    for _ in 0..10 {
        let sent = reader.post("/do/report", &REPORT).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
    }
    let refused = reader.post("/do/report", &REPORT).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let seconds: u64 = refused.header(RETRY_AFTER).parse().unwrap();
    assert!((1..=12).contains(&seconds), "{seconds}");
    assert!(refused.is_page_in("zh-Hans"));
}

#[tokio::test]
async fn an_administrator_answers_and_to_other_officers_there_is_nothing() {
    let house = House::with_city().await;
    house.reader().post("/do/report", &REPORT).await;
    let mut handler = house.reader();
    handler.signs_in_at_the_desk(OFFICER).await;
    let page = handler.get("/desk/site-reports").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let desk = handler.get("/desk").await;
    assert!(!desk.text().contains("/desk/site-reports"));

    let mut administrator = house.reader();
    administrator.signs_in_at_the_desk(ADMINISTRATOR).await;
    let desk = administrator.get("/desk").await;
    assert!(desk.text().contains("href=\"/desk/site-reports\""));
    let page = administrator.get("/desk/site-reports").await;
    assert!(page.text().contains("A letter is missing."));
    let (_, after) = page.text().split_once("name=\"report\" value=\"").unwrap();
    let (id, _) = after.split_once('"').unwrap();
    let id = id.to_owned();

    let empty = [("report", id.as_str()), ("answer", "")];
    let sent = administrator.post("/do/answer-report", &empty).await;
    assert_eq!(sent.location(), "/desk/site-reports?again=1");
    let again = administrator.get(sent.location()).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = [("report", id.as_str()), ("answer", "Mended.")];
    let refused = handler.post("/do/answer-report", &answer).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let sent = administrator.post("/do/answer-report", &answer).await;
    assert_eq!(sent.location(), "/desk/site-reports");
    let open = administrator.get(sent.location()).await;
    assert!(!open.text().contains("A letter is missing."));
    let answered = administrator.get("/desk/site-reports?tab=answered").await;
    assert!(answered.text().contains("Mended."));
}
