//! Electronic certificates: the citizen's wallet, and the check that anybody can make.

#[cfg(feature = "ssr")]
pub mod pages;
