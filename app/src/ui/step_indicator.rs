//! How far it is.

use leptos::prelude::*;

use super::words::{Words, own_with};

/// One step of a [`StepIndicator`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLabel {
    /// The step's name.
    pub label: Words,
    /// Where it can be opened; none for the step itself and those that are still shut.
    pub href: Option<String>,
}

impl StepLabel {
    /// A step that cannot be opened from here.
    pub fn new(label: impl Into<Words>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }

    /// The step with a link to it.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

/// The steps of a form, the present one marked, and "step 2 of 4" in words.
#[component]
pub fn StepIndicator(
    /// The present step, counted from 1.
    current: usize,
    /// All steps in order.
    steps: Vec<StepLabel>,
) -> impl IntoView {
    let total = steps.len();
    let words = own_with(
        "step-of",
        &[
            ("current", current.to_string().into()),
            ("total", total.to_string().into()),
        ],
    );
    let items = steps
        .into_iter()
        .zip(1..)
        .map(|(step, number)| step_item(step, number, current))
        .collect_view();
    let label = words.clone();
    view! {
        <nav class="step-indicator" aria-label=label>
            <p class="step-indicator__words">{words}</p>
            <ol class="step-indicator__list">{items}</ol>
        </nav>
    }
}

fn step_item(step: StepLabel, number: usize, current: usize) -> impl IntoView {
    let class = match number.cmp(&current) {
        std::cmp::Ordering::Less => "step-indicator__step step-indicator__step--done",
        std::cmp::Ordering::Equal => "step-indicator__step step-indicator__step--current",
        std::cmp::Ordering::Greater => "step-indicator__step",
    };
    let label = match step.href {
        Some(href) => view! { <a href=href>{step.label}</a> }.into_any(),
        None => step.label.into_any(),
    };
    view! { <li class=class aria-current=(number == current).then_some("step")>{label}</li> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{assert_contains, html};

    #[test]
    fn the_present_step_is_marked_and_said() {
        let html = html(|| {
            let steps = vec![
                StepLabel::new("You").href("/cases/1/steps/you"),
                StepLabel::new("Work"),
                StepLabel::new("Check"),
            ];
            view! { <StepIndicator current=2 steps=steps/> }
        });
        assert_contains(
            &html,
            &[
                "Step 2 of 3",
                "aria-current=\"step\"",
                "step-indicator__step--done",
                "href=\"/cases/1/steps/you\"",
            ],
        );
        assert_eq!(html.matches("aria-current").count(), 1);
    }
}
