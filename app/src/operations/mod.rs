//! Pages for those who develop and run the portal.

#[cfg(feature = "ssr")]
pub mod pages;
