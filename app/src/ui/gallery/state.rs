//! The states that a field can be in.

use leptos::prelude::*;

use super::{Example, HOSTILE};
use crate::ui::words::{OptionalWords, Words, own, own_with};

/// What a field is given in one state. Its name is its own.
pub(super) struct State {
    pub(super) name: String,
    pub(super) label: Words,
    pub(super) value: String,
    pub(super) hint: OptionalWords,
    pub(super) error: OptionalWords,
    pub(super) source: OptionalWords,
    pub(super) required: bool,
}

impl State {
    fn empty(component: &str, state: &str) -> Self {
        Self {
            name: format!("{component}-{state}"),
            label: own("gallery-label").into(),
            value: String::new(),
            hint: OptionalWords::default(),
            error: OptionalWords::default(),
            source: OptionalWords::default(),
            required: true,
        }
    }

    fn new(component: &str, state: &str, value: &str) -> Self {
        let empty = Self::empty(component, state);
        let value = value.to_owned();
        match state {
            "filled" => Self {
                value,
                hint: own("gallery-hint").into(),
                ..empty
            },
            "wrong" => Self {
                value,
                hint: own("gallery-hint").into(),
                error: own("gallery-error").into(),
                ..empty
            },
            "from-register" => Self {
                value,
                source: register().into(),
                ..empty
            },
            "optional" => Self {
                required: false,
                ..empty
            },
            "long" => Self {
                label: own("gallery-long").into(),
                hint: own("gallery-long").into(),
                error: own("gallery-long").into(),
                ..empty
            },
            "hostile" => Self {
                label: HOSTILE.into(),
                value: HOSTILE.to_owned(),
                hint: HOSTILE.into(),
                error: HOSTILE.into(),
                ..empty
            },
            _ => empty,
        }
    }
}

/// The states of a field, in the order of the gallery.
const STATES: [&str; 7] = [
    "empty",
    "filled",
    "wrong",
    "from-register",
    "optional",
    "long",
    "hostile",
];

/// A field in all its states; `value` is what has been typed where something has.
pub(super) fn in_every_state(
    component: &'static str,
    value: &'static str,
    field: fn(State) -> AnyView,
) -> Vec<Example> {
    STATES
        .into_iter()
        .map(|state| {
            Example::new(component, state, move || {
                field(State::new(component, state, value))
            })
        })
        .collect()
}

/// Where a value comes from.
fn register() -> String {
    let register = own("register-population");
    own_with(
        "source-register",
        &[
            ("register", register.into()),
            ("at", "2026-11-21 10:00".into()),
        ],
    )
}
