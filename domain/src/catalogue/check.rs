//! What is wrong with a definition, found before it is published.

use super::ServiceDefinition;

/// A mistake in a definition. Keys name the step, field or slot that has it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DefinitionProblem {
    /// The form has no step.
    #[error("the form has no step")]
    EmptyForm,
}

impl ServiceDefinition {
    /// Every mistake, in reading order; empty when the definition can be published.
    pub fn check(&self) -> Vec<DefinitionProblem> {
        if self.form.steps.is_empty() {
            vec![DefinitionProblem::EmptyForm]
        } else {
            Vec::new()
        }
    }
}
