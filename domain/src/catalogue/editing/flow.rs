//! The life of a working copy: who may do what, and when. Whoever has a hand in it cannot approve it
//! (四眼原则).

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::civil_date;
use crate::cases::{Party, Role};
use crate::{AccountId, DepartmentCode};

/// Most characters of a reason: a page of remarks, more belongs into a talk.
pub const MAX_REASON_CHARS: usize = 2000;

/// Where a working copy stands, with what belongs to that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum DraftState {
    /// 待提交审核: it is being written.
    Editing,
    /// 待审核: a second person has to look at it.
    InReview {
        /// Who submitted it.
        by: AccountId,
        /// When.
        at: DateTime<Utc>,
    },
    /// 待发布: approved, and published on its day.
    Approved {
        /// Who approved it.
        by: AccountId,
        /// When.
        at: DateTime<Utc>,
        /// The day on which it is published.
        publish_on: NaiveDate,
    },
    /// 发布: it has become a version. Nothing can happen to it any more.
    Published {
        /// Who approved it.
        by: AccountId,
        /// When it was published.
        at: DateTime<Utc>,
        /// The version that it has become.
        version: u32,
    },
    /// 审核不通过: it has to be mended.
    Returned {
        /// Who returned it; `None` when the portal could not publish it on its day.
        by: Option<AccountId>,
        /// When.
        at: DateTime<Utc>,
        /// What has to be mended.
        reason: String,
    },
    /// 已放弃: nobody goes on with it. It stays as a record, and nothing can happen to it any more.
    Discarded {
        /// Who discarded it.
        by: AccountId,
        /// When.
        at: DateTime<Utc>,
    },
}

impl DraftState {
    /// The names of all states, in the order of the work.
    pub const KEYS: [&'static str; 6] = [
        "editing",
        "in_review",
        "approved",
        "published",
        "returned",
        "discarded",
    ];

    /// The names of the states in which nothing can happen any more.
    pub const OVER: [&'static str; 2] = ["published", "discarded"];

    /// The stable name of the state.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Editing => "editing",
            Self::InReview { .. } => "in_review",
            Self::Approved { .. } => "approved",
            Self::Published { .. } => "published",
            Self::Returned { .. } => "returned",
            Self::Discarded { .. } => "discarded",
        }
    }
}

/// A working copy, as far as its life is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingCopy {
    /// The department of the item.
    pub department: DepartmentCode,
    /// Where it stands.
    pub state: DraftState,
    /// Everybody who has edited or submitted it.
    pub authors: BTreeSet<AccountId>,
    /// Counts every change, so that nobody overwrites what somebody else has just written.
    pub revision: u32,
}

/// Something that happens to a working copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftEvent {
    /// A part is written.
    Edit,
    /// It is handed to a second person.
    Submit,
    /// It comes back to be written on.
    TakeBack,
    /// The second person approves it, to be published on a day; today when not said.
    Approve {
        /// The day.
        publish_on: Option<NaiveDate>,
    },
    /// The second person gives it back.
    Return {
        /// What has to be mended.
        reason: String,
    },
    /// Its day has come.
    Publish {
        /// The version that it becomes.
        version: u32,
    },
    /// Its authors give it up; what is published stays as it is.
    Discard,
}

/// An event without what comes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftAction {
    /// See [`DraftEvent::Edit`].
    Edit,
    /// See [`DraftEvent::Submit`].
    Submit,
    /// See [`DraftEvent::TakeBack`].
    TakeBack,
    /// See [`DraftEvent::Approve`].
    Approve,
    /// See [`DraftEvent::Return`].
    Return,
    /// See [`DraftEvent::Publish`].
    Publish,
    /// See [`DraftEvent::Discard`].
    Discard,
}

keys!(DraftAction {
    Edit = "edit",
    Submit = "submit",
    TakeBack = "take_back",
    Approve = "approve",
    Return = "return",
    Publish = "publish",
    Discard = "discard",
});

