//! The clock of a case: special procedures, the extension, and a calendar that arrives.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use domain::calendar::{Calendar, DueDate, LimitUnit, TimeLimit};
use domain::cases::{
    Case, CaseState, Delivery, Event, Ground, Outcome, Party, ProcedureKind, Refusal, ResultCode,
    Role, Verdict,
};
use domain::{AccountId, CaseId, DepartmentCode, ItemCode};
use proptest::prelude::*;

use crate::case_samples::{number, party, whole_flow};
use crate::support::{NOTICES, beijing, calendar, date, noticed_days};

/// A case of the flow that has everything, and how it goes on.
struct Walk {
    case: Case,
    calendar: Calendar,
}

impl Walk {
    fn begin() -> Self {
        let case = Case::draft(
            CaseId::new("case"),
            ItemCode::new("item"),
            1,
            DepartmentCode::new("police"),
            AccountId::new("applicant"),
        );
        Self {
            case,
            calendar: calendar(),
        }
    }

    fn attempt(&self, instant: &str, by: &Party, event: Event) -> Result<Case, Refusal> {
        let case = self.case.clone();
        case.apply(event, by, &whole_flow(), beijing(instant), &self.calendar)
    }

    fn then(mut self, instant: &str, by: char, event: Event) -> Self {
        let tried = self.attempt(instant, &party(by), event);
        self.case = tried.unwrap_or_else(|refusal| panic!("{instant}: {refusal}"));
        self
    }

    /// Submitted with a licence that expires then, looked at and accepted on the day.
    fn accepted(expiry: Option<&str>, day: &str) -> Self {
        let expiry = expiry.map(date);
        let submit = Event::Submit {
            number: number(),
            expiry,
        };
        Self::begin()
            .then(&format!("{day} 09:00"), 'A', submit)
            .then(&format!("{day} 10:00"), 'H', Event::PassPrecheck)
            .then(&format!("{day} 11:00"), 'H', Event::Accept)
    }

    fn dues(&self) -> (String, String) {
        let clock = self.case.clock.as_ref().unwrap();
        let text = |due: DueDate| due.date.to_string();
        (text(clock.promised_due), text(clock.statutory_due))
    }
}

fn dates(promised: &str, statutory: &str) -> (String, String) {
    (promised.to_owned(), statutory.to_owned())
}

fn suspend(kind: ProcedureKind, number: u32, unit: LimitUnit) -> Event {
    Event::Suspend {
        kind,
        length: TimeLimit { number, unit },
        reason: "需要听证".to_owned(),
    }
}

fn hearing(days: u32) -> Event {
    suspend(ProcedureKind::Hearing, days, LimitUnit::WorkingDays)
}

fn resume() -> Event {
    Event::Resume {
        opinion: String::new(),
    }
}

fn conclude(step: &str, verdict: Verdict, opinion: &str) -> Event {
    Event::Conclude {
        step: step.to_owned(),
        verdict,
        opinion: opinion.to_owned(),
    }
}

#[test]
fn a_special_procedure_over_spring_festival_does_not_count() {
    // Promised 10 and by law 20 working days.
    let walk = Walk::accepted(None, "2026-02-05");
    assert_eq!(walk.dues(), dates("2026-02-26", "2026-03-11"));
    // Two working days (6 and 9 February) are used up. Then a hearing of 5 working days as stated: the 10th
    // to the 14th, a Saturday that is a working day.
    let walk = walk.then("2026-02-09 09:00", 'H', hearing(5));
    let CaseState::Suspended { until, .. } = walk.case.state else {
        panic!("{:?}", walk.case.state);
    };
    assert_eq!(until.date, date("2026-02-14"));
    assert_eq!(walk.dues(), dates("2026-03-04", "2026-03-18"));
    // It is over on the 11th: only the 10th and the 11th do not count.
    let walk = walk.then("2026-02-11 16:00", 'H', resume());
    assert_eq!(walk.dues(), dates("2026-02-28", "2026-03-13"));
    // A second one of 30 natural days, in natural days.
    let testing = suspend(ProcedureKind::Testing, 30, LimitUnit::NaturalDays);
    let walk = walk.then("2026-02-12 09:00", 'H', testing);
    assert_eq!(walk.case.next_due().unwrap().date, date("2026-03-14"));
    // Nobody says when it is over: the clock goes on by itself after the time that was stated.
    for early in ["2026-02-13 09:00", "2026-03-14 23:59"] {
        let tried = walk.attempt(early, &Party::System, resume());
        assert_eq!(tried, Err(Refusal::NotYetDue), "{early}");
    }
    let walk = walk.then("2026-03-16 00:01", 'S', resume());
    let pauses = &walk.case.clock.as_ref().unwrap().pauses;
    assert_eq!(pauses[1].ended, Some(date("2026-03-14")));
    // Used up until then: 6, 9 and 12 February. Seven are left of ten, from Monday the 16th on.
    assert_eq!(walk.dues(), dates("2026-03-24", "2026-04-08"));
}

