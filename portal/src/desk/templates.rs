//! The texts that a department begins its notices, reasons and opinions with.

use domain::calendar::civil_date;
use domain::cases::{EventKind, Role};
use domain::desk::{MAX_TEMPLATES, Placeholder, TemplateProblem, check_template, fill_in};
use domain::text::Locale;
use entities::opinion_template::{self, Column};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, Set,
};

use super::Desk;
use crate::accounts::Officer;
use crate::cases::CaseView;
use crate::{Internal, audit, ids};

const TABLE: &str = "opinion_template";

/// A template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateView {
    /// Its identifier.
    pub id: String,
    /// The event that it is for.
    pub event: EventKind,
    /// Its name.
    pub name: String,
    /// Its text with the marks.
    pub body: String,
}

/// Why a template was not kept.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// There is no such template, or it is not the officer's to change.
    #[error("not found")]
    NotFound,
    /// Something is wrong with it.
    #[error("{}", .0.key())]
    Problem(TemplateProblem),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Desk<'_> {
    /// The templates of the officer's department, by event and name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn templates(&self, officer: &Officer) -> Result<Vec<TemplateView>, Internal> {
        let rows = opinion_template::Entity::find()
            .filter(Column::DepartmentCode.eq(officer.department.as_str()))
            .order_by_asc(Column::Event)
            .order_by_asc(Column::Name)
            .all(self.0.db().read())
            .await?;
        rows.into_iter().map(view).collect()
    }

    /// A template of the officer's department, filled in from a case.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn filled_template(
        &self,
        officer: &Officer,
        id: &str,
        case: &CaseView,
    ) -> Result<Option<(EventKind, String)>, Internal> {
        let row = opinion_template::Entity::find_by_id(id)
            .filter(Column::DepartmentCode.eq(officer.department.as_str()))
            .one(self.0.db().read())
            .await?;
        let Some(template) = row.map(view).transpose()? else {
            return Ok(None);
        };
        let today = civil_date(self.0.now());
        let number = case.case.number.as_ref().map(ToString::to_string);
        // What goes to the applicant is written in the language of the law.
        let value = |mark| match mark {
            Placeholder::Number => number.clone().unwrap_or_default(),
            Placeholder::Service => case.item_name.get(Locale::ZhHans).to_owned(),
            Placeholder::Date => today.to_string(),
        };
        Ok(Some((template.event, fill_in(&template.body, value))))
    }

    /// Keeps a template: a new one, or with `id` another text for one that is there. Only reviewers do.
    ///
    /// # Errors
    /// [`TemplateError::Problem`] says what is wrong.
    pub async fn save_template(
        &self,
        officer: &Officer,
        id: Option<&str>,
        event: EventKind,
        name: &str,
        body: &str,
    ) -> Result<(), TemplateError> {
        if officer.role != Role::Reviewer {
            return Err(TemplateError::NotFound);
        }
        check_template(event, name, body).map_err(TemplateError::Problem)?;
        let now = self.0.now();
        let (officer, id) = (officer.clone(), id.map(str::to_owned));
        let (name, body) = (name.trim().to_owned(), body.trim().to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let department = Column::DepartmentCode.eq(officer.department.as_str());
                    let rows = opinion_template::Entity::find().filter(department);
                    let is_new = id.is_none();
                    let mut row = match id {
                        Some(id) => rows
                            .filter(Column::Id.eq(id))
                            .one(tx)
                            .await
                            .map_err(Internal::from)?
                            .ok_or(TemplateError::NotFound)?
                            .into_active_model(),
                        None => {
                            let there = rows.count(tx).await.map_err(Internal::from)?;
                            if there >= MAX_TEMPLATES as u64 {
                                return Err(TemplateError::Problem(TemplateProblem::TooMany));
                            }
                            opinion_template::ActiveModel {
                                id: Set(ids::new(now)),
                                department_code: Set(officer.department.to_string()),
                                ..Default::default()
                            }
                        }
                    };
                    row.event = Set(event.key().to_owned());
                    row.name = Set(name);
                    row.body = Set(body);
                    row.changed_by = Set(officer.id.to_string());
                    row.changed_at = Set(now);
                    let row = if is_new {
                        row.insert(tx).await
                    } else {
                        row.update(tx).await
                    };
                    let row = row.map_err(Internal::from)?;
                    let who = audit::Actor::Officer(&officer.id);
                    let subject = Some(row.id.as_str());
                    let what = "template.save";
                    audit::record(tx, who, what, TABLE, subject, audit::DONE, now).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Deletes a template of the officer's department. Only reviewers do.
    ///
    /// # Errors
    /// [`TemplateError::NotFound`] where it is not theirs.
    pub async fn delete_template(&self, officer: &Officer, id: &str) -> Result<(), TemplateError> {
        if officer.role != Role::Reviewer {
            return Err(TemplateError::NotFound);
        }
        let (officer, id, now) = (officer.clone(), id.to_owned(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let gone = opinion_template::Entity::delete_many()
                        .filter(Column::Id.eq(id.as_str()))
                        .filter(Column::DepartmentCode.eq(officer.department.as_str()))
                        .exec(tx)
                        .await
                        .map_err(Internal::from)?;
                    if gone.rows_affected == 0 {
                        return Err(TemplateError::NotFound);
                    }
                    let who = audit::Actor::Officer(&officer.id);
                    let (what, subject) = ("template.delete", Some(id.as_str()));
                    audit::record(tx, who, what, TABLE, subject, audit::DONE, now).await?;
                    Ok(())
                })
            })
            .await
    }
}

fn view(row: opinion_template::Model) -> Result<TemplateView, Internal> {
    Ok(TemplateView {
        event: EventKind::parse(&row.event)
            .ok_or(Internal::new("a stored template is for no event"))?,
        id: row.id,
        name: row.name,
        body: row.body,
    })
}
