//! What is printed.

use leptos::prelude::*;

use super::{Example, HOSTILE};
use crate::ui::words::own;
use crate::ui::{PrintButton, PrintSheet};

pub(super) fn examples() -> Vec<Example> {
    vec![
        Example::new("PrintSheet", "certificate", || {
            let tools = view! { <PrintButton label=own("print")/> }.into_any();
            let text = own("gallery-about");
            view! {
                <PrintSheet
                    title=own("gallery-cases")
                    tools=tools
                    issuer=own("gallery-long")
                    certificate=true
                >
                    <p>{text}</p>
                </PrintSheet>
            }
            .into_any()
        }),
        Example::new("PrintSheet", "plain", || {
            view! { <PrintSheet title=own("gallery-cases")>{HOSTILE}</PrintSheet> }.into_any()
        }),
    ]
}
