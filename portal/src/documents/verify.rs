//! Anybody checks a document by its code.

use chrono::NaiveDate;
use domain::calendar::civil_date;
use domain::documents::{DocumentKind, VerificationCode};
use domain::text::Text;
use entities::case_document;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Documents, store};
use crate::Internal;

/// What a stranger learns of a document: enough to compare it with the paper, nothing about anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentCheck {
    /// The code asked for.
    pub code: VerificationCode,
    /// What kind it is.
    pub kind: DocumentKind,
    /// What it is called.
    pub title: Text,
    /// Its number in words.
    pub number: Text,
    /// The department that issued it.
    pub office: Text,
    /// Day of issue.
    pub issued_on: NaiveDate,
    /// Whether the applicant has opened it, so that it counts as served.
    pub served: bool,
}

impl Documents<'_> {
    /// The document with this code. A mistyped one is not even looked for: its check character tells.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn verify(&self, code: &str) -> Result<Option<DocumentCheck>, Internal> {
        let Ok(code) = VerificationCode::parse(code) else {
            return Ok(None);
        };
        let keys = self.0.keys();
        let Some(row) = case_document::Entity::find()
            .filter(case_document::Column::CodeIndex.eq(store::code_index(keys, &code)))
            .one(self.0.db().read())
            .await?
        else {
            return Ok(None);
        };
        let document = store::document(keys, row)?;
        let (zh, en) = (document.body.zh, document.body.en);
        Ok(Some(DocumentCheck {
            code,
            kind: document.kind,
            title: Text::both(zh.title, en.title),
            number: Text::both(zh.number, en.number),
            office: Text::both(zh.office, en.office),
            issued_on: civil_date(document.issued_at),
            served: document.opened_at.is_some(),
        }))
    }
}
