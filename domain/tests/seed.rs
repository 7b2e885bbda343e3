//! The demonstration city in `portal/seed` keeps the rules that every published service must keep.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use domain::catalogue::{EligibilityRule, ServiceDefinition, ServiceItem};
use domain::certificates::CertificateIdentifier;
use domain::forms::{
    AnswerSource, Answers, CertificateLine, FieldKind, FormDefinition, Materials, Prefill,
    Register, RegisterField,
};
use domain::identity::{CreditCode, Email, MobilePhone, ResidentId};
use domain::{DepartmentCode, ItemCode, Text};
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemSeed {
    item: ServiceItem,
    definition: ServiceDefinition,
}

#[derive(Deserialize)]
struct DepartmentSeed {
    code: DepartmentCode,
    name: Text,
    credit_code: CreditCode,
}

#[derive(Deserialize)]
struct PeopleSeed {
    citizens: Vec<CitizenSeed>,
    officers: Vec<OfficerSeed>,
}

#[derive(Deserialize)]
struct CitizenSeed {
    login: Email,
    resident_id: ResidentId,
    phone: MobilePhone,
    registers: BTreeMap<Register, Option<BTreeMap<RegisterField, String>>>,
}

#[derive(Deserialize)]
struct OfficerSeed {
    login: Email,
    department: DepartmentCode,
    title: Text,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../portal/seed")
}

fn read<T: DeserializeOwned>(path: PathBuf) -> T {
    let text = fs::read_to_string(&path).expect("the seed file can be read");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn departments() -> Vec<DepartmentSeed> {
    read(folder().join("departments.json"))
}

fn people() -> PeopleSeed {
    read(folder().join("people.json"))
}

fn items() -> Vec<ItemSeed> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder().join("items"))
        .expect("the folder of services is there")
        .map(|entry| entry.expect("the folder can be listed").path())
        .collect();
    paths.sort();
    paths.into_iter().map(read).collect()
}

fn item(name: &str) -> ItemSeed {
    items()
        .into_iter()
        .find(|seed| seed.item.name.zh == name)
        .expect("the service is in the seed")
}

fn citizen(login: &str) -> CitizenSeed {
    people()
        .citizens
        .into_iter()
        .find(|seed| seed.login.as_str() == login)
        .expect("in the seed")
}

/// The values that a form is filled with for this person.
fn prefilled(form: &FormDefinition, person: &CitizenSeed) -> Answers {
    let read_at = DateTime::<Utc>::UNIX_EPOCH;
    let mut answers = Answers::default();
    for field in form.fields() {
        let Some(Prefill::Register(wanted)) = field.prefill else {
            continue;
        };
        let register = wanted.register();
        let body = person.registers.get(&register).and_then(Option::as_ref);
        if let Some(value) = body.and_then(|body| body.get(&wanted)) {
            answers.prefill(
                &field.key,
                value,
                AnswerSource::Register { register, read_at },
            );
        }
    }
    answers
}

/// A day on which the seeds are looked at.
fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day of the calendar")
}

#[test]
fn every_service_can_be_published() {
    for seed in items() {
        let problems = seed.definition.check(&seed.item, today());
        assert_eq!(problems, [], "{}", seed.item.name.zh);
    }
}

#[test]
fn the_city_is_large_enough_to_be_shown() {
    let seeds = items();
    let departments: BTreeSet<_> = seeds.iter().map(|seed| &seed.item.department).collect();
    assert!(seeds.len() >= 60, "{}", seeds.len());
    assert!(departments.len() >= 12, "{}", departments.len());
    let with_choices = seeds.iter().filter(|seed| {
        let form = &seed.definition.form;
        form.is_online() && !seed.definition.choice.scenarios.is_empty()
    });
    assert!(with_choices.count() >= 15);
}

