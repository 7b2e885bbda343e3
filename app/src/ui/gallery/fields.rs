//! What is typed into.

use leptos::prelude::*;

use super::Example;
use super::state::{State, in_every_state};
use crate::ui::words::own;
use crate::ui::{
    DateField, InputKind, NumberField, PhoneField, ResidentIdField, TextArea, TextField,
};

pub(super) fn examples() -> Vec<Example> {
    let mut all = in_every_state("TextField", "Li Xiaoman", text);
    all.push(Example::new("TextField", "readonly", || {
        let (label, value) = (own("gallery-label"), own("gallery-value"));
        view! { <TextField name="readonly" label=label value=value readonly=true/> }.into_any()
    }));
    all.push(Example::new("TextField", "password", || {
        let label = own("gallery-label");
        view! { <TextField name="password" label=label kind=InputKind::Password/> }.into_any()
    }));
    all.extend(in_every_state("DateField", "1949-12-31", date));
    all.push(Example::new("DateField", "half", || {
        let label = own("gallery-label");
        view! { <DateField name="half" legend=label value="1949--" error=own("gallery-error")/> }
            .into_any()
    }));
    all.extend(in_every_state(
        "ResidentIdField",
        "11010519491231002X",
        resident_id,
    ));
    all.extend(in_every_state("PhoneField", "13800000000", phone));
    all.extend(in_every_state("NumberField", "24", number));
    all.extend(in_every_state("TextArea", "One\n\nThree", area));
    all
}

fn text(state: State) -> AnyView {
    view! {
        <TextField
            name=state.name
            label=state.label
            value=state.value
            hint=state.hint
            error=state.error
            source=state.source
            required=state.required
        />
    }
    .into_any()
}

fn date(state: State) -> AnyView {
    view! {
        <DateField
            name=state.name
            legend=state.label
            value=state.value
            hint=state.hint
            error=state.error
            source=state.source
            required=state.required
        />
    }
    .into_any()
}

fn resident_id(state: State) -> AnyView {
    view! {
        <ResidentIdField
            name=state.name
            label=state.label
            value=state.value
            hint=state.hint
            error=state.error
            source=state.source
            required=state.required
        />
    }
    .into_any()
}

fn phone(state: State) -> AnyView {
    view! {
        <PhoneField
            name=state.name
            label=state.label
            value=state.value
            hint=state.hint
            error=state.error
            source=state.source
            required=state.required
        />
    }
    .into_any()
}

fn number(state: State) -> AnyView {
    view! {
        <NumberField
            name=state.name
            label=state.label
            value=state.value
            unit=own("gallery-months")
            hint=state.hint
            error=state.error
            source=state.source
            required=state.required
        />
    }
    .into_any()
}

fn area(state: State) -> AnyView {
    view! {
        <TextArea
            name=state.name
            label=state.label
            value=state.value
            hint=state.hint
            error=state.error
            source=state.source
            max=300_u16
            required=state.required
        />
    }
    .into_any()
}
