//! The same questions several times.

use leptos::prelude::*;

use super::button::{Button, ButtonKind};
use super::field::{Surroundings, field_id};
use super::words::{OptionalWords, Words, own};

/// The beginning of the value of the button that adds a row; the name of the group follows.
pub const ADD_ROW: &str = "add-row:";
/// The beginning of the value of a button that removes a row; group and row follow, joined by a full
/// stop.
pub const REMOVE_ROW: &str = "remove-row:";

/// One row of a repeated group.
pub struct RepeatedRow {
    /// Its name, which stays when other rows go.
    pub name: String,
    /// Its questions.
    pub questions: AnyView,
}

/// The same questions several times: children, jobs, vehicles. Its buttons post the form around it, so
/// that what was typed is saved; the page that comes back has one row more, or one less.
#[component]
pub fn RepeatGroup(
    /// The name of the whole, from which ids are made.
    #[prop(into)]
    name: String,
    /// What the whole asks for.
    #[prop(into)]
    legend: Words,
    /// What one row is; each is called so, with its number.
    #[prop(into)]
    row: Words,
    /// The rows.
    rows: Vec<RepeatedRow>,
    /// The name under which the buttons post.
    #[prop(into)]
    go: String,
    /// Fewest rows: so many cannot be removed.
    #[prop(default = 1)]
    min: usize,
    /// Most rows.
    #[prop(default = 20)]
    max: usize,
    /// How to answer.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the whole.
    #[prop(optional, into)]
    error: OptionalWords,
) -> impl IntoView {
    let count = rows.len();
    let id = field_id(&name);
    let around = Surroundings::new(&id, hint, error, OptionalWords::default());
    let items = rows
        .into_iter()
        .enumerate()
        .map(|(place, one)| {
            let title = format!("{row} {}", place + 1);
            let remove = (count > min).then(|| {
                let value = format!("{REMOVE_ROW}{name}.{}", one.name);
                view! {
                    <Button
                        label=own("repeat-remove")
                        kind=ButtonKind::Link
                        name=go.clone()
                        value=value
                        about=title.clone()
                    />
                }
            });
            item(title, one.questions, remove)
        })
        .collect_view();
    let add = (count < max).then(|| adding(&name, &go, &row));
    view! {
        <div
            class="repeat-group"
            id=id.clone()
            tabindex="-1"
            role="group"
            aria-labelledby=around.part("legend")
            aria-describedby=around.described_by()
        >
            <p class="field__label" id=around.part("legend")>{legend}</p>
            {around.before()}
            {items}
            {add}
        </div>
    }
}

/// The button for one row more.
fn adding(name: &str, go: &str, row: &Words) -> impl IntoView + use<> {
    view! {
        <Button
            label=own("repeat-add")
            kind=ButtonKind::Secondary
            name=go.to_owned()
            value=format!("{ADD_ROW}{name}")
            about=row.clone()
        />
    }
}

/// One row: its questions, and its button where it can be removed.
fn item(title: String, questions: AnyView, remove: Option<impl IntoView>) -> impl IntoView {
    view! {
        <fieldset class="repeat-group__item">
            <legend class="repeat-group__legend">{title}</legend>
            {questions}
            {remove}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::TextField;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn group(names: &'static [&'static str]) -> String {
        html(move || {
            let rows = names
                .iter()
                .map(|name| RepeatedRow {
                    name: (*name).to_owned(),
                    questions: view! {
                        <TextField name=format!("children.{name}.name") label=HOSTILE/>
                    }
                    .into_any(),
                })
                .collect();
            view! {
                <RepeatGroup name="children" legend="Children" row="Child" rows=rows go="go" max=2/>
            }
        })
    }

    #[test]
    fn rows_are_numbered_and_can_be_removed() {
        let html = group(&["1", "4"]);
        assert_contains(
            &html,
            &[
                "Child 1</legend>",
                "Child 2</legend>",
                "name=\"children.4.name\"",
                "value=\"remove-row:children.4\"",
                "Child 2</span>",
            ],
        );
        assert!(!html.contains("add-row:"), "there are enough: {html}");
        assert_escaped(&html);
    }

    #[test]
    fn the_last_one_stays() {
        let html = group(&["1"]);
        assert_contains(&html, &["value=\"add-row:children\"", "type=\"submit\""]);
        assert!(!html.contains("remove-row:"), "{html}");
    }
}
