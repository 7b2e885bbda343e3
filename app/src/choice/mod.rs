//! The guided choice 智能导办: a few questions before an application, for everybody.

pub mod actions;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub(crate) mod kept;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(test)]
mod testing;
