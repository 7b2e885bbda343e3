//! The editor of services at the desk.

pub mod actions;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod posted;
