//! One of each: parties, events, cases in every state, flows.

use domain::calendar::{DueDate, TimeLimit};
use domain::cases::{
    Approver, AutomaticDecision, Case, CaseClock, CaseNumber, CaseState, Concluded, Delivery,
    Demands, Ending, Event, EventKind, Flow, Ground, Outcome, Part, Party, ProcedureKind, Review,
    Role, Verdict,
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

/// An event of this kind with sound contents; a step is concluded that `by` can conclude, where there is one.
pub fn event(kind: EventKind, outcome: Outcome, case: &Case, by: &Party, flow: &Flow) -> Event {
    let words = "写明理由".to_owned();
    let asked = Demands::in_words(words.clone());
    let open = case.open_steps(by, flow);
    let step = open.first().map_or("look", |step| &step.key).to_owned();
    match kind {
        EventKind::Submit => Event::Submit {
            number: number(),
            expiry: flow.renewal.is_some().then(|| date("2027-03-01")),
        },
        EventKind::PassPrecheck => Event::PassPrecheck,
        EventKind::ReturnPrecheck => Event::ReturnPrecheck { asked },
        EventKind::RequestCorrection => Event::RequestCorrection { asked },
        EventKind::Look => Event::Look { asked },
        EventKind::Begin => Event::Begin { number: number() },
        EventKind::Settle => Event::Settle { granted: 1, of: 2 },
        EventKind::Resubmit => Event::Resubmit,
        EventKind::Accept => Event::Accept,
        EventKind::DeemAccepted => Event::DeemAccepted,
        EventKind::RefuseAcceptance => Event::RefuseAcceptance {
            ground: Ground::OtherOffice,
            reason: words,
        },
        EventKind::Conclude => Event::Conclude {
            step,
            verdict: Verdict::Agree,
            opinion: words,
        },
        EventKind::ConcludeByRule => Event::ConcludeByRule { step },
        EventKind::Suspend => Event::Suspend {
            kind: ProcedureKind::Hearing,
            length: TimeLimit::working_days(5),
            reason: words,
        },
        EventKind::Resume => Event::Resume { opinion: words },
        EventKind::Extend => Event::Extend { reason: words },
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
        EventKind::DeemGranted => Event::DeemGranted,
        EventKind::Withdraw => Event::Withdraw,
        EventKind::DeemWithdrawn => Event::DeemWithdrawn,
        EventKind::Close => Event::Close {
            ending: Ending::Void,
            reason: words,
        },
        EventKind::Deliver => Event::Deliver {
            how: Delivery::Counter,
        },
        EventKind::Recount => Event::Recount,
    }
}

/// A number that a case can have.
pub fn number() -> CaseNumber {
    CaseNumber::compose("990100", date("2026-11-02"), 1).unwrap()
}

/// A case that stands somewhere since long ago, so that every limit has passed but the statutory one, and
/// with dates that were counted wrongly.
pub fn case(state: &str, flow: &Flow) -> Case {
    let concluded = flow.steps().map(|step| Concluded {
        step: step.key.clone(),
        by: Some(AccountId::new("who looked")),
        verdict: Verdict::Agree,
        opinion: String::new(),
    });
    let through = Review {
        deemed: false,
        concluded: concluded.collect(),
    };
    let state = state_of(state, through);
    let due = |day: &str| DueDate {
        date: date(day),
        provisional: false,
    };
    let clock = CaseClock {
        accepted_on: date("2026-03-02"),
        promised_due: due("2026-03-10"),
        statutory_due: due("2026-12-31"),
        pauses: Vec::new(),
        extension: None,
    };
    let has_clock = state.review().is_some() || matches!(state, CaseState::Approved { .. });
    Case {
        number: (state != CaseState::Draft).then(number),
        clock: has_clock.then_some(clock),
        part: (*flow == part_flow()).then(|| Part {
            of: CaseId::new("joint"),
            matter: "licence".to_owned(),
        }),
        renews_until: flow.renewal.as_ref().map(|_| date("2026-03-31")),
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

fn state_of(name: &str, review: Review) -> CaseState {
    let at = beijing("2026-03-02 09:00");
    let received_on = date("2026-03-02");
    let by = AccountId::new("proposer");
    let words = "写明理由".to_owned();
    let due = DueDate {
        date: date("2026-03-10"),
        provisional: false,
    };
    let asked = Demands::in_words(words.clone());
    let submitted = |corrected| CaseState::Submitted {
        at,
        received_on,
        acceptance_due: due,
        corrected,
        looks: Vec::new(),
    };
    let looking = |again| CaseState::Prechecking {
        at,
        received_on,
        due,
        acceptance_due: due,
        again,
    };
    match name {
        "draft" => CaseState::Draft,
        "look" => looking(false),
        "look2" => looking(true),
        "returned" => CaseState::Returned { at, by, asked, due },
        "in" => submitted(false),
        "again" => submitted(true),
        "correct" => CaseState::CorrectionRequested { at, by, asked, due },
        "review" => CaseState::Accepted {
            at,
            review: Review::default(),
        },
        "through" => CaseState::Accepted { at, review },
        "waits" => CaseState::Suspended {
            at,
            by,
            kind: ProcedureKind::Hearing,
            until: due,
            reason: words,
            review,
        },
        "proposed" => CaseState::Proposed {
            at,
            by,
            outcome: Outcome::Approve,
            opinion: words,
            review,
        },
        "approved" => CaseState::Approved {
            at,
            by: Approver::Officer(by),
            opinion: words,
            due,
        },
        "rejected" => CaseState::Rejected {
            at,
            by,
            reason: words,
        },
        "refused" => CaseState::NotAccepted {
            at,
            by,
            ground: Ground::NotNeeded,
            reason: words,
        },
        "withdrawn" => CaseState::Withdrawn { at, silent: false },
        "closed" => CaseState::Closed {
            at,
            by,
            ending: Ending::Void,
            reason: words,
        },
        "delivered" => CaseState::Delivered {
            at,
            how: Delivery::Certificate,
        },
        "settled" => CaseState::Settled {
            at,
            granted: 1,
            of: 2,
        },
        other => panic!("no state {other}"),
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

/// A flow with everything that a flow can have, but without a rule that decides.
pub fn whole_flow() -> Flow {
    serde_json::from_value(serde_json::json!({
        "precheck": { "number": 1, "unit": "working_days" },
        "four_eyes": true,
        "review": [
            { "steps": [
                { "key": "look", "name": { "zh": "书面审查" } },
                { "key": "ask", "name": { "zh": "征求意见" }, "department": "transport" },
                { "key": "rule", "name": { "zh": "数据核验" }, "department": "nobody", "agree_when": "true" }
            ] },
            { "steps": [{ "key": "second", "name": { "zh": "复核" }, "by_another": true }] }
        ],
        "procedures": [
            { "kind": "hearing", "longest": { "number": 20, "unit": "working_days" } },
            { "kind": "testing", "longest": { "number": 30, "unit": "natural_days" } }
        ],
        "promised": { "number": 10, "unit": "working_days" },
        "statutory": { "number": 20, "unit": "working_days" },
        "extension": { "number": 10, "unit": "working_days" },
        "handed_over": true,
        "renewal": { "expiry": "valid_until" }
    }))
    .unwrap()
}

/// The flow of a joint service: the other department decides a matter of it.
pub fn joint_flow() -> Flow {
    let limit = serde_json::json!({ "number": 10, "unit": "working_days" });
    let matter = |key: &str, department: &str| {
        serde_json::json!({
            "key": key,
            "name": { "zh": key },
            "department": department,
            "flow": { "promised": limit, "statutory": limit }
        })
    };
    let matters = [matter("licence", "police"), matter("plates", "transport")];
    Flow {
        joint: serde_json::from_value(serde_json::json!({ "matters": matters })).unwrap(),
        ..flow(false, false)
    }
}

/// The flow of a matter of a joint service, with a rule that decides.
pub fn part_flow() -> Flow {
    let promised = TimeLimit::working_days(9);
    Flow {
        promised,
        ..flow(false, true)
    }
}
