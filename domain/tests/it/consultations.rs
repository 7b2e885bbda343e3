//! The rules by which departments ask each other.

use chrono::{DateTime, NaiveDate};
use domain::AccountId;
use domain::calendar::{Calendar, DueDate};
use domain::cases::{Approver, CaseState, Ending, Ground, Light, Review, Role};
use domain::consultations::{
    Closing, ConsultationProblem, MAX_ANSWER_CHARS, MAX_DAYS, MAX_OF_CASE, MAX_OPEN,
    MAX_QUESTION_CHARS, Opinion, USUAL_DAYS, answer_due, check_answer, check_asking,
    check_question,
};

fn states() -> Vec<(CaseState, bool)> {
    let at = DateTime::UNIX_EPOCH;
    let by = || AccountId::new("o");
    let text = || "r".to_owned();
    let due = DueDate {
        date: NaiveDate::default(),
        provisional: false,
    };
    let submitted = CaseState::Submitted {
        at,
        received_on: due.date,
        acceptance_due: due,
        corrected: false,
        looks: Vec::new(),
    };
    let accepted = CaseState::Accepted {
        at,
        review: Review::default(),
    };
    vec![
        (CaseState::Draft, false),
        (submitted, true),
        (accepted, true),
        (
            CaseState::Approved {
                at,
                by: Approver::Rule,
                opinion: text(),
                due,
            },
            false,
        ),
        (
            CaseState::NotAccepted {
                at,
                by: by(),
                ground: Ground::NotNeeded,
                reason: text(),
            },
            false,
        ),
        (
            CaseState::Closed {
                at,
                by: by(),
                ending: Ending::Void,
                reason: text(),
            },
            false,
        ),
        (CaseState::Withdrawn { at, silent: true }, false),
    ]
}

#[test]
fn others_are_asked_as_long_as_their_opinion_can_weigh() {
    for (state, can) in states() {
        assert_eq!(state.can_be_consulted_on(), can, "{state:?}");
        let too_late = Err(ConsultationProblem::TooLate);
        let expected = if can { Ok(()) } else { too_late };
        for role in [Role::Handler, Role::Reviewer] {
            assert_eq!(check_asking(role, &state), expected);
        }
        for role in [Role::Supervisor, Role::Administrator] {
            let wrong = Err(ConsultationProblem::WrongRole);
            assert_eq!(check_asking(role, &state), wrong);
        }
    }
}

#[test]
fn a_question_says_something_and_names_a_time() {
    use ConsultationProblem as P;
    let long = "问".repeat(MAX_QUESTION_CHARS);
    let longer = "问".repeat(MAX_QUESTION_CHARS + 1);
    for (text, days, there, expected) in [
        ("问", USUAL_DAYS, (0, 0), Ok(())),
        (long.as_str(), 1, (MAX_OPEN - 1, MAX_OF_CASE - 1), Ok(())),
        ("问", MAX_DAYS, (0, MAX_OF_CASE - 1), Ok(())),
        ("", USUAL_DAYS, (0, 0), Err(P::QuestionMissing)),
        (" \n", USUAL_DAYS, (0, 0), Err(P::QuestionMissing)),
        (longer.as_str(), USUAL_DAYS, (0, 0), Err(P::QuestionTooLong)),
        ("问", 0, (0, 0), Err(P::Days)),
        ("问", MAX_DAYS + 1, (0, 0), Err(P::Days)),
        ("问", USUAL_DAYS, (MAX_OPEN, MAX_OPEN), Err(P::TooMany)),
        ("问", USUAL_DAYS, (0, MAX_OF_CASE), Err(P::TooMany)),
    ] {
        let count = text.chars().count();
        assert_eq!(
            check_question(text, days, there),
            expected,
            "{count} {days}"
        );
    }
}

#[test]
fn an_objection_needs_reasons() {
    let long = "答".repeat(MAX_ANSWER_CHARS);
    let longer = "答".repeat(MAX_ANSWER_CHARS + 1);
    for opinion in Opinion::ALL {
        let missing = Err(ConsultationProblem::ReasonsMissing);
        let without = if opinion == Opinion::Object {
            missing
        } else {
            Ok(())
        };
        assert_eq!(check_answer(opinion, "  "), without, "{opinion:?}");
        assert_eq!(check_answer(opinion, &long), Ok(()));
        let too_long = Err(ConsultationProblem::AnswerTooLong);
        assert_eq!(check_answer(opinion, &longer), too_long);
    }
}

#[test]
fn an_answer_is_due_after_working_days_and_turns_red_behind_them() {
    let calendar = Calendar::default();
    let friday: NaiveDate = "2026-11-06".parse().unwrap();
    let due = answer_due(friday, USUAL_DAYS, &calendar).date;
    assert_eq!(due.to_string(), "2026-11-13", "weekends do not count");
    for (left, light) in [
        (-1, Light::Red),
        (0, Light::Yellow),
        (2, Light::Yellow),
        (3, Light::Green),
    ] {
        assert_eq!(Light::of_days(left, 2), light);
    }
}

#[test]
fn keys_lead_back() {
    for one in Opinion::ALL {
        assert_eq!(Opinion::parse(one.key()), Some(one));
    }
    for one in Closing::ALL {
        assert_eq!(Closing::parse(one.key()), Some(one));
    }
}
