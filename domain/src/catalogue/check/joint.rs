//! Joint services: the matters have names of their own, build on what comes before them, and each can be
//! decided with the part of the form that its department sees.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::DefinitionProblem as Problem;
use super::{expressions, flow};
use crate::cases::{Flow, MAX_MATTERS, Matter};
use crate::catalogue::ServiceDefinition;
use crate::certificates::LineSource;

pub(super) fn check(definition: &ServiceDefinition, today: NaiveDate, problems: &mut Vec<Problem>) {
    let Some(joint) = &definition.flow.joint else {
        return;
    };
    if !(2..=MAX_MATTERS).contains(&joint.matters.len()) {
        problems.push(Problem::MatterCount);
    }
    if decides_itself(definition) {
        problems.push(Problem::JointFlow);
    }
    let mut earlier = BTreeSet::new();
    for matter in &joint.matters {
        check_place(matter, &earlier, problems);
        let is_plain = !matter.key.is_empty() && matter.key.chars().all(flow::is_key_char);
        if !is_plain || !earlier.insert(matter.key.as_str()) {
            problems.push(Problem::MatterKey(matter.key.clone()));
        }
        check_steps(definition, matter, problems);
        check_matter(definition, matter, today, problems);
    }
}

/// Whether the flow has what its matters have instead.
fn decides_itself(definition: &ServiceDefinition) -> bool {
    let flow = &definition.flow;
    let Flow {
        precheck,
        four_eyes,
        automatic,
        review,
        procedures,
        extension,
        handed_over,
        renewal,
        ..
    } = flow;
    precheck.is_some()
        || *four_eyes
        || automatic.is_some()
        || !review.is_empty()
        || !procedures.is_empty()
        || extension.is_some()
        || *handed_over
        || renewal.is_some()
        || definition.certificate.is_some()
}

fn check_place(matter: &Matter, earlier: &BTreeSet<&str>, problems: &mut Vec<Problem>) {
    let lines = matter.certificate.iter().flat_map(|it| &it.fields);
    let named = lines.filter_map(|line| match &line.from {
        LineSource::Result(of) => Some(&of.result_of),
        LineSource::Field(_) => None,
    });
    // What a certificate names has to be there when it is issued.
    let too_late = named.filter(|key| !matter.after.contains(key));
    let unknown = matter.after.iter();
    let unknown = unknown.filter(|key| !earlier.contains(key.as_str()));
    for needs in unknown.chain(too_late) {
        problems.push(Problem::MatterOrder {
            matter: matter.key.clone(),
            needs: needs.clone(),
        });
    }
}

fn check_steps(definition: &ServiceDefinition, matter: &Matter, problems: &mut Vec<Problem>) {
    let form = &definition.form;
    for step in matter.steps.iter().filter(|key| form.step(key).is_none()) {
        problems.push(Problem::MatterStep {
            matter: matter.key.clone(),
            step: step.clone(),
        });
    }
}

/// Looks at the matter as at a service of its own.
fn check_matter(
    definition: &ServiceDefinition,
    matter: &Matter,
    today: NaiveDate,
    problems: &mut Vec<Problem>,
) {
    let flow = &matter.flow;
    if flow.precheck.is_some() || flow.renewal.is_some() || flow.joint.is_some() {
        problems.push(Problem::MatterFlow(matter.key.clone()));
        return;
    }
    let Some(mut own) = definition.of_matter(&matter.key) else {
        return;
    };
    // What the guide says of materials is said of the whole form.
    own.guide.materials.clear();
    let mut found = Vec::new();
    own.check_limits_of_flow(&mut found);
    flow::check(&own, &mut found);
    expressions::check(&own, today, &mut found);
    own.check_certificate(&mut found);
    problems.extend(found.into_iter().map(|problem| Problem::OfMatter {
        matter: matter.key.clone(),
        problem: Box::new(problem),
    }));
}
