//! Doors of notices.

use leptos::prelude::*;

/// Marks everything in the citizen's inbox as read.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "notices-read")]
pub async fn notices_read() -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(super::doors::read_all).await;
    Ok(())
}

/// Keeps what the citizen wants by which channel.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "notice-settings")]
pub async fn notice_settings(
    /// Keys of the topics that come by mail.
    #[server(default)]
    mail: Vec<String>,
    /// Keys of the topics that come by text message.
    #[server(default)]
    sms: Vec<String>,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::choose(cx, mail, sms)).await;
    Ok(())
}

/// Has a dead delivery tried again.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "delivery-retry")]
pub async fn delivery_retry(
    /// The delivery.
    delivery: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::retry(cx, delivery)).await;
    Ok(())
}
