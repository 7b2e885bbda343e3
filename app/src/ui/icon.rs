//! Signs beside words, from the kept set Lucide.
//!
//! They stand in the page itself, not in a sprite of their own address: a page has about ten, which
//! cost it less than a kilobyte when compressed, while a sprite costs another request, shows up after
//! the words on a slow line, and is missing offline and on paper. The drawings are in [`lucide`], one
//! table made from the set's files; which of them the portal knows, and by what name, stands here.

mod lucide;

use leptos::prelude::*;

/// Names the signs and the drawings of the set that show them.
macro_rules! icons {
    ($($(#[$about:meta])* $kind:ident = $drawing:literal,)+) => {
        /// Which sign. Its name says what it stands for, not what it shows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum IconKind {
            $($(#[$about])* $kind,)+
        }

        impl IconKind {
            /// All of them, in the order of the gallery.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// The drawing's name in the set.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $drawing,)+
                }
            }
        }
    };
}

icons! {
    /// A magnifying glass: finding.
    Search = "search",
    /// A tick: it is done, it is right.
    Done = "check",
    /// An exclamation mark in a triangle: something has to be noticed.
    Attention = "triangle-alert",
    /// An i in a circle: good to know.
    Info = "info",
    /// A cross in a circle: it did not work.
    Failed = "circle-x",
    /// A question mark: help.
    Help = "circle-question-mark",
    /// A sheet of paper: a document.
    Document = "file-text",
    /// A telephone receiver.
    Phone = "phone",
    /// A speech bubble: a message.
    Message = "message-square",
    /// An arrow in reading direction.
    Forward = "arrow-right",
    /// A small arrow in reading direction.
    Next = "chevron-right",
    /// A small arrow downwards: more can be opened.
    Down = "chevron-down",
    /// Two small arrows: rows can be sorted.
    Sortable = "chevrons-up-down",
    /// An arrow upwards: the least stands first.
    Ascending = "arrow-up",
    /// An arrow downwards: the greatest stands first.
    Descending = "arrow-down",
    /// An arrow out of a box: another site.
    External = "external-link",
    /// A house: the first page, or living somewhere.
    Home = "house",
    /// A person.
    User = "user",
    /// Several persons.
    Users = "users",
    /// A child: being born, raising children.
    Baby = "baby",
    /// A rocking chair: old age.
    Elder = "rocking-chair",
    /// Hands around a heart: help for those in need.
    Care = "heart-handshake",
    /// A briefcase: work.
    Work = "briefcase",
    /// A heart with its pulse: health.
    Health = "heart-pulse",
    /// A doctor's cap: schools.
    Education = "graduation-cap",
    /// A shield: insurance, safety.
    Shield = "shield-check",
    /// An identity card.
    IdCard = "id-card",
    /// A house with columns: government.
    Landmark = "landmark",
    /// Tall houses: an organisation.
    Organisation = "building-2",
    /// A shop: doing business.
    Store = "store",
    /// A car: driving and traffic.
    Car = "car",
    /// An aeroplane: going abroad.
    Travel = "plane",
    /// Scales: law and remedies.
    Scale = "scale",
    /// A clock: how long it takes.
    Clock = "clock",
    /// A calendar: a date.
    Calendar = "calendar",
    /// A wallet: what it costs.
    Wallet = "wallet",
    /// A pin in a map: where.
    Place = "map-pin",
    /// A printer.
    Print = "printer",
    /// An arrow out of a tray: handing in a file.
    Upload = "upload",
    /// An arrow into a tray: loading a file.
    Download = "download",
    /// A bin: removing.
    Delete = "trash-2",
    /// A plus: one more.
    Add = "plus",
    /// A bell: notices.
    Bell = "bell",
    /// A star: rating.
    Star = "star",
    /// Columns: figures.
    Chart = "chart-column",
    /// Characters of two scripts: the language.
    Languages = "languages",
    /// An eye: how the pages look.
    Display = "eye",
    /// A person with arms spread: accessibility.
    Accessibility = "accessibility",
    /// A large and a small A: size of type.
    TypeSize = "a-large-small",
    /// A circle half filled: contrast.
    Contrast = "contrast",
    /// A moon: dark colours.
    Dark = "moon",
    /// A sun: light colours.
    Light = "sun",
    /// A loudspeaker: reading aloud.
    Sound = "volume-2",
    /// A triangle: begin.
    Play = "play",
    /// Two bars: wait.
    Pause = "pause",
    /// A square: stop.
    Stop = "square",
    /// Three lines: a menu.
    Menu = "menu",
    /// A cross: close.
    Close = "x",
    /// An arrow into a door: signing in.
    SignIn = "log-in",
    /// An arrow out of a door: signing out.
    SignOut = "log-out",
}

impl IconKind {
    /// Whether it points in reading direction, and so the other way where that is from right to left.
    const fn is_directed(self) -> bool {
        matches!(
            self,
            Self::Forward | Self::Next | Self::External | Self::SignIn | Self::SignOut
        )
    }
}

/// A sign beside words; those who do not see it miss nothing.
#[component]
pub fn Icon(
    /// Which sign.
    kind: IconKind,
) -> impl IntoView {
    let class = if kind.is_directed() {
        "icon icon--directed"
    } else {
        "icon"
    };
    view! {
        <svg
            class=class
            viewBox="0 0 24 24"
            aria-hidden="true"
            focusable="false"
            inner_html=lucide::drawing(kind.name())
        ></svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{assert_contains, html};

    #[test]
    fn signs_are_silent() {
        let html = html(|| view! { <Icon kind=IconKind::Done/><Icon kind=IconKind::Forward/> });
        assert_contains(
            &html,
            &[
                "aria-hidden=\"true\"",
                "<path d=\"M20 6 9 17l-5-5\"/>",
                "class=\"icon icon--directed\"",
            ],
        );
    }

    #[test]
    fn every_sign_has_its_drawing_and_no_drawing_is_there_in_vain() {
        let mut names: Vec<_> = IconKind::ALL.iter().map(|kind| kind.name()).collect();
        for name in &names {
            assert!(
                lucide::drawing(name).starts_with('<'),
                "{name} has no drawing"
            );
        }
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "two signs look the same");
        assert_eq!(lucide::DRAWINGS.len(), all, "a drawing has no sign");
    }
}
