//! Catalogue 事项目录: service items, their departments and topics, published definitions, the
//! calendar of working days, and the imports that fill them.
//!
//! Reading pages never wait for the database: all items, departments and the calendar stand in one
//! in-memory snapshot per publication version, see `snapshot`.

mod browse;
mod calendar;
mod definitions;
mod divisions;
pub mod editor;
pub(crate) mod filing;
mod import_divisions;
mod import_holidays;
mod import_items;
mod item;
mod item_batch;
mod item_record;
mod lines;
mod publish;
mod regions;
mod repair;
mod report;
mod search;
mod snapshot;
pub(crate) mod store;

pub use browse::{Filter, Home, ItemPage, PAGE_SIZE};
pub use divisions::Division;
pub use item::ItemView;
pub use publish::PublishError;
pub(crate) use publish::{NewVersion, next_version};
pub use regions::Region;
pub use report::{ImportReport, RefusedLine};
pub(crate) use snapshot::Cache;
pub use snapshot::{Department, ItemRow};

use crate::Portal;

/// The use cases around the catalogue.
pub struct Catalogue<'a>(pub(crate) &'a Portal);
