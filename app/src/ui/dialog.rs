//! A question in front of the page.

use leptos::prelude::*;

use super::button::ButtonKind;
use super::words::{Words, own};
use crate::islands::OpenDialog;

/// A question in front of the page, for what should not be done by accident, and the link that opens
/// it. The link leads to a page that asks the same; where scripts run the dialog opens instead, and
/// the browser keeps the focus inside. Buttons that open a dialog by themselves (`commandfor`) are too
/// young for that: an older browser would do nothing. The focus begins on the way back.
#[component]
pub fn Dialog(
    /// The dialog's id.
    #[prop(into)]
    id: String,
    /// What stands on the link.
    #[prop(into)]
    opener: Words,
    /// The question.
    #[prop(into)]
    title: Words,
    /// The page that asks the same question.
    #[prop(into)]
    page: String,
    /// How much the link weighs.
    #[prop(default = ButtonKind::Secondary)]
    kind: ButtonKind,
    /// What it means, and the form with the answer.
    children: Children,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    let named_by = title_id.clone();
    view! {
        <OpenDialog>
        <a class=kind.class() href=page data-opens="">{opener}</a>
        <dialog class="dialog" id=id aria-labelledby=named_by>
            <h2 class="dialog__title" id=title_id>{title}</h2>
            <div class="dialog__body">{children()}</div>
            <form class="dialog__shut" method="dialog">
                <button class=ButtonKind::Link.class() type="submit" autofocus=true>{own("dialog-shut")}</button>
            </form>
        </dialog>
        </OpenDialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn without_scripts_the_link_leads_to_the_page() {
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
                "<leptos-island data-component=\"OpenDialog_",
                "href=\"/cases/1/withdraw\"",
                "data-opens",
                "<dialog",
                "id=\"withdraw\"",
                "aria-labelledby=\"withdraw-title\"",
                "method=\"dialog\"",
            ],
        );
        assert_escaped(&html);
    }
}
