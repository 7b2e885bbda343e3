//! Walks through the life of a case: clocks, texts, four eyes, and how it is stored.

use domain::calendar::{Calendar, DueDate, TimeLimit};
use domain::cases::{
    Approver, Case, CaseClock, CaseNumber, CaseState, Delivery, Demands, Event, EventKind, Flow,
    Ground, MAX_OPINION_CHARS, Outcome, Party, Refusal, Review, Role,
};
use domain::{AccountId, CaseId, DepartmentCode, ItemCode};

use crate::support::{beijing, calendar, date, definition};

/// One case, its flow, and a calendar, so that a walk reads as a story.
struct Story {
    case: Case,
    flow: Flow,
    calendar: Calendar,
}

impl Story {
    fn begin(four_eyes: bool) -> Self {
        let case = Case::draft(
            CaseId::new("case"),
            ItemCode::new("item"),
            1,
            DepartmentCode::new("police"),
            AccountId::new("applicant"),
        );
        let flow = Flow {
            four_eyes,
            ..definition().flow
        };
        Self {
            case,
            flow,
            calendar: calendar(),
        }
    }

    fn at(mut self, instant: &str, by: &Party, event: Event) -> Self {
        let tried = self.try_at(instant, by, event);
        self.case = tried.unwrap_or_else(|refusal| panic!("{instant}: {refusal}"));
        self
    }

    fn try_at(&self, instant: &str, by: &Party, event: Event) -> Result<Case, Refusal> {
        self.case
            .clone()
            .apply(event, by, &self.flow, beijing(instant), &self.calendar)
    }
}

fn applicant() -> Party {
    Party::Applicant(AccountId::new("applicant"))
}

fn officer(account: &str, role: Role) -> Party {
    let account = AccountId::new(account);
    Party::Officer {
        account,
        department: DepartmentCode::new("police"),
        role,
    }
}

fn submit() -> Event {
    Event::Submit {
        number: CaseNumber::compose("990100", date("2026-02-13"), 1).unwrap(),
        expiry: None,
    }
}

fn notice() -> Event {
    Event::RequestCorrection {
        asked: Demands::in_words("请补交照片"),
    }
}

fn deemed() -> Review {
    Review {
        deemed: true,
        ..Review::default()
    }
}

fn due(day: &str) -> DueDate {
    DueDate {
        date: date(day),
        provisional: false,
    }
}

#[test]
fn the_clock_starts_on_the_civil_day_of_acceptance() {
    // Half past midnight in Beijing is still the day before in UTC.
    let story = Story::begin(false).at("2026-02-13 00:30", &applicant(), submit());
    let acceptance_due = due("2026-02-27");
    let at = beijing("2026-02-13 00:30");
    assert_eq!(
        story.case.state,
        CaseState::Submitted {
            at,
            received_on: date("2026-02-13"),
            acceptance_due,
            corrected: false,
            looks: Vec::new(),
        }
    );
    assert_eq!(story.case.clock, None);
    let story = story.at(
        "2026-02-14 00:30",
        &officer("li", Role::Handler),
        Event::Accept,
    );
    let expected = CaseClock {
        accepted_on: date("2026-02-14"),
        promised_due: due("2026-03-06"),
        statutory_due: due("2026-03-20"),
        pauses: Vec::new(),
        extension: None,
    };
    assert_eq!(story.case.clock, Some(expected));
}

#[test]
fn a_due_date_in_an_unknown_year_is_provisional() {
    let story = Story::begin(false)
        .at("2026-12-21 09:00", &applicant(), submit())
        .at(
            "2026-12-22 09:00",
            &officer("li", Role::Handler),
            Event::Accept,
        );
    let clock = story.case.clock.unwrap();
    assert!(clock.promised_due.provisional && clock.statutory_due.provisional);
}

