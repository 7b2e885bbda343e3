//! News at the top of a page, after a door has led to it.

use leptos::prelude::*;

use crate::cases::doors::{
    NOTE_CHANGED, NOTE_DISCARDED, NOTE_EARLIER, NOTE_FOLLOWED, NOTE_FORGOTTEN, NOTE_MOVED,
    NOTE_NOT_EDITABLE, NOTE_PARKED, NOTE_PARKED_WITHOUT_FILES, NOTE_REFUSED, NOTE_REMOVED,
    NOTE_REUSED, NOTE_SAVED, NOTE_WITHDRAWN,
};
use crate::cases::way::NOTE;
use crate::page::{Ctx, Params};
use crate::ui::{Banner, BannerKind};

/// Everything that can be news, with its tone.
const NOTES: [(&str, BannerKind); 14] = [
    (NOTE_DISCARDED, BannerKind::Success),
    (NOTE_EARLIER, BannerKind::Success),
    (NOTE_FOLLOWED, BannerKind::Success),
    (NOTE_FORGOTTEN, BannerKind::Success),
    (NOTE_MOVED, BannerKind::Success),
    (NOTE_REUSED, BannerKind::Success),
    (NOTE_SAVED, BannerKind::Success),
    (NOTE_REMOVED, BannerKind::Success),
    (NOTE_WITHDRAWN, BannerKind::Success),
    (NOTE_PARKED, BannerKind::Success),
    (NOTE_PARKED_WITHOUT_FILES, BannerKind::Warning),
    (NOTE_NOT_EDITABLE, BannerKind::Warning),
    (NOTE_CHANGED, BannerKind::Warning),
    (NOTE_REFUSED, BannerKind::Warning),
];

/// The news that an address names; what it names beside is no news.
#[derive(Clone, Copy)]
pub(super) struct Note(Option<(&'static str, BannerKind)>);

impl Note {
    /// Reads it from an address.
    pub(super) fn read(params: &Params) -> Self {
        let named = params.query(NOTE);
        Self(NOTES.into_iter().find(|(note, _)| Some(*note) == named))
    }

    /// The banner.
    pub(super) fn banner(self, cx: &Ctx) -> Option<AnyView> {
        let (note, kind) = self.0?;
        let text = cx.t(&format!("note-{note}-text"));
        let title = cx.t(&format!("note-{note}"));
        Some(view! { <Banner title=title kind=kind><p>{text}</p></Banner> }.into_any())
    }
}
