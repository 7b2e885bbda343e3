//! Conditions as sentences.

use domain::forms::{Claim, Expression, Sentence, Subject, Test, Word};
use proptest::prelude::*;

fn read(source: &str) -> Option<Sentence> {
    Sentence::read(&Expression::new(source))
}

#[test]
fn what_a_sentence_can_say_is_read() {
    let cases = [
        "delivery == 'post'",
        "delivery != 'post'",
        "kind in ['a', 'b']",
        "children >= 2",
        "area <= 0.5",
        "born >= '2020-01-01'",
        "'a' in kinds",
        "has_child",
        "!has_child",
        "name != null",
        "size(children) >= 1",
        "age(born) >= 16",
        "row.relation == 'child'",
        "home.division == '990101'",
        "a == 1 && b == 2",
        "a == 1 || b == 2 || !c",
        "a == 1 && (b == 2 || c)",
        "balance >= -5",
        "note == 'it\\'s \\\\ here'",
    ];
    for case in cases {
        let sentence = read(case).unwrap_or_else(|| panic!("{case} is a sentence"));
        assert_eq!(sentence.to_string(), case);
    }
}

#[test]
fn other_words_for_the_same_are_read_too() {
    assert_eq!(read("can_come == false"), read("!can_come"));
    assert_eq!(read("a && (b && c)"), read("a && b && c"));
    assert_eq!(read("((a == 1))"), read("a == 1"));
}

#[test]
fn what_a_sentence_cannot_say_is_left_alone() {
    let cases = [
        "",
        "a ==",
        "a + 1 == 2",
        "a < 3",
        "!(a == 1)",
        "children.all(c, c.age > 6)",
        "1 == a",
        "a == b",
        "a in []",
        "a ? b : c",
        "sources.name == sources.other",
        "kinds[0] == 'a'",
    ];
    for case in cases {
        assert_eq!(read(case), None, "{case}");
    }
}

#[test]
fn a_group_inside_is_laid_out_in_lines() {
    let lines = |source: &str| {
        let sentence = read(source).unwrap();
        let (all, lines) = sentence.lines()?;
        let lines = lines.iter().map(|(group, test)| format!("{group} {test}"));
        Some((all, lines.collect::<Vec<_>>().join(", ")))
    };
    let said = |all: bool, text: &str| Some((all, text.to_owned()));
    assert_eq!(lines("a"), said(true, "0 a"));
    assert_eq!(lines("a && b"), said(true, "0 a, 0 b"));
    assert_eq!(lines("a || b || c"), said(false, "0 a, 0 b, 0 c"));
    assert_eq!(lines("a && (b || c)"), said(true, "0 a, 1 b, 1 c"));
    assert_eq!(
        lines("(b || c) && a && (d || e)"),
        said(true, "1 b, 1 c, 0 a, 2 d, 2 e")
    );
    assert_eq!(lines("a || b && c"), said(false, "0 a, 1 b, 1 c"));
    assert_eq!(lines("a && (b || (c && d))"), None, "deeper");
    assert_eq!(
        lines("(a || b) && (c || d) && (e || f)"),
        None,
        "more than can be followed"
    );
}

#[test]
fn lines_become_a_sentence() {
    let said = |all: bool, lines: &[(usize, &str)]| {
        let test = |source: &str| match read(source) {
            Some(Sentence::Test(test)) => test,
            other => panic!("{other:?}"),
        };
        let lines = lines.iter().map(|(group, source)| (*group, test(source)));
        Sentence::of(all, lines.collect()).map(|sentence| sentence.to_string())
    };
    assert_eq!(said(true, &[]), None);
    assert_eq!(
        said(true, &[(1, "a")]).unwrap(),
        "a",
        "a group of one is no group"
    );
    assert_eq!(said(true, &[(1, "a"), (1, "b")]).unwrap(), "a || b");
    assert_eq!(
        said(true, &[(1, "a"), (0, "b"), (1, "c")]).unwrap(),
        "(a || c) && b"
    );
    assert_eq!(
        said(false, &[(0, "a"), (2, "b"), (2, "c")]).unwrap(),
        "a || (b && c)"
    );
    assert_eq!(
        said(true, &[(0, "a"), (1, "b"), (1, "c"), (2, "d"), (2, "e")]).unwrap(),
        "a && (b || c) && (d || e)"
    );
}

fn name() -> impl Strategy<Value = String> {
    let word = "[a-z][a-z0-9_]{0,8}".prop_filter("no word of the language", |word| {
        ![
            "in", "as", "if", "for", "let", "else", "true", "false", "null", "has", "all", "map",
        ]
        .contains(&word.as_str())
    });
    prop::collection::vec(word, 1..=3).prop_map(|parts| parts.join("."))
}

fn word() -> impl Strategy<Value = Word> {
    prop_oneof![
        "[^\\p{Cc}]{0,12}".prop_map(Word::Text),
        Just(Word::Text("a'b\\c\nd\te\r".to_owned())),
        any::<i64>().prop_map(Word::Whole),
        (-1.0e9..1.0e9_f64).prop_filter_map("written plainly", Word::decimal),
    ]
}

fn test() -> impl Strategy<Value = Test> {
    let subject = prop_oneof![
        name().prop_map(Subject::Answer),
        name().prop_map(Subject::Count),
        name().prop_map(Subject::Age),
    ];
    let claim = prop_oneof![
        word().prop_map(Claim::Is),
        any::<bool>().prop_map(|truth| Claim::Is(Word::Truth(truth))),
        word().prop_map(Claim::IsNot),
        prop::collection::vec(word(), 1..4).prop_map(Claim::OneOf),
        word().prop_map(Claim::AtLeast),
        word().prop_map(Claim::AtMost),
        word().prop_map(Claim::Includes),
        Just(Claim::Answered),
    ];
    (subject, claim).prop_map(|(subject, claim)| Test { subject, claim })
}

fn sentence() -> impl Strategy<Value = Sentence> {
    let tests = || prop::collection::vec(test().prop_map(Sentence::Test), 2..4);
    let inner_any = tests().prop_map(Sentence::Any);
    prop_oneof![
        test().prop_map(Sentence::Test),
        tests().prop_map(Sentence::All),
        tests().prop_map(Sentence::Any),
        (test(), inner_any).prop_map(|(test, any)| Sentence::All(vec![Sentence::Test(test), any])),
        (test(), tests()).prop_map(|(test, all)| {
            Sentence::Any(vec![Sentence::Test(test), Sentence::All(all)])
        }),
    ]
}

proptest! {
    #[test]
    fn a_sentence_reads_back_as_itself(sentence in sentence()) {
        let expression = sentence.expression();
        // What is too long for an expression is refused as such, and nothing else is.
        prop_assume!(expression.source().chars().count() <= domain::forms::MAX_EXPRESSION_CHARS);
        prop_assert!(expression.problem().is_none(), "{}", expression.source());
        let read = Sentence::read(&expression);
        prop_assert_eq!(read.as_ref(), Some(&sentence));
        let (all, lines) = sentence.lines().unwrap();
        let lines = lines.into_iter().map(|(group, test)| (group, test.clone())).collect();
        prop_assert_eq!(Sentence::of(all, lines), Some(sentence));
    }
}
