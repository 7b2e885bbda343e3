//! The way through a form: which page comes next.

use chrono::NaiveDate;
use domain::CaseId;
use domain::forms::{Field, Reading, Step};
use portal::cases::CaseView;

use crate::paths;

/// The parameter that makes a page say what is wrong with it.
pub(crate) const CHECK: &str = "check";
/// The parameter that says that answers have led to more questions on the same page.
pub(crate) const MORE: &str = "more";
/// The parameter that says that the reader came from the review and wants to go back there.
pub(super) const FROM_REVIEW: &str = "from-review";
/// The parameter that names a notice for the top of the page.
pub(super) const NOTE: &str = "note";

/// The address of a page with a notice.
pub(super) fn noted(path: &str, note: &str) -> String {
    paths::with_query(path, &[(NOTE, note)])
}

/// The address of a page that says what is wrong with it.
pub(crate) fn checked(path: &str) -> String {
    paths::with_query(path, &[(CHECK, "1")])
}

/// Where the citizen goes on with a case that can be edited: a fresh one begins with its first step,
/// another goes on where something is missing, a complete one with its review.
pub(super) fn resume(view: &CaseView, today: NaiveDate) -> String {
    let id = &view.case.id;
    let reading = view.read(today);
    if view.created_at == view.updated_at {
        // What the guided choice has asked is not asked again.
        let counts = view.material_counts();
        let is_done = |step: &&&Step| step.early && reading.problems(step, &counts).is_empty();
        let steps = reading.steps();
        return match steps.iter().find(|step| !is_done(step)) {
            Some(step) => paths::step(id, &step.key),
            None => paths::review(id),
        };
    }
    match reading.all_problems(&view.material_counts()).first() {
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
    let reading = view.read(today);
    let was_shown = |key: &str| shown.is_empty() || shown.split(',').any(|shown| shown == key);
    let problems = reading.problems(step, &view.material_counts());
    if problems.iter().any(|problem| was_shown(&problem.field)) {
        Found::Problems
    } else if keys(step, &reading).iter().any(|key| !was_shown(key)) {
        Found::MoreQuestions
    } else {
        Found::Nothing
    }
}

/// The keys of what a step asks for now: fields with the cells of their rows, then materials.
pub(super) fn keys(step: &Step, reading: &Reading<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for field in reading.fields(step) {
        collect(reading, field, &field.key, &mut found);
    }
    let slots = reading.materials(step).into_iter();
    found.extend(slots.map(|slot| slot.key.clone()));
    found
}

fn collect(reading: &Reading<'_>, field: &Field, key: &str, found: &mut Vec<String>) {
    found.push(key.to_owned());
    for row in reading.rows(key) {
        for (key, column) in reading.cells(field, key, row) {
            collect(reading, column, &key, found);
        }
    }
}

/// Where the problems of a step's files lie in the session.
pub(super) fn kept_form(case: &CaseId, step: &str) -> String {
    format!("step:{case}:{step}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::testing::case;

    const COMPLETE: [(&str, &str); 3] = [("phone", "13800000000"), ("kind", "a"), ("debit", "no")];

    fn found(answers: &[(&str, &str)], shown: &str) -> Found {
        let view = case(answers);
        let step = view.definition.form.step("you").unwrap();
        look(&view, step, shown, NaiveDate::MIN)
    }

    #[test]
    fn new_questions_are_shown_before_they_are_missed() {
        let shown = "name,phone,children,since,kind,help,why,photo";
        assert_eq!(found(&COMPLETE, shown), Found::Nothing);
        let second = [("phone", "13800000000"), ("kind", "b")];
        assert_eq!(found(&second, shown), Found::MoreQuestions);
        assert_eq!(found(&second, &format!("{shown},which")), Found::Problems);
        assert_eq!(
            found(&[("kind", "b")], shown),
            Found::Problems,
            "the phone was asked for"
        );
        assert_eq!(
            found(&second, ""),
            Found::Problems,
            "a form of another program says nothing"
        );
    }

    #[test]
    fn a_case_goes_on_where_something_is_missing() {
        let today = NaiveDate::MAX;
        assert_eq!(resume(&case(&[]), today), "/cases/c-1/steps/you");
        assert_eq!(
            resume(&case(&COMPLETE[..2]), today),
            "/cases/c-1/steps/bank"
        );
        assert_eq!(resume(&case(&COMPLETE), today), "/cases/c-1/review");
        let mut fresh = case(&COMPLETE);
        fresh.updated_at = fresh.created_at;
        assert_eq!(
            resume(&fresh, today),
            "/cases/c-1/steps/you",
            "what was filled in is shown once"
        );
    }
}
