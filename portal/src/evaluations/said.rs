//! What was said in an evaluation, and its columns.

use domain::CaseId;
use domain::evaluations::{EvaluationChannel, Given};
use entities::evaluation;

use super::level;
use super::store::TABLE;
use crate::Internal;
use crate::sealing::Keys;

/// What was said one of the two times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Level, instant and channel.
    pub given: Given,
    /// Options that were ticked.
    pub options: Vec<u16>,
    /// What was written.
    pub comment: Option<String>,
}

fn channel(stored: i16) -> Result<EvaluationChannel, Internal> {
    u8::try_from(stored)
        .ok()
        .and_then(EvaluationChannel::from_code)
        .ok_or(Internal::new("a stored channel is unknown"))
}

/// Option codes as a column keeps them.
pub(super) fn joined(options: &[u16]) -> String {
    options
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(",")
}

fn split(options: &str) -> Vec<u16> {
    options
        .split(',')
        .filter_map(|code| code.parse().ok())
        .collect()
}

/// What was written, if anything was, sealed for its column.
pub(super) fn seal_comment(
    keys: &Keys,
    column: &str,
    case: &CaseId,
    comment: &str,
) -> Result<Option<Vec<u8>>, Internal> {
    Some(comment.trim())
        .filter(|text| !text.is_empty())
        .map(|text| keys.seal_text(TABLE, column, case.as_str(), text))
        .transpose()
}

/// What was said the first time.
pub(super) fn first(keys: &Keys, row: &evaluation::Model) -> Result<Said, Internal> {
    Ok(Said {
        given: Given {
            level: level(row.level)?,
            at: row.at,
            channel: channel(row.channel)?,
        },
        options: split(&row.options),
        comment: comment(keys, "comment", row, row.comment.as_deref())?,
    })
}

/// What was said the second time.
pub(super) fn follow_up(keys: &Keys, row: &evaluation::Model) -> Result<Option<Said>, Internal> {
    let (Some(stored), Some(at), Some(by)) = (row.follow_level, row.follow_at, row.follow_channel)
    else {
        return Ok(None);
    };
    Ok(Some(Said {
        given: Given {
            level: level(stored)?,
            at,
            channel: channel(by)?,
        },
        options: split(row.follow_options.as_deref().unwrap_or_default()),
        comment: comment(keys, "follow_comment", row, row.follow_comment.as_deref())?,
    }))
}

fn comment(
    keys: &Keys,
    column: &str,
    row: &evaluation::Model,
    sealed: Option<&[u8]>,
) -> Result<Option<String>, Internal> {
    sealed
        .map(|sealed| keys.open_text(TABLE, column, &row.case_id, sealed))
        .transpose()
}
