//! Working days, against published notices and a naive count.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use domain::calendar::{Calendar, DayKind, DueDate, MAX_WORKING_DAYS, civil_date, civil_time};
use proptest::prelude::*;
use serde::Deserialize;

use crate::support::{NOTICES, beijing, calendar, date, works};

/// Start, working days, end; day 0 does not count.
const VECTORS: [(&str, u32, &str); 11] = [
    ("2026-02-13", 1, "2026-02-14"),
    ("2026-02-13", 5, "2026-02-27"),
    ("2026-02-14", 1, "2026-02-24"),
    ("2026-09-18", 1, "2026-09-20"),
    ("2026-09-24", 5, "2026-10-09"),
    ("2026-04-30", 5, "2026-05-11"),
    ("2025-09-26", 20, "2025-10-30"),
    ("2025-01-24", 5, "2025-02-07"),
    ("2024-12-31", 1, "2025-01-02"),
    ("2024-02-08", 1, "2024-02-09"),
    ("2024-02-09", 1, "2024-02-18"),
];

/// Working days of each month.
const MONTHS: [(i32, [i64; 12]); 3] = [
    (2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]),
    (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
    (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
];

fn check_vectors(calendar: &Calendar) {
    for (from, number, to) in VECTORS {
        let due = calendar.add_working_days(date(from), number);
        assert_eq!(
            due,
            DueDate {
                date: date(to),
                provisional: false
            },
            "{from} + {number}"
        );
        let counted = calendar.working_days_between(date(from), date(to));
        assert_eq!(counted, i64::from(number), "{from} to {to}");
        assert_eq!(
            calendar.working_days_between(date(to), date(from)),
            -i64::from(number)
        );
    }
}

fn check_months(calendar: &Calendar) {
    for (year, months) in MONTHS {
        for (month, expected) in (1..).zip(months) {
            let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
            let before = first.pred_opt().unwrap();
            let last = first
                .checked_add_months(chrono::Months::new(1))
                .unwrap()
                .pred_opt()
                .unwrap();
            assert_eq!(
                calendar.working_days_between(before, last),
                expected,
                "{year}-{month}"
            );
        }
    }
}

#[test]
fn counts_as_the_notices_of_2024_to_2026_say() {
    check_vectors(&calendar());
    check_months(&calendar());
}

#[test]
fn weekends_can_be_worked_and_weekdays_off() {
    let calendar = calendar();
    for (day, expected) in [
        ("2026-02-14", true),
        ("2026-09-20", true),
        ("2026-10-01", false),
        ("2026-11-20", true),
        ("2026-11-21", false),
        ("2026-11-22", false),
        ("2024-02-09", true),
    ] {
        assert_eq!(calendar.is_working_day(date(day)), expected, "{day}");
    }
}

#[test]
fn a_count_through_an_unknown_year_is_provisional() {
    let calendar = calendar();
    let cases = [
        ("2026-12-25", 1, "2026-12-28", false),
        // A notice for 2027 can still reach the last days of December.
        ("2026-12-28", 1, "2026-12-29", true),
        ("2026-12-30", 2, "2027-01-01", true),
        ("2027-03-01", 1, "2027-03-02", true),
        // Nothing counted, nothing to change.
        ("2027-03-01", 0, "2027-03-01", false),
        ("2025-12-26", 4, "2026-01-04", false),
        ("2023-12-29", 1, "2024-01-02", true),
    ];
    for (from, number, to, provisional) in cases {
        let expected = DueDate {
            date: date(to),
            provisional,
        };
        assert_eq!(
            calendar.add_working_days(date(from), number),
            expected,
            "{from} + {number}"
        );
    }
    assert!(calendar.knows(2026) && !calendar.knows(2027));
}

#[test]
fn without_notices_weekdays_count_and_all_is_provisional() {
    let due = Calendar::default().add_working_days(date("2026-02-13"), 5);
    assert_eq!(
        due,
        DueDate {
            date: date("2026-02-20"),
            provisional: true
        }
    );
}

#[test]
fn counting_ends_somewhere() {
    let calendar = Calendar::default();
    let most = calendar.add_working_days(date("2026-01-01"), MAX_WORKING_DAYS);
    assert_eq!(
        calendar.add_working_days(date("2026-01-01"), u32::MAX),
        most
    );
    assert_eq!(
        calendar.add_working_days(NaiveDate::MAX, 5).date,
        NaiveDate::MAX
    );
    assert!(calendar.working_days_between(NaiveDate::MIN, NaiveDate::MAX) > 0);
}

#[test]
fn the_day_begins_at_midnight_in_beijing() {
    let cases = [
        ("2026-11-21 00:00", "2026-11-21"),
        ("2026-11-21 07:59", "2026-11-21"),
        ("2026-11-21 23:59", "2026-11-21"),
        ("2026-01-01 00:00", "2026-01-01"),
    ];
    for (instant, day) in cases {
        assert_eq!(civil_date(beijing(instant)), date(day), "{instant}");
        assert_eq!(
            civil_time(beijing(instant))
                .format("%Y-%m-%d %H:%M")
                .to_string(),
            instant
        );
    }
    assert_eq!(civil_date(chrono::DateTime::UNIX_EPOCH), date("1970-01-01"));
    let last = chrono::DateTime::<chrono::Utc>::MAX_UTC;
    assert_eq!(civil_date(last), last.date_naive());
}

proptest! {
    #[test]
    fn counting_on_agrees_with_a_naive_count(offset in 0u64..1000, number in 0u32..60) {
        let from = date("2023-11-01") + Days::new(offset);
        let mut left = number;
        let mut day = from;
        while left > 0 {
            day = day.succ_opt().unwrap();
            left -= u32::from(works(day));
        }
        prop_assert_eq!(calendar().add_working_days(from, number).date, day);
    }

    #[test]
    fn counting_between_agrees_with_a_naive_count(offset in 0u64..1100, length in 0u64..400) {
        let from = date("2023-11-01") + Days::new(offset);
        let to = from + Days::new(length);
        let naive = from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| works(*day));
        let naive = i64::try_from(naive.count()).unwrap();
        prop_assert_eq!(calendar().working_days_between(from, to), naive);
        prop_assert_eq!(calendar().working_days_between(to, from), -naive);
    }

    #[test]
    fn weekdays_are_counted_across_any_era(from in -1_000_000i32..1_000_000, length in 0i64..30) {
        let from = NaiveDate::from_num_days_from_ce_opt(from).unwrap();
        let to = from + chrono::TimeDelta::days(length);
        let plain = Calendar::default();
        let naive = from.iter_days().skip(1).take_while(|day| *day <= to);
        let naive = naive.filter(|day| plain.is_working_day(*day)).count();
        prop_assert_eq!(plain.working_days_between(from, to), i64::try_from(naive).unwrap());
    }
}

