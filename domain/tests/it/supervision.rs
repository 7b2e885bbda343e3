//! What supervision finds, day by day, and what the figures count.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calendar::{DueDate, TimeLimit};
use domain::cases::{
    Approver, Case, CaseClock, CaseState, Delivery, EventKind, Extension, Flow, Light, Pause,
    ProcedureKind, ResultCode, Review,
};
use domain::supervision::{
    Card, Decision, FEW, Facts, Figures, MAX_WATCHED_DAYS, Month, Record, RecordRefusal,
    RuleChange, RuleProblem, Rules, Ruling, Told, Watch, due_months, is_overdue, watch,
};
use domain::{AccountId, CaseId, DepartmentCode, ItemCode};

use crate::case_samples::party;
use crate::support::{beijing, calendar, date, definition};

fn flow() -> Flow {
    Flow {
        promised: TimeLimit::working_days(10),
        statutory: TimeLimit::working_days(20),
        ..definition().flow
    }
}

fn case(state: CaseState, accepted_on: Option<&str>) -> Case {
    let mut case = Case::draft(
        CaseId::new("case"),
        ItemCode::new("item"),
        1,
        DepartmentCode::new("police"),
        AccountId::new("applicant"),
    );
    case.clock = accepted_on.map(|day| CaseClock::start(date(day), &flow(), &calendar()));
    case.state = state;
    case
}

fn due(day: &str) -> DueDate {
    DueDate {
        date: date(day),
        provisional: false,
    }
}

fn accepted() -> CaseState {
    CaseState::Accepted {
        at: beijing("2026-02-10 09:00"),
        review: Review::default(),
    }
}

fn facts(case: &Case) -> Facts<'_> {
    Facts {
        case,
        deemed: false,
        overran_on: None,
        unissued_since: None,
        bad_review_due: None,
    }
}

/// The numbers of the rules that find something, with the day and whether it is over.
fn found(facts: &Facts<'_>, today: &str) -> Vec<(u16, NaiveDate, bool)> {
    let found = watch(facts, &Rules::default(), date(today), &calendar());
    found
        .into_iter()
        .map(|finding| (finding.rule, finding.day, finding.over))
        .collect()
}

#[test]
fn promise_and_law_day_by_day_around_the_spring_festival() {
    // Accepted on Tuesday, 10 February; promised for 2 March, by law until 16 March.
    let state = accepted();
    let one = case(state, Some("2026-02-10"));
    let (promise, law) = (date("2026-03-02"), date("2026-03-16"));
    for (today, rules) in [
        ("2026-02-10", vec![]),
        ("2026-02-20", vec![]),
        ("2026-02-26", vec![]),
        // Two working days are left: Saturday, 28 February, is one.
        ("2026-02-27", vec![(1, promise, false)]),
        ("2026-02-28", vec![(1, promise, false)]),
        ("2026-03-01", vec![(1, promise, false)]),
        ("2026-03-02", vec![(1, promise, false)]),
        ("2026-03-03", vec![(2, promise, false)]),
        ("2026-03-16", vec![(2, promise, false)]),
        ("2026-03-17", vec![(2, promise, false), (3, law, false)]),
    ] {
        assert_eq!(found(&facts(&one), today), rules, "{today}");
    }
}

#[test]
fn nothing_becomes_late_on_a_holiday() {
    // Promised for Saturday, 14 February, a working day before nine days off.
    let one = case(accepted(), Some("2026-02-02"));
    let promise = date("2026-02-14");
    assert_eq!(one.clock.as_ref().unwrap().promised_due, due("2026-02-14"));
    for today in ["2026-02-12", "2026-02-14", "2026-02-15", "2026-02-23"] {
        assert_eq!(found(&facts(&one), today), [(1, promise, false)], "{today}");
    }
    assert_eq!(found(&facts(&one), "2026-02-24"), [(2, promise, false)]);
}

