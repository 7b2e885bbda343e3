//! The portal by HTTP: one binary for all tests, so that it is linked once.

#![expect(
    clippy::unwrap_used,
    reason = "clippy knows only test functions themselves, not what they call"
)]

mod access;
mod admin;
mod api;
mod caching;
mod desk;
mod discovery;
mod documents;
mod editor;
mod headers;
mod listener;
mod origin;
mod refusals;
mod sessions;
mod site;
mod support;
mod uploads;
