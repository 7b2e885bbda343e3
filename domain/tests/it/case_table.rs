//! Every state × every event × every party × every kind of flow, against tables written out by hand.

use domain::cases::{Case, CaseState, EventKind, Flow, Outcome, Refusal};

use crate::case_samples::{case, event, flow, party};
use crate::support::{beijing, calendar};

/// Who may, in each state (`again` is submitted after a correction): A the applicant, H a handler, R a reviewer, P the reviewer who
/// made the proposal, S the system. A minus is nobody.
const ONE_OFFICER: &str = "
    event              | draft submitted again correction accepted proposed approved rejected refused withdrawn delivered
    submit             | A     -         -     -          -        -        -        -        -       -         -
    request_correction | -     HRP       -     -          -        -        -        -        -       -         -
    resubmit           | -     -         -     A          -        -        -        -        -       -         -
    accept             | -     HRP       HRP   -          -        -        -        -        -       -         -
    deem_accepted      | -     S         S     -          -        -        -        -        -       -         -
    refuse_acceptance  | -     HRP       HRP   -          -        -        -        -        -       -         -
    propose            | -     -         -     -          -        -        -        -        -       -         -
    send_back          | -     -         -     -          -        R        -        -        -       -         -
    decide             | -     -         -     -          HRP      R        -        -        -       -         -
    decide_by_rule     | -     -         -     -          -        -        -        -        -       -         -
    withdraw           | -     A         A     A          A        A        -        -        -       -         -
    deliver            | -     -         -     -          -        -        S        -        -       -         -
";

/// Two officers: what differs is proposing and deciding.
const FOUR_EYES: &str = "
    event              | draft submitted again correction accepted proposed approved rejected refused withdrawn delivered
    submit             | A     -         -     -          -        -        -        -        -       -         -
    request_correction | -     HRP       -     -          -        -        -        -        -       -         -
    resubmit           | -     -         -     A          -        -        -        -        -       -         -
    accept             | -     HRP       HRP   -          -        -        -        -        -       -         -
    deem_accepted      | -     S         S     -          -        -        -        -        -       -         -
    refuse_acceptance  | -     HRP       HRP   -          -        -        -        -        -       -         -
    propose            | -     -         -     -          HRP      -        -        -        -       -         -
    send_back          | -     -         -     -          -        R        -        -        -       -         -
    decide             | -     -         -     -          -        R        -        -        -       -         -
    decide_by_rule     | -     -         -     -          -        -        -        -        -       -         -
    withdraw           | -     A         A     A          A        A        -        -        -       -         -
    deliver            | -     -         -     -          -        -        S        -        -       -         -
";

/// One officer, and the rules where they can: what differs is deciding by rule.
const AUTOMATIC: &str = "
    event              | draft submitted again correction accepted proposed approved rejected refused withdrawn delivered
    submit             | A     -         -     -          -        -        -        -        -       -         -
    request_correction | -     HRP       -     -          -        -        -        -        -       -         -
    resubmit           | -     -         -     A          -        -        -        -        -       -         -
    accept             | -     HRP       HRP   -          -        -        -        -        -       -         -
    deem_accepted      | -     S         S     -          -        -        -        -        -       -         -
    refuse_acceptance  | -     HRP       HRP   -          -        -        -        -        -       -         -
    propose            | -     -         -     -          -        -        -        -        -       -         -
    send_back          | -     -         -     -          -        R        -        -        -       -         -
    decide             | -     -         -     -          HRP      R        -        -        -       -         -
    decide_by_rule     | -     S         S     -          -        -        -        -        -       -         -
    withdraw           | -     A         A     A          A        A        -        -        -       -         -
    deliver            | -     -         -     -          -        -        S        -        -       -         -
";

/// The parties: letter, and which events are this party's to make at all, whatever the state. Whoever is
/// not in the tables may never do anything.
const PARTIES: [(char, &str); 10] = [
    ('A', "submit resubmit withdraw"),
    ('B', ""),
    (
        'H',
        "request_correction accept refuse_acceptance propose decide",
    ),
    (
        'R',
        "request_correction accept refuse_acceptance propose send_back decide",
    ),
    (
        'P',
        "request_correction accept refuse_acceptance propose send_back decide",
    ),
    ('V', ""),
    ('M', ""),
    ('h', ""),
    ('r', ""),
    ('S', "deem_accepted decide_by_rule deliver"),
];

/// The flows, each with its table.
fn tables() -> [(Flow, &'static str); 3] {
    [
        (flow(false, false), ONE_OFFICER),
        (flow(true, false), FOUR_EYES),
        (flow(false, true), AUTOMATIC),
    ]
}

/// The columns of the tables.
fn states() -> Vec<&'static str> {
    let (_, states) = ONE_OFFICER
        .trim()
        .lines()
        .next()
        .unwrap()
        .split_once('|')
        .unwrap();
    states.split_whitespace().collect()
}

