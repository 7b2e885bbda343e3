//! News about this page.

use leptos::prelude::*;

use super::words::Words;

/// The tone of a [`Banner`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerKind {
    /// Good to know.
    #[default]
    Info,
    /// It worked; announced when the page opens.
    Success,
    /// Something has to be done.
    Warning,
    /// It did not work; announced at once when the page opens.
    Danger,
}

impl BannerKind {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "banner",
            Self::Success => "banner banner--success",
            Self::Warning => "banner banner--warning",
            Self::Danger => "banner banner--danger",
        }
    }

    fn role(self) -> Option<&'static str> {
        match self {
            Self::Info | Self::Warning => None,
            Self::Success => Some("status"),
            Self::Danger => Some("alert"),
        }
    }
}

/// News about this page: saved, changed by somebody else, still to be done.
#[component]
pub fn Banner(
    /// The news in a few words.
    #[prop(into)]
    title: Words,
    /// The tone.
    #[prop(optional)]
    kind: BannerKind,
    /// What it means and what to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let body = children.map(|children| view! { <div class="banner__body">{children()}</div> });
    view! {
        <div class=kind.class() role=kind.role()>
            <p class="banner__title">{title}</p>
            {body}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn success_is_announced() {
        let html = html(|| {
            view! {
                <Banner title="Saved" kind=BannerKind::Success/>
                <Banner title="Look">{HOSTILE}</Banner>
            }
        });
        assert_contains(
            &html,
            &[
                "banner--success",
                "role=\"status\"",
                "Saved",
                "banner__body",
            ],
        );
        assert_eq!(html.matches("role=").count(), 1);
        assert_escaped(&html);
    }
}
