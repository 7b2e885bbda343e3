//! The service item itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Audience, HandlingType, ItemState, ItemType, LifeEvent, PeopleGroup, Topic};
use crate::{DepartmentCode, DivisionCode, ItemCode, Text};

/// A service item (政务服务事项): one thing that one department does for applicants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceItem {
    /// Its code at the implementing department (实施编码).
    pub code: ItemCode,
    /// Its name.
    pub name: Text,
    /// The main item (主项) that it belongs to; `None` when the source has not classified it.
    #[serde(default)]
    pub main_item: Option<String>,
    /// Its legal type.
    pub item_type: ItemType,
    /// How fast it is handled; imported lists often do not say.
    #[serde(default)]
    pub handling: Option<HandlingType>,
    /// Whom it serves; empty when unknown.
    #[serde(default)]
    pub audiences: Vec<Audience>,
    /// The topics under which people look for it.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// The events of a life, or of a business, at which people need it.
    #[serde(default)]
    pub life_events: Vec<LifeEvent>,
    /// The groups of people that it is made for.
    #[serde(default)]
    pub groups: Vec<PeopleGroup>,
    /// The implementing department (实施主体).
    pub department: DepartmentCode,
    /// The division that it serves.
    pub region: DivisionCode,
    /// Whether it can be applied for.
    pub state: ItemState,
    /// The version of the definition that new cases start on; `None` while nothing is published, and
    /// then the item can be read about but not applied for online.
    #[serde(default)]
    pub published_version: Option<u32>,
}
