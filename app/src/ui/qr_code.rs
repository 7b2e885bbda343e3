//! A code that telephones read.

use fast_qr::qr::QRBuilder;
use leptos::prelude::*;

use super::words::Words;

/// White modules around the code; readers ask for four.
const QUIET_ZONE: usize = 4;

/// A QR code as a drawing. When the text is too long for one there is nothing; so always write the
/// text below it as well.
#[component]
pub fn QrCode(
    /// What the code says.
    #[prop(into)]
    text: String,
    /// What the code is for.
    #[prop(into)]
    label: Words,
) -> impl IntoView {
    drawing(&text).map(|(size, path)| {
        view! {
            <svg
                class="qr-code"
                viewBox=format!("0 0 {size} {size}")
                role="img"
                aria-label=label
                shape-rendering="crispEdges"
            >
                <path class="qr-code__ground" d=format!("M0 0h{size}v{size}h-{size}z")/>
                <path class="qr-code__modules" d=path/>
            </svg>
        }
    })
}

/// The width of the drawing in modules, and one path over all dark ones.
fn drawing(text: &str) -> Option<(usize, String)> {
    let code = QRBuilder::new(text).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        for column in (0..code.size).filter(|column| code[row][*column].value()) {
            path.push_str(&format!(
                "M{} {}h1v1h-1z",
                column + QUIET_ZONE,
                row + QUIET_ZONE
            ));
        }
    }
    Some((code.size + 2 * QUIET_ZONE, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn the_code_has_a_name_and_a_quiet_zone() {
        let html =
            html(|| view! { <QrCode text="https://example.org/verify?id=1" label=HOSTILE/> });
        assert_contains(&html, &["role=\"img\"", "M4 4h1v1h-1z", "<svg"]);
        assert!(!html.contains("style="), "{html}");
        assert_escaped(&html);
    }

    #[test]
    fn what_is_too_long_is_not_drawn() {
        assert!(drawing(&"x".repeat(5000)).is_none());
    }
}
