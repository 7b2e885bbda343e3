//! What an applicant may change while single answers are corrected.

use domain::cases::{Demands, Fixed, Opening, Point, Target};
use domain::forms::Answers;
use serde_json::json;

use crate::support::{form_of, today};

fn answers(values: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (key, value) in values {
        answers.set_typed(key, vec![(*value).to_owned()]);
    }
    answers
}

fn marked(keys: &[&str]) -> Demands {
    let point = |key: &&str| Point {
        target: Target::Field {
            key: (*key).to_owned(),
        },
        why: "写错了".to_owned(),
    };
    Demands {
        notice: String::new(),
        points: keys.iter().map(point).collect(),
    }
}

#[test]
fn what_was_asked_and_is_not_marked_stays() {
    let text = |key: &str, when: Option<&str>| json!({ "key": key, "label": { "zh": key }, "kind": { "type": "text" }, "when": when });
    let form = form_of(json!([
        text("kind", None),
        text("name", None),
        text("note", None),
        text("more", Some("kind == 'long'")),
    ]));
    let before = answers(&[("kind", "short"), ("name", "林"), ("more", "旧")]);
    let demands = marked(&["kind"]);
    let reading = form.read(&before, today());
    let fixed = Fixed::of(Opening::Marked(&demands), &reading);
    // What is empty was left empty; what was not asked can be asked now.
    for (key, is_fixed) in [
        ("kind", false),
        ("name", true),
        ("note", true),
        ("more", false),
    ] {
        assert_eq!(fixed.has_field(key), is_fixed, "{key}");
    }
    let mut after = answers(&[
        ("kind", "long"),
        ("name", "张"),
        ("note", "新"),
        ("more", "新"),
    ]);
    fixed.put_back(&before, &mut after);
    assert_eq!(
        after,
        answers(&[("kind", "long"), ("name", "林"), ("more", "新")])
    );

    for opening in [
        Opening::Whole,
        Opening::Marked(&Demands::in_words("请核对")),
    ] {
        assert_eq!(Fixed::of(opening, &reading), Fixed::default());
    }
}
