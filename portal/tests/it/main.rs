//! Tests of the use cases, each on a real database: SQLite always, PostgreSQL where one runs.

#![expect(
    clippy::unwrap_used,
    reason = "clippy knows only test functions themselves, not what they call"
)]

mod support;

// One module a feature, in the order of the alphabet.
mod cases;
mod catalogue;
mod choice;
mod consultations;
mod desk;
mod documents;
mod editor;
mod engine;
mod evaluations;
mod exchange;
mod foundation;
mod integration;
mod materials;
mod notices;
mod operations;
mod prefill;
mod site;
mod supervision;
