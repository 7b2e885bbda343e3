//! A question in front of the page.

use leptos::prelude::*;

use super::button::ButtonKind;
use super::words::{Words, own};

/// A button and the question that it opens, for what should not be done by accident. The browser
/// opens it itself (invoker commands, 2025) and keeps the focus inside. An older browser follows the
/// button to `page`, which asks the same: the button has no `type`, so that it submits its form where
/// its command is not understood.
#[component]
pub fn Dialog(
    /// The dialog's id.
    #[prop(into)]
    id: String,
    /// What stands on the button.
    #[prop(into)]
    opener: Words,
    /// The question.
    #[prop(into)]
    title: Words,
    /// The page that asks the same question.
    #[prop(into)]
    page: String,
    /// How much the button weighs.
    #[prop(default = ButtonKind::Secondary)]
    kind: ButtonKind,
    /// What it means, and the form with the answer.
    children: Children,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    let named_by = title_id.clone();
    view! {
        <form class="dialog__opener" method="get" action=page>
            <button class=kind.class() commandfor=id.clone() command="show-modal">{opener}</button>
        </form>
        <dialog class="dialog" id=id aria-labelledby=named_by>
            <h2 class="dialog__title" id=title_id>{title}</h2>
            <div class="dialog__body">{children()}</div>
            <form class="dialog__shut" method="dialog">
                <button class=ButtonKind::Link.class() type="submit">{own("dialog-shut")}</button>
            </form>
        </dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_browser_opens_it_and_older_ones_follow_the_button() {
        let html = html(|| {
            view! {
                <Dialog id="withdraw" opener="Withdraw" title="Withdraw this case?" page="/cases/1/withdraw">
                    {HOSTILE}
                </Dialog>
            }
        });
        assert_contains(
            &html,
            &[
                "action=\"/cases/1/withdraw\"",
                "commandfor=\"withdraw\"",
                "command=\"show-modal\"",
                "<dialog",
                "id=\"withdraw\"",
                "aria-labelledby=\"withdraw-title\"",
                "method=\"dialog\"",
            ],
        );
        let opener = html.split("<button").nth(1).unwrap_or_default();
        let opener = opener.split('>').next().unwrap_or_default();
        assert!(
            !opener.contains("type="),
            "a typed button would submit: {opener}"
        );
        assert_escaped(&html);
    }
}
