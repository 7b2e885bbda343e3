//! Which answers change what else their own page asks.

use std::collections::BTreeSet;

use super::facts::SOURCES;
use super::{Expression, Field, Step};

impl Step {
    /// The questions of this page whose answers decide what else the page asks, or what it works out.
    /// Conditions look only backwards, so no answer of a later page can. Of a group whose rows have
    /// conditions of their own, the group.
    pub fn deciding(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        for section in &self.sections {
            look(&mut names, section.when.as_ref());
            for field in &section.fields {
                field.look(&mut names);
            }
        }
        for slot in &self.materials {
            look(&mut names, slot.when.as_ref());
        }
        let sources = names.contains(SOURCES);
        let decides = |field: &&Field| {
            names.contains(field.key.as_str())
                || field.has_decided_cells()
                || sources && field.prefill.is_some()
        };
        let deciding = self.fields().filter(decides);
        deciding.map(|field| field.key.as_str()).collect()
    }
}

impl Field {
    /// Whether it comes, goes or changes with other answers.
    pub const fn is_decided(&self) -> bool {
        self.when.is_some() || self.computed.is_some()
    }

    fn has_decided_cells(&self) -> bool {
        let mut columns = self.kind.row_fields().iter();
        columns.any(|column| column.is_decided() || column.has_decided_cells())
    }

    fn look<'f>(&'f self, names: &mut BTreeSet<&'f str>) {
        look(names, self.when.as_ref());
        look(names, self.computed.as_ref());
        for column in self.kind.row_fields() {
            column.look(names);
        }
    }
}

/// Adds the names that an expression looks at.
fn look<'e>(names: &mut BTreeSet<&'e str>, expression: Option<&'e Expression>) {
    names.extend(expression.map(Expression::names).unwrap_or_default());
}
