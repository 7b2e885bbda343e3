//! Addresses of the kiosk.

use super::with_query;

/// Where the kiosk's pages live; the rest of a kiosk's address is that of the web page.
pub const KIOSK_PREFIX: &str = "/kiosk";

/// The kiosk's first page.
#[must_use]
pub fn kiosk() -> String {
    KIOSK_PREFIX.to_owned()
}

/// The kiosk's card reader; `next` is the address to go on to, empty for none.
#[must_use]
pub fn kiosk_card(next: &str) -> String {
    with_query("/kiosk/card", &[("next", next)])
}

/// The kiosk's farewell.
#[must_use]
pub fn kiosk_ended() -> String {
    "/kiosk/ended".to_owned()
}

/// The address that a page has on the kiosk.
#[must_use]
pub fn on_kiosk(path: &str) -> String {
    let within = path
        .strip_prefix(KIOSK_PREFIX)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    match path {
        "/" => kiosk(),
        _ if within => path.to_owned(),
        _ => format!("{KIOSK_PREFIX}{path}"),
    }
}
