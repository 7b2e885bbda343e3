//! The program `tongban`: settings, command line, router, sessions, headers, limits, API, telemetry.
//!
//! What a citizen or an officer can do stands in `portal`, what they see in `app`; here is how it
//! reaches them by HTTP.

pub mod admin;
mod api;
pub mod cli;
pub mod config;
pub mod http;
mod say;
pub mod telemetry;
pub mod verbs;
