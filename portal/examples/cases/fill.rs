//! Cases as several years leave them behind: most are closed, some wait for somebody.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::calendar::{DueDate, civil_date};
use domain::cases::{Approver, CaseClock, CaseNumber, CaseState, Delivery, EventKind, Review};
use domain::desk::Pile;
use domain::forms::Answers;
use domain::{AccountId, ItemCode};
use entities::{account, case_answers, case_event, service_case};
use portal::Internal;
use sea_orm::{EntityTrait, PaginatorTrait, Set};

use super::city::{City, ITEM};

/// Rows of one statement: few enough for the parameters that SQLite takes.
const BATCH: usize = 500;
/// Cases of one applicant on average.
const CASES_OF_ONE: usize = 20;
/// Departments among which the cases are.
const DEPARTMENTS: usize = 18;
/// Days over which they came.
const DAYS: u64 = 1_000;

/// Adds cases until there are `count`.
pub async fn fill(city: &City, count: usize) {
    let there = service_case::Entity::find()
        .count(city.portal.db().read())
        .await;
    let there = usize::try_from(there.expect("a count")).unwrap_or(usize::MAX);
    let now = city.portal.now();
    for first in (there..count).step_by(BATCH) {
        let last = count.min(first + BATCH);
        let made: Vec<_> = (first..last)
            .map(|place| Made::new(city, place, now))
            .collect();
        put(city, made).await.expect("cases are written");
    }
}

/// All rows of a case.
struct Made {
    case: service_case::ActiveModel,
    answers: case_answers::ActiveModel,
    events: Vec<case_event::ActiveModel>,
    applicant: Option<account::ActiveModel>,
}

impl Made {
    fn new(city: &City, place: usize, now: DateTime<Utc>) -> Self {
        let keys = city.portal.keys();
        let at = now - Days::new(place as u64 % DAYS);
        let id = portal::ids::new(at);
        let applicant = format!("applicant-{}", place / CASES_OF_ONE);
        let state = state_of(place, at, civil_date(at));
        let mut given = Answers::default();
        given.set_typed("purpose", vec!["换领".to_owned()]);
        given.set_typed("place", vec![format!("梧桐街 {place} 号")]);
        let is_first = place.is_multiple_of(CASES_OF_ONE);
        Self {
            case: row(city, place, &id, &applicant, &state, at),
            events: events(&id, kinds(&state), at),
            answers: case_answers::ActiveModel {
                body: Set(sealed(keys.seal_json("case_answers", "body", &id, &given))),
                case_id: Set(id),
            },
            applicant: is_first.then(|| person(city, applicant, at)),
        }
    }
}

/// What has happened to a case that stands there.
const fn kinds(state: &CaseState) -> &'static [EventKind] {
    match state {
        CaseState::Submitted { .. } => &[EventKind::Submit],
        CaseState::Accepted { .. } => &[EventKind::Submit, EventKind::Accept],
        _ => &[
            EventKind::Submit,
            EventKind::Accept,
            EventKind::Decide,
            EventKind::Deliver,
        ],
    }
}

fn events(id: &str, kinds: &[EventKind], at: DateTime<Utc>) -> Vec<case_event::ActiveModel> {
    let events = kinds
        .iter()
        .zip(1..)
        .map(|(kind, sequence)| case_event::ActiveModel {
            case_id: Set(id.to_owned()),
            sequence: Set(sequence),
            at: Set(at + TimeDelta::hours(i64::from(sequence))),
            party: Set("officer".to_owned()),
            actor_id: Set(None),
            kind: Set(kind.key().to_owned()),
            note: Set(None),
            data: Set(None),
        });
    events.collect()
}