impl DraftEvent {
    /// What kind of event it is.
    pub const fn action(&self) -> DraftAction {
        match self {
            Self::Edit => DraftAction::Edit,
            Self::Submit => DraftAction::Submit,
            Self::TakeBack => DraftAction::TakeBack,
            Self::Approve { .. } => DraftAction::Approve,
            Self::Return { .. } => DraftAction::Return,
            Self::Publish { .. } => DraftAction::Publish,
            Self::Discard => DraftAction::Discard,
        }
    }
}

/// Why an event does not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DraftRefusal {
    /// The item belongs to another department.
    #[error("the item belongs to another department")]
    OtherDepartment,
    /// Somebody else has to do this.
    #[error("this role may not do that")]
    WrongRole,
    /// The working copy stands where this cannot happen; most often somebody else was faster.
    #[error("that cannot happen now")]
    NotInThisState,
    /// Who wrote it may not also approve it.
    #[error("a second person has to do this")]
    SamePerson,
    /// It needs a reason.
    #[error("a reason is needed")]
    ReasonMissing,
    /// The reason is longer than [`MAX_REASON_CHARS`].
    #[error("the reason is too long")]
    ReasonTooLong,
    /// The day of publication has passed.
    #[error("the day has passed")]
    DayPassed,
    /// The day of publication has not come.
    #[error("the day has not come")]
    NotYet,
}

impl DraftRefusal {
    /// The Fluent key of the message.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OtherDepartment => "editor-refused-other-department",
            Self::WrongRole => "editor-refused-wrong-role",
            Self::NotInThisState => "editor-refused-not-in-this-state",
            Self::SamePerson => "editor-refused-same-person",
            Self::ReasonMissing => "editor-refused-reason-missing",
            Self::ReasonTooLong => "editor-refused-reason-too-long",
            Self::DayPassed => "editor-refused-day-passed",
            Self::NotYet => "editor-refused-not-yet",
        }
    }
}

impl WorkingCopy {
    /// A new one, which its author has begun.
    pub fn begin(department: DepartmentCode, author: AccountId) -> Self {
        Self {
            department,
            state: DraftState::Editing,
            authors: BTreeSet::from([author]),
            revision: 1,
        }
    }

    /// What this party can do now; a page offers exactly this.
    pub fn allowed(&self, by: &Party) -> Vec<DraftAction> {
        let permitted = |action: &DraftAction| self.permit(*action, by).is_ok();
        DraftAction::ALL.into_iter().filter(permitted).collect()
    }

    /// Whether this party may do this now: first whose item it is, then the role, then the state, so that
    /// outsiders learn nothing about the state.
    fn permit(&self, action: DraftAction, by: &Party) -> Result<(), DraftRefusal> {
        belongs(by, &self.department)?;
        let fits = match action {
            DraftAction::Edit
            | DraftAction::Submit
            | DraftAction::TakeBack
            | DraftAction::Discard => writes(by),
            DraftAction::Approve => reviews(by),
            DraftAction::Return => reviews(by) || *by == Party::System,
            DraftAction::Publish => *by == Party::System,
        };
        if !fits {
            return Err(DraftRefusal::WrongRole);
        }
        let stands = matches!(
            (&self.state, action),
            (
                DraftState::Editing | DraftState::Returned { .. },
                DraftAction::Edit | DraftAction::Submit | DraftAction::Discard,
            ) | (
                DraftState::InReview { .. },
                DraftAction::TakeBack | DraftAction::Approve | DraftAction::Return
            ) | (
                DraftState::Approved { .. },
                DraftAction::TakeBack | DraftAction::Publish | DraftAction::Return
            )
        );
        if !stands {
            return Err(DraftRefusal::NotInThisState);
        }
        let judges = matches!(action, DraftAction::Approve | DraftAction::Return);
        if judges && officer(by).is_some_and(|account| self.authors.contains(account)) {
            return Err(DraftRefusal::SamePerson);
        }
        Ok(())
    }

