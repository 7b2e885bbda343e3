//! Expressions in CEL (Common Expression Language): conditions, checks, eligibility, computed values.
//!
//! CEL terminates, but an expression can still be too long, too deep or too slow to be asked on every
//! request. So each is measured before it may run, and one that is not fit never does.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use cel::IdedExpr;
use cel::parser::PrattParser;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::cost;

/// Most characters of an expression: some ten tests, more than anybody can check by reading.
pub const MAX_EXPRESSION_CHARS: usize = 1000;
/// Most parts inside one another; deeper ones nobody can read.
pub const MAX_EXPRESSION_DEPTH: usize = 32;
/// Where the parser gives up. Its own count is not the depth of the tree: sums lie in one another.
const MAX_PARSER_DEPTH: u16 = 64;
/// Most steps of one evaluation at worst, every list taken at its longest. It is what walking all rows
/// of a group inside all rows of another costs, and takes some milliseconds.
pub const MAX_EXPRESSION_STEPS: u64 = 100_000;

/// An expression as it was written. It is parsed when it is first used, once; a text that is no
/// expression can be held too, since people write it one key at a time.
#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Expression {
    source: String,
    #[serde(skip)]
    parsed: OnceLock<Result<IdedExpr, ExpressionProblem>>,
}

/// An expression is a text in files.
impl JsonSchema for Expression {
    fn schema_name() -> Cow<'static, str> {
        "Expression".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "An expression in CEL (Common Expression Language).",
        })
    }
}

/// Why a text cannot be used as an expression.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExpressionProblem {
    /// More than [`MAX_EXPRESSION_CHARS`] characters.
    #[error("it is longer than {MAX_EXPRESSION_CHARS} characters")]
    TooLong,
    /// Parts lie inside one another deeper than [`MAX_EXPRESSION_DEPTH`].
    #[error("its parts lie too deep inside one another")]
    TooDeep,
    /// It is not CEL.
    #[error("it cannot be read: {0}")]
    Syntax(String),
    /// It could take more than [`MAX_EXPRESSION_STEPS`] steps.
    #[error("it could take too many steps")]
    TooSlow,
    /// It calls something that forms do not have.
    #[error("there is no function {0}")]
    UnknownFunction(String),
}

impl Expression {
    /// Takes a text; nothing is checked before it is used.
    pub fn new(source: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            parsed: OnceLock::new(),
        }
    }

    /// The text as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The expression, ready to be asked.
    ///
    /// # Errors
    /// When it is too long, cannot be read, or could take too many steps.
    pub(super) fn parsed(&self) -> Result<&IdedExpr, &ExpressionProblem> {
        self.parsed.get_or_init(|| parse(&self.source)).as_ref()
    }

    /// Why it cannot be used; `None` when it can.
    pub fn problem(&self) -> Option<&ExpressionProblem> {
        self.parsed().err()
    }

    /// The names of the values that it looks at, in alphabetical order; empty when it cannot be read.
    /// Names that it gives itself, as in `rows.all(r, r.age > 6)`, are not among them.
    pub fn names(&self) -> Vec<&str> {
        let Ok(parsed) = self.parsed() else {
            return Vec::new();
        };
        cost::free_names(parsed).into_iter().collect()
    }
}

fn parse(source: &str) -> Result<IdedExpr, ExpressionProblem> {
    if source.chars().count() > MAX_EXPRESSION_CHARS {
        return Err(ExpressionProblem::TooLong);
    }
    let parsed = PrattParser::new()
        .max_recursion_depth(MAX_PARSER_DEPTH)
        .parse(source)
        .map_err(|errors| ExpressionProblem::Syntax(first_line(&errors)))?;
    if cost::depth(&parsed) > MAX_EXPRESSION_DEPTH {
        return Err(ExpressionProblem::TooDeep);
    }
    if let Some(name) = cost::unknown_function(&parsed) {
        return Err(ExpressionProblem::UnknownFunction(name.to_owned()));
    }
    if cost::steps(&parsed) > MAX_EXPRESSION_STEPS {
        return Err(ExpressionProblem::TooSlow);
    }
    Ok(parsed)
}

/// What the parser found first; what follows is mostly a consequence of it.
fn first_line(errors: &cel::ParseErrors) -> String {
    errors
        .errors
        .first()
        .map(|error| error.msg.clone())
        .unwrap_or_default()
}

impl Clone for Expression {
    /// The copy is parsed anew when it is used: definitions are copied to be changed.
    fn clone(&self) -> Self {
        Self::new(self.source.clone())
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Expression {}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

impl From<&str> for Expression {
    fn from(source: &str) -> Self {
        Self::new(source)
    }
}
