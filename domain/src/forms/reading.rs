//! A form read with its answers: what is asked, what was answered, what follows from it.

use std::collections::BTreeSet;

use cel::Value;
use chrono::NaiveDate;

use super::facts::{self, Facts, Fault, Rows};
use super::{
    Answer, AnswerSource, Answers, Expression, Field, FieldKind, FormDefinition, MaterialSlot,
    Step, cell,
};

/// A form and the answers to it on a day. One walk from the first question to the last settles what is
/// asked, since conditions look only backwards (checked before publication).
pub struct Reading<'f> {
    form: &'f FormDefinition,
    today: NaiveDate,
    answers: Answers,
    hidden: BTreeSet<String>,
    facts: Facts,
    fault: Option<Fault>,
}

impl FormDefinition {
    /// Reads the form with these answers. An answer to a question that is no longer asked is left out,
    /// and so decides nothing any more; what is computed is worked out anew.
    pub fn read(&self, answers: &Answers, today: NaiveDate) -> Reading<'_> {
        let mut reading = Reading {
            form: self,
            today,
            answers: Answers::default(),
            hidden: BTreeSet::new(),
            facts: Facts::on(today),
            fault: None,
        };
        for step in &self.steps {
            reading.take_step(step, answers);
        }
        reading
    }
}

