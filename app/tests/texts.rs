//! Every text that the program asks for is there, in every language, and none is there in vain.

#![expect(
    clippy::unwrap_used,
    reason = "clippy knows only test functions themselves, not what they call"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use domain::Locale;
use domain::accounts::PasswordProblem;
use domain::cases::{Ending, EventKind, Ground, Light, Outcome, ProcedureKind, Verdict};
use domain::catalogue::{Audience, HandlingType, ItemType, Topic};
use domain::certificates::CertificateState;
use domain::consultations::{Closing, ConsultationProblem, Opinion};
use domain::desk::{
    AbsenceProblem, AssignmentChange, AssignmentRefusal, AssignmentRule, InboxTab, TemplateProblem,
    WritingProblem,
};
use domain::evaluations::{
    self, EvaluationChannel, FollowUpRefusal, Level, RectificationRefusal, RectificationState,
    StepKind, StrikeGround,
};
use domain::forms::{Register, RegisterField};
use domain::notices::{DeliveryProblem, DeliveryState, NoticeChannel, NoticeKind, NoticeTopic};
use domain::site::{ReportKind, ReportProblem};
use domain::supervision::{Card, RecordRefusal, RuleProblem, Rules, Ruling, Told};
use portal::evaluations::Pile;
use portal::texts;

/// The sources that speak to people.
const SOURCES: [&str; 3] = ["app/src", "server/src", "portal/src"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push(path);
        }
    }
}

fn source() -> String {
    let mut found = Vec::new();
    for folder in SOURCES {
        files(&root().join(folder), "rs", &mut found);
    }
    // The domain names the keys of its problems and refusals itself.
    files(&root().join("domain/src"), "rs", &mut found);
    found
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// The string literals that stand right behind `call`.
fn literals<'a>(source: &'a str, call: &str) -> BTreeSet<&'a str> {
    source
        .match_indices(call)
        .filter_map(|(at, _)| source[at + call.len()..].split('"').next())
        .filter(|literal| {
            literal
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        })
        .collect()
}

