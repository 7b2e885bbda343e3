//! What an applicant may change while single answers are corrected.

use domain::MaterialId;
use domain::cases::{Demands, Fixed, Opening, PagedFile, Point, Refusal, Target};
use domain::forms::{Answers, FormDefinition};
use serde_json::{Value, from_value, json};

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

fn with_materials() -> FormDefinition {
    let slot = |key: &str| json!({ "key": key, "name": { "zh": key }, "accepts": ["pdf", "png"] });
    let name = json!({ "key": "name", "label": { "zh": "姓名" }, "kind": { "type": "text" } });
    let step = json!({ "key": "only", "title": { "zh": "填写" }, "sections": [{ "fields": [name] }],
        "materials": [slot("record"), slot("photo")] });
    from_value(json!({ "steps": [step] })).unwrap()
}

fn field(key: &str) -> Target {
    Target::Field {
        key: key.to_owned(),
    }
}

fn material(slot: &str) -> Target {
    Target::Material {
        slot: slot.to_owned(),
    }
}

fn page(slot: &str, file: &str, page: u16) -> Target {
    Target::Page {
        slot: slot.to_owned(),
        file: MaterialId::new(file),
        page,
    }
}

fn asked(targets: Vec<Target>) -> Demands {
    let why = || "看不清".to_owned();
    let points = targets.into_iter();
    Demands {
        notice: String::new(),
        points: points.map(|target| Point { target, why: why() }).collect(),
    }
}

#[test]
fn a_marked_page_opens_its_material_and_nothing_else() {
    let form = with_materials();
    let handed_in = answers(&[("name", "林")]);
    let reading = form.read(&handed_in, today());
    let demands = asked(vec![page("record", "m-1", 3), page("record", "m-1", 5)]);
    let fixed = Fixed::of(Opening::Marked(&demands), &reading);
    assert!(!fixed.has_material("record"));
    assert!(fixed.has_material("photo") && fixed.has_field("name"));
    assert_eq!(demands.about_material("record").count(), 2);
    assert_eq!(demands.about_material("photo").count(), 0);
}

#[test]
fn only_what_is_there_can_be_marked() {
    let form = with_materials();
    let (record, photo, unread) = (
        MaterialId::new("m-1"),
        MaterialId::new("m-2"),
        MaterialId::new("m-3"),
    );
    let file = |id, slot, pages| PagedFile { id, slot, pages };
    let files = [
        file(&record, "record", Some(12)),
        file(&photo, "photo", Some(1)),
        file(&unread, "record", None),
    ];
    for (target, is_there) in [
        (field("name"), true),
        (field("nobody"), false),
        (field("record"), false),
        (material("photo"), true),
        (material("name"), false),
        (page("record", "m-1", 1), true),
        (page("record", "m-1", 12), true),
        (page("record", "m-1", 0), false),
        (page("record", "m-1", 13), false),
        (page("photo", "m-2", 1), true),
        (page("photo", "m-2", 2), false),
        (page("photo", "m-1", 1), false),
        (page("record", "m-3", 1), false),
        (page("record", "m-9", 1), false),
    ] {
        let expected = if is_there {
            Ok(())
        } else {
            Err(Refusal::NoSuchMark)
        };
        let one = asked(vec![field("name"), target.clone()]);
        assert_eq!(one.check_targets(&form, &files), expected, "{target:?}");
    }
    assert_eq!(Demands::default().check_targets(&form, &[]), Ok(()));
}

#[test]
fn marks_are_read_as_they_were_kept() {
    let read = |kept: Value| from_value::<Target>(kept).unwrap();
    for (kept, target) in [
        (json!({ "kind": "field", "key": "name" }), field("name")),
        (
            json!({ "kind": "material", "slot": "photo" }),
            material("photo"),
        ),
        // Before pages could be marked there was a place for one, always empty.
        (
            json!({ "kind": "material", "slot": "photo", "page": null }),
            material("photo"),
        ),
        (
            json!({ "kind": "page", "slot": "record", "file": "m-1", "page": 3 }),
            page("record", "m-1", 3),
        ),
    ] {
        assert_eq!(read(kept), target);
        assert_eq!(read(json!(target)), target);
    }
}