#[test]
fn silence_counts_as_acceptance_from_the_day_of_receipt() {
    let story = Story::begin(false).at("2026-02-13 09:00", &applicant(), submit());
    for early in ["2026-02-13 09:01", "2026-02-27 23:59"] {
        let tried = story.try_at(early, &Party::System, Event::DeemAccepted);
        assert_eq!(tried, Err(Refusal::NotYetDue), "{early}");
    }
    let story = story.at("2026-02-28 00:00", &Party::System, Event::DeemAccepted);
    let at = beijing("2026-02-28 00:00");
    assert_eq!(
        story.case.state,
        CaseState::Accepted {
            at,
            review: deemed()
        }
    );
    let clock = story.case.clock.unwrap();
    assert_eq!(clock.accepted_on, date("2026-02-13"));
    assert_eq!(clock.promised_due, due("2026-03-05"));
}

#[test]
fn corrections_are_asked_for_once_and_the_office_then_has_new_time() {
    let handler = officer("li", Role::Handler);
    let story = Story::begin(false)
        .at("2026-03-02 09:00", &applicant(), submit())
        .at("2026-03-03 09:00", &handler, notice());
    let CaseState::CorrectionRequested {
        due: correction_due,
        ..
    } = &story.case.state
    else {
        panic!("{:?}", story.case.state);
    };
    assert_eq!(*correction_due, due("2026-03-24"));
    let story = story.at("2026-03-10 09:00", &applicant(), Event::Resubmit);
    let at = beijing("2026-03-10 09:00");
    let expected = CaseState::Submitted {
        at,
        received_on: date("2026-03-10"),
        acceptance_due: due("2026-03-17"),
        corrected: true,
        looks: Vec::new(),
    };
    assert_eq!(story.case.state, expected);
    assert!(
        !story
            .case
            .allowed(&handler, &story.flow)
            .contains(&EventKind::RequestCorrection)
    );
    assert!(
        story
            .try_at("2026-03-11 09:00", &handler, notice())
            .is_err()
    );
    // Silence after the correction counts from the day on which the correction arrived.
    let story = story.at("2026-03-18 00:00", &Party::System, Event::DeemAccepted);
    assert_eq!(story.case.clock.unwrap().accepted_on, date("2026-03-10"));
}

#[test]
fn with_four_eyes_another_reviewer_decides() {
    let opinion = || "材料齐全".to_owned();
    let propose = Event::Propose {
        outcome: Outcome::Approve,
        opinion: opinion(),
    };
    let decide = || Event::Decide {
        outcome: Outcome::Reject,
        opinion: opinion(),
    };
    let (wang, zhao) = (
        officer("wang", Role::Reviewer),
        officer("zhao", Role::Reviewer),
    );
    let story = Story::begin(true)
        .at("2026-03-02 09:00", &applicant(), submit())
        .at("2026-03-10 09:00", &Party::System, Event::DeemAccepted)
        .at("2026-03-10 10:00", &wang, propose.clone());
    let clock = story.case.clock.clone();
    assert_eq!(
        story.try_at("2026-03-11 09:00", &wang, decide()),
        Err(Refusal::SameOfficer)
    );
    let back = Event::SendBack { opinion: opinion() };
    let story = story.at("2026-03-11 09:00", &zhao, back);
    let at = beijing("2026-03-11 09:00");
    // On the way back nothing is forgotten: it still counts as accepted by silence, on the same clock.
    assert_eq!(
        story.case.state,
        CaseState::Accepted {
            at,
            review: deemed()
        }
    );
    let story =
        story
            .at("2026-03-12 09:00", &wang, propose)
            .at("2026-03-13 09:00", &zhao, decide());
    let at = beijing("2026-03-13 09:00");
    let by = AccountId::new("zhao");
    assert_eq!(
        story.case.state,
        CaseState::Rejected {
            at,
            by,
            reason: opinion()
        }
    );
    assert_eq!((story.case.clock, story.case.revision), (clock, 6));
}

