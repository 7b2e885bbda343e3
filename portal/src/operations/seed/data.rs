//! The files of the demonstration city, built into the program.

use std::collections::BTreeMap;

use domain::cases::Role;
use domain::catalogue::{ServiceDefinition, ServiceItem};
use domain::forms::{Register, RegisterField};
use domain::identity::{CreditCode, Email, MobilePhone, ResidentId};
use domain::ids::DepartmentCode;
use domain::text::{Locale, Text};
use rust_embed::RustEmbed;
use serde::Deserialize;

use super::SeededAccount;
use crate::Internal;
use crate::accounts::{SeededCitizen, SeededOfficer};

const DEPARTMENTS: &str = include_str!("../../../seed/departments.json");
const DIVISIONS: &str = include_str!("../../../seed/divisions.json");
const PEOPLE: &str = include_str!("../../../seed/people.json");
/// One file a service.
#[derive(RustEmbed)]
#[folder = "seed/items"]
struct Items;

/// The demonstration city.
pub(super) struct Data {
    pub(super) divisions: Vec<Division>,
    pub(super) departments: Vec<Department>,
    pub(super) items: Vec<Service>,
    pub(super) citizens: Vec<Citizen>,
    pub(super) officers: Vec<Officer>,
    /// The password of everybody.
    pub(super) password: String,
}

/// A department as its file has it.
#[derive(Deserialize)]
pub(super) struct Department {
    pub(super) code: DepartmentCode,
    pub(super) name: Text,
    pub(super) credit_code: String,
    pub(super) phone: String,
    pub(super) address: String,
    pub(super) sort: i32,
}

/// A division as its file has it.
#[derive(Deserialize)]
pub(super) struct Division {
    pub(super) code: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) parent: Option<String>,
    pub(super) level: i16,
}

/// A service as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Service {
    /// The item as the catalogue lists it.
    pub(crate) item: ServiceItem,
    /// What is published about it.
    pub(crate) definition: ServiceDefinition,
}

/// A citizen with what the registers hold.
pub(super) struct Citizen {
    pub(super) account: SeededCitizen,
    pub(super) registers: Vec<(Register, BTreeMap<RegisterField, String>)>,
    about: Text,
}

/// An officer.
pub(super) struct Officer {
    pub(super) account: SeededOfficer,
    department_name: Text,
}

#[derive(Deserialize)]
struct People {
    citizens: Vec<RawCitizen>,
    officers: Vec<RawOfficer>,
}

#[derive(Deserialize)]
struct RawCitizen {
    login: String,
    password: String,
    situation: Text,
    name: Text,
    resident_id: String,
    phone: String,
    locale: String,
    registers: BTreeMap<Register, Option<BTreeMap<RegisterField, String>>>,
}

#[derive(Deserialize)]
struct RawOfficer {
    login: String,
    password: String,
    name: Text,
    department: DepartmentCode,
    role: Role,
    title: Text,
}

/// What every mistake in the files becomes; the tests of this module say where it is.
fn broken() -> Internal {
    Internal::new("the demonstration city contradicts itself")
}

impl Data {
    /// Reads the files.
    pub(super) fn embedded() -> Result<Self, Internal> {
        let departments: Vec<Department> = serde_json::from_str(DEPARTMENTS)?;
        if departments
            .iter()
            .any(|one| CreditCode::parse(&one.credit_code).is_err())
        {
            return Err(broken());
        }
        let items: Vec<Service> = Items::iter()
            .filter_map(|name| Items::get(&name))
            .map(|file| serde_json::from_slice(&file.data))
            .collect::<Result<_, _>>()?;
        let People { citizens, officers } = serde_json::from_str(PEOPLE)?;
        let password = citizens
            .first()
            .map(|one| one.password.clone())
            .ok_or_else(broken)?;
        let passwords = citizens
            .iter()
            .map(|one| &one.password)
            .chain(officers.iter().map(|one| &one.password));
        if passwords.into_iter().any(|one| *one != password) {
            return Err(broken());
        }
        let citizens = citizens
            .into_iter()
            .map(citizen)
            .collect::<Result<_, _>>()?;
        let officers = officers
            .into_iter()
            .map(|raw| officer(raw, &departments))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            divisions: serde_json::from_str(DIVISIONS)?,
            departments,
            items,
            citizens,
            officers,
            password,
        })
    }

    /// Everybody who can sign in, citizens first.
    pub(super) fn accounts(&self) -> Vec<SeededAccount> {
        let citizens = self.citizens.iter().map(|one| SeededAccount {
            login: one.account.email.as_str().to_owned(),
            name: one.account.name.clone(),
            about: one.about.clone(),
            department: None,
            role: None,
        });
        let officers = self.officers.iter().map(|one| SeededAccount {
            login: one.account.email.as_str().to_owned(),
            name: one.account.name.clone(),
            about: one.account.title.clone(),
            department: Some(one.department_name.clone()),
            role: Some(one.account.role),
        });
        citizens.chain(officers).collect()
    }
}

