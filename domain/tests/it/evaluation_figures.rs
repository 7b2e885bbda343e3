//! Turns and figures of evaluations.

use domain::evaluations::{
    BadReviews, Evaluation, EvaluationChannel, FollowUpRefusal, Given, Level, RATED_STATES,
    SHOWN_FROM, Share, Tally,
};

use crate::case_samples::{case, whole_flow};
use crate::support::{beijing, calendar, date};

fn given(level: Level, at: &str) -> Given {
    Given {
        level,
        at: beijing(at),
        channel: EvaluationChannel::Web,
    }
}

#[test]
fn one_follow_up_within_its_time_counts_instead() {
    let calendar = calendar();
    let mut evaluation = Evaluation {
        first: given(Level::Dissatisfied, "2026-03-02 23:30"),
        follow_up: None,
    };
    assert_eq!(evaluation.level(), Level::Dissatisfied);
    assert_eq!(evaluation.follow_up_until(&calendar), date("2026-05-01"));
    for (day, expected) in [
        ("2026-03-02", Ok(())),
        ("2026-05-01", Ok(())),
        ("2026-05-02", Err(FollowUpRefusal::TooLate)),
    ] {
        assert_eq!(
            evaluation.check_follow_up(date(day), &calendar),
            expected,
            "{day}"
        );
    }
    evaluation.follow_up = Some(given(Level::Satisfied, "2026-03-10 10:00"));
    assert_eq!(evaluation.level(), Level::Satisfied);
    assert_eq!(
        evaluation.check_follow_up(date("2026-03-11"), &calendar),
        Err(FollowUpRefusal::AlreadyGiven)
    );
}

#[test]
fn the_states_that_are_counted_are_those_that_can_be_rated() {
    for name in [
        "draft",
        "look",
        "look2",
        "returned",
        "in",
        "again",
        "correct",
        "review",
        "through",
        "waits",
        "proposed",
        "approved",
        "rejected",
        "refused",
        "withdrawn",
        "closed",
        "delivered",
    ] {
        let state = case(name, &whole_flow()).state;
        assert_eq!(
            RATED_STATES.contains(&state.key()),
            state.can_be_rated(),
            "{name}"
        );
    }
}

#[test]
fn links_claim_only_channels_that_no_device_shows() {
    for channel in EvaluationChannel::ALL {
        let claimed = EvaluationChannel::of_link(channel.short_name());
        let may = matches!(
            channel,
            EvaluationChannel::QrCode | EvaluationChannel::HallTablet | EvaluationChannel::Message
        );
        assert_eq!(claimed, may.then_some(channel));
    }
    assert_eq!(EvaluationChannel::of_link(""), None);
}

#[test]
fn nothing_is_divided_by_nothing() {
    let none = Tally::default();
    assert_eq!(none.response(), None);
    assert_eq!(none.good(), None);
    assert_eq!(none.mean(), None);
    assert_eq!(none.corrected(), None);
    assert_eq!(none.in_time(), None);
    assert_eq!(Tally::coverage([]), None);
    assert_eq!(Tally::coverage([&none]), None);
    assert!(!none.is_public());
}

/// Ten matters: five rated 5, 4, 3, 2, 1, one struck out, two by default.
fn month() -> Tally {
    let mut tally = Tally {
        finished: 10,
        by_default: 2,
        struck_out: 1,
        bad: BadReviews {
            valid: 4,
            corrected: 3,
            in_time: 2,
            due: 4,
        },
        ..Tally::default()
    };
    for level in Level::ALL {
        tally.add(level, 1);
    }
    tally
}

#[test]
fn figures_are_those_of_the_definitions() {
    let tally = month();
    assert_eq!(tally.real(), 5);
    assert_eq!(tally.response(), Share::of(6, 10));
    assert_eq!(tally.good().unwrap().per_mille(), 600);
    assert_eq!(tally.mean(), Some(300));
    assert_eq!(tally.corrected().unwrap().per_mille(), 750);
    assert_eq!(tally.in_time().unwrap().per_mille(), 500);
    assert!(tally.is_public());
    let mut few = Tally::default();
    few.add(Level::Satisfied, SHOWN_FROM - 1);
    assert!(!few.is_public());
    assert_eq!(few.mean(), Some(400));
}

#[test]
fn default_and_struck_out_reviews_change_no_level() {
    let mut tally = month();
    let before = (tally.good(), tally.mean(), tally.real());
    tally.by_default += 1000;
    tally.struck_out += 3;
    assert_eq!((tally.good(), tally.mean(), tally.real()), before);
    assert_eq!(
        tally.response(),
        Share::of(9, 10),
        "default ones are no answer"
    );
}

#[test]
fn more_answers_than_ends_in_a_month_are_all() {
    let mut tally = Tally {
        finished: 1,
        ..Tally::default()
    };
    tally.add(Level::Satisfied, 3);
    assert_eq!(tally.response().unwrap().per_mille(), 1000);
}

#[test]
fn coverage_counts_items_that_were_used() {
    let used = Tally {
        finished: 3,
        ..Tally::default()
    };
    let silent = Tally {
        by_default: 1,
        ..used
    };
    let unused = Tally::default();
    let items = [&month(), &silent, &used, &unused];
    assert_eq!(Tally::coverage(items), Share::of(2, 3));
}

#[test]
fn sums_are_those_of_their_parts() {
    let mut sum = month();
    sum += month();
    assert_eq!(
        (sum.finished, sum.real(), sum.by_default, sum.struck_out),
        (20, 10, 4, 2)
    );
    assert_eq!(
        sum.bad.valid + sum.bad.corrected + sum.bad.in_time + sum.bad.due,
        26
    );
    assert_eq!(sum.mean(), month().mean());
}

#[test]
fn shares_are_rounded_to_the_nearest() {
    for (part, whole, expected) in [(1, 3, 333), (2, 3, 667), (0, 7, 0), (7, 7, 1000)] {
        assert_eq!(Share::of(part, whole).unwrap().per_mille(), expected);
    }
    assert_eq!(Share::of(u64::MAX, u64::MAX).unwrap().per_mille(), 1000);
}
