//! Rows and columns.

use std::borrow::Cow;

use leptos::prelude::*;

use super::icon::{Icon, IconKind};
use super::words::{Words, own};

/// How the rows stand by one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOrder {
    /// The least first.
    Ascending,
    /// The greatest first.
    Descending,
}

impl SortOrder {
    fn aria(self) -> &'static str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }

    fn icon(self) -> IconKind {
        match self {
            Self::Ascending => IconKind::Ascending,
            Self::Descending => IconKind::Descending,
        }
    }

    /// What a press on the column's name does.
    fn next_words(self) -> &'static str {
        match self {
            Self::Ascending => own("table-sort-descending"),
            Self::Descending => own("table-sort-ascending"),
        }
    }
}

/// A column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    name: Words,
    /// Whether it holds numbers, which stand under one another by their places.
    is_number: bool,
    /// Where the page is in the order of this column, and how it stands now.
    sort: Option<(String, Option<SortOrder>)>,
}

impl Column {
    /// A column of words.
    pub fn new(name: impl Into<Words>) -> Self {
        Self {
            name: name.into(),
            is_number: false,
            sort: None,
        }
    }

    /// The column as one of numbers.
    #[must_use]
    pub fn number(mut self) -> Self {
        self.is_number = true;
        self
    }

    /// The column with a link that sorts by it. `now` is the order of the rows where it is by this
    /// column; the link should then lead to the other order.
    #[must_use]
    pub fn sorted_by(mut self, href: impl Into<String>, now: Option<SortOrder>) -> Self {
        self.sort = Some((href.into(), now));
        self
    }

    /// The mark of its cells, by which the sheet sets them; an empty class would be written out.
    fn mark(&self) -> Option<&'static str> {
        self.is_number.then_some("true")
    }

    fn head(self) -> impl IntoView {
        let mark = self.mark();
        let order = self.sort.as_ref().and_then(|(_, now)| *now);
        let name = match self.sort {
            Some((href, now)) => {
                let icon = now.map_or(IconKind::Sortable, SortOrder::icon);
                let words = now.map_or_else(|| own("table-sort-ascending"), SortOrder::next_words);
                view! {
                    <a class="table__sort" href=href>
                        {self.name}
                        <Icon kind=icon/>
                        <span class="visually-hidden">" "{words}</span>
                    </a>
                }
                .into_any()
            }
            None => self.name.into_any(),
        };
        view! { <th scope="col" data-number=mark aria-sort=order.map(SortOrder::aria)>{name}</th> }
    }
}

impl From<&'static str> for Column {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

impl From<String> for Column {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}

impl From<Words> for Column {
    fn from(name: Cow<'static, str>) -> Self {
        Self::new(name)
    }
}

/// A table with a caption. The first column names its row. On a narrow screen each row becomes a
/// card, in which every cell carries the name of its column; what sorts stands above them.
#[component]
pub fn Table(
    /// What the table shows.
    #[prop(into)]
    caption: Words,
    /// The columns.
    head: Vec<Column>,
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
    let class = if head.iter().any(|column| column.sort.is_some()) {
        "table table--sortable"
    } else {
        "table"
    };
    let body = rows
        .into_iter()
        .map(|cells| {
            let cells = cells
                .into_iter()
                .zip(&head)
                .enumerate()
                .map(cell)
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    let head = head.into_iter().map(Column::head).collect_view();
    view! {
        <table class=class>
            <caption class=caption_class>{caption}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}

fn cell((at, (content, column)): (usize, (AnyView, &Column))) -> AnyView {
    let (mark, name) = (column.mark(), column.name.clone());
    if at == 0 {
        view! { <th scope="row" data-number=mark data-column=name>{content}</th> }.into_any()
    } else {
        view! { <td data-number=mark data-column=name>{content}</td> }.into_any()
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
        assert!(!html.contains("aria-sort"), "{html}");
        assert_escaped(&html);
    }

    #[test]
    fn links_sort_and_say_so() {
        let html = html(|| {
            let head = vec![
                Column::new("Case").sorted_by("/desk?sort=case", None),
                Column::new("Days")
                    .number()
                    .sorted_by("/desk?sort=-days", Some(SortOrder::Ascending)),
            ];
            let rows = vec![vec!["A".into_any(), "3".into_any()]];
            view! { <Table caption="Cases" head=head rows=rows/> }
        });
        assert_contains(
            &html,
            &[
                "table--sortable",
                "href=\"/desk?sort=case\"",
                "href=\"/desk?sort=-days\"",
                "aria-sort=\"ascending\"",
                "Sort from the greatest",
            ],
        );
        assert_eq!(html.matches("aria-sort").count(), 1, "one column rules");
        assert_eq!(html.matches("data-number=\"true\"").count(), 2, "{html}");
    }
}
