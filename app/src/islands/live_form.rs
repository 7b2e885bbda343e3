//! Answers a change of a form at once.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast as _;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{
    Document, Element, Event, EventInit, FormData, HtmlFormElement, HtmlInputElement,
    ScrollIntoViewOptions, ScrollLogicalPosition, XmlHttpRequest, XmlHttpRequestResponseType,
};

/// The value of the button that nobody sees: saves what is typed and asks how the page looks then.
pub(crate) const LOOK: &str = "look";
/// The parameter of the page that comes back when the draft was saved elsewhere meanwhile: nothing of this
/// form was saved, and it is asked for once more.
pub(crate) const LATE: &str = "late";
/// The name under which buttons post.
const GO: &str = "go";
/// The fields that say what is on the page, and as of when.
const FACTS: [&str; 2] = ["input[name=shown]", "input[name=seen]"];
/// The places of what comes and goes, outer ones first.
const PARTS: &str = "[data-part]";

/// Whether something is on its way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing is.
    Idle,
    /// A look is.
    Looking,
    /// A look is, and something has been changed since.
    LookingAgain,
}

/// Saves the form around it when one of its deciding questions is answered, and takes over from the page
/// that the server makes of it what came, went or was worked out anew. The server alone says what that
/// is, so the page is the one that the next request would show. What the reader is typing stays as it is.
/// The child's attributes `data-deciding` and `data-changed` hold the keys of the questions, joined by
/// commas, and what is read aloud when the page has changed. Where a look fails nothing happens: the
/// button at the end of the form still answers.
#[island]
pub fn LiveForm(
    /// The element with keys and words.
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let (state, set_state) = signal(State::Idle);
    let (said, set_said) = signal(String::new());

    Effect::new(move || {
        let Some(live) = place.get().and_then(|place| Live::find(&place)) else {
            return;
        };
        // Somebody was quicker than this module, or the browser has put back what was typed before.
        if live.is_ahead() {
            look(&live, state, set_state, set_said);
        }
        let listener = window_event_listener(ev::change, move |event| {
            if live.is_decided_by(&event) {
                look(&live, state, set_state, set_said);
            }
        });
        on_cleanup(move || listener.remove());
    });

    view! {
        <div class="visually-hidden" node_ref=place>
            {children()}
            <p role="status">{said}</p>
        </div>
    }
}

/// A form, and what decides about it.
#[derive(Clone)]
struct Live {
    form: HtmlFormElement,
    deciding: Vec<String>,
    changed: String,
}

impl Live {
    fn find(place: &Element) -> Option<Self> {
        let words = place.query_selector("[data-deciding]").ok()??;
        let deciding = words.get_attribute("data-deciding")?;
        Some(Self {
            form: place.closest("form").ok()??.dyn_into().ok()?,
            deciding: deciding.split(',').map(str::to_owned).collect(),
            changed: words.get_attribute("data-changed")?,
        })
    }

    fn is_decided_by(&self, event: &Event) -> bool {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        target.is_some_and(|target| self.form.contains(Some(&target)) && self.is_deciding(&target))
    }

    /// Whether a control belongs to a deciding question.
    fn is_deciding(&self, control: &Element) -> bool {
        let name = control.get_attribute("name").unwrap_or_default();
        let question = question_of(&name);
        self.deciding.iter().any(|key| key == question)
    }

    /// Whether a deciding question is answered otherwise than the server knows.
    fn is_ahead(&self) -> bool {
        let Ok(inputs) = self.form.query_selector_all("input") else {
            return false;
        };
        (0..inputs.length()).any(|place| {
            let input = inputs
                .get(place)
                .map(|it| it.dyn_into::<HtmlInputElement>());
            input.and_then(Result::ok).is_some_and(|input| {
                let is_other = input.checked() != input.default_checked()
                    || input.value() != input.default_value();
                is_other && self.is_deciding(&input)
            })
        })
    }

    /// What is typed, without the files: they wait for the button.
    fn typed(&self) -> Option<FormData> {
        let data = FormData::new_with_form(&self.form).ok()?;
        let files = self.form.query_selector_all("input[type=file]").ok()?;
        for place in 0..files.length() {
            let field = files.get(place)?.dyn_into::<HtmlInputElement>().ok()?;
            data.delete(&field.name());
        }
        data.append_with_str(GO, LOOK).ok()?;
        Some(data)
    }

    /// Takes over what another rendering of this form has in its places, and says whether anything came
    /// or went.
    fn renew(&self, page: &Document) -> Option<bool> {
        let new = page.query_selector("form input[name=case]").ok()??;
        let new = new.closest("form").ok()??;
        if new.get_attribute("action") != self.form.get_attribute("action") {
            return None;
        }
        let parts = new.query_selector_all(PARTS).ok()?;
        let mut has_changed = false;
        for place in 0..parts.length() {
            let part = parts.get(place)?.dyn_into::<Element>().ok()?;
            has_changed |= self.renew_part(&part).unwrap_or(false);
        }
        for fact in FACTS {
            let (old, new) = (self.form.query_selector(fact), new.query_selector(fact));
            let value = new.ok()??.get_attribute("value")?;
            old.ok()??.set_attribute("value", &value).ok()?;
        }
        Some(has_changed)
    }

