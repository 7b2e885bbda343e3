//! Beginning a working copy: of a new item, as a copy of another one, or of what is published.

use domain::catalogue::editing::{DraftRefusal, DraftState, WorkingCopy, new_service};
use domain::catalogue::{ItemType, ServiceDefinition, ServiceItem};
use domain::ids::{DepartmentCode, DivisionCode, ItemCode};
use domain::text::Text;
use entities::{department, service_draft, service_item};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::incoming::empty_definition;
use super::store::{self, Draft};
use super::{Editor, EditorError, sees, visible};
use crate::accounts::Officer;
use crate::catalogue::store as catalogue;
use crate::{Internal, db, ids};

/// A new service.
#[derive(Clone, Debug)]
pub struct NewService {
    /// Its code, as it was typed.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Its legal type.
    pub item_type: ItemType,
    /// The item that everything is copied from; none for an empty one.
    pub copy_of: Option<ItemCode>,
    /// The department that it is for; the officer's own when not said. Only administrators choose.
    pub department: Option<DepartmentCode>,
}

impl Editor<'_> {
    /// Begins a new service and says the id of its working copy.
    ///
    /// # Errors
    /// [`EditorError::Typed`] when code or name cannot be taken, [`EditorError::NotFound`] when the item
    /// to copy has nothing published.
    pub async fn create(&self, officer: &Officer, new: NewService) -> Result<String, EditorError> {
        let code = checked(&new)?;
        let (department, region) = self.place(officer, new.department).await?;
        let (mut item, empty) = new_service(code, new.name, new.item_type, department, region);
        let definition = match &new.copy_of {
            None => serde_json::from_value(empty)?,
            Some(other) => {
                let (copied, definition, _) = self.published(other).await?;
                item = ServiceItem {
                    code: item.code,
                    name: item.name,
                    department: item.department,
                    region: item.region,
                    state: item.state,
                    published_version: None,
                    ..copied
                };
                definition.ok_or(EditorError::NotFound)?
            }
        };
        let draft = self.draft_of(officer, item, definition, None);
        self.insert_new(officer, draft).await
    }

    /// Begins a working copy of an item as it is published, or finds the one that is being written, and
    /// says its id.
    ///
    /// # Errors
    /// [`EditorError::NotFound`] for an item of another department.
    pub async fn open(&self, officer: &Officer, code: &ItemCode) -> Result<String, EditorError> {
        let (item, definition, version) = self.published(code).await?;
        if !sees(officer, &item.department) {
            return Err(EditorError::NotFound);
        }
        if let Some(id) = being_written(self.0.db().read(), officer, code).await? {
            return Ok(id);
        }
        let definition = match definition {
            Some(definition) => definition,
            None => empty_definition(&item)?,
        };
        let draft = self.draft_of(officer, item, definition, version);
        let officer = officer.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let code = draft.item.code.clone();
                    lock_item(tx, &code).await?;
                    if let Some(id) = being_written(tx, &officer, &code).await? {
                        return Ok(id);
                    }
                    may_write(&officer, &draft)?;
                    store::insert(tx, &draft, "editor.open").await?;
                    Ok(draft.id)
                })
            })
            .await
    }

    /// The department of a new service, and the division that it serves: where the department is when it
    /// was chosen, else where the portal is.
    async fn place(
        &self,
        officer: &Officer,
        chosen: Option<DepartmentCode>,
    ) -> Result<(DepartmentCode, DivisionCode), EditorError> {
        let chosen = chosen.filter(|chosen| *chosen != officer.department);
        let Some(chosen) = chosen else {
            let region = DivisionCode::new(self.0.settings().region.clone());
            return Ok((officer.department.clone(), region));
        };
        if !sees(officer, &chosen) {
            return Err(EditorError::Refused(DraftRefusal::OtherDepartment));
        }
        let row = department::Entity::find_by_id(chosen.as_str())
            .one(self.0.db().read())
            .await?;
        let row = row.ok_or_else(|| typed("department", "editor-problem-department"))?;
        Ok((chosen, DivisionCode::new(row.region)))
    }

    /// An item with its newest definition and that definition's version.
    async fn published(
        &self,
        code: &ItemCode,
    ) -> Result<(ServiceItem, Option<ServiceDefinition>, Option<u32>), EditorError> {
        let db = self.0.db().read();
        let item = catalogue::item(db, code)
            .await?
            .ok_or(EditorError::NotFound)?;
        let version = item.published_version;
        let definition = match version {
            Some(version) => catalogue::definition(db, code, version).await?,
            None => None,
        };
        Ok((item, definition, version))
    }

    pub(super) fn draft_of(
        &self,
        officer: &Officer,
        item: ServiceItem,
        definition: ServiceDefinition,
        base_version: Option<u32>,
    ) -> Draft {
        let now = self.0.now();
        Draft {
            id: ids::new(now),
            copy: WorkingCopy::begin(item.department.clone(), officer.id.clone()),
            item,
            definition,
            base_version,
            created_at: now,
            updated_at: now,
            updated_by: officer.id.clone(),
        }
    }

    async fn insert_new(&self, officer: &Officer, draft: Draft) -> Result<String, EditorError> {
        let officer = officer.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    may_write(&officer, &draft)?;
                    let code = draft.item.code.as_str();
                    let item = service_item::Entity::find_by_id(code).one(tx).await?;
                    let other = service_draft::Entity::find()
                        .filter(service_draft::Column::ItemCode.eq(code))
                        .filter(service_draft::Column::State.is_not_in(DraftState::OVER))
                        .one(tx)
                        .await?;
                    if item.is_some() || other.is_some() {
                        return Err(typed("code", "editor-problem-code-taken"));
                    }
                    store::insert(tx, &draft, "editor.create").await?;
                    Ok(draft.id)
                })
            })
            .await
    }
}

/// Supervisors watch and write nothing.
pub(super) fn may_write(officer: &Officer, draft: &Draft) -> Result<(), EditorError> {
    let allowed = draft.copy.allowed(&officer.party());
    if allowed.is_empty() {
        return Err(EditorError::Refused(DraftRefusal::WrongRole));
    }
    Ok(())
}

/// The code of a new service, if code and name can be taken.
fn checked(new: &NewService) -> Result<ItemCode, EditorError> {
    let mut problems = Vec::new();
    if new.name.zh.trim().is_empty() {
        problems.push(("zh".to_owned(), "editor-problem-name"));
    }
    match ItemCode::parse(new.code.trim()) {
        Ok(code) if problems.is_empty() => return Ok(code),
        Ok(_) => {}
        Err(_) => problems.insert(0, ("code".to_owned(), "editor-problem-code")),
    }
    Err(EditorError::Typed(problems))
}

fn typed(name: &str, key: &'static str) -> EditorError {
    EditorError::Typed(vec![(name.to_owned(), key)])
}

/// Keeps others from beginning a second working copy of a listed item at the same time.
pub(super) async fn lock_item(tx: &DatabaseTransaction, code: &ItemCode) -> Result<(), Internal> {
    let row = service_item::Entity::find_by_id(code.as_str());
    db::lock(row).one(tx).await?;
    Ok(())
}

/// The working copy of an item that is not published yet.
pub(super) async fn being_written(
    db: &impl ConnectionTrait,
    officer: &Officer,
    code: &ItemCode,
) -> Result<Option<String>, Internal> {
    let row = visible(officer)
        .filter(service_draft::Column::ItemCode.eq(code.as_str()))
        .filter(service_draft::Column::State.is_not_in(DraftState::OVER))
        .one(db)
        .await?;
    Ok(row.map(|row| row.id))
}
