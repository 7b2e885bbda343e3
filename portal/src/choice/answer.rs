//! A visitor answers one page of early questions.

use std::collections::BTreeMap;

use domain::calendar::civil_date;
use domain::forms::{Answers, FieldError, Materials, apply_posted};

use super::{Choice, ChoiceView};
use crate::Internal;
use crate::cases::divisions;

/// What a page of answers has led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// All answers so far, right or wrong: nothing typed is lost.
    pub answers: Answers,
    /// What is wrong on the page.
    pub problems: Vec<FieldError>,
    /// Keys of the questions that the page asks now.
    pub asked: Vec<String>,
    /// Key of the page of early questions before this one; none before the first.
    pub previous: Option<String>,
    /// Key of the next page of early questions; none after the last.
    pub next: Option<String>,
    /// Whether it is settled that this person cannot apply, whatever else is answered.
    pub barred: bool,
}

impl Choice<'_> {
    /// Takes the answers of one page. None when there is no such page.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn answer(
        &self,
        view: &ChoiceView,
        step: &str,
        mut answers: Answers,
        posted: BTreeMap<String, Vec<String>>,
    ) -> Result<Option<Answered>, Internal> {
        let form = &view.definition.form;
        let Some(step) = form.early_steps().find(|one| one.key == step) else {
            return Ok(None);
        };
        let today = civil_date(self.0.now());
        let posted = divisions::resolve(self.0, form, posted).await?;
        apply_posted(form, step, &mut answers, &posted, today);
        let reading = form.read(&answers, today);
        let asked = reading.fields(step);
        let next = reading.next_step(&step.key).filter(|next| next.early);
        let previous = reading.previous_step(&step.key);
        Ok(Some(Answered {
            problems: reading.problems(step, &Materials::default()),
            asked: asked.iter().map(|field| field.key.clone()).collect(),
            previous: previous.map(|step| step.key.clone()),
            next: next.map(|step| step.key.clone()),
            barred: !view.outcome(&answers, today).barred.is_empty(),
            answers: answers.clone(),
        }))
    }
}
