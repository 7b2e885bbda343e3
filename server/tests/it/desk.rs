//! What officers post at the desk.

use app::paths::{self, door};
use http::StatusCode;

use crate::documents::{citizen, submitted};
use crate::support::House;
use crate::uploads::{form, post};

/// An officer of the department that decides the case.
const INSURER: &str = "medical.handler@desk.example.com";

#[tokio::test]
async fn a_revision_that_is_none_is_told_and_a_stale_one_too() {
    let house = House::with_city().await;
    let who = citizen(&house).await;
    let case = submitted(&house, &who).await;
    let mut officer = house.reader();
    officer.signs_in_at_the_desk(INSURER).await;
    for (revision, status, text) in [
        ("x", StatusCode::UNPROCESSABLE_ENTITY, "提交的内容不完整"),
        ("", StatusCode::UNPROCESSABLE_ENTITY, "提交的内容不完整"),
        ("99", StatusCode::CONFLICT, "这件办件有了变化"),
    ] {
        let fields = [
            ("case", case.as_str()),
            ("action", "accept"),
            ("revision", revision),
        ];
        let sent = post(&mut officer, door::DESK_ACT, form(&fields, "none", "", b"")).await;
        let place = sent.location().to_owned();
        assert!(place.starts_with(&paths::desk_case(&case)), "{place}");
        let page = officer.get(&place).await;
        assert_eq!(page.status, status, "{revision}");
        assert!(page.text().contains(text), "{revision}: {}", page.text());
    }
    let fields = [("case", "none"), ("action", "accept"), ("revision", "1")];
    let sent = post(&mut officer, door::DESK_ACT, form(&fields, "none", "", b"")).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
}