#[test]
fn better_items_exist() {
    let codes: BTreeSet<_> = items().into_iter().map(|seed| seed.item.code).collect();
    for seed in items() {
        for rule in seed.definition.choice.eligibility {
            let known = rule.instead.is_none_or(|instead| codes.contains(&instead));
            assert!(known, "{}: {}", seed.item.name.zh, rule.reason.zh);
        }
    }
}

#[test]
fn certificates_that_fill_in_are_issued() {
    let seeds = items();
    let issued = |line: &CertificateLine| {
        let mut templates = seeds
            .iter()
            .filter_map(|s| s.definition.certificate.as_ref());
        templates.any(|one| {
            one.type_code == line.type_code && one.fields.iter().any(|f| f.label.zh == line.line)
        })
    };
    let mut count = 0;
    for seed in &seeds {
        for field in seed.definition.form.fields() {
            if let Some(Prefill::Certificate(line)) = &field.prefill {
                count += 1;
                assert!(issued(line), "{}: {}", seed.item.name.zh, field.key);
            }
        }
    }
    assert!(count >= 4, "{count}");
}

#[test]
fn what_is_asked_again_was_asked_before() {
    let seeds = items();
    let fields: Vec<_> = seeds
        .iter()
        .flat_map(|seed| seed.definition.form.fields())
        .map(|field| (field.key.as_str(), field.kind.name()))
        .collect();
    for seed in &seeds {
        for field in seed.definition.form.fields() {
            if field.prefill == Some(Prefill::Earlier) {
                let same = (field.key.as_str(), field.kind.name());
                let asked = fields.iter().filter(|one| **one == same).count();
                assert!(asked >= 2, "{}: {}", seed.item.name.zh, field.key);
            }
        }
    }
}

#[test]
fn item_and_certificate_codes_begin_with_the_department() {
    let codes: BTreeMap<_, _> = departments()
        .into_iter()
        .map(|d| (d.code, d.credit_code))
        .collect();
    let mut seen = BTreeSet::new();
    for ItemSeed { item, definition } in items() {
        let department = codes[&item.department].as_str();
        assert_eq!(ItemCode::parse(item.code.as_str()), Ok(item.code.clone()));
        assert!(matches!(item.code.as_str().len(), 31 | 33), "{}", item.code);
        assert!(item.code.as_str().starts_with(department), "{}", item.code);
        assert!(seen.insert(item.code.to_string()), "{}", item.code);
        if let Some(certificate) = definition.certificate {
            let type_code = certificate.type_code;
            assert!(type_code.starts_with(department), "{type_code}");
            assert!(CertificateIdentifier::compose(&type_code, department, "1", 1).is_ok());
            assert!(seen.insert(type_code));
        }
    }
}

#[test]
fn people_are_invented_and_belong_to_the_city() {
    let PeopleSeed { citizens, officers } = people();
    let mut logins = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    for person in &citizens {
        assert!(person.login.as_str().ends_with("@example.com"));
        assert!(person.resident_id.region().starts_with("9901"));
        assert!(logins.insert(person.login.as_str()));
        assert!(
            numbers.insert(person.resident_id.as_str()) && numbers.insert(person.phone.as_str())
        );
        for (register, body) in &person.registers {
            for field in body.iter().flat_map(BTreeMap::keys) {
                assert_eq!(
                    field.register(),
                    *register,
                    "{field:?} of {}",
                    person.login.as_str()
                );
            }
        }
    }
    let known: BTreeSet<_> = departments().into_iter().map(|seed| seed.code).collect();
    for officer in &officers {
        assert!(officer.login.as_str().ends_with("@desk.example.com"));
        assert!(logins.insert(officer.login.as_str()));
        assert!(
            known.contains(&officer.department),
            "{}",
            officer.department
        );
        assert!(officer.title.en.is_some());
    }
    assert!(departments().iter().all(|seed| seed.name.en.is_some()));
}

