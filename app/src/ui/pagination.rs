//! The pages of a long list.

use leptos::prelude::*;

use super::words::{own, own_with};

/// Pages next to the present one that get a link of their own.
const NEIGHBOURS: usize = 2;

/// Links to the pages of a list; nothing when there is only one.
#[component]
pub fn Pagination<F>(
    /// The present page, counted from 1.
    page: usize,
    /// How many pages there are.
    pages: usize,
    /// The address of a page.
    href: F,
) -> impl IntoView
where
    F: Fn(usize) -> String,
{
    (pages > 1).then(|| {
        let previous =
            (page > 1).then(|| neighbour(href(page - 1), "prev", own("pagination-previous")));
        let next =
            (page < pages).then(|| neighbour(href(page + 1), "next", own("pagination-next")));
        let numbers = numbers(page, pages)
            .into_iter()
            .map(|number| match number {
                Some(number) => link(number, page, href(number)),
                None => {
                    view! { <li class="pagination__gap" aria-hidden="true">"…"</li> }.into_any()
                }
            })
            .collect_view();
        view! {
            <nav class="pagination" aria-label=own("pagination-label")>
                <ul class="pagination__list">{previous} {numbers} {next}</ul>
            </nav>
        }
    })
}

fn neighbour(href: String, rel: &'static str, label: &'static str) -> impl IntoView {
    view! { <li><a class="pagination__link" href=href rel=rel>{label}</a></li> }
}

fn link(number: usize, current: usize, href: String) -> AnyView {
    let label = own_with("pagination-page", &[("n", number.to_string().into())]);
    let here = (number == current).then_some("page");
    view! {
        <li>
            <a class="pagination__link" href=href aria-label=label aria-current=here>{number.to_string()}</a>
        </li>
    }
    .into_any()
}

/// First, last, and the neighbours of the present page; `None` stands for a gap.
fn numbers(page: usize, pages: usize) -> Vec<Option<usize>> {
    let near = page.saturating_sub(NEIGHBOURS)..=page.saturating_add(NEIGHBOURS);
    let mut out = Vec::new();
    let mut last = 0;
    for number in
        (1..=pages).filter(|number| *number == 1 || *number == pages || near.contains(number))
    {
        if number > last + 1 {
            out.push(None);
        }
        out.push(Some(number));
        last = number;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{assert_contains, html};

    #[test]
    fn gaps_stand_for_what_is_far_away() {
        assert_eq!(numbers(1, 3), [Some(1), Some(2), Some(3)]);
        assert_eq!(
            numbers(10, 23),
            [
                Some(1),
                None,
                Some(8),
                Some(9),
                Some(10),
                Some(11),
                Some(12),
                None,
                Some(23)
            ]
        );
    }

    #[test]
    fn the_present_page_is_marked() {
        let html = html(
            || view! { <Pagination page=2 pages=3 href=|page| format!("/items?page={page}")/> },
        );
        assert_contains(
            &html,
            &[
                "rel=\"prev\"",
                "rel=\"next\"",
                "href=\"/items?page=3\"",
                "aria-current=\"page\"",
            ],
        );
        assert_eq!(html.matches("aria-current").count(), 1);
    }

    #[test]
    fn one_page_needs_no_links() {
        let html = html(|| view! { <Pagination page=1 pages=1 href=|page| page.to_string()/> });
        assert!(!html.contains("nav"), "{html}");
    }
}
