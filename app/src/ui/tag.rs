//! A state in one or two words.

use leptos::prelude::*;

use super::words::Words;

/// The tone of a [`Tag`]. The words carry the meaning; the colour only helps to find it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagKind {
    /// Nothing to notice.
    #[default]
    Neutral,
    /// Something is going on.
    Info,
    /// It went well.
    Success,
    /// Somebody has to act soon.
    Warning,
    /// It is late, refused or void.
    Danger,
}

impl TagKind {
    fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tag",
            Self::Info => "tag tag--info",
            Self::Success => "tag tag--success",
            Self::Warning => "tag tag--warning",
            Self::Danger => "tag tag--danger",
        }
    }
}

/// A state in one or two words.
#[component]
pub fn Tag(
    /// The words.
    #[prop(into)]
    text: Words,
    /// The tone.
    #[prop(optional)]
    kind: TagKind,
) -> impl IntoView {
    view! { <strong class=kind.class()>{text}</strong> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::html;

    #[test]
    fn a_tag_is_its_words() {
        let html = html(|| view! { <Tag text="Late" kind=TagKind::Danger/> });
        assert_eq!(html, "<strong class=\"tag tag--danger\">Late</strong>");
    }
}
