//! A sheet of paper.

use leptos::prelude::*;

use super::words::{OptionalWords, Words};

/// A sheet of paper: the page as it is printed, with tools above it that are not.
#[component]
pub fn PrintSheet(
    /// What the sheet is.
    #[prop(into)]
    title: Words,
    /// What it says.
    children: Children,
    /// What can be done with it: print, load, go back.
    #[prop(optional)]
    tools: Option<AnyView>,
    /// Who has issued it, at its foot.
    #[prop(optional, into)]
    issuer: OptionalWords,
    /// Whether it is a certificate, with a frame.
    #[prop(optional)]
    certificate: bool,
) -> impl IntoView {
    let class = if certificate {
        "paper paper--certificate"
    } else {
        "paper"
    };
    let tools = tools.map(|tools| view! { <div class="paper__tools">{tools}</div> });
    let foot = issuer.0.map(|issuer| {
        view! { <div class="paper__foot"><p class="paper__issuer">{issuer}</p></div> }
    });
    view! {
        {tools}
        <article class=class>
            <h1 class="paper__title">{title}</h1>
            {children()}
            {foot}
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn tools_stand_outside_the_paper() {
        let html = html(|| {
            view! {
                <PrintSheet title="Receipt" tools="Print".into_any() issuer=HOSTILE>"Text"</PrintSheet>
            }
        });
        let (tools, paper) = html.split_once("<article").unwrap_or_default();
        assert_contains(tools, &["paper__tools", "Print"]);
        assert_contains(paper, &["Receipt</h1>", "Text", "paper__issuer"]);
        assert!(!html.contains("paper--certificate"), "{html}");
        assert_escaped(&html);
    }
}
