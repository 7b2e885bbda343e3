//! Time limits in every unit.

use domain::calendar::{DueDate, LimitUnit, TimeLimit};

use crate::support::{calendar, date};

#[test]
fn a_limit_ends_on_its_last_day() {
    let cases = [
        (5, LimitUnit::WorkingDays, "2026-02-13", "2026-02-27"),
        (0, LimitUnit::WorkingDays, "2026-02-15", "2026-02-15"),
        (10, LimitUnit::NaturalDays, "2026-02-13", "2026-02-23"),
        (60, LimitUnit::NaturalDays, "2023-12-31", "2024-02-29"),
        (0, LimitUnit::Hours, "2026-02-13", "2026-02-13"),
        (1, LimitUnit::Hours, "2026-02-13", "2026-02-14"),
        (24, LimitUnit::Hours, "2026-02-13", "2026-02-14"),
        (25, LimitUnit::Hours, "2026-02-13", "2026-02-15"),
        // The month without such a day ends the limit on its last.
        (1, LimitUnit::Months, "2026-01-31", "2026-02-28"),
        (1, LimitUnit::Months, "2024-01-31", "2024-02-29"),
        (1, LimitUnit::Months, "2026-02-28", "2026-03-28"),
        (3, LimitUnit::Months, "2025-11-30", "2026-02-28"),
        (12, LimitUnit::Months, "2024-02-29", "2025-02-28"),
        (6, LimitUnit::Months, "2026-08-31", "2027-02-28"),
        (1, LimitUnit::Years, "2024-02-29", "2025-02-28"),
        (4, LimitUnit::Years, "2024-02-29", "2028-02-29"),
        (20, LimitUnit::Years, "2026-11-21", "2046-11-21"),
    ];
    for (number, unit, start, end) in cases {
        let due = TimeLimit { number, unit }.due(date(start), &calendar());
        let expected = DueDate {
            date: date(end),
            provisional: false,
        };
        assert_eq!(due, expected, "{start} + {number} {unit:?}");
    }
}

#[test]
fn only_working_days_can_be_provisional() {
    let start = date("2026-12-31");
    for unit in LimitUnit::ALL {
        let due = TimeLimit { number: 1, unit }.due(start, &calendar());
        assert_eq!(due.provisional, unit == LimitUnit::WorkingDays, "{unit:?}");
    }
}

#[test]
fn absurd_limits_end_at_the_end_of_time() {
    for unit in LimitUnit::ALL {
        let due = TimeLimit {
            number: u32::MAX,
            unit,
        }
        .due(date("2026-01-01"), &calendar());
        assert!(due.date > date("2100-01-01"), "{unit:?}");
    }
}

#[test]
fn limits_are_plain_json() {
    let json = r#"{"number":20,"unit":"working_days"}"#;
    let limit: TimeLimit = serde_json::from_str(json).unwrap();
    assert_eq!(limit, TimeLimit::working_days(20));
    assert_eq!(serde_json::to_string(&limit).unwrap(), json);
    assert_eq!(TimeLimit::natural_days(3).unit, LimitUnit::NaturalDays);
}

#[test]
fn a_limit_in_doubt_may_outlast_another() {
    use LimitUnit::{Hours, Months, NaturalDays, WorkingDays, Years};
    let cases = [
        // One unit: the numbers decide.
        (7, WorkingDays, 7, WorkingDays, false),
        (8, WorkingDays, 7, WorkingDays, true),
        (60, NaturalDays, 60, NaturalDays, false),
        (2, Months, 1, Months, true),
        // Working days have weekends among them.
        (7, WorkingDays, 7, NaturalDays, true),
        (3, WorkingDays, 3, NaturalDays, true),
        (5, WorkingDays, 7, NaturalDays, false),
        (6, WorkingDays, 9, NaturalDays, true),
        (6, WorkingDays, 10, NaturalDays, false),
        (15, WorkingDays, 60, NaturalDays, false),
        // Natural days only count on as many as there are working days.
        (10, NaturalDays, 20, WorkingDays, false),
        (7, NaturalDays, 7, WorkingDays, false),
        (8, NaturalDays, 7, WorkingDays, true),
        (0, WorkingDays, 0, NaturalDays, false),
        (24, Hours, 1, NaturalDays, false),
        (25, Hours, 1, NaturalDays, true),
        (28, NaturalDays, 1, Months, false),
        (29, NaturalDays, 1, Months, true),
        (1, Months, 31, NaturalDays, false),
        (1, Months, 30, NaturalDays, true),
        (12, Months, 1, Years, true),
        (11, Months, 1, Years, false),
        (1, Years, 366, NaturalDays, false),
    ];
    for (number, unit, other, other_unit, expected) in cases {
        let limit = TimeLimit { number, unit };
        let law = TimeLimit {
            number: other,
            unit: other_unit,
        };
        assert_eq!(limit.may_outlast(law), expected, "{limit:?} and {law:?}");
    }
}
