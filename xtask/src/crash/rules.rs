//! What has to be true of the cases in a database, whatever happened to the portal.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::facts::{CaseFacts, Facts};
use super::journal::Receipt;

/// Keys as the portal writes them.
const DRAFT: &str = "draft";
const SUBMIT: &str = "submit";
const SUBMIT_ACTION: &str = "case.submit";

/// Everything that is lost, half done or there twice.
pub fn findings(facts: &Facts, receipts: &[Receipt]) -> Vec<String> {
    let mut found = Vec::new();
    if facts.integrity != ["ok"] {
        found.push(format!(
            "the database is damaged: {}",
            facts.integrity.join("; ")
        ));
    }
    acknowledged(facts, receipts, &mut found);
    for case in &facts.cases {
        whole(case, &mut found);
    }
    numbers(facts, &mut found);
    found
}

/// Submitted cases that nobody was told about. After a run in which everything was sent again until it
/// was answered there is none.
pub fn nothing_unknown(facts: &Facts, receipts: &[Receipt]) -> Vec<String> {
    let known: HashSet<&str> = receipts
        .iter()
        .map(|receipt| receipt.case.as_str())
        .collect();
    facts
        .cases
        .iter()
        .filter(|case| case.state != DRAFT && !known.contains(case.id.as_str()))
        .map(|case| format!("{} is submitted and nobody knows of it", case.id))
        .collect()
}

/// What was acknowledged is there, once, under the number that the receipt showed.
fn acknowledged(facts: &Facts, receipts: &[Receipt], found: &mut Vec<String>) {
    let cases: HashMap<&str, &CaseFacts> = facts
        .cases
        .iter()
        .map(|case| (case.id.as_str(), case))
        .collect();
    let mut seen = HashSet::new();
    for Receipt { case: id, number } in receipts {
        if !seen.insert(id) {
            found.push(format!("{id} was acknowledged to two submissions"));
        }
        match cases.get(id.as_str()) {
            None => found.push(format!("{id} was acknowledged and is lost")),
            Some(case) if case.state == DRAFT => {
                found.push(format!("{id} was acknowledged and is a draft"));
            }
            Some(case) if number.is_some() && case.number != *number => {
                found.push(format!("{id} has another number than its receipt"));
            }
            Some(_) => {}
        }
    }
}

/// A submitted case has everything that a submission makes, and a draft nothing of it.
fn whole(case: &CaseFacts, found: &mut Vec<String>) {
    let id = &case.id;
    let mut must = |good: bool, what: &str| {
        if !good {
            found.push(format!("{id} ({}) {what}", case.state));
        }
    };
    must(
        case.sealed_state.as_ref() == Some(&case.state),
        "disagrees with its sealed state",
    );
    must(case.has_answers, "has no answers");
    let is_submitted = case.state != DRAFT;
    let submissions = case
        .audits
        .iter()
        .filter(|action| *action == SUBMIT_ACTION)
        .count();
    must(
        submissions == usize::from(is_submitted),
        &format!("was submitted {submissions} times according to the audit trail"),
    );
    let places: Vec<u64> = case.events.iter().map(|(place, _)| *place).collect();
    must(
        places.iter().copied().eq(1..=case.revision),
        "has a history with holes",
    );
    let mail = format!("mail:{id}:1");
    let mails = case.jobs.iter().filter(|key| **key == mail).count();
    if is_submitted {
        must(case.number.is_some(), "has no number");
        must(case.number_is_valid, "has a malformed number");
        must(
            case.events.first().is_some_and(|(_, kind)| kind == SUBMIT),
            "has no submission in its history",
        );
        must(mails == 1, "has not promised one mail");
        must(case.notices > 0, "has no notice");
    } else {
        must(case.number.is_none(), "has a number");
        must(case.events.is_empty(), "has a history");
        must(case.jobs.is_empty(), "has jobs");
        must(case.notices == 0, "has notices");
    }
}

/// No number is there twice, and the counter of a day has given out exactly the numbers of that day.
fn numbers(facts: &Facts, found: &mut Vec<String>) {
    let mut seen = HashSet::new();
    let mut days: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for number in facts.cases.iter().filter_map(|case| case.number.as_ref()) {
        if !seen.insert(number) {
            found.push(format!("the number {number} is there twice"));
        }
        match day_and_sequence(number) {
            Some((day, sequence)) => {
                days.entry(day).or_default().insert(sequence);
            }
            None => found.push(format!("the number {number} has no day")),
        }
    }
    for (day, sequences) in &days {
        let last = sequences.last().copied().unwrap_or_default();
        let counted = facts.counters.get(day).copied().unwrap_or_default();
        if counted < last {
            found.push(format!(
                "the counter of {day} is at {counted}, a number at {last}"
            ));
        } else if !sequences.iter().copied().eq(1..=counted) {
            found.push(format!(
                "the counter of {day} is at {counted}, but there are {} numbers",
                sequences.len()
            ));
        }
    }
}