#[test]
fn only_the_procedures_of_the_flow_and_no_longer_ones_suspend() {
    let walk = Walk::accepted(None, "2026-03-02");
    for event in [
        suspend(ProcedureKind::Quarantine, 1, LimitUnit::WorkingDays),
        hearing(0),
        hearing(21),
        suspend(ProcedureKind::Hearing, 1, LimitUnit::Months),
        suspend(ProcedureKind::Testing, 31, LimitUnit::NaturalDays),
    ] {
        let tried = walk.attempt("2026-03-03 09:00", &party('H'), event.clone());
        assert_eq!(tried, Err(Refusal::NoSuchProcedure), "{event:?}");
    }
    assert!(
        walk.attempt("2026-03-03 09:00", &party('H'), hearing(20))
            .is_ok()
    );
}

#[test]
fn the_limits_are_extended_once_by_a_reviewer_while_they_run() {
    let extend = || Event::Extend {
        reason: "案情复杂".to_owned(),
    };
    let walk = Walk::accepted(None, "2026-03-02");
    assert_eq!(walk.dues(), dates("2026-03-16", "2026-03-30"));
    let late = walk.attempt("2026-03-31 00:00", &party('R'), extend());
    assert_eq!(late, Err(Refusal::TooLate));
    let by_handler = walk.attempt("2026-03-10 09:00", &party('H'), extend());
    assert_eq!(by_handler, Err(Refusal::WrongRole));
    let walk = walk.then("2026-03-30 23:59", 'R', extend());
    // Qingming, 4 to 6 April, lies in between.
    assert_eq!(walk.dues(), dates("2026-03-30", "2026-04-14"));
    let again = walk.attempt("2026-04-01 09:00", &party('R'), extend());
    assert!(matches!(again, Err(Refusal::NotInThisState { .. })));
}

#[test]
fn the_review_goes_stage_by_stage_and_asks_another_department() {
    let agree = |step| conclude(step, Verdict::Agree, "");
    let walk = Walk::accepted(None, "2026-03-02");
    let now = "2026-03-03 09:00";
    // The second stage waits for the first, and a step belongs to its department.
    for (by, step) in [
        ('H', "second"),
        ('H', "ask"),
        ('h', "look"),
        ('R', "nothing"),
    ] {
        let tried = walk.attempt(now, &party(by), agree(step));
        assert_eq!(tried, Err(Refusal::StepNotOpen), "{by} {step}");
    }
    let objected = walk.attempt(now, &party('h'), conclude("ask", Verdict::Object, " "));
    assert_eq!(objected, Err(Refusal::ReasonMissing));
    let walk = walk
        .then(now, 'h', conclude("ask", Verdict::Object, "影响通行"))
        .then(now, 'H', agree("look"));
    let twice = walk.attempt(now, &party('r'), agree("ask"));
    assert_eq!(twice, Err(Refusal::StepNotOpen));
    let propose = |opinion: &str| Event::Propose {
        outcome: Outcome::Approve,
        opinion: opinion.to_owned(),
    };
    let early = walk.attempt(now, &party('H'), propose("同意"));
    assert!(matches!(early, Err(Refusal::NotInThisState { .. })));
    let rule = Event::ConcludeByRule {
        step: "rule".to_owned(),
    };
    let walk = walk.then(now, 'S', rule);
    // Two officers look, not one twice.
    let same = walk.attempt(now, &party('H'), agree("second"));
    assert_eq!(same, Err(Refusal::SameOfficer));
    let walk = walk.then(now, 'R', agree("second"));
    // Against an objection one approves with reasons only.
    let silent = walk.attempt(now, &party('H'), propose(""));
    assert_eq!(silent, Err(Refusal::ReasonMissing));
    let walk = walk.then(now, 'H', propose("已与交通部门协商一致"));
    let back = Event::SendBack {
        opinion: "再核实".to_owned(),
    };
    // What was concluded stays concluded on the way back.
    let walk = walk.then(now, 'R', back).then(now, 'H', propose("已核实"));
    let decide = Event::Decide {
        outcome: Outcome::Approve,
        opinion: "同意".to_owned(),
    };
    let walk = walk.then("2026-03-04 09:00", 'R', decide);
    let how = Delivery::Post;
    let walk = walk.then("2026-03-05 09:00", 'H', Event::Deliver { how });
    assert_eq!(walk.case.state.result(), Some(ResultCode::Granted));
}

