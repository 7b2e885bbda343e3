use super::*;

fn definition() -> ServiceDefinition {
    serde_json::from_value(serde_json::json!({
        "guide": {
            "summary": {"zh": "测试"},
            "promised": {"number": 5, "unit": "working_days"},
            "statutory": {"number": 20, "unit": "working_days"},
            "materials": [
                {"key": "card", "name": {"zh": "身份证"}, "exemption": "certificate"},
                {"key": "photo", "name": {"zh": "照片"}, "when": "kind == 'new'"},
                {"key": "proof", "name": {"zh": "证明"}, "when": "kind == 'lost' && local == false",
                 "necessity": "deferred"},
                {"key": "consent", "name": {"zh": "同意书"}, "when": "agent"}
            ]
        },
        "choice": {
            "eligibility": [
                {"fails_when": "years < 16", "reason": {"zh": "未满十六岁"}, "instead": "A-2"},
                {"fails_when": "local == false && kind == 'new'", "reason": {"zh": "户籍不在本市"}}
            ],
            "scenarios": [
                {"key": "first", "name": {"zh": "首次"}, "when": "kind == 'new'"},
                {"key": "again", "name": {"zh": "补办"}}
            ]
        },
        "form": {"steps": [
            {"key": "situation", "title": {"zh": "您的情况"}, "early": true, "sections": [{"fields": [
                {"key": "years", "label": {"zh": "几岁"}, "required": true, "kind": {"type": "number"}},
                {"key": "kind", "label": {"zh": "办哪种"}, "required": true, "kind": {"type": "choice", "options": [
                    {"value": "new", "label": {"zh": "新办"}}, {"value": "lost", "label": {"zh": "补办"}}]}},
                {"key": "local", "label": {"zh": "本市户籍"}, "required": true, "kind": {"type": "yes_no"}},
                {"key": "agent", "label": {"zh": "代办"}, "required": true, "kind": {"type": "yes_no"},
                 "when": "kind == 'lost'"}
            ]}]},
            {"key": "you", "title": {"zh": "您"}, "sections": [{"fields": [
                {"key": "phone", "label": {"zh": "电话"}, "kind": {"type": "phone"}}
            ]}], "materials": [
                {"key": "photo", "name": {"zh": "照片"}, "deferrable": {"number": 10, "unit": "working_days"},
                 "commitment": {"notice": {"zh": "须知"}, "promise": {"zh": "承诺"}}}
            ]}
        ]},
        "flow": {
            "four_eyes": false,
            "acceptance": {"number": 5, "unit": "working_days"},
            "correction": {"number": 15, "unit": "working_days"},
            "promised": {"number": 5, "unit": "working_days"},
            "statutory": {"number": 20, "unit": "working_days"}
        }
    }))
    .unwrap()
}

fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (key, value) in given {
        answers.set_typed(key, vec![(*value).to_owned()]);
    }
    answers
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

/// The outcome in one line: open questions, reasons against, those that may still be, scenario, and for
/// each material `+`, `-` or what it waits for.
fn told(definition: &ServiceDefinition, given: &[(&str, &str)]) -> String {
    let outcome = definition.outcome(&answers(given), today());
    let keys = |fields: &[&Field]| {
        let keys: Vec<_> = fields.iter().map(|field| field.key.as_str()).collect();
        keys.join("+")
    };
    let rules = |rules: &[&EligibilityRule]| {
        let reasons: Vec<_> = rules.iter().map(|rule| rule.reason.zh.as_str()).collect();
        reasons.join("+")
    };
    let materials: Vec<_> = outcome
        .materials
        .iter()
        .map(|material| match &material.need {
            Need::Needed => "+".to_owned(),
            Need::NotNeeded => "-".to_owned(),
            Need::Depends(fields) => keys(fields),
        })
        .collect();
    assert_eq!(outcome.fault, None);
    [
        keys(&outcome.open),
        rules(&outcome.barred),
        rules(&outcome.undecided),
        outcome
            .scenario
            .map(|scenario| scenario.key.clone())
            .unwrap_or_default(),
        materials.join(" "),
    ]
    .join(" | ")
}

