//! The catalogue (政务服务事项目录): what can be applied for, and the published description of how.

#[macro_use]
mod codes;
mod authority;
mod check;
mod choice;
mod definition;
pub mod editing;
mod guide;
mod guide_material;
mod item;
mod outcome;
mod party;
mod place;
mod topics;

pub use authority::{Authority, BodyNature, OnlineDepth, PowerLevel, PowerSource, Scope};
pub use check::{DefinitionProblem, GuideProblem};
pub use choice::{EligibilityRule, GuidedChoice, Scenario};
pub use codes::{Audience, HandlingType, ItemState, ItemType};
pub use definition::ServiceDefinition;
pub use guide::{
    Channel, Delivery, Faq, Fee, Guide, GuideResult, GuideStep, Intermediary, LegalBasis,
    ResultKind, SpecialProcedure,
};
pub use guide_material::{
    ExemptionWay, GuideMaterial, MaterialForm, MaterialKind, MaterialSource, Necessity,
};
pub use item::ServiceItem;
pub use outcome::{MaterialNeed, Need, Outcome, WayOut};
pub use party::CodeParty;
pub use place::{Opening, Place};
pub use topics::{LifeEvent, PeopleGroup, Topic, events_for, groups_for, topics_for};
