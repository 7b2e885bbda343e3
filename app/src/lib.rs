//! Pages, islands and form doors of Tongban.
//!
//! A page is an async function that loads everything first and returns a [`page::Page`]; one handler
//! of the server renders it with [`shell::document`]. Nothing here asks for JavaScript: islands make a
//! page nicer, never possible. What a browser compiles (feature `hydrate`) is only `islands` and
//! `actions`; everything else stands behind one `cfg` line for each module.

// A page is one type, as deep as its elements are nested; only debug builds erase it.
#![recursion_limit = "512"]

pub mod islands;
pub mod paths;

#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod ui;

// Features, one line each, in the order of the alphabet; each hides its `pages` behind `ssr`.

pub mod accounts;
pub mod cases;
#[cfg(feature = "ssr")]
pub mod catalogue;
pub mod certificates;
pub mod choice;
pub mod consultations;
pub mod desk;
#[cfg(feature = "ssr")]
pub mod display;
#[cfg(feature = "ssr")]
pub mod documents;
pub mod evaluations;
#[cfg(feature = "ssr")]
pub mod home;
pub mod kiosk;
pub mod notices;
pub mod operations;
#[cfg(feature = "ssr")]
pub mod registers;
pub mod site;
pub mod supervision;

#[cfg(feature = "ssr")]
pub use page::{Ctx, Door, Facts, Page, PageError, PageResult, Params, Site, Visitor};
#[cfg(feature = "ssr")]
pub use routes::routes;