    /// A part whose outer one came in new is there already.
    fn renew_part(&self, new: &Element) -> Option<bool> {
        let key = new.get_attribute("data-part")?;
        let old = self.form.query_selector(&format!("[data-part=\"{key}\"]"));
        let old = old.ok()??;
        if old.is_same_node(Some(new)) {
            return None;
        }
        let (was_there, is_there) = (!old.has_attribute("hidden"), !new.has_attribute("hidden"));
        let is_other = was_there != is_there;
        let is_renewed = is_other || is_there && is_worked_out(new);
        if !is_renewed {
            return None;
        }
        old.set_inner_html("");
        while let Some(child) = new.first_child() {
            old.append_child(&child).ok()?;
        }
        old.toggle_attribute_with_force("hidden", !is_there).ok()?;
        wake(&old);
        Some(is_other)
    }
}

/// The key of the question that a control belongs to: of `people.2.name` and `people:part` it is `people`.
fn question_of(name: &str) -> &str {
    name.split(['.', ':']).next().unwrap_or_default()
}

/// Whether what stands in a part is not typed.
fn is_worked_out(part: &Element) -> bool {
    let typed = part.query_selector("input:not([readonly]), select, textarea, button");
    matches!(typed, Ok(None))
}

/// Tells the loader that there may be islands in this part.
fn wake(part: &Element) {
    let how = EventInit::new();
    how.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("renewed", &how) {
        // Nobody cancels it.
        let _ = part.dispatch_event(&event);
    }
}

/// Saves, and renews the form from the page that comes back. One look at a time: what is changed
/// meanwhile is looked at afterwards.
fn look(
    live: &Live,
    state: ReadSignal<State>,
    set_state: WriteSignal<State>,
    set_said: WriteSignal<String>,
) {
    if state.get_untracked() != State::Idle {
        set_state.set(State::LookingAgain);
        return;
    }
    set_state.set(State::Looking);
    set_said.set(String::new());
    let after = live.clone();
    let over = move |page: Option<Document>| {
        let again = state.get_untracked() == State::LookingAgain || is_late(page.as_ref());
        set_state.set(State::Idle);
        let held = in_sight();
        let has_changed = page.and_then(|page| after.renew(&page)).unwrap_or(false);
        if has_changed {
            set_said.set(after.changed.clone());
            if let Some(held) = held {
                keep_in_sight(&held);
            }
        }
        if again {
            look(&after, state, set_state, set_said);
        }
    };
    if send(live, over).is_none() {
        set_state.set(State::Idle);
    }
}

/// What has the focus, where the reader sees it.
fn in_sight() -> Option<Element> {
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let held = window.document()?.active_element()?;
    let place = held.get_bounding_client_rect();
    (place.bottom() > 0.0 && place.top() < height).then_some(held)
}

/// A part that comes in above pushes what has the focus down, which must not leave the page with it
/// (WCAG 2.4.11).
fn keep_in_sight(held: &Element) {
    let how = ScrollIntoViewOptions::new();
    how.set_block(ScrollLogicalPosition::Nearest);
    held.scroll_into_view_with_scroll_into_view_options(&how);
}

/// Whether nothing was saved because the draft was saved elsewhere.
fn is_late(page: Option<&Document>) -> bool {
    let address = page.and_then(|page| page.url().ok());
    address.is_some_and(|address| address.ends_with(&format!("?{LATE}=1")))
}

/// Posts the form; `over` gets the page in the end, or nothing when the connection is cut.
fn send(live: &Live, over: impl Fn(Option<Document>) + 'static) -> Option<()> {
    let data = live.typed()?;
    // Not `form.action()`: a field of that name would stand in its place.
    let action = live.form.get_attribute("action")?;
    let request = XmlHttpRequest::new().ok()?;
    request.open("POST", &action).ok()?;
    request.set_request_header("Accept", "text/html").ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    let answer = request.clone();
    let end = Closure::<dyn FnMut()>::new(move || over(answer.response_xml().ok().flatten()));
    request.set_onloadend(Some(end.as_ref().unchecked_ref()));
    // The browser calls it when it is done.
    end.forget();
    request.send_with_opt_form_data(Some(&data)).ok()
}

#[cfg(test)]
mod tests {
    use super::question_of;

    #[test]
    fn a_control_belongs_to_a_question() {
        for (name, question) in [
            ("kind", "kind"),
            ("home:division", "home"),
            ("since:year", "since"),
            ("people.2.name", "people"),
            ("people.2.jobs.1.since:day", "people"),
            ("", ""),
        ] {
            assert_eq!(question_of(name), question);
        }
    }
}
