//! Cells: questions inside the rows of a group. The answer to the question `name` in the row `3` of the
//! group `children` has the key `children.3.name`. Rows keep their names when others are removed, so no
//! answer ever slips into another row.

use super::{Answers, Field, FieldKind, FormDefinition};

/// Key of the answer to a question in a row of a group.
pub fn cell(group: &str, row: &str, field: &str) -> String {
    format!("{group}.{row}.{field}")
}

/// The group and the row that a cell lies in; `None` for a question outside of rows.
pub(super) fn row_of(key: &str) -> Option<(&str, &str)> {
    let (around, _field) = key.rsplit_once('.')?;
    around.rsplit_once('.')
}

impl Answers {
    /// Adds an empty row to a group and says its name: the next number that no row has had.
    pub fn add_row(&mut self, group: &str) -> String {
        let rows = self.values(group);
        let last = rows.iter().filter_map(|row| row.parse::<u32>().ok()).max();
        let name = last.map_or(1, |last| last.saturating_add(1)).to_string();
        let mut rows = rows.to_vec();
        rows.push(name.clone());
        self.set_typed(group, rows);
        name
    }

    /// Removes a row with all its answers.
    pub fn remove_row(&mut self, group: &str, row: &str) {
        let left: Vec<String> = self
            .values(group)
            .iter()
            .filter(|name| *name != row)
            .cloned()
            .collect();
        self.set_typed(group, left);
        self.remove_all(&format!("{group}.{row}."));
    }
}

impl FormDefinition {
    /// Gives every group the fewest rows that it asks for, so that a page has something to show.
    pub fn open_rows(&self, answers: &mut Answers) {
        for field in self.fields() {
            open(field, &field.key, answers);
        }
    }

    /// The codes of the divisions that the answers name.
    pub fn divisions_in(&self, answers: &Answers) -> Vec<String> {
        let named = answers.iter().filter(|(key, _)| {
            let kind = self.field(key).map(|field| &field.kind);
            matches!(kind, Some(FieldKind::Division | FieldKind::Address))
        });
        named
            .filter_map(|(_, answer)| answer.values.first().cloned())
            .collect()
    }
}

fn open(field: &Field, key: &str, answers: &mut Answers) {
    let FieldKind::Group { fields, min, .. } = &field.kind else {
        return;
    };
    for _ in answers.values(key).len()..usize::from(*min) {
        answers.add_row(key);
    }
    for row in answers.values(key).to_vec() {
        for column in fields {
            open(column, &cell(key, &row, &column.key), answers);
        }
    }
}
