//! What programs look for at fixed addresses.

use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use serde_json::Value;

use crate::support::{BASE_URL, House};

#[tokio::test]
async fn robots_are_led_to_the_sitemap_and_away_from_what_is_personal() {
    let house = House::new().await;
    let answer = house.reader().get("/robots.txt").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header(CONTENT_TYPE), "text/plain; charset=utf-8");
    let text = answer.text();
    assert!(text.contains(&format!("\nSitemap: {BASE_URL}/sitemap.xml\n")));
    for closed in ["/cases", "/desk", "/do/", "/sign-in"] {
        assert!(text.contains(&format!("\nDisallow: {closed}\n")), "{text}");
    }
    for open in ["/items", "/about", "/report\n"] {
        assert!(!text.contains(&format!("Disallow: {open}")), "{text}");
    }
}

#[tokio::test]
async fn the_sitemap_names_every_public_page_in_every_language() {
    let house = House::with_city().await;
    let answer = house.reader().get("/sitemap.xml").await;
    assert_eq!(
        answer.header(CONTENT_TYPE),
        "application/xml; charset=utf-8"
    );
    assert_eq!(answer.header(CACHE_CONTROL), "public, max-age=3600");
    let text = answer.text();
    let changes = house.portal.catalogue().changes().await.unwrap();
    let items = changes.iter().map(|(code, _)| app::paths::item(code));
    let pages = ["/", "/items", "/about/privacy", "/about/sitemap", "/verify"];
    for path in items.chain(pages.map(str::to_owned)) {
        for locale in domain::Locale::ALL {
            let address = app::paths::in_language(&path, locale.tag());
            let part = format!("<loc>{BASE_URL}{address}</loc><lastmod>20");
            assert!(text.contains(&part), "no {part}");
        }
    }
    for personal in ["/cases", "/desk", "/kiosk", "/sign-in"] {
        assert!(
            !text.contains(&format!("{BASE_URL}{personal}")),
            "{personal}"
        );
    }
    let none = house.reader().get("/sitemap/1.xml").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert!(none.is_page_in("zh-Hans"));
}

#[tokio::test]
async fn the_sitemap_is_that_of_the_publication() {
    let house = House::with_city().await;
    let mut reader = house.reader();
    let before = reader.get("/sitemap.xml").await;
    assert_eq!(reader.get("/sitemap.xml").await.body, before.body);
    let home = house.portal.catalogue().home().await.unwrap();
    let code = home.online.first().unwrap().code.clone();
    let item = house.portal.catalogue().item(&code).await.unwrap().unwrap();
    let mut definition = item.definition.unwrap().as_ref().clone();
    definition.guide.summary = domain::Text::both("新的说明", "Another summary");
    // A second, so that the instant of the change can be told apart.
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    let catalogue = house.portal.catalogue();
    catalogue.publish(&code, &definition).await.unwrap();
    assert_ne!(reader.get("/sitemap.xml").await.body, before.body);
}

#[tokio::test]
async fn the_browser_learns_the_search_and_the_name_in_the_readers_language() {
    let house = House::new().await;
    for (accepted, tag, name) in [("zh", "zh-Hans", "通办"), ("en", "en", "Tongban")] {
        let mut reader = house.reader().with("accept-language", accepted);
        let search = reader.get("/opensearch.xml").await;
        assert_eq!(
            search.header(CONTENT_TYPE),
            "application/opensearchdescription+xml"
        );
        assert!(search.header(VARY).contains("Accept-Language"));
        for part in [
            format!("<ShortName>{name}</ShortName>"),
            format!("<Language>{tag}</Language>"),
            format!("template=\"{BASE_URL}/items?q={{searchTerms}}\""),
        ] {
            assert!(search.text().contains(&part), "no {part}");
        }
        let manifest = reader.get("/manifest.webmanifest").await;
        assert_eq!(manifest.header(CONTENT_TYPE), "application/manifest+json");
        let read: Value = serde_json::from_str(manifest.text()).unwrap();
        assert_eq!(read["lang"], tag);
        assert_eq!(read["short_name"], name);
        assert_eq!(read["start_url"], "/");
        assert_eq!(read["icons"][0]["src"], "/favicon.svg");
        let page = reader.get("/about/contact").await;
        assert!(page.text().contains("rel=\"manifest\""));
        assert!(page.text().contains("rel=\"search\""));
    }
}

#[tokio::test]
async fn a_security_hole_has_an_address_and_a_date() {
    let settings = [("TONGBAN__CITY__SITE_MAIL", "site@portal.example")];
    let house = House::with(&settings).await;
    let answer = house.reader().get("/.well-known/security.txt").await;
    assert_eq!(answer.header(CONTENT_TYPE), "text/plain; charset=utf-8");
    let text = answer.text();
    assert!(text.contains("Contact: mailto:site@portal.example\n"));
    assert!(text.contains(&format!("Contact: {BASE_URL}/report\n")));
    let expires = text.lines().find_map(|line| line.strip_prefix("Expires: "));
    let expires: chrono::DateTime<chrono::Utc> = expires.unwrap().parse().unwrap();
    let days = (expires - house.portal.now()).num_days();
    assert!((100..365).contains(&days), "{days}");
}
