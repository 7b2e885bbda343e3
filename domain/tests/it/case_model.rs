//! Random lives of a case, beside a small model that was written from the law and not from the code.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::calendar::{Calendar, LimitUnit, TimeLimit, civil_date};
use domain::cases::{Case, Event, EventKind, Flow, Outcome, ProcedureKind, Verdict};
use domain::{AccountId, CaseId, DepartmentCode, ItemCode};
use proptest::prelude::*;

use crate::case_samples::{event, flow, party, whole_flow};
use crate::support::{beijing, calendar};

/// Where the model's case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Applicant,
    FirstLook,
    SentBack,
    Desk,
    Correcting,
    Review,
    Waiting,
    Proposed(char),
    Granted,
    Over(&'static str),
}

/// What the law remembers of a case.
#[derive(Debug, Clone)]
struct Model {
    place: Place,
    /// It was sent back by the first look.
    mended: bool,
    /// It was corrected.
    corrected: bool,
    /// The day from which the office has time to answer.
    received: NaiveDate,
    /// The last day for what it waits for, where silence means something.
    last: Option<NaiveDate>,
    accepted: Option<NaiveDate>,
    /// The days that do not count.
    off: BTreeSet<NaiveDate>,
    /// The first and the last day of the procedure that goes on.
    procedure: Option<(NaiveDate, NaiveDate)>,
    extended: bool,
    /// The last day of the licence.
    licence: Option<NaiveDate>,
    /// The steps that are concluded, each with who concluded it.
    steps: Vec<(String, char)>,
}

/// Something that is tried.
#[derive(Debug, Clone)]
struct Try {
    by: char,
    kind: EventKind,
    outcome: Outcome,
    /// Days that pass before.
    wait: u64,
    length: u32,
    step: usize,
}

const STEPS: [&str; 4] = ["look", "ask", "rule", "second"];

impl Model {
    fn new(today: NaiveDate) -> Self {
        Self {
            place: Place::Applicant,
            mended: false,
            corrected: false,
            received: today,
            last: None,
            accepted: None,
            off: BTreeSet::new(),
            procedure: None,
            extended: false,
            licence: None,
            steps: Vec::new(),
        }
    }

    /// The n-th working day after a day, looked at one by one.
    fn count(&self, from: NaiveDate, number: u32, calendar: &Calendar) -> NaiveDate {
        let (mut day, mut left) = (from, number);
        while left > 0 {
            day = day.succ_opt().unwrap();
            let runs = calendar.is_working_day(day) && !self.off.contains(&day);
            left -= u32::from(runs);
        }
        day
    }

    fn due(&self, number: u32, calendar: &Calendar) -> Option<NaiveDate> {
        let more = if self.extended { 10 } else { 0 };
        let with = self.paused();
        Some(with.count(self.accepted?, number + more, calendar))
    }

    /// As if the procedure that goes on took all of its time.
    fn paused(&self) -> Self {
        let mut model = self.clone();
        if let Some((first, last)) = self.procedure {
            let days = first.iter_days().skip(1).take_while(|day| *day <= last);
            model.off.extend(days);
        }
        model
    }

    fn has_step(&self, key: &str) -> bool {
        self.steps.iter().any(|(step, _)| step == key)
    }

    fn is_through(&self, whole: bool) -> bool {
        !whole || STEPS.iter().all(|step| self.has_step(step))
    }

