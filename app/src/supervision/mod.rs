//! Supervision at the desk, the monthly figures, lists of cases to save, and the open data.

pub mod actions;
#[cfg(feature = "ssr")]
mod chosen;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod pages;

#[cfg(feature = "ssr")]
pub use chosen::export_filter;
