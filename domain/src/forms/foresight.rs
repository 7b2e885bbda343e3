//! What follows from the early questions while some of them are still open.

use cel::Value;

use super::{Expression, Fault, Field, FieldKind, FormDefinition, Reading, trial};

/// Most combinations of answers to open questions that are thought through for one condition; with more
/// of them it waits for answers.
const MAX_FORESEEN: usize = 500;

/// The early questions that are still open, and what is settled whatever is answered to them.
pub struct Foresight<'r, 'f> {
    reading: &'r Reading<'f>,
    open: Vec<&'f Field>,
}

impl<'f> Reading<'f> {
    /// Looks ahead over the early questions. One that is hidden is open too while the answers may still
    /// lead to it.
    pub fn foresee(&self) -> Foresight<'_, 'f> {
        let mut foresight = Foresight {
            reading: self,
            open: Vec::new(),
        };
        foresight.walk(self.form());
        foresight
    }
}

impl<'f> Foresight<'_, 'f> {
    /// The open questions, in the order of the form.
    pub fn open(&self) -> &[&'f Field] {
        &self.open
    }

    /// Whether a condition on early questions holds whatever is answered to the open ones; `None` while
    /// that depends on them. One that waits for a question which is never asked does not hold.
    ///
    /// # Errors
    /// When the condition cannot be answered whatever people type.
    pub fn holds(&self, condition: &Expression) -> Result<Option<bool>, Fault> {
        let now = self.reading.holds(condition)?.unwrap_or(false);
        let waits_for = self.waits_for(condition);
        if waits_for.is_empty() {
            return Ok(Some(now));
        }
        let columns: Vec<(&str, Vec<Value>)> = waits_for
            .iter()
            .map(|field| (field.key.as_str(), self.values(field, condition)))
            .collect();
        let combinations = columns.iter().fold(1_usize, |product, (_, values)| {
            product.saturating_mul(values.len())
        });
        if combinations > MAX_FORESEEN {
            return Ok(None);
        }
        let mut settled = None;
        for place in 0..combinations {
            // What fails only for an answer that nobody has given is no fault yet.
            let holds = self.reading.would_hold(condition, &pick(&columns, place));
            let holds = holds.ok().flatten().unwrap_or(false);
            if *settled.get_or_insert(holds) != holds {
                return Ok(None);
            }
        }
        Ok(settled)
    }

    /// The open questions that a condition looks at.
    pub fn waits_for(&self, condition: &Expression) -> Vec<&'f Field> {
        let names = condition.names();
        let looked_at = |field: &&&Field| names.contains(&field.key.as_str());
        self.open.iter().filter(looked_at).copied().collect()
    }

    /// Conditions look only backwards, so one walk settles which questions may still be asked.
    fn walk(&mut self, form: &'f FormDefinition) {
        for step in form.early_steps() {
            let step_is_over = self.is_over(step.when.as_ref());
            for section in &step.sections {
                let is_over = step_is_over || self.is_over(section.when.as_ref());
                for field in &section.fields {
                    let is_over = is_over || self.is_over(field.when.as_ref());
                    if !is_over && !self.is_answered(field) {
                        self.open.push(field);
                    }
                }
            }
        }
    }

    /// Whether something with this condition is never asked.
    fn is_over(&self, when: Option<&Expression>) -> bool {
        when.is_some_and(|when| matches!(self.holds(when), Ok(Some(false)) | Err(_)))
    }

    fn is_answered(&self, field: &Field) -> bool {
        let answer = self.reading.answers().get(&field.key);
        let may_be_empty = matches!(field.kind, FieldKind::Choices { .. });
        answer.is_some_and(|answer| may_be_empty || !answer.values.is_empty())
    }

    /// The answers that could make a difference. A question that is asked and must be answered will be.
    fn values(&self, field: &Field, condition: &Expression) -> Vec<Value> {
        let mut values = trial::telling_values(field, condition, self.reading.today());
        if field.required && self.reading.asks(&field.key) {
            values.retain(|value| !matches!(value, Value::Null));
        }
        values
    }
}

/// One combination of values, counted like the digits of a number.
fn pick<'k>(columns: &[(&'k str, Vec<Value>)], place: usize) -> Vec<(&'k str, Value)> {
    let mut rest = place;
    let mut picked = Vec::with_capacity(columns.len());
    for (name, values) in columns {
        let count = values.len().max(1);
        let value = values.get(rest % count).cloned().unwrap_or(Value::Null);
        rest /= count;
        picked.push((*name, value));
    }
    picked
}
