//! The doors of evaluations.

#![expect(
    missing_docs,
    reason = "the fields of the generated structs are the form's fields"
)]

use leptos::prelude::*;

/// Rates a finished case, or shows what can be ticked for another level.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "rate")]
pub async fn rate(
    /// The case.
    case: String,
    /// Which of the two times: empty, or `follow-up`.
    #[server(default)]
    turn: String,
    /// The channel that the link was given out by, where it was.
    #[server(default)]
    channel: String,
    /// The level, by its short name.
    #[server(default)]
    level: String,
    /// The level whose options were on the page; empty when there were none.
    #[server(default)]
    shown: String,
    /// Codes of the options that were ticked.
    #[server(default)]
    options: Vec<String>,
    /// What was written.
    #[server(default)]
    comment: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let form = super::doors::Rating {
        case,
        turn,
        channel,
        level,
        shown,
        options,
        comment,
    };
    door.open(|cx| super::doors::rate(cx, form)).await;
    Ok(())
}

/// Takes what the one who rated says about a rectification: whether it was put right, or an appeal.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "rate-reply")]
pub async fn rate_reply(
    case: String,
    revision: u32,
    #[server(default)] answer: String,
    #[server(default)] text: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let form = super::doors::Reply {
        case,
        revision,
        answer,
        text,
    };
    door.open(|cx| super::doors::reply(cx, form)).await;
    Ok(())
}

/// Takes an officer's step about a bad review, as the officer saw it.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "evaluation-act")]
pub async fn evaluation_act(
    evaluation: String,
    revision: u32,
    action: String,
    #[server(default)] text: String,
    #[server(default)] days: String,
    #[server(default)] ground: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let form = super::desk_doors::Posted {
        evaluation,
        revision,
        action,
        text,
        days,
        ground,
    };
    door.open(|cx| super::desk_doors::act(cx, form)).await;
    Ok(())
}
