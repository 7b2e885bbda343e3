//! A case as the portal would have left it behind: all of its rows.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::calendar::{DueDate, civil_date};
use domain::cases::{Approver, CaseClock, CaseNumber, CaseState, Delivery, Event, Outcome, Review};
use domain::desk::Pile;
use domain::forms::Answers;
use domain::{AccountId, ItemCode};
use entities::{
    case_answers, case_answers_version, case_document, case_event, case_search, service_case,
};
use portal::Internal;
use sea_orm::Set;

use super::city::{City, ITEM};
use super::people::Person;

/// Days over which cases came. The last of them are open still.
pub const DAYS: usize = 300;
/// Departments among which they are.
const DEPARTMENTS: usize = 18;
/// Days until a case is accepted, and until it is decided.
const ACCEPTED_AFTER: usize = 6;
const DECIDED_AFTER: usize = 30;
/// Days of the promise, so that a few of the oldest open cases are late.
const PROMISED: u64 = 28;
/// Between the cases of a day.
const SECONDS_BETWEEN: i64 = 25;

/// All rows of a case.
pub struct Past {
    pub case: service_case::ActiveModel,
    pub answers: case_answers::ActiveModel,
    pub version: case_answers_version::ActiveModel,
    pub events: Vec<case_event::ActiveModel>,
    pub words: Vec<case_search::ActiveModel>,
    pub document: Option<case_document::ActiveModel>,
}

/// What the rows are made from.
struct Seed<'a> {
    city: &'a City,
    place: usize,
    id: String,
    number: CaseNumber,
    department: String,
    applicant: String,
    at: DateTime<Utc>,
    day: NaiveDate,
    state: CaseState,
}

impl Past {
    /// The case at a place: places that differ by [`DAYS`] are of one day.
    pub fn new(city: &City, place: usize, person: &Person, now: DateTime<Utc>) -> Self {
        let (age, turn) = (place % DAYS + 1, place / DAYS);
        let since = i64::try_from(turn).unwrap_or_default() * SECONDS_BETWEEN;
        let at = now - Days::new(age as u64) + TimeDelta::seconds(since);
        let day = civil_date(at);
        let sequence = u32::try_from(turn + 1).expect("a small number");
        let department = match turn % DEPARTMENTS {
            0 => city.department.clone(),
            other => format!("department-{other}"),
        };
        let seed = Seed {
            city,
            place,
            id: portal::ids::new(at),
            number: CaseNumber::compose("990100", day, sequence).expect("a number"),
            department,
            applicant: person.id(),
            at,
            day,
            state: state(age, turn, at, day),
        };
        let answers = seed.answers();
        let words = person.words(city.portal.keys());
        let word = |word| case_search::ActiveModel {
            case_id: Set(seed.id.clone()),
            department_code: Set(seed.department.clone()),
            word: Set(word),
        };
        Self {
            case: seed.row(),
            answers: case_answers::ActiveModel {
                case_id: Set(seed.id.clone()),
                body: Set(seed.sealed("case_answers", "body", &seed.id, &answers)),
            },
            version: case_answers_version::ActiveModel {
                case_id: Set(seed.id.clone()),
                revision: Set(1),
                body: Set(seed.sealed("case_answers_version", "body", &seed.row_id(1), &answers)),
                at: Set(at),
            },
            events: seed.events(),
            words: words.into_iter().map(word).collect(),
            document: seed.document(),
        }
    }
}

/// Where a case of this age stands: it waits to be accepted, to be decided, to be delivered, or is done.
fn state(age: usize, turn: usize, at: DateTime<Utc>, day: NaiveDate) -> CaseState {
    let by = AccountId::new("officer");
    if age <= ACCEPTED_AFTER {
        CaseState::Submitted {
            at,
            received_on: day,
            acceptance_due: settled(day + Days::new(ACCEPTED_AFTER as u64 + 1)),
            corrected: false,
            looks: Vec::new(),
        }
    } else if age <= DECIDED_AFTER {
        CaseState::Accepted {
            at,
            review: Review::default(),
        }
    } else if age <= DECIDED_AFTER + 2 {
        CaseState::Approved {
            at,
            by: Approver::Officer(by),
            opinion: String::new(),
            due: settled(day + Days::new(DECIDED_AFTER as u64 + 14)),
        }
    } else if turn.is_multiple_of(20) {
        CaseState::Rejected {
            at,
            by,
            reason: "不符合条件".to_owned(),
        }
    } else {
        CaseState::Delivered {
            at,
            how: Delivery::Decision,
        }
    }
}

const fn settled(date: NaiveDate) -> DueDate {
    DueDate {
        date,
        provisional: false,
    }
}

