//! The calendar of working days.

use std::fs;

use chrono::NaiveDate;
use portal::catalogue::ImportReport;

use super::shared;
use crate::support::both;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

both!(the_real_tables_are_imported_once, async |portal| {
    let Some(dir) = shared("holiday-cn") else {
        return;
    };
    let catalogue = portal.catalogue();
    let first = catalogue.import_holidays(&dir).await.unwrap();
    assert_eq!(
        (first.changed, first.unchanged, first.refused.len()),
        (0, 0, 0)
    );
    assert!(first.new >= 20, "{first:?}");
    let calendar = catalogue.calendar().await.unwrap();
    assert!(calendar.knows(2026));
    for (from, number, to) in [
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-09-24", 5, "2026-10-09"),
        ("2025-09-26", 20, "2025-10-30"),
        ("2024-12-31", 1, "2025-01-02"),
        ("2024-02-09", 1, "2024-02-18"),
    ] {
        let due = calendar.add_working_days(day(from), number);
        assert_eq!(
            (due.date, due.provisional),
            (day(to), false),
            "{from} + {number}"
        );
    }
    let version = portal.publication().current();
    let second = catalogue.import_holidays(&dir).await.unwrap();
    assert_eq!(
        second,
        ImportReport {
            unchanged: first.new,
            ..ImportReport::default()
        }
    );
    assert_eq!(portal.publication().current(), version);
});

both!(an_unannounced_year_stays_unknown, async |portal| {
    let dir = tempfile::tempdir().unwrap();
    let put = |year: &str, text: &str| fs::write(dir.path().join(year), text).unwrap();
    put("2027.json", r#"{"year": 2027, "papers": [], "days": []}"#);
    put("README.md", "no table");
    let catalogue = portal.catalogue();
    let report = catalogue.import_holidays(dir.path()).await.unwrap();
    assert_eq!(report, ImportReport::default());
    assert!(!catalogue.calendar().await.unwrap().knows(2027));

    put(
        "2027.json",
        r#"{"year": 2027, "papers": ["one"], "days": [
        {"name": "元旦", "date": "2026-12-31", "isOffDay": true},
        {"name": "元旦", "date": "2027-01-02", "isOffDay": false}]}"#,
    );
    let report = catalogue.import_holidays(dir.path()).await.unwrap();
    assert_eq!(report.new, 1);
    let calendar = catalogue.calendar().await.unwrap();
    assert!(calendar.knows(2027) && !calendar.is_working_day(day("2026-12-31")));
    assert!(calendar.is_working_day(day("2027-01-02")));

    // A corrected notice replaces the year, also what it no longer names.
    put(
        "2027.json",
        r#"{"year": 2027, "papers": ["two"], "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}"#,
    );
    let report = catalogue.import_holidays(dir.path()).await.unwrap();
    assert_eq!(report.changed, 1);
    let calendar = catalogue.calendar().await.unwrap();
    assert!(calendar.is_working_day(day("2026-12-31")));
    assert!(
        !calendar.is_working_day(day("2027-01-02")),
        "a Saturday again"
    );
});

both!(the_later_notice_decides_on_a_day_of_both, async |portal| {
    let dir = tempfile::tempdir().unwrap();
    let put = |year: &str, text: &str| fs::write(dir.path().join(year), text).unwrap();
    put(
        "2026.json",
        r#"{"year": 2026, "days": [
        {"name": "甲", "date": "2026-12-31", "isOffDay": true},
        {"name": "乙", "date": "2026-10-01", "isOffDay": true}]}"#,
    );
    put(
        "2027.json",
        r#"{"year": 2027, "days": [
        {"name": "丙", "date": "2026-12-31", "isOffDay": false}]}"#,
    );
    let catalogue = portal.catalogue();
    assert_eq!(catalogue.import_holidays(dir.path()).await.unwrap().new, 2);
    assert!(
        catalogue
            .calendar()
            .await
            .unwrap()
            .is_working_day(day("2026-12-31"))
    );
    let again = catalogue.import_holidays(dir.path()).await.unwrap();
    assert_eq!(
        again,
        ImportReport {
            unchanged: 2,
            ..ImportReport::default()
        }
    );
});

both!(a_broken_table_is_refused_whole, async |portal| {
    let dir = tempfile::tempdir().unwrap();
    let put = |year: &str, text: &str| fs::write(dir.path().join(year), text).unwrap();
    put("2024.json", "{\"year\": 2024,\n \"days\": [}");
    put("2025.json", r#"{"year": 2024, "days": []}"#);
    put(
        "2026.json",
        r#"{"year": 2026, "days": [
        {"name": "元旦", "date": "2026-01-01", "isOffDay": true},
        {"name": "？", "date": "2020-05-01", "isOffDay": true}]}"#,
    );
    put(
        "2027.json",
        r#"{"year": 2027, "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}"#,
    );
    let catalogue = portal.catalogue();
    let report = catalogue.import_holidays(dir.path()).await.unwrap();
    let refused: Vec<_> = report
        .refused
        .iter()
        .map(|one| (one.line, &one.reason[..9]))
        .collect();
    assert_eq!(
        refused,
        [(2, "2024.json"), (0, "2025.json"), (0, "2026.json")]
    );
    assert_eq!(report.new, 1);
    let calendar = catalogue.calendar().await.unwrap();
    assert!(!calendar.knows(2026) && calendar.knows(2027));
    let nowhere = catalogue
        .import_holidays(&dir.path().join("nowhere"))
        .await
        .unwrap();
    assert_eq!((nowhere.refused.len(), nowhere.refused[0].line), (1, 0));
});
