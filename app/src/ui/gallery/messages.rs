//! What is said.

use leptos::prelude::*;

use super::{Example, HOSTILE, here};
use crate::ui::words::own;
use crate::ui::{Banner, BannerKind, Empty, ErrorSummary, Panel, Toast};

pub(super) fn examples() -> Vec<Example> {
    let kinds = [
        ("info", BannerKind::Info),
        ("success", BannerKind::Success),
        ("warning", BannerKind::Warning),
        ("danger", BannerKind::Danger),
    ];
    let mut all: Vec<_> = kinds
        .into_iter()
        .map(|(state, kind)| {
            Example::new("Banner", state, move || {
                let (title, text) = (own("gallery-label"), own("gallery-about"));
                view! { <Banner title=title kind=kind>{text}</Banner> }.into_any()
            })
        })
        .collect();
    all.extend([
        Example::new("Banner", "hostile", || {
            view! { <Banner title=HOSTILE>{own("gallery-long")}</Banner> }.into_any()
        }),
        Example::new("ErrorSummary", "default", || {
            let errors = vec![
                ("field-TextField-wrong".to_owned(), own("gallery-error").to_owned()),
                (String::new(), own("gallery-long").to_owned()),
                ("field-DateField-wrong".to_owned(), HOSTILE.to_owned()),
            ];
            view! { <ErrorSummary title=own("error-summary-title") errors=errors/> }.into_any()
        }),
        Example::new("Empty", "default", || {
            let link = own("search-button");
            view! { <Empty text=own("gallery-label")><a href=here()>{link}</a></Empty> }
                .into_any()
        }),
        Example::new("Panel", "default", || {
            view! {
                <Panel title=own("gallery-cases")><span class="number">"TH-2026-000001"</span></Panel>
            }
            .into_any()
        }),
        Example::new("Toast", "default", || {
            view! { <Toast text=own("gallery-value")/> }.into_any()
        }),
    ]);
    all
}
