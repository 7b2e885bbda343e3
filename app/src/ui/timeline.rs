//! What has happened.

use leptos::prelude::*;

use super::words::Words;

/// One event of a [`Timeline`].
pub struct TimelineRow {
    /// When, as `YYYY-MM-DD HH:MM`.
    pub at: Words,
    /// What happened.
    pub title: Words,
    /// Who did it.
    pub who: Option<Words>,
    /// What was said about it.
    pub note: Option<Words>,
    /// The language of the note where it is not the page's, a BCP 47 tag.
    pub note_lang: Option<&'static str>,
}

impl TimelineRow {
    /// An event without person and note.
    pub fn new(at: impl Into<Words>, title: impl Into<Words>) -> Self {
        Self {
            at: at.into(),
            title: title.into(),
            who: None,
            note: None,
            note_lang: None,
        }
    }

    /// The event with the one who did it.
    #[must_use]
    pub fn who(mut self, who: Option<impl Into<Words>>) -> Self {
        self.who = who.map(Into::into);
        self
    }

    /// The event with what was said about it.
    #[must_use]
    pub fn note(mut self, note: Option<impl Into<Words>>) -> Self {
        self.note = note.map(Into::into);
        self
    }

    /// The event with a note in this language.
    #[must_use]
    pub fn note_lang(mut self, tag: Option<&'static str>) -> Self {
        self.note_lang = tag;
        self
    }
}

/// Events in the order in which they are given.
#[component]
pub fn Timeline(
    /// The events.
    rows: Vec<TimelineRow>,
) -> impl IntoView {
    let rows = rows.into_iter().map(event).collect_view();
    view! { <ol class="timeline">{rows}</ol> }
}

fn event(row: TimelineRow) -> impl IntoView {
    let who = row
        .who
        .map(|who| view! { <span class="timeline__who">{who}</span> });
    let note = row
        .note
        .map(|note| view! { <p class="timeline__note" lang=row.note_lang>{note}</p> });
    view! {
        <li class="timeline__row">
            <p class="timeline__title">{row.title}</p>
            <p class="timeline__at"><time>{row.at}</time>" "{who}</p>
            {note}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    #[test]
    fn notes_are_text() {
        let html = html(|| {
            let rows = vec![
                TimelineRow::new("2026-11-21 10:00", "Submitted").who(Some("You")),
                TimelineRow::new("2026-11-22 09:30", "Correction asked for").note(Some(HOSTILE)),
            ];
            view! { <Timeline rows=rows/> }
        });
        assert_contains(
            &html,
            &["<time>2026-11-21 10:00</time>", "You", "timeline__note"],
        );
        assert_escaped(&html);
    }
}