fn row(
    city: &City,
    place: usize,
    id: &str,
    applicant: &str,
    state: &CaseState,
    at: DateTime<Utc>,
) -> service_case::ActiveModel {
    let day = civil_date(at);
    let (promised, statutory) = (day + Days::new(14), day + Days::new(28));
    let clock = CaseClock {
        accepted_on: day,
        promised_due: settled(promised),
        statutory_due: settled(statutory),
        pauses: Vec::new(),
        extension: None,
    };
    let is_accepted = !matches!(state, CaseState::Submitted { .. });
    let sequence = u32::try_from(place % 999_999 + 1).unwrap_or(1);
    let number = CaseNumber::compose("990100", day, sequence).expect("a number");
    let department = match place % DEPARTMENTS {
        0 => city.department.clone(),
        other => format!("department-{other}"),
    };
    let next = state.acceptance_due().map(|due| due.date);
    let next = next.or_else(|| is_open(state).then_some(promised));
    let keys = city.portal.keys();
    service_case::ActiveModel {
        id: Set(id.to_owned()),
        number: Set(Some(number.to_string())),
        item_code: Set(ItemCode::new(ITEM).to_string()),
        definition_version: Set(i32::try_from(city.version).unwrap_or(1)),
        department_code: Set(department),
        applicant_id: Set(applicant.to_owned()),
        state: Set(state.key().to_owned()),
        state_data: Set(sealed(keys.seal_json(
            "service_case",
            "state_data",
            id,
            state,
        ))),
        revision: Set(i32::try_from(kinds(state).len()).unwrap_or(1)),
        acceptance_due: Set(state.acceptance_due().map(|due| due.date)),
        accepted_on: Set(is_accepted.then_some(day)),
        promised_due: Set(is_accepted.then_some(promised)),
        statutory_due: Set(is_accepted.then_some(statutory)),
        clock: Set(is_accepted.then(|| serde_json::to_string(&clock).expect("a clock"))),
        next_due: Set(next),
        renews_until: Set(None),
        due_provisional: Set(false),
        channel: Set("web".to_owned()),
        created_at: Set(at),
        updated_at: Set(at),
        submitted_at: Set(Some(at)),
        pile: Set(Pile::of(state, &city.flow).map(|pile| pile.key().to_owned())),
        ..Default::default()
    }
}

fn sealed(sealed: Result<Vec<u8>, Internal>) -> Vec<u8> {
    sealed.expect("a sealed value")
}

fn settled(date: NaiveDate) -> DueDate {
    DueDate {
        date,
        provisional: false,
    }
}

const fn is_open(state: &CaseState) -> bool {
    matches!(state, CaseState::Accepted { .. })
}

/// Of a hundred cases one waits to be accepted, three to be decided.
fn state_of(place: usize, at: DateTime<Utc>, day: NaiveDate) -> CaseState {
    let by = AccountId::new("officer");
    match (place / DEPARTMENTS) % 100 {
        0 => CaseState::Submitted {
            at,
            received_on: day,
            acceptance_due: settled(day + Days::new(36_500)),
            corrected: false,
            looks: Vec::new(),
        },
        1..=3 => CaseState::Accepted {
            at,
            review: Review::default(),
        },
        4..=8 => CaseState::Rejected {
            at,
            by,
            reason: "不符合条件".to_owned(),
        },
        9 => CaseState::Approved {
            at,
            by: Approver::Officer(by),
            opinion: String::new(),
            due: settled(day + Days::new(14)),
        },
        _ => CaseState::Delivered {
            at,
            how: Delivery::Decision,
        },
    }
}

fn person(city: &City, id: String, at: DateTime<Utc>) -> account::ActiveModel {
    let keys = city.portal.keys();
    account::ActiveModel {
        kind: Set("citizen".to_owned()),
        login_index: Set(keys.blind_index("login", &id)),
        email: Set(None),
        phone: Set(None),
        name: Set(sealed(keys.seal_text("account", "name", &id, "林小满"))),
        resident_index: Set(None),
        resident_id: Set(None),
        password_hash: Set(String::new()),
        locale: Set("zh-Hans".to_owned()),
        failed_count: Set(0),
        locked_until: Set(None),
        created_at: Set(at),
        disabled: Set(true),
        id: Set(id),
    }
}

async fn put(city: &City, made: Vec<Made>) -> Result<(), Internal> {
    city.portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let people: Vec<_> = made
                    .iter()
                    .filter_map(|one| one.applicant.clone())
                    .collect();
                if !people.is_empty() {
                    account::Entity::insert_many(people)
                        .exec_without_returning(tx)
                        .await?;
                }
                let cases: Vec<_> = made.iter().map(|one| one.case.clone()).collect();
                service_case::Entity::insert_many(cases)
                    .exec_without_returning(tx)
                    .await?;
                let answers: Vec<_> = made.iter().map(|one| one.answers.clone()).collect();
                case_answers::Entity::insert_many(answers)
                    .exec_without_returning(tx)
                    .await?;
                let events: Vec<_> = made.into_iter().flat_map(|one| one.events).collect();
                case_event::Entity::insert_many(events)
                    .exec_without_returning(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}
