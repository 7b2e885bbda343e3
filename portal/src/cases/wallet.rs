//! What the certificates in the applicant's wallet answer: questions that a line of one fills in, and slots
//! that need no file because of one. The wallet is the applicant's own, so no record is left.

use domain::calendar::civil_date;
use domain::certificates::{CertificateIdentifier, CertificateState, state_on};
use domain::forms::{AnswerSource, Answers, CertificateLine, FormDefinition, Prefill};
use domain::ids::{AccountId, CertificateId};
use entities::certificate;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use super::ways;
use crate::{Internal, Portal, certificates};

/// The certificates of a person that are valid today, the oldest first.
pub(super) struct Wallet(Vec<Held>);

/// A valid certificate.
pub(super) struct Held {
    /// The certificate.
    pub(super) id: CertificateId,
    type_code: String,
    row: certificate::Model,
}

impl Wallet {
    async fn open(
        portal: &Portal,
        tx: &DatabaseTransaction,
        holder: &AccountId,
    ) -> Result<Self, Internal> {
        let today = civil_date(portal.now());
        let rows = certificate::Entity::find()
            .filter(certificate::Column::HolderId.eq(holder.as_str()))
            .filter(certificate::Column::State.eq(CertificateState::Valid.key()))
            .order_by_asc(certificate::Column::IssuedAt)
            .all(tx)
            .await?;
        let valid = rows.into_iter().filter(|row| {
            state_on(CertificateState::Valid, row.valid_until, today) == CertificateState::Valid
        });
        let held = valid.map(|row| {
            let identifier = CertificateIdentifier::parse(&row.identifier)
                .map_err(|_| Internal::new("a stored certificate identifier is malformed"))?;
            Ok(Held {
                id: CertificateId::new(row.id.clone()),
                type_code: identifier.type_code().to_owned(),
                row,
            })
        });
        Ok(Self(held.collect::<Result<_, Internal>>()?))
    }

    /// The certificate of this type that was issued last.
    pub(super) fn newest(&self, type_code: &str) -> Option<&Held> {
        self.0.iter().rfind(|held| held.type_code == type_code)
    }

    /// What the newest certificate says in a line, and which it is; nothing without certificate or line.
    fn says(
        &self,
        portal: &Portal,
        line: &CertificateLine,
    ) -> Result<Option<(&CertificateId, String)>, Internal> {
        let Some(held) = self.newest(&line.type_code) else {
            return Ok(None);
        };
        let body = certificates::body(portal.keys(), &held.row)?;
        let mut lines = body.fields.into_iter();
        let said = lines.find(|(label, _)| label.zh == line.line);
        Ok(said.map(|(_, words)| (&held.id, words.zh)))
    }
}

/// Brings everything that the wallet answers up to date: a new certificate fills in its questions and
/// answers its slots, one that is no longer valid does neither.
pub(super) async fn refresh(
    portal: &Portal,
    tx: &DatabaseTransaction,
    holder: &AccountId,
    form: &FormDefinition,
    answers: &mut Answers,
) -> Result<(), Internal> {
    let fills = form
        .fields()
        .any(|field| matches!(field.prefill, Some(Prefill::Certificate(_))));
    let frees = form
        .materials()
        .any(|slot| ways::certificate_type(slot).is_some());
    if !fills && !frees {
        return Ok(());
    }
    let wallet = Wallet::open(portal, tx, holder).await?;
    fill(portal, &wallet, form, answers)?;
    ways::refresh(portal, &wallet, form, answers);
    Ok(())
}

/// Fills in the questions that a line of the newest certificate answers. What the applicant has typed or
/// emptied is left alone. Where a certificate is no longer valid, or says nothing that the question can
/// take, the question is open again.
fn fill(
    portal: &Portal,
    wallet: &Wallet,
    form: &FormDefinition,
    answers: &mut Answers,
) -> Result<(), Internal> {
    let today = civil_date(portal.now());
    for field in form.fields() {
        let Some(Prefill::Certificate(line)) = &field.prefill else {
            continue;
        };
        let by = match answers.get(&field.key).map(|answer| &answer.source) {
            Some(AnswerSource::Certificate { certificate, .. }) => Some(certificate.clone()),
            Some(_) => continue,
            None => None,
        };
        let said = wallet.says(portal, line)?;
        let said = said.and_then(|(id, words)| Some((id, field.read_words(&words, today)?)));
        match said {
            Some((id, _)) if by.as_ref() == Some(id) => {}
            Some((id, values)) => {
                let source = AnswerSource::Certificate {
                    certificate: id.clone(),
                    read_at: portal.now(),
                };
                answers.fill(&field.key, values, source);
            }
            None if by.is_some() => answers.take_back(&field.key),
            None => {}
        }
    }
    Ok(())
}
