//! The way through a form: which page comes next.

use chrono::NaiveDate;
use domain::CaseId;
use domain::forms::{Step, validate, validate_step, visible_fields, visible_materials};
use portal::cases::CaseView;

use crate::paths;

/// The parameter that makes a page say what is wrong with it.
pub(super) const CHECK: &str = "check";
/// The parameter that says that answers have led to more questions on the same page.
pub(super) const MORE: &str = "more";
/// The parameter that says that the reader came from the review and wants to go back there.
pub(super) const FROM_REVIEW: &str = "from-review";
/// The parameter that names a notice for the top of the page.
pub(super) const NOTE: &str = "note";

/// The address of a page with a notice.
pub(super) fn noted(path: &str, note: &str) -> String {
    paths::with_query(path, &[(NOTE, note)])
}

/// The address of a page that says what is wrong with it.
pub(super) fn checked(path: &str) -> String {
    paths::with_query(path, &[(CHECK, "1")])
}

/// Where the citizen goes on with a case that can be edited: a fresh one begins with its first step,
/// another goes on where something is missing, a complete one with its review.
pub(super) fn resume(view: &CaseView, today: NaiveDate) -> String {
    let id = &view.case.id;
    let form = &view.definition.form;
    if view.created_at == view.updated_at {
        return match form.visible_steps(&view.answers).first() {
            Some(step) => paths::step(id, &step.key),
            None => paths::review(id),
        };
    }
    match validate(form, &view.answers, &view.material_counts(), today).first() {
        Some((step, _)) => paths::step(id, step),
        None => paths::review(id),
    }
}

/// What a step looks like after saving, beside what was on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A question that was asked has a problem.
    Problems,
    /// The answers have led to questions that were not asked yet.
    MoreQuestions,
    /// Nothing holds the reader.
    Nothing,
}

/// Looks at a step that was saved; `shown` are the keys that were on the page, joined by commas.
pub(super) fn look(view: &CaseView, step: &Step, shown: &str, today: NaiveDate) -> Found {
    let relevant = view.definition.form.relevant(&view.answers);
    let was_shown = |key: &str| shown.is_empty() || shown.split(',').any(|shown| shown == key);
    let problems = validate_step(step, &relevant, &view.material_counts(), today);
    if problems.iter().any(|problem| was_shown(&problem.field)) {
        Found::Problems
    } else if keys(step, view).iter().any(|key| !was_shown(key)) {
        Found::MoreQuestions
    } else {
        Found::Nothing
    }
}

/// The keys of what a step asks for now: fields, then materials.
pub(super) fn keys(step: &Step, view: &CaseView) -> Vec<String> {
    let relevant = view.definition.form.relevant(&view.answers);
    let fields = visible_fields(step, &relevant)
        .into_iter()
        .map(|field| field.key.clone());
    let materials = visible_materials(step, &relevant)
        .into_iter()
        .map(|slot| slot.key.clone());
    fields.chain(materials).collect()
}

/// Where the problems of a step's files lie in the session.
pub(super) fn kept_form(case: &CaseId, step: &str) -> String {
    format!("step:{case}:{step}")
}
