//! Renders a component the way a page does.

use std::sync::Arc;

use domain::Locale;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

pub(crate) use super::gallery::HOSTILE;

/// The HTML of a view on an English page, without the markers (`<!>`) between texts, which differ
/// between builds; so does the place of `class` among the attributes, so tests look for parts.
pub(crate) fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| {
        provide_context(Locale::En);
        without_markers(&view().into_view().to_html())
    })
}

/// HTML without the markers that Leptos leaves between texts.
pub(crate) fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}

/// Fails unless the hostile text was escaped wherever it stands.
#[track_caller]
pub(crate) fn assert_escaped(html: &str) {
    assert!(!html.contains("<script"), "{html}");
    assert!(!html.contains("</textarea></title>"), "{html}");
    assert!(!html.contains("</title></script>"), "{html}");
    assert!(!has_handler(html), "an attribute was ended: {html}");
    assert!(html.contains("&lt;script"), "the text is there: {html}");
}

/// Whether some element has an attribute `onfocus`.
fn has_handler(html: &str) -> bool {
    html.split('<').any(|tag| {
        // Every second piece between quotes is a value, up to the end of the tag.
        tag.split('"')
            .step_by(2)
            .take_while(|piece| !piece.contains('>'))
            .any(|piece| piece.contains("onfocus"))
    })
}

/// Fails when one of the parts is missing.
#[track_caller]
pub(crate) fn assert_contains(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "no {part:?} in {html}");
    }
}
