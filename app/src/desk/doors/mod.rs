//! The work behind the desk's doors, one file an action.

mod act;
mod assign;
mod away;
mod bulk;
mod marks;
mod search;
mod sign_in;
mod template;
mod writing;

pub(super) use act::{act, act_form, input};
pub(super) use assign::{ASSIGN_FORM, assign, rule};
pub(super) use away::{AWAY_FORM, away};
pub(super) use bulk::{BULK_FORM, TO, bulk};
pub(super) use marks::{mark_of_field, mark_of_material, mark_of_page, page_problem, typed_marks};
pub(super) use search::{FILTER_FORM, SEARCH_FORM, WORDS, filter, search};
pub(super) use sign_in::{SIGN_IN_FORM, sign_in};
pub(super) use template::{TEMPLATE_FORM, template};
pub(super) use writing::{message, note, writing_form};

use std::collections::BTreeMap;

use crate::page::Kept;

/// What a form keeps until it is right.
fn kept<const N: usize>(values: [(&str, &str); N], problem: (&str, &str)) -> Kept {
    let values = values.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Kept {
        values: BTreeMap::from(values),
        problems: vec![(problem.0.to_owned(), problem.1.to_owned())],
    }
}