fn citizen(raw: RawCitizen) -> Result<Citizen, Internal> {
    let account = SeededCitizen {
        email: Email::parse(&raw.login).map_err(|_| broken())?,
        phone: MobilePhone::parse(&raw.phone).map_err(|_| broken())?,
        name: raw.name.zh,
        resident_id: ResidentId::parse(&raw.resident_id).map_err(|_| broken())?,
        locale: Locale::parse(&raw.locale).ok_or_else(broken)?,
    };
    // A register without a record of the person is `null`: forms show then how they do without.
    let registers: Vec<_> = raw
        .registers
        .into_iter()
        .filter_map(|(register, entry)| Some((register, entry?)))
        .collect();
    let misplaced = registers
        .iter()
        .any(|(register, entry)| entry.keys().any(|field| field.register() != *register));
    if misplaced {
        return Err(broken());
    }
    Ok(Citizen {
        account,
        registers,
        about: raw.situation,
    })
}

fn officer(raw: RawOfficer, departments: &[Department]) -> Result<Officer, Internal> {
    let department = departments.iter().find(|one| one.code == raw.department);
    let account = SeededOfficer {
        email: Email::parse(&raw.login).map_err(|_| broken())?,
        name: raw.name.zh,
        department: raw.department,
        role: raw.role,
        title: raw.title,
    };
    let department_name = department.ok_or_else(broken)?.name.clone();
    Ok(Officer {
        account,
        department_name,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_can_be_published() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        for Service { item, definition } in Data::embedded().unwrap().items {
            assert_eq!(definition.check(&item, today), [], "{}", item.name.zh);
        }
    }

    /// What a mother answers beside what the registers know.
    const NEWBORN: [(&str, &[&str]); 33] = [
        ("who_applies", &["mother"]),
        ("birth_case", &["here"]),
        ("married", &["yes"]),
        ("follow", &["mother"]),
        ("register_kind", &["family"]),
        ("same_ethnicity", &["yes"]),
        ("costs", &["claim"]),
        ("surname", &["林"]),
        ("given_name", &["知夏"]),
        ("child_sex", &["female"]),
        ("child_birth", &["2026-11-18"]),
        ("child_birth_time", &["08:35"]),
        ("hospital", &["maternity"]),
        ("gestation_weeks", &["39"]),
        ("birth_weight", &["3300"]),
        ("birth_length", &["50"]),
        ("name", &["林亦诺"]),
        ("resident_id", &["990102199103160241"]),
        ("sex", &["female"]),
        ("phone", &["19900000001"]),
        ("home", &["990102002", "梧桐街 21 号 3 单元 502 室"]),
        ("husband", &["spouse", "周启帆", "990103198809070311"]),
        ("child_ethnicity", &["汉族"]),
        (
            "target_address",
            &["通和市云岭区梧桐街 21 号 3 单元 502 室"],
        ),
        ("host_is", &["mother"]),
        ("clinic", &["heshun"]),
        ("guidance", &["feeding", "visits"]),
        ("bank", &["tonghe_rural"]),
        ("bank_consent", &["agreed"]),
        ("insured_elsewhere", &["no"]),
        ("insurance_kind", &["employee"]),
        ("total_amount", &["8650.40"]),
        ("card_bank", &["通和农商银行"]),
    ];

    #[test]
    fn a_newborn_gets_all_seven_with_one_form() {
        let items = Data::embedded().unwrap().items;
        let is_newborn = |one: &&Service| one.item.name.zh == "新生儿出生一件事";
        let definition = &items.iter().find(is_newborn).unwrap().definition;
        let joint = definition.flow.joint.as_ref().unwrap();
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let files = ["birth_record", "marriage_certificate", "cost_papers"];
        let files = files.map(str::to_owned).into_iter().collect();
        let read = |costs: &str, handover: &str| {
            let mut answers = domain::forms::Answers::default();
            let last = [
                ("costs", [costs]),
                ("handover", [handover]),
                ("informed", ["yes"]),
                ("declaration", ["yes"]),
            ];
            let last = last.iter().map(|(key, value)| (*key, value.as_slice()));
            for (key, values) in NEWBORN.into_iter().chain(last) {
                let values = values.iter().map(|&value| value.to_owned()).collect();
                answers.set_typed(key, values);
            }
            let reading = definition.form.read(&answers, today);
            assert_eq!(reading.all_problems(&files), []);
            let together = reading.holds(joint.together_when.as_ref().unwrap());
            let is_asked = |matter: &&domain::cases::Matter| {
                let when = matter.when.as_ref();
                when.is_none_or(|when| reading.holds(when) == Ok(Some(true)))
            };
            let asked = joint.matters.iter().filter(is_asked);
            (together, asked.map(|matter| matter.key.clone()).collect())
        };
        let all: Vec<_> = joint.matters.iter().map(|it| it.key.clone()).collect();
        assert_eq!(all.len(), 7);
        assert_eq!(read("claim", "together"), (Ok(Some(true)), all.clone()));
        // What the hospital has settled is not claimed again.
        let others = all.into_iter().filter(|key| key != "maternity_benefit");
        let others: Vec<_> = others.collect();
        assert_eq!(read("settled", "as_they_come"), (Ok(Some(false)), others));
    }

    #[test]
    fn the_city_is_read_whole() {
        let data = Data::embedded().unwrap();
        let codes: Vec<_> = data.departments.iter().map(|one| &one.code).collect();
        for item in &data.items {
            assert!(codes.contains(&&item.item.department), "{}", item.item.code);
            assert!(item.item.name.en.is_some(), "{}", item.item.code);
        }
        assert_eq!(
            data.accounts().len(),
            data.citizens.len() + data.officers.len()
        );
    }
}
