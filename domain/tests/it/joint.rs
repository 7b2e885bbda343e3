//! Joint services: where each matter stands, whatever became of the others, and one notice for all.

use std::collections::BTreeMap;

use domain::cases::{
    Case, Demands, Event, Flow, Joint, Matter, Outcome, Party, Point, Refusal, Standing, Target,
};
use domain::catalogue::{DefinitionProblem as Problem, ServiceDefinition};
use domain::{AccountId, CaseId, DepartmentCode, ItemCode};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::case_samples::{case, event, joint_flow, party};
use crate::support::{beijing, calendar, date, definition, item};

/// Six matters: c needs a and b, d needs c, e needs nothing, f needs e and d.
fn joint() -> Joint {
    let limit = json!({ "number": 10, "unit": "working_days" });
    let matter = |key: &str, after: &[&str]| {
        json!({
            "key": key, "name": { "zh": key, "en": key }, "department": "police", "after": after,
            "flow": { "promised": limit, "statutory": limit }
        })
    };
    let matters = [
        matter("a", &[]),
        matter("b", &[]),
        matter("c", &["a", "b"]),
        matter("d", &["c"]),
        matter("e", &[]),
        matter("f", &["e", "d"]),
    ];
    serde_json::from_value(json!({ "matters": matters })).unwrap()
}

fn standings(asked: &str, begun: &[(&str, Standing)]) -> String {
    let joint = joint();
    let begun: BTreeMap<_, _> = begun.iter().copied().collect();
    let standings = joint.standings(
        |matter| asked.contains(&matter.key),
        |matter| begun.get(matter.key.as_str()).copied(),
    );
    let shown: Vec<_> = standings.iter().map(|(_, it)| it.key()).collect();
    shown.join(" ")
}

#[test]
fn a_matter_begins_when_everything_it_needs_is_there() {
    use Standing::{Ended, Granted, Issued, Open};
    for (asked, begun, expected) in [
        ("abcdef", vec![], "ready ready waits waits ready waits"),
        (
            "abcdef",
            vec![("a", Granted)],
            "granted ready waits waits ready waits",
        ),
        (
            "abcdef",
            vec![("a", Granted), ("b", Issued)],
            "granted issued ready waits ready waits",
        ),
        (
            "abcdef",
            vec![("a", Granted), ("b", Ended), ("e", Open)],
            "granted ended fallen fallen open fallen",
        ),
        // What was not asked for keeps nobody waiting.
        (
            "cd",
            vec![],
            "not-asked not-asked ready waits not-asked not-asked",
        ),
        (
            "acf",
            vec![("a", Granted)],
            "granted not-asked ready not-asked not-asked ready",
        ),
    ] {
        assert_eq!(standings(asked, &begun), expected, "{asked} {begun:?}");
    }
}

proptest! {
    /// However the departments decide, and in whatever order: everything comes to an end, nothing begins before
    /// what it needs, and what is granted never built on a refusal.
    #[test]
    fn every_application_comes_to_its_end(asked in 0_u8..64, granted in 0_u8..64, order in prop::collection::vec(0_usize..6, 30)) {
        let joint = joint();
        let bit = |set: u8, key: &str| set & (1 << "abcdef".find(key).unwrap()) != 0;
        let mut begun: BTreeMap<String, Standing> = BTreeMap::new();
        let mut turns = order.into_iter().chain((0..6).cycle().take(60));
        loop {
            let now = joint.standings(|it| bit(asked, &it.key), |it| begun.get(&it.key).copied());
            if now.iter().all(|(_, standing)| standing.is_over()) {
                for (matter, standing) in &now {
                    prop_assert_eq!(*standing == Standing::NotAsked, !bit(asked, &matter.key));
                    let needed = || now.iter().filter(|(it, _)| matter.after.contains(&it.key));
                    let broken = needed().any(|(_, it)| matches!(it, Standing::Ended | Standing::Fallen));
                    prop_assert_eq!(*standing == Standing::Fallen, bit(asked, &matter.key) && broken);
                }
                break;
            }
            let turn = turns.next();
            prop_assert!(turn.is_some(), "it never ends: {now:?}");
            let (matter, standing) = now[turn.unwrap()];
            let end = if bit(granted, &matter.key) { Standing::Granted } else { Standing::Ended };
            match standing {
                Standing::Ready => { begun.insert(matter.key.clone(), Standing::Open); }
                Standing::Open => { begun.insert(matter.key.clone(), end); }
                _ => {}
            }
        }
    }
}

fn about(key: &str, why: &str) -> Point {
    Point {
        target: Target::Field {
            key: key.to_owned(),
        },
        why: why.to_owned(),
    }
}

fn demands(notice: &str, points: Vec<Point>) -> Demands {
    Demands {
        notice: notice.to_owned(),
        points,
    }
}

fn tried(case: Case, by: &Party, event: Event, flow: &Flow) -> Result<Case, Refusal> {
    case.apply(event, by, flow, beijing("2026-11-02 10:00"), &calendar())
}

