//! Tests of the use cases, each on a real database: SQLite always, PostgreSQL where one runs.

mod support;

// One module a feature, in the order of the alphabet.
mod cases;
mod catalogue;
mod foundation;
mod integration;
mod operations;
