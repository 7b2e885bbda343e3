//! What is written beside a case: notes for the department, messages between it and the applicant.

/// Most characters of a note: a page.
pub const MAX_NOTE_CHARS: usize = 2000;
/// Most notes of a department on one case.
pub const MAX_NOTES: u64 = 200;
/// Most characters of a message: half a page; what is longer is a notice, and belongs into the case.
pub const MAX_MESSAGE_CHARS: usize = 1000;
/// Most messages of one case, of both sides together.
pub const MAX_MESSAGES: u64 = 100;

/// What keeps a note or a message from being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WritingProblem {
    /// It says nothing.
    #[error("it says nothing")]
    Missing,
    /// It is too long.
    #[error("it is too long")]
    TooLong,
    /// There are as many as there can be.
    #[error("there are too many")]
    TooMany,
    /// Nothing happens to the case any more.
    #[error("the case is closed")]
    Closed,
    /// The office has not written first.
    #[error("there is nothing to answer")]
    NothingToAnswer,
    /// This role writes nothing.
    #[error("this role writes nothing")]
    WrongRole,
}

keys!(WritingProblem {
    Missing = "writing-missing",
    TooLong = "writing-too-long",
    TooMany = "writing-too-many",
    Closed = "writing-closed",
    NothingToAnswer = "writing-nothing-to-answer",
    WrongRole = "writing-wrong-role",
});

/// Looks at a note, beside so many that are there.
pub fn check_note(text: &str, there: u64) -> Result<(), WritingProblem> {
    check(text, MAX_NOTE_CHARS, there, MAX_NOTES)
}

/// Looks at a message, beside so many that are there.
pub fn check_message(text: &str, there: u64) -> Result<(), WritingProblem> {
    check(text, MAX_MESSAGE_CHARS, there, MAX_MESSAGES)
}

fn check(text: &str, chars: usize, there: u64, most: u64) -> Result<(), WritingProblem> {
    if text.trim().is_empty() {
        return Err(WritingProblem::Missing);
    }
    if text.chars().count() > chars {
        return Err(WritingProblem::TooLong);
    }
    if there >= most {
        return Err(WritingProblem::TooMany);
    }
    Ok(())
}
