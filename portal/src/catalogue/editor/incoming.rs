//! Services from files: a file is looked at first, and ends in working copies.

use std::collections::HashMap;

use domain::calendar::civil_date;
use domain::catalogue::editing::{Difference, DraftRefusal, new_service};
use domain::catalogue::{ItemState, ServiceDefinition, ServiceItem};
use domain::ids::{DivisionCode, ItemCode};
use domain::text::Text;
use entities::service_item;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::begin::{being_written, lock_item, may_write};
use super::file::{File, MAX_SERVICES, service_differences};
use super::store::{self, Draft};
use super::{Editor, EditorError, roster, sees, workbook};
use crate::Internal;
use crate::accounts::Officer;
use crate::catalogue::store as catalogue;

/// Most bytes of a file, and of the text that it is read as. The JSON of a department takes half of it.
pub const MAX_FILE_BYTES: usize = 500 * 1024;
/// How many items are looked up at once.
const BATCH: usize = 500;

/// What importing a file would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The services of the file; of a list only those that it would change.
    pub services: Vec<Incoming>,
    /// How many lines of a list say what is there.
    pub unchanged: usize,
}

/// What importing a service would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The item as it shall be.
    pub item: ServiceItem,
    /// The definition as it shall be.
    pub definition: ServiceDefinition,
    /// What becomes of it.
    pub fate: Fate,
    /// What differs from what is listed and published; nothing of a new item.
    pub differences: Vec<Difference>,
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
    /// The text of a file: JSON or CSV as it stands, of a workbook its first sheet as CSV.
    ///
    /// # Errors
    /// [`EditorError::Typed`] for a file that is too large or is none of these.
    pub async fn readable(&self, file: Vec<u8>) -> Result<String, EditorError> {
        if file.len() > MAX_FILE_BYTES {
            return Err(refused("editor-problem-file-large"));
        }
        let text = if file.starts_with(workbook::MAGIC) {
            let read = tokio::task::spawn_blocking(move || workbook::read(&file)).await;
            let broken = |error| Internal::caused("a workbook could not be read", error);
            read.map_err(broken)?.map_err(refused)?
        } else {
            let text = String::from_utf8(file);
            text.map_err(|_| refused("editor-problem-encoding"))?
        };
        if text.len() > MAX_FILE_BYTES {
            return Err(refused("editor-problem-file-large"));
        }
        Ok(text)
    }

    /// What importing a text would do; nothing is changed.
    ///
    /// # Errors
    /// [`EditorError::Typed`] when the text is not what services look like, [`EditorError::Row`] when a
    /// line of a list is not.
    pub async fn look_into(&self, officer: &Officer, text: &str) -> Result<Preview, EditorError> {
        let text = text.trim_start_matches('\u{FEFF}').trim();
        if text.starts_with(['{', '[']) {
            self.look_into_json(officer, text).await
        } else if text.is_empty() {
            Err(refused("editor-problem-file"))
        } else {
            self.look_into_list(officer, text).await
        }
    }

    async fn look_into_json(&self, officer: &Officer, json: &str) -> Result<Preview, EditorError> {
        let unreadable = || refused("editor-problem-file");
        let file: File = serde_json::from_str(json).map_err(|_| unreadable())?;
        let files = file.services();
        if files.is_empty() || files.len() > MAX_SERVICES {
            return Err(unreadable());
        }
        let mut services = Vec::with_capacity(files.len());
        for file in files {
            ItemCode::parse(file.item.code.as_str()).map_err(|_| unreadable())?;
            let listed = catalogue::item(self.0.db().read(), &file.item.code).await?;
            services.push(
                self.incoming(officer, file.item, Some(file.definition), listed)
                    .await?,
            );
        }
        Ok(Preview {
            services,
            unchanged: 0,
        })
    }

    /// Only the items that a list changes are loaded as a whole, as there can be thousands.
    async fn look_into_list(&self, officer: &Officer, text: &str) -> Result<Preview, EditorError> {
        let rows = roster::read(text)?;
        let listed = self.listed_by_code(&rows).await?;
        let (mut services, mut unchanged) = (Vec::new(), 0);
        for row in rows {
            let listed = match listed.get(row.code.as_str()) {
                Some(known) if row.says(known) => {
                    unchanged += 1;
                    continue;
                }
                Some(_) => catalogue::item(self.0.db().read(), &row.code).await?,
                None => None,
            };
            if services.len() == MAX_SERVICES {
                return Err(refused("editor-problem-list-changes"));
            }
            let item = match &listed {
                Some(listed) => row.over(listed),
                None => self.new_item(officer, &row)?,
            };
            services.push(self.incoming(officer, item, None, listed).await?);
        }
        Ok(Preview {
            services,
            unchanged,
        })
    }

    async fn listed_by_code(
        &self,
        rows: &[roster::Row],
    ) -> Result<HashMap<String, service_item::Model>, Internal> {
        let mut listed = HashMap::new();
        for batch in rows.chunks(BATCH) {
            let codes = batch.iter().map(|row| row.code.as_str());
            let found = service_item::Entity::find()
                .filter(service_item::Column::Code.is_in(codes))
                .all(self.0.db().read())
                .await?;
            listed.extend(found.into_iter().map(|row| (row.code.clone(), row)));
        }
        Ok(listed)
    }

    fn new_item(&self, officer: &Officer, row: &roster::Row) -> Result<ServiceItem, EditorError> {
        let (name, item_type) = row
            .new_item()
            .ok_or_else(|| refused("editor-problem-list-new"))?;
        let region = DivisionCode::new(self.0.settings().region.clone());
        let department = officer.department.clone();
        let (item, _) = new_service(
            row.code.clone(),
            Text::zh(name),
            item_type,
            department,
            region,
        );
        Ok(row.over(&item))
    }

    /// What would become of a service; without a definition it keeps the one that it has.
    async fn incoming(
        &self,
        officer: &Officer,
        mut item: ServiceItem,
        definition: Option<ServiceDefinition>,
        listed: Option<ServiceItem>,
    ) -> Result<Incoming, EditorError> {
        let db = self.0.db().read();
        let version = listed.as_ref().and_then(|listed| listed.published_version);
        let published = match version {
            Some(version) => catalogue::definition(db, &item.code, version).await?,
            None => None,
        };
        let (before, definition) = match (published, definition) {
            (before, Some(definition)) => (before, definition),
            (Some(before), None) => (Some(before.clone()), before),
            // A list changes no definition, so that nothing differs from one that is not there.
            (None, None) => {
                let empty = empty_definition(&item)?;
                (Some(empty.clone()), empty)
            }
        };
        // Where an item belongs and how it stands is not a file's business.
        item.published_version = version;
        item.state = listed
            .as_ref()
            .map_or(ItemState::InUse, |listed| listed.state);
        (item.department, item.region) = match &listed {
            Some(listed) => (listed.department.clone(), listed.region.clone()),
            None => {
                let region = DivisionCode::new(self.0.settings().region.clone());
                (officer.department.clone(), region)
            }
        };
        let differences = match &listed {
            Some(listed) => {
                service_differences((Some(listed), before.as_ref()), (&item, &definition))?
            }
            None => Vec::new(),
        };
        let fate = if !sees(officer, &item.department) {
            Fate::OtherDepartment
        } else if being_written(db, officer, &item.code).await?.is_some() {
            Fate::BeingWritten
        } else if listed.is_none() {
            Fate::New
        } else if differences.is_empty() {
            Fate::Same
        } else {
            Fate::Differs(differences.len())
        };
        // What another department has published is not shown to this one.
        let is_foreign = fate == Fate::OtherDepartment;
        Ok(Incoming {
            problems: definition.check(&item, civil_date(self.0.now())).len(),
            differences: if is_foreign { Vec::new() } else { differences },
            item,
            definition,
            fate,
        })
    }

    /// Makes working copies of the services of a file that are new or differ, and says how many.
    ///
    /// # Errors
    /// See [`Editor::look_into`].
    pub async fn import(&self, officer: &Officer, text: &str) -> Result<usize, EditorError> {
        let preview = self.look_into(officer, text).await?;
        let taken = preview
            .services
            .into_iter()
            .filter(|one| one.fate.is_taken());
        let drafts: Vec<Draft> = taken
            .map(|one| {
                let version = one.item.published_version;
                self.draft_of(officer, one.item, one.definition, version)
            })
            .collect();
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
}

/// The definition of an item that nobody has written yet.
pub(super) fn empty_definition(item: &ServiceItem) -> Result<ServiceDefinition, Internal> {
    let of = item.clone();
    let (_, empty) = new_service(of.code, of.name, of.item_type, of.department, of.region);
    Ok(serde_json::from_value(empty)?)
}

fn refused(key: &'static str) -> EditorError {
    EditorError::Typed(vec![("json".to_owned(), key)])
}
