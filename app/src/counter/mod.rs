//! The counter 窗口: an officer serves a citizen who stands there, on the citizen's own pages.

pub mod actions;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod pages;
