//! What is told because a day has come, not because somebody did something.

use chrono::{Days, NaiveDate};

use super::NoticeKind;
use crate::calendar::{Calendar, civil_date};
use crate::cases::{Case, CaseState};

/// Working days before the end of a correction on which its applicant is reminded, the nearest first.
const CORRECTION_STEPS: [u32; 2] = [1, 3];

/// Days before the end of a certificate on which its holder is reminded, the nearest first. A renewal has
/// to be asked for 30 days before (行政许可法 art. 50), so the first reminder leaves a month for that.
const CERTIFICATE_STEPS: [u64; 2] = [30, 60];

/// Days after the end of a matter within which its applicant is invited to rate it; later nobody remembers.
const INVITATION_DAYS: u64 = 7;

/// Something to tell today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What.
    pub kind: NoticeKind,
    /// Names the occasion among those of its case or certificate. Whoever tells it must tell each once.
    pub occasion: String,
    /// The day that it is about: the last for a correction, the one that the office has missed, the last
    /// of the certificate.
    pub due: Option<NaiveDate>,
}

/// What the applicant of a case is to be told today without anything having happened: that the correction
/// is due in three working days and in one, that the office is late, or, from the day after the end of a
/// matter that nobody has rated, that it may be rated. `moved_on` is the day of the last step.
pub fn reminder_of_case(
    case: &Case,
    moved_on: NaiveDate,
    rated: bool,
    today: NaiveDate,
    calendar: &Calendar,
) -> Option<Reminder> {
    match &case.state {
        CaseState::Returned { at, due, .. } | CaseState::CorrectionRequested { at, due, .. } => {
            return correction(civil_date(*at), due.date, today, calendar);
        }
        // The clock waits, and with the last day of the procedure it goes on by itself.
        CaseState::Suspended { .. } => return None,
        _ => {}
    }
    if case.can_be_rated() {
        let last = moved_on.checked_add_days(Days::new(INVITATION_DAYS))?;
        let invited = !rated && moved_on < today && today <= last;
        return invited.then(|| Reminder {
            kind: NoticeKind::EvaluationInvited,
            occasion: "evaluation".to_owned(),
            due: None,
        });
    }
    let due = case.next_due()?.date;
    (due < today).then(|| Reminder {
        kind: NoticeKind::Overdue,
        occasion: format!("overdue:{due}"),
        due: Some(due),
    })
}

/// A reminder is left out where the notice itself came no earlier.
fn correction(
    asked_on: NaiveDate,
    due: NaiveDate,
    today: NaiveDate,
    calendar: &Calendar,
) -> Option<Reminder> {
    let left = u32::try_from(calendar.working_days_between(today, due)).ok()?;
    let whole = u32::try_from(calendar.working_days_between(asked_on, due)).ok()?;
    let step = CORRECTION_STEPS.into_iter().find(|step| left <= *step)?;
    (whole > step && today <= due).then(|| Reminder {
        kind: NoticeKind::CorrectionDue,
        occasion: format!("correction-due:{due}:{step}"),
        due: Some(due),
    })
}

