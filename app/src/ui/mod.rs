//! The component library: one component a file, one style sheet of the same name in
//! `style/components`.
//!
//! Texts come in finished. The few words that belong to a component itself ("optional", "Error:")
//! are looked up in the language that [`crate::shell`] puts into the reactive context.

mod accordion;
mod banner;
mod breadcrumb;
mod button;
mod card;
mod chart;
mod choices;
mod combobox;
mod date_field;
mod dialog;
mod disclosure;
mod empty;
mod error_summary;
pub(crate) mod escape;
mod field;
mod file_field;
pub mod frame;
pub(crate) mod gallery;
mod icon;
mod number_field;
mod pagination;
mod panel;
mod phone_field;
mod print_button;
mod print_sheet;
mod qr_code;
mod repeat_group;
mod resident_id_field;
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
mod toast;
mod words;

pub use accordion::{Accordion, AccordionPart};
pub use banner::{Banner, BannerKind};
pub use breadcrumb::Breadcrumb;
pub use button::{Button, ButtonKind, ButtonLink};
pub use card::Card;
pub use chart::{Chart, ChartKind, Series};
pub use choices::{Choice, Choices};
pub use combobox::{Combobox, chosen};
pub use date_field::{DateField, join_dates};
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use empty::Empty;
pub use error_summary::ErrorSummary;
pub use field::field_id;
pub use file_field::{ExistingFile, FileField};
pub use icon::{Icon, IconKind};
pub use number_field::NumberField;
pub use pagination::Pagination;
pub use panel::Panel;
pub use phone_field::PhoneField;
pub use print_button::PrintButton;
pub use print_sheet::PrintSheet;
pub use qr_code::QrCode;
pub use repeat_group::{RepeatGroup, repeated};
pub use resident_id_field::ResidentIdField;
pub use search_box::SearchBox;
pub use select::Select;
pub use service_card::ServiceCard;
pub use step_indicator::{StepIndicator, StepLabel};
pub use summary_list::{SummaryList, SummaryRow};
pub use tab_links::{TabLink, TabLinks};
pub use table::{Column, SortOrder, Table};
pub use tag::{Tag, TagKind};
pub use text_area::TextArea;
pub use text_field::{InputKind, TextField};
pub use timeline::{Timeline, TimelineRow};
pub use toast::Toast;
pub use words::{OptionalWords, Words};
