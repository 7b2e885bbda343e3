//! The citizen's cases 办件: from the first step of the form to the result.

pub mod actions;
#[cfg(feature = "ssr")]
pub(crate) mod doors;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub(crate) mod parked;
#[cfg(feature = "ssr")]
pub(crate) mod posted;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(feature = "ssr")]
pub(crate) mod way;
