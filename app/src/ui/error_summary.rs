//! Everything that is wrong on a page, at its top.

use leptos::prelude::*;

use super::words::Words;

/// The list of problems of a form, each a link to its field. Put it first on the page; it renders
/// nothing when there are none.
#[component]
pub fn ErrorSummary(
    /// "There is a problem".
    #[prop(into)]
    title: Words,
    /// The id of the field (see [`field_id`](super::field_id)), empty where the whole form is meant,
    /// and the problem.
    errors: Vec<(String, String)>,
) -> impl IntoView {
    (!errors.is_empty()).then(|| {
        let items = errors.into_iter().map(problem).collect_view();
        view! {
            <section class="error-summary" aria-labelledby="error-summary-title" role="alert" tabindex="-1" id="error-summary">
                <h2 class="error-summary__title" id="error-summary-title">{title}</h2>
                <ul class="error-summary__list">{items}</ul>
            </section>
        }
    })
}

fn problem((id, text): (String, String)) -> impl IntoView {
    if id.is_empty() {
        view! { <li>{text}</li> }.into_any()
    } else {
        view! { <li><a href=format!("#{id}")>{text}</a></li> }.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn each_problem_leads_to_its_field() {
        let html = html(|| {
            let errors = vec![
                ("field-phone".to_owned(), "Enter 11 digits".to_owned()),
                (String::new(), HOSTILE.to_owned()),
            ];
            view! { <ErrorSummary title="There is a problem" errors=errors/> }
        });
        assert_contains(
            &html,
            &[
                "role=\"alert\"",
                "href=\"#field-phone\"",
                "Enter 11 digits",
                "aria-labelledby=\"error-summary-title\"",
            ],
        );
        assert_eq!(html.matches("<a ").count(), 1);
        assert_escaped(&html);
    }

    #[test]
    fn without_problems_there_is_nothing() {
        let html = html(|| view! { <ErrorSummary title="There is a problem" errors=vec![]/> });
        assert!(!html.contains("section"), "{html}");
    }
}
