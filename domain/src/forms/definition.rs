//! The definition of a form: steps of fields and slots for materials.

use serde::{Deserialize, Serialize};

use super::{Answers, Condition, RegisterField};
use crate::Text;

/// Most bytes of one uploaded file: a scan of some ten pages.
pub const MAX_MATERIAL_BYTES: usize = 20 * 1024 * 1024;
/// Most files in one slot: the sides and pages of one document.
pub const MAX_MATERIALS_PER_SLOT: usize = 5;
/// Most characters of any one value; a definition cannot allow more.
pub const MAX_ANSWER_CHARS: usize = 4000;
/// Most fields of a form; the longest real ones stay below a third of it.
pub const MAX_FIELDS: usize = 500;
/// Most steps of a form.
pub const MAX_STEPS: usize = 30;

/// A form. Keys of fields and slots are unique in the whole form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormDefinition {
    /// The steps, each one page.
    pub steps: Vec<Step>,
}

/// One page of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name in the address.
    pub key: String,
    /// Its heading.
    pub title: Text,
    /// A few words before the fields.
    #[serde(default)]
    pub intro: Option<Text>,
    /// The questions.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// The documents to upload.
    #[serde(default)]
    pub materials: Vec<MaterialSlot>,
    /// Shown only if this holds.
    #[serde(default)]
    pub when: Option<Condition>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in the answers.
    pub key: String,
    /// The question.
    pub label: Text,
    /// Help under the question.
    #[serde(default)]
    pub hint: Option<Text>,
    /// What kind of answer is wanted.
    pub kind: FieldKind,
    /// Whether it must be answered.
    #[serde(default)]
    pub required: bool,
    /// The register value that it is filled with.
    #[serde(default)]
    pub prefill: Option<RegisterField>,
    /// Whether a value from a register is fixed; see [`Field::is_locked`].
    #[serde(default)]
    pub locked: bool,
    /// Shown only if this holds.
    #[serde(default)]
    pub when: Option<Condition>,
}

/// Kind of answer. Written in JSON as `{"type": "text", "max": 50}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum FieldKind {
    /// One line.
    Text {
        /// Most characters; 100 when not said.
        #[serde(default = "default_line")]
        max: u16,
    },
    /// Several lines.
    LongText {
        /// Most characters; 500 when not said.
        #[serde(default = "default_lines")]
        max: u16,
    },
    /// A whole number.
    Number {
        /// The least.
        #[serde(default)]
        min: Option<i64>,
        /// The greatest.
        #[serde(default)]
        max: Option<i64>,
    },
    /// A date, stored as `YYYY-MM-DD`.
    Date {
        /// Today or earlier only.
        #[serde(default)]
        past: bool,
        /// Today or later only.
        #[serde(default)]
        future: bool,
    },
    /// An identity number.
    ResidentId,
    /// A mobile number.
    Phone,
    /// An e-mail address.
    Email,
    /// One of several.
    Choice {
        /// What can be chosen.
        options: Vec<ChoiceOption>,
    },
    /// Any of several.
    Choices {
        /// What can be chosen.
        options: Vec<ChoiceOption>,
    },
    /// Yes or no, stored as `yes` or `no`.
    YesNo,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Its name in the answers.
    pub value: String,
    /// What people read.
    pub label: Text,
}

/// A place for files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MaterialSlot {
    /// Its name; shares one name space with the fields.
    pub key: String,
    /// What document goes here.
    pub name: Text,
    /// Help under the name.
    #[serde(default)]
    pub hint: Option<Text>,
    /// Whether at least one file must be there.
    #[serde(default)]
    pub required: bool,
    /// Which files are taken; all that we know when not said.
    #[serde(default = "FileKind::all")]
    pub accepts: Vec<FileKind>,
    /// Shown only if this holds.
    #[serde(default)]
    pub when: Option<Condition>,
}

/// A file format that can be uploaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

