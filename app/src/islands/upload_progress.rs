//! Sends a form with files and shows how far it is.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast as _;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{
    Element, FormData, HtmlButtonElement, HtmlFormElement, HtmlInputElement, ProgressEvent,
    SubmitEvent, XmlHttpRequest,
};

/// Steps in which the progress is read aloud, in per cent.
const SAY_EVERY: u32 = 25;

/// How far the form is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing is being sent.
    Idle,
    /// So many per cent have been sent.
    Sending(u32),
    /// The connection was cut; everything typed is still in the form.
    Cut,
}

/// Sends the form around it when files were chosen in the same field, and shows the progress. The
/// sentences stand in the child's attributes `data-sending` (`#` is the number's place) and
/// `data-cut`. An answer that leads to no other page is asked for once more in the plain way, which
/// shows it.
#[island]
pub fn UploadProgress(
    /// The element with the sentences.
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let (state, set_state) = signal(State::Idle);
    let sentences = move || place.get().and_then(|place| Sentences::find(&place));
    let percent = move || match state.get() {
        State::Sending(percent) => percent.to_string(),
        State::Idle | State::Cut => String::new(),
    };
    let shown = move || match (state.get(), sentences()) {
        (State::Sending(percent), Some(words)) => words.sending(percent),
        (State::Cut, Some(words)) => words.cut,
        _ => String::new(),
    };
    let said = Memo::new(move |_| match (state.get(), sentences()) {
        (State::Sending(percent), Some(words)) => words.sending(percent - percent % SAY_EVERY),
        (State::Cut, Some(words)) => words.cut,
        _ => String::new(),
    });

    Effect::new(move || {
        let listener = window_event_listener(ev::submit, move |event| {
            if let Some(place) = place.get_untracked() {
                begin(&place, &event, state, set_state);
            }
        });
        on_cleanup(move || listener.remove());
    });

    view! {
        <div class="upload-progress" node_ref=place>
            {children()}
            <progress
                class="upload-progress__bar"
                max="100"
                value=percent
                aria-hidden="true"
                hidden=move || !matches!(state.get(), State::Sending(_))
            ></progress>
            <p class="upload-progress__words" aria-hidden="true">{shown}</p>
            <p class="visually-hidden" role="status">{move || said.get()}</p>
        </div>
    }
}

/// What is said.
struct Sentences {
    sending: String,
    cut: String,
}

impl Sentences {
    fn find(place: &Element) -> Option<Self> {
        let words = place.query_selector("[data-sending]").ok()??;
        Some(Self {
            sending: words.get_attribute("data-sending")?,
            cut: words.get_attribute("data-cut")?,
        })
    }

    fn sending(&self, percent: u32) -> String {
        self.sending.replace('#', &percent.to_string())
    }
}

/// Takes a submission over where it is ours and has files. Another field of the same form may have
/// taken it already.
fn begin(
    place: &Element,
    event: &SubmitEvent,
    state: ReadSignal<State>,
    set_state: WriteSignal<State>,
) {
    let Some(form) = form_of(place, event) else {
        return;
    };
    if event.default_prevented() {
        return;
    }
    if let State::Sending(_) = state.get_untracked() {
        event.prevent_default();
        return;
    }
    let button = event
        .submitter()
        .and_then(|button| button.dyn_into::<HtmlButtonElement>().ok());
    if has_files(place) && send(&form, button.as_ref(), set_state).is_some() {
        event.prevent_default();
    }
}

/// The form that is submitted, where it is the one around us.
fn form_of(place: &Element, event: &SubmitEvent) -> Option<HtmlFormElement> {
    let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
    form.contains(Some(place)).then_some(form)
}

fn has_files(place: &Element) -> bool {
    let input = || {
        let field = place.closest(".field").ok()??;
        let input = field.query_selector("input[type=file]").ok()??;
        input.dyn_into::<HtmlInputElement>().ok()?.files()
    };
    input().is_some_and(|files| files.length() > 0)
}

/// Sends the form as the browser would; none where it cannot be begun.
fn send(
    form: &HtmlFormElement,
    button: Option<&HtmlButtonElement>,
    set_state: WriteSignal<State>,
) -> Option<()> {
    let data = FormData::new_with_form(form).ok()?;
    if let Some(button) = button.filter(|button| !button.name().is_empty()) {
        data.append_with_str(&button.name(), &button.value()).ok()?;
    }
    // Not `form.action()`: a field of that name would stand in its place.
    let action = form.get_attribute("action")?;
    let request = XmlHttpRequest::new().ok()?;
    request.open("POST", &action).ok()?;
    request.set_request_header("Accept", "text/html").ok()?;

    let progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            set_state.set(State::Sending(percent(event.loaded(), event.total())));
        }
    });
    let upload = request.upload().ok()?;
    upload.set_onprogress(Some(progress.as_ref().unchecked_ref()));

    let (answer, form, button) = (request.clone(), form.clone(), button.cloned());
    let load = Closure::<dyn FnMut()>::new(move || {
        let page = answer.response_url();
        if page.is_empty() || page.ends_with(&action) {
            send_plainly(&form, button.as_ref());
        } else {
            // An address that cannot be opened leaves the reader at the form.
            let _ = window().location().assign(&page);
        }
    });
    request.set_onload(Some(load.as_ref().unchecked_ref()));
    let cut = Closure::<dyn FnMut()>::new(move || set_state.set(State::Cut));
    request.set_onerror(Some(cut.as_ref().unchecked_ref()));

    set_state.set(State::Sending(0));
    let sent = request.send_with_opt_form_data(Some(&data)).ok();
    // The browser calls them until the page is left.
    progress.forget();
    load.forget();
    cut.forget();
    sent
}

/// Whole per cent, rounded down; what is no number is none.
fn percent(loaded: f64, total: f64) -> u32 {
    (loaded / total * 100.0) as u32
}

/// Submits the form without us. `submit` knows no button, so its name and value go along in a field.
fn send_plainly(form: &HtmlFormElement, button: Option<&HtmlButtonElement>) {
    if let Some(button) = button
        && let Ok(field) = document().create_element("input")
        && let Ok(field) = field.dyn_into::<HtmlInputElement>()
    {
        field.set_type("hidden");
        field.set_name(&button.name());
        field.set_value(&button.value());
        // Without it the form goes on as if the return key had been pressed.
        let _ = form.append_child(&field);
    }
    // A form that cannot be submitted stays as it is.
    let _ = form.submit();
}
