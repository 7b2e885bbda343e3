//! Texts that officers begin a notice, reason or opinion with (意见模板).

use crate::cases::{EventKind, MAX_OPINION_CHARS};

/// Most templates of one department.
pub const MAX_TEMPLATES: usize = 100;

/// Most characters of the name of a template.
pub const MAX_TEMPLATE_NAME_CHARS: usize = 60;

/// What a case puts in place of a mark in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Placeholder {
    /// 办件编号.
    Number,
    /// 事项名称.
    Service,
    /// 今天的日期.
    Date,
}

keys!(Placeholder { Number = "number", Service = "service", Date = "date" });

impl Placeholder {
    /// The mark as it stands in a template.
    pub fn mark(self) -> String {
        format!("{{{}}}", self.key())
    }
}

/// What is wrong with a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TemplateProblem {
    /// It has no name.
    #[error("the name is missing")]
    NameMissing,
    /// Its name is longer than [`MAX_TEMPLATE_NAME_CHARS`].
    #[error("the name is too long")]
    NameTooLong,
    /// It has no text.
    #[error("the text is missing")]
    TextMissing,
    /// Its text is longer than [`MAX_OPINION_CHARS`].
    #[error("the text is too long")]
    TextTooLong,
    /// It has a mark that no case fills in.
    #[error("a mark is unknown")]
    UnknownMark,
    /// Nothing is written with this event.
    #[error("nothing is written with this event")]
    NoWords,
    /// The department has [`MAX_TEMPLATES`] already.
    #[error("there are too many templates")]
    TooMany,
}

keys!(TemplateProblem {
    NameMissing = "template-name-missing",
    NameTooLong = "template-name-too-long",
    TextMissing = "template-text-missing",
    TextTooLong = "template-text-too-long",
    UnknownMark = "template-unknown-mark",
    NoWords = "template-no-words",
    TooMany = "template-too-many",
});

impl EventKind {
    /// The events with which officers write something.
    pub const WITH_WORDS: [Self; 10] = [
        Self::ReturnPrecheck,
        Self::RequestCorrection,
        Self::RefuseAcceptance,
        Self::Conclude,
        Self::Suspend,
        Self::Resume,
        Self::Extend,
        Self::Propose,
        Self::SendBack,
        Self::Decide,
    ];
}

/// Looks at a template.
pub fn check_template(event: EventKind, name: &str, text: &str) -> Result<(), TemplateProblem> {
    let (name, text) = (name.trim(), text.trim());
    if !EventKind::WITH_WORDS.contains(&event) {
        return Err(TemplateProblem::NoWords);
    }
    if name.is_empty() {
        return Err(TemplateProblem::NameMissing);
    }
    if name.chars().count() > MAX_TEMPLATE_NAME_CHARS {
        return Err(TemplateProblem::NameTooLong);
    }
    if text.is_empty() {
        return Err(TemplateProblem::TextMissing);
    }
    if text.chars().count() > MAX_OPINION_CHARS {
        return Err(TemplateProblem::TextTooLong);
    }
    let known = |mark: &str| Placeholder::parse(mark).is_some();
    if marks(text).all(known) {
        Ok(())
    } else {
        Err(TemplateProblem::UnknownMark)
    }
}

/// What stands between braces.
fn marks(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// The template with what the case says in place of its marks. What is put in is not looked at again.
pub fn fill_in(template: &str, value: impl Fn(Placeholder) -> String) -> String {
    let mut parts = template.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let known = part
            .split_once('}')
            .and_then(|(mark, rest)| Some((Placeholder::parse(mark)?, rest)));
        match known {
            Some((mark, rest)) => {
                filled.push_str(&value(mark));
                filled.push_str(rest);
            }
            None => {
                filled.push('{');
                filled.push_str(part);
            }
        }
    }
    filled
}
