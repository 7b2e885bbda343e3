//! Finding a service and reading its guide.

pub mod pages;
