//! What a citizen wants by which channel.

use std::collections::BTreeMap;

use super::{NoticeChannel, NoticeKind, NoticeTopic};

/// The choices of one citizen. What was never chosen follows [`NoticeTopic::goes_by`], so that a topic
/// that comes later is not silent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoticePreferences {
    chosen: BTreeMap<(NoticeTopic, NoticeChannel), bool>,
}

impl NoticePreferences {
    /// Keeps a choice. The inbox is no matter of choice, so it stays as it is.
    pub fn choose(&mut self, topic: NoticeTopic, channel: NoticeChannel, wanted: bool) {
        if channel != NoticeChannel::Inbox {
            self.chosen.insert((topic, channel), wanted);
        }
    }

    /// Whether notices of this topic go by this channel.
    pub fn wants(&self, topic: NoticeTopic, channel: NoticeChannel) -> bool {
        let default = || topic.goes_by(channel);
        self.chosen
            .get(&(topic, channel))
            .copied()
            .unwrap_or_else(default)
    }

    /// The channels out of the portal that this kind is planned for, and whether the citizen wants each. A
    /// channel that was switched off is planned all the same: its delivery says why nothing went out.
    pub fn plan(&self, kind: NoticeKind) -> Vec<(NoticeChannel, bool)> {
        let topic = kind.topic();
        NoticeChannel::OUTWARD
            .into_iter()
            .map(|channel| (channel, self.wants(topic, channel)))
            .filter(|(channel, wanted)| *wanted || topic.goes_by(*channel))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_counts_and_the_rest_follows_the_default() {
        let mut preferences = NoticePreferences::default();
        assert_eq!(
            preferences.plan(NoticeKind::CorrectionRequested),
            [(NoticeChannel::Mail, true), (NoticeChannel::Sms, true)]
        );
        assert_eq!(
            preferences.plan(NoticeKind::Accepted),
            [(NoticeChannel::Mail, true)]
        );
        preferences.choose(NoticeTopic::ToDo, NoticeChannel::Sms, false);
        preferences.choose(NoticeTopic::Progress, NoticeChannel::Sms, true);
        preferences.choose(NoticeTopic::Opinion, NoticeChannel::Sms, false);
        assert_eq!(
            preferences.plan(NoticeKind::CorrectionRequested),
            [(NoticeChannel::Mail, true), (NoticeChannel::Sms, false)],
            "it says that it was switched off"
        );
        assert_eq!(
            preferences.plan(NoticeKind::Accepted),
            [(NoticeChannel::Mail, true), (NoticeChannel::Sms, true)]
        );
        assert_eq!(
            preferences.plan(NoticeKind::EvaluationInvited),
            [(NoticeChannel::Mail, true)]
        );
    }

    #[test]
    fn the_inbox_cannot_be_switched_off() {
        let mut preferences = NoticePreferences::default();
        for topic in NoticeTopic::ALL {
            preferences.choose(topic, NoticeChannel::Inbox, false);
            assert!(preferences.wants(topic, NoticeChannel::Inbox), "{topic:?}");
        }
    }
}
