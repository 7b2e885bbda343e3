//! Services as files to save: one or many as JSON to hand to another city or to keep, the list as CSV or as
//! a workbook.

use domain::ids::ItemCode;
use entities::service_item;
use sea_orm::QueryOrder;

use super::file::{SCHEMA_PATH, ServiceFile};
use super::{Editor, list, roster, sees, workbook};
use crate::Internal;
use crate::accounts::Officer;
use crate::catalogue::store as catalogue;

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What stands in it.
    pub content: Vec<u8>,
}

const JSON: &str = "application/json";
const CSV: &str = "text/csv; charset=utf-8";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl Editor<'_> {
    /// A published item as JSON; none for one that the officer does not see or that has nothing published.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn export(
        &self,
        officer: &Officer,
        code: &ItemCode,
    ) -> Result<Option<String>, Internal> {
        let service = self.file_of(officer, code).await?;
        let json = service.map(|service| serde_json::to_string_pretty(&service));
        Ok(json.transpose()?)
    }

    /// All published items that the officer sees, as one JSON list.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn export_all(&self, officer: &Officer) -> Result<String, Internal> {
        let mut services = Vec::new();
        for row in self.listed(officer).await? {
            if row.published_version.is_some() {
                services.extend(self.file_of(officer, &ItemCode::new(row.code)).await?);
            }
        }
        Ok(serde_json::to_string_pretty(&services)?)
    }

    /// The file of this name: `services.json` with everything, `services.csv` and `services.xlsx` with the
    /// list, `<code>.json` with one service.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn file(&self, officer: &Officer, name: &str) -> Result<Option<SavedFile>, Internal> {
        let (media_type, content) = match name {
            "services.json" => (JSON, Some(self.export_all(officer).await?.into_bytes())),
            "services.csv" => {
                let rows = self.listed(officer).await?;
                (CSV, Some(roster::csv(&rows)?.into_bytes()))
            }
            "services.xlsx" => {
                let rows = self.listed(officer).await?;
                (WORKBOOK, Some(workbook::write(&rows, self.0.now())?))
            }
            _ => match name
                .strip_suffix(".json")
                .and_then(|code| ItemCode::parse(code).ok())
            {
                Some(code) => {
                    let json = self.export(officer, &code).await?;
                    (JSON, json.map(String::into_bytes))
                }
                None => return Ok(None),
            },
        };
        Ok(content.map(|content| SavedFile {
            name: name.to_owned(),
            media_type,
            content,
        }))
    }

    /// The items that the officer sees, by code.
    async fn listed(&self, officer: &Officer) -> Result<Vec<service_item::Model>, Internal> {
        let found = list::items(officer, "").order_by_asc(service_item::Column::Code);
        Ok(found.all(self.0.db().read()).await?)
    }

    async fn file_of(
        &self,
        officer: &Officer,
        code: &ItemCode,
    ) -> Result<Option<ServiceFile>, Internal> {
        let db = self.0.db().read();
        let item = catalogue::item(db, code).await?;
        let Some(item) = item.filter(|item| sees(officer, &item.department)) else {
            return Ok(None);
        };
        let Some(version) = item.published_version else {
            return Ok(None);
        };
        let definition = catalogue::definition(db, code, version).await?;
        let schema = format!("{}{SCHEMA_PATH}", self.0.settings().base_url);
        Ok(definition.map(|definition| ServiceFile {
            schema: Some(schema),
            item,
            definition,
        }))
    }
}
