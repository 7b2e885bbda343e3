//! Whose case it is. It says who is expected to go on with it; it keeps nobody of the department out.

use crate::AccountId;
use crate::cases::Role;

/// How new cases find their officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AssignmentRule {
    /// 轮流: one after the other.
    InTurn,
    /// 均衡: whoever has the fewest open cases.
    LeastOpen,
}

keys!(AssignmentRule { InTurn = "in-turn", LeastOpen = "least-open" });

/// A change of the officer whose case it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AssignmentChange {
    /// An officer took it.
    Taken,
    /// The officer whose it was gave it back.
    GivenBack,
    /// An officer made it somebody's.
    Assigned,
    /// A rule did, on submission.
    ByRule,
}

keys!(AssignmentChange {
    Taken = "taken",
    GivenBack = "given-back",
    Assigned = "assigned",
    ByRule = "by-rule",
});

/// Why a case does not change hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AssignmentRefusal {
    /// Supervisors and administrators touch no case.
    #[error("this role has no cases")]
    WrongRole,
    /// Somebody else has it; a reviewer can change that.
    #[error("somebody else has it")]
    SomebodyElses,
    /// It is nobody's, so nobody can give it back.
    #[error("it is nobody's")]
    Nobodys,
    /// It has it already.
    #[error("nothing would change")]
    NothingChanges,
    /// Nothing happens to it any more.
    #[error("the case is closed")]
    Closed,
    /// Who shall have it is no handler or reviewer of the department.
    #[error("this officer cannot have it")]
    NotACandidate,
}

keys!(AssignmentRefusal {
    WrongRole = "assignment-wrong-role",
    SomebodyElses = "assignment-somebody-elses",
    Nobodys = "assignment-nobodys",
    NothingChanges = "assignment-nothing-changes",
    Closed = "assignment-closed",
    NotACandidate = "assignment-not-a-candidate",
});

impl Role {
    /// Whether officers of this role handle cases, so that one can be theirs.
    pub const fn has_cases(self) -> bool {
        matches!(self, Self::Handler | Self::Reviewer)
    }
}

/// Whether an officer may make a case somebody's, or with `to` none nobody's: what is nobody's or the own
/// everyone who handles cases, what is somebody else's a reviewer.
pub fn check_assignment(
    (officer, role): (&AccountId, Role),
    now: Option<&AccountId>,
    to: Option<&AccountId>,
) -> Result<AssignmentChange, AssignmentRefusal> {
    if !role.has_cases() {
        return Err(AssignmentRefusal::WrongRole);
    }
    if now == to {
        let nobodys = now.is_none();
        return Err(if nobodys {
            AssignmentRefusal::Nobodys
        } else {
            AssignmentRefusal::NothingChanges
        });
    }
    let is_free = now.is_none_or(|now| now == officer);
    if !is_free && role != Role::Reviewer {
        return Err(AssignmentRefusal::SomebodyElses);
    }
    Ok(match to {
        None => AssignmentChange::GivenBack,
        Some(to) if to == officer => AssignmentChange::Taken,
        Some(_) => AssignmentChange::Assigned,
    })
}

/// Whose turn it is after `last`, in the order of the identifiers; none without candidates.
pub fn next_in_turn<'a>(
    candidates: &'a [AccountId],
    last: Option<&AccountId>,
) -> Option<&'a AccountId> {
    let after = candidates
        .iter()
        .filter(|one| last.is_none_or(|last| *one > last));
    after.min().or_else(|| candidates.iter().min())
}

/// Who has the fewest open cases; of equals the first in the order of the identifiers.
pub fn least_loaded(candidates: &[(AccountId, u64)]) -> Option<&AccountId> {
    let least = candidates.iter().min_by_key(|(id, open)| (*open, id));
    least.map(|(id, _)| id)
}
