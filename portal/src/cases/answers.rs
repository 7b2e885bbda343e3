//! Answers that the registers give.

use std::collections::BTreeSet;

use domain::forms::{AnswerSource, Answers, FormDefinition, Prefill};
use sea_orm::DatabaseTransaction;

use crate::registers::{Purpose, look_up};
use crate::{Internal, Portal};

/// Fills in every field whose value a register holds, with its source and time.
pub(super) async fn prefill(
    portal: &Portal,
    tx: &DatabaseTransaction,
    purpose: &Purpose<'_>,
    form: &FormDefinition,
    answers: &mut Answers,
) -> Result<(), Internal> {
    let asked = || {
        form.fields().filter_map(|field| match field.prefill {
            Some(Prefill::Register(asked)) => Some((field, asked)),
            _ => None,
        })
    };
    let wanted: BTreeSet<_> = asked().map(|(_, asked)| asked).collect();
    let found = look_up(portal, tx, purpose, &wanted).await?;
    let read_at = portal.now();
    for (field, asked) in asked() {
        if let Some(value) = found.get(&asked) {
            let source = AnswerSource::Register {
                register: asked.register(),
                read_at,
            };
            answers.prefill(&field.key, value.clone(), source);
        }
    }
    Ok(())
}
