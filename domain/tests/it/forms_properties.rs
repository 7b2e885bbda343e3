//! What holds for any form and any answers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use domain::Text;
use domain::forms::{
    AnswerSource, Answers, ChoiceOption, Condition, Field, FieldKind, FormDefinition, MaterialSlot,
    Materials, Register, RegisterField, Step, apply_posted, validate, visible_fields,
    visible_materials,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::date;

/// Names of fields; the last one is in no form.
const KEYS: [&str; 7] = ["f0", "f1", "f2", "f3", "f4", "f5", "unknown"];
const VALUES: [&str; 7] = ["", " ", "a", "b", "yes", "no", "7"];

fn kind() -> impl Strategy<Value = FieldKind> {
    let option = |value: &str| ChoiceOption {
        value: value.to_owned(),
        label: Text::zh(value),
    };
    let options = vec![option("a"), option("b")];
    prop_oneof![
        Just(FieldKind::Text { max: 2 }),
        Just(FieldKind::Number {
            min: Some(0),
            max: Some(9)
        }),
        Just(FieldKind::YesNo),
        Just(FieldKind::Choice {
            options: options.clone()
        }),
        Just(FieldKind::Choices { options }),
    ]
}

/// A condition that looks only at the fields before `place`.
fn condition(place: usize) -> BoxedStrategy<Option<Condition>> {
    if place == 0 {
        return Just(None).boxed();
    }
    let test = (0..place, select(VALUES.to_vec()), 0..5).prop_map(|(field, value, test)| {
        let (field, value) = (KEYS[field].to_owned(), value.to_owned());
        match test {
            0 => Condition::Equals { field, value },
            1 => Condition::AnyOf {
                field,
                values: vec![value, "a".to_owned()],
            },
            2 => Condition::AtLeast { field, number: 5 },
            3 => Condition::FromRegister { field },
            _ => Condition::Present { field },
        }
    });
    let tree = test.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(|of| Condition::All { of }),
            vec(inner.clone(), 0..3).prop_map(|of| Condition::Any { of }),
            inner.prop_map(|of| Condition::Not { of: Box::new(of) }),
        ]
    });
    proptest::option::of(tree).boxed()
}

fn field(place: usize) -> impl Strategy<Value = Field> {
    (kind(), any::<bool>(), any::<bool>(), condition(place)).prop_map(
        move |(kind, required, locked, when)| Field {
            key: KEYS[place].to_owned(),
            label: Text::zh("问"),
            hint: None,
            kind,
            required,
            prefill: Some(RegisterField::Name),
            locked,
            when,
        },
    )
}

/// Two steps of three fields and a slot each.
fn form() -> impl Strategy<Value = FormDefinition> {
    let step = |first: usize| {
        let fields = (field(first), field(first + 1), field(first + 2));
        (fields, condition(first), condition(first + 3)).prop_map(
            move |((a, b, c), when, slot_when)| {
                let slot = MaterialSlot {
                    key: format!("m{first}"),
                    name: Text::zh("材料"),
                    hint: None,
                    required: true,
                    accepts: Vec::new(),
                    when: slot_when,
                };
                Step {
                    key: format!("s{first}"),
                    title: Text::zh("步"),
                    intro: None,
                    fields: vec![a, b, c],
                    materials: vec![slot],
                    when,
                }
            },
        )
    };
    (step(0), step(3)).prop_map(|(one, two)| FormDefinition {
        steps: vec![one, two],
    })
}

fn answers() -> impl Strategy<Value = Answers> {
    let source = AnswerSource::Register {
        register: Register::Population,
        read_at: DateTime::UNIX_EPOCH,
    };
    btree_map(
        select(KEYS.to_vec()),
        (select(VALUES.to_vec()), any::<bool>()),
        0..6,
    )
    .prop_map(move |given| {
        let mut answers = Answers::default();
        for (key, (value, register)) in given {
            if register {
                answers.prefill(key, value, source);
            } else {
                answers.set_typed(key, vec![value.to_owned()]);
            }
        }
        answers
    })
}

fn posted() -> impl Strategy<Value = BTreeMap<String, Vec<String>>> {
    let values = vec(select(VALUES.to_vec()).prop_map(str::to_owned), 0..3);
    btree_map(select(KEYS.to_vec()).prop_map(str::to_owned), values, 0..7)
}

proptest! {
    #[test]
    fn posting_touches_only_the_open_fields_of_the_step(
        form in form(), before in answers(), posted in posted(), place in 0usize..2,
    ) {
        let step = &form.steps[place];
        let open: BTreeSet<&str> = step
            .fields
            .iter()
            .filter(|field| !field.is_locked(&before))
            .map(|field| field.key.as_str())
            .collect();
        let mut after = before.clone();
        apply_posted(step, &mut after, &posted);
        for key in KEYS {
            if !open.contains(key) {
                prop_assert_eq!(after.get(key), before.get(key), "{} was touched", key);
            } else if after.get(key) != before.get(key) {
                prop_assert_eq!(after.get(key).unwrap().source, AnswerSource::Typed);
            }
        }
        // Posting again changes nothing, unless the first post has brought check boxes onto the page:
        // of those the second then says that none is ticked.
        if visible_fields(step, &before) == visible_fields(step, &after) {
            let mut twice = after.clone();
            apply_posted(step, &mut twice, &posted);
            prop_assert_eq!(twice, after);
        }
    }

    #[test]
    fn only_what_is_shown_is_judged(form in form(), answers in answers()) {
        let relevant = form.relevant(&answers);
        let steps: Vec<&str> =
            form.visible_steps(&answers).iter().map(|step| step.key.as_str()).collect();
        let found = validate(&form, &answers, &Materials::default(), date("2026-11-21"));
        for (key, errors) in &found {
            prop_assert!(steps.contains(&key.as_str()) && !errors.is_empty());
            let step = form.step(key).unwrap();
            let shown: BTreeSet<&str> = visible_fields(step, &relevant)
                .iter()
                .map(|field| field.key.as_str())
                .chain(visible_materials(step, &relevant).iter().map(|slot| slot.key.as_str()))
                .collect();
            for error in errors {
                prop_assert!(shown.contains(error.field.as_str()), "{} is not shown", error.field);
            }
        }
        // And everything shown that must be answered and is not, is named.
        for step in form.visible_steps(&answers) {
            let missing = visible_fields(step, &relevant)
                .into_iter()
                .filter(|field| field.required && relevant.value(&field.key).is_none());
            for field in missing {
                let named = found.iter().flat_map(|(_, errors)| errors).any(|e| e.field == field.key);
                prop_assert!(named, "{} is missing and not named", field.key);
            }
        }
    }

    #[test]
    fn what_is_relevant_is_settled_after_one_walk(form in form(), answers in answers()) {
        let once = form.relevant(&answers);
        prop_assert_eq!(form.relevant(&once), once.clone());
        for (key, answer) in once.iter() {
            prop_assert_eq!(Some(answer), answers.get(key));
        }
        let keys = |answers: &Answers| -> Vec<String> {
            form.visible_steps(answers).iter().map(|step| step.key.clone()).collect()
        };
        prop_assert_eq!(keys(&once), keys(&answers));
    }

    #[test]
    fn opposites_never_agree(answers in answers(), condition in condition(6)) {
        if let Some(condition) = condition {
            let holds = condition.holds(&answers);
            prop_assert_ne!(Condition::Not { of: Box::new(condition.clone()) }.holds(&answers), holds);
            let json = serde_json::to_string(&condition).unwrap();
            prop_assert_eq!(serde_json::from_str::<Condition>(&json).unwrap(), condition);
        }
    }
}
