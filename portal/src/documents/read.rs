//! Reading a document: by the applicant, whose first opening is the proof that it was served, and by officers
//! of the department.

use domain::cases::Party;
use domain::{CaseId, DocumentId};
use entities::{case_document, service_case};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::Documents;
use super::store::{self, CaseDocument};
use crate::accounts::Actor;
use crate::{Internal, audit, desk};

/// How a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As a page.
    Page,
    /// As a file to keep.
    File,
}

impl Reading {
    /// The action in the audit trail.
    const fn action(self) -> &'static str {
        match self {
            Self::Page => "document.open",
            Self::File => "document.download",
        }
    }
}

impl Documents<'_> {
    /// A document of a case as [`Self::find`] finds it, opened as a page: that is written down, and the
    /// applicant's first opening is noted on the document.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn open(
        &self,
        actor: &Actor,
        case: &CaseId,
        id: &DocumentId,
    ) -> Result<Option<CaseDocument>, Internal> {
        let Some(mut document) = self.find(actor, case, id).await? else {
            return Ok(None);
        };
        let now = self.0.now();
        if self.note(actor, id, Reading::Page).await? {
            document.opened_at = Some(now);
        }
        Ok(Some(document))
    }

    /// A document of a case, for its applicant and for officers who read its papers; anything else is not found.
    /// Whoever then shows it notes that by [`Self::note`].
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn find(
        &self,
        actor: &Actor,
        case: &CaseId,
        id: &DocumentId,
    ) -> Result<Option<CaseDocument>, Internal> {
        let cases = match actor {
            Actor::Anonymous => return Ok(None),
            Actor::Citizen(citizen) => service_case::Entity::find_by_id(case.as_str())
                .filter(service_case::Column::ApplicantId.eq(citizen.id.as_str())),
            Actor::Officer(officer) => desk::readable_one(officer, case),
        };
        let db = self.0.db().read();
        if cases.one(db).await?.is_none() {
            return Ok(None);
        }
        case_document::Entity::find_by_id(id.as_str())
            .filter(case_document::Column::CaseId.eq(case.as_str()))
            .one(db)
            .await?
            .map(|row| store::document(self.0.keys(), row))
            .transpose()
    }

    /// Writes down that a document was read that [`Self::find`] has found for `actor`; `true` when it was the
    /// applicant's first reading.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note(
        &self,
        actor: &Actor,
        id: &DocumentId,
        reading: Reading,
    ) -> Result<bool, Internal> {
        let by = match actor {
            Actor::Anonymous => return Ok(false),
            Actor::Citizen(citizen) => citizen.party(),
            Actor::Officer(officer) => officer.party(),
        };
        let (id, now) = (id.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let first = match by {
                        Party::Applicant(_) => {
                            let opened = case_document::Entity::update_many()
                                .col_expr(case_document::Column::OpenedAt, Expr::value(now))
                                .filter(case_document::Column::Id.eq(id.as_str()))
                                .filter(case_document::Column::OpenedAt.is_null())
                                .exec(tx)
                                .await?;
                            opened.rows_affected == 1
                        }
                        Party::Officer { .. } | Party::System => false,
                    };
                    let (who, subject) = (audit::Actor::of(&by), Some(id.as_str()));
                    let action = reading.action();
                    audit::record(tx, who, action, store::TABLE, subject, audit::DONE, now).await?;
                    Ok(first)
                })
            })
            .await
    }
}
