//! Form doors of the kiosk.

#![expect(
    missing_docs,
    reason = "the fields of the generated structs are the form's fields"
)]

use leptos::prelude::*;

/// Takes what the card reader has read and signs the card's holder in.
#[server(prefix = "/do", endpoint = "kiosk-card")]
pub async fn kiosk_card(
    resident_id: String,
    #[server(default)] next: String,
) -> Result<(), ServerFnError> {
    super::doors::card(resident_id, next).await;
    Ok(())
}

/// Ends the session at a kiosk and wipes it.
#[server(prefix = "/do", endpoint = "kiosk-end")]
pub async fn kiosk_end() -> Result<(), ServerFnError> {
    super::doors::end().await;
    Ok(())
}
