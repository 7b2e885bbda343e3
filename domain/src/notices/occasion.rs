//! What of a case's life its applicant is told.

use super::NoticeKind;
use crate::calendar::DueDate;
use crate::cases::{Case, CaseState, Delivery, EventKind};

impl NoticeKind {
    /// The notice by which the applicant learns that `event` has led to the present state of `case`; `None`
    /// where it stays inside the office. Every event stands here, so that a new one cannot be forgotten.
    pub fn of(event: EventKind, case: &Case) -> Option<Self> {
        Some(match event {
            EventKind::Submit => Self::Submitted,
            EventKind::PassPrecheck => Self::PrecheckPassed,
            EventKind::ReturnPrecheck => Self::PrecheckReturned,
            EventKind::RequestCorrection => Self::CorrectionRequested,
            EventKind::Resubmit => Self::Resubmitted,
            EventKind::Accept => Self::Accepted,
            EventKind::DeemAccepted => Self::DeemedAccepted,
            EventKind::RefuseAcceptance => Self::NotAccepted,
            EventKind::Suspend => Self::Suspended,
            EventKind::Resume => Self::Resumed,
            EventKind::Extend => Self::Extended,
            EventKind::Decide | EventKind::DecideByRule | EventKind::DeemGranted => {
                match case.state {
                    CaseState::Rejected { .. } => Self::Rejected,
                    // Of the matters of a joint application the results are told as they come, and the end.
                    _ if case.part.is_some() => return None,
                    _ => Self::Approved,
                }
            }
            // A draft that is thrown away concerns nobody else.
            EventKind::Withdraw if case.number.is_none() => return None,
            EventKind::Withdraw => Self::Withdrawn,
            EventKind::DeemWithdrawn => Self::DeemedWithdrawn,
            EventKind::Close => Self::Closed,
            EventKind::Deliver => return of_delivery(&case.state),
            EventKind::Settle => Self::Settled,
            // Between officers, or, where due dates are counted anew, on the page of the case.
            EventKind::Look
            | EventKind::Begin
            | EventKind::Conclude
            | EventKind::ConcludeByRule
            | EventKind::Propose
            | EventKind::SendBack
            | EventKind::Recount => return None,
        })
    }

    /// The day that the notice tells of: for what has just come in, the last one for the office to say
    /// whether it accepts, else that of whatever comes next.
    pub fn tells_of(self, case: &Case) -> Option<DueDate> {
        match self {
            Self::Submitted | Self::Resubmitted | Self::PrecheckPassed => {
                case.state.acceptance_due()
            }
            _ => case.next_due(),
        }
    }
}

/// What is read in the portal was told with the decision, and what was handed over at the counter needs no
/// telling.
fn of_delivery(state: &CaseState) -> Option<NoticeKind> {
    match state {
        CaseState::Delivered { how, .. } => match how {
            Delivery::Certificate => Some(NoticeKind::ResultReady),
            Delivery::Post => Some(NoticeKind::ResultShipped),
            Delivery::Decision | Delivery::Counter => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate, Utc};

    use super::*;
    use crate::cases::CaseNumber;
    use crate::{AccountId, CaseId, DepartmentCode, ItemCode};

    fn at() -> DateTime<Utc> {
        "2026-11-02T02:00:00Z".parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn case(state: CaseState) -> Case {
        let mut case = Case::draft(
            CaseId::new("c"),
            ItemCode::new("i"),
            1,
            DepartmentCode::new("d"),
            AccountId::new("a"),
        );
        case.number = CaseNumber::compose("990100", day("2026-11-02"), 1).ok();
        case.state = state;
        case
    }

    fn delivered(how: Delivery) -> Case {
        case(CaseState::Delivered { at: at(), how })
    }

    #[test]
    fn what_happens_inside_the_office_is_not_told() {
        let rejected = case(CaseState::Rejected {
            at: at(),
            by: AccountId::new("o"),
            reason: "r".to_owned(),
        });
        for event in EventKind::ALL {
            let inside = !event.is_public()
                || matches!(
                    event,
                    EventKind::Begin | EventKind::Recount | EventKind::Deliver
                );
            assert_eq!(
                NoticeKind::of(event, &rejected).is_none(),
                inside,
                "{event:?}"
            );
        }
        assert_eq!(
            NoticeKind::of(EventKind::Decide, &rejected),
            Some(NoticeKind::Rejected)
        );
    }

    #[test]
    fn a_delivery_is_told_where_the_applicant_has_something_to_fetch_or_to_await() {
        for (how, told) in [
            (Delivery::Certificate, Some(NoticeKind::ResultReady)),
            (Delivery::Post, Some(NoticeKind::ResultShipped)),
            (Delivery::Decision, None),
            (Delivery::Counter, None),
        ] {
            assert_eq!(NoticeKind::of(EventKind::Deliver, &delivered(how)), told);
        }
    }

    #[test]
    fn a_draft_is_thrown_away_in_silence() {
        let mut case = case(CaseState::Withdrawn {
            at: at(),
            silent: false,
        });
        assert_eq!(
            NoticeKind::of(EventKind::Withdraw, &case),
            Some(NoticeKind::Withdrawn)
        );
        case.number = None;
        assert_eq!(NoticeKind::of(EventKind::Withdraw, &case), None);
    }

    #[test]
    fn a_receipt_tells_by_when_the_office_accepts() {
        let due = |text: &str| DueDate {
            date: day(text),
            provisional: false,
        };
        let case = case(CaseState::Prechecking {
            at: at(),
            received_on: day("2026-11-02"),
            due: due("2026-11-03"),
            acceptance_due: due("2026-11-09"),
            again: false,
        });
        let told = |kind: NoticeKind| kind.tells_of(&case).map(|due| due.date);
        assert_eq!(told(NoticeKind::Submitted), Some(day("2026-11-09")));
        assert_eq!(told(NoticeKind::Overdue), Some(day("2026-11-03")));
    }
}