/// What the holder of a certificate is to be told today: that it ends in 60 days, and in 30. A certificate
/// that was issued for a shorter time gets the reminders that still fit.
pub fn reminder_of_certificate(
    issued_on: NaiveDate,
    valid_until: NaiveDate,
    today: NaiveDate,
) -> Option<Reminder> {
    if today > valid_until {
        return None;
    }
    let begins = |step: u64| valid_until.checked_sub_days(Days::new(step));
    let step = CERTIFICATE_STEPS
        .into_iter()
        .find(|step| begins(*step).is_some_and(|first| first <= today))?;
    begins(step)
        .is_some_and(|first| issued_on < first)
        .then(|| Reminder {
            kind: NoticeKind::CertificateExpires,
            occasion: format!("expires:{valid_until}:{step}"),
            due: Some(valid_until),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DueDate;
    use crate::cases::{CaseClock, Delivery, Demands, Review};
    use crate::{AccountId, CaseId, DepartmentCode, ItemCode};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn due(text: &str) -> DueDate {
        DueDate {
            date: day(text),
            provisional: false,
        }
    }

    fn case(state: CaseState) -> Case {
        let mut case = Case::draft(
            CaseId::new("c"),
            ItemCode::new("i"),
            1,
            DepartmentCode::new("d"),
            AccountId::new("a"),
        );
        case.state = state;
        case.clock = Some(CaseClock {
            accepted_on: day("2026-11-02"),
            promised_due: due("2026-11-09"),
            statutory_due: due("2026-11-30"),
            pauses: Vec::new(),
            extension: None,
        });
        case
    }

    fn told(case: &Case, moved_on: &str, rated: bool, today: &str) -> Option<String> {
        let calendar = Calendar::default();
        reminder_of_case(case, day(moved_on), rated, day(today), &calendar)
            .map(|reminder| reminder.occasion)
    }

    /// 2 November 2026 is a Monday.
    fn corrected(asked: &str, until: &str) -> Case {
        case(CaseState::CorrectionRequested {
            at: format!("{asked}T02:00:00Z").parse().unwrap(),
            by: AccountId::new("o"),
            asked: Demands::default(),
            due: due(until),
        })
    }

    #[test]
    fn a_correction_is_reminded_of_three_days_and_one_day_before() {
        let long = corrected("2026-11-02", "2026-11-13");
        for (today, step) in [
            ("2026-11-02", None),
            ("2026-11-09", None),
            ("2026-11-10", Some("3")),
            ("2026-11-11", Some("3")),
            ("2026-11-12", Some("1")),
            ("2026-11-13", Some("1")),
            ("2026-11-14", None),
            ("2026-11-16", None),
        ] {
            let expected = step.map(|step| format!("correction-due:2026-11-13:{step}"));
            assert_eq!(told(&long, "2026-11-02", false, today), expected, "{today}");
        }
        // Two working days: only the last reminder tells more than the notice itself.
        let short = corrected("2026-11-11", "2026-11-13");
        assert_eq!(told(&short, "2026-11-11", false, "2026-11-11"), None);
        assert!(told(&short, "2026-11-11", false, "2026-11-12").is_some());
        let shortest = corrected("2026-11-12", "2026-11-13");
        assert_eq!(told(&shortest, "2026-11-12", false, "2026-11-13"), None);
    }

    #[test]
    fn a_late_office_says_so() {
        let accepted = case(CaseState::Accepted {
            at: "2026-11-02T02:00:00Z".parse().unwrap(),
            review: Review::default(),
        });
        assert_eq!(told(&accepted, "2026-11-02", false, "2026-11-09"), None);
        for today in ["2026-11-10", "2026-12-10"] {
            assert_eq!(
                told(&accepted, "2026-11-02", false, today).as_deref(),
                Some("overdue:2026-11-09"),
                "once, whatever the day"
            );
        }
        assert_eq!(
            told(&case(CaseState::Draft), "2026-11-02", false, "2027-11-09"),
            None
        );
    }

    #[test]
    fn a_finished_matter_may_be_rated_from_the_next_day_on() {
        let delivered = case(CaseState::Delivered {
            at: "2026-11-02T02:00:00Z".parse().unwrap(),
            how: Delivery::Certificate,
        });
        for (today, rated, invited) in [
            ("2026-11-02", false, false),
            ("2026-11-03", false, true),
            ("2026-11-03", true, false),
            ("2026-11-09", false, true),
            ("2026-11-10", false, false),
        ] {
            let told = told(&delivered, "2026-11-02", rated, today);
            assert_eq!(told.is_some(), invited, "{today} {rated}");
        }
        let withdrawn = case(CaseState::Withdrawn {
            at: "2026-11-02T02:00:00Z".parse().unwrap(),
            silent: false,
        });
        assert_eq!(told(&withdrawn, "2026-11-02", false, "2026-11-03"), None);
    }

    #[test]
    fn a_certificate_that_ends_is_reminded_of_twice() {
        let told = |issued: &str, today: &str| {
            reminder_of_certificate(day(issued), day("2026-12-31"), day(today))
                .map(|reminder| reminder.occasion)
        };
        for (today, step) in [
            ("2026-10-31", None),
            ("2026-11-01", Some("60")),
            ("2026-11-30", Some("60")),
            ("2026-12-01", Some("30")),
            ("2026-12-31", Some("30")),
            ("2027-01-01", None),
        ] {
            let expected = step.map(|step| format!("expires:2026-12-31:{step}"));
            assert_eq!(told("2021-12-31", today), expected, "{today}");
        }
        // Issued for 45 days: what it says on its first day need not be told again.
        assert_eq!(told("2026-11-16", "2026-11-16"), None);
        assert!(told("2026-11-16", "2026-12-01").is_some());
        assert_eq!(told("2026-12-10", "2026-12-10"), None);
    }
}
