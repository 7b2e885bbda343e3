//! Reads the page aloud with the browser's own speech and marks the sentence that is being read.

mod mark;
mod sentences;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast as _;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, SpeechSynthesis, SpeechSynthesisUtterance};

use sentences::Sentence;

/// The attribute of a button that says what it does: `start`, `pause`, `resume`, `stop`.
const ACTION: &str = "data-aloud-do";

/// What is going on; the value of the bar's `data-state`, by which the sheet shows the right buttons.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Idle,
    Speaking,
    Paused,
}

impl State {
    const fn word(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Speaking => "speaking",
            Self::Paused => "paused",
        }
    }
}

/// The bar with the buttons. Hidden until the browser turns out to speak.
#[island]
pub fn ReadAloud(
    /// The buttons; each carries `data-aloud-do`.
    children: Children,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (state, set_state) = signal(State::Idle);
    let turn = StoredValue::new(0_u32);
    Effect::new(move || set_ready.set(voice().is_some()));

    let act = move |event: MouseEvent| {
        let Some((voice, action)) = voice().zip(action_of(&event)) else {
            return;
        };
        match action.as_str() {
            "start" => {
                let reading = Reading {
                    sentences: Rc::new(RefCell::new(sentences::of_page())),
                    turn,
                    set_state,
                };
                reading.begin(&voice);
            }
            "pause" => {
                voice.pause();
                set_state.set(State::Paused);
            }
            "resume" => {
                voice.resume();
                set_state.set(State::Speaking);
            }
            _ => {
                turn.update_value(|turn| *turn += 1);
                voice.cancel();
                mark::clear();
                set_state.set(State::Idle);
            }
        }
    };
    view! {
        <div
            class="read-aloud"
            role="group"
            data-state=move || state.get().word()
            hidden=move || !ready.get()
            on:click=act
        >
            {children()}
        </div>
    }
}

/// The browser's voice, where it has one.
fn voice() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok()
}

fn action_of(event: &MouseEvent) -> Option<String> {
    let pressed: Element = event.target()?.dyn_into().ok()?;
    pressed.closest("button").ok()??.get_attribute(ACTION)
}

/// One reading of the page, from its start to its end or to the next press.
#[derive(Clone)]
struct Reading {
    /// What is left to read, the next sentence last.
    sentences: Rc<RefCell<Vec<Sentence>>>,
    /// Counts the readings: an utterance of an older one that ends must not go on in this one.
    turn: StoredValue<u32>,
    set_state: WriteSignal<State>,
}

impl Reading {
    fn begin(&self, voice: &SpeechSynthesis) {
        self.turn.update_value(|turn| *turn += 1);
        voice.cancel();
        self.set_state.set(State::Speaking);
        self.next(voice, self.turn.get_value());
    }

    /// Says the next sentence, and after it the one that follows.
    fn next(&self, voice: &SpeechSynthesis, turn: u32) {
        if turn != self.turn.get_value() {
            return;
        }
        let sentence = self.sentences.borrow_mut().pop();
        let utterance = sentence.as_ref().and_then(utterance_of);
        let (Some(sentence), Some(utterance)) = (sentence, utterance) else {
            mark::clear();
            self.set_state.set(State::Idle);
            return;
        };
        let (reading, speaker) = (self.clone(), voice.clone());
        let done = Closure::once_into_js(move || reading.next(&speaker, turn));
        utterance.set_onend(Some(done.unchecked_ref()));
        mark::show(&sentence.range);
        voice.speak(&utterance);
    }
}

fn utterance_of(sentence: &Sentence) -> Option<SpeechSynthesisUtterance> {
    let utterance = SpeechSynthesisUtterance::new_with_text(&sentence.text).ok()?;
    utterance.set_lang(&sentence.lang);
    Some(utterance)
}
