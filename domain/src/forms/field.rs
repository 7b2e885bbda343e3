//! A question of a form, and the kinds of answer that there are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answers, Expression, RegisterField};
use crate::Text;

/// Most characters of any one value; a definition cannot allow more.
pub const MAX_ANSWER_CHARS: usize = 4000;
/// Most rows of one group: a school class, or the vehicles of a middling company. Longer lists come as
/// a file.
pub const MAX_ROWS: usize = 100;
/// Most options of a choice: the departments of a city, or the countries of the world.
pub const MAX_OPTIONS: usize = 300;
/// Most decimal places of a number: what currencies and areas need, and what a `double` keeps exactly.
pub const MAX_DECIMAL_PLACES: u8 = 4;

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in the answers and in expressions.
    pub key: String,
    /// The question.
    pub label: Text,
    /// Help under the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// What kind of answer is wanted.
    pub kind: FieldKind,
    /// Whether it must be answered.
    #[serde(default)]
    pub required: bool,
    /// Where it is filled in from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefill: Option<Prefill>,
    /// Whether a value that was filled in is fixed; see [`Field::is_locked`].
    #[serde(default)]
    pub locked: bool,
    /// Shown only if this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Expression>,
    /// Not asked, but worked out from other answers; then it cannot be typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<Expression>,
    /// What must hold of the answer beside being of its kind. Not judged while an answer that it looks
    /// at is missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
}

/// A check of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What must hold.
    pub holds: Expression,
    /// What people read when it does not.
    pub message: Text,
}

/// Where a value comes from that nobody has to type. Written in JSON as `{"register": "name"}`,
/// `{"certificate": {"type_code": "…", "line": "…"}}` or `"earlier"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Prefill {
    /// A register of a department.
    Register(RegisterField),
    /// A line of a certificate in the applicant's wallet.
    Certificate(CertificateLine),
    /// What the applicant answered to a question of this key and kind in an earlier application; filled
    /// in only with the applicant's yes, and never locked.
    Earlier,
}

/// A line of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateLine {
    /// The type code of the certificate (证照类型代码).
    pub type_code: String,
    /// Chinese label of the line, as it stands on the certificate.
    pub line: String,
}

/// Kind of answer. Written in JSON as `{"type": "text", "max": 50}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum FieldKind {
    /// One line. In expressions a string.
    Text {
        /// Most characters; 100 when not said.
        #[serde(default = "default_line")]
        max: u16,
    },
    /// Several lines. In expressions a string.
    LongText {
        /// Most characters; 500 when not said.
        #[serde(default = "default_lines")]
        max: u16,
    },
    /// A whole number. In expressions an int.
    Number {
        /// The least.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        /// The greatest.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
        /// What is counted, such as 人 or 平方米.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<Text>,
    },
    /// A number with decimal places: money, areas. In expressions a double.
    Decimal {
        /// How many places at most.
        places: u8,
        /// The least.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<i64>,
        /// The greatest.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<i64>,
        /// What is measured, such as 元.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<Text>,
    },
    /// A date, stored as `YYYY-MM-DD`. In expressions that string: earlier dates are smaller.
    Date {
        /// Today or earlier only.
        #[serde(default)]
        past: bool,
        /// Today or later only.
        #[serde(default)]
        future: bool,
    },
    /// An identity number (公民身份号码). In expressions a string.
    ResidentId,
    /// A unified social credit code (统一社会信用代码). In expressions a string.
    CreditCode,
    /// A mobile number. In expressions a string.
    Phone,
    /// An e-mail address. In expressions a string.
    Email,
    /// One of several. In expressions the string of the option.
    Choice {
        /// What can be chosen.
        options: Vec<ChoiceOption>,
    },
    /// Any of several. In expressions a list of strings.
    Choices {
        /// What can be chosen.
        options: Vec<ChoiceOption>,
    },
    /// Yes or no, stored as `yes` or `no`. In expressions a bool.
    YesNo,
    /// A sentence to agree to, stored as `yes`. In expressions a bool.
    Declaration {
        /// The sentence.
        text: Text,
    },
    /// An administrative division, stored by its code. In expressions that string.
    Division,
    /// A division and the address in it: two values. In expressions a map of `division` and `detail`.
    Address,
    /// A person or an organisation: who it is to the applicant, name and number, three values. The number
    /// is the identity number, of an organisation its unified social credit code. In expressions a map of
    /// `relation`, `name` and `number`.
    ///
    /// Pages offer the applicant and whom the applicant has named in earlier applications. There is no
    /// register of families that could be asked, so nobody is filled in without a choice, and what is said
    /// of a relation is the applicant's word.
    Person {
        /// Who can be named.
        relations: Vec<Relation>,
    },
    /// Rows of the same questions. Its values are the names of the rows; see [`super::Cell`]. In
    /// expressions a list of maps by the keys of the questions.
    Group {
        /// The questions of a row; another group among them is the last level.
        fields: Vec<Field>,
        /// What one row is, such as 子女.
        row: Text,
        /// Fewest rows.
        #[serde(default)]
        min: u8,
        /// Most rows, at most [`MAX_ROWS`]; 10 when not said.
        #[serde(default = "default_rows")]
        max: u8,
    },
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Its name in the answers.
    pub value: String,
    /// What people read.
    pub label: Text,
}

