//! Doors of accounts. None answers with an error: what has to be mended is kept in the session and
//! shown by the page that comes next.

use leptos::prelude::*;

/// Signs a citizen in and goes on to `next`.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "sign-in")]
pub async fn sign_in(
    /// E-mail address.
    login: String,
    /// Password; kept nowhere.
    password: String,
    /// Where to go on to, an address of this site; may be missing.
    #[server(default)]
    next: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(|cx| super::doors::sign_in(cx, login, password, next))
        .await;
    Ok(())
}

/// Makes an account, signs its holder in and goes on to `next`.
///
/// # Errors
/// Never by itself; the library's, when the form has other fields.
#[server(prefix = "/do", endpoint = "register")]
pub async fn register(
    /// Name as on the identity card.
    name: String,
    /// Resident identity number.
    resident_id: String,
    /// Mobile number.
    phone: String,
    /// E-mail address, which becomes the sign-in name.
    email: String,
    /// Password; kept nowhere.
    password: String,
    /// Where to go on to, an address of this site; may be missing.
    #[server(default)]
    next: String,
) -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    let form = super::doors::Registration {
        name,
        resident_id,
        phone,
        email,
        password,
        next,
    };
    door.open(|cx| super::doors::register(cx, form)).await;
    Ok(())
}

/// Signs anybody out.
///
/// # Errors
/// Never by itself.
#[server(prefix = "/do", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), ServerFnError> {
    let door = crate::Door::current();
    door.open(super::doors::sign_out).await;
    Ok(())
}
