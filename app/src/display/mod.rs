//! How the portal is shown: language, elder mode, colours, motion, reading aloud.

pub mod pages;