#[test]
fn the_first_look_sends_back_once_and_delays_nothing() {
    let submit = Event::Submit {
        number: number(),
        expiry: None,
    };
    let returned = || Event::ReturnPrecheck {
        asked: domain::cases::Demands::in_words("请写明用途"),
    };
    let walk = Walk::begin().then("2026-03-02 09:00", 'A', submit);
    let CaseState::Prechecking {
        due,
        acceptance_due,
        ..
    } = walk.case.state
    else {
        panic!("{:?}", walk.case.state);
    };
    assert_eq!(
        (due.date, acceptance_due.date),
        (date("2026-03-03"), date("2026-03-09"))
    );
    // An office that neither looks nor answers has accepted.
    let silent = walk.attempt("2026-03-10 00:00", &Party::System, Event::DeemAccepted);
    assert_eq!(
        silent.unwrap().clock.unwrap().accepted_on,
        date("2026-03-02")
    );
    // The time to accept runs from the submission and not from the end of the look.
    let passed = walk.attempt("2026-03-05 09:00", &party('H'), Event::PassPrecheck);
    assert_eq!(passed.unwrap().next_due().unwrap().date, date("2026-03-09"));
    let walk = walk.then("2026-03-03 09:00", 'H', returned()).then(
        "2026-03-04 09:00",
        'A',
        Event::Resubmit,
    );
    let again = walk.attempt("2026-03-04 10:00", &party('H'), returned());
    assert!(matches!(again, Err(Refusal::NotInThisState { .. })));
    assert_eq!(
        walk.case.state.acceptance_due().unwrap().date,
        date("2026-03-11")
    );
}

#[test]
fn who_does_not_mend_in_time_has_withdrawn() {
    let submit = Event::Submit {
        number: number(),
        expiry: None,
    };
    let asked = domain::cases::Demands::in_words("请补交");
    let walk = Walk::begin()
        .then("2026-02-05 09:00", 'A', submit)
        .then("2026-02-05 10:00", 'H', Event::PassPrecheck)
        .then("2026-02-06 09:00", 'H', Event::RequestCorrection { asked });
    // Fifteen working days over Spring Festival.
    assert_eq!(walk.case.next_due().unwrap().date, date("2026-03-05"));
    let early = walk.attempt("2026-03-05 23:59", &Party::System, Event::DeemWithdrawn);
    assert_eq!(early, Err(Refusal::NotYetDue));
    let walk = walk.then("2026-03-06 00:00", 'S', Event::DeemWithdrawn);
    assert!(matches!(
        walk.case.state,
        CaseState::Withdrawn { silent: true, .. }
    ));
    assert_eq!(walk.case.state.result(), Some(ResultCode::Returned));
}

#[test]
fn silence_until_the_licence_expires_renews_it() {
    let granted = |expiry: &str, day: &str, now: &str| {
        let walk = Walk::accepted(Some(expiry), day);
        walk.attempt(now, &Party::System, Event::DeemGranted)
            .map(|case| case.state.key())
    };
    assert_eq!(
        granted("2026-04-01", "2026-03-02", "2026-04-02 00:00"),
        Ok("approved")
    );
    let early = granted("2026-04-01", "2026-03-02", "2026-04-01 23:59");
    assert_eq!(early, Err(Refusal::NotYetDue));
    // Asked for less than 30 days before: nothing follows from silence.
    let late = granted("2026-04-01", "2026-03-03", "2026-04-02 00:00");
    assert!(matches!(late, Err(Refusal::NotInThisState { .. })));
}

