//! The component library: one component a file, one style sheet of the same name in
//! `style/components`.
//!
//! Texts come in finished. The few words that belong to a component itself ("optional", "Error:")
//! are looked up in the language that [`crate::shell`] puts into the reactive context.

mod banner;
mod breadcrumb;
mod button;
mod card;
mod choices;
mod disclosure;
mod empty;
mod error_summary;
pub(crate) mod escape;
mod field;
mod file_field;
pub mod frame;
pub(crate) mod gallery;
mod icon;
mod pagination;
mod panel;
mod print_button;
mod qr_code;
mod search_box;
mod select;
mod service_card;
mod step_indicator;
mod summary_list;
mod tab_links;
mod table;
mod tag;
#[cfg(test)]
pub(crate) mod testing;
mod text_area;
mod text_field;
mod timeline;
mod words;

pub use banner::{Banner, BannerKind};
pub use breadcrumb::Breadcrumb;
pub use button::{Button, ButtonKind, ButtonLink};
pub use card::Card;
pub use choices::{Choice, Choices};
pub use disclosure::Disclosure;
pub use empty::Empty;
pub use error_summary::ErrorSummary;
pub use field::field_id;
pub use file_field::{ExistingFile, FileField};
pub use icon::{Icon, IconKind};
pub use pagination::Pagination;
pub use panel::Panel;
pub use print_button::PrintButton;
pub use qr_code::QrCode;
pub use search_box::SearchBox;
pub use select::Select;
pub use service_card::ServiceCard;
pub use step_indicator::{StepIndicator, StepLabel};
pub use summary_list::{SummaryList, SummaryRow};
pub use tab_links::{TabLink, TabLinks};
pub use table::Table;
pub use tag::{Tag, TagKind};
pub use text_area::TextArea;
pub use text_field::{InputKind, TextField};
pub use timeline::{Timeline, TimelineRow};
pub use words::{OptionalWords, Words};
