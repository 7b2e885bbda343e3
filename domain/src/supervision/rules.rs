//! The rules as data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::cases::Light;

/// Working days before the promised day from which on a case is near it, where a city has not said
/// otherwise. Customary in electronic supervision; no law fixes it.
pub const NEAR_WORKING_DAYS: u32 = 2;

/// Most working days that a rule may look ahead or wait: a month of them. More would warn of everything.
pub const MAX_WATCHED_DAYS: u32 = 20;

/// What a rule watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Watch {
    /// The promised day comes near (预警).
    NearPromise {
        /// Working days that are left at most.
        working_days: u32,
    },
    /// The promised day has passed without a decision (超承诺时限).
    PromiseLate {},
    /// The last day of the law has passed without a decision (超法定时限, 行政许可法 art. 42).
    LawLate {},
    /// The office has not said in time whether it accepts, so that silence did (行政许可法 art. 32(4)).
    AcceptanceLate {},
    /// A special procedure took all of the time that was stated for it, and the clock ended it instead of
    /// the office (行政许可法 art. 45).
    ProcedureOverrun {},
    /// The result has not reached the applicant in time (行政许可法 art. 44).
    DeliveryLate {},
    /// It was decided, but the portal could not make the decision or the certificate.
    ResultMissing {
        /// Working days that may pass after the decision.
        working_days: u32,
    },
    /// A bad review has not been dealt with in time (好差评).
    BadReviewOpen {},
    /// A special procedure goes on, and the clock waits.
    Suspended {},
}

impl Watch {
    /// The stable name of what is watched, as in texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NearPromise { .. } => "near_promise",
            Self::PromiseLate {} => "promise_late",
            Self::LawLate {} => "law_late",
            Self::AcceptanceLate {} => "acceptance_late",
            Self::ProcedureOverrun {} => "procedure_overrun",
            Self::DeliveryLate {} => "delivery_late",
            Self::ResultMissing { .. } => "result_missing",
            Self::BadReviewOpen {} => "bad_review_open",
            Self::Suspended {} => "suspended",
        }
    }

    /// The working days that it counts, where it counts any.
    pub const fn working_days(self) -> Option<u32> {
        match self {
            Self::NearPromise { working_days } | Self::ResultMissing { working_days } => {
                Some(working_days)
            }
            _ => None,
        }
    }

    /// The same with another number of working days, where it counts any.
    #[must_use]
    pub const fn with_working_days(self, working_days: u32) -> Self {
        match self {
            Self::NearPromise { .. } => Self::NearPromise { working_days },
            Self::ResultMissing { .. } => Self::ResultMissing { working_days },
            other => other,
        }
    }
}

/// The card that a department is shown.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Card {
    /// None: it is only pointed out.
    None,
    /// 黄牌: a promise or a procedure was not kept.
    Yellow,
    /// 红牌: the law was not kept.
    Red,
}

keys!(Card { None = "none", Yellow = "yellow", Red = "red" });

/// Who is told by mail.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// The handlers of the department.
    Handlers,
    /// The reviewers of the department.
    Reviewers,
    /// The supervisors of the city.
    Supervisors,
}

keys!(Told {
    Handlers = "handlers",
    Reviewers = "reviewers",
    Supervisors = "supervisors",
});

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its number, by which findings name it; never given to another rule.
    pub number: u16,
    /// What it watches.
    pub watch: Watch,
    /// Whether it is in force.
    #[serde(default = "yes")]
    pub on: bool,
    /// The light that a case gets; green is none.
    pub colour: Light,
    /// The card that the department gets.
    pub card: Card,
    /// Who is told.
    #[serde(default)]
    pub told: Vec<Told>,
}

const fn yes() -> bool {
    true
}

/// The rules of a city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The rules, by number.
    pub rules: Vec<Rule>,
}