#[test]
fn dates_move_when_the_calendar_of_the_year_arrives() {
    let mut walk = Walk::begin();
    walk.calendar = Calendar::new(
        noticed_days()
            .into_iter()
            .filter(|(day, _)| *day < date("2026-01-01")),
        [2024, 2025],
    );
    let submit = Event::Submit {
        number: number(),
        expiry: None,
    };
    let mut walk = walk
        .then("2026-02-05 09:00", 'A', submit)
        .then("2026-02-05 10:00", 'H', Event::PassPrecheck)
        .then("2026-02-05 11:00", 'H', Event::Accept);
    assert!(walk.case.is_provisional());
    assert_eq!(walk.dues(), dates("2026-02-19", "2026-03-05"));
    let same = walk.attempt("2026-02-06 09:00", &Party::System, Event::Recount);
    assert_eq!(same, Err(Refusal::NothingChanges));
    walk.calendar = calendar();
    let walk = walk.then("2026-02-06 09:00", 'S', Event::Recount);
    assert!(!walk.case.is_provisional());
    assert_eq!(walk.dues(), dates("2026-02-26", "2026-03-11"));
}

#[test]
fn a_case_that_is_not_accepted_says_on_which_ground() {
    let refuse = Event::RefuseAcceptance {
        ground: Ground::OtherOffice,
        reason: "请向区住建局申请".to_owned(),
    };
    let submit = Event::Submit {
        number: number(),
        expiry: None,
    };
    let walk = Walk::begin()
        .then("2026-03-02 09:00", 'A', submit)
        .then("2026-03-02 10:00", 'H', Event::PassPrecheck)
        .then("2026-03-02 11:00", 'H', refuse);
    assert_eq!(walk.case.state.result(), Some(ResultCode::NotAccepted));
    assert_eq!(ResultCode::NotAccepted.number(), 6);
    let officer = party('H');
    assert!(matches!(
        &officer,
        Party::Officer {
            role: Role::Handler,
            ..
        }
    ));
    assert!(walk.case.allowed(&officer, &whole_flow()).is_empty());
}

/// Counts a limit in working days one day at a time, knowing which days do not count.
fn naive(
    start: NaiveDate,
    number: u32,
    unit: LimitUnit,
    pauses: &BTreeSet<NaiveDate>,
    calendar: &Calendar,
) -> NaiveDate {
    let (mut day, mut left) = (start, number);
    while left > 0 {
        day = day.succ_opt().unwrap();
        let counts = unit == LimitUnit::NaturalDays || calendar.is_working_day(day);
        if counts && !pauses.contains(&day) {
            left -= 1;
        }
    }
    day
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    /// However limits, pauses and holidays lie, the due date is that of a naive count.
    #[test]
    fn pauses_count_as_a_naive_count_says(
        from in 0_u64..1_000,
        number in 0_u32..60,
        in_working_days in any::<bool>(),
        spans in prop::collection::vec((0_u64..90, 0_u64..30), 0..4),
    ) {
        let calendar = calendar();
        let start = date("2024-01-01") + Days::new(from);
        let unit = if in_working_days { LimitUnit::WorkingDays } else { LimitUnit::NaturalDays };
        let mut after = start;
        let mut pauses = Vec::new();
        let mut days = BTreeSet::new();
        for (gap, length) in spans {
            let begin = after + Days::new(gap);
            let end = begin + Days::new(length);
            pauses.push((begin, DueDate { date: end, provisional: false }));
            days.extend(begin.iter_days().skip(1).take_while(|day| *day <= end));
            after = end;
        }
        let due = TimeLimit { number, unit }.due_beside(start, &pauses, &calendar);
        prop_assert_eq!(due.date, naive(start, number, unit, &days, &calendar));
        let last = NOTICES.iter().map(|(year, ..)| *year).max().unwrap();
        if due.date < NaiveDate::from_ymd_opt(last, 12, 29).unwrap() && !in_working_days {
            prop_assert!(!due.provisional);
        }
    }
}
