//! Rows and columns.

use leptos::prelude::*;

use super::words::Words;

/// A table with a caption. The first column names its row. On a narrow screen each row becomes a
/// card, in which every cell carries the name of its column.
#[component]
pub fn Table(
    /// What the table shows.
    #[prop(into)]
    caption: Words,
    /// The names of the columns.
    head: Vec<Words>,
    /// The rows; each has as many cells as there are columns.
    rows: Vec<Vec<AnyView>>,
    /// Whether the caption is only for those who do not see the heading above.
    #[prop(optional)]
    hide_caption: bool,
) -> impl IntoView {
    let caption_class = if hide_caption {
        "visually-hidden"
    } else {
        "table__caption"
    };
    let body = rows
        .into_iter()
        .map(|cells| {
            let cells = cells
                .into_iter()
                .zip(head.iter().cloned())
                .enumerate()
                .map(cell)
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    let head = head
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> })
        .collect_view();
    view! {
        <table class="table">
            <caption class=caption_class>{caption}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}

fn cell((at, (content, column)): (usize, (AnyView, Words))) -> AnyView {
    if at == 0 {
        view! { <th scope="row" data-column=column>{content}</th> }.into_any()
    } else {
        view! { <td data-column=column>{content}</td> }.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn every_cell_knows_its_row_and_column() {
        let html = html(|| {
            let rows = vec![vec!["0001".into_any(), HOSTILE.into_any()]];
            view! { <Table caption="Cases" head=vec!["Number".into(), "State".into()] rows=rows/> }
        });
        assert_contains(
            &html,
            &[
                "<caption class=\"table__caption\">Cases</caption>",
                "<th scope=\"col\">Number</th>",
                "<th scope=\"row\" data-column=\"Number\">0001</th>",
                "<td data-column=\"State\">",
                "<tbody>",
            ],
        );
        assert_escaped(&html);
    }
}