/// Day and daily sequence of a case number: region 6, date 8, sequence 6, check character.
fn day_and_sequence(number: &str) -> Option<(String, u64)> {
    let (year, month, day) = (number.get(6..10)?, number.get(10..12)?, number.get(12..14)?);
    let sequence = number.get(14..20)?.parse().ok()?;
    Some((format!("{year}-{month}-{day}"), sequence))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn submitted(id: &str, sequence: u64) -> CaseFacts {
        CaseFacts {
            id: id.to_owned(),
            number: Some(format!("99010020261121{sequence:06}X")),
            number_is_valid: true,
            state: "submitted".to_owned(),
            sealed_state: Some("submitted".to_owned()),
            revision: 1,
            events: vec![(1, "submit".to_owned())],
            audits: vec!["case.start".to_owned(), "case.submit".to_owned()],
            jobs: vec![format!("mail:{id}:1")],
            notices: 1,
            has_answers: true,
        }
    }

    fn draft(id: &str) -> CaseFacts {
        CaseFacts {
            id: id.to_owned(),
            state: "draft".to_owned(),
            sealed_state: Some("draft".to_owned()),
            audits: vec!["case.start".to_owned()],
            has_answers: true,
            ..CaseFacts::default()
        }
    }

    fn good() -> Facts {
        Facts {
            integrity: vec!["ok".to_owned()],
            counters: BTreeMap::from([("2026-11-21".to_owned(), 2)]),
            cases: vec![submitted("a", 1), submitted("b", 2), draft("c")],
        }
    }

    fn receipts() -> Vec<Receipt> {
        good().cases[..2]
            .iter()
            .map(|case| Receipt {
                case: case.id.clone(),
                number: case.number.clone(),
            })
            .collect()
    }

    #[track_caller]
    fn noticed(part: &str, damage: impl FnOnce(&mut Facts)) {
        let mut facts = good();
        damage(&mut facts);
        let found = findings(&facts, &receipts()).join("\n");
        assert!(found.contains(part), "{part}: {found}");
    }

    #[test]
    fn a_sound_database_has_no_findings() {
        assert_eq!(findings(&good(), &receipts()), [""; 0]);
        assert_eq!(nothing_unknown(&good(), &receipts()), [""; 0]);
        let mut unread = receipts();
        unread[0].number = None;
        assert_eq!(findings(&good(), &unread), [""; 0]);
    }

    #[test]
    fn a_lost_case_is_noticed() {
        noticed("a was acknowledged and is lost", |facts| {
            facts.cases.remove(0);
        });
        noticed("b was acknowledged and is a draft", |facts| {
            facts.cases[1] = draft("b")
        });
    }

    #[test]
    fn a_half_submission_is_noticed() {
        noticed("a (submitted) has no number", |facts| {
            facts.cases[0].number = None
        });
        noticed("malformed", |facts| facts.cases[0].number_is_valid = false);
        noticed("holes", |facts| facts.cases[0].events.clear());
        noticed("no submission in its history", |facts| {
            facts.cases[0].events[0].1 = "accept".to_owned();
        });
        noticed("submitted 0 times", |facts| {
            facts.cases[0].audits.truncate(1)
        });
        noticed("promised one mail", |facts| facts.cases[0].jobs.clear());
        noticed("no notice", |facts| facts.cases[0].notices = 0);
        noticed("no answers", |facts| facts.cases[0].has_answers = false);
        noticed("sealed state", |facts| {
            facts.cases[0].sealed_state = Some("draft".to_owned())
        });
        noticed("sealed state", |facts| facts.cases[0].sealed_state = None);
    }

    #[test]
    fn a_draft_with_parts_of_a_submission_is_noticed() {
        let number = submitted("c", 3).number;
        noticed("c (draft) has a number", |facts| {
            facts.cases[2].number = number
        });
        noticed("c (draft) has a history", |facts| {
            facts.cases[2].events.push((1, "submit".to_owned()));
        });
        noticed("c (draft) has jobs", |facts| {
            facts.cases[2].jobs.push("mail:c:1".to_owned())
        });
        noticed("c (draft) has notices", |facts| facts.cases[2].notices = 1);
        noticed("submitted 1 times", |facts| {
            facts.cases[2].audits.push("case.submit".to_owned());
        });
    }

    #[test]
    fn what_is_there_twice_is_noticed() {
        noticed("is there twice", |facts| {
            facts.cases[1].number = facts.cases[0].number.clone()
        });
        noticed("submitted 2 times", |facts| {
            facts.cases[0].audits.push("case.submit".to_owned());
        });
        let mut twice = receipts();
        twice.push(twice[0].clone());
        let found = findings(&good(), &twice).join("\n");
        assert!(found.contains("two submissions"), "{found}");
        let mut facts = good();
        facts.cases.push(submitted("d", 3));
        assert_eq!(nothing_unknown(&facts, &receipts()).len(), 1);
    }

    #[test]
    fn a_number_that_is_not_the_one_of_the_receipt_is_noticed() {
        noticed("another number", |facts| {
            facts.cases[0].number = submitted("a", 9).number
        });
    }

    #[test]
    fn a_counter_that_lags_or_skips_is_noticed() {
        noticed("is at 1, a number at 2", |facts| {
            facts.counters.insert("2026-11-21".to_owned(), 1);
        });
        noticed("is at 3, but there are 2 numbers", |facts| {
            facts.counters.insert("2026-11-21".to_owned(), 3);
        });
        noticed("is at 0", |facts| facts.counters.clear());
    }

    #[test]
    fn a_damaged_file_is_noticed() {
        noticed("row 7 missing", |facts| {
            facts.integrity = vec!["row 7 missing from index".to_owned()];
        });
        noticed("is damaged", |facts| facts.integrity.clear());
    }
}