    /// Lets an event happen, if this party may make it happen now. Whether the content is sound is for
    /// the caller to see to, who has it.
    ///
    /// # Errors
    /// Why it may not.
    pub fn apply(
        self,
        event: DraftEvent,
        by: &Party,
        now: DateTime<Utc>,
    ) -> Result<Self, DraftRefusal> {
        self.permit(event.action(), by)?;
        let mut next = self;
        let account = officer(by).cloned();
        match event {
            DraftEvent::Edit => next.authors.extend(account),
            DraftEvent::Submit => {
                let by = account.ok_or(DraftRefusal::WrongRole)?;
                next.authors.insert(by.clone());
                next.state = DraftState::InReview { by, at: now };
            }
            DraftEvent::TakeBack => next.state = DraftState::Editing,
            DraftEvent::Approve { publish_on } => {
                let by = account.ok_or(DraftRefusal::WrongRole)?;
                let today = civil_date(now);
                let publish_on = publish_on.unwrap_or(today);
                if publish_on < today {
                    return Err(DraftRefusal::DayPassed);
                }
                next.state = DraftState::Approved {
                    by,
                    at: now,
                    publish_on,
                };
            }
            DraftEvent::Return { reason } => {
                let reason = checked_reason(&reason)?;
                next.state = DraftState::Returned {
                    by: account,
                    at: now,
                    reason,
                };
            }
            DraftEvent::Discard => {
                let by = account.ok_or(DraftRefusal::WrongRole)?;
                next.state = DraftState::Discarded { by, at: now };
            }
            DraftEvent::Publish { version } => next.state = published(next.state, version, now)?,
        }
        next.revision = next.revision.saturating_add(1);
        Ok(next)
    }
}

fn published(
    state: DraftState,
    version: u32,
    now: DateTime<Utc>,
) -> Result<DraftState, DraftRefusal> {
    match state {
        DraftState::Approved { publish_on, .. } if civil_date(now) < publish_on => {
            Err(DraftRefusal::NotYet)
        }
        DraftState::Approved { by, .. } => Ok(DraftState::Published {
            by,
            at: now,
            version,
        }),
        _ => Err(DraftRefusal::NotInThisState),
    }
}

/// A reason without blanks around it.
pub(super) fn checked_reason(reason: &str) -> Result<String, DraftRefusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(DraftRefusal::ReasonMissing);
    }
    if reason.chars().count() > MAX_REASON_CHARS {
        return Err(DraftRefusal::ReasonTooLong);
    }
    Ok(reason.to_owned())
}

/// Officers act for their own department, administrators for all.
pub(super) fn belongs(by: &Party, to: &DepartmentCode) -> Result<(), DraftRefusal> {
    match by {
        Party::Officer {
            department, role, ..
        } if department == to || *role == Role::Administrator => Ok(()),
        Party::Officer { .. } => Err(DraftRefusal::OtherDepartment),
        Party::System => Ok(()),
        Party::Applicant(_) | Party::AtCounter { .. } => Err(DraftRefusal::WrongRole),
    }
}

/// Those who handle the cases of a service write about it.
pub(super) fn writes(by: &Party) -> bool {
    is_officer(by, &[Role::Handler, Role::Reviewer, Role::Administrator])
}

/// Those who decide on what others propose.
pub(super) fn reviews(by: &Party) -> bool {
    is_officer(by, &[Role::Reviewer, Role::Administrator])
}

fn is_officer(by: &Party, roles: &[Role]) -> bool {
    matches!(by, Party::Officer { role, .. } if roles.contains(role))
}

pub(super) const fn officer(by: &Party) -> Option<&AccountId> {
    match by {
        Party::Officer { account, .. } => Some(account),
        Party::Applicant(_) | Party::AtCounter { .. } | Party::System => None,
    }
}
