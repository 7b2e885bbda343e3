//! Rows of documents.

use chrono::{DateTime, Utc};
use domain::documents::{DocumentBody, DocumentKind, VerificationCode};
use domain::{CaseId, DepartmentCode, DocumentId};
use entities::case_document;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::Internal;
use crate::sealing::Keys;

/// Table name, part of every seal.
pub(super) const TABLE: &str = "case_document";
/// Purpose of the blind index over verification codes.
const CODE: &str = "document-code";

/// A document of a case.
#[derive(Clone, Debug)]
pub struct CaseDocument {
    /// The row.
    pub id: DocumentId,
    /// The case that it belongs to.
    pub case: CaseId,
    /// What kind it is.
    pub kind: DocumentKind,
    /// The department that issued it.
    pub department: DepartmentCode,
    /// What it says.
    pub body: DocumentBody,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// When the applicant first opened it; none while that has not happened.
    pub opened_at: Option<DateTime<Utc>>,
}

/// Blind index of a code.
pub(super) fn code_index(keys: &Keys, code: &VerificationCode) -> Vec<u8> {
    keys.blind_index(CODE, code.as_str())
}

/// The document behind a row.
pub(super) fn document(keys: &Keys, row: case_document::Model) -> Result<CaseDocument, Internal> {
    Ok(CaseDocument {
        kind: DocumentKind::parse(&row.kind)
            .ok_or(Internal::new("a stored kind of document is unknown"))?,
        body: keys.open_json(TABLE, "body", &row.id, &row.body)?,
        id: DocumentId::new(row.id),
        case: CaseId::new(row.case_id),
        department: DepartmentCode::new(row.department_code),
        issued_at: row.issued_at,
        opened_at: row.opened_at,
    })
}

/// The documents of a case, oldest first. The caller has made sure that the reader may see the case.
pub(crate) async fn of_case(
    db: &impl ConnectionTrait,
    keys: &Keys,
    case: &CaseId,
) -> Result<Vec<CaseDocument>, Internal> {
    case_document::Entity::find()
        .filter(case_document::Column::CaseId.eq(case.as_str()))
        .order_by_asc(case_document::Column::Sequence)
        .all(db)
        .await?
        .into_iter()
        .map(|row| document(keys, row))
        .collect()
}
