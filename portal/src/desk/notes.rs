//! Notes on a case, for the officers of one department. The applicant never reads them.

use chrono::{DateTime, Utc};
use domain::desk::{WritingProblem, check_note};
use domain::ids::CaseId;
use entities::case_note::{self, Column};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set,
};

use super::{Desk, WritingError, visible_one};
use crate::accounts::Officer;
use crate::{Internal, audit, db, ids};

const TABLE: &str = "case_note";

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteView {
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The name of who wrote it.
    pub author: String,
    /// What it says.
    pub text: String,
}

impl Desk<'_> {
    /// Writes a note for the officer's own department.
    ///
    /// # Errors
    /// [`WritingError::NotFound`] where the officer does not see the case; [`WritingError::Problem`] says what is
    /// wrong.
    pub async fn add_note(
        &self,
        officer: &Officer,
        id: &CaseId,
        text: &str,
    ) -> Result<(), WritingError> {
        if !officer.role.has_cases() {
            return Err(WritingError::Problem(WritingProblem::WrongRole));
        }
        let portal = self.0.clone();
        let (officer, id, text) = (officer.clone(), id.clone(), text.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    db::lock(visible_one(&officer, &id))
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(WritingError::NotFound)?;
                    let there = of_case(&officer, &id).count(tx).await;
                    let there = there.map_err(Internal::from)?;
                    check_note(&text, there).map_err(WritingError::Problem)?;
                    let now = portal.now();
                    let note = ids::new(now);
                    let row = case_note::ActiveModel {
                        case_id: Set(id.to_string()),
                        department_code: Set(officer.department.to_string()),
                        author_id: Set(officer.id.to_string()),
                        body: Set(portal.keys().seal_text(TABLE, "body", &note, text.trim())?),
                        at: Set(now),
                        id: Set(note),
                    };
                    row.insert(tx).await.map_err(Internal::from)?;
                    let who = audit::Actor::Officer(&officer.id);
                    let subject = Some(id.as_str());
                    let what = "case.note";
                    audit::record(tx, who, what, "service_case", subject, audit::DONE, now).await?;
                    Ok(())
                })
            })
            .await
    }

    /// The notes of the officer's department, oldest first.
    pub(super) async fn notes(
        &self,
        officer: &Officer,
        id: &CaseId,
    ) -> Result<Vec<NoteView>, Internal> {
        let db = self.0.db().read();
        let rows = of_case(officer, id)
            .order_by_asc(Column::At)
            .order_by_asc(Column::Id)
            .all(db)
            .await?;
        let authors = rows.iter().map(|row| row.author_id.as_str());
        let names = self.names_of(authors).await?;
        rows.iter()
            .map(|row| {
                let author = names.get(&row.author_id).cloned().unwrap_or_default();
                let text = self.0.keys().open_text(TABLE, "body", &row.id, &row.body)?;
                Ok(NoteView {
                    at: row.at,
                    author,
                    text,
                })
            })
            .collect()
    }
}

fn of_case(officer: &Officer, id: &CaseId) -> sea_orm::Select<case_note::Entity> {
    case_note::Entity::find()
        .filter(Column::CaseId.eq(id.as_str()))
        .filter(Column::DepartmentCode.eq(officer.department.as_str()))
}
