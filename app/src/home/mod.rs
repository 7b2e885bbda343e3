//! The first page of the portal.

pub mod pages;
