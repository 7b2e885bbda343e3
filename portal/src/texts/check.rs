//! Whether the files of texts are complete: every language says the same things.

use std::collections::{BTreeMap, BTreeSet};

use domain::Locale;
use domain::cases::{EventKind, Refusal};
use domain::forms::FieldProblem;
use domain::identity::ResidentIdError;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;

use super::{FEATURES, Value, exists, format, sources, text};

/// The arguments that each message of a file takes.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// What is wrong with the files of texts, one line each. Empty when all is well.
fn check() -> Vec<String> {
    let mut problems = Vec::new();
    let mut owners = BTreeMap::new();
    // Traditional characters are made from the simplified ones and cannot lack anything.
    let files = [Locale::ZhHans, Locale::En].map(|locale| (locale, sources(locale)));
    for (place, feature) in FEATURES.iter().enumerate() {
        let [chinese, english] = files.each_ref().map(|(locale, sources)| {
            let file = format!("locales/{}/{feature}.ftl", locale.tag());
            messages(&file, &sources[place], &mut problems)
        });
        for (key, arguments) in &chinese {
            if let Some(other) = owners.insert(key.clone(), *feature) {
                problems.push(format!("{key} stands in {other}.ftl and in {feature}.ftl"));
            }
            match english.get(key) {
                None => problems.push(format!("{feature}.ftl: {key} lacks English")),
                Some(other) if other != arguments => problems.push(format!(
                    "{feature}.ftl: {key} takes {arguments:?} in Chinese and {other:?} in English"
                )),
                Some(_) => {}
            }
        }
        let lacking = english.keys().filter(|key| !chinese.contains_key(*key));
        problems.extend(lacking.map(|key| format!("{feature}.ftl: {key} lacks Chinese")));
    }
    problems
}

fn messages(file: &str, source: &str, problems: &mut Vec<String>) -> Messages {
    let resource = match parser::parse(source) {
        Ok(resource) => resource,
        Err((rest, errors)) => {
            problems.extend(errors.iter().map(|error| format!("{file}: {error}")));
            rest
        }
    };
    let mut messages = Messages::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let key = message.id.name.to_owned();
        let mut arguments = BTreeSet::new();
        match &message.value {
            Some(pattern) => collect(pattern, &mut arguments),
            None => problems.push(format!("{file}: {key} is empty")),
        }
        if messages.insert(key.clone(), arguments).is_some() {
            problems.push(format!("{file}: {key} is defined twice"));
        }
    }
    messages
}

/// Collects the arguments in a pattern, those of its variants included.
fn collect(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        collect_expression(expression, arguments);
    }
}

fn collect_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            collect_inline(selector, arguments);
            for variant in variants {
                collect(&variant.value, arguments);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => {
            for argument in positional {
                collect_inline(argument, arguments);
            }
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, arguments),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

#[test]
fn every_language_says_the_same_things() {
    let problems = check();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_check_finds_what_is_wrong() {
    let mut problems = Vec::new();
    let source = "a = { $x } { $n ->\n    [one] { $y }\n   *[other] { NUMBER($z) }\n }\na = b\nc\n";
    let found = messages("f", source, &mut problems);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert_eq!(found["a"], BTreeSet::new(), "the second definition counts");
    let first = messages("f", source.split("a = b").next().unwrap(), &mut Vec::new());
    assert_eq!(
        first["a"].iter().map(String::as_str).collect::<Vec<_>>(),
        ["n", "x", "y", "z"]
    );
}

#[test]
fn texts_are_looked_up_and_filled_in() {
    assert_eq!(text(Locale::ZhHans, "mail-greeting"), "您好：");
    assert_eq!(text(Locale::ZhHant, "nav-services"), "服務");
    assert_eq!(text(Locale::En, "mail-greeting"), "Hello,");
    let link = [("link", Value::from("https://portal.example/"))];
    assert_eq!(
        format(Locale::En, "mail-link", &link),
        "See the details: https://portal.example/"
    );
}

#[test]
fn numbers_are_plain_digits() {
    let date = [("year", 12_345_i64), ("month", 1), ("day", 2)].map(|(k, v)| (k, Value::from(v)));
    assert_eq!(format(Locale::ZhHans, "mail-date", &date), "12345年1月2日");
    assert_eq!(format(Locale::En, "mail-date", &date), "2 January 12345");
}

#[test]
fn an_unknown_key_stands_for_itself() {
    for locale in Locale::ALL {
        assert_eq!(text(locale, "no-such-text"), "no-such-text");
        assert_eq!(format(locale, "no-such-text", &[]), "no-such-text");
    }
    // A message with arguments is not a plain text; it is a mistake of the caller, and harmless.
    assert_eq!(text(Locale::En, "mail-link"), "mail-link");
}

#[test]
fn every_problem_that_the_rules_find_has_its_sentence() {
    let mut keys = Vec::new();
    keys.extend(domain::accounts::PasswordProblem::ALL.map(|problem| problem.key()));
    keys.extend(domain::evaluations::EvaluationProblem::ALL.map(|problem| problem.key()));
    keys.extend(field_problems().map(|problem| problem.key()));
    keys.extend(refusals().map(|refusal| refusal.key()));
    for locale in Locale::ALL {
        for key in &keys {
            assert!(exists(locale, key), "{key} has no text in {}", locale.tag());
        }
        for problem in field_problems().filter(|problem| problem.number().is_some()) {
            let number = Value::from(problem.number().unwrap());
            let sentence = format(locale, problem.key(), &[("n", number)]);
            assert!(
                sentence.contains('7') || sentence.contains('5'),
                "{sentence}"
            );
        }
    }
}

fn field_problems() -> impl Iterator<Item = FieldProblem> {
    [
        FieldProblem::Required,
        FieldProblem::NotChosen,
        FieldProblem::TooLong { max: 7 },
        FieldProblem::NotANumber,
        FieldProblem::TooSmall { min: 7 },
        FieldProblem::TooLarge { max: 7 },
        FieldProblem::NotADate,
        FieldProblem::InTheFuture,
        FieldProblem::InThePast,
        FieldProblem::ResidentId(ResidentIdError::Length),
        FieldProblem::ResidentId(ResidentIdError::Characters),
        FieldProblem::ResidentId(ResidentIdError::BirthDate),
        FieldProblem::ResidentId(ResidentIdError::CheckDigit),
        FieldProblem::Phone,
        FieldProblem::Email,
        FieldProblem::UnknownOption,
        FieldProblem::MaterialMissing,
        FieldProblem::TooManyMaterials,
    ]
    .into_iter()
}

fn refusals() -> impl Iterator<Item = Refusal> {
    [
        Refusal::NotInThisState {
            state: "draft",
            event: EventKind::Submit,
        },
        Refusal::NotYours,
        Refusal::OtherDepartment,
        Refusal::WrongRole,
        Refusal::SameOfficer,
        Refusal::NotYetDue,
        Refusal::ReasonMissing,
        Refusal::TextTooLong,
    ]
    .into_iter()
}
