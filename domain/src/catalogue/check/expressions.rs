//! Every expression of a definition: it can be read, looks only at what is asked before it, and neither
//! fails nor guards something that can never be reached.

use chrono::NaiveDate;

use super::DefinitionProblem as Problem;
use crate::catalogue::ServiceDefinition;
use crate::forms::{Expression, Field, FormDefinition, MAX_EXPRESSIONS, Sight};

/// What an expression is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// Something is shown, chosen or decided when it holds.
    Condition,
    /// Something must hold, or is worked out.
    Other,
}

pub(super) fn check(definition: &ServiceDefinition, today: NaiveDate, problems: &mut Vec<Problem>) {
    let mut checker = Checker {
        sight: Sight::default(),
        today,
        count: 0,
        problems,
    };
    let form = &definition.form;
    checker.walk_form(form);
    if checker.count > MAX_EXPRESSIONS {
        checker.problems.push(Problem::TooManyExpressions);
    }
    if let Some(automatic) = &definition.flow.automatic {
        checker.look("flow", &automatic.approve_when, Purpose::Condition);
    }
    for step in definition.flow.steps() {
        if let Some(rule) = &step.agree_when {
            checker.look(&step.key, rule, Purpose::Condition);
        }
    }
    if let Some(joint) = &definition.flow.joint {
        checker.condition("joint", joint.together_when.as_ref());
        for matter in &joint.matters {
            checker.condition(&matter.key, matter.when.as_ref());
        }
    }
    checker.walk_choice(definition);
}

/// A walk through the form that knows what has been asked so far.
struct Checker<'f, 'p> {
    sight: Sight<'f>,
    today: NaiveDate,
    count: usize,
    problems: &'p mut Vec<Problem>,
}

impl<'f> Checker<'f, '_> {
    fn walk_form(&mut self, form: &'f FormDefinition) {
        for step in &form.steps {
            self.condition(&step.key, step.when.as_ref());
            for section in &step.sections {
                self.condition(&step.key, section.when.as_ref());
                for field in &section.fields {
                    self.walk_field(&field.key, field);
                    self.sight.fields.push(field);
                }
            }
            for slot in &step.materials {
                self.condition(&slot.key, slot.when.as_ref());
            }
        }
    }

    fn walk_field(&mut self, place: &str, field: &'f Field) {
        self.condition(place, field.when.as_ref());
        if let Some(computed) = &field.computed {
            self.look(place, computed, Purpose::Other);
        }
        // A check looks at the answer itself too.
        if self.sight.rows.is_empty() {
            self.sight.fields.push(field);
        }
        for check in &field.checks {
            self.look(place, &check.holds, Purpose::Other);
        }
        if self.sight.rows.is_empty() {
            self.sight.fields.pop();
        }
        let columns = field.kind.row_fields();
        if !columns.is_empty() {
            self.sight.rows.insert(0, columns);
            for column in columns {
                self.walk_field(&format!("{place}/{}", column.key), column);
            }
            self.sight.rows.remove(0);
        }
    }

    /// Guided choice and list of materials see the early questions only.
    fn walk_choice(&mut self, definition: &'f ServiceDefinition) {
        let early = definition.form.early_steps();
        self.sight.fields = early.flat_map(crate::forms::Step::fields).collect();
        for rule in &definition.choice.eligibility {
            self.look("choice", &rule.fails_when, Purpose::Condition);
        }
        for scenario in &definition.choice.scenarios {
            self.condition(&scenario.key, scenario.when.as_ref());
        }
        for material in &definition.guide.materials {
            self.condition(&material.key, material.when.as_ref());
        }
    }

    fn condition(&mut self, place: &str, condition: Option<&Expression>) {
        if let Some(condition) = condition {
            self.look(place, condition, Purpose::Condition);
        }
    }

    fn look(&mut self, place: &str, expression: &Expression, purpose: Purpose) {
        self.count += 1;
        let place = place.to_owned();
        if let Some(problem) = expression.problem() {
            let problem = problem.to_string();
            self.problems
                .push(Problem::BadExpression { place, problem });
            return;
        }
        let unknown = expression
            .names()
            .into_iter()
            .find(|name| !self.sight.sees(name));
        if let Some(field) = unknown {
            let field = field.to_owned();
            self.problems.push(Problem::UnknownField { place, field });
            return;
        }
        let trial = self.sight.try_out(expression, self.today);
        if let Some(fault) = trial.fault {
            let reason = fault.reason.to_owned();
            self.problems.push(Problem::Fails { place, reason });
        } else if trial.never_holds && purpose == Purpose::Condition {
            self.problems.push(Problem::NeverHolds(place));
        }
    }
}
