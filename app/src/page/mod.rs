//! What a page is: its context, its route, its result, and the doors that lead to it.

mod ctx;
mod door;
mod error;
mod facts;
mod failure;
mod marks;
mod modes;
mod posted;
mod route;
mod site;
#[cfg(test)]
pub(crate) mod testing;
mod visitor;

pub(crate) use ctx::CHINESE;
pub use ctx::{Ctx, Surface};
pub use door::{Door, DoorResult};
pub use error::{PageError, PageResult};
pub use facts::Facts;
pub use failure::{failure_page, forbidden_page};
pub(crate) use marks::head as marks_in_head;
pub use marks::{Article, Marks};
pub use modes::{Modes, Theme};
pub(crate) use posted::Posted;
pub use route::{Access, Load, Loading, Params, Route, route};
pub use site::{Assets, Site};
pub use visitor::{Kept, Visitor};

use leptos::prelude::{AnyView, IntoAny};

/// A page that has everything it needs; only turning it into HTML is left.
pub struct Page {
    /// The title without the portal's name.
    pub title: String,
    /// The HTTP status: 200, 404, 409, 413, 422 …
    pub status: u16,
    /// What stands inside `<main>`; called once, inside a reactive owner.
    pub body: Box<dyn FnOnce() -> AnyView + Send>,
    /// The frame around the body.
    pub layout: Layout,
    /// One sentence for search engines.
    pub description: Option<String>,
    /// What the page says of itself to programs.
    pub marks: Marks,
}

/// The frame around a page's body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Header and footer of the public portal; on a kiosk this becomes [`Layout::Kiosk`] by itself.
    #[default]
    Site,
    /// The officers' frame: wide, with department and inbox in the header.
    Desk,
    /// The kiosk's frame: large, with the button that ends the session.
    Kiosk,
    /// Only the body, for a sheet of paper.
    Print,
}

impl Page {
    /// A page in the public frame with status 200.
    pub fn new<V: IntoAny>(
        title: impl Into<String>,
        body: impl FnOnce() -> V + Send + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            status: 200,
            body: Box::new(move || body().into_any()),
            layout: Layout::Site,
            description: None,
            marks: Marks::default(),
        }
    }

    /// The page with another HTTP status.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The page in another frame.
    #[must_use]
    pub fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// The page with a sentence for search engines.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The page with marks for programs.
    #[must_use]
    pub fn marks(mut self, marks: Marks) -> Self {
        self.marks = marks;
        self
    }
}
