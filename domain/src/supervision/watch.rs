//! What the rules find in a case.

use chrono::NaiveDate;

use super::{Card, Rules, Watch};
use crate::calendar::Calendar;
use crate::cases::{Case, CaseState, Light};

/// What is known of a case. What the case itself does not hold comes from its history and from what
/// belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The case.
    pub case: &'a Case,
    /// Silence has accepted it at some time.
    pub deemed: bool,
    /// The day on which the clock, not the office, last ended a special procedure.
    pub overran_on: Option<NaiveDate>,
    /// The day on which it was decided, while the making of its result has not come to an end.
    pub unissued_since: Option<NaiveDate>,
    /// The last day for dealing with a bad review of it, while that has not been done.
    pub bad_review_due: Option<NaiveDate>,
}

/// What a rule has found. A finding is the same as long as rule and day are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// Number of the rule.
    pub rule: u16,
    /// The light.
    pub colour: Light,
    /// The card.
    pub card: Card,
    /// The day that it hangs on: the last one of a limit, or the one on which something happened.
    pub day: NaiveDate,
    /// It is over already: a slip, which stays on the record.
    pub over: bool,
}

/// Whether a last day has passed: a working day has begun since. On a holiday after it nobody could have
/// worked, so nothing is late yet; lights count in the same way.
pub fn is_overdue(due: NaiveDate, today: NaiveDate, calendar: &Calendar) -> bool {
    calendar.working_days_between(today, due) < 0
}

/// What the rules find in a case today, by rule.
pub fn watch(
    facts: &Facts<'_>,
    rules: &Rules,
    today: NaiveDate,
    calendar: &Calendar,
) -> Vec<Finding> {
    let in_force = rules.rules.iter().filter(|rule| rule.on);
    in_force
        .filter_map(|rule| {
            let (day, over) = rule.watch.seen(facts, today, calendar)?;
            Some(Finding {
                rule: rule.number,
                colour: rule.colour,
                card: rule.card,
                day,
                over,
            })
        })
        .collect()
}

impl Watch {
    /// The day that it hangs on and whether it is over; `None` when there is nothing to see.
    fn seen(
        self,
        facts: &Facts<'_>,
        today: NaiveDate,
        calendar: &Calendar,
    ) -> Option<(NaiveDate, bool)> {
        let case = facts.case;
        let late = |due: NaiveDate| is_overdue(due, today, calendar).then_some((due, false));
        // Before the decision, while the clock runs.
        let running = case.clock.as_ref().filter(|_| {
            matches!(
                case.state,
                CaseState::Accepted { .. } | CaseState::Proposed { .. }
            )
        });
        match self {
            Self::NearPromise { working_days } => {
                let due = running?.promised_due.date;
                let left = calendar.working_days_between(today, due);
                (0..=i64::from(working_days))
                    .contains(&left)
                    .then_some((due, false))
            }
            Self::PromiseLate {} => late(running?.promised_due.date),
            Self::LawLate {} => late(running?.statutory_due.date),
            Self::AcceptanceLate {} => acceptance(facts, today, calendar),
            Self::ProcedureOverrun {} => facts.overran_on.map(|day| (day, true)),
            Self::DeliveryLate {} => match &case.state {
                CaseState::Approved { due, .. } => late(due.date),
                _ => None,
            },
            Self::ResultMissing { working_days } => {
                let since = facts.unissued_since?;
                let passed = calendar.working_days_between(since, today);
                let is_waiting = matches!(case.state, CaseState::Approved { .. });
                (is_waiting && passed > i64::from(working_days)).then_some((since, false))
            }
            Self::BadReviewOpen {} => late(facts.bad_review_due?),
            Self::Suspended {} => match &case.state {
                CaseState::Suspended { .. } => {
                    let pause = case.clock.as_ref()?.pauses.last()?;
                    Some((pause.from, false))
                }
                _ => None,
            },
        }
    }
}

/// Silence on acceptance, by the day of receipt: the same day whether the case still waits or silence has
/// accepted it, since then it is the day of acceptance.
fn acceptance(
    facts: &Facts<'_>,
    today: NaiveDate,
    calendar: &Calendar,
) -> Option<(NaiveDate, bool)> {
    match &facts.case.state {
        CaseState::Prechecking {
            received_on,
            acceptance_due,
            ..
        }
        | CaseState::Submitted {
            received_on,
            acceptance_due,
            ..
        } => is_overdue(acceptance_due.date, today, calendar).then_some((*received_on, false)),
        _ => {
            let clock = facts.case.clock.as_ref().filter(|_| facts.deemed)?;
            Some((clock.accepted_on, true))
        }
    }
}