#[test]
fn answers_lead_to_one_outcome() {
    let definition = definition();
    let cases: [(&[(&str, &str)], &str); 6] = [
        (
            &[],
            "years+kind+local+agent |  | 未满十六岁+户籍不在本市 |  | + kind kind+local agent",
        ),
        (
            &[("years", "15")],
            "kind+local+agent | 未满十六岁 | 户籍不在本市 |  | + kind kind+local agent",
        ),
        (
            &[("years", "16"), ("kind", "new")],
            "local |  | 户籍不在本市 | first | + + - -",
        ),
        (
            &[("years", "30"), ("kind", "new"), ("local", "no")],
            " | 户籍不在本市 |  | first | + + - -",
        ),
        (
            &[("years", "30"), ("kind", "lost"), ("local", "no")],
            "agent |  |  | again | + - + agent",
        ),
        (
            &[
                ("years", "30"),
                ("kind", "lost"),
                ("local", "yes"),
                ("agent", "yes"),
            ],
            " |  |  | again | + - - +",
        ),
    ];
    for (given, expected) in cases {
        assert_eq!(told(&definition, given), expected, "{given:?}");
    }
}

#[test]
fn what_is_settled_does_not_wait() {
    let mut definition = definition();
    definition.choice.eligibility[0].fails_when = "years < 16 || local == false".into();
    let told = told(&definition, &[("years", "3")]);
    assert!(told.contains("| 未满十六岁 |"), "{told}");
}

#[test]
fn a_stale_answer_to_a_question_that_is_not_asked_decides_nothing() {
    let given = [
        ("years", "30"),
        ("kind", "new"),
        ("local", "yes"),
        ("agent", "yes"),
    ];
    assert_eq!(told(&definition(), &given), " |  |  | first | + + - -");
}

#[test]
fn a_rule_that_cannot_be_answered_is_a_fault() {
    let complete = [
        ("years", "30"),
        ("kind", "lost"),
        ("local", "yes"),
        ("agent", "no"),
    ];
    for broken in ["years / 0 > 1", "kind", "no_such_name", "((", "kind < 3"] {
        let mut definition = definition();
        definition.choice.eligibility[0].fails_when = broken.into();
        let outcome = definition.outcome(&answers(&complete), today());
        assert!(outcome.fault.is_some(), "{broken}");
        assert!(!outcome.is_eligible(), "{broken}");
        let mut definition = self::definition();
        definition.guide.materials[1].when = Some(broken.into());
        let outcome = definition.outcome(&answers(&complete), today());
        assert!(outcome.fault.is_some(), "{broken}");
    }
}

#[test]
fn materials_say_how_they_can_be_left_out() {
    let definition = definition();
    let outcome = definition.outcome(&Answers::default(), today());
    let ways: Vec<_> = outcome
        .materials
        .iter()
        .map(MaterialNeed::ways_out)
        .collect();
    let ten_days = definition.form.material("photo").unwrap().deferrable;
    assert_eq!(
        ways,
        [
            vec![WayOut::Certificate],
            vec![WayOut::Promise, WayOut::Later(ten_days)],
            vec![WayOut::Later(None)],
            vec![],
        ]
    );
    let spared: Vec<_> = outcome
        .materials
        .iter()
        .map(MaterialNeed::is_spared)
        .collect();
    assert_eq!(spared, [true, false, false, false]);
}

#[test]
fn a_service_without_early_questions_needs_all_its_materials() {
    let mut definition = definition();
    definition.form.steps.remove(0);
    definition.choice = super::super::GuidedChoice::default();
    for material in &mut definition.guide.materials {
        material.when = None;
    }
    assert_eq!(told(&definition, &[]), " |  |  |  | + + + +");
}
