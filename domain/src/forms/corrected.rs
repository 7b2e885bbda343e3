//! What an applicant has changed between two times of handing in.

use super::{Answers, Field, FormDefinition, cell};
use crate::Text;

/// An answer that is another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// Its key; of a question in a row with the row around it.
    pub key: String,
    /// The question.
    pub label: Text,
    /// What was answered before, in words; none when nothing was.
    pub before: Option<Text>,
    /// What is answered now, in words; none when nothing is.
    pub after: Option<Text>,
}

/// The answers that differ, in the order of the form. Of rows each cell counts; a row that came or went is
/// told by its cells.
pub fn corrected(form: &FormDefinition, before: &Answers, after: &Answers) -> Vec<Corrected> {
    let mut found = Vec::new();
    for field in form.fields() {
        compare(form, field, &field.key, (before, after), &mut found);
    }
    found
}

fn compare(
    form: &FormDefinition,
    field: &Field,
    key: &str,
    (before, after): (&Answers, &Answers),
    found: &mut Vec<Corrected>,
) {
    let columns = field.kind.row_fields();
    if columns.is_empty() {
        if before.values(key) != after.values(key) {
            found.push(Corrected {
                key: key.to_owned(),
                label: field.label.clone(),
                before: form.shown(key, before),
                after: form.shown(key, after),
            });
        }
        return;
    }
    let mut rows = before.values(key).to_vec();
    let new = after
        .values(key)
        .iter()
        .filter(|row| !before.values(key).contains(row));
    rows.extend(new.cloned());
    for row in &rows {
        for column in columns {
            let key = cell(key, row, &column.key);
            compare(form, column, &key, (before, after), found);
        }
    }
}
