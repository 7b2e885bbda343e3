//! Making an account, signing in and out.

pub mod actions;
#[cfg(feature = "ssr")]
pub(crate) mod doors;
#[cfg(feature = "ssr")]
pub mod pages;
