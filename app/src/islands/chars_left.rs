//! Counts what may still be typed into a text area.

use std::time::Duration;

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlTextAreaElement};

/// Milliseconds without a key after which the number is read aloud; a voice that counts every letter
/// drowns what it reads.
const SAY_AFTER_MS: u64 = 1000;

/// Says below a text area how many characters are left, or too many. The number and the sentences
/// stand in the child's attributes `data-max`, `data-left` and `data-over`; `#` is the number's place.
#[island]
pub fn CharsLeft(
    /// The limit in words, as readers without scripts see it.
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let (shown, set_shown) = signal(String::new());
    let (said, set_said) = signal(String::new());
    let (turn, set_turn) = signal(0_u32);

    Effect::new(move || {
        let Some(limit) = place.get().and_then(|place| Limit::find(&place)) else {
            return;
        };
        let area = limit.area.clone();
        let count = move || set_shown.set(limit.words());
        count();
        let listener = window_event_listener(ev::input, move |event| {
            let is_ours = event
                .target()
                .is_some_and(|target| area.is_same_node(target.dyn_ref()));
            if !is_ours {
                return;
            }
            count();
            let now = turn.get_untracked().wrapping_add(1);
            set_turn.set(now);
            let say = move || {
                if turn.get_untracked() == now {
                    set_said.set(shown.get_untracked());
                }
            };
            set_timeout(say, Duration::from_millis(SAY_AFTER_MS));
        });
        on_cleanup(move || listener.remove());
    });

    view! {
        <div class="text-area__count" node_ref=place>
            {children()}
            <p class="text-area__left" aria-hidden="true">{shown}</p>
            <p class="visually-hidden" role="status">{said}</p>
        </div>
    }
}

/// A text area and how much it takes.
struct Limit {
    area: HtmlTextAreaElement,
    max: usize,
    left: String,
    over: String,
}

impl Limit {
    /// Reads the attributes of the child, and finds the text area of the same field.
    fn find(place: &Element) -> Option<Self> {
        let words = place.query_selector("[data-max]").ok()??;
        let field = place.closest(".field").ok()??;
        let area = field.query_selector("textarea").ok()??;
        Some(Self {
            area: area.dyn_into().ok()?,
            max: words.get_attribute("data-max")?.parse().ok()?,
            left: words.get_attribute("data-left")?,
            over: words.get_attribute("data-over")?,
        })
    }

    /// What is left, in words. Counted as the server does: characters, not the units of a script.
    fn words(&self) -> String {
        let typed = self.area.value().trim().chars().count();
        match self.max.checked_sub(typed) {
            Some(left) => self.left.replace('#', &left.to_string()),
            None => self.over.replace('#', &(typed - self.max).to_string()),
        }
    }
}
