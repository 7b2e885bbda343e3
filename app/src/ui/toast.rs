//! A word that it worked.

use leptos::prelude::*;

use super::icon::{Icon, IconKind};
use super::words::Words;

/// A word that it worked, in a corner of the page; it goes by itself, but stays while it is pointed
/// at, without motion and in elder mode. Only for what the page shows as well: what somebody must not
/// miss is a [`Banner`](super::Banner).
#[component]
pub fn Toast(
    /// What worked.
    #[prop(into)]
    text: Words,
) -> impl IntoView {
    view! {
        <div class="toast" role="status">
            <Icon kind=IconKind::Done/>
            <p class="toast__text">{text}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn it_is_announced() {
        let html = html(|| view! { <Toast text=HOSTILE/> });
        assert_contains(&html, &["role=\"status\"", "toast__text"]);
        assert_escaped(&html);
    }
}
