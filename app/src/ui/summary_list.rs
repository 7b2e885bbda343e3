//! Answers and facts, as pairs.

use leptos::prelude::*;

use super::tag::{Tag, TagKind};
use super::words::{Words, own};

/// One pair of a [`SummaryList`].
pub struct SummaryRow {
    /// What the value is.
    pub key: Words,
    /// The value.
    pub value: AnyView,
    /// Which register the value comes from, and when it was read.
    pub source: Option<Words>,
    /// What somebody says is wrong with the value, behind the words that mark it.
    pub objection: Option<(Words, AnyView)>,
    /// Where the value can be changed.
    pub change: Option<String>,
}

impl SummaryRow {
    /// A pair without source and link.
    pub fn new(key: impl Into<Words>, value: impl IntoAny) -> Self {
        Self {
            key: key.into(),
            value: value.into_any(),
            source: None,
            objection: None,
            change: None,
        }
    }

    /// The pair with the source of its value.
    #[must_use]
    pub fn source(mut self, source: Option<impl Into<Words>>) -> Self {
        self.source = source.map(Into::into);
        self
    }

    /// The pair with what somebody says is wrong with its value, marked by these words.
    #[must_use]
    pub fn objection(mut self, mark: impl Into<Words>, said: Option<AnyView>) -> Self {
        self.objection = said.map(|said| (mark.into(), said));
        self
    }

    /// The pair with a link to where the value can be changed.
    #[must_use]
    pub fn change(mut self, href: impl Into<String>) -> Self {
        self.change = Some(href.into());
        self
    }
}

/// Pairs of a question and its answer.
#[component]
pub fn SummaryList(
    /// The pairs, in reading order.
    rows: Vec<SummaryRow>,
) -> impl IntoView {
    let rows = rows.into_iter().map(summary_row).collect_view();
    view! { <dl class="summary-list">{rows}</dl> }
}

fn summary_row(row: SummaryRow) -> impl IntoView {
    let source = row
        .source
        .map(|source| view! { <p class="summary-list__source">{source}</p> });
    let objection = row.objection.map(|(mark, said)| {
        view! {
            <p class="summary-list__objection">
                <Tag text=mark kind=TagKind::Warning/>
                " "
                {said}
            </p>
        }
    });
    let change = row.change.map(|href| {
        view! {
            <dd class="summary-list__change">
                <a href=href>
                    {own("summary-change")}
                    <span class="visually-hidden">" "{row.key.clone()}</span>
                </a>
            </dd>
        }
    });
    view! {
        <div class="summary-list__row">
            <dt class="summary-list__key">{row.key}</dt>
            <dd class="summary-list__value">{row.value}{source}{objection}</dd>
            {change}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn a_change_link_says_what_it_changes() {
        let html = html(|| {
            let rows = vec![
                SummaryRow::new("Phone", "138").change("/cases/1/steps/contact"),
                SummaryRow::new("Name", HOSTILE)
                    .source(Some("From the population register"))
                    .objection("Called wrong", Some(HOSTILE.into_any())),
                SummaryRow::new("Address", "1").objection("Not said", None),
            ];
            view! { <SummaryList rows=rows/> }
        });
        assert_contains(
            &html,
            &[
                "<dl class=\"summary-list\">",
                "href=\"/cases/1/steps/contact\"",
                "From the population register",
                "Phone</span>",
                "Called wrong</strong>",
            ],
        );
        assert!(!html.contains("Not said"), "{html}");
        assert_eq!(html.matches("<a ").count(), 1);
        assert_escaped(&html);
    }
}