    /// Whether the law lets it happen, and if so, it has happened.
    fn happens(
        &mut self,
        tried: &Try,
        event: &Event,
        flow: &Flow,
        today: NaiveDate,
        calendar: &Calendar,
    ) -> bool {
        let whole = !flow.review.is_empty();
        let officer = "HRP".contains(tried.by);
        let boss = "RP".contains(tried.by);
        let by_itself = tried.by == 'S';
        let mine = tried.by == 'A';
        let over = |day: Option<NaiveDate>| day.is_some_and(|day| today > day);
        let with_office = matches!(
            self.place,
            Place::FirstLook | Place::Desk | Place::Review | Place::Waiting | Place::Proposed(_)
        );
        let asked = matches!(self.place, Place::SentBack | Place::Correcting);
        let running = with_office || asked;
        let here = self.place;
        let may = match tried.kind {
            // None of the flows here is that of a joint service.
            EventKind::Look | EventKind::Begin | EventKind::Settle => false,
            EventKind::Submit => mine && here == Place::Applicant,
            EventKind::Withdraw => mine && (running || here == Place::Applicant),
            EventKind::Resubmit => mine && asked,
            EventKind::PassPrecheck => officer && here == Place::FirstLook,
            EventKind::ReturnPrecheck => officer && here == Place::FirstLook && !self.mended,
            EventKind::RequestCorrection => officer && here == Place::Desk && !self.corrected,
            EventKind::Accept | EventKind::RefuseAcceptance => officer && here == Place::Desk,
            EventKind::DeemAccepted => {
                let answer = self.count(self.received, 5, calendar);
                by_itself && matches!(here, Place::FirstLook | Place::Desk) && today > answer
            }
            EventKind::DeemWithdrawn => by_itself && asked && over(self.last),
            EventKind::DecideByRule => by_itself && here == Place::Desk && flow.automatic.is_some(),
            EventKind::Conclude | EventKind::ConcludeByRule => {
                self.may_conclude(tried, event, whole)
            }
            EventKind::Suspend => {
                officer && here == Place::Review && whole && (1..=20).contains(&tried.length)
            }
            EventKind::Resume => {
                here == Place::Waiting && (officer || by_itself && over(self.last))
            }
            EventKind::Extend => {
                let in_time = self.due(20, calendar).is_some_and(|due| today <= due);
                let there = matches!(here, Place::Review | Place::Proposed(_));
                boss && there && whole && !self.extended && in_time
            }
            EventKind::Propose => {
                officer && here == Place::Review && flow.four_eyes && self.is_through(whole)
            }
            EventKind::SendBack => matches!(here, Place::Proposed(who) if boss && who != tried.by),
            EventKind::Decide => match here {
                Place::Proposed(who) => boss && who != tried.by,
                Place::Review => officer && !flow.four_eyes && self.is_through(whole),
                _ => false,
            },
            EventKind::DeemGranted => by_itself && with_office && over(self.licence),
            EventKind::Close => boss && running,
            EventKind::Deliver => {
                let who = if whole { officer } else { by_itself };
                who && here == Place::Granted
            }
            // The calendar never changes here.
            EventKind::Recount => false,
        };
        if may {
            self.follow(tried, event, flow, today, calendar);
        }
        may
    }

    fn may_conclude(&self, tried: &Try, event: &Event, whole: bool) -> bool {
        let step = match event {
            Event::Conclude { step, .. } | Event::ConcludeByRule { step } => step.as_str(),
            _ => return false,
        };
        let looked = |by: char| self.steps.iter().any(|(_, who)| *who == by);
        let first = ["look", "ask", "rule"].iter().all(|it| self.has_step(it));
        let who = match step {
            "rule" => tried.by == 'S' && tried.kind == EventKind::ConcludeByRule,
            _ if tried.kind == EventKind::ConcludeByRule => false,
            "look" => "HRP".contains(tried.by),
            "ask" => "hr".contains(tried.by),
            "second" => "HRP".contains(tried.by) && first && !looked(tried.by),
            _ => false,
        };
        whole && self.place == Place::Review && !self.has_step(step) && who
    }

    fn follow(
        &mut self,
        tried: &Try,
        event: &Event,
        flow: &Flow,
        today: NaiveDate,
        calendar: &Calendar,
    ) {
        match tried.kind {
            EventKind::Submit | EventKind::Resubmit => {
                if tried.kind == EventKind::Submit
                    && let Event::Submit { expiry, .. } = event
                {
                    let timely = |day: &NaiveDate| today + Days::new(30) <= *day;
                    self.licence = expiry.filter(timely);
                }
                self.mended |= self.place == Place::SentBack;
                self.corrected |= self.place == Place::Correcting;
                let looks = flow.precheck.is_some() && self.place != Place::Correcting;
                self.place = if looks { Place::FirstLook } else { Place::Desk };
                self.received = today;
            }
            EventKind::PassPrecheck => self.place = Place::Desk,
            EventKind::ReturnPrecheck | EventKind::RequestCorrection => {
                self.place = if self.place == Place::Desk {
                    Place::Correcting
                } else {
                    Place::SentBack
                };
                self.last = Some(self.count(today, 15, calendar));
            }
            EventKind::Accept => {
                self.accepted = Some(today);
                self.place = Place::Review;
            }
            EventKind::DeemAccepted => {
                self.accepted = Some(self.received);
                self.place = Place::Review;
            }
            EventKind::Suspend => {
                let plain = Self::new(today);
                let last = plain.count(today, tried.length, calendar);
                self.procedure = Some((today, last));
                self.last = Some(last);
                self.place = Place::Waiting;
            }
            EventKind::Resume => {
                if let Some((first, last)) = self.procedure.take() {
                    let end = last.min(today);
                    let days = first.iter_days().skip(1).take_while(|day| *day <= end);
                    self.off.extend(days);
                }
                self.place = Place::Review;
            }
            EventKind::Extend => self.extended = true,
            EventKind::Conclude | EventKind::ConcludeByRule => {
                if let Event::Conclude { step, .. } | Event::ConcludeByRule { step } = event {
                    self.steps.push((step.clone(), tried.by));
                }
            }
            EventKind::Propose => self.place = Place::Proposed(tried.by),
            EventKind::SendBack => self.place = Place::Review,
            EventKind::Decide if tried.outcome == Outcome::Reject => {
                self.place = Place::Over("rejected");
            }
            EventKind::DecideByRule => {
                self.accepted = Some(today);
                self.place = Place::Granted;
            }
            EventKind::Decide | EventKind::DeemGranted => self.place = Place::Granted,
            EventKind::RefuseAcceptance => self.place = Place::Over("not_accepted"),
            EventKind::Withdraw | EventKind::DeemWithdrawn => self.place = Place::Over("withdrawn"),
            EventKind::Close => self.place = Place::Over("closed"),
            EventKind::Deliver => self.place = Place::Over("delivered"),
            EventKind::Recount | EventKind::Look | EventKind::Begin | EventKind::Settle => {}
        }
    }

