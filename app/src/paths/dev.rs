//! Addresses of what only development servers have.

use super::encode;

/// The mails that a development server has written instead of sending.
#[must_use]
pub fn dev_mails() -> String {
    "/dev/mails".to_owned()
}

/// One of these mails, by the name of its file.
#[must_use]
pub fn dev_mail(name: &str) -> String {
    format!("/dev/mails/{}", encode(name))
}

/// The gallery of all components, on development servers.
#[must_use]
pub fn dev_gallery() -> String {
    "/dev/gallery".to_owned()
}
