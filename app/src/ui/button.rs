//! What is pressed.

use leptos::prelude::*;

use super::words::{OptionalWords, Words};

/// How much a button weighs. A page has one [`ButtonKind::Primary`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The next step.
    #[default]
    Primary,
    /// Another thing that can be done.
    Secondary,
    /// What cannot be taken back.
    Danger,
    /// A small thing, set like a link.
    Link,
}

impl ButtonKind {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Secondary => "button button--secondary",
            Self::Danger => "button button--danger",
            Self::Link => "button button--link",
        }
    }
}

/// A button that submits its form.
#[component]
pub fn Button(
    /// What it does.
    #[prop(into)]
    label: Words,
    /// How much it weighs.
    #[prop(optional)]
    kind: ButtonKind,
    /// The name under which its value is posted when it is pressed.
    #[prop(optional, into)]
    name: OptionalWords,
    /// The value that is posted when it is pressed.
    #[prop(optional, into)]
    value: OptionalWords,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: OptionalWords,
    /// More words for those who do not see what stands around it.
    #[prop(optional, into)]
    about: OptionalWords,
) -> impl IntoView {
    let about = about
        .0
        .map(|about| view! { <span class="visually-hidden">" "{about}</span> });
    view! {
        <button class=kind.class() type="submit" name=name.0 value=value.0 form=form.0>
            {label}
            {about}
        </button>
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
#[component]
pub fn ButtonLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// What is there.
    #[prop(into)]
    label: Words,
    /// How much it weighs.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    view! { <a class=kind.class() href=href>{label}</a> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn a_button_posts_its_name_and_value() {
        let html = html(|| {
            view! {
                <Button label="Save" kind=ButtonKind::Secondary name="go" value="stay" about=HOSTILE/>
                <ButtonLink href="/items" label="Services"/>
            }
        });
        assert_contains(
            &html,
            &[
                "class=\"button button--secondary\"",
                "type=\"submit\"",
                "name=\"go\"",
                "value=\"stay\"",
                "href=\"/items\"",
                ">Services</a>",
            ],
        );
        assert!(!html.contains("form="), "{html}");
        assert_escaped(&html);
    }
}
