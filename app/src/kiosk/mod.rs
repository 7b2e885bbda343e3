//! Self-service kiosks 自助终端: the same job on a large touch screen, for a person who stands.

pub mod actions;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod pages;