impl Default for Rules {
    /// What is customary: the promise leads to a yellow card, the law to a red one.
    fn default() -> Self {
        use Told::{Handlers, Reviewers, Supervisors};
        let near = Watch::NearPromise {
            working_days: NEAR_WORKING_DAYS,
        };
        let missing = Watch::ResultMissing { working_days: 1 };
        let own: &[Told] = &[Handlers, Reviewers];
        let all: &[Told] = &[Handlers, Reviewers, Supervisors];
        let rows: [(u16, Watch, Light, Card, &[Told]); 9] = [
            (1, near, Light::Yellow, Card::None, &[Handlers]),
            (2, Watch::PromiseLate {}, Light::Red, Card::Yellow, own),
            (3, Watch::LawLate {}, Light::Red, Card::Red, all),
            (4, Watch::AcceptanceLate {}, Light::Red, Card::Yellow, own),
            (5, Watch::ProcedureOverrun {}, Light::Red, Card::Yellow, own),
            (6, Watch::DeliveryLate {}, Light::Red, Card::Red, all),
            (
                7,
                missing,
                Light::Red,
                Card::Yellow,
                &[Reviewers, Supervisors],
            ),
            (8, Watch::BadReviewOpen {}, Light::Red, Card::Yellow, all),
            (9, Watch::Suspended {}, Light::Blue, Card::None, &[]),
        ];
        let rule = |(number, watch, colour, card, told): (u16, Watch, Light, Card, &[Told])| Rule {
            number,
            watch,
            on: true,
            colour,
            card,
            told: told.to_vec(),
        };
        Self {
            rules: rows.map(rule).into(),
        }
    }
}

/// What an administrator may change in a rule; what it watches is a matter of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleChange {
    /// Whether it is in force.
    pub on: bool,
    /// The light.
    pub colour: Light,
    /// The card.
    pub card: Card,
    /// Who is told.
    pub told: Vec<Told>,
    /// The working days that it counts; of no meaning where it counts none.
    pub working_days: u32,
}

/// Why a rule is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum RuleProblem {
    /// There is no rule with this number.
    #[error("there is no such rule")]
    Unknown,
    /// A finding that shows green would say that all is well.
    #[error("a rule cannot show green")]
    Green,
    /// Not between 1 and [`MAX_WATCHED_DAYS`].
    #[error("the number of working days is out of range")]
    Days,
    /// Two rules have one number.
    #[error("a number is given twice")]
    NumberTwice,
    /// Nothing would be another than it is.
    #[error("nothing would change")]
    NothingChanges,
}

keys!(RuleProblem {
    Unknown = "supervision-problem-unknown",
    Green = "supervision-problem-green",
    Days = "supervision-problem-days",
    NumberTwice = "supervision-problem-number",
    NothingChanges = "supervision-problem-nothing",
});

impl Rules {
    /// The rule with this number.
    pub fn rule(&self, number: u16) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.number == number)
    }

    /// Working days before the promised day from which on a case is near it.
    pub fn near_working_days(&self) -> u32 {
        let near = self.rules.iter().filter(|rule| rule.on);
        let mut near = near.filter_map(|rule| match rule.watch {
            Watch::NearPromise { working_days } => Some(working_days),
            _ => None,
        });
        near.next().unwrap_or(NEAR_WORKING_DAYS)
    }

    /// The first thing that is wrong with the rules.
    ///
    /// # Errors
    /// See [`RuleProblem`].
    pub fn check(&self) -> Result<(), RuleProblem> {
        for (place, rule) in self.rules.iter().enumerate() {
            let earlier = self.rules.iter().take(place);
            if earlier.into_iter().any(|it| it.number == rule.number) {
                return Err(RuleProblem::NumberTwice);
            }
            if rule.colour == Light::Green {
                return Err(RuleProblem::Green);
            }
            let days = rule.watch.working_days();
            if days.is_some_and(|days| !(1..=MAX_WATCHED_DAYS).contains(&days)) {
                return Err(RuleProblem::Days);
            }
        }
        Ok(())
    }

    /// The rules with one of them changed.
    ///
    /// # Errors
    /// See [`RuleProblem`].
    pub fn changed(&self, number: u16, change: RuleChange) -> Result<Self, RuleProblem> {
        let mut next = self.clone();
        let mut rules = next.rules.iter_mut();
        let rule = rules
            .find(|rule| rule.number == number)
            .ok_or(RuleProblem::Unknown)?;
        let mut told = change.told;
        told.sort_unstable();
        told.dedup();
        *rule = Rule {
            number,
            watch: rule.watch.with_working_days(change.working_days),
            on: change.on,
            colour: change.colour,
            card: change.card,
            told,
        };
        next.check()?;
        if next == *self {
            return Err(RuleProblem::NothingChanges);
        }
        Ok(next)
    }

    /// The JSON schema of the rules.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(Self).to_value()
    }
}
