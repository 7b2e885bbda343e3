//! Form doors of the counter.

use leptos::prelude::*;

/// An officer begins to serve the citizen whom an identity card names.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "desk-counter-begin")]
pub async fn desk_counter_begin(
    /// Name as on the card.
    #[server(default)]
    name: String,
    /// Identity number as on the card.
    #[server(default)]
    resident_id: String,
    /// A mobile number for notices; may be empty.
    #[server(default)]
    phone: String,
    /// Whether the officer has compared card and person.
    #[server(default)]
    compared: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let shown = super::doors::Shown {
        name,
        resident_id,
        phone,
        compared,
    };
    door.open(|cx| super::doors::begin(cx, shown)).await;
    Ok(())
}

/// The citizen leaves the counter.
///
/// # Errors
/// Never by itself.
#[server(prefix = "/do", endpoint = "desk-counter-end")]
pub async fn desk_counter_end() -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(super::doors::end).await;
    Ok(())
}