#[test]
fn lights_and_rules_agree_on_every_day() {
    let calendar = calendar();
    let rules = Rules::default();
    for accepted_on in ["2026-02-02", "2026-02-10", "2026-04-20", "2026-09-10"] {
        let one = case(accepted(), Some(accepted_on));
        for today in date(accepted_on).iter_days().take(60) {
            let left = calendar.working_days_between(today, one.next_due().unwrap().date);
            let light = Light::of(&one.state, Some(left), rules.near_working_days());
            let findings = watch(&facts(&one), &rules, today, &calendar);
            let worst = findings.iter().map(|finding| finding.colour).next_back();
            assert_eq!(
                worst.unwrap_or(Light::Green),
                light,
                "{accepted_on} {today}"
            );
        }
    }
}

#[test]
fn silence_about_acceptance_is_one_finding_before_and_after() {
    let received_on = date("2026-02-13");
    let waiting = case(
        CaseState::Submitted {
            at: beijing("2026-02-13 09:00"),
            received_on,
            acceptance_due: due("2026-02-27"),
            corrected: false,
            looks: Vec::new(),
        },
        None,
    );
    assert_eq!(found(&facts(&waiting), "2026-02-27"), []);
    assert_eq!(
        found(&facts(&waiting), "2026-02-28"),
        [(4, received_on, false)]
    );
    let looked_at = case(
        CaseState::Prechecking {
            at: beijing("2026-02-13 09:00"),
            received_on,
            due: due("2026-02-14"),
            acceptance_due: due("2026-02-27"),
            again: false,
        },
        None,
    );
    assert_eq!(
        found(&facts(&looked_at), "2026-02-28"),
        [(4, received_on, false)]
    );
    let deemed = case(accepted(), Some("2026-02-13"));
    let facts = Facts {
        deemed: true,
        ..facts(&deemed)
    };
    assert_eq!(found(&facts, "2026-02-28"), [(4, received_on, true)]);
}

fn suspended() -> Case {
    let mut one = case(
        CaseState::Suspended {
            at: beijing("2026-02-11 09:00"),
            by: AccountId::new("handler"),
            kind: ProcedureKind::Hearing,
            until: due("2026-02-25"),
            reason: "听证".to_owned(),
            review: Review::default(),
        },
        Some("2026-02-10"),
    );
    let mut clock = one.clock.take().unwrap();
    clock.pauses.push(Pause {
        kind: ProcedureKind::Hearing,
        from: date("2026-02-11"),
        length: TimeLimit::working_days(5),
        ended: None,
    });
    one.clock = Some(clock.counted(&flow(), &calendar()));
    one
}

#[test]
fn a_special_procedure_is_blue_and_its_overrun_a_slip() {
    let waiting = suspended();
    for today in ["2026-02-11", "2026-03-30"] {
        let blue = found(&facts(&waiting), today);
        assert_eq!(blue, [(9, date("2026-02-11"), false)], "{today}");
    }
    let resumed = case(accepted(), Some("2026-02-10"));
    let facts = Facts {
        overran_on: Some(date("2026-02-25")),
        ..facts(&resumed)
    };
    assert_eq!(found(&facts, "2026-02-25"), [(5, date("2026-02-25"), true)]);
}

#[test]
fn results_have_to_be_made_and_delivered() {
    let approved = case(
        CaseState::Approved {
            at: beijing("2026-02-13 09:00"),
            by: Approver::Rule,
            opinion: String::new(),
            due: due("2026-03-06"),
        },
        Some("2026-02-10"),
    );
    assert_eq!(found(&facts(&approved), "2026-03-06"), []);
    let late = (6, date("2026-03-06"), false);
    assert_eq!(found(&facts(&approved), "2026-03-09"), [late]);
    assert_eq!(found(&facts(&approved), "2026-03-08"), [], "a Sunday");
    let unissued = Facts {
        unissued_since: Some(date("2026-02-13")),
        ..facts(&approved)
    };
    // One working day may pass: Saturday, 14 February.
    assert_eq!(found(&unissued, "2026-02-23"), []);
    let missing = (7, date("2026-02-13"), false);
    assert_eq!(found(&unissued, "2026-02-24"), [missing]);
    let delivered = case(
        CaseState::Delivered {
            at: beijing("2026-02-24 09:00"),
            how: Delivery::Post,
        },
        Some("2026-02-10"),
    );
    let unissued = Facts {
        unissued_since: Some(date("2026-02-13")),
        ..facts(&delivered)
    };
    assert_eq!(found(&unissued, "2026-03-20"), []);
}

