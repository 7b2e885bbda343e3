//! Slots that need no file 免证办: a certificate in the applicant's wallet or a register answers them.

use std::collections::{BTreeMap, BTreeSet};

use domain::forms::{
    Answer, AnswerSource, Answers, Exemption, FormDefinition, MaterialSlot, RegisterField,
    SlotAnswer, Step,
};
use sea_orm::DatabaseTransaction;

use super::wallet::{self, Wallet};
use crate::registers::{Purpose, look_up};
use crate::{Internal, Portal};

/// Answers every slot of the form that a certificate or a register answers; when an application starts.
/// Every register that is asked leaves a record. A way that the applicant has chosen is left alone.
pub(super) async fn fill(
    portal: &Portal,
    tx: &DatabaseTransaction,
    purpose: &Purpose<'_>,
    form: &FormDefinition,
    answers: &mut Answers,
) -> Result<(), Internal> {
    wallet::refresh(portal, tx, purpose.subject, form, answers).await?;
    let slots: Vec<_> = form
        .materials()
        .filter(|slot| is_free(slot, answers))
        .collect();
    ask_registers(portal, tx, purpose, &slots, answers).await
}

/// Brings the slots that the wallet answers up to date: a new certificate answers its slots, one that is no
/// longer valid answers none.
pub(super) fn refresh(
    portal: &Portal,
    wallet: &Wallet,
    form: &FormDefinition,
    answers: &mut Answers,
) {
    for slot in form.materials() {
        let Some(type_code) = certificate_type(slot) else {
            continue;
        };
        let answered = answers.get(&slot.key).map(|answer| &answer.source);
        let by = match answered {
            Some(AnswerSource::Certificate { certificate, .. }) => Some(certificate),
            _ => None,
        };
        match wallet.newest(type_code).map(|held| &held.id) {
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
    wallet::refresh(portal, tx, purpose.subject, form, answers).await?;
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

/// Whether the applicant has not chosen a way, and nothing answers the slot yet.
fn is_free(slot: &MaterialSlot, answers: &Answers) -> bool {
    answers.values(&slot.key).is_empty()
}

fn is_exempt(slot: &MaterialSlot, answers: &Answers) -> bool {
    answers.value(&slot.key) == Some(SlotAnswer::Exempt.key())
}

/// The type of certificate that answers a slot; none where no certificate does.
pub(super) fn certificate_type(slot: &MaterialSlot) -> Option<&str> {
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
