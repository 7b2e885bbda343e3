//! How far a notice has come on one channel.

use serde::{Deserialize, Serialize};

/// State of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryState {
    /// It goes out as soon as a hand is free.
    Queued,
    /// It waits for the end of the quiet hours.
    Held,
    /// It did not go out and is tried again.
    Failed,
    /// It is not tried again by itself; a person has to look at it.
    Dead,
    /// The other side has taken it.
    Sent,
    /// There was nothing to send, or nobody to send it to.
    Skipped,
}

keys!(DeliveryState {
    Queued = "queued",
    Held = "held",
    Failed = "failed",
    Dead = "dead",
    Sent = "sent",
    Skipped = "skipped",
});

impl DeliveryState {
    /// Whether nothing happens to it any more by itself.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Dead | Self::Sent | Self::Skipped)
    }
}

/// Why a delivery was skipped or did not go out. A class and no more: what the other side answered may
/// name its recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryProblem {
    /// The citizen does not want this channel for it.
    SwitchedOff,
    /// The portal does not use this channel.
    ChannelOff,
    /// The account has no address for this channel.
    NoAddress,
    /// The account is closed.
    AccountClosed,
    /// The other side cannot be reached, is busy or failed.
    Unreachable,
    /// The other side refuses it.
    Refused,
    /// The portal could not make it.
    Internal,
}

keys!(DeliveryProblem {
    SwitchedOff = "switched-off",
    ChannelOff = "channel-off",
    NoAddress = "no-address",
    AccountClosed = "account-closed",
    Unreachable = "unreachable",
    Refused = "refused",
    Internal = "internal",
});