impl<'f> Reading<'f> {
    /// The answers to questions that are really asked, with what is computed from them.
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The day on which it is read.
    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// The first expression that could not be answered. The form is under repair then; the answers are
    /// safe, but nothing may be decided from them.
    pub const fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// The steps that these answers lead through.
    pub fn steps(&self) -> Vec<&'f Step> {
        let shown = |step: &&Step| !self.hidden.contains(&step_name(&step.key));
        self.form.steps.iter().filter(shown).collect()
    }

    /// The shown step after this one; `None` after the last, or when the key is unknown.
    pub fn next_step(&self, key: &str) -> Option<&'f Step> {
        let place = self.place(key)?;
        let later = |step: &&Step| self.place(&step.key) > Some(place);
        self.steps().into_iter().find(later)
    }

    /// The shown step before this one; `None` before the first, or when the key is unknown.
    pub fn previous_step(&self, key: &str) -> Option<&'f Step> {
        let place = self.place(key)?;
        let earlier = |step: &&Step| self.place(&step.key) < Some(place);
        self.steps().into_iter().rfind(earlier)
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.form.steps.iter().position(|step| step.key == key)
    }

    /// The questions of a step that are asked; those of rows stay inside their group.
    pub fn fields<'s>(&self, step: &'s Step) -> Vec<&'s Field> {
        step.fields()
            .filter(|field| self.asks(&field.key))
            .collect()
    }

    /// The material slots of a step that are shown.
    pub fn materials<'s>(&self, step: &'s Step) -> Vec<&'s MaterialSlot> {
        step.materials
            .iter()
            .filter(|slot| self.asks(&slot.key))
            .collect()
    }

    /// The names of the rows of a group; `key` is the group's, with the row around it where it lies in
    /// one.
    pub fn rows(&self, key: &str) -> &[String] {
        self.answers.values(key)
    }

    /// The questions of a row that are asked, each with the key of its answer.
    pub fn cells<'s>(&self, group: &'s Field, key: &str, row: &str) -> Vec<(String, &'s Field)> {
        group
            .kind
            .row_fields()
            .iter()
            .map(|field| (cell(key, row, &field.key), field))
            .filter(|(key, _)| self.asks(key))
            .collect()
    }

    /// Whether a question or slot is shown. Of a key that does not exist the answer means nothing.
    pub fn asks(&self, key: &str) -> bool {
        !self.hidden.contains(key)
    }

    /// Whether a condition holds of the whole form: eligibility, scenarios, decisions by rule. `None`
    /// while an answer that it needs is missing.
    ///
    /// # Errors
    /// When the condition cannot be answered whatever people type.
    pub fn holds(&self, condition: &Expression) -> Result<Option<bool>, Fault> {
        self.facts.holds(condition, &Rows::default())
    }

    /// Whether a condition holds where the question of this key stands, which may be in a row. `None` while
    /// an answer that it needs is missing.
    ///
    /// # Errors
    /// When the condition cannot be answered whatever people type.
    pub fn holds_at(&self, condition: &Expression, key: &str) -> Result<Option<bool>, Fault> {
        self.facts.holds(condition, &self.rows_around(key))
    }

    /// The form that is read.
    pub(super) const fn form(&self) -> &'f FormDefinition {
        self.form
    }

    /// Whether a condition of the whole form would hold if these questions had these values.
    pub(super) fn would_hold(
        &self,
        condition: &Expression,
        assumed: &[(&str, Value)],
    ) -> Result<Option<bool>, Fault> {
        self.facts.would_hold(condition, assumed)
    }

    /// Whether a check of a question holds; `None` while an answer that it needs is missing.
    pub(super) fn check(&self, check: &Expression, key: &str) -> Option<bool> {
        self.holds_at(check, key).ok().flatten()
    }

    fn take_step(&mut self, step: &Step, given: &Answers) {
        let shown = self.shown(step.when.as_ref(), &Rows::default());
        if !shown {
            self.hidden.insert(step_name(&step.key));
        }
        for section in &step.sections {
            let shown = shown && self.shown(section.when.as_ref(), &Rows::default());
            for field in &section.fields {
                self.take_field(field, shown, given);
            }
        }
        for slot in &step.materials {
            if shown && self.shown(slot.when.as_ref(), &Rows::default()) {
                self.keep(&slot.key, given);
            } else {
                self.hidden.insert(slot.key.clone());
            }
        }
    }

    fn take_field(&mut self, field: &Field, around_shown: bool, given: &Answers) {
        let rows = Rows::default();
        let value = if around_shown && self.shown(field.when.as_ref(), &rows) {
            self.answer(field, &field.key, &rows, given)
        } else {
            self.hidden.insert(field.key.clone());
            facts::value(&field.kind, &[])
        };
        let source = self.answers.get(&field.key).map(|answer| &answer.source);
        self.facts.put(&field.key, value, source);
    }

    /// Takes the answer to a question that is asked, and says its value.
    fn answer(&mut self, field: &Field, key: &str, rows: &Rows, given: &Answers) -> Value {
        if let Some(expression) = &field.computed {
            return self.compute(expression, &field.kind, key, rows);
        }
        self.keep(key, given);
        if let FieldKind::Group { fields, .. } = &field.kind {
            let names = self.answers.values(key).to_vec();
            let mut taken = Vec::with_capacity(names.len());
            for name in names {
                taken.push(self.take_row(fields, key, &name, rows, given));
            }
            return facts::rows(taken);
        }
        facts::value(&field.kind, self.answers.values(key))
    }

    fn take_row(
        &mut self,
        fields: &[Field],
        group: &str,
        row: &str,
        around: &Rows,
        given: &Answers,
    ) -> Value {
        let mut cells: Vec<(&str, Value)> = fields
            .iter()
            .map(|field| (field.key.as_str(), facts::value(&field.kind, &[])))
            .collect();
        for (place, field) in fields.iter().enumerate() {
            let key = cell(group, row, &field.key);
            // Copying the row for each cell would make a long row slow, and few questions look at it.
            let rows = if field.looks_at_row() {
                Rows::of(facts::row(cells.clone()), around.row())
            } else {
                Rows::default()
            };
            if self.shown(field.when.as_ref(), &rows) {
                let value = self.answer(field, &key, &rows, given);
                if let Some(cell) = cells.get_mut(place) {
                    cell.1 = value;
                }
            } else {
                self.hidden.insert(key);
            }
        }
        facts::row(cells)
    }

    /// The rows around a question, as they are when everything is answered.
    fn rows_around(&self, key: &str) -> Rows {
        let Some((group, row)) = super::row_of(key) else {
            return Rows::default();
        };
        let Some(field) = self.form.field(group) else {
            return Rows::default();
        };
        let cells = field.kind.row_fields().iter().map(|field| {
            let values = self.answers.values(&cell(group, row, &field.key));
            (field.key.as_str(), facts::value(&field.kind, values))
        });
        let around = self.rows_around(group);
        Rows::of(facts::row(cells.collect()), around.row())
    }

    fn compute(
        &mut self,
        expression: &Expression,
        kind: &FieldKind,
        key: &str,
        rows: &Rows,
    ) -> Value {
        let value = match self.facts.value_of(expression, rows) {
            Ok(value) => value.and_then(|value| facts::stored(&value, kind)),
            Err(fault) => {
                self.fault.get_or_insert(fault);
                None
            }
        };
        let values: Vec<String> = value.into_iter().collect();
        let known = facts::value(kind, &values);
        if !values.is_empty() {
            let source = AnswerSource::Computed;
            self.answers.insert(key, Answer::new(values, source));
        }
        known
    }

    fn keep(&mut self, key: &str, given: &Answers) {
        if let Some(answer) = given.get(key) {
            self.answers.insert(key, answer.clone());
        }
    }

    /// Whether something with this condition is shown. A condition that waits for an answer hides; so
    /// does one that cannot be answered, and the form is under repair.
    fn shown(&mut self, when: Option<&Expression>, rows: &Rows) -> bool {
        let Some(condition) = when else { return true };
        match self.facts.holds(condition, rows) {
            Ok(holds) => holds.unwrap_or(false),
            Err(fault) => {
                self.fault.get_or_insert(fault);
                false
            }
        }
    }
}

/// Steps and fields have keys of their own, so a step is hidden under a name that no field can have.
fn step_name(key: &str) -> String {
    format!("/{key}")
}
