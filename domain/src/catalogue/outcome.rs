//! What the guided choice (智能导办) comes to: who can apply, in which scenario, with which materials.

use chrono::NaiveDate;

use super::{EligibilityRule, ExemptionWay, GuideMaterial, Necessity, Scenario, ServiceDefinition};
use crate::calendar::TimeLimit;
use crate::forms::{Answers, Expression, Fault, Field, Foresight, MaterialSlot};

/// What follows from the answers to the early questions, as far as they have been answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<'d> {
    /// The early questions that are still open, in order.
    pub open: Vec<&'d Field>,
    /// The rules by which this person cannot apply, whatever else is answered.
    pub barred: Vec<&'d EligibilityRule>,
    /// The rules that wait for an answer.
    pub undecided: Vec<&'d EligibilityRule>,
    /// The scenario (情形) that fits; `None` where there are none, none fits, or it is not yet settled.
    pub scenario: Option<&'d Scenario>,
    /// Every material of the guide, and whether it is needed.
    pub materials: Vec<MaterialNeed<'d>>,
    /// The first expression that could not be answered. The service is under repair then, and nothing
    /// else here may be relied on.
    pub fault: Option<Fault>,
}

/// A material and whether this person needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaterialNeed<'d> {
    /// The material.
    pub material: &'d GuideMaterial,
    /// Whether it is needed.
    pub need: Need<'d>,
    /// Where the form takes it; `None` when it is not handed in online.
    pub slot: Option<&'d MaterialSlot>,
}

/// Whether a material is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need<'d> {
    /// It is.
    Needed,
    /// It is not, by the answers.
    NotNeeded,
    /// It depends on these questions, which are still open.
    Depends(Vec<&'d Field>),
}

/// How a material that is needed can be left out of the bag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut {
    /// An electronic certificate answers it (电子证照).
    Certificate,
    /// The portal makes it from the answers (自动生成).
    Generated,
    /// Another department shares it (数据共享).
    Shared,
    /// A promise stands in for it (告知承诺).
    Promise,
    /// It may follow later (容缺后补), within this limit from acceptance where one is set.
    Later(Option<TimeLimit>),
}

impl ServiceDefinition {
    /// What the answers to the early questions lead to on a day.
    pub fn outcome(&self, answers: &Answers, today: NaiveDate) -> Outcome<'_> {
        let reading = self.form.read(answers, today);
        let foresight = reading.foresee();
        let mut decider = Decider {
            foresight: &foresight,
            fault: reading.fault().cloned(),
        };
        let (barred, undecided) = decider.eligibility(&self.choice.eligibility);
        let scenario = decider.scenario(&self.choice.scenarios);
        let materials = self.guide.materials.iter();
        let materials = materials
            .map(|material| MaterialNeed {
                material,
                need: decider.need(material),
                slot: self.form.material(&material.key),
            })
            .collect();
        Outcome {
            fault: decider.fault,
            open: foresight.open().to_vec(),
            barred,
            undecided,
            scenario,
            materials,
        }
    }
}

/// Asks conditions and remembers the first that could not be answered.
struct Decider<'r, 'd> {
    foresight: &'r Foresight<'r, 'd>,
    fault: Option<Fault>,
}

impl<'d> Decider<'_, 'd> {
    /// Whether a condition holds; `None` while it waits for an answer, or cannot be answered.
    fn holds(&mut self, condition: &Expression) -> Option<bool> {
        self.foresight.holds(condition).unwrap_or_else(|fault| {
            self.fault.get_or_insert(fault);
            None
        })
    }

    /// The rules that hold against applying, and those that may still.
    fn eligibility(
        &mut self,
        rules: &'d [EligibilityRule],
    ) -> (Vec<&'d EligibilityRule>, Vec<&'d EligibilityRule>) {
        let (mut barred, mut undecided) = (Vec::new(), Vec::new());
        for rule in rules {
            match self.holds(&rule.fails_when) {
                Some(true) => barred.push(rule),
                Some(false) => {}
                None => undecided.push(rule),
            }
        }
        (barred, undecided)
    }

    /// The first scenario that fits, once none before it can.
    fn scenario(&mut self, scenarios: &'d [Scenario]) -> Option<&'d Scenario> {
        for scenario in scenarios {
            match scenario.when.as_ref().map(|when| self.holds(when)) {
                None | Some(Some(true)) => return Some(scenario),
                Some(Some(false)) => {}
                Some(None) => return None,
            }
        }
        None
    }

    fn need(&mut self, material: &'d GuideMaterial) -> Need<'d> {
        let Some(when) = &material.when else {
            return Need::Needed;
        };
        match self.holds(when) {
            Some(true) => Need::Needed,
            Some(false) => Need::NotNeeded,
            None => Need::Depends(self.foresight.waits_for(when)),
        }
    }
}

impl Outcome<'_> {
    /// Whether every question has been answered.
    pub fn is_settled(&self) -> bool {
        self.open.is_empty()
    }

    /// Whether this person can apply as far as the answers tell: nothing speaks against it, and nothing
    /// may still.
    pub fn is_eligible(&self) -> bool {
        self.barred.is_empty() && self.undecided.is_empty() && self.fault.is_none()
    }
}

impl MaterialNeed<'_> {
    /// How it can be left out, the way that asks for least first. What the guide says and what the form
    /// offers are one list.
    pub fn ways_out(&self) -> Vec<WayOut> {
        let mut ways = Vec::new();
        ways.extend(match self.material.exemption {
            ExemptionWay::None => None,
            ExemptionWay::Certificate => Some(WayOut::Certificate),
            ExemptionWay::Generated => Some(WayOut::Generated),
            ExemptionWay::Shared => Some(WayOut::Shared),
            ExemptionWay::Commitment => Some(WayOut::Promise),
        });
        let promised = self.slot.is_some_and(|slot| slot.commitment.is_some());
        if promised && !ways.contains(&WayOut::Promise) {
            ways.push(WayOut::Promise);
        }
        let limit = self.slot.and_then(|slot| slot.deferrable);
        if limit.is_some() || self.material.necessity == Necessity::Deferred {
            ways.push(WayOut::Later(limit));
        }
        ways
    }

    /// Whether the person has nothing to bring for it: a certificate, a register or the portal itself
    /// answers it.
    pub const fn is_spared(&self) -> bool {
        matches!(
            self.material.exemption,
            ExemptionWay::Certificate | ExemptionWay::Generated | ExemptionWay::Shared
        )
    }
}

#[cfg(test)]
mod tests;