/// Who a person is to the applicant.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// 本人.
    Me,
    /// 配偶.
    Spouse,
    /// 子女.
    Child,
    /// 父母.
    Parent,
    /// 其他家庭成员.
    Family,
    /// 其他人.
    Other,
    /// 本单位: an organisation that the applicant acts for.
    Organisation,
}

keys!(Relation {
    Me = "me",
    Spouse = "spouse",
    Child = "child",
    Parent = "parent",
    Family = "family",
    Other = "other",
    Organisation = "organisation",
});

const fn default_line() -> u16 {
    100
}

const fn default_lines() -> u16 {
    500
}

const fn default_rows() -> u8 {
    10
}

impl Field {
    /// Whether the answer cannot be edited: it is computed, or the field is locked and somebody other
    /// than the applicant has filled it. Where the register knew nothing, the applicant can answer, else
    /// the form could never be finished. `key` is the key of the answer, which differs in rows.
    pub fn is_locked(&self, key: &str, answers: &Answers) -> bool {
        let filled = || {
            answers
                .get(key)
                .is_some_and(|answer| !answer.source.is_own())
        };
        self.computed.is_some() || self.locked && filled()
    }

    /// Whether anything about it depends on the row that it stands in.
    pub(super) fn looks_at_row(&self) -> bool {
        self.when.is_some() || self.computed.is_some() || !self.kind.row_fields().is_empty()
    }
}

impl FieldKind {
    /// The names of the parts of an answer that has several, in the order of its values; empty for a
    /// kind of one value. A page posts each part as `key:part`.
    pub const fn parts(&self) -> &'static [&'static str] {
        match self {
            Self::Address => &["division", "detail"],
            Self::Person { .. } => &["relation", "name", "number"],
            _ => &[],
        }
    }

    /// Whether an answer of this kind can be filled in from there. Who agrees to something does so anew each
    /// time; an address or a person in the words of a register or a certificate is not in its parts.
    pub const fn can_come_from(&self, source: &Prefill) -> bool {
        match self {
            Self::Declaration { .. } | Self::Group { .. } => false,
            Self::Address | Self::Person { .. } => matches!(source, Prefill::Earlier),
            _ => true,
        }
    }

    /// The questions of a row; empty for what is no group.
    pub fn row_fields(&self) -> &[Field] {
        match self {
            Self::Group { fields, .. } => fields,
            _ => &[],
        }
    }

    /// The options of a choice; empty for what is none.
    pub fn options(&self) -> &[ChoiceOption] {
        match self {
            Self::Choice { options } | Self::Choices { options } => options,
            _ => &[],
        }
    }

    /// The name of the kind, as in JSON.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::LongText { .. } => "long_text",
            Self::Number { .. } => "number",
            Self::Decimal { .. } => "decimal",
            Self::Date { .. } => "date",
            Self::ResidentId => "resident_id",
            Self::CreditCode => "credit_code",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Choice { .. } => "choice",
            Self::Choices { .. } => "choices",
            Self::YesNo => "yes_no",
            Self::Declaration { .. } => "declaration",
            Self::Division => "division",
            Self::Address => "address",
            Self::Person { .. } => "person",
            Self::Group { .. } => "group",
        }
    }
}