#[test]
fn bad_reviews_have_to_be_dealt_with() {
    let finished = case(
        CaseState::Delivered {
            at: beijing("2026-02-11 09:00"),
            how: Delivery::Certificate,
        },
        Some("2026-02-10"),
    );
    let facts = Facts {
        bad_review_due: Some(date("2026-02-14")),
        ..facts(&finished)
    };
    assert_eq!(found(&facts, "2026-02-23"), []);
    assert_eq!(
        found(&facts, "2026-02-24"),
        [(8, date("2026-02-14"), false)]
    );
}

#[test]
fn drafts_and_ended_cases_are_left_alone() {
    let at = beijing("2026-02-11 09:00");
    let by = AccountId::new("reviewer");
    for state in [
        CaseState::Draft,
        CaseState::Withdrawn { at, silent: true },
        CaseState::Rejected {
            at,
            by,
            reason: "不符合条件".to_owned(),
        },
    ] {
        let one = case(state, Some("2026-02-10"));
        assert_eq!(found(&facts(&one), "2027-02-10"), [], "{}", one.state.key());
    }
}

#[test]
fn a_rule_that_is_off_finds_nothing() {
    let one = case(accepted(), Some("2026-02-10"));
    let rules = Rules::default();
    let change = RuleChange {
        on: false,
        colour: Light::Red,
        card: Card::Yellow,
        told: vec![Told::Reviewers, Told::Handlers, Told::Handlers],
        working_days: 0,
    };
    let rules = rules.changed(2, change).unwrap();
    assert_eq!(
        rules.rule(2).unwrap().told,
        [Told::Handlers, Told::Reviewers]
    );
    let found = watch(&facts(&one), &rules, date("2026-03-03"), &calendar());
    assert_eq!(found, []);
}

#[test]
fn rules_are_checked_before_they_are_taken() {
    let rules = Rules::default();
    assert_eq!(rules.check(), Ok(()));
    let near = |working_days, colour| RuleChange {
        on: true,
        colour,
        card: Card::None,
        told: vec![Told::Handlers],
        working_days,
    };
    let nothing = rules.changed(1, near(2, Light::Yellow));
    assert_eq!(nothing, Err(RuleProblem::NothingChanges));
    for (number, change, problem) in [
        (1, near(0, Light::Yellow), RuleProblem::Days),
        (
            1,
            near(MAX_WATCHED_DAYS + 1, Light::Yellow),
            RuleProblem::Days,
        ),
        (1, near(3, Light::Green), RuleProblem::Green),
        (99, near(3, Light::Yellow), RuleProblem::Unknown),
    ] {
        assert_eq!(rules.changed(number, change), Err(problem));
    }
    let next = rules.changed(1, near(5, Light::Yellow)).unwrap();
    assert_eq!(next.near_working_days(), 5);
    let mut twice = rules.clone();
    twice.rules.push(rules.rules[0].clone());
    assert_eq!(twice.check(), Err(RuleProblem::NumberTwice));
}

#[test]
fn rules_are_stored_as_they_are() {
    let rules = Rules::default();
    let json = serde_json::to_value(&rules).unwrap();
    assert_eq!(json["rules"][0]["watch"]["what"], "near_promise");
    assert_eq!(serde_json::from_value::<Rules>(json).unwrap(), rules);
    let unknown = r#"{"rules":[{"number":1,"watch":{"what":"promise_late"},"colour":"red","card":"none","why":1}]}"#;
    assert!(serde_json::from_str::<Rules>(unknown).is_err());
    let keys: Vec<_> = rules.rules.iter().map(|rule| rule.watch.key()).collect();
    let stored: Vec<_> = rules
        .rules
        .iter()
        .map(|rule| serde_json::to_value(rule.watch).unwrap()["what"].clone())
        .collect();
    assert_eq!(keys, stored);
    assert_eq!(Watch::PromiseLate {}.working_days(), None);
    assert!(Rules::schema()["properties"]["rules"].is_object());
}

