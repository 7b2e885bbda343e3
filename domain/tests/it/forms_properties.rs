//! What holds for any form and any answers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use domain::Text;
use domain::forms::{
    AnswerSource, Answers, ChoiceOption, Expression, Field, FieldKind, FormDefinition,
    MaterialSlot, Materials, Prefill, Reading, Register, RegisterField, Section, Step,
    apply_posted,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::today;

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
            max: Some(9),
            unit: None
        }),
        Just(FieldKind::YesNo),
        Just(FieldKind::Choice {
            options: options.clone()
        }),
        Just(FieldKind::Choices { options }),
    ]
}

/// A condition that looks only at the fields before `place`. Some do not fit the kind of the field: a
/// form that slipped through must still behave.
fn condition(place: usize) -> BoxedStrategy<Option<Expression>> {
    if place == 0 {
        return Just(None).boxed();
    }
    let test = (0..place, select(VALUES.to_vec()), 0..6).prop_map(|(field, value, test)| {
        let field = KEYS[field];
        match test {
            0 => format!("{field} == '{value}'"),
            1 => format!("{field} in ['{value}', 'a']"),
            2 => format!("{field} >= 5"),
            3 => format!("sources.{field} == 'register'"),
            4 => format!("{field} == true"),
            _ => format!("{field} != null"),
        }
    });
    let tree = test.prop_recursive(2, 6, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} && {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} || {b})")),
            inner.prop_map(|a| format!("!({a})")),
        ]
    });
    proptest::option::of(tree.prop_map(Expression::new)).boxed()
}

fn field(place: usize) -> impl Strategy<Value = Field> {
    (kind(), any::<bool>(), any::<bool>(), condition(place)).prop_map(
        move |(kind, required, locked, when)| Field {
            key: KEYS[place].to_owned(),
            label: Text::zh("问"),
            hint: None,
            kind,
            required,
            prefill: Some(Prefill::Register(RegisterField::Name)),
            locked,
            when,
            computed: None,
            checks: Vec::new(),
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
                    exempt: None,
                    deferrable: None,
                    commitment: None,
                    reusable_months: None,
                };
                Step {
                    key: format!("s{first}"),
                    title: Text::zh("步"),
                    intro: None,
                    early: false,
                    sections: vec![Section {
                        title: None,
                        intro: None,
                        fields: vec![a, b, c],
                        when: None,
                    }],
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
                answers.prefill(key, value, source.clone());
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

/// The keys of what a step shows.
fn shown(reading: &Reading<'_>, step: &Step) -> BTreeSet<String> {
    let fields = reading
        .fields(step)
        .into_iter()
        .map(|field| field.key.clone());
    let slots = reading
        .materials(step)
        .into_iter()
        .map(|slot| slot.key.clone());
    fields.chain(slots).collect()
}

fn steps(reading: &Reading<'_>) -> Vec<String> {
    let steps = reading.steps().into_iter();
    steps.map(|step| step.key.clone()).collect()
}

proptest! {
    #[test]
    fn posting_touches_only_the_open_fields_of_the_step(
        form in form(), before in answers(), posted in posted(), place in 0usize..2,
    ) {
        let step = &form.steps[place];
        let open: BTreeSet<&str> = step
            .fields()
            .filter(|field| !field.is_locked(&field.key, &before))
            .map(|field| field.key.as_str())
            .collect();
        let mut after = before.clone();
        apply_posted(&form, step, &mut after, &posted, today());
        for key in KEYS {
            if !open.contains(key) {
                prop_assert_eq!(after.get(key), before.get(key), "{} was touched", key);
            } else if after.get(key) != before.get(key) {
                prop_assert_eq!(&after.get(key).unwrap().source, &AnswerSource::Typed);
            }
        }
        // Posting again changes nothing, unless the first post has brought check boxes onto the page:
        // of those the second then says that none is ticked.
        let same = shown(&form.read(&before, today()), step) == shown(&form.read(&after, today()), step);
        if same {
            let mut twice = after.clone();
            apply_posted(&form, step, &mut twice, &posted, today());
            prop_assert_eq!(twice, after);
        }
    }

    #[test]
    fn only_what_is_shown_is_judged(form in form(), answers in answers()) {
        let reading = form.read(&answers, today());
        let found = reading.all_problems(&Materials::default());
        for (key, errors) in &found {
            prop_assert!(steps(&reading).contains(key) && !errors.is_empty());
            let shown = shown(&reading, form.step(key).unwrap());
            for error in errors {
                prop_assert!(shown.contains(&error.field), "{} is not shown", error.field);
            }
        }
        // And everything shown that must be answered and is not, is named.
        for step in reading.steps() {
            let missing = reading
                .fields(step)
                .into_iter()
                .filter(|field| field.required && reading.answers().value(&field.key).is_none());
            for field in missing {
                let named = found.iter().flat_map(|(_, errors)| errors).any(|e| e.field == field.key);
                prop_assert!(named, "{} is missing and not named", field.key);
            }
        }
    }

    #[test]
    fn what_is_relevant_is_settled_after_one_walk(form in form(), answers in answers()) {
        let reading = form.read(&answers, today());
        let again = form.read(reading.answers(), today());
        prop_assert_eq!(again.answers(), reading.answers());
        for (key, answer) in reading.answers().iter() {
            prop_assert_eq!(Some(answer), answers.get(key));
        }
        prop_assert_eq!(steps(&again), steps(&reading));
    }

    #[test]
    fn opposites_never_agree(form in form(), answers in answers(), condition in condition(6)) {
        if let Some(condition) = condition {
            let reading = form.read(&answers, today());
            let opposite = Expression::new(format!("!({})", condition.source()));
            match (reading.holds(&condition), reading.holds(&opposite)) {
                (Ok(Some(holds)), Ok(Some(opposite))) => prop_assert_ne!(holds, opposite),
                (Ok(None), other) => prop_assert!(!matches!(other, Ok(Some(_))), "{:?}", other),
                (Err(_), other) => prop_assert!(!matches!(other, Ok(Some(_))), "{:?}", other),
                (Ok(Some(_)), other) => prop_assert!(false, "{:?}", other),
            }
            let json = serde_json::to_string(&condition).unwrap();
            prop_assert_eq!(serde_json::from_str::<Expression>(&json).unwrap(), condition);
        }
    }

    #[test]
    fn what_does_not_decide_changes_nothing_on_its_page(
        form in form(), before in answers(), key in select(KEYS.to_vec()), value in select(VALUES.to_vec()),
    ) {
        for step in &form.steps {
            let is_here = step.fields().any(|field| field.key == key);
            if !is_here || step.deciding().contains(key) {
                continue;
            }
            let mut after = before.clone();
            after.set_typed(key, vec![value.to_owned()]);
            let (before, after) = (form.read(&before, today()), form.read(&after, today()));
            prop_assert_eq!(shown(&before, step), shown(&after, step));
        }
    }
}
