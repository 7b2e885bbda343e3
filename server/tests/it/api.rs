//! The interface for other programs.

use http::header::{CACHE_CONTROL, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{Method, StatusCode};
use portal::integration::Scope;
use serde_json::Value;

use crate::support::{Answer, House, Reader};

/// 居民身份证补领, of the police.
const IDENTITY_CARD: &str = "11990100990100026J3000709110003";

async fn client(house: &House, name: &str, scopes: &[Scope]) -> Reader {
    let client = house
        .portal
        .integration()
        .add_client(name, scopes, 30)
        .await
        .unwrap();
    house
        .reader()
        .with("authorization", format!("Bearer {}", client.token))
}

fn json(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap()
}

fn is_problem(answer: &Answer, status: u16) -> bool {
    answer.status == status
        && answer.header(CONTENT_TYPE) == "application/problem+json"
        && json(answer)["status"] == status
}

#[tokio::test]
async fn items_are_listed_narrowed_down_and_shown() {
    let house = House::with_city().await;
    let mut client = client(&house, "a neighbour", &[Scope::CatalogueRead]).await;
    let list = client.get("/api/v1/items").await;
    assert_eq!(list.status, StatusCode::OK);
    assert_eq!(list.header(CACHE_CONTROL), "no-store");
    let list = json(&list);
    assert!(list["total"].as_u64().unwrap() >= 5);
    assert_eq!(list["page"], 1);
    let first = &list["items"][0];
    assert_eq!(first["online"], true);
    let code = first["code"].as_str().unwrap();
    let one = json(&client.get(&format!("/api/v1/items/{code}")).await);
    assert_eq!(one["name"], first["name"]);
    assert!(one["guide"]["version"].as_u64().unwrap() >= 1);
    assert!(one["guide"]["promised"]["unit"].is_string());
    let department = first["department"].as_str().unwrap();
    let narrowed = json(
        &client
            .get(&format!(
                "/api/v1/items?department={department}&q=%E7%A4%BE"
            ))
            .await,
    );
    assert!(
        narrowed["items"]
            .as_array()
            .unwrap()
            .iter()
            .all(|item| item["department"] == department)
    );
}

#[tokio::test]
async fn a_call_without_a_valid_token_is_refused() {
    let house = House::with_city().await;
    for header in [
        None,
        Some("Bearer "),
        Some("Bearer made-up"),
        Some("Basic YTpi"),
        Some("tb_x"),
    ] {
        let mut reader = house.reader();
        if let Some(header) = header {
            reader = reader.with("authorization", header);
        }
        for address in ["/api/v1/items", "/api/v1/items/none", "/api/v1/cases/none"] {
            let answer = reader.get(address).await;
            assert!(
                is_problem(&answer, 401),
                "{header:?} {address}: {}",
                answer.text()
            );
            assert_eq!(answer.header(WWW_AUTHENTICATE), "Bearer");
        }
    }
}

#[tokio::test]
async fn a_token_opens_only_what_it_was_given_for() {
    let house = House::with_city().await;
    let mut catalogue = client(&house, "one", &[Scope::CatalogueRead]).await;
    let mut cases = client(&house, "other", &[Scope::CasesRead]).await;
    assert!(is_problem(&catalogue.get("/api/v1/cases/none").await, 403));
    assert!(is_problem(&cases.get("/api/v1/items").await, 403));
    assert!(is_problem(&cases.get("/api/v1/cases/none").await, 404));
    assert!(is_problem(&catalogue.get("/api/v1/items/none").await, 404));
}

#[tokio::test]
async fn what_is_asked_wrongly_is_said_so() {
    let house = House::with_city().await;
    let mut client = client(&house, "a neighbour", &[Scope::CatalogueRead]).await;
    for query in [
        "topic=none",
        "audience=77",
        "audience=x",
        "page=-1",
        "unknown=1",
        "codes=hunan",
        "codes=platform&audience=5",
    ] {
        let answer = client.get(&format!("/api/v1/items?{query}")).await;
        assert!(is_problem(&answer, 400), "{query}: {}", answer.text());
    }
    let odd = format!("/api/v1/items/{IDENTITY_CARD}?codes=hunan");
    assert!(is_problem(&client.get(&odd).await, 400));
    assert!(is_problem(&client.get("/api/v2/items").await, 404));
    assert!(is_problem(
        &client
            .ask(Method::DELETE, "/api/v1/items", &[], "".into())
            .await,
        405
    ));
}

#[tokio::test]
async fn numbers_are_those_of_the_party_that_is_asked_for() {
    let house = House::with_city().await;
    let mut client = client(&house, "a platform", &[Scope::CatalogueRead]).await;
    let one = async |client: &mut Reader, query: &str| {
        let address = format!("/api/v1/items/{IDENTITY_CARD}{query}");
        json(&client.get(&address).await)
    };
    let standard = one(&mut client, "").await;
    assert_eq!(one(&mut client, "?codes=standard").await, standard);
    let platform = one(&mut client, "?codes=platform").await;
    assert_eq!(
        standard["audiences"], platform["audiences"],
        "persons are 1 in both"
    );
    let level = &platform["guide"]["authority_codes"]["level"];
    assert!(level.is_u64() || level.is_null());
    // 5 is 行政机关 in the standard, and 非法人企业 on platforms, which we do not tell apart.
    let found = client.get("/api/v1/items?audience=5").await;
    assert_eq!(found.status, StatusCode::OK);
    let same = json(&client.get("/api/v1/items?codes=platform&audience=6").await);
    assert_eq!(json(&found)["total"], same["total"]);
}

#[tokio::test]
async fn the_schema_of_service_files_is_public_and_may_be_kept() {
    let house = House::new().await;
    let answer = house.reader().get("/api/v1/schemas/service.json").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header(CONTENT_TYPE), "application/schema+json");
    assert_eq!(answer.header(CACHE_CONTROL), "public, max-age=86400");
    let schema = json(&answer);
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    assert_all_references_lead_somewhere(&schema, &schema);
}

