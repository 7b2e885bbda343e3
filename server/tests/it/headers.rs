//! Every kind of answer carries the headers that protect the reader.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::Method;
use http::header::{CONTENT_SECURITY_POLICY, STRICT_TRANSPORT_SECURITY};
use sha2::{Digest as _, Sha256};

use crate::support::{BASE_URL, House};

#[tokio::test]
async fn every_kind_of_answer_is_protected() {
    let house = House::new().await.with_odd_pages();
    let mut reader = house.reader();
    for address in [
        "/fine/a",
        "/fine/a?unknown=1",
        "/citizen/a",
        "/broken",
        "/panics",
        "/gone",
        "/elsewhere",
        "/visitor",
        "/nowhere",
        "/assets/none.css",
        "/robots.txt",
        "/sitemap.xml",
        "/opensearch.xml",
        "/manifest.webmanifest",
        "/.well-known/security.txt",
        "/about/privacy",
        "/report",
        "/api/v1/items",
        "/api/none",
        "/api/openapi.json",
        "/api/v1/schemas/service.json",
        "/api/docs/",
        "/do/sign-in",
        "/cases/a/materials/b",
    ] {
        let answer = reader.get(address).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(answer.header(name), value, "{name} of {address}");
        }
        let policy = answer.header(CONTENT_SECURITY_POLICY);
        assert!(
            policy.starts_with("default-src 'none'; "),
            "{address}: {policy}"
        );
        let beside_wasm = policy.replace("'wasm-unsafe-eval'", "");
        assert!(!beside_wasm.contains("unsafe"), "{address}: {policy}");
        assert!(
            answer.headers.contains_key(STRICT_TRANSPORT_SECURITY),
            "{address}"
        );
        assert!(
            answer.headers.contains_key("permissions-policy"),
            "{address}"
        );
        assert_eq!(
            answer.headers.get_all("x-request-id").iter().count(),
            1,
            "{address}"
        );
    }
    let refused = reader
        .ask(Method::POST, "/do/sign-in", &[], "".into())
        .await;
    assert_eq!(refused.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn the_inline_script_of_a_page_is_the_one_that_the_policy_allows() {
    let house = House::new().await.with_odd_pages();
    let answer = house.reader().get("/fine/a").await;
    let (_, rest) = answer
        .text()
        .split_once("<script type=\"module\">")
        .unwrap();
    let (script, _) = rest.split_once("</script>").unwrap();
    let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)));
    let policy = answer.header(CONTENT_SECURITY_POLICY);
    assert!(policy.contains(&hash), "{hash} is not in {policy}");
    assert_eq!(answer.text().matches("<script").count(), 1);
    assert!(!answer.text().contains(" style=\"") && !answer.text().contains("<style"));
}

#[tokio::test]
async fn without_tls_nobody_is_told_to_come_by_it() {
    let settings = [
        ("TONGBAN__CITY__BASE_URL", "http://127.0.0.1:3000"),
        ("TONGBAN__DEVELOPMENT", "true"),
    ];
    let house = House::with(&settings).await.with_odd_pages();
    let answer = house.reader().get("/fine/a").await;
    assert!(!answer.headers.contains_key(STRICT_TRANSPORT_SECURITY));
    assert!(
        BASE_URL.starts_with("https://"),
        "the other tests are about TLS"
    );
}
