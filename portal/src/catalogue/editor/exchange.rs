//! Services as files: one or many as JSON to hand to another city or to keep, the list as CSV, and the way
//! back, which is looked at first and ends in working copies.

use domain::calendar::civil_date;
use domain::catalogue::editing::{DraftRefusal, differences};
use domain::catalogue::{ServiceDefinition, ServiceItem};
use domain::ids::ItemCode;
use entities::service_item;
use sea_orm::QueryOrder;
use serde::{Deserialize, Serialize};

use super::begin::{being_written, lock_item, may_write};
use super::store;
use super::{Editor, EditorError, list, sees};
use crate::Internal;
use crate::accounts::Officer;
use crate::catalogue::store as catalogue;

/// Most services of one file: more than a department has, and each is looked at by a person.
const MAX_SERVICES: usize = 200;

/// A service as files have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceFile {
    /// The item as the catalogue lists it.
    pub item: ServiceItem,
    /// Guide, form, choice and handling.
    pub definition: ServiceDefinition,
}

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What stands in it.
    pub text: String,
}

/// One service or many.
#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    Many(Vec<ServiceFile>),
    One(Box<ServiceFile>),
}

/// What importing a service would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The service.
    pub service: ServiceFile,
    /// What becomes of it.
    pub fate: Fate,
    /// How many things have to be mended before it can be published.
    pub problems: usize,
}

/// What becomes of a service of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A working copy of a new item.
    New,
    /// A working copy of a listed item that differs in so many places.
    Differs(usize),
    /// Nothing: it is published like that.
    Same,
    /// Nothing: somebody is writing on it.
    BeingWritten,
    /// Nothing: it belongs to another department.
    OtherDepartment,
}

impl Fate {
    /// Whether a working copy comes of it.
    pub const fn is_taken(self) -> bool {
        matches!(self, Self::New | Self::Differs(_))
    }
}

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

    /// The items that the officer sees, as CSV with a line of names; in UTF-8 with its mark, which office
    /// programs need to read Chinese.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn export_list(&self, officer: &Officer) -> Result<String, Internal> {
        let failed = |error| Internal::caused("a list could not be written as CSV", error);
        let mut out = csv::Writer::from_writer(Vec::new());
        let names = [
            "code",
            "name_zh",
            "name_en",
            "main_item",
            "item_type",
            "state",
            "version",
        ];
        out.write_record(names).map_err(failed)?;
        for row in self.listed(officer).await? {
            let version = row.published_version.map(|version| version.to_string());
            let record = [
                plain(row.code),
                plain(row.name_zh),
                plain(row.name_en.unwrap_or_default()),
                plain(row.main_item.unwrap_or_default()),
                row.item_type.to_string(),
                row.state.to_string(),
                version.unwrap_or_default(),
            ];
            out.write_record(record).map_err(failed)?;
        }
        let bytes = out.into_inner();
        let bytes = bytes.map_err(|_| Internal::new("a list could not be written as CSV"))?;
        let text = String::from_utf8(bytes);
        let text = text.map_err(|_| Internal::new("a list could not be written as CSV"))?;
        Ok(format!("\u{FEFF}{text}"))
    }

    /// The file of this name: `services.json` with everything, `services.csv` with the list, `<code>.json`
    /// with one service.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn file(&self, officer: &Officer, name: &str) -> Result<Option<SavedFile>, Internal> {
        let (media_type, text) = match name {
            "services.json" => ("application/json", Some(self.export_all(officer).await?)),
            "services.csv" => (
                "text/csv; charset=utf-8",
                Some(self.export_list(officer).await?),
            ),
            _ => match name
                .strip_suffix(".json")
                .and_then(|code| ItemCode::parse(code).ok())
            {
                Some(code) => ("application/json", self.export(officer, &code).await?),
                None => return Ok(None),
            },
        };
        Ok(text.map(|text| SavedFile {
            name: name.to_owned(),
            media_type,
            text,
        }))
    }

    /// What importing a file would do; nothing is changed.
    ///
    /// # Errors
    /// [`EditorError::Typed`] when the text is not what services look like.
    pub async fn look_into(
        &self,
        officer: &Officer,
        json: &str,
    ) -> Result<Vec<Incoming>, EditorError> {
        let unreadable = || EditorError::Typed(vec![("json".to_owned(), "editor-problem-file")]);
        let services = match serde_json::from_str(json).map_err(|_| unreadable())? {
            File::Many(services) => services,
            File::One(service) => vec![*service],
        };
        if services.is_empty() || services.len() > MAX_SERVICES {
            return Err(unreadable());
        }
        let today = civil_date(self.0.now());
        let mut incoming = Vec::with_capacity(services.len());
        for service in services {
            ItemCode::parse(service.item.code.as_str()).map_err(|_| unreadable())?;
            incoming.push(Incoming {
                fate: self.fate(officer, &service).await?,
                problems: service.definition.check(&service.item, today).len(),
                service,
            });
        }
        Ok(incoming)
    }

    /// Makes working copies of the services of a file that are new or differ, and says how many.
    ///
    /// # Errors
    /// See [`Editor::look_into`].
    pub async fn import(&self, officer: &Officer, json: &str) -> Result<usize, EditorError> {
        let incoming = self.look_into(officer, json).await?;
        let mut drafts = Vec::new();
        for one in incoming.into_iter().filter(|one| one.fate.is_taken()) {
            let ServiceFile {
                mut item,
                definition,
            } = one.service;
            item.department = officer.department.clone();
            let listed = catalogue::item(self.0.db().read(), &item.code).await?;
            let version = listed.as_ref().and_then(|listed| listed.published_version);
            if let Some(listed) = listed {
                (item.department, item.region) = (listed.department, listed.region);
            }
            drafts.push(self.draft_of(officer, item, definition, version));
        }
        let officer = officer.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    for draft in &drafts {
                        may_write(&officer, draft)?;
                        lock_item(tx, &draft.item.code).await?;
                        // Somebody may have begun to write since the file was looked at.
                        if being_written(tx, &officer, &draft.item.code)
                            .await?
                            .is_some()
                        {
                            return Err(EditorError::Refused(DraftRefusal::NotInThisState));
                        }
                        store::insert(tx, draft, "editor.import").await?;
                    }
                    Ok(drafts.len())
                })
            })
            .await
    }

    async fn fate(&self, officer: &Officer, service: &ServiceFile) -> Result<Fate, Internal> {
        let (db, code) = (self.0.db().read(), &service.item.code);
        let listed = catalogue::item(db, code).await?;
        if listed
            .as_ref()
            .is_some_and(|listed| !sees(officer, &listed.department))
        {
            return Ok(Fate::OtherDepartment);
        }
        if being_written(db, officer, code).await?.is_some() {
            return Ok(Fate::BeingWritten);
        }
        let Some(listed) = listed else {
            return Ok(Fate::New);
        };
        let published = match listed.published_version {
            Some(version) => catalogue::definition(db, code, version).await?,
            None => None,
        };
        let before = serde_json::to_value(&published)?;
        let found = differences(&before, &serde_json::to_value(&service.definition)?).len();
        let renamed = usize::from(listed.name != service.item.name);
        Ok(match found + renamed {
            0 => Fate::Same,
            count => Fate::Differs(count),
        })
    }

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
        Ok(definition.map(|definition| ServiceFile { item, definition }))
    }
}

/// A cell that no office program takes for a formula.
fn plain(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text
    }
}
