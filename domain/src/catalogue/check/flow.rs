//! The flow: its steps have names of their own, its rules do not stand in each other's way.

use std::collections::BTreeSet;

use super::DefinitionProblem as Problem;
use crate::calendar::TimeLimit;
use crate::cases::{MAX_STAGES, MAX_STEPS_OF_STAGE, Role};
use crate::catalogue::ServiceDefinition;
use crate::forms::FieldKind;

pub(super) fn check(definition: &ServiceDefinition, problems: &mut Vec<Problem>) {
    let flow = &definition.flow;
    let sizes = flow.review.iter().map(|stage| stage.steps.len());
    let is_sound = |size: usize| (1..=MAX_STEPS_OF_STAGE).contains(&size);
    if flow.review.len() > MAX_STAGES || !sizes.clone().all(is_sound) {
        problems.push(Problem::FlowSize);
    }
    let mut keys = BTreeSet::new();
    for step in flow.steps() {
        let is_plain = !step.key.is_empty() && step.key.chars().all(is_key_char);
        if !is_plain || !keys.insert(&step.key) {
            problems.push(Problem::FlowStepKey(step.key.clone()));
        }
        if !matches!(step.role, Role::Handler | Role::Reviewer) {
            problems.push(Problem::FlowStepRole(step.key.clone()));
        }
    }
    let kinds: BTreeSet<_> = flow.procedures.iter().map(|rule| rule.kind).collect();
    if kinds.len() < flow.procedures.len() {
        problems.push(Problem::ProcedureTwice);
    }
    // A rule decides in the moment of submission, so there is no time for anybody to look before.
    if flow.automatic.is_some() && (flow.precheck.is_some() || !flow.review.is_empty()) {
        problems.push(Problem::RuleBesideReview);
    }
    let outlasts = |extension: TimeLimit| extension.may_outlast(flow.statutory);
    if flow.extension.is_some_and(outlasts) {
        problems.push(Problem::ExtensionTooLong);
    }
    if let Some(renewal) = &flow.renewal {
        let field = definition.form.field(&renewal.expiry);
        if !field.is_some_and(|field| matches!(field.kind, FieldKind::Date { .. })) {
            problems.push(Problem::RenewalWithoutDate);
        }
    }
}

pub(super) const fn is_key_char(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
}
