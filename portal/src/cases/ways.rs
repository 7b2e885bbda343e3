//! Slots that need no file 免证办: a certificate in the applicant's wallet or a register answers them.

use std::collections::{BTreeMap, BTreeSet};

use domain::calendar::civil_date;
use domain::certificates::{CertificateIdentifier, CertificateState, state_on};
use domain::forms::{
    Answer, AnswerSource, Answers, Exemption, FormDefinition, MaterialSlot, RegisterField,
    SlotAnswer, Step,
};
use domain::ids::{AccountId, CertificateId};
use entities::certificate;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use crate::registers::{Purpose, look_up};
use crate::{Internal, Portal};

/// The valid certificates of a person by type code, the latest of each.
type Wallet = BTreeMap<String, CertificateId>;

/// Answers every slot of the form that a certificate or a register answers; when an application starts.
/// Every register that is asked leaves a record. A way that the applicant has chosen is left alone.
pub(super) async fn fill(
    portal: &Portal,
    tx: &DatabaseTransaction,
    purpose: &Purpose<'_>,
    form: &FormDefinition,
    answers: &mut Answers,
) -> Result<(), Internal> {
    refresh(portal, tx, purpose.subject, form, answers).await?;
    let slots: Vec<_> = form
        .materials()
        .filter(|slot| is_free(slot, answers))
        .collect();
    ask_registers(portal, tx, purpose, &slots, answers).await
}

/// Brings what the wallet answers up to date: a new certificate answers its slots, one that is no longer
/// valid answers none. The wallet is the applicant's own, so no record is left.
pub(super) async fn refresh(
    portal: &Portal,
    tx: &DatabaseTransaction,
    holder: &AccountId,
    form: &FormDefinition,
    answers: &mut Answers,
) -> Result<(), Internal> {
    if !form
        .materials()
        .any(|slot| certificate_type(slot).is_some())
    {
        return Ok(());
    }
    let wallet = wallet(portal, tx, holder).await?;
    for slot in form.materials() {
        let Some(type_code) = certificate_type(slot) else {
            continue;
        };
        let answered = answers.get(&slot.key).map(|answer| &answer.source);
        let by = match answered {
            Some(AnswerSource::Certificate { certificate, .. }) => Some(certificate),
            _ => None,
        };
        match wallet.get(type_code) {
            Some(certificate) if by == Some(certificate) => {}
            Some(certificate) if by.is_some() || is_free(slot, answers) => {
                let source = AnswerSource::Certificate {
                    certificate: certificate.clone(),
                    read_at: portal.now(),
                };
                answers.insert(&slot.key, exempt(source));
            }
            None if by.is_some() => answers.insert(&slot.key, open()),
            _ => {}
        }
    }
    Ok(())
}

/// Takes the wish to hand in nothing because somebody else knows it: the portal looks whether that is
/// so. Where it is not, the slot stays open.
pub(super) async fn claim(
    portal: &Portal,
    tx: &DatabaseTransaction,
    purpose: &Purpose<'_>,
    form: &FormDefinition,
    step: &Step,
    posted: &BTreeMap<String, Vec<String>>,
    answers: &mut Answers,
) -> Result<(), Internal> {
    let wished = |slot: &&MaterialSlot| {
        let way = posted.get(&format!("{}:way", slot.key));
        let way = way.and_then(|values| SlotAnswer::parse(values.first()?));
        way == Some(SlotAnswer::Exempt) && slot.exempt.is_some() && !is_exempt(slot, answers)
    };
    let wished: Vec<_> = step.materials.iter().filter(wished).collect();
    for slot in &wished {
        answers.insert(&slot.key, open());
    }
    refresh(portal, tx, purpose.subject, form, answers).await?;
    ask_registers(portal, tx, purpose, &wished, answers).await
}

async fn ask_registers(
    portal: &Portal,
    tx: &DatabaseTransaction,
    purpose: &Purpose<'_>,
    slots: &[&MaterialSlot],
    answers: &mut Answers,
) -> Result<(), Internal> {
    let asked = || {
        slots
            .iter()
            .filter_map(|slot| Some((slot, register_field(slot)?)))
    };
    let wanted: BTreeSet<_> = asked().map(|(_, field)| field).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let found = look_up(portal, tx, purpose, &wanted).await?;
    for (slot, field) in asked() {
        if found
            .get(&field)
            .is_some_and(|value| !value.trim().is_empty())
        {
            let source = AnswerSource::Register {
                register: field.register(),
                read_at: portal.now(),
            };
            answers.insert(&slot.key, exempt(source));
        }
    }
    Ok(())
}

async fn wallet(
    portal: &Portal,
    tx: &DatabaseTransaction,
    holder: &AccountId,
) -> Result<Wallet, Internal> {
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
    valid
        .map(|row| {
            let identifier = CertificateIdentifier::parse(&row.identifier)
                .map_err(|_| Internal::new("a stored certificate identifier is malformed"))?;
            Ok((
                identifier.type_code().to_owned(),
                CertificateId::new(row.id),
            ))
        })
        .collect()
}

/// Whether the applicant has not chosen a way, and nothing answers the slot yet.
fn is_free(slot: &MaterialSlot, answers: &Answers) -> bool {
    answers.values(&slot.key).is_empty()
}

fn is_exempt(slot: &MaterialSlot, answers: &Answers) -> bool {
    answers.value(&slot.key) == Some(SlotAnswer::Exempt.key())
}

fn certificate_type(slot: &MaterialSlot) -> Option<&str> {
    match &slot.exempt {
        Some(Exemption::Certificate(type_code)) => Some(type_code),
        _ => None,
    }
}

fn register_field(slot: &MaterialSlot) -> Option<RegisterField> {
    match slot.exempt {
        Some(Exemption::Register(field)) => Some(field),
        _ => None,
    }
}

fn exempt(source: AnswerSource) -> Answer {
    Answer::new(vec![SlotAnswer::Exempt.key().to_owned()], source)
}

fn open() -> Answer {
    Answer::new(Vec::new(), AnswerSource::Typed)
}
