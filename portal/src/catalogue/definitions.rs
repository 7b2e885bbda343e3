//! Published definitions.

use std::sync::Arc;

use domain::catalogue::ServiceDefinition;
use domain::ids::ItemCode;

use super::{Catalogue, store};
use crate::Internal;

impl Catalogue<'_> {
    /// One published version of an item's definition; none when there is no such version. A case
    /// keeps the version that it was started on, so old ones are asked for too.
    ///
    /// # Errors
    /// When the database fails or the stored definition cannot be read.
    pub async fn definition(
        &self,
        item: &ItemCode,
        version: u32,
    ) -> Result<Option<Arc<ServiceDefinition>>, Internal> {
        let cache = &self.0.inner.catalogue;
        if let Some(definition) = cache.definition(item, version) {
            return Ok(Some(definition));
        }
        let Some(definition) = store::definition(self.0.db().read(), item, version).await? else {
            return Ok(None);
        };
        let definition = Arc::new(definition);
        cache.keep(item, version, &definition);
        Ok(Some(definition))
    }
}
