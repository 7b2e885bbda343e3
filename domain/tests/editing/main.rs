//! Editing services, checked against tables written out by hand and against all services of the
//! demonstration city.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod sentences;
mod service;
