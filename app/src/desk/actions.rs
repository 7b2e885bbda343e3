//! Form doors of the desk.

#![expect(
    missing_docs,
    reason = "the fields of the generated structs are the form's fields"
)]

use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};

/// Signs an officer in.
#[server(prefix = "/do", endpoint = "desk-sign-in")]
pub async fn desk_sign_in(login: String, password: String) -> Result<(), ServerFnError> {
    super::doors::sign_in(login, password).await;
    Ok(())
}

/// Makes what an officer says happen to a case, as the officer saw it.
#[server(prefix = "/do", endpoint = "desk-act", input = MultipartFormData)]
pub async fn desk_act(data: MultipartData) -> Result<(), ServerFnError> {
    super::doors::act(data).await;
    Ok(())
}
