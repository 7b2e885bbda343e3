//! The version of a service that a case was started on.

use std::sync::Arc;

use domain::cases::Case;
use domain::catalogue::ServiceDefinition;
use domain::ids::ItemCode;

use crate::{Internal, Portal};

/// The definition that a case keeps.
pub(crate) async fn definition_of(
    portal: &Portal,
    case: &Case,
) -> Result<Arc<ServiceDefinition>, Internal> {
    definition(portal, &case.item, case.version).await
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
