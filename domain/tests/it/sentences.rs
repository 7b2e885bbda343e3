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
fn only_one_level_is_flat() {
    let flat = |source: &str| {
        read(source)
            .unwrap()
            .flat()
            .map(|(all, tests)| (all, tests.len()))
    };
    assert_eq!(flat("a"), Some((true, 1)));
    assert_eq!(flat("a && b"), Some((true, 2)));
    assert_eq!(flat("a || b || c"), Some((false, 3)));
    assert_eq!(flat("a && (b || c)"), None);
    assert_eq!(Sentence::of(true, Vec::new()), None);
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
        prop_assert_eq!(Sentence::read(&expression), Some(sentence));
    }
}
