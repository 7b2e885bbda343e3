//! The definition of a form: steps of sections of fields, and slots for materials.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Expression, Field, MaterialSlot};
use crate::Text;

/// Most fields of a form, those of group rows counted once; the longest real ones stay below a third.
pub const MAX_FIELDS: usize = 500;
/// Most steps of a form: who sees "step 1 of 31" does not begin.
pub const MAX_STEPS: usize = 30;
/// Most expressions of a form: more cannot be checked by the two people who publish it.
pub const MAX_EXPRESSIONS: usize = 200;

/// A form. Keys of fields and slots are unique in the whole form. Without a step that is not early,
/// the service cannot be applied for online.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormDefinition {
    /// The steps, each one page.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// One page of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name in the address.
    pub key: String,
    /// Its heading.
    pub title: Text,
    /// A few words before the fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Text>,
    /// Asked in the guided choice (智能导办), before anybody signs in; what was answered there is carried
    /// into the form. Such steps come first.
    #[serde(default)]
    pub early: bool,
    /// The questions.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// The documents to upload.
    #[serde(default)]
    pub materials: Vec<MaterialSlot>,
    /// Shown only if this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Expression>,
}

/// Questions of a page that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading; a page of one section needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// A few words before the fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Text>,
    /// The questions.
    pub fields: Vec<Field>,
    /// Shown only if this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Expression>,
}

impl Step {
    /// Its questions, in order; those of group rows stay inside their group.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }
}

impl FormDefinition {
    /// Whether the service can be applied for online.
    pub fn is_online(&self) -> bool {
        self.steps.iter().any(|step| !step.early)
    }

    /// The steps of the guided choice.
    pub fn early_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.early)
    }

    /// The step that asks this field.
    pub fn step_of(&self, field: &str) -> Option<&Step> {
        let asks = |step: &&Step| step.fields().any(|it| it.key == field);
        self.steps.iter().find(asks)
    }

    /// The step that asks for this material.
    pub fn step_of_material(&self, slot: &str) -> Option<&Step> {
        let asks = |step: &&Step| step.materials.iter().any(|it| it.key == slot);
        self.steps.iter().find(asks)
    }

    /// The step with this key.
    pub fn step(&self, key: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == key)
    }

    /// The questions of all steps, in order; those of group rows stay inside their group.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.steps.iter().flat_map(Step::fields)
    }

    /// The slots of all steps, in order.
    pub fn materials(&self) -> impl Iterator<Item = &MaterialSlot> {
        self.steps.iter().flat_map(|step| &step.materials)
    }

    /// The field with this key, in whichever step; of a cell the field that its column repeats.
    pub fn field(&self, key: &str) -> Option<&Field> {
        let Some((group, rest)) = key.split_once('.') else {
            return self.fields().find(|field| field.key == key);
        };
        let mut fields = self.field(group)?.kind.row_fields();
        let mut rest = rest;
        loop {
            let (_row, column) = rest.split_once('.')?;
            let Some((group, deeper)) = column.split_once('.') else {
                return fields.iter().find(|field| field.key == column);
            };
            fields = fields
                .iter()
                .find(|field| field.key == group)?
                .kind
                .row_fields();
            rest = deeper;
        }
    }

    /// The material slot with this key, in whichever step.
    pub fn material(&self, key: &str) -> Option<&MaterialSlot> {
        self.materials().find(|slot| slot.key == key)
    }

    /// The form with these steps only; all of it when none is named.
    #[must_use]
    pub fn only(&self, steps: &[String]) -> Self {
        let stays = |step: &&Step| steps.is_empty() || steps.contains(&step.key);
        Self {
            steps: self.steps.iter().filter(stays).cloned().collect(),
        }
    }

    /// Whether an answer is one to this form: to a field, to what is asked in the rows of one, or to how a
    /// material is handed in.
    pub fn holds(&self, key: &str) -> bool {
        let base = key.split(['.', ':']).next().unwrap_or_default();
        self.fields().any(|field| field.key == base) || self.material(base).is_some()
    }
}
