//! What is written with an event.

use super::{Demands, Event, MAX_POINT_CHARS, MAX_POINTS, Outcome, Refusal, Verdict};

/// Most characters of a notice, reason or opinion: about three printed pages.
pub const MAX_OPINION_CHARS: usize = 2000;

impl Event {
    /// What has to be corrected, where that is asked.
    pub const fn asked(&self) -> Option<&Demands> {
        match self {
            Self::ReturnPrecheck { asked }
            | Self::RequestCorrection { asked }
            | Self::Look { asked } => Some(asked),
            _ => None,
        }
    }

    /// What was written with the event: notice, reason or opinion.
    pub fn note(&self) -> Option<&str> {
        self.words()
            .map(|(words, _)| words)
            .filter(|words| !words.is_empty())
    }

    /// The words that come along, and whether they must.
    fn words(&self) -> Option<(&str, bool)> {
        Some(match self {
            Self::ReturnPrecheck { asked } | Self::RequestCorrection { asked } => {
                (&asked.notice, asked.points.is_empty())
            }
            Self::RefuseAcceptance { reason, .. }
            | Self::Suspend { reason, .. }
            | Self::Extend { reason }
            | Self::Close { reason, .. }
            | Self::SendBack { opinion: reason } => (reason, true),
            Self::Propose { outcome, opinion } | Self::Decide { outcome, opinion } => {
                (opinion, *outcome == Outcome::Reject)
            }
            Self::Conclude {
                verdict, opinion, ..
            } => (opinion, *verdict == Verdict::Object),
            Self::Resume { opinion } | Self::DecideByRule { opinion } => (opinion, false),
            Self::Look { asked } => (&asked.notice, false),
            Self::Submit { .. }
            | Self::Begin { .. }
            | Self::Settle { .. }
            | Self::PassPrecheck
            | Self::Resubmit
            | Self::Accept
            | Self::DeemAccepted
            | Self::ConcludeByRule { .. }
            | Self::DeemGranted
            | Self::Withdraw
            | Self::DeemWithdrawn
            | Self::Deliver { .. }
            | Self::Recount => return None,
        })
    }

    /// Words that burden somebody must not be missing (行政许可法 art. 32, 38, 42, 45), and none may be
    /// endless. `gathered` is what becomes part of a notice besides: it need not be written again.
    pub(super) fn check_words(&self, gathered: &Demands) -> Result<(), Refusal> {
        if let Some(asked) = self.asked() {
            check_points(asked)?;
        }
        let Some((words, needed)) = self.words() else {
            return Ok(());
        };
        let says_others = matches!(self, Self::RequestCorrection { .. }) && !gathered.is_empty();
        if needed && !says_others && words.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if words.chars().count() > MAX_OPINION_CHARS {
            return Err(Refusal::TextTooLong);
        }
        Ok(())
    }
}

fn check_points(asked: &Demands) -> Result<(), Refusal> {
    if asked.points.len() > MAX_POINTS {
        return Err(Refusal::TooManyPoints);
    }
    for point in &asked.points {
        if point.why.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if point.why.chars().count() > MAX_POINT_CHARS {
            return Err(Refusal::TextTooLong);
        }
    }
    Ok(())
}