keys!(FileKind { Pdf = "pdf", Jpeg = "jpeg", Png = "png" });

const fn default_line() -> u16 {
    100
}

const fn default_lines() -> u16 {
    500
}

impl FileKind {
    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The usual ending of a file name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// The format with this media type, parameters aside; `None` for one that we do not take.
    pub fn from_media_type(media_type: &str) -> Option<Self> {
        let essence = media_type.split(';').next().unwrap_or_default().trim();
        Self::ALL
            .into_iter()
            .find(|kind| essence.eq_ignore_ascii_case(kind.media_type()))
    }

    fn all() -> Vec<Self> {
        Self::ALL.to_vec()
    }
}

impl Field {
    /// Whether the answer cannot be edited: the field is locked and a register has filled it. Where the
    /// register knew nothing, the applicant can answer, else the form could never be finished.
    pub fn is_locked(&self, answers: &Answers) -> bool {
        self.locked
            && answers
                .get(&self.key)
                .is_some_and(|answer| !answer.source.is_typed())
    }
}

impl FormDefinition {
    /// The step with this key.
    pub fn step(&self, key: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == key)
    }

    /// The field with this key, in whichever step.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.steps
            .iter()
            .flat_map(|step| &step.fields)
            .find(|field| field.key == key)
    }

    /// The material slot with this key, in whichever step.
    pub fn material(&self, key: &str) -> Option<&MaterialSlot> {
        self.steps
            .iter()
            .flat_map(|step| &step.materials)
            .find(|slot| slot.key == key)
    }

    /// The answers to questions that are really asked. An answer given earlier to a question that has
    /// since disappeared is left out, and so decides nothing any more. Conditions look only backwards
    /// in the form (checked before publication), so one walk in order settles it.
    pub fn relevant(&self, answers: &Answers) -> Answers {
        let mut kept = Answers::default();
        for step in &self.steps {
            if !holds(step.when.as_ref(), &kept) {
                continue;
            }
            for field in &step.fields {
                if holds(field.when.as_ref(), &kept)
                    && let Some(answer) = answers.get(&field.key)
                {
                    kept.insert(&field.key, answer.clone());
                }
            }
        }
        kept
    }

    /// The steps that these answers lead through.
    pub fn visible_steps(&self, answers: &Answers) -> Vec<&Step> {
        let relevant = self.relevant(answers);
        self.steps
            .iter()
            .filter(|step| holds(step.when.as_ref(), &relevant))
            .collect()
    }

    /// The visible step after this one; `None` after the last, or when the key is unknown.
    pub fn next_step(&self, key: &str, answers: &Answers) -> Option<&Step> {
        let place = self.place(key)?;
        let later = |step: &&Step| self.place(&step.key) > Some(place);
        self.visible_steps(answers).into_iter().find(later)
    }

    /// The visible step before this one; `None` before the first, or when the key is unknown.
    pub fn previous_step(&self, key: &str, answers: &Answers) -> Option<&Step> {
        let place = self.place(key)?;
        let earlier = |step: &&Step| self.place(&step.key) < Some(place);
        self.visible_steps(answers).into_iter().rfind(earlier)
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.key == key)
    }
}

/// The questions of a step that are asked. Give it [`FormDefinition::relevant`] answers.
pub fn visible_fields<'a>(step: &'a Step, answers: &Answers) -> Vec<&'a Field> {
    step.fields
        .iter()
        .filter(|field| holds(field.when.as_ref(), answers))
        .collect()
}

/// The material slots of a step that are shown. Give it [`FormDefinition::relevant`] answers.
pub fn visible_materials<'a>(step: &'a Step, answers: &Answers) -> Vec<&'a MaterialSlot> {
    step.materials
        .iter()
        .filter(|slot| holds(slot.when.as_ref(), answers))
        .collect()
}

fn holds(condition: Option<&Condition>, answers: &Answers) -> bool {
    condition.is_none_or(|condition| condition.holds(answers))
}
