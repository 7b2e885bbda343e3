//! The editor of services by HTTP: files that come in, and working copies that are given up.

use app::paths::{self, door};
use http::StatusCode;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

use crate::support::{Answer, House, OFFICER, Reader};
use crate::uploads::{form, post};

/// Hands a file in to be looked into, and follows to the page that shows what it would change.
async fn looks_into(officer: &mut Reader, name: &str, file: &[u8]) -> Answer {
    let body = form(&[(":go", "look")], "json", name, file);
    let sent = post(officer, door::SERVICE_IMPORT, body).await;
    officer.get(sent.location()).await
}

#[tokio::test]
async fn a_list_comes_back_as_a_workbook_or_as_text() {
    let house = House::with_city().await;
    let mut officer = house.reader();
    officer.signs_in_at_the_desk(OFFICER).await;
    let book = officer.get("/desk/services/export/services.xlsx").await;
    assert_eq!(book.status, StatusCode::OK);
    assert!(book.header(CONTENT_TYPE).ends_with("spreadsheetml.sheet"));
    assert!(book.header(CONTENT_DISPOSITION).contains("services.xlsx"));
    let same = looks_into(&mut officer, "list.xlsx", &book.body).await;
    assert_eq!(same.status, StatusCode::OK);
    assert!(same.text().contains("没有变化") && !same.text().contains("value=\"take\""));

    let broken = looks_into(&mut officer, "list.xlsx", b"PK\x03\x04 nothing").await;
    assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(broken.text().contains("打不开"));
    let large = looks_into(&mut officer, "list.csv", &[b'x'; 600 * 1024]).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(large.text().contains("文件太大"));
    let nameless = "code,name_zh,item_type\nNEW-1,新的事项,20\nNEW-2,,20\n";
    let nameless = looks_into(&mut officer, "list.csv", nameless.as_bytes()).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.text().contains("第 3 行"), "{}", nameless.text());

    let list = "code,name_zh,item_type\nNEW-1,新的事项,20\n";
    let seen = looks_into(&mut officer, "list.csv", list.as_bytes()).await;
    assert!(seen.text().contains("新的事项") && seen.text().contains("value=\"take\""));
    let before = officer.get(&paths::desk_services()).await;
    assert!(
        !before.text().contains("新的事项"),
        "nothing has changed yet"
    );
    let body = form(&[(":go", "take")], "other", "", b"");
    let taken = post(&mut officer, door::SERVICE_IMPORT, body).await;
    assert_eq!(taken.location(), paths::desk_services());
    let after = officer.get(&paths::desk_services()).await;
    assert!(after.text().contains("新的事项"));
    is_given_up(&mut officer, &after).await;
}

/// Gives up the only working copy of the list.
async fn is_given_up(officer: &mut Reader, list: &Answer) {
    let (_, rest) = list.text().split_once("/desk/services/drafts/").unwrap();
    let id = rest.split('"').next().unwrap();
    let asked = officer.get(&paths::desk_draft_discard(id)).await;
    assert_eq!(asked.status, StatusCode::OK);
    let fields = [("draft", id), ("revision", "1"), ("action", "discard")];
    let done = officer.post(door::SERVICE_ACT, &fields).await;
    let page = officer.get(done.location()).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("已放弃"));
    let again = officer.get(&paths::desk_draft_discard(id)).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "it is over");
}
