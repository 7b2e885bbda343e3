//! Forms: their definition, what was answered, and what is wrong with it.

mod answers;
mod condition;
mod definition;
mod registers;
mod shown;
mod validate;
mod value;

pub use answers::{Answer, AnswerSource, Answers, apply_posted};
pub use condition::Condition;
pub use definition::{
    ChoiceOption, Field, FieldKind, FileKind, FormDefinition, MAX_ANSWER_CHARS, MAX_FIELDS,
    MAX_MATERIAL_BYTES, MAX_MATERIALS_PER_SLOT, MAX_STEPS, MaterialSlot, Step, visible_fields,
    visible_materials,
};
pub use registers::{Register, RegisterField};
pub use validate::{FieldError, FieldProblem, Materials, validate, validate_step};
