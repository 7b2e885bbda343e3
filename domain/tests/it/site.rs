//! Reports about the portal itself.

use chrono::NaiveDate;
use domain::site::{
    MAX_ANSWER_CHARS, MAX_CONTACT_CHARS, MAX_PAGE_CHARS, MAX_WHAT_CHARS, ReportKind, ReportProblem,
    check_answer, check_report, report_number,
};

const KIND: Option<ReportKind> = Some(ReportKind::Wording);

#[test]
fn only_the_kind_and_what_is_wrong_are_needed() {
    assert_eq!(check_report(KIND, "", "错字", ""), []);
    assert_eq!(
        check_report(None, "", "  \n", ""),
        [ReportProblem::KindMissing, ReportProblem::WhatMissing]
    );
}

#[test]
fn what_fits_exactly_is_taken_and_one_more_is_not() {
    let of = |most: usize| "字".repeat(most);
    let full = |more: usize| {
        check_report(
            KIND,
            &of(MAX_PAGE_CHARS + more),
            &of(MAX_WHAT_CHARS + more),
            &of(MAX_CONTACT_CHARS + more),
        )
    };
    assert_eq!(full(0), []);
    assert_eq!(
        full(1),
        [
            ReportProblem::PageTooLong,
            ReportProblem::WhatTooLong,
            ReportProblem::ContactTooLong,
        ]
    );
    assert_eq!(check_answer(&of(MAX_ANSWER_CHARS)), Ok(()));
    assert_eq!(
        check_answer(&of(MAX_ANSWER_CHARS + 1)),
        Err(ReportProblem::AnswerTooLong)
    );
    assert_eq!(check_answer(" "), Err(ReportProblem::AnswerMissing));
}

#[test]
fn names_are_read_back() {
    for kind in ReportKind::ALL {
        assert_eq!(ReportKind::parse(kind.key()), Some(kind));
    }
    assert_eq!(ReportKind::parse(""), None);
}

#[test]
fn a_number_names_its_day() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
    assert_eq!(report_number(day, 7), "ZC20261102-0007");
    assert_eq!(report_number(day, 12_345), "ZC20261102-12345");
}
