//! The catalogue (政务服务事项目录): what can be applied for, and the published description of how.

mod check;
mod codes;
mod definition;
mod guide;
mod item;
mod topics;

pub use check::DefinitionProblem;
pub use codes::{Audience, HandlingType, ItemState, ItemType};
pub use definition::ServiceDefinition;
pub use guide::{
    Channel, Delivery, Faq, Fee, Guide, GuideMaterial, GuideResult, GuideStep, LegalBasis,
    MaterialForm, MaterialKind, MaterialSource, Necessity, Place, ResultKind,
};
pub use item::ServiceItem;
pub use topics::{Topic, topics_for};
