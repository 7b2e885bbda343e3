//! Administrative divisions.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use entities::division;
use portal::catalogue::ImportReport;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::shared;
use crate::support::both;

/// Longest time that the real import may take in a debug build.
const LIMIT: Duration = Duration::from_secs(60);

both!(the_real_divisions_are_imported_once, async |portal| {
    let Some(dir) = shared("divisions") else {
        return;
    };
    let started = Instant::now();
    let first = portal.catalogue().import_divisions(&dir).await.unwrap();
    assert!(started.elapsed() < LIMIT, "{:?}", started.elapsed());
    assert_eq!(
        first,
        ImportReport {
            new: 44_699,
            ..ImportReport::default()
        }
    );
    let db = portal.db().read();
    assert_eq!(division::Entity::find().count(db).await.unwrap(), 44_699);
    let find = async |code: &str| {
        division::Entity::find_by_id(code)
            .one(db)
            .await
            .unwrap()
            .unwrap()
    };
    let street = find("110101001000").await;
    assert_eq!((street.name.as_str(), street.level), ("东华门街道", 4));
    assert_eq!(street.parent.as_deref(), Some("110101000000"));
    // A city without counties: one row, with its townships directly below it.
    assert_eq!(find("441900000000").await.level, 2);
    assert_eq!(
        find("441900003000").await.parent.as_deref(),
        Some("441900000000")
    );
    assert_eq!(find("110000000000").await.parent, None);
    let second = portal.catalogue().import_divisions(&dir).await.unwrap();
    assert_eq!(
        second,
        ImportReport {
            unchanged: 44_699,
            ..ImportReport::default()
        }
    );
});

fn put(dir: &Path, streets: &[u8]) {
    fs::write(dir.join("provinces.csv"), "code,name\n99,\"试省\"\n").unwrap();
    fs::write(
        dir.join("cities.csv"),
        "code,name,provinceCode\n9901,\"试市\",99\n",
    )
    .unwrap();
    fs::write(
        dir.join("areas.csv"),
        "code,name,cityCode\n990101,\"试区\",9901\n",
    )
    .unwrap();
    fs::write(dir.join("streets.csv"), streets).unwrap();
}

both!(a_bad_row_is_refused_alone, async |portal| {
    let dir = tempfile::tempdir().unwrap();
    let mut streets = b"code,name,areaCode\n".to_vec();
    streets.extend_from_slice("990101001,好街道,990101\n".as_bytes()); // 2
    streets.extend_from_slice(b"990101002,\xbd\xd6,990101\n"); // 3: GBK
    streets.extend_from_slice("9901010,短,990101\n".as_bytes()); // 4
    streets.extend_from_slice("990101003,,990101\n".as_bytes()); // 5
    streets.extend_from_slice("990101004,无上级,990199\n".as_bytes()); // 6
    streets.extend_from_slice("990101001,同码,990101\n".as_bytes()); // 7
    streets.extend_from_slice("990101005\n".as_bytes()); // 8
    streets.extend_from_slice("990101006,又好,990101\n".as_bytes()); // 9
    put(dir.path(), &streets);
    let report = portal
        .catalogue()
        .import_divisions(dir.path())
        .await
        .unwrap();
    let refused: Vec<_> = report.refused.iter().map(|one| one.line).collect();
    assert_eq!(refused, [3, 4, 5, 6, 7, 8], "{:?}", report.refused);
    assert_eq!(report.new, 5);

    put(
        dir.path(),
        "code,name,areaCode\n990101001,改名街道,990101\n".as_bytes(),
    );
    let report = portal
        .catalogue()
        .import_divisions(dir.path())
        .await
        .unwrap();
    let expected = ImportReport {
        changed: 1,
        unchanged: 3,
        ..ImportReport::default()
    };
    assert_eq!(report, expected);
});

both!(a_missing_file_is_said, async |portal| {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("provinces.csv"), "code,name\n99,试省\n").unwrap();
    fs::write(dir.path().join("cities.csv"), "code\n9901\n").unwrap();
    let report = portal
        .catalogue()
        .import_divisions(dir.path())
        .await
        .unwrap();
    assert_eq!(report.new, 1);
    let reasons: Vec<_> = report
        .refused
        .iter()
        .map(|one| one.reason.as_str())
        .collect();
    assert_eq!(reasons.len(), 3, "{reasons:?}");
    assert_eq!(reasons[0], "cities.csv: a column is missing");
    assert!(reasons[1].starts_with("areas.csv: it cannot be read"));
});