    fn state(&self) -> &'static str {
        match self.place {
            Place::Applicant => "draft",
            Place::FirstLook => "prechecking",
            Place::SentBack => "returned",
            Place::Desk => "submitted",
            Place::Correcting => "correction_requested",
            Place::Review => "accepted",
            Place::Waiting => "suspended",
            Place::Proposed(_) => "proposed",
            Place::Granted => "approved",
            Place::Over(state) => state,
        }
    }
}

fn attempts() -> impl Strategy<Value = Vec<Try>> {
    let party = prop::sample::select("AAABHHHHRRRPhrSSSS".chars().collect::<Vec<_>>());
    let one = (
        party,
        prop::sample::select(EventKind::ALL.to_vec()),
        prop::sample::select(Outcome::ALL.to_vec()),
        prop_oneof![4 => Just(0_u64), 2 => 1_u64..4, 1 => 4_u64..25],
        0_u32..22,
        0_usize..STEPS.len(),
    );
    let one = one.prop_map(|(by, kind, outcome, wait, length, step)| Try {
        by,
        kind,
        outcome,
        wait,
        length,
        step,
    });
    prop::collection::vec(one, 10..120)
}

/// The event with what is tried.
fn made(tried: &Try, case: &Case, flow: &Flow) -> Event {
    let step = STEPS[tried.step].to_owned();
    match event(tried.kind, tried.outcome, case, &party(tried.by), flow) {
        Event::Conclude { opinion, .. } => Event::Conclude {
            step,
            verdict: Verdict::Agree,
            opinion,
        },
        Event::ConcludeByRule { .. } => Event::ConcludeByRule { step },
        Event::Suspend { reason, .. } => Event::Suspend {
            kind: ProcedureKind::Hearing,
            length: TimeLimit {
                number: tried.length,
                unit: LimitUnit::WorkingDays,
            },
            reason,
        },
        other => other,
    }
}

fn live(flow: &Flow, attempts: &[Try]) -> Result<(), TestCaseError> {
    let calendar = calendar();
    let mut now: DateTime<Utc> = beijing("2025-12-08 09:00");
    let mut model = Model::new(civil_date(now));
    let mut case = Case::draft(
        CaseId::new("case"),
        ItemCode::new("item"),
        1,
        DepartmentCode::new("police"),
        AccountId::new("applicant"),
    );
    for tried in attempts {
        now = now + Days::new(tried.wait);
        let today = civil_date(now);
        let event = made(tried, &case, flow);
        let may = model.happens(tried, &event, flow, today, &calendar);
        let done = case
            .clone()
            .apply(event, &party(tried.by), flow, now, &calendar);
        prop_assert_eq!(
            done.is_ok(),
            may,
            "{:?} on {:?}: {:?}",
            tried,
            case.state,
            done
        );
        if let Ok(next) = done {
            prop_assert_eq!(next.revision, case.revision + 1);
            case = next;
        }
        prop_assert_eq!(case.state.key(), model.state());
        let dues = case.clock.as_ref();
        let dues = dues.map(|it| (it.promised_due.date, it.statutory_due.date));
        let expected = model.due(10, &calendar).zip(model.due(20, &calendar));
        if case.state.review().is_some() {
            prop_assert_eq!(dues, expected, "after {:?}", tried);
        }
    }
    Ok(())
}

/// Runs for each kind of flow; ten thousand in all.
const RUNS: u32 = 2_500;

proptest! {
    #![proptest_config(ProptestConfig { cases: RUNS, ..ProptestConfig::default() })]

    #[test]
    fn one_officer_does_as_the_model_says(attempts in attempts()) {
        live(&flow(false, false), &attempts)?;
    }

    #[test]
    fn two_officers_do_as_the_model_says(attempts in attempts()) {
        live(&flow(true, false), &attempts)?;
    }

    #[test]
    fn rules_do_as_the_model_says(attempts in attempts()) {
        live(&flow(false, true), &attempts)?;
    }

    #[test]
    fn the_whole_flow_does_as_the_model_says(attempts in attempts()) {
        live(&whole_flow(), &attempts)?;
    }
}