#[test]
fn a_finding_is_explained_once_and_ruled_on_once() {
    let record = |card, explained, ruling| Record {
        department: DepartmentCode::new("police"),
        card,
        explained,
        ruling,
    };
    let fresh = record(Card::Yellow, false, None);
    for (letter, explain, rule) in [
        ('H', Ok(()), Err(RecordRefusal::NotYours)),
        ('R', Ok(()), Err(RecordRefusal::NotYours)),
        ('V', Err(RecordRefusal::NotYours), Ok(())),
        (
            'M',
            Err(RecordRefusal::NotYours),
            Err(RecordRefusal::NotYours),
        ),
        (
            'h',
            Err(RecordRefusal::NotYours),
            Err(RecordRefusal::NotYours),
        ),
        (
            'A',
            Err(RecordRefusal::NotYours),
            Err(RecordRefusal::NotYours),
        ),
        (
            'S',
            Err(RecordRefusal::NotYours),
            Err(RecordRefusal::NotYours),
        ),
    ] {
        assert_eq!(fresh.can_explain(&party(letter)), explain, "{letter}");
        assert_eq!(fresh.can_rule(&party(letter)), rule, "{letter}");
    }
    let (handler, supervisor) = (party('H'), party('V'));
    let explained = record(Card::Red, true, None);
    assert_eq!(
        explained.can_explain(&handler),
        Err(RecordRefusal::Explained)
    );
    assert_eq!(explained.can_rule(&supervisor), Ok(()));
    let ruled = record(Card::Red, false, Some(Ruling::Lifted));
    assert_eq!(ruled.can_explain(&handler), Err(RecordRefusal::Ruled));
    assert_eq!(ruled.can_rule(&supervisor), Err(RecordRefusal::Ruled));
    let pointed_out = record(Card::None, false, None);
    assert_eq!(
        pointed_out.can_explain(&handler),
        Err(RecordRefusal::NoCard)
    );
    assert_eq!(
        pointed_out.can_rule(&supervisor),
        Err(RecordRefusal::NoCard)
    );
    let check = RecordRefusal::check_words;
    assert_eq!(check(" \n"), Err(RecordRefusal::WordsMissing));
    assert_eq!(
        check(&"字".repeat(10_000)),
        Err(RecordRefusal::WordsTooLong)
    );
    assert_eq!(check("系统停电"), Ok(()));
}

#[test]
fn decisions_are_measured_without_what_does_not_count() {
    let calendar = calendar();
    let clock = suspended().clock.unwrap();
    // Five working days stand still: 12, 13, 14, 24 and 25 February.
    assert_eq!(clock.promised_due, due("2026-03-09"));
    let decision = Decision::on(date("2026-03-09"), &clock, &calendar);
    let expected = Decision {
        taken: 10,
        promised: 10,
        suspended: 5,
        late_promise: false,
        late_law: false,
    };
    assert_eq!(decision, expected);
    let late = Decision::on(date("2026-03-10"), &clock, &calendar);
    assert!(late.late_promise && !late.late_law && late.taken == 11);
    let mut clock = CaseClock::start(date("2026-02-10"), &flow(), &calendar);
    clock.extension = Some(Extension {
        on: date("2026-02-27"),
        by: TimeLimit::working_days(10),
    });
    let clock = clock.counted(&flow(), &calendar);
    let decision = Decision::on(date("2026-02-10"), &clock, &calendar);
    assert_eq!((decision.taken, decision.promised), (0, 20));
    assert!(is_overdue(
        date("2026-03-02"),
        date("2026-03-03"),
        &calendar
    ));
}

