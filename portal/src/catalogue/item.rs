//! One service item.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::cases::Joint;
use domain::catalogue::ServiceDefinition;
use domain::ids::{DepartmentCode, ItemCode};
use domain::text::Text;

use super::{Catalogue, Department, ItemRow};
use crate::Internal;

/// A service item with its guide 办事指南, as its page shows it.
#[derive(Clone, Debug)]
pub struct ItemView {
    /// The item.
    pub row: Arc<ItemRow>,
    /// Name of the main item 主项 that it is a part of.
    pub main_item: Option<String>,
    /// The implementing department.
    pub department: Department,
    /// Version of the definition that new cases start on; none while it cannot be done online.
    pub version: Option<u32>,
    /// That definition.
    pub definition: Option<Arc<ServiceDefinition>>,
    /// The names of the departments that decide the matters of a joint service; empty for any other.
    pub departments: BTreeMap<DepartmentCode, Text>,
    /// When the item or its guide last changed: the publication time 发布时间 of its page.
    pub changed_at: DateTime<Utc>,
}

impl Catalogue<'_> {
    /// An item in use; none when it does not exist, is paused or cancelled.
    ///
    /// # Errors
    /// When the database fails or a stored definition cannot be read.
    pub async fn item(&self, code: &ItemCode) -> Result<Option<ItemView>, Internal> {
        let snapshot = self.snapshot().await?;
        let Some(entry) = snapshot.entry(code) else {
            return Ok(None);
        };
        let department = self.department(&entry.row.department).await?;
        let definition = match entry.version {
            Some(version) => self.definition(code, version).await?,
            None => None,
        };
        Ok(Some(ItemView {
            row: entry.row.clone(),
            main_item: entry.main_item.clone(),
            department,
            version: entry.version,
            departments: self.joining(definition.as_deref()).await?,
            definition,
            changed_at: entry.changed_at,
        }))
    }

    /// The names of the departments that decide the matters of a joint service.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn joining(
        &self,
        definition: Option<&ServiceDefinition>,
    ) -> Result<BTreeMap<DepartmentCode, Text>, Internal> {
        let mut names = BTreeMap::new();
        let joint = definition.and_then(|it| it.flow.joint.as_ref());
        for code in joint.into_iter().flat_map(Joint::departments) {
            names.insert(code.clone(), self.department(code).await?.name);
        }
        Ok(names)
    }

    /// The name of an item in whatever state: a case outlives the item that it was started on. The
    /// code stands in for the name of an item that does not exist.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn item_name(&self, code: &ItemCode) -> Result<Text, Internal> {
        let snapshot = self.snapshot().await?;
        Ok(snapshot
            .names
            .get(code)
            .cloned()
            .unwrap_or_else(|| Text::zh(code.as_str())))
    }
}
