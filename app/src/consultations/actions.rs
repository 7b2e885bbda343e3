//! Form doors of consultations.

#![expect(
    missing_docs,
    reason = "the fields of the generated structs are the form's fields"
)]

use leptos::prelude::*;

/// Asks another department about a case.
#[server(prefix = "/do", endpoint = "desk-consult")]
pub async fn desk_consult(
    case: String,
    #[server(default)] department: String,
    #[server(default)] text: String,
    #[server(default)] days: String,
    #[server(default)] materials: Vec<String>,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let typed = [department, text, days];
    door.open(|cx| super::doors::ask(cx, case, typed, materials))
        .await;
    Ok(())
}

/// Answers the question of another department.
#[server(prefix = "/do", endpoint = "desk-consult-answer")]
pub async fn desk_consult_answer(
    id: String,
    #[server(default)] opinion: String,
    #[server(default)] text: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::answer(cx, id, opinion, text))
        .await;
    Ok(())
}

/// Takes a question back.
#[server(prefix = "/do", endpoint = "desk-consult-withdraw")]
pub async fn desk_consult_withdraw(case: String, id: String) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::withdraw(cx, case, id)).await;
    Ok(())
}
