//! One of each: parties, events, cases in every state, flows.

use domain::calendar::DueDate;
use domain::cases::{
    AutomaticDecision, Case, CaseClock, CaseNumber, CaseState, Event, EventKind, Flow, Outcome,
    Party, Role,
};
use domain::forms::Expression;
use domain::{AccountId, CaseId, DepartmentCode, ItemCode, Text};

use crate::support::{beijing, date, definition};

/// The party that the tables call by this letter.
pub fn party(letter: char) -> Party {
    let officer = |account: &str, department: &str, role| Party::Officer {
        account: AccountId::new(account),
        department: DepartmentCode::new(department),
        role,
    };
    match letter {
        'A' => Party::Applicant(AccountId::new("applicant")),
        'B' => Party::Applicant(AccountId::new("somebody else")),
        'H' => officer("handler", "police", Role::Handler),
        'R' => officer("reviewer", "police", Role::Reviewer),
        'P' => officer("proposer", "police", Role::Reviewer),
        'V' => officer("supervisor", "police", Role::Supervisor),
        'M' => officer("administrator", "police", Role::Administrator),
        'h' => officer("handler elsewhere", "transport", Role::Handler),
        'r' => officer("reviewer elsewhere", "transport", Role::Reviewer),
        'S' => Party::System,
        other => panic!("no party {other}"),
    }
}

/// An event of this kind with sound contents.
pub fn event(kind: EventKind, outcome: Outcome) -> Event {
    let words = "写明理由".to_owned();
    match kind {
        EventKind::Submit => Event::Submit { number: number() },
        EventKind::RequestCorrection => Event::RequestCorrection { notice: words },
        EventKind::Resubmit => Event::Resubmit,
        EventKind::Accept => Event::Accept,
        EventKind::DeemAccepted => Event::DeemAccepted,
        EventKind::RefuseAcceptance => Event::RefuseAcceptance { reason: words },
        EventKind::Propose => Event::Propose {
            outcome,
            opinion: words,
        },
        EventKind::SendBack => Event::SendBack { opinion: words },
        EventKind::Decide => Event::Decide {
            outcome,
            opinion: words,
        },
        EventKind::DecideByRule => Event::DecideByRule { opinion: words },
        EventKind::Withdraw => Event::Withdraw,
        EventKind::Deliver => Event::Deliver { certificate: true },
    }
}

fn number() -> CaseNumber {
    CaseNumber::compose("990100", date("2026-11-02"), 1).unwrap()
}

/// A case that stands somewhere since long ago, so that every limit has passed.
pub fn case(state: &str) -> Case {
    let at = beijing("2026-03-02 09:00");
    let by = AccountId::new("proposer");
    let words = "写明理由".to_owned();
    let due = DueDate {
        date: date("2026-03-09"),
        provisional: false,
    };
    let state = match state {
        "draft" => CaseState::Draft,
        "submitted" => CaseState::Submitted {
            at,
            acceptance_due: due,
            corrected: false,
        },
        "again" => CaseState::Submitted {
            at,
            acceptance_due: due,
            corrected: true,
        },
        "correction" => CaseState::CorrectionRequested {
            at,
            by,
            notice: words,
            due,
        },
        "accepted" => CaseState::Accepted { at, deemed: false },
        "proposed" => {
            let (outcome, opinion) = (Outcome::Approve, words);
            CaseState::Proposed {
                at,
                by,
                outcome,
                opinion,
                deemed: false,
            }
        }
        "approved" => CaseState::Approved {
            at,
            by: Some(by),
            opinion: words,
        },
        "rejected" => CaseState::Rejected {
            at,
            by,
            reason: words,
        },
        "refused" => CaseState::NotAccepted {
            at,
            by,
            reason: words,
        },
        "withdrawn" => CaseState::Withdrawn { at },
        "delivered" => CaseState::Delivered {
            at,
            certificate: true,
        },
        other => panic!("no state {other}"),
    };
    let accepted = matches!(
        state,
        CaseState::Accepted { .. } | CaseState::Proposed { .. } | CaseState::Approved { .. }
    );
    let clock = CaseClock {
        accepted_on: date("2026-03-02"),
        promised_due: due,
        statutory_due: due,
    };
    Case {
        number: (state != CaseState::Draft).then(number),
        clock: accepted.then_some(clock),
        revision: 4,
        state,
        ..Case::draft(
            CaseId::new("case"),
            ItemCode::new("item"),
            3,
            DepartmentCode::new("police"),
            AccountId::new("applicant"),
        )
    }
}

/// A flow with the usual limits.
pub fn flow(four_eyes: bool, automatic: bool) -> Flow {
    let approve_when = Expression::from("true");
    let rule = AutomaticDecision {
        approve_when,
        reason: Text::zh("需要人工核对"),
    };
    Flow {
        four_eyes,
        automatic: automatic.then_some(rule),
        ..definition().flow
    }
}
