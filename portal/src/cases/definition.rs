//! The version of a service that a case was started on.

use std::sync::Arc;

use domain::cases::Case;
use domain::catalogue::ServiceDefinition;
use domain::ids::ItemCode;
use domain::text::Text;

use crate::{Internal, Portal};

/// The definition that a case keeps; for a matter of a joint application what that matter is handled by.
pub(crate) async fn definition_of(
    portal: &Portal,
    case: &Case,
) -> Result<Arc<ServiceDefinition>, Internal> {
    let definition = definition(portal, &case.item, case.version).await?;
    let Some(part) = &case.part else {
        return Ok(definition);
    };
    let own = definition.of_matter(&part.matter);
    own.map(Arc::new).ok_or(Internal::new(
        "the matter that a case is about is not in its definition",
    ))
}

/// What a case is called: the name of its service, and of the matter where it is one of a joint application.
pub(crate) async fn name_of(portal: &Portal, case: &Case) -> Result<Text, Internal> {
    let item = portal.catalogue().item_name(&case.item).await?;
    let Some(part) = &case.part else {
        return Ok(item);
    };
    let definition = definition(portal, &case.item, case.version).await?;
    let joint = definition.flow.joint.as_ref();
    let matter = joint.and_then(|joint| joint.matter(&part.matter));
    Ok(matter.map_or(item, |matter| matter.name.clone()))
}

/// A version that a case was started on; such a one is never deleted.
pub(crate) async fn definition(
    portal: &Portal,
    item: &ItemCode,
    version: u32,
) -> Result<Arc<ServiceDefinition>, Internal> {
    let definition = portal.catalogue().definition(item, version).await?;
    definition.ok_or(Internal::new(
        "the version that a case was started on is missing",
    ))
}
