//! Places for materials (材料), and the ways to answer one without a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Expression, RegisterField};
use crate::Text;
use crate::calendar::TimeLimit;

/// Most bytes of one uploaded file: a scan of some ten pages.
pub const MAX_MATERIAL_BYTES: usize = 20 * 1024 * 1024;
/// Most files in one slot: the sides and pages of one document.
pub const MAX_MATERIALS_PER_SLOT: usize = 5;
/// Most slots of a form: who has to bring more than twenty documents needs a counter.
pub const MAX_SLOTS: usize = 20;

/// A place for files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialSlot {
    /// Key of the material in the guide; shares one name space with the fields.
    pub key: String,
    /// What document goes here.
    pub name: Text,
    /// Help under the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// Whether it must be answered: by a file, or in one of the ways below.
    #[serde(default)]
    pub required: bool,
    /// Which files are taken; all that we know when not said.
    #[serde(default = "FileKind::all")]
    pub accepts: Vec<FileKind>,
    /// Shown only if this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Expression>,
    /// What answers it without a file (免证办).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempt: Option<Exemption>,
    /// How long it may follow later (容缺后补), from acceptance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deferrable: Option<TimeLimit>,
    /// The promise that stands in for it (告知承诺).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<Commitment>,
    /// How many months a file of this kind stays good and is offered again from the applicant's own
    /// library; never when not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reusable_months: Option<u16>,
}

/// What answers a slot without a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Exemption {
    /// A valid certificate of this type in the applicant's wallet (电子证照).
    Certificate(String),
    /// A register that knows this value of the applicant (数据共享).
    Register(RegisterField),
}

/// A promise in place of a proof (告知承诺).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// What the applicant is told: what must be so, and what follows if it is not.
    pub notice: Text,
    /// What the applicant promises.
    pub promise: Text,
}

/// How the applicant answers a slot. Stored as the answer of the slot's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlotAnswer {
    /// With files.
    #[default]
    Files,
    /// A certificate or a register answers it.
    Exempt,
    /// The file follows later.
    Later,
    /// A promise stands in for it.
    Promise,
    /// The paper was shown or handed in at a counter (窗口收取), which only the officer there can say.
    Paper,
}

keys!(SlotAnswer {
    Files = "files",
    Exempt = "exempt",
    Later = "later",
    Promise = "promise",
    Paper = "paper",
});

/// A file format that can be uploaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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

impl MaterialSlot {
    /// The ways in which an applicant can answer this slot, files first.
    pub fn ways(&self) -> Vec<SlotAnswer> {
        let offered = [
            (SlotAnswer::Files, true),
            (SlotAnswer::Exempt, self.exempt.is_some()),
            (SlotAnswer::Later, self.deferrable.is_some()),
            (SlotAnswer::Promise, self.commitment.is_some()),
        ];
        let offered = offered.into_iter().filter(|(_, is_offered)| *is_offered);
        offered.map(|(way, _)| way).collect()
    }

    /// The ways at a counter, where every slot can be answered on paper: nobody who stands there with the
    /// original is sent away to photograph it.
    pub fn ways_at_counter(&self) -> Vec<SlotAnswer> {
        let mut ways = self.ways();
        ways.push(SlotAnswer::Paper);
        ways
    }
}
