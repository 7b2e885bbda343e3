//! The rules, checked against tables written out by hand and against naive twins.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod answers;
mod calendar;
mod case_clock;
mod case_life;
mod case_model;
mod case_samples;
mod case_table;
mod certificates;
mod consultations;
mod definitions;
mod desk;
mod documents;
mod editing;
mod evaluation_figures;
mod evaluations;
mod expressions;
mod forms;
mod forms_properties;
mod identity;
mod limits;
mod marks;
mod moved;
mod rectification;
mod reuse;
mod sentences;
mod site;
mod supervision;
mod support;
mod topics;
