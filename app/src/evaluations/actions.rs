//! The door of evaluations.

use leptos::prelude::*;

/// Rates a finished case, or shows what can be ticked for another level.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "rate")]
pub async fn rate(
    /// The case.
    case: String,
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
        level,
        shown,
        options,
        comment,
    };
    door.open(|cx| super::doors::rate(cx, form)).await;
    Ok(())
}
