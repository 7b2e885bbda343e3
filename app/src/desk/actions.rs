//! Form doors of the desk.

#![expect(
    missing_docs,
    reason = "the fields of the generated structs are the form's fields"
)]

use leptos::prelude::*;

/// Signs an officer in.
#[server(prefix = "/do", endpoint = "desk-sign-in")]
pub async fn desk_sign_in(login: String, password: String) -> Result<(), ServerFnError> {
    super::doors::sign_in(login, password).await;
    Ok(())
}

/// Carries out an officer's action on a case, as the officer saw it.
#[server(prefix = "/do", endpoint = "desk-act")]
pub async fn desk_act(
    case: String,
    revision: u32,
    action: String,
    #[server(default)] text: String,
    #[server(default)] outcome: String,
) -> Result<(), ServerFnError> {
    super::doors::act(super::doors::Posted {
        case,
        revision,
        action,
        text,
        outcome,
    })
    .await;
    Ok(())
}