#[test]
fn the_rules_approve_on_the_day_of_submission() {
    let mut story = Story::begin(false);
    story.flow = serde_json::from_str(
        r#"{ "automatic": { "approve_when": "true", "reason": { "zh": "人工核对" } },
             "promised": { "number": 0, "unit": "working_days" },
             "statutory": { "number": 20, "unit": "working_days" } }"#,
    )
    .unwrap();
    let opinion = "规则核准".to_owned();
    let story = story.at("2026-03-07 09:00", &applicant(), submit()).at(
        "2026-03-07 09:00",
        &Party::System,
        Event::DecideByRule {
            opinion: opinion.clone(),
        },
    );
    let at = beijing("2026-03-07 09:00");
    assert_eq!(
        story.case.state,
        CaseState::Approved {
            at,
            by: Approver::Rule,
            opinion,
            due: due("2026-03-20")
        }
    );
    assert_eq!(
        story.case.clock.clone().unwrap().promised_due,
        due("2026-03-07")
    );
    let delivered = story.at(
        "2026-03-07 09:01",
        &Party::System,
        Event::Deliver {
            how: Delivery::Certificate,
        },
    );
    assert!(delivered.case.state.is_final());
}

#[test]
fn what_burdens_somebody_needs_words_and_no_words_are_endless() {
    let handler = officer("li", Role::Handler);
    let story = Story::begin(false).at("2026-03-02 09:00", &applicant(), submit());
    let accepted = Story {
        case: story.case.clone(),
        ..Story::begin(false)
    }
    .at("2026-03-02 10:00", &handler, Event::Accept);
    let request = |text: &str| Event::RequestCorrection {
        asked: Demands::in_words(text),
    };
    let refuse = |text: &str| Event::RefuseAcceptance {
        ground: Ground::NotEntitled,
        reason: text.to_owned(),
    };
    let reject = |text: &str| Event::Decide {
        outcome: Outcome::Reject,
        opinion: text.to_owned(),
    };
    let approve = |text: &str| Event::Decide {
        outcome: Outcome::Approve,
        opinion: text.to_owned(),
    };
    let most = "理".repeat(MAX_OPINION_CHARS);
    let long = "理".repeat(MAX_OPINION_CHARS + 1);
    let try_all = |text: &str| {
        let now = "2026-03-03 09:00";
        [
            story.try_at(now, &handler, request(text)).map(|_| ()),
            story.try_at(now, &handler, refuse(text)).map(|_| ()),
            accepted.try_at(now, &handler, reject(text)).map(|_| ()),
            accepted.try_at(now, &handler, approve(text)).map(|_| ()),
        ]
    };
    let missing = Err(Refusal::ReasonMissing);
    for blank in ["", " ", "\n\t　"] {
        assert_eq!(
            try_all(blank),
            [missing, missing, missing, Ok(())],
            "{blank:?}"
        );
    }
    assert_eq!(try_all(&most), [Ok(()); 4]);
    assert_eq!(try_all(&long), [Err(Refusal::TextTooLong); 4]);
}

#[test]
fn a_case_is_stored_as_plain_json() {
    let story = Story::begin(false).at("2026-02-13 09:00", &applicant(), submit());
    let json = serde_json::to_value(&story.case.state).unwrap();
    let expected = serde_json::json!({
        "state": "submitted",
        "at": "2026-02-13T01:00:00Z",
        "received_on": "2026-02-13",
        "acceptance_due": { "date": "2026-02-27", "provisional": false },
        "corrected": false,
        "looks": []
    });
    assert_eq!(json, expected);
    let json = serde_json::to_string(&story.case).unwrap();
    assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), story.case);
    assert_eq!(
        serde_json::to_string(&CaseState::Draft).unwrap(),
        r#"{"state":"draft"}"#
    );
}

#[test]
fn a_flow_has_the_limits_of_the_law_where_nothing_is_said() {
    let flow = definition().flow;
    assert_eq!(flow.acceptance, TimeLimit::working_days(5));
    assert_eq!(flow.correction, TimeLimit::working_days(15));
    assert_eq!(flow.delivery, TimeLimit::working_days(10));
    assert!(!flow.four_eyes && flow.automatic.is_none() && flow.extension.is_none());
}