#[derive(Deserialize)]
struct Notice {
    year: i32,
    days: Vec<NoticeDay>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NoticeDay {
    date: NaiveDate,
    is_off_day: bool,
}

/// The collected notices, all years that have one; `None`, said aloud, where the data is not at hand.
fn collected_notices() -> Option<Vec<Notice>> {
    let folder: PathBuf =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/holiday-cn");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!(
            "SKIPPED: the holiday notices are not in {}",
            folder.display()
        );
        return None;
    };
    let paths = files.map(|file| file.unwrap().path());
    let mut notices: Vec<Notice> = paths
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
        .filter(|notice: &Notice| !notice.days.is_empty())
        .collect();
    notices.sort_by_key(|notice| notice.year);
    Some(notices)
}

fn collected(notices: &[Notice]) -> Calendar {
    let kind = |day: &NoticeDay| {
        if day.is_off_day {
            DayKind::Off
        } else {
            DayKind::Work
        }
    };
    let days = notices
        .iter()
        .flat_map(|notice| &notice.days)
        .map(|day| (day.date, kind(day)));
    Calendar::new(days, notices.iter().map(|notice| notice.year))
}

#[test]
fn counts_with_the_collected_notices() {
    let Some(notices) = collected_notices() else {
        return;
    };
    let collected = collected(&notices);
    check_vectors(&collected);
    check_months(&collected);
    let (first, last) = (date("2024-01-01"), date("2026-12-31"));
    for day in first.iter_days().take_while(|day| *day <= last) {
        assert_eq!(collected.is_working_day(day), works(day), "{day}");
    }
    assert!(NOTICES.iter().all(|(year, ..)| collected.knows(*year)));
}

#[test]
fn notices_reach_back_into_december_no_further_than_assumed() {
    let Some(notices) = collected_notices() else {
        return;
    };
    // The first notice of a run has nothing before it; the others must leave settled days alone.
    for pair in 1..notices.len() {
        let (before, after) = (collected(&notices[..pair]), collected(&notices[..=pair]));
        let first = NaiveDate::from_ymd_opt(notices[pair].year - 1, 1, 1).unwrap();
        for day in first.iter_days().take(366) {
            let eve = day.pred_opt().unwrap();
            let settled = !before.add_working_days(eve, 1).provisional;
            let same = before.is_working_day(day) == after.is_working_day(day);
            assert!(same || !settled, "{day} was settled and yet changed");
        }
    }
}