#[tokio::test]
async fn the_description_tells_the_whole_interface() {
    let house = House::new().await;
    let answer = house.reader().get("/api/openapi.json").await;
    let description = json(&answer);
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"));
    let paths: Vec<_> = description["paths"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    assert_eq!(
        paths,
        [
            "/api/v1/cases/{number}",
            "/api/v1/items",
            "/api/v1/items/{code}"
        ]
    );
    assert_eq!(
        description["components"]["securitySchemes"]["bearer"]["scheme"],
        "bearer"
    );
    for (path, calls) in description["paths"].as_object().unwrap() {
        let call = &calls["get"];
        assert_eq!(
            call["security"][0]["bearer"],
            Value::Array(vec![]),
            "{path}"
        );
        for status in ["200", "401", "403"] {
            assert!(call["responses"][status].is_object(), "{path} {status}");
        }
    }
    assert_all_references_lead_somewhere(&description, &description);
}

fn assert_all_references_lead_somewhere(value: &Value, whole: &Value) {
    match value {
        Value::Object(fields) => {
            if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                let pointer = reference.strip_prefix('#').unwrap();
                assert!(
                    whole.pointer(pointer).is_some(),
                    "{reference} leads nowhere"
                );
            }
            fields
                .values()
                .for_each(|value| assert_all_references_lead_somewhere(value, whole));
        }
        Value::Array(values) => values
            .iter()
            .for_each(|value| assert_all_references_lead_somewhere(value, whole)),
        _ => {}
    }
}

#[tokio::test]
async fn the_documentation_comes_from_our_own_files() {
    let house = House::new().await;
    let mut reader = house.reader();
    let page = reader.get("/api/docs/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        !page.text().contains("http://") && !page.text().contains("https://"),
        "{}",
        page.text()
    );
    for file in [
        "swagger-ui.css",
        "swagger-ui-bundle.js",
        "swagger-initializer.js",
    ] {
        assert_eq!(
            reader.get(&format!("/api/docs/{file}")).await.status,
            StatusCode::OK,
            "{file}"
        );
    }
    assert!(
        reader
            .get("/api/docs/swagger-initializer.js")
            .await
            .text()
            .contains("/api/openapi.json")
    );
}