impl Seed<'_> {
    fn row_id(&self, sequence: usize) -> String {
        format!("{}/{sequence}", self.id)
    }

    fn sealed(
        &self,
        table: &'static str,
        column: &'static str,
        row: &str,
        value: &impl serde::Serialize,
    ) -> Vec<u8> {
        let sealed: Result<_, Internal> =
            self.city.portal.keys().seal_json(table, column, row, value);
        sealed.expect("a sealed value")
    }

    fn answers(&self) -> Answers {
        let mut given = Answers::default();
        given.set_typed("purpose", vec!["换领".to_owned()]);
        given.set_typed("place", vec![format!("梧桐街 {} 号", self.place)]);
        given
    }

    /// What has happened to it.
    fn history(&self) -> Vec<Event> {
        let decide = |outcome| Event::Decide {
            outcome,
            opinion: "情况属实".to_owned(),
        };
        let number = self.number.clone();
        let mut history = vec![Event::Submit {
            number,
            expiry: None,
        }];
        match &self.state {
            CaseState::Submitted { .. } => {}
            CaseState::Accepted { .. } => history.push(Event::Accept),
            CaseState::Rejected { .. } => {
                history.extend([Event::Accept, decide(Outcome::Reject)]);
            }
            CaseState::Delivered { how, .. } => {
                let how = *how;
                let delivered = Event::Deliver { how };
                history.extend([Event::Accept, decide(Outcome::Approve), delivered]);
            }
            _ => history.extend([Event::Accept, decide(Outcome::Approve)]),
        }
        history
    }

    fn events(&self) -> Vec<case_event::ActiveModel> {
        let history = self.history().into_iter().zip(1..);
        let events = history.map(|(event, sequence)| {
            let party = match event {
                Event::Submit { .. } => "applicant",
                Event::Deliver { .. } => "system",
                _ => "officer",
            };
            let row_id = format!("{}/{sequence}", self.id);
            case_event::ActiveModel {
                case_id: Set(self.id.clone()),
                sequence: Set(sequence),
                at: Set(self.at + TimeDelta::hours(i64::from(sequence) - 1)),
                party: Set(party.to_owned()),
                actor_id: Set(Some("officer".to_owned())),
                kind: Set(event.kind().key().to_owned()),
                note: Set(event
                    .note()
                    .map(|note| self.sealed("case_event", "note", &row_id, &note))),
                data: Set(Some(self.sealed("case_event", "data", &row_id, &event))),
            }
        });
        events.collect()
    }

    /// The decision on paper. Nobody opens it here.
    fn document(&self) -> Option<case_document::ActiveModel> {
        let is_decided = matches!(
            &self.state,
            CaseState::Rejected { .. } | CaseState::Delivered { .. }
        );
        let keys = self.city.portal.keys();
        let id = portal::ids::new(self.at);
        is_decided.then(|| case_document::ActiveModel {
            case_id: Set(self.id.clone()),
            sequence: Set(3),
            kind: Set("decision".to_owned()),
            department_code: Set(self.department.clone()),
            year: Set(2000),
            number: Set(i32::try_from(self.place).unwrap_or_default()),
            code_index: Set(keys.blind_index("document-code", &id)),
            body: Set(self.sealed("case_document", "body", &id, &self.state)),
            issued_at: Set(self.at),
            opened_at: Set(None),
            id: Set(id),
        })
    }

    /// The handler has half of what is accepted in the own department; the rest is nobody's.
    fn assignee(&self) -> Option<String> {
        let is_own = self.department == self.city.department;
        let is_taken =
            matches!(&self.state, CaseState::Accepted { .. }) && self.place.is_multiple_of(2);
        (is_own && is_taken).then(|| self.city.handler.id.to_string())
    }

    fn row(&self) -> service_case::ActiveModel {
        let (promised, statutory) = (
            self.day + Days::new(PROMISED),
            self.day + Days::new(2 * PROMISED),
        );
        let clock = CaseClock {
            accepted_on: self.day,
            promised_due: settled(promised),
            statutory_due: settled(statutory),
            pauses: Vec::new(),
            extension: None,
        };
        let is_accepted = !matches!(self.state, CaseState::Submitted { .. });
        let next = match &self.state {
            CaseState::Submitted { acceptance_due, .. } => Some(acceptance_due.date),
            CaseState::Accepted { .. } => Some(promised),
            CaseState::Approved { due, .. } => Some(due.date),
            _ => None,
        };
        let state = self.sealed("service_case", "state_data", &self.id, &self.state);
        let pile = Pile::of(&self.state, &self.city.flow);
        service_case::ActiveModel {
            id: Set(self.id.clone()),
            number: Set(Some(self.number.to_string())),
            item_code: Set(ItemCode::new(ITEM).to_string()),
            definition_version: Set(i32::try_from(self.city.version).unwrap_or(1)),
            department_code: Set(self.department.clone()),
            applicant_id: Set(self.applicant.clone()),
            state: Set(self.state.key().to_owned()),
            state_data: Set(state),
            revision: Set(i32::try_from(self.history().len()).unwrap_or(1)),
            acceptance_due: Set(self.state.acceptance_due().map(|due| due.date)),
            accepted_on: Set(is_accepted.then_some(self.day)),
            promised_due: Set(is_accepted.then_some(promised)),
            statutory_due: Set(is_accepted.then_some(statutory)),
            clock: Set(is_accepted.then(|| serde_json::to_string(&clock).expect("a clock"))),
            next_due: Set(next),
            renews_until: Set(None),
            due_provisional: Set(false),
            pile: Set(pile.map(|pile| pile.key().to_owned())),
            number_tail: Set(Some(self.number.tail().to_owned())),
            assignee_id: Set(self.assignee()),
            questioned: Set(Some(false)),
            new_message: Set(None),
            part_of: Set(None),
            matter: Set(None),
            channel: Set("web".to_owned()),
            created_at: Set(self.at),
            updated_at: Set(self.at),
            submitted_at: Set(Some(self.at)),
        }
    }
}
