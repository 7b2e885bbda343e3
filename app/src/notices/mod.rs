//! Notices 通知: the citizen's inbox and choices, and how far notices have come.

pub mod actions;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod pages;
