//! Rating a finished matter 好差评, and what becomes of a bad rating.

pub mod actions;
#[cfg(feature = "ssr")]
mod desk_doors;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod pages;
