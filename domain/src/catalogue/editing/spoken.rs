//! Sentences as they stand in the inputs of a page: a question, what is claimed of it, and the words that
//! people write for values.

use super::subjects::SubjectOffer;
use crate::Locale;
use crate::forms::{Claim, FieldKind, Subject, Test, Word};
use crate::identity::half_width;

/// What can be claimed, the most usual first; the last part of the Fluent keys `editor-claim-…`.
pub const CLAIMS: [&str; 7] = [
    "is", "is_not", "one_of", "at_least", "at_most", "includes", "answered",
];

/// What stands between several values.
const SEPARATORS: [char; 6] = ['、', ',', '，', ';', '；', '\n'];

pub(super) const fn claim_key(claim: &Claim) -> &'static str {
    match claim {
        Claim::Is(_) => "is",
        Claim::IsNot(_) => "is_not",
        Claim::OneOf(_) => "one_of",
        Claim::AtLeast(_) => "at_least",
        Claim::AtMost(_) => "at_most",
        Claim::Includes(_) => "includes",
        Claim::Answered => "answered",
    }
}

/// The values of a test as people write them.
pub(super) fn words(test: &Test, subjects: &[SubjectOffer], locale: Locale) -> String {
    let kind = kind_of(&test.subject.to_string(), subjects);
    let say = |word: &Word| spoken(word, kind, locale);
    match &test.claim {
        Claim::Is(word)
        | Claim::IsNot(word)
        | Claim::AtLeast(word)
        | Claim::AtMost(word)
        | Claim::Includes(word) => say(word),
        Claim::OneOf(words) => words.iter().map(say).collect::<Vec<_>>().join("、"),
        Claim::Answered => String::new(),
    }
}

fn kind_of<'s>(name: &str, subjects: &'s [SubjectOffer]) -> Option<&'s FieldKind> {
    subjects
        .iter()
        .find(|offer| offer.name == name)
        .map(|offer| &offer.kind)
}

fn spoken(word: &Word, kind: Option<&FieldKind>, locale: Locale) -> String {
    match word {
        Word::Truth(truth) => match (locale, truth) {
            (Locale::En, true) => "yes".to_owned(),
            (Locale::En, false) => "no".to_owned(),
            (_, true) => "是".to_owned(),
            (_, false) => "否".to_owned(),
        },
        Word::Whole(number) => number.to_string(),
        Word::Decimal(number) => number.clone(),
        Word::Text(text) => {
            let options = kind.map(FieldKind::options).unwrap_or_default();
            let option = options.iter().find(|option| option.value == *text);
            let label = option.map(|option| option.label.get(locale));
            // A label that another option has too, or that could be read as several, says less than the
            // value does.
            let clear = label.filter(|label| {
                let same = options
                    .iter()
                    .filter(|other| other.label.get(locale) == *label);
                same.count() == 1 && !label.contains(SEPARATORS) && !label.trim().is_empty()
            });
            clear.unwrap_or(text).to_owned()
        }
    }
}

/// Why a row of a sentence cannot be read; each a Fluent key.
pub(super) type RowProblem = (&'static str, &'static str);

/// Reads a row of a sentence. The problem names the last part of the input's name.
pub(super) fn test(
    of: &str,
    is: &str,
    value: &str,
    subjects: &[SubjectOffer],
) -> Result<Test, RowProblem> {
    let subject = Subject::parse(of).ok_or(("of", "editor-problem-question"))?;
    let kind = kind_of(of, subjects);
    let one = || word(value, kind).ok_or(("value", "editor-problem-value"));
    let claim = match is {
        "is" | "" => Claim::Is(one()?),
        "is_not" => Claim::IsNot(one()?),
        "at_least" => Claim::AtLeast(one()?),
        "at_most" => Claim::AtMost(one()?),
        "includes" => Claim::Includes(one()?),
        "answered" => Claim::Answered,
        "one_of" => {
            let parts = value
                .split(SEPARATORS)
                .filter(|part| !part.trim().is_empty());
            let words: Option<Vec<Word>> = parts.map(|part| word(part, kind)).collect();
            let words = words.filter(|words| !words.is_empty());
            Claim::OneOf(words.ok_or(("value", "editor-problem-value"))?)
        }
        _ => return Err(("is", "editor-problem-value")),
    };
    Ok(of_several(Test { subject, claim }, kind))
}

/// What is said of a question of which several options can be chosen: that it "is" one of them means that
/// this one is among them, and there is an answer when there is at least one.
fn of_several(test: Test, kind: Option<&FieldKind>) -> Test {
    if !matches!(kind, Some(FieldKind::Choices { .. })) {
        return test;
    }
    match test {
        Test {
            subject,
            claim: Claim::Is(word),
        } => Test {
            subject,
            claim: Claim::Includes(word),
        },
        Test {
            subject,
            claim: Claim::Answered,
        } => Test {
            subject: Subject::Count(subject.name().to_owned()),
            claim: Claim::AtLeast(Word::Whole(1)),
        },
        test => test,
    }
}

fn word(typed: &str, kind: Option<&FieldKind>) -> Option<Word> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    match kind {
        Some(FieldKind::YesNo | FieldKind::Declaration { .. }) => truth(typed).map(Word::Truth),
        Some(FieldKind::Number { .. }) => half_width(typed).parse().ok().map(Word::Whole),
        Some(FieldKind::Decimal { .. }) => Word::decimal(half_width(typed).parse().ok()?),
        Some(FieldKind::Date { .. }) => {
            let typed = half_width(typed).replace(['/', '.'], "-");
            let date = chrono::NaiveDate::parse_from_str(&typed, "%Y-%m-%d").ok()?;
            Some(Word::Text(date.to_string()))
        }
        Some(FieldKind::Choice { options } | FieldKind::Choices { options }) => {
            let is = |option: &&crate::forms::ChoiceOption| {
                let label = &option.label;
                option.value == typed || label.zh == typed || label.en.as_deref() == Some(typed)
            };
            let value = options.iter().find(|option| option.value == typed);
            let option = value.or_else(|| options.iter().find(is))?;
            Some(Word::Text(option.value.clone()))
        }
        Some(_) => Some(Word::Text(typed.to_owned())),
        None => Some(guessed(typed)),
    }
}

/// What a value is whose question is not known any more.
fn guessed(typed: &str) -> Word {
    if let Some(truth) = truth(typed) {
        return Word::Truth(truth);
    }
    if let Ok(number) = typed.parse() {
        return Word::Whole(number);
    }
    let decimal = typed.parse().ok().and_then(Word::decimal);
    decimal.unwrap_or_else(|| Word::Text(typed.to_owned()))
}

fn truth(typed: &str) -> Option<bool> {
    match typed.to_lowercase().as_str() {
        "是" | "有" | "同意" | "yes" | "true" => Some(true),
        "否" | "不是" | "没有" | "no" | "false" => Some(false),
        _ => None,
    }
}
