//! Striking a rating out, and the appeal against that.

use super::rectification::RectificationState as State;
use super::step::Step;
use super::transition::{Deed, Setting};

/// Where these steps lead.
pub(super) fn next(
    step: Step,
    state: State,
    deed: &Deed<'_>,
    setting: &Setting<'_>,
) -> Option<State> {
    let (at, limits) = (setting.now, setting.limits);
    let officer = deed.by.account().cloned()?;
    Some(match (step, state) {
        (Step::ProposeStrike { ground }, before) => State::StrikeProposed {
            at,
            by: officer,
            ground,
            due: setting.due(limits.strike),
            before: Box::new(before),
        },
        (Step::Strike, State::StrikeProposed { by, ground, .. }) => State::StruckOut {
            at,
            by: [by, officer],
            ground,
            appeal_until: Some(setting.due(limits.appeal)),
        },
        // A proposal that is not followed wins no time.
        (Step::Keep, State::StrikeProposed { before, .. }) => *before,
        (Step::Appeal, State::StruckOut { by, ground, .. }) => State::Appealed {
            at,
            by,
            ground,
            due: setting.due(limits.appeal_decision),
        },
        (Step::RejectAppeal, State::Appealed { by, ground, .. }) => State::StruckOut {
            at,
            by,
            ground,
            appeal_until: None,
        },
        _ => return None,
    })
}
