//! Addresses of signing in and of what the portal shows people about themselves.

use super::with_query;

/// The citizen's sign-in; `next` is the address to go on to, empty for none.
#[must_use]
pub fn sign_in(next: &str) -> String {
    with_query("/sign-in", &[("next", next)])
}

/// Making an account.
#[must_use]
pub fn register() -> String {
    "/register".to_owned()
}

/// The officer's sign-in.
#[must_use]
pub fn desk_sign_in() -> String {
    "/desk/sign-in".to_owned()
}

/// Who has read what about the citizen.
#[must_use]
pub fn access_records() -> String {
    "/access-records".to_owned()
}