#[test]
fn register_values_are_among_the_options() {
    for ItemSeed {
        definition: ServiceDefinition { form, .. },
        ..
    } in items()
    {
        for person in people().citizens {
            for (key, answer) in prefilled(&form, &person).iter() {
                let kind = &form.field(key).expect("answers come from the form").kind;
                if let FieldKind::Choice { options } = kind {
                    let known = options
                        .iter()
                        .any(|option| answer.values.contains(&option.value));
                    assert!(known, "{key}: {:?}", answer.values);
                }
            }
        }
    }
}

#[test]
fn care_elsewhere_is_decided_by_rule_only_on_what_the_register_says() {
    let ServiceDefinition { form, flow, .. } = item("异地长期居住人员备案").definition;
    let rule = flow
        .automatic
        .expect("the service decides by rule")
        .approve_when;
    let choose = |answers: &mut Answers, chosen: &[(&str, &str)]| {
        for (key, value) in chosen {
            answers.set_typed(key, vec![(*value).to_owned()]);
        }
    };
    let asked = [
        ("destination", "other_province"),
        ("proof", "commitment"),
        ("commitment", "agreed"),
    ];
    let decided = |answers: &Answers| form.read(answers, today()).holds(&rule) == Ok(Some(true));

    let mut insured = prefilled(&form, &citizen("chen.yuehua@example.com"));
    choose(&mut insured, &asked);
    assert!(decided(&insured));

    let mut without_commitment = insured.clone();
    choose(&mut without_commitment, &[("proof", "permit")]);
    assert!(!decided(&without_commitment));

    let mut within_the_city = insured.clone();
    choose(&mut within_the_city, &[("destination", "within_city")]);
    assert!(!decided(&within_the_city));

    let mut unknown = prefilled(&form, &citizen("wu.deshan@example.com"));
    choose(&mut unknown, &asked);
    choose(
        &mut unknown,
        &[("insurance_status", "insured"), ("insured_place", "990100")],
    );
    assert!(!decided(&unknown));

    let mut insured_in_anhe = prefilled(&form, &citizen("luo.zhibai@example.com"));
    choose(&mut insured_in_anhe, &asked);
    assert!(!decided(&insured_in_anhe));
}

#[test]
fn a_birth_is_registered_with_or_without_a_marriage() {
    let ServiceDefinition { form, choice, .. } = item("生育登记").definition;
    let asks = |married: &str, key: &str| {
        let mut answers = Answers::default();
        answers.set_typed("married", vec![married.to_owned()]);
        form.read(&answers, today()).asks(key)
    };
    for key in ["spouse", "spouse_household", "married_on"] {
        assert!(asks("yes", key) && !asks("no", key), "{key}");
    }
    let wanted = |married: &str| {
        let mut answers = Answers::default();
        answers.set_typed("married", vec![married.to_owned()]);
        let reading = form.read(&answers, today());
        form.steps
            .iter()
            .flat_map(|step| reading.materials(step))
            .any(|slot| slot.key == "marriage_certificate")
    };
    assert!(wanted("yes") && !wanted("no"));
    let barred = |rule: &EligibilityRule| rule.fails_when.names().contains(&"married");
    assert!(!choice.eligibility.iter().any(barred));
}

#[test]
fn a_pension_is_asked_of_those_only_whom_the_register_does_not_know() {
    let form = item("失业保险金申领").definition.form;
    let read = |login: &str| {
        let mut answers = prefilled(&form, &citizen(login));
        answers.set_typed("declaration", vec!["yes".to_owned()]);
        let reading = form.read(&answers, today());
        let refused = reading
            .all_problems(&Materials::default())
            .iter()
            .flat_map(|(_, errors)| errors)
            .any(|error| error.field == "declaration");
        (reading.asks("has_pension"), refused)
    };
    assert_eq!(read("chen.yuehua@example.com"), (false, true));
    assert_eq!(read("zhou.qifan@example.com"), (false, false));
    assert_eq!(read("wu.deshan@example.com"), (true, false));
}
