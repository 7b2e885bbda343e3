//! Routes as a table: address, who may open it, and what loads it.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::{Ctx, PageResult};

/// Who a page is for. The server asks before it loads anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody; readers who are not signed in all get the same bytes, so they are cached.
    Anyone,
    /// Everybody, but the page depends on the visitor: sign-in, registration. Never cached.
    Visitor,
    /// A citizen who is signed in.
    Citizen,
    /// An officer who is signed in.
    Officer,
    /// Everybody, on a development server only.
    Development,
}

/// A page that is being loaded.
pub type Loading = Pin<Box<dyn Future<Output = PageResult> + Send>>;

/// Loads a page.
pub type Load = Arc<dyn Fn(Arc<Ctx>, Params) -> Loading + Send + Sync>;

/// One line of the table of pages.
#[derive(Clone)]
pub struct Route {
    /// The address in axum's syntax: `/items/{code}`.
    pub pattern: &'static str,
    /// Who may open it.
    pub access: Access,
    /// Whether the kiosk has it too, under `/kiosk`.
    pub on_kiosk: bool,
    /// Whether an officer may use it for the citizen at a counter.
    pub at_counter: bool,
    /// What loads it.
    pub load: Load,
}

/// A line of the table: `route("/items", Access::Anyone, list)`.
pub fn route<F, R>(pattern: &'static str, access: Access, load: F) -> Route
where
    F: Fn(Arc<Ctx>, Params) -> R + Send + Sync + 'static,
    R: Future<Output = PageResult> + Send + 'static,
{
    Route {
        pattern,
        access,
        on_kiosk: false,
        at_counter: false,
        load: Arc::new(move |ctx, params| Box::pin(load(ctx, params))),
    }
}

impl Route {
    /// The same page on the kiosk as well.
    #[must_use]
    pub fn on_kiosk(mut self) -> Self {
        self.on_kiosk = true;
        self
    }

    /// The same page for an officer who serves a citizen at a counter. Without this it is closed to them, as is
    /// everything of a citizen that an application does not need.
    #[must_use]
    pub fn at_counter(mut self) -> Self {
        self.at_counter = true;
        self
    }
}

/// The variable parts of an address, decoded.
#[derive(Clone, Debug, Default)]
pub struct Params {
    path: Vec<(String, String)>,
    query: Vec<(String, String)>,
}

impl Params {
    /// Parameters as the server's router has found them.
    #[must_use]
    pub fn new(path: Vec<(String, String)>, query: Vec<(String, String)>) -> Self {
        Self { path, query }
    }

    /// A part of the path; empty when the pattern has no such part.
    #[must_use]
    pub fn path(&self, name: &str) -> &str {
        find(&self.path, name).unwrap_or_default()
    }

    /// A value of the query; the first when it stands there twice, none when it is blank.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        find(&self.query, name)
            .map(str::trim)
            .filter(|value| !value.is_empty())
    }
}

fn find<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(found, _)| found == name)
        .map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found_by_name() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let params = Params::new(
            vec![pair("code", "A-1")],
            vec![pair("q", " 社保 "), pair("q", "second"), pair("page", "")],
        );
        assert_eq!(params.path("code"), "A-1");
        assert_eq!(params.path("other"), "");
        assert_eq!(params.query("q"), Some("社保"));
        assert_eq!(params.query("page"), None);
    }
}
