//! Conditions as sentences: what people choose from lists, and the expression that it means.
//!
//! A sentence says less than an expression can. What it says, it says without loss: its expression reads
//! back as the same sentence.

use std::fmt;

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, LiteralValue, operators};

use super::Expression;

/// Most groups of tests in a sentence: more cannot be followed by reading.
pub const MAX_GROUPS: usize = 2;
/// Most parts of a name: the row, a question in it, a part of its answer.
const MAX_PARTS: usize = 3;

/// A condition in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
    /// One test.
    Test(Test),
    /// All of several hold.
    All(Vec<Sentence>),
    /// At least one of several holds.
    Any(Vec<Sentence>),
}

/// One test of one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// What is looked at.
    pub subject: Subject,
    /// What must be so.
    pub claim: Claim,
}

/// What a test looks at. Names are those of questions, in a row `row.name`, of a part `home.division`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The answer itself.
    Answer(String),
    /// How many rows, or how many options, the answer has.
    Count(String),
    /// The full years since the date that was answered.
    Age(String),
}

/// What must be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// It is this.
    Is(Word),
    /// It is anything but this; also where nothing was answered.
    IsNot(Word),
    /// It is one of these.
    OneOf(Vec<Word>),
    /// It is this or more; of dates, this day or later.
    AtLeast(Word),
    /// It is this or less; of dates, this day or earlier.
    AtMost(Word),
    /// This is among what was chosen.
    Includes(Word),
    /// There is an answer.
    Answered,
}

/// A value in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// A text, a date or an option.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with decimal places, as it is written.
    Decimal(String),
    /// Yes or no.
    Truth(bool),
}

impl Word {
    /// A number with decimal places; `None` for one that cannot be written without an exponent.
    pub fn decimal(number: f64) -> Option<Self> {
        let written = format!("{number:?}");
        let plain = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
        (written.contains('.') && written.chars().all(plain)).then_some(Self::Decimal(written))
    }
}

impl Subject {
    /// Reads a subject as expressions write it.
    pub fn parse(text: &str) -> Option<Self> {
        subject(Expression::new(text).parsed().ok()?)
    }

    /// The name that is looked at.
    pub fn name(&self) -> &str {
        match self {
            Self::Answer(name) | Self::Count(name) | Self::Age(name) => name,
        }
    }
}

impl Sentence {
    /// The sentence that an expression says; `None` when it says more than a sentence can.
    pub fn read(expression: &Expression) -> Option<Self> {
        let parsed = expression.parsed().ok()?;
        sentence(parsed)
    }

    /// The expression that means this.
    pub fn expression(&self) -> Expression {
        Expression::new(self.to_string())
    }

    /// The tests of a sentence in order, each with the group that it belongs to, from 1; 0 for one that
    /// stands by itself. Before them whether all of these must hold; of the tests of a group, then, any,
    /// and the other way round. `None` for a sentence that is nested deeper, or has more than
    /// [`MAX_GROUPS`] groups.
    pub fn lines(&self) -> Option<(bool, Vec<(usize, &Test)>)> {
        let (all, parts) = match self {
            Self::Test(test) => return Some((true, vec![(0, test)])),
            Self::All(parts) => (true, parts),
            Self::Any(parts) => (false, parts),
        };
        let (mut lines, mut groups) = (Vec::new(), 0);
        for part in parts {
            let inner = match part {
                Self::Test(test) => {
                    lines.push((0, test));
                    continue;
                }
                Self::All(inner) if !all => inner,
                Self::Any(inner) if all => inner,
                Self::All(_) | Self::Any(_) => return None,
            };
            groups += 1;
            for test in inner {
                let Self::Test(test) = test else { return None };
                lines.push((groups, test));
            }
        }
        (groups <= MAX_GROUPS).then_some((all, lines))
    }

    /// Tests and their groups, as [`Sentence::lines`] has them, as one sentence; `None` of no test at all. A
    /// group stands where its first test does, and one of a single test is that test.
    pub fn of(all: bool, lines: Vec<(usize, Test)>) -> Option<Self> {
        let mut parts: Vec<(usize, Vec<Self>)> = Vec::new();
        for (group, test) in lines {
            let test = Self::Test(test);
            match parts.iter_mut().find(|(of, _)| group > 0 && *of == group) {
                Some((_, tests)) => tests.push(test),
                None => parts.push((group, vec![test])),
            }
        }
        let inner = parts.into_iter();
        joint(
            all,
            inner.filter_map(|(_, tests)| joint(!all, tests)).collect(),
        )
    }
}

