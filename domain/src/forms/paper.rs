//! Materials (材料) that lie on the counter as paper.

use std::collections::BTreeMap;

use super::{Answers, SlotAnswer, Step};

/// Notes the slots of a step whose paper the officer at a counter has seen or taken. Only such an officer's
/// form may come here: from an applicant, who would be the only witness, [`super::apply_posted`] does not
/// take it.
pub fn note_papers(step: &Step, answers: &mut Answers, posted: &BTreeMap<String, Vec<String>>) {
    for slot in &step.materials {
        let way = posted.get(&format!("{}:way", slot.key));
        let way = way.and_then(|values| SlotAnswer::parse(values.first()?));
        if way == Some(SlotAnswer::Paper) {
            answers.set_typed(&slot.key, vec![SlotAnswer::Paper.key().to_owned()]);
        }
    }
}
