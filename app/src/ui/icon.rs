//! A few signs of our own drawing, on a grid of 24, always beside words.

use leptos::prelude::*;

/// Which sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconKind {
    /// A magnifying glass.
    Search,
    /// A tick.
    Done,
    /// An exclamation mark in a triangle.
    Attention,
    /// A sheet of paper.
    Document,
    /// A telephone.
    Phone,
    /// An arrow in reading direction.
    Forward,
}

impl IconKind {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
            Self::Done => "M4 12.5L10 18.5L20.5 6",
            Self::Attention => "M12 4L21.5 20H2.5zM12 10v5M12 17.5v.5",
            Self::Document => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
            Self::Phone => "M8 2.5h8v19H8zM11 18.5h2",
            Self::Forward => "M4 12h16M14 6l6 6l-6 6",
        }
    }
}

/// A sign beside words; those who do not see it miss nothing.
#[component]
pub fn Icon(
    /// Which sign.
    kind: IconKind,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=kind.path()/>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{assert_contains, html};

    #[test]
    fn signs_are_silent() {
        let html = html(|| view! { <Icon kind=IconKind::Done/> });
        assert_contains(&html, &["aria-hidden=\"true\"", "<path d=\"M4 12.5"]);
    }
}
