//! What is pressed.

use leptos::prelude::*;

use super::{Example, HOSTILE, here};
use crate::ui::words::own;
use crate::ui::{Button, ButtonKind, ButtonLink, Dialog, PrintButton};

pub(super) fn examples() -> Vec<Example> {
    let kinds = [
        ("primary", ButtonKind::Primary),
        ("secondary", ButtonKind::Secondary),
        ("danger", ButtonKind::Danger),
        ("link", ButtonKind::Link),
    ];
    let mut all: Vec<_> = kinds
        .into_iter()
        .map(|(state, kind)| {
            Example::new("Button", state, move || {
                view! { <form method="get" action=here()><Button label=own("print") kind=kind/></form> }
                    .into_any()
            })
        })
        .collect();
    all.extend([
        Example::new("Button", "long", || {
            view! { <form method="get" action=here()><Button label=own("gallery-long")/></form> }
                .into_any()
        }),
        Example::new("Button", "hostile", || {
            view! {
                <form method="get" action=here()>
                    <Button label=HOSTILE name="go" value=HOSTILE about=HOSTILE/>
                </form>
            }
            .into_any()
        }),
        Example::new("ButtonLink", "primary", || {
            view! { <ButtonLink href=here() label=own("back")/> }.into_any()
        }),
        Example::new("PrintButton", "default", || {
            view! { <PrintButton label=own("print")/> }.into_any()
        }),
        Example::new("Dialog", "danger", || {
            let (title, text) = (own("gallery-label"), own("gallery-about"));
            view! {
                <Dialog
                    id="example-dialog"
                    opener=own("file-remove")
                    title=title
                    page=here()
                    kind=ButtonKind::Danger
                >
                    <p>{text}</p>
                    <form method="get" action=here()>
                        <Button label=own("file-remove") kind=ButtonKind::Danger/>
                    </form>
                </Dialog>
            }
            .into_any()
        }),
    ]);
    all
}