#[test]
fn the_notice_says_what_every_department_wants() {
    let flow = joint_flow();
    let (lead, other) = (party('H'), party('h'));
    let wants = demands(
        "车辆信息不清",
        vec![about("plate", "看不清"), about("name", "写全名")],
    );
    let looked = tried(
        case("in", &flow),
        &other,
        Event::Look { asked: wants },
        &flow,
    )
    .unwrap();
    assert_eq!(
        tried(looked.clone(), &lead, Event::Accept, &flow),
        Err(Refusal::DemandsOpen)
    );
    // What both say of the same stands in one point.
    let own = demands("请尽快", vec![about("name", "与户口簿一致")]);
    let asked = tried(
        looked.clone(),
        &lead,
        Event::RequestCorrection { asked: own },
        &flow,
    );
    let asked = asked.unwrap();
    let asked = asked.state.asked().unwrap();
    assert_eq!(asked.notice, "请尽快\n车辆信息不清");
    assert_eq!(asked.about_field("name"), Some("与户口簿一致；写全名"));
    assert_eq!(asked.about_field("plate"), Some("看不清"));
    // Nothing of its own is enough, and completing it twice changes nothing.
    let none = Event::RequestCorrection {
        asked: Demands::default(),
    };
    let once = looked.complete(none);
    assert_eq!(looked.complete(once.clone()), once);
    assert!(tried(looked.clone(), &lead, once, &flow).is_ok());
    // Its last look counts.
    let fine = Event::Look {
        asked: Demands::default(),
    };
    let mended = tried(looked, &other, fine, &flow).unwrap();
    assert_eq!(mended.looks().len(), 1);
    assert!(tried(mended, &lead, Event::Accept, &flow).is_ok());
}

#[test]
fn what_all_departments_want_fits_into_one_notice() {
    let flow = joint_flow();
    let many = |number: usize| (0..number).map(|n| about(&format!("f{n}"), "错")).collect();
    let look = |asked| tried(case("in", &flow), &party('h'), Event::Look { asked }, &flow);
    assert_eq!(look(demands("", many(51))), Err(Refusal::TooManyPoints));
    assert_eq!(
        look(demands(&"长".repeat(2001), vec![])),
        Err(Refusal::TextTooLong)
    );
    // Whatever they have filled, its writer can still send it and add to it.
    let full = look(demands(&"长".repeat(2000), many(50))).unwrap();
    let one_more = demands(&"短".repeat(2000), vec![about("another", "错")]);
    let sent = tried(
        full,
        &party('H'),
        Event::RequestCorrection { asked: one_more },
        &flow,
    )
    .unwrap();
    let asked = sent.state.asked().unwrap();
    assert_eq!(
        (asked.points.len(), asked.notice.chars().count()),
        (51, 4001)
    );
}

#[test]
fn a_matter_is_a_case_of_its_own() {
    let flow = joint_flow();
    let application = Case::draft(
        CaseId::new("whole"),
        ItemCode::new("item"),
        3,
        DepartmentCode::new("police"),
        AccountId::new("applicant"),
    );
    let matter: &Matter = flow.joint.as_ref().unwrap().matter("plates").unwrap();
    let part = Case::part(CaseId::new("part"), &application, matter);
    assert_eq!(part.department.as_str(), "transport");
    assert_eq!(
        (part.file().as_str(), application.file().as_str()),
        ("whole", "whole")
    );
    let begin = event(
        domain::cases::EventKind::Begin,
        Outcome::Approve,
        &part,
        &Party::System,
        &matter.flow,
    );
    let begun = tried(part, &Party::System, begin, &matter.flow).unwrap();
    let clock = begun.clock.as_ref().unwrap();
    assert_eq!(clock.accepted_on, date("2026-11-02"));
    assert!(!begun.can_be_rated());
}

fn whole(change: impl FnOnce(&mut Value)) -> ServiceDefinition {
    let mut flow = serde_json::to_value(joint()).unwrap();
    change(&mut flow);
    let mut whole = definition();
    whole.certificate = None;
    whole.flow = Flow {
        four_eyes: false,
        automatic: None,
        joint: serde_json::from_value(flow).unwrap(),
        ..whole.flow
    };
    whole
}

#[test]
fn a_joint_service_is_checked_before_it_is_published() {
    let found = |change: fn(&mut Value)| {
        let problems = whole(change).check(&item(), date("2026-11-02"));
        let of_joint = problems.into_iter().filter(|problem| {
            matches!(
                problem,
                Problem::MatterCount
                    | Problem::MatterKey(_)
                    | Problem::MatterOrder { .. }
                    | Problem::MatterStep { .. }
                    | Problem::MatterFlow(_)
                    | Problem::OfMatter { .. }
            )
        });
        of_joint.collect::<Vec<_>>()
    };
    assert_eq!(found(|_| {}), []);
    let one = found(|joint| joint["matters"].as_array_mut().unwrap().truncate(1));
    assert_eq!(one, [Problem::MatterCount]);
    let twice = found(|joint| joint["matters"][1]["key"] = json!("a"));
    assert!(
        twice.contains(&Problem::MatterKey("a".to_owned())),
        "{twice:?}"
    );
    let late = found(|joint| joint["matters"][0]["after"] = json!(["f"]));
    assert_eq!(
        late,
        [Problem::MatterOrder {
            matter: "a".to_owned(),
            needs: "f".to_owned()
        }]
    );
    let step = found(|joint| joint["matters"][4]["steps"] = json!(["nowhere"]));
    assert!(step.contains(&Problem::MatterStep {
        matter: "e".to_owned(),
        step: "nowhere".to_owned()
    }));
    let looks_first = found(|joint| {
        joint["matters"][3]["flow"]["precheck"] = json!({ "number": 1, "unit": "working_days" });
    });
    assert_eq!(looks_first, [Problem::MatterFlow("d".to_owned())]);
    let too_long = found(|joint| {
        joint["matters"][2]["flow"]["promised"] = json!({ "number": 11, "unit": "working_days" });
    });
    assert_eq!(
        too_long,
        [Problem::OfMatter {
            matter: "c".to_owned(),
            problem: Box::new(Problem::PromisedTooLong)
        }]
    );
}

#[test]
fn what_only_matters_have_is_none_of_the_joint_service() {
    let mut whole = whole(|_| {});
    whole.flow.four_eyes = true;
    let problems = whole.check(&item(), date("2026-11-02"));
    assert!(problems.contains(&Problem::JointFlow), "{problems:?}");
}
