//! What departments ask each other about a case.

pub mod actions;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod pages;

#[cfg(feature = "ssr")]
pub(crate) use doors::WITHDRAW_FORM;
