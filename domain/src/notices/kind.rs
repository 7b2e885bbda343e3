//! What a notice is about.

use serde::{Deserialize, Serialize};

/// The occasions on which a citizen is told something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// 收件: the application has arrived.
    Submitted,
    /// 预审通过: the application has passed the check before acceptance.
    PrecheckPassed,
    /// 预审退回: it came back from that check and can be mended.
    PrecheckReturned,
    /// 补正告知: everything that is missing, told once (行政许可法 art. 32(4)).
    CorrectionRequested,
    /// The last day to correct, or to mend what the first look sent back, comes near.
    CorrectionDue,
    /// The correction has arrived.
    Resubmitted,
    /// 受理 (art. 32(5)).
    Accepted,
    /// Accepted because the office was silent (art. 32(4)).
    DeemedAccepted,
    /// 不予受理, with reason and remedy (art. 32).
    NotAccepted,
    /// The clock stands still for a special procedure (art. 45).
    Suspended,
    /// The clock goes on.
    Resumed,
    /// 延长: the head of the office has extended the limit (art. 42).
    Extended,
    /// 准予.
    Approved,
    /// 不予, with reasons and remedy (art. 38).
    Rejected,
    /// 联办办结: all matters of a joint application have ended.
    Settled,
    /// 送达: the result can be collected (art. 44).
    ResultReady,
    /// The result is on its way by post (art. 44).
    ResultShipped,
    /// 好差评: the applicant may say how it went.
    EvaluationInvited,
    /// A certificate ends soon; a renewal is asked for 30 days before (art. 50).
    CertificateExpires,
    /// The office is late and says so.
    Overdue,
    /// 撤回: the applicant has taken it back.
    Withdrawn,
    /// It counts as withdrawn, as the correction never came.
    DeemedWithdrawn,
    /// The office has ended it otherwise: voided 作废, transferred 转报.
    Closed,
    /// The office has written a message on the page of the case.
    Message,
    /// A draft that nobody works on will be deleted.
    DraftExpires,
    /// A file that waited for the scanner was harmful and is gone.
    MaterialHarmful,
}

keys!(NoticeKind {
    Submitted = "submitted",
    PrecheckPassed = "precheck-passed",
    PrecheckReturned = "precheck-returned",
    CorrectionRequested = "correction-requested",
    CorrectionDue = "correction-due",
    Resubmitted = "resubmitted",
    Accepted = "accepted",
    DeemedAccepted = "deemed-accepted",
    NotAccepted = "not-accepted",
    Suspended = "suspended",
    Resumed = "resumed",
    Extended = "extended",
    Approved = "approved",
    Rejected = "rejected",
    Settled = "settled",
    ResultReady = "result-ready",
    ResultShipped = "result-shipped",
    EvaluationInvited = "evaluation-invited",
    CertificateExpires = "certificate-expires",
    Overdue = "overdue",
    Withdrawn = "withdrawn",
    DeemedWithdrawn = "deemed-withdrawn",
    Closed = "closed",
    Message = "message",
    DraftExpires = "draft-expires",
    MaterialHarmful = "material-harmful",
});

/// The ways by which a notice reaches somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeChannel {
    /// 站内消息: the inbox in the portal. Every notice stands there, and nobody can switch it off: what the
    /// law wants told (行政许可法 art. 32, 38, 42, 44) must be on record where its reader finds it again.
    Inbox,
    /// 邮件.
    Mail,
    /// 短信.
    Sms,
}

keys!(NoticeChannel { Inbox = "inbox", Mail = "mail", Sms = "sms" });

impl NoticeChannel {
    /// The channels that carry a notice out of the portal, and that a citizen may switch off.
    pub const OUTWARD: [Self; 2] = [Self::Mail, Self::Sms];
}

/// What a citizen can choose the channels for: kinds that belong together, since nobody wants to answer
/// the same question for each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeTopic {
    /// Something has to be done by the applicant.
    ToDo,
    /// The matter has come to an end, or its result is there.
    Result,
    /// It goes on, and there is nothing to do.
    Progress,
    /// A certificate ends.
    Certificate,
    /// The applicant is asked for an opinion.
    Opinion,
}

keys!(NoticeTopic {
    ToDo = "to-do",
    Result = "result",
    Progress = "progress",
    Certificate = "certificate",
    Opinion = "opinion",
});

impl NoticeTopic {
    /// Whether notices of this topic go by this channel as long as the citizen has not chosen. A mail lies
    /// and waits, so all of them go by mail; a text message rings, so it comes only where somebody has to
    /// act or waits for the result.
    pub const fn goes_by(self, channel: NoticeChannel) -> bool {
        match channel {
            NoticeChannel::Inbox | NoticeChannel::Mail => true,
            NoticeChannel::Sms => matches!(self, Self::ToDo | Self::Result | Self::Certificate),
        }
    }
}

impl NoticeKind {
    /// What it belongs to.
    pub const fn topic(self) -> NoticeTopic {
        match self {
            Self::PrecheckReturned
            | Self::CorrectionRequested
            | Self::CorrectionDue
            | Self::Message
            | Self::DraftExpires
            | Self::MaterialHarmful => NoticeTopic::ToDo,
            Self::NotAccepted
            | Self::Approved
            | Self::Rejected
            | Self::Settled
            | Self::ResultReady
            | Self::ResultShipped
            | Self::DeemedWithdrawn
            | Self::Closed => NoticeTopic::Result,
            Self::Submitted
            | Self::PrecheckPassed
            | Self::Resubmitted
            | Self::Accepted
            | Self::DeemedAccepted
            | Self::Suspended
            | Self::Resumed
            | Self::Extended
            | Self::Overdue
            | Self::Withdrawn => NoticeTopic::Progress,
            Self::CertificateExpires => NoticeTopic::Certificate,
            Self::EvaluationInvited => NoticeTopic::Opinion,
        }
    }

    /// Whether it answers what the citizen has done a moment ago. Such a notice comes at once, at night
    /// too: whoever has just pressed the button is awake and looks for it.
    pub const fn is_receipt(self) -> bool {
        matches!(self, Self::Submitted | Self::Resubmitted | Self::Withdrawn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_back_to_their_kinds() {
        for kind in NoticeKind::ALL {
            assert_eq!(NoticeKind::parse(kind.key()), Some(kind));
        }
        assert_eq!(NoticeKind::parse("submit"), None);
    }

    #[test]
    fn every_topic_has_a_kind() {
        for topic in NoticeTopic::ALL {
            assert!(NoticeKind::ALL.iter().any(|kind| kind.topic() == topic));
        }
    }

    #[test]
    fn what_the_law_wants_told_goes_by_text_message_where_it_asks_or_ends() {
        for kind in [
            NoticeKind::CorrectionRequested,
            NoticeKind::NotAccepted,
            NoticeKind::Rejected,
            NoticeKind::ResultReady,
        ] {
            assert!(kind.topic().goes_by(NoticeChannel::Sms), "{kind:?}");
        }
        assert!(!NoticeKind::Accepted.topic().goes_by(NoticeChannel::Sms));
        assert!(
            !NoticeKind::EvaluationInvited
                .topic()
                .goes_by(NoticeChannel::Sms)
        );
    }
}