/// The cells of a table: event, state, letters.
fn cells(table: &'static str) -> Vec<(EventKind, &'static str, &'static str)> {
    let mut cells = Vec::new();
    for line in table.trim().lines().skip(1) {
        let (event, row) = line.split_once('|').unwrap();
        let event = EventKind::parse(event.trim()).unwrap();
        cells.extend(
            states()
                .into_iter()
                .zip(row.split_whitespace())
                .map(|(s, who)| (event, s, who)),
        );
    }
    assert_eq!(cells.len(), EventKind::ALL.len() * states().len());
    cells
}

/// What the tables expect: an approval, or this refusal.
fn expected(
    letter: char,
    event: EventKind,
    state: &str,
    who: &str,
    flow: &Flow,
) -> Result<(), Refusal> {
    let (_, events) = PARTIES
        .into_iter()
        .find(|(party, _)| *party == letter)
        .unwrap();
    // With two officers a handler never decides; and a proposal is never decided by a handler.
    let reserved =
        event == EventKind::Decide && letter == 'H' && (flow.four_eyes || state == "proposed");
    match letter {
        _ if who.contains(letter) => Ok(()),
        'B' => Err(Refusal::NotYours),
        'h' | 'r' => Err(Refusal::OtherDepartment),
        _ if reserved || !events.split(' ').any(|name| name == event.key()) => {
            Err(Refusal::WrongRole)
        }
        'P' if who == "R" && state == "proposed" => Err(Refusal::SameOfficer),
        _ => Err(Refusal::NotInThisState {
            state: case(state).state.key(),
            event,
        }),
    }
}

#[test]
fn everything_that_can_be_tried_ends_as_the_tables_say() {
    let (now, calendar) = (beijing("2026-11-02 10:00"), calendar());
    let mut tried = 0;
    for (flow, table) in tables() {
        for (kind, state, who) in cells(table) {
            for (letter, _) in PARTIES {
                for outcome in Outcome::ALL {
                    let done = case(state).apply(
                        event(kind, outcome),
                        &party(letter),
                        &flow,
                        now,
                        &calendar,
                    );
                    let expected = expected(letter, kind, state, who, &flow);
                    let place = format!("{letter} tries {kind:?} on {state}");
                    assert_eq!(
                        done.as_ref().map(|_| ()),
                        expected.as_ref().map(|_| ()),
                        "{place}"
                    );
                    if let Ok(next) = done {
                        check_next(&case(state), &next, kind, outcome);
                    }
                    tried += 1;
                }
            }
        }
    }
    assert_eq!(tried, 3 * 12 * 11 * 10 * 2);
}

#[test]
fn a_page_offers_exactly_what_the_tables_allow() {
    for (flow, table) in tables() {
        for state in states() {
            for (letter, _) in PARTIES {
                let row = cells(table)
                    .into_iter()
                    .filter(|(_, column, who)| *column == state && who.contains(letter));
                let expected: Vec<EventKind> = row.map(|(event, ..)| event).collect();
                let offered = case(state).allowed(&party(letter), &flow);
                assert_eq!(offered, expected, "{letter} on {state}");
            }
        }
    }
}

/// Where each event leads.
fn check_next(before: &Case, after: &Case, kind: EventKind, outcome: Outcome) {
    let expected = match (kind, outcome) {
        (EventKind::Submit | EventKind::Resubmit, _) => "submitted",
        (EventKind::RequestCorrection, _) => "correction_requested",
        (EventKind::Accept | EventKind::DeemAccepted | EventKind::SendBack, _) => "accepted",
        (EventKind::RefuseAcceptance, _) => "not_accepted",
        (EventKind::Propose, _) => "proposed",
        (EventKind::Decide, Outcome::Approve) | (EventKind::DecideByRule, _) => "approved",
        (EventKind::Decide, Outcome::Reject) => "rejected",
        (EventKind::Withdraw, _) => "withdrawn",
        (EventKind::Deliver, _) => "delivered",
    };
    assert_eq!(after.state.key(), expected, "{kind:?}");
    assert_eq!(after.revision, before.revision + 1);
    assert!(after.number.is_some());
    let starts_the_clock = matches!(
        kind,
        EventKind::Accept | EventKind::DeemAccepted | EventKind::DecideByRule
    );
    assert_eq!(after.clock != before.clock, starts_the_clock, "{kind:?}");
    let fixed = |case: &Case| {
        let Case {
            id,
            item,
            version,
            department,
            applicant,
            ..
        } = case.clone();
        (id, item, version, department, applicant)
    };
    assert_eq!(fixed(after), fixed(before));
}

#[test]
fn final_states_stay_and_open_ones_wait_for_somebody() {
    for state in states() {
        let case = case(state);
        let offered = tables().iter().any(|(flow, _)| {
            PARTIES
                .iter()
                .any(|(letter, _)| !case.allowed(&party(*letter), flow).is_empty())
        });
        assert_eq!(offered, !case.state.is_final(), "{state}");
        let draft = case.state == CaseState::Draft;
        assert_eq!(
            case.state.is_open(),
            !draft && !case.state.is_final(),
            "{state}"
        );
    }
}
