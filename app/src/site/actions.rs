//! Doors of the site's own forms.

#![expect(
    missing_docs,
    reason = "the fields of the generated structs are the form's fields"
)]

use leptos::prelude::*;

/// Reports an error or harmful content.
#[server(prefix = "/do", endpoint = "report")]
pub async fn report(
    #[server(default)] kind: String,
    #[server(default)] page: String,
    #[server(default)] what: String,
    #[server(default)] contact: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let posted = super::doors::Posted {
        kind,
        page,
        what,
        contact,
    };
    door.open(|cx| super::doors::report(cx, posted)).await;
    Ok(())
}

/// Answers a report.
#[server(prefix = "/do", endpoint = "answer-report")]
pub async fn answer_report(
    report: String,
    #[server(default)] answer: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::answer(cx, report, answer))
        .await;
    Ok(())
}
