//! The citizen's inbox.

pub mod pages;