#[test]
fn figures_add_up() {
    let mut figures = Figures::default();
    figures.count(EventKind::Submit, 10);
    figures.count(EventKind::Accept, 7);
    figures.count(EventKind::DeemAccepted, 1);
    figures.count(EventKind::DecideByRule, 1);
    figures.count(EventKind::Propose, 99);
    let decision = |taken, late_promise, late_law| Decision {
        taken,
        promised: 10,
        suspended: 2,
        late_promise,
        late_law,
    };
    figures.end(ResultCode::Granted, Some(decision(3, false, false)));
    figures.end(ResultCode::Granted, Some(decision(12, true, false)));
    figures.end(ResultCode::Refused, Some(decision(25, true, true)));
    figures.end(ResultCode::NotAccepted, None);
    figures.end(ResultCode::Returned, None);
    assert_eq!((figures.handed_in, figures.accepted), (10, 9));
    assert_eq!(
        (figures.decided(), figures.in_time(), figures.late_law),
        (3, 1, 1)
    );
    assert_eq!(figures.punctuality(), Some(33));
    assert_eq!(figures.average_tenths(), Some(133));
    assert_eq!(figures.promised_tenths(), Some(100));
    assert_eq!(figures.days_suspended, 6);
    let mut twice = figures;
    twice.add(&figures);
    assert_eq!((twice.handed_in, twice.withdrawn, twice.timed), (20, 2, 6));
    assert_eq!(Figures::default().punctuality(), None);
    assert_eq!(Figures::default().average_tenths(), None);
}

#[test]
fn the_public_reads_nothing_about_a_few() {
    assert_eq!(FEW, 5);
    let public = |granted, refused, timed, late_promise| {
        Figures {
            handed_in: granted + refused,
            granted,
            refused,
            timed,
            late_promise,
            days_taken: timed * 3,
            ..Figures::default()
        }
        .public()
    };
    let few = public(3, 1, 4, 0);
    assert_eq!(
        (few.handed_in, few.decided, few.granted),
        (None, None, None)
    );
    assert_eq!((few.in_time, few.average_tenths), (None, None));
    let none = public(0, 0, 0, 0);
    assert_eq!(
        (none.handed_in, none.decided, none.in_time),
        (Some(0), Some(0), Some(0))
    );
    assert_eq!(none.average_tenths, None);
    let one_refused = public(20, 1, 21, 2);
    assert_eq!(one_refused.decided, Some(21));
    assert_eq!(one_refused.granted, None, "it would give the refusal away");
    assert_eq!(
        one_refused.in_time, None,
        "it would give the late ones away"
    );
    let many = public(20, 5, 25, 5);
    assert_eq!((many.granted, many.in_time), (Some(20), Some(20)));
    assert_eq!(many.average_tenths, Some(30));
}

#[test]
fn months_are_counted_until_they_are_over() {
    let month = |text: &str| Month::parse(text).unwrap();
    for bad in ["", "2026", "2026-13", "2026-1", "2026-01-01", "２０２６-1"] {
        assert_eq!(Month::parse(bad), None, "{bad}");
    }
    let november = month("2026-11");
    assert_eq!(november.to_string(), "2026-11");
    assert_eq!(november.begins(), beijing("2026-11-01 00:00"));
    assert_eq!(november.next().back(11).to_string(), "2026-01");
    let now = beijing("2026-11-03 10:00");
    let due = |counted: &[(&str, &str)]| {
        let counted: BTreeMap<_, _> = counted
            .iter()
            .map(|(of, at)| (month(of), beijing(at)))
            .collect();
        let due = due_months(month("2026-09"), &counted, now);
        due.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(due(&[]), ["2026-09", "2026-10", "2026-11"]);
    let whole = ("2026-09", "2026-10-01 00:00");
    let early = ("2026-10", "2026-10-31 23:59");
    let fresh = ("2026-11", "2026-11-03 09:01");
    assert_eq!(due(&[whole, early, fresh]), ["2026-10"]);
    let late = ("2026-10", "2026-11-01 00:01");
    let old = ("2026-11", "2026-11-03 09:00");
    assert_eq!(due(&[whole, late, old]), ["2026-11"]);
    assert_eq!(due(&[whole, late, fresh]), Vec::<String>::new());
}
