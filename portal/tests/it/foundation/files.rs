//! The store of files.

use std::fs;

use crate::support::TestPortal;

#[tokio::test]
async fn a_file_comes_back_and_is_sealed_on_disk() {
    let portal = TestPortal::new().await;
    let content = b"%PDF-1.7 a household register".as_slice();
    portal.files().put("cases/1/2", content).await.unwrap();
    assert_eq!(
        portal.files().get("cases/1/2").await.unwrap().unwrap(),
        content
    );
    let on_disk = fs::read(portal.settings().data_dir.join("files/cases/1/2")).unwrap();
    assert!(!on_disk.windows(8).any(|window| content.starts_with(window)));
}

#[tokio::test]
async fn a_missing_file_is_none_and_deleting_it_is_no_mistake() {
    let portal = TestPortal::new().await;
    assert_eq!(portal.files().get("nothing").await.unwrap(), None);
    portal.files().put("something", b"x").await.unwrap();
    portal.files().delete("something").await.unwrap();
    portal.files().delete("something").await.unwrap();
    assert_eq!(portal.files().get("something").await.unwrap(), None);
}

#[tokio::test]
async fn a_file_in_the_place_of_another_does_not_open() {
    let portal = TestPortal::new().await;
    portal.files().put("mine", b"x").await.unwrap();
    let folder = portal.settings().data_dir.join("files");
    fs::copy(folder.join("mine"), folder.join("yours")).unwrap();
    portal.files().get("yours").await.unwrap_err();
}

#[tokio::test]
async fn a_key_cannot_climb_out_of_the_store() {
    let portal = TestPortal::new().await;
    for key in [
        "../outside",
        "a/../../outside",
        "/etc/../../outside",
        "a//b",
    ] {
        portal.files().put(key, b"x").await.unwrap_err();
    }
}
