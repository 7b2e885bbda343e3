//! Legal documents of cases.

pub(crate) mod pages;

pub use pages::without_press;
