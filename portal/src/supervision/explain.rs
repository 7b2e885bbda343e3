//! What is said about a finding: the department explains it, a supervisor rules on it.

use domain::supervision::{RecordRefusal, Ruling};
use entities::supervision_finding::{ActiveModel, Column, Model};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, IntoActiveModel, QueryFilter, Set,
};

use super::store::{TABLE, record};
use super::{Supervision, scope};
use crate::accounts::Officer;
use crate::{Internal, Portal, audit, db};

/// Why an explanation or a ruling was not taken.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// There is no such finding, or not for this officer.
    #[error("not found")]
    NotFound,
    /// The rules say no.
    #[error("refused: {}", .0.key())]
    Refused(RecordRefusal),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Supervision<'_> {
    /// The department explains a finding (说明, 申诉), once. Sending the same words twice changes nothing.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub async fn explain(
        &self,
        officer: &Officer,
        id: &str,
        words: &str,
    ) -> Result<(), RecordError> {
        let words = checked(words)?;
        let (portal, by, id) = (self.0.clone(), officer.clone(), id.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = found(tx, &by, &id).await?;
                    if row.explained_by.as_deref() == Some(by.id.as_str())
                        && said(&portal, &row, "explanation", row.explanation.as_ref())?
                            == Some(words.clone())
                    {
                        return Ok(());
                    }
                    let allowed = record(&row)?.can_explain(&by.party());
                    allowed.map_err(RecordError::Refused)?;
                    let sealed = portal.keys().seal_text(TABLE, "explanation", &id, &words)?;
                    let mut row = row.into_active_model();
                    row.explanation = Set(Some(sealed));
                    row.explained_by = Set(Some(by.id.to_string()));
                    row.explained_at = Set(Some(portal.now()));
                    written(&portal, tx, &by, row, &id, "supervision.explain").await
                })
            })
            .await
    }

    /// A supervisor upholds or lifts a finding, with reasons, once. Sending the same twice changes nothing.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub async fn rule_on(
        &self,
        officer: &Officer,
        id: &str,
        ruling: Ruling,
        reasons: &str,
    ) -> Result<(), RecordError> {
        let reasons = checked(reasons)?;
        let (portal, by, id) = (self.0.clone(), officer.clone(), id.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = found(tx, &by, &id).await?;
                    if row.ruled_by.as_deref() == Some(by.id.as_str())
                        && row.ruling.as_deref() == Some(ruling.key())
                        && said(&portal, &row, "reasons", row.reasons.as_ref())?
                            == Some(reasons.clone())
                    {
                        return Ok(());
                    }
                    let allowed = record(&row)?.can_rule(&by.party());
                    allowed.map_err(RecordError::Refused)?;
                    let sealed = portal.keys().seal_text(TABLE, "reasons", &id, &reasons)?;
                    let mut row = row.into_active_model();
                    row.ruling = Set(Some(ruling.key().to_owned()));
                    row.reasons = Set(Some(sealed));
                    row.ruled_by = Set(Some(by.id.to_string()));
                    row.ruled_at = Set(Some(portal.now()));
                    written(&portal, tx, &by, row, &id, "supervision.rule").await
                })
            })
            .await
    }
}

fn checked(words: &str) -> Result<String, RecordError> {
    RecordRefusal::check_words(words).map_err(RecordError::Refused)?;
    Ok(words.trim().to_owned())
}

async fn found(tx: &DatabaseTransaction, by: &Officer, id: &str) -> Result<Model, RecordError> {
    let scope = scope(by).ok_or(RecordError::NotFound)?;
    let row = db::lock(scope.findings().filter(Column::Id.eq(id)));
    let row = row.one(tx).await.map_err(Internal::from)?;
    row.ok_or(RecordError::NotFound)
}

/// What a sealed column of a finding says.
pub(super) fn said(
    portal: &Portal,
    row: &Model,
    column: &str,
    sealed: Option<&Vec<u8>>,
) -> Result<Option<String>, Internal> {
    let open = |sealed: &Vec<u8>| portal.keys().open_text(TABLE, column, &row.id, sealed);
    sealed.map(open).transpose()
}

async fn written(
    portal: &Portal,
    tx: &DatabaseTransaction,
    by: &Officer,
    row: ActiveModel,
    id: &str,
    action: &str,
) -> Result<(), RecordError> {
    row.update(tx).await.map_err(Internal::from)?;
    let who = audit::Actor::Officer(&by.id);
    audit::record(tx, who, action, TABLE, Some(id), audit::DONE, portal.now()).await?;
    Ok(())
}
