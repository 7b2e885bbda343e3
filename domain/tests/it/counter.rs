//! The rules of the counter.

use chrono::TimeDelta;
use domain::AccountId;
use domain::cases::{EventKind, Party, Refusal, Role};
use domain::counter::{Card, Presented, SITTING_MINUTES, is_over, is_same_name, shown};
use domain::evaluations::may_rate;

use crate::case_samples::{case, event, party, whole_flow};
use crate::support::{beijing, calendar};

const LIN: Card<'static> = Card {
    name: " 林亦诺 ",
    resident_id: "990102199103160241",
    phone: "",
    compared: true,
};

#[test]
fn who_handles_cases_serves_at_the_counter() {
    for (role, serves) in [
        (Role::Handler, true),
        (Role::Reviewer, true),
        (Role::Supervisor, false),
        (Role::Administrator, false),
    ] {
        assert_eq!(role.sits_at_counter(), serves, "{role:?}");
    }
}

#[test]
fn a_card_is_read_whole_or_every_mistake_is_named() {
    let presented = Presented::read(&LIN).unwrap();
    assert_eq!(presented.name, "林亦诺");
    assert_eq!(presented.phone, None);
    let with_phone = Card {
        phone: "199 0000 0001",
        ..LIN
    };
    assert!(Presented::read(&with_phone).unwrap().phone.is_some());

    let long = "长".repeat(61);
    let problems = |card: Card<'_>| {
        let problems = Presented::read(&card).unwrap_err();
        problems
            .into_iter()
            .map(|(field, _)| field)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        problems(Card {
            phone: "1",
            ..Card::default()
        }),
        ["name", "resident_id", "phone", "compared"]
    );
    assert_eq!(problems(Card { name: &long, ..LIN }), ["name"]);
    assert_eq!(
        problems(Card {
            compared: false,
            ..LIN
        }),
        ["compared"]
    );
    let other = "990102199103160242";
    assert_eq!(
        problems(Card {
            resident_id: other,
            ..LIN
        }),
        ["resident_id"]
    );
}

#[test]
fn a_sitting_ends_by_itself_on_the_minute() {
    let seen = beijing("2026-11-02 10:00");
    for (minutes, over) in [
        (0, false),
        (SITTING_MINUTES - 1, false),
        (SITTING_MINUTES, true),
    ] {
        assert_eq!(
            is_over(seen, seen + TimeDelta::minutes(minutes)),
            over,
            "{minutes}"
        );
    }
}

#[test]
fn names_are_compared_as_people_write_them() {
    assert!(is_same_name("阿依努尔·买买提", "阿依努尔•买买提 "));
    assert!(is_same_name("Anna Berg", "ANNA BERG"));
    assert!(!is_same_name("林亦诺", "林亦若"));
}

#[test]
fn a_screen_shows_no_more_than_is_needed_to_know_whom_one_serves() {
    assert_eq!(
        shown("林亦诺", "990102199103160241"),
        ("林**".to_owned(), "0241".to_owned())
    );
    assert_eq!(shown("林", "41").1, "41");
}

#[test]
fn an_officer_types_for_the_applicant_of_the_case_and_for_nobody_else() {
    let flow = whole_flow();
    let other = Party::AtCounter {
        applicant: AccountId::new("somebody else"),
        officer: AccountId::new("handler"),
    };
    let (now, calendar) = (beijing("2026-11-02 10:00"), calendar());
    for kind in EventKind::ALL {
        let outcome = domain::cases::Outcome::Approve;
        let before = case("draft", &flow);
        let event = event(kind, outcome, &before, &other, &flow);
        let refused = before.apply(event, &other, &flow, now, &calendar);
        assert_eq!(refused.unwrap_err(), Refusal::NotYours, "{kind:?}");
    }
    assert_eq!(party('C').account(), Some(&AccountId::new("handler")));
}

#[test]
fn nobody_rates_for_somebody_else() {
    for (letter, may) in [('A', true), ('C', false), ('H', false), ('S', false)] {
        assert_eq!(may_rate(&party(letter)), may, "{letter}");
    }
}
