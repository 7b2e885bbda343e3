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
    /// A document of a case, for its applicant and for officers who see the case; anything else is not found.
    /// Each reading is written down, and the applicant's first one is noted on the document.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn open(
        &self,
        actor: &Actor,
        case: &CaseId,
        id: &DocumentId,
        reading: Reading,
    ) -> Result<Option<CaseDocument>, Internal> {
        let (cases, party) = match actor {
            Actor::Anonymous => return Ok(None),
            Actor::Citizen(citizen) => {
                let mine = service_case::Entity::find_by_id(case.as_str())
                    .filter(service_case::Column::ApplicantId.eq(citizen.id.as_str()));
                (mine, citizen.party())
            }
            Actor::Officer(officer) => (desk::visible_one(officer, case), officer.party()),
        };
        let db = self.0.db().read();
        if cases.one(db).await?.is_none() {
            return Ok(None);
        }
        let found = case_document::Entity::find_by_id(id.as_str())
            .filter(case_document::Column::CaseId.eq(case.as_str()))
            .one(db)
            .await?;
        let Some(row) = found else {
            return Ok(None);
        };
        let mut document = store::document(self.0.keys(), row)?;
        let now = self.0.now();
        if self.note(party, id, reading).await? {
            document.opened_at = Some(now);
        }
        Ok(Some(document))
    }

    /// Writes the reading down; `true` when it is the applicant's first.
    async fn note(&self, by: Party, id: &DocumentId, reading: Reading) -> Result<bool, Internal> {
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
