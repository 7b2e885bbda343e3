//! Quiet hours: when a notice may ring.

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::{NoticeChannel, NoticeKind};
use crate::calendar::civil_time;

/// The hour, in Beijing, from which on a text message may ring.
pub const LOUD_FROM: u32 = 8;

/// The hour, in Beijing, from which on it may not any more.
pub const LOUD_UNTIL: u32 = 21;

/// The first instant, not before `now`, at which this notice may go out by this channel.
///
/// The inbox and the mailbox are silent: what lies there waits until its reader comes, so both take
/// everything at once. A text message rings and wakes people, so it goes out from 08:00 to 21:00 only. A
/// receipt is the exception: it answers a button that was pressed a moment ago.
pub fn earliest(now: DateTime<Utc>, channel: NoticeChannel, kind: NoticeKind) -> DateTime<Utc> {
    let rings = channel == NoticeChannel::Sms && !kind.is_receipt();
    let here = civil_time(now);
    let (from, until) = (clock(LOUD_FROM), clock(LOUD_UNTIL));
    if !rings || (from..until).contains(&here.time()) {
        return now;
    }
    let morning = here.date().and_time(from);
    let morning = if here.time() < from {
        morning
    } else {
        morning
            .checked_add_signed(TimeDelta::days(1))
            .unwrap_or(morning)
    };
    instant(morning).max(now)
}

/// A full hour; the constants above are hours, so there always is one.
fn clock(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

/// The instant of a time of day in Beijing.
fn instant(civil: NaiveDateTime) -> DateTime<Utc> {
    civil
        .checked_sub_signed(TimeDelta::hours(8))
        .unwrap_or(civil)
        .and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}+08:00")
            .parse::<DateTime<chrono::FixedOffset>>()
            .unwrap()
            .to_utc()
    }

    #[test]
    fn a_text_message_waits_for_the_morning() {
        for (now, expected) in [
            ("2026-11-02T08:00:00", "2026-11-02T08:00:00"),
            ("2026-11-02T10:00:00", "2026-11-02T10:00:00"),
            ("2026-11-02T20:59:59", "2026-11-02T20:59:59"),
            ("2026-11-02T21:00:00", "2026-11-03T08:00:00"),
            ("2026-11-02T23:59:59", "2026-11-03T08:00:00"),
            ("2026-11-03T00:00:00", "2026-11-03T08:00:00"),
            ("2026-11-03T07:59:59", "2026-11-03T08:00:00"),
            ("2026-11-30T22:00:00", "2026-12-01T08:00:00"),
            ("2026-12-31T21:30:00", "2027-01-01T08:00:00"),
            ("2028-02-28T21:30:00", "2028-02-29T08:00:00"),
        ] {
            assert_eq!(
                earliest(at(now), NoticeChannel::Sms, NoticeKind::Approved),
                at(expected),
                "{now}"
            );
        }
    }

    #[test]
    fn what_does_not_ring_goes_at_once() {
        for hour in 0..24 {
            let now = at(&format!("2026-11-02T{hour:02}:30:00"));
            for kind in NoticeKind::ALL {
                for channel in [NoticeChannel::Inbox, NoticeChannel::Mail] {
                    assert_eq!(earliest(now, channel, kind), now);
                }
                let rings_at_night = !(LOUD_FROM..LOUD_UNTIL).contains(&hour) && !kind.is_receipt();
                let sms = earliest(now, NoticeChannel::Sms, kind);
                assert_eq!(sms > now, rings_at_night, "{kind:?} at {hour}");
                assert_eq!(
                    earliest(sms, NoticeChannel::Sms, kind),
                    sms,
                    "once is enough"
                );
            }
        }
    }
}
