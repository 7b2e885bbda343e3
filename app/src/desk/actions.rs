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

/// Looks for a case.
#[server(prefix = "/do", endpoint = "desk-search")]
pub async fn desk_search(#[server(default)] words: String) -> Result<(), ServerFnError> {
    super::doors::search(words).await;
    Ok(())
}

/// Keeps the filter that stands in `query` under a name, or forgets one.
#[server(prefix = "/do", endpoint = "desk-filter")]
pub async fn desk_filter(
    #[server(default)] name: String,
    #[server(default)] query: String,
    #[server(default)] forget: String,
) -> Result<(), ServerFnError> {
    super::doors::filter(name, query, forget).await;
    Ok(())
}

/// Does the same to several cases.
#[server(prefix = "/do", endpoint = "desk-bulk", input = MultipartFormData)]
pub async fn desk_bulk(data: MultipartData) -> Result<(), ServerFnError> {
    super::doors::bulk(data).await;
    Ok(())
}

/// Makes a case somebody's, or nobody's.
#[server(prefix = "/do", endpoint = "desk-assign")]
pub async fn desk_assign(
    case: String,
    #[server(default)] seen: String,
    #[server(default)] to: String,
) -> Result<(), ServerFnError> {
    super::doors::assign(case, seen, to).await;
    Ok(())
}

/// Sets how new cases of a service find their officer.
#[server(prefix = "/do", endpoint = "desk-rule")]
pub async fn desk_rule(
    #[server(default)] item: String,
    #[server(default)] rule: String,
) -> Result<(), ServerFnError> {
    super::doors::rule(item, rule).await;
    Ok(())
}

/// Writes a note on a case.
#[server(prefix = "/do", endpoint = "desk-note")]
pub async fn desk_note(case: String, #[server(default)] text: String) -> Result<(), ServerFnError> {
    super::doors::note(case, text).await;
    Ok(())
}

/// Writes a message to the applicant of a case.
#[server(prefix = "/do", endpoint = "desk-message")]
pub async fn desk_message(
    case: String,
    #[server(default)] text: String,
) -> Result<(), ServerFnError> {
    super::doors::message(case, text).await;
    Ok(())
}

/// Keeps a template, or deletes one.
#[server(prefix = "/do", endpoint = "desk-template")]
pub async fn desk_template(
    #[server(default)] id: String,
    #[server(default)] event: String,
    #[server(default)] name: String,
    #[server(default)] text: String,
    #[server(default)] delete: String,
) -> Result<(), ServerFnError> {
    super::doors::template([id, event, name, text], !delete.is_empty()).await;
    Ok(())
}

/// Writes down who stands in while the officer is away, or takes it back.
#[server(prefix = "/do", endpoint = "desk-away")]
pub async fn desk_away(
    #[server(default)] deputy: String,
    #[server(default)] from: String,
    #[server(default)] until: String,
    #[server(default)] remove: String,
) -> Result<(), ServerFnError> {
    super::doors::away(deputy, from, until, remove).await;
    Ok(())
}
