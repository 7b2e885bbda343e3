//! Lists on the page of a part: entries that stand on it, and entries that have a page each.

use leptos::prelude::*;
use serde_json::Value;

use super::inputs::{Form, below};
use crate::desk::services::posted::GO;
use crate::paths;
use crate::ui::{Button, ButtonKind};

impl Form<'_> {
    /// Entries that stand on the page.
    pub(super) fn list(
        &self,
        name: &str,
        label: &'static str,
        inner: impl Fn(&Self, &str) -> Vec<AnyView>,
    ) -> AnyView {
        let count = self.entries(name).len();
        let entries: Vec<AnyView> = (0..count)
            .map(|place| {
                let entry = below(name, &place.to_string());
                let legend = self.cx.tf(
                    "editor-entry",
                    &[
                        ("label", label.into()),
                        ("n", i64::try_from(place + 1).unwrap_or(i64::MAX).into()),
                    ],
                );
                let buttons = self.moves(name, place, count, &legend);
                view! {
                    <fieldset class="editor__entry">
                        <legend class="editor__legend">{legend}</legend>
                        {inner(self, &entry)}
                        {buttons}
                    </fieldset>
                }
                .into_any()
            })
            .collect();
        self.section(name, label, entries.into_any())
    }

    /// Entries that have a page each.
    pub(super) fn pages(&self, name: &str, label: &'static str) -> AnyView {
        let entries = self.entries(name);
        let count = entries.len();
        let rows: Vec<AnyView> = entries
            .iter()
            .enumerate()
            .map(|(place, entry)| {
                let key = entry.get("key").and_then(Value::as_str).unwrap_or_default();
                let title = if entry.get("title").is_some() {
                    "title"
                } else {
                    "label"
                };
                let words = self.named(entry, title, key);
                let kind = entry.pointer("/kind/type").and_then(Value::as_str);
                let kind = kind.map(|kind| self.cx.t(&format!("editor-kind-{kind}")));
                let link = match self.sheet.part().entry(name, place) {
                    Some(part) => {
                        let href = paths::desk_draft_part(self.draft, &part.to_string());
                        view! { <a href=href>{words.clone()}</a> }.into_any()
                    }
                    None => words.clone().into_any(),
                };
                let buttons = self.moves(name, place, count, &words);
                view! {
                    <li class="item-list__row">
                        <p class="item-list__name">{link}</p>
                        <p class="item-list__about">{kind}</p>
                        {buttons}
                    </li>
                }
                .into_any()
            })
            .collect();
        let list = (count > 0).then(|| view! { <ol class="item-list">{rows}</ol> });
        self.section(name, label, list.into_any())
    }

    pub(super) fn entries(&self, name: &str) -> &[Value] {
        let entries = self.sheet.at(name).and_then(Value::as_array);
        entries.map(Vec::as_slice).unwrap_or_default()
    }

    /// The name of an entry, or its key where it has none yet.
    pub(super) fn named(&self, entry: &Value, part: &str, key: &str) -> String {
        let text = entry
            .get(part)
            .and_then(|text| serde_json::from_value(text.clone()).ok());
        let text = text.map(|text| self.cx.plain(&text)).unwrap_or_default();
        if text.trim().is_empty() {
            key.to_owned()
        } else {
            text
        }
    }

    pub(super) fn section(&self, name: &str, label: &'static str, entries: AnyView) -> AnyView {
        let id = format!("list-{}", name.replace('/', "-"));
        let heading = format!("{id}-title");
        let labelled = heading.clone();
        view! {
            <section class="editor__list stack stack--tight" id=id aria-labelledby=labelled>
                <h2 class="editor__title" id=heading>{label}</h2>
                {entries}
                <p class="actions">
                    <Button
                        label=self.cx.tf("editor-add", &[("label", label.into())])
                        kind=ButtonKind::Secondary
                        name=GO
                        value=format!("add:{name}")
                    />
                </p>
            </section>
        }
        .into_any()
    }

    pub(super) fn moves(&self, list: &str, place: usize, count: usize, about: &str) -> AnyView {
        let button = |verb: &'static str, is_there: bool| {
            is_there.then(|| {
                view! {
                    <Button
                        label=self.cx.t(&format!("editor-{verb}"))
                        about=about.to_owned()
                        kind=ButtonKind::Link
                        name=GO
                        value=format!("{verb}:{list}/{place}")
                    />
                }
            })
        };
        let up = button("up", place > 0);
        let down = button("down", place + 1 < count);
        let remove = button("remove", true);
        view! { <p class="actions">{up} {down} {remove}</p> }.into_any()
    }
}
