//! What is chosen and handed in.

use leptos::prelude::*;

use super::state::{State, in_every_state};
use super::{Example, HOSTILE, here};
use crate::ui::words::own;
use crate::ui::{
    Choice, Choices, Combobox, ExistingFile, FileField, PhoneField, RepeatGroup, RepeatedRow,
    Select, TextField,
};

pub(super) fn examples() -> Vec<Example> {
    let mut all = in_every_state("Choices", "yes", radios);
    all.push(Example::new("Choices", "many", || {
        view! {
            <Choices
                name="many"
                legend=own("gallery-label")
                options=options()
                chosen=vec!["no".to_owned()]
                hint=own("hint-choose-many")
                many=true
            />
        }
        .into_any()
    }));
    all.push(Example::new("Choices", "inline", || {
        view! { <Choices name="inline" legend=own("gallery-label") options=options() inline=true/> }
            .into_any()
    }));
    all.extend(in_every_state("Select", "yes", select));
    all.extend(in_every_state("Combobox", "yes", combobox));
    all.extend(in_every_state("FileField", "photo.jpg", file));
    all.extend([1, 2].map(|count| {
        let state = if count == 1 { "one" } else { "two" };
        Example::new("RepeatGroup", state, move || repeat(state, count))
    }));
    all
}

fn options() -> Vec<Choice> {
    vec![
        Choice::new("yes", own("yes")).hint(own("gallery-hint")),
        Choice::new("no", own("no")),
        Choice::new("long", own("gallery-long")),
        Choice::new("hostile", HOSTILE),
    ]
}

fn radios(state: State) -> AnyView {
    view! {
        <Choices
            name=state.name
            legend=state.label
            options=options()
            chosen=vec![state.value]
            hint=state.hint
            error=state.error
            source=state.source
            required=state.required
        />
    }
    .into_any()
}

fn select(state: State) -> AnyView {
    view! {
        <Select
            name=state.name
            label=state.label
            options=options()
            chosen=state.value
            blank=own("select-blank")
            hint=state.hint
            error=state.error
            required=state.required
        />
    }
    .into_any()
}

fn combobox(state: State) -> AnyView {
    view! {
        <Combobox
            name=state.name
            label=state.label
            options=options()
            value=state.value
            hint=state.hint
            error=state.error
            required=state.required
        />
    }
    .into_any()
}

fn file(state: State) -> AnyView {
    let existing: Vec<_> = (!state.value.is_empty())
        .then(|| ExistingFile {
            name: state.value,
            bytes: 1_600_000,
            href: Some(here()),
            remove: Some(("go", format!("remove:{}", state.name))),
        })
        .into_iter()
        .collect();
    view! {
        <FileField
            name=state.name
            label=state.label
            accept="image/jpeg"
            existing=existing
            hint=state.hint
            error=state.error
            required=state.required
        />
    }
    .into_any()
}

fn repeat(state: &str, count: usize) -> AnyView {
    let name = format!("repeat-{state}");
    let rows = (0..count)
        .map(|place| {
            let named = |question| format!("{name}.{place}.{question}");
            let questions = view! {
                <TextField name=named("name") label=own("register-field-name")/>
                <PhoneField name=named("phone") label=own("register-field-phone") required=false/>
            };
            RepeatedRow {
                name: place.to_string(),
                questions: questions.into_any(),
            }
        })
        .collect();
    let child = own("gallery-child");
    view! { <RepeatGroup name=name.clone() legend=child row=child rows=rows go="go"/> }.into_any()
}