/// Several sentences as one.
fn joint(all: bool, mut parts: Vec<Sentence>) -> Option<Sentence> {
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ if all => Some(Sentence::All(parts)),
        _ => Some(Sentence::Any(parts)),
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (parts, joint) = match self {
            Self::Test(test) => return test.fmt(f),
            Self::All(parts) => (parts, " && "),
            Self::Any(parts) => (parts, " || "),
        };
        for (place, part) in parts.iter().enumerate() {
            if place > 0 {
                f.write_str(joint)?;
            }
            match part {
                Self::Test(test) => test.fmt(f)?,
                group => write!(f, "({group})")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let subject = &self.subject;
        match &self.claim {
            Claim::Is(Word::Truth(true)) => write!(f, "{subject}"),
            Claim::Is(Word::Truth(false)) => write!(f, "!{subject}"),
            Claim::Is(word) => write!(f, "{subject} == {word}"),
            Claim::IsNot(word) => write!(f, "{subject} != {word}"),
            Claim::AtLeast(word) => write!(f, "{subject} >= {word}"),
            Claim::AtMost(word) => write!(f, "{subject} <= {word}"),
            Claim::Includes(word) => write!(f, "{word} in {subject}"),
            Claim::Answered => write!(f, "{subject} != null"),
            Claim::OneOf(words) => {
                write!(f, "{subject} in [")?;
                for (place, word) in words.iter().enumerate() {
                    let comma = if place > 0 { ", " } else { "" };
                    write!(f, "{comma}{word}")?;
                }
                f.write_str("]")
            }
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(name) => f.write_str(name),
            Self::Count(name) => write!(f, "size({name})"),
            Self::Age(name) => write!(f, "age({name})"),
        }
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(number) => write!(f, "{number}"),
            Self::Decimal(written) => f.write_str(written),
            Self::Truth(truth) => write!(f, "{truth}"),
            Self::Text(text) => {
                f.write_str("'")?;
                for letter in text.chars() {
                    match letter {
                        '\'' | '\\' => write!(f, "\\{letter}")?,
                        '\n' => f.write_str("\\n")?,
                        '\r' => f.write_str("\\r")?,
                        '\t' => f.write_str("\\t")?,
                        letter => write!(f, "{letter}")?,
                    }
                }
                f.write_str("'")
            }
        }
    }
}

fn sentence(expr: &IdedExpr) -> Option<Sentence> {
    if let Expr::Call(call) = &expr.expr {
        let is = |name: &str| call.func_name == name;
        if is(operators::LOGICAL_AND) {
            return joined(call, operators::LOGICAL_AND).map(Sentence::All);
        }
        if is(operators::LOGICAL_OR) {
            return joined(call, operators::LOGICAL_OR).map(Sentence::Any);
        }
    }
    test(expr).map(Sentence::Test)
}

/// The parts that an operator joins, however the parser has bracketed them.
fn joined(call: &CallExpr, operator: &str) -> Option<Vec<Sentence>> {
    let mut parts = Vec::new();
    for argument in &call.args {
        match &argument.expr {
            Expr::Call(inner) if inner.func_name == operator => {
                parts.extend(joined(inner, operator)?);
            }
            _ => parts.push(sentence(argument)?),
        }
    }
    Some(parts)
}

fn test(expr: &IdedExpr) -> Option<Test> {
    let claim = |subject, claim| Some(Test { subject, claim });
    let Expr::Call(call) = &expr.expr else {
        return claim(subject(expr)?, Claim::Is(Word::Truth(true)));
    };
    match (call.func_name.as_str(), call.args.as_slice()) {
        (operators::LOGICAL_NOT, [of]) => claim(subject(of)?, Claim::Is(Word::Truth(false))),
        (operators::EQUALS, [of, value]) => claim(subject(of)?, Claim::Is(word(value)?)),
        (operators::NOT_EQUALS, [of, value]) if is_null(value) => {
            claim(subject(of)?, Claim::Answered)
        }
        (operators::NOT_EQUALS, [of, value]) => claim(subject(of)?, Claim::IsNot(word(value)?)),
        (operators::GREATER_EQUALS, [of, value]) => {
            claim(subject(of)?, Claim::AtLeast(word(value)?))
        }
        (operators::LESS_EQUALS, [of, value]) => claim(subject(of)?, Claim::AtMost(word(value)?)),
        (operators::IN, [of, values]) => match &values.expr {
            Expr::List(list) if list.optional_indices.is_empty() => {
                let words: Option<Vec<Word>> = list.elements.iter().map(word).collect();
                claim(
                    subject(of)?,
                    Claim::OneOf(words.filter(|words| !words.is_empty())?),
                )
            }
            _ => claim(subject(values)?, Claim::Includes(word(of)?)),
        },
        _ => claim(subject(expr)?, Claim::Is(Word::Truth(true))),
    }
}

fn is_null(expr: &IdedExpr) -> bool {
    matches!(expr.expr, Expr::Literal(LiteralValue::Null))
}

fn subject(expr: &IdedExpr) -> Option<Subject> {
    let Expr::Call(call) = &expr.expr else {
        return name(expr).map(Subject::Answer);
    };
    match (call.func_name.as_str(), &call.target, call.args.as_slice()) {
        ("size", None, [of]) => name(of).map(Subject::Count),
        ("age", None, [of]) => name(of).map(Subject::Age),
        _ => None,
    }
}

fn name(expr: &IdedExpr) -> Option<String> {
    let mut parts = Vec::new();
    let mut at = &expr.expr;
    loop {
        match at {
            Expr::Ident(root) => {
                parts.push(root.as_str());
                break;
            }
            Expr::Select(select) if !select.test && parts.len() < MAX_PARTS => {
                parts.push(select.field.as_str());
                at = &select.operand.expr;
            }
            _ => return None,
        }
    }
    parts.reverse();
    let plain = |part: &&str| {
        let letters = part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        letters && part.starts_with(|first: char| first.is_ascii_alphabetic())
    };
    (parts.len() <= MAX_PARTS && parts.iter().all(plain)).then(|| parts.join("."))
}

fn word(expr: &IdedExpr) -> Option<Word> {
    match &expr.expr {
        Expr::Literal(LiteralValue::String(text)) => Some(Word::Text(text.inner().to_owned())),
        Expr::Literal(LiteralValue::Int(number)) => Some(Word::Whole(*number.inner())),
        Expr::Literal(LiteralValue::Double(number)) => Word::decimal(*number.inner()),
        Expr::Literal(LiteralValue::Boolean(truth)) => Some(Word::Truth(*truth.inner())),
        _ => None,
    }
}
