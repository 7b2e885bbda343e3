//! The portal as a government site: what every one of them has to say, and what readers say about it.

pub mod actions;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod pages;

#[cfg(feature = "ssr")]
pub use pages::updated_at;
