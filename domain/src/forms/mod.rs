//! Forms: their definition, what was answered, and what is wrong with it.

mod answers;
mod cell;
mod corrected;
mod cost;
mod deciding;
mod definition;
mod expression;
mod facts;
mod field;
mod foresight;
mod moved;
mod paper;
mod reading;
mod registers;
mod reuse;
mod sentence;
mod shown;
mod slot;
mod trial;
mod validate;
mod value;

pub use answers::{
    Answer, AnswerSource, Answers, MAX_OBJECTION_CHARS, apply_posted, objection_name,
};
pub use cell::cell;
use cell::row_of;
pub use corrected::{Corrected, corrected};
pub use definition::{FormDefinition, MAX_EXPRESSIONS, MAX_FIELDS, MAX_STEPS, Section, Step};
pub use expression::{
    Expression, ExpressionProblem, MAX_EXPRESSION_CHARS, MAX_EXPRESSION_DEPTH, MAX_EXPRESSION_STEPS,
};
pub use facts::Fault;
pub use field::{
    CertificateLine, Check, ChoiceOption, Field, FieldKind, MAX_ANSWER_CHARS, MAX_DECIMAL_PLACES,
    MAX_OPTIONS, MAX_ROWS, Prefill, Relation,
};
pub use foresight::Foresight;
pub use moved::{Change, ChangeKind, Lost, Moved, moved};
pub use paper::note_papers;
pub use reading::Reading;
pub use registers::{Register, RegisterField};
pub use reuse::{Earlier, Named};
pub use sentence::{Claim, MAX_GROUPS, Sentence, Subject, Test, Word};
pub use slot::{
    Commitment, Exemption, FileKind, MAX_MATERIAL_BYTES, MAX_MATERIALS_PER_SLOT, MAX_SLOTS,
    MaterialSlot, SlotAnswer,
};
pub use trial::{Sight, Trial};
pub use validate::{FieldError, FieldProblem, Materials};
