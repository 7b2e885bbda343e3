//! Registers of the departments, as the citizen sees them used.

pub mod pages;
