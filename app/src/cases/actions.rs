//! Doors of cases. None answers with an error: whatever was typed is saved, and the page that comes
//! next works out what is wrong with it.

use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};

/// Starts a case, or resumes the citizen's draft of the same service.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "start")]
pub async fn start(
    /// Code of the service item.
    item: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::start(cx, item)).await;
    Ok(())
}

/// Saves one step of a form with its files.
///
/// # Errors
/// Never by itself.
#[server(prefix = "/do", endpoint = "save-step", input = MultipartFormData)]
pub async fn save_step(
    /// The case, the step, the answers and the files.
    data: MultipartData,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::save_step(cx, data)).await;
    Ok(())
}

/// Removes a file from a case that can still be edited.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "remove-material")]
pub async fn remove_material(
    /// The case.
    case: String,
    /// The file.
    material: String,
    /// Key of the step to come back to.
    step: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::remove_material(cx, case, material, step))
        .await;
    Ok(())
}

/// Takes files from a telephone that has read a code; nobody is signed in there.
///
/// # Errors
/// Never by itself.
#[server(prefix = "/do", endpoint = "hand-over", input = MultipartFormData)]
pub async fn hand_over(
    /// The secret and the files.
    data: MultipartData,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::hand_over(cx, data)).await;
    Ok(())
}

/// Adds a material that was promised for later to an accepted case.
///
/// # Errors
/// Never by itself.
#[server(prefix = "/do", endpoint = "follow-up", input = MultipartFormData)]
pub async fn follow_up(
    /// The case, the slot and the files.
    data: MultipartData,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::follow_up(cx, data)).await;
    Ok(())
}

/// Takes a file out of the applicant's own library.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "forget-material")]
pub async fn forget_material(
    /// The file.
    material: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::forget_material(cx, material))
        .await;
    Ok(())
}

/// Moves a draft to the version of its service that is published now.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "move-version")]
pub async fn move_version(
    /// The case.
    case: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::move_version(cx, case)).await;
    Ok(())
}

/// Submits a case, or answers a correction notice.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "submit")]
pub async fn submit(
    /// The case.
    case: String,
    /// Whether the applicant has declared that the answers are true.
    #[server(default)]
    declared: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::submit(cx, case, declared))
        .await;
    Ok(())
}

/// Withdraws a case.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "withdraw")]
pub async fn withdraw(
    /// The case.
    case: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::withdraw(cx, case)).await;
    Ok(())
}

/// Answers a message of the office.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "message")]
pub async fn message(
    /// The case.
    case: String,
    /// What it says.
    #[server(default)]
    text: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::message(cx, case, text)).await;
    Ok(())
}