/// Keys that are put together from a name: the beginning, and the names.
fn families() -> Vec<(&'static str, Vec<String>)> {
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let all = |keys: Vec<&'static str>| keys.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let states = [
        "draft",
        "prechecking",
        "returned",
        "submitted",
        "correction_requested",
        "accepted",
        "suspended",
        "proposed",
        "approved",
        "rejected",
        "not_accepted",
        "withdrawn",
        "closed",
        "delivered",
    ];
    let written = [
        "return_precheck",
        "request_correction",
        "refuse_acceptance",
        "conclude",
        "suspend",
        "resume",
        "extend",
        "propose",
        "send_back",
        "decide",
        "close",
    ];
    let steps = [
        "contact",
        "correct",
        "plan",
        "verify",
        "send_back",
        "propose_strike",
        "strike",
        "keep",
        "uphold_appeal",
        "reject_appeal",
    ];
    let mut desk = vec!["pass_precheck", "accept", "deliver"];
    desk.extend(written);
    let events = all(EventKind::ALL.iter().map(|kind| kind.key()).collect());
    let options = Level::ALL
        .iter()
        .flat_map(|level| evaluations::options(*level));
    vec![
        ("case-state-", keys(&states)),
        ("case-event-", events),
        (
            "certificate-state-",
            all(CertificateState::ALL.iter().map(|one| one.key()).collect()),
        ),
        ("desk-action-", keys(&desk)),
        ("desk-done-", keys(&desk)),
        ("desk-text-", keys(&written)),
        ("desk-hint-", keys(&written)),
        ("desk-outcome-", keys(&["propose", "decide"])),
        ("handed-", keys(&["counter", "post"])),
        (
            "ending-",
            all(Ending::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "ground-",
            all(Ground::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "procedure-",
            all(ProcedureKind::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "verdict-",
            all(Verdict::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "outcome-",
            all(Outcome::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "inbox-tab-",
            all(InboxTab::all().iter().map(|one| one.key()).collect()),
        ),
        (
            "light-",
            all(Light::ALL.iter().map(|one| one.key()).collect()),
        ),
        ("channel-", keys(&["web", "kiosk"])),
        ("inbox-order-", keys(&["due", "submitted"])),
        (
            "inbox-filter-",
            keys(&["service", "light", "channel", "assignee"]),
        ),
        (
            "consultation-opinion-",
            all(Opinion::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "consultation-closing-",
            all(Closing::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "consultation-event-",
            all(Closing::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "",
            all(ConsultationProblem::ALL
                .iter()
                .map(|one| one.key())
                .collect()),
        ),
        (
            "consultation-column-",
            keys(&["number", "service", "other", "asked", "due", "state"]),
        ),
        (
            "assignment-change-",
            all(AssignmentChange::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "desk-rule-",
            all(AssignmentRule::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "desk-column-",
            keys(&["number", "service", "applicant", "state", "submitted"]),
        ),
        (
            "desk-column-",
            keys(&["due", "assignee", "tick", "outcome"]),
        ),
        (
            "desk-correction-",
            keys(&["field", "asked", "before", "after"]),
        ),
        (
            "",
            all(AssignmentRefusal::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "",
            all(AbsenceProblem::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "",
            all(TemplateProblem::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "",
            all(WritingProblem::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "watch-",
            all(Rules::default()
                .rules
                .iter()
                .map(|rule| rule.watch.key())
                .collect()),
        ),
        (
            "supervision-light-",
            all(Light::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "supervision-card-",
            all(Card::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "supervision-told-",
            all(Told::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "supervision-ruling-",
            all(Ruling::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "supervision-rule-",
            all(Ruling::ALL.iter().map(|one| one.key()).collect()),
        ),
        ("export-channel-", keys(&["web", "kiosk"])),
        ("export-format-", keys(&["csv", "xlsx"])),
        (
            "",
            all(RecordRefusal::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "",
            all(RuleProblem::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "notice-",
            all(NoticeKind::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "sms-",
            all(NoticeKind::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "notice-topic-",
            all(NoticeTopic::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "notice-channel-",
            all(NoticeChannel::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "delivery-state-",
            all(DeliveryState::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "delivery-problem-",
            all(DeliveryProblem::ALL.iter().map(|one| one.key()).collect()),
        ),
        ("party-", keys(&["applicant", "officer", "system"])),
        (
            "register-",
            all(Register::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "register-field-",
            all(RegisterField::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "report-kind-",
            all(ReportKind::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "topic-",
            all(Topic::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "evaluation-option-",
            options.map(ToString::to_string).collect(),
        ),
        ("", all(ItemType::ALL.iter().map(|one| one.key()).collect())),
        (
            "",
            all(HandlingType::ALL.iter().map(|one| one.key()).collect()),
        ),
        ("", all(Audience::ALL.iter().map(|one| one.key()).collect())),
        ("", all(Level::ALL.iter().map(|one| one.key()).collect())),
        (
            "",
            all(EvaluationChannel::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "",
            all(FollowUpRefusal::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "",
            all(RectificationRefusal::ALL
                .iter()
                .map(|one| one.key())
                .collect()),
        ),
        ("rectification-state-", keys(&RectificationState::KEYS)),
        (
            "rectification-told-",
            all(RectificationState::KEYS
                .into_iter()
                .filter(|key| *key != "strike_proposed")
                .collect()),
        ),
        (
            "rectification-step-",
            all(StepKind::ALL.iter().map(|one| one.key()).collect()),
        ),
        ("rectification-act-", keys(&steps)),
        ("rectification-hint-", keys(&steps)),
        (
            "strike-ground-",
            all(StrikeGround::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "evaluation-pile-",
            all(Pile::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "desk-evaluations-column-",
            keys(&["service", "level", "at", "state", "due", "said"]),
        ),
        (
            "",
            all(ReportProblem::ALL.iter().map(|one| one.key()).collect()),
        ),
        (
            "",
            all(PasswordProblem::ALL.iter().map(|one| one.key()).collect()),
        ),
    ]
}

fn missing(keys: impl IntoIterator<Item = String>) -> Vec<String> {
    keys.into_iter()
        .filter(|key| {
            Locale::ALL
                .iter()
                .any(|locale| !texts::exists(*locale, key))
        })
        .collect()
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let source = source();
    let mut asked = BTreeSet::new();
    for call in [
        "cx.t(\"",
        "cx.tf(\"",
        "own(\"",
        "own_with(\"",
        "texts::text(locale, \"",
    ] {
        asked.extend(literals(&source, call));
    }
    assert!(
        asked.len() > 200,
        "only {} keys were found in the sources",
        asked.len()
    );
    assert_eq!(
        missing(asked.into_iter().map(str::to_owned)),
        Vec::<String>::new()
    );
}

#[test]
fn every_text_of_a_family_exists() {
    for (beginning, names) in families() {
        assert!(!names.is_empty());
        let keys = names.iter().map(|name| format!("{beginning}{name}"));
        assert_eq!(missing(keys), Vec::<String>::new(), "family {beginning}");
    }
}

#[test]
fn a_missing_text_is_noticed() {
    assert_eq!(missing(["no-such-text".to_owned()]), ["no-such-text"]);
    assert_eq!(
        literals("cx.t(\"a-key\") cx.t(\"b\")", "cx.t(\""),
        BTreeSet::from(["a-key", "b"])
    );
    assert!(
        Light::ALL.len() == 4,
        "a new light needs its words in desk.ftl"
    );
}

#[test]
fn no_text_is_there_in_vain() {
    let source = source();
    let mut found = Vec::new();
    files(&root().join("locales/zh-Hans"), "ftl", &mut found);
    // Families, by what stands before the name that is put in.
    let beginnings: BTreeSet<&str> = source
        .split('"')
        .filter_map(|literal| literal.split_once('{'))
        .map(|(beginning, _)| beginning)
        .filter(|beginning| beginning.ends_with('-'))
        .collect();
    // `{key}-about` and `{key}-1` follow a text that stands in the source itself.
    let leader = |key: &str| {
        key.rsplit_once('-')
            .map(|(leader, _)| format!("\"{leader}\""))
    };
    let texts: String = found
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let unused: Vec<_> = texts
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| key.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter(|key| !source.contains(&format!("\"{key}\"")))
        .filter(|key| !texts.contains(&format!("{{ {key} }}")))
        .filter(|key| {
            !beginnings
                .iter()
                .any(|beginning| key.starts_with(beginning))
        })
        .filter(|key| leader(key).is_none_or(|leader| !source.contains(&leader)))
        .collect();
    assert_eq!(unused, Vec::<&str>::new(), "texts that nothing asks for");
}
