//! The door of the guided choice.

use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};

/// Takes the answers of one page of early questions into the visitor's session.
///
/// # Errors
/// Never by itself.
#[server(prefix = "/do", endpoint = "choose", input = MultipartFormData)]
pub async fn choose(
    /// The service, the step and the answers.
    data: MultipartData,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::choose(cx, data)).await;
    Ok(())
}
