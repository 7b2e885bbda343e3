//! Every state × every step × every party of a rectification, against a table written out by hand.

use domain::calendar::DueDate;
use domain::cases::{Light, Party, Role};
use domain::evaluations::{
    Deed, Ending, LIMITS, Level, MAX_TEXT_CHARS, Rectification, RectificationRefusal as Refusal,
    RectificationState as State, Setting, Step, StepKind, StrikeGround,
};
use domain::{AccountId, DepartmentCode};

use crate::support::{beijing, calendar, date};

/// Who may, in each state (`final` is struck out after an appeal). W the one who rated, H a handler, R a
/// reviewer, V a supervisor of another department, S the clock. A minus is nobody.
const TABLE: &str = "
    step           | opened contacted planned corrected second_look strike_proposed struck_out final appealed raised closed
    contact        | HR     -         -       -         -           -               -          -     -        -      -
    correct        | -      HR        HR      -         -           -               -          -     -        -      -
    plan           | -      HR        -       -         -           -               -          -     -        -      -
    verify         | -      -         -       RV        -           -               -          -     -        -      -
    send_back      | -      -         -       RV        -           -               -          -     -        -      -
    content        | -      -         -       -         W           -               -          -     -        -      -
    not_content    | -      -         -       -         W           -               -          -     -        -      -
    lapse          | -      -         -       -         S           -               -          -     -        -      -
    propose_strike | HR     HR        HR      -         -           -               -          -     -        -      -
    strike         | -      -         -       -         -           RV              -          -     -        -      -
    keep           | -      -         -       -         -           RV              -          -     -        -      -
    appeal         | -      -         -       -         -           -               W          -     -        -      -
    uphold_appeal  | -      -         -       -         -           -               -          -     RV       -      -
    reject_appeal  | -      -         -       -         -           -               -          -     RV       -      -
    raise          | W      W         W       W         W           -               -          -     -        -      -
    reopen         | -      -         -       -         -           -               -          -     -        W      W
";

/// The parties: letter, and which steps are this party's at all, whatever the state.
const OFFICE: &str = "contact correct plan propose_strike";
const SECOND: &str = "verify send_back strike keep uphold_appeal reject_appeal";
const AUTHOR: &str = "content not_content appeal raise reopen";

/// W who rated, w somebody else, H handler, R reviewer, P the reviewer who took the step before, I a
/// reviewer who handled the case, V supervisor elsewhere, M administrator, h and r of another department,
/// S the clock.
const PARTIES: [char; 11] = ['W', 'w', 'H', 'R', 'P', 'I', 'V', 'M', 'h', 'r', 'S'];

fn party(letter: char) -> Party {
    let officer = |account: &str, department: &str, role| Party::Officer {
        account: AccountId::new(account),
        department: DepartmentCode::new(department),
        role,
    };
    match letter {
        'W' => Party::Applicant(AccountId::new("author")),
        'w' => Party::Applicant(AccountId::new("somebody else")),
        'H' => officer("handler", "police", Role::Handler),
        'R' => officer("reviewer", "police", Role::Reviewer),
        'P' => officer("speaker", "police", Role::Reviewer),
        'I' => officer("involved", "police", Role::Reviewer),
        'V' => officer("supervisor", "data", Role::Supervisor),
        'M' => officer("administrator", "police", Role::Administrator),
        'h' => officer("handler elsewhere", "transport", Role::Handler),
        'r' => officer("reviewer elsewhere", "transport", Role::Reviewer),
        'S' => Party::System,
        other => panic!("no party {other}"),
    }
}

fn is_one_of(kind: StepKind, names: &str) -> bool {
    names.split(' ').any(|name| name == kind.key())
}

fn step(kind: StepKind) -> Step {
    match kind {
        StepKind::Contact => Step::Contact,
        StepKind::Correct => Step::Correct,
        StepKind::Plan => Step::Plan { days: 15 },
        StepKind::Verify => Step::Verify,
        StepKind::SendBack => Step::SendBack,
        StepKind::Content => Step::Content,
        StepKind::NotContent => Step::NotContent,
        StepKind::Lapse => Step::Lapse,
        StepKind::ProposeStrike => Step::ProposeStrike {
            ground: StrikeGround::Untrue,
        },
        StepKind::Strike => Step::Strike,
        StepKind::Keep => Step::Keep,
        StepKind::Appeal => Step::Appeal,
        StepKind::UpholdAppeal => Step::UpholdAppeal,
        StepKind::RejectAppeal => Step::RejectAppeal,
        StepKind::Raise => Step::Raise,
        StepKind::Reopen => Step::Reopen,
    }
}

fn due(text: &str) -> DueDate {
    DueDate {
        date: date(text),
        provisional: false,
    }
}

/// A rectification in a state. The office is late with everything; who rated is not, but for the second
/// look, whose time is over, so that the clock may act.
fn rectification(name: &str) -> Rectification {
    let at = beijing("2026-03-02 09:00");
    let (speaker, again) = (AccountId::new("speaker"), false);
    let (late, ground) = (due("2026-03-03"), StrikeGround::Untrue);
    let by = [speaker.clone(), AccountId::new("another")];
    let appeal_until = Some(due("2026-03-20"));
    let state = match name {
        "opened" => State::Opened {
            at,
            due: late,
            again,
        },
        "contacted" => State::Contacted {
            at,
            due: late,
            again,
        },
        "planned" => State::Planned {
            at,
            due: late,
            again,
        },
        "corrected" => State::Corrected {
            at,
            by: speaker,
            due: late,
            again,
            in_time: true,
        },
        "second_look" => State::SecondLook {
            at,
            due: late,
            again,
            in_time: true,
        },
        "strike_proposed" => State::StrikeProposed {
            at,
            by: speaker,
            ground,
            due: late,
            before: Box::new(rectification("planned").state),
        },
        "struck_out" => State::StruckOut {
            at,
            by,
            ground,
            appeal_until,
        },
        "final" => State::StruckOut {
            at,
            by,
            ground,
            appeal_until: None,
        },
        "appealed" => State::Appealed {
            at,
            by,
            ground,
            due: late,
        },
        "raised" => State::Raised { at },
        "closed" => State::Closed {
            at,
            ending: Ending::Content,
            in_time: true,
        },
        other => panic!("no state {other}"),
    };
    Rectification {
        department: DepartmentCode::new("police"),
        author: AccountId::new("author"),
        state,
        revision: 4,
    }
}

fn take(
    from: Rectification,
    step: Step,
    letter: char,
    text: &str,
    now: &str,
) -> Result<Rectification, Refusal> {
    let calendar = calendar();
    let deed = Deed {
        step,
        text,
        by: &party(letter),
        involved: letter == 'I',
    };
    let setting = Setting {
        now: beijing(now),
        calendar: &calendar,
        limits: &LIMITS,
    };
    from.apply(&deed, &setting)
}

const NOW: &str = "2026-03-10 10:00";

/// The cells of the table: step, state, letters.
fn cells() -> Vec<(StepKind, &'static str, &'static str)> {
    let mut lines = TABLE.trim().lines();
    let (_, states) = lines.next().unwrap().split_once('|').unwrap();
    let states: Vec<_> = states.split_whitespace().collect();
    let mut cells = Vec::new();
    for line in lines {
        let (kind, row) = line.split_once('|').unwrap();
        let kind = StepKind::parse(kind.trim()).unwrap();
        cells.extend(
            states
                .iter()
                .zip(row.split_whitespace())
                .map(|(state, who)| (kind, *state, who)),
        );
    }
    assert_eq!(cells.len(), StepKind::ALL.len() * 11);
    cells
}

/// What the table expects of a party.
fn expected(letter: char, kind: StepKind, state: &str, who: &str) -> Result<(), Refusal> {
    let office = is_one_of(kind, OFFICE);
    let second = is_one_of(kind, SECOND);
    let own = match letter {
        'W' => is_one_of(kind, AUTHOR),
        'w' => return Err(Refusal::NotYours),
        'H' => office,
        'R' | 'P' | 'I' => office || second,
        'V' => second,
        'S' => kind == StepKind::Lapse,
        _ => false,
    };
    match letter {
        'h' | 'r' => return Err(Refusal::OtherDepartment),
        'V' if !second => return Err(Refusal::OtherDepartment),
        _ if !own => return Err(Refusal::WrongRole),
        _ => {}
    }
    let stands_for = if matches!(letter, 'P' | 'I') {
        'R'
    } else {
        letter
    };
    if !who.contains(stands_for) {
        return Err(Refusal::NotInThisState);
    }
    match letter {
        'P' if second && state != "opened" => Err(Refusal::SameOfficer),
        'I' if second => Err(Refusal::Involved),
        _ => Ok(()),
    }
}

#[test]
fn everything_that_can_be_tried_ends_as_the_table_says() {
    let mut tried = 0;
    for (kind, state, who) in cells() {
        for letter in PARTIES {
            let from = rectification(state);
            let place = format!("{letter} tries {kind:?} on {state}");
            let done = take(from.clone(), step(kind), letter, "写明", NOW);
            let wanted = expected(letter, kind, state, who);
            assert_eq!(
                done.as_ref().map(|_| ()),
                wanted.as_ref().map(|_| ()),
                "{place}"
            );
            let offered = from.allowed(&party(letter), letter == 'I', date("2026-03-10"));
            assert_eq!(offered.contains(&kind), done.is_ok(), "{place}");
            if let Ok(next) = done {
                assert_eq!(next.revision, 5, "{place}");
                assert_eq!(
                    (&next.author, &next.department),
                    (&from.author, &from.department)
                );
                assert!(State::KEYS.contains(&next.state.key()));
            }
            tried += 1;
        }
    }
    assert_eq!(tried, 16 * 11 * 11);
}

#[test]
fn a_state_survives_its_row() {
    for (_, state, _) in cells().into_iter().take(11) {
        let state = rectification(state).state;
        let stored = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<State>(&stored).unwrap(), state);
        assert!(stored.contains(&format!("\"state\":\"{}\"", state.key())));
    }
}

#[test]
fn words_are_asked_of_the_office_and_limited_for_all() {
    let long = "长".repeat(MAX_TEXT_CHARS + 1);
    for (kind, state, who) in cells() {
        let Some(letter) = who.chars().next().filter(|letter| *letter != '-') else {
            continue;
        };
        let silent = take(rectification(state), step(kind), letter, " ", NOW);
        let wanted = if kind.needs_text() {
            Err(Refusal::TextMissing)
        } else {
            Ok(())
        };
        assert_eq!(silent.map(|_| ()), wanted, "{kind:?}");
        let endless = take(rectification(state), step(kind), letter, &long, NOW);
        assert_eq!(endless.unwrap_err(), Refusal::TextTooLong);
    }
}

#[test]
fn days_are_those_of_the_calendar() {
    let calendar = calendar();
    // The Friday before the Spring Festival of 2026: the Saturday is worked, then nine days are off.
    let setting = Setting {
        now: beijing("2026-02-13 17:00"),
        calendar: &calendar,
        limits: &LIMITS,
    };
    let opened = State::opened(&setting, false);
    assert_eq!(opened.due(), Some(due("2026-02-14")));
    let from = Rectification {
        state: opened,
        ..rectification("opened")
    };
    let contacted = take(from, Step::Contact, 'H', "致歉", "2026-02-14 09:00").unwrap();
    assert_eq!(contacted.state.due(), Some(due("2026-02-24")));
    let plan = |days| {
        take(
            contacted.clone(),
            Step::Plan { days },
            'H',
            "要改系统",
            "2026-02-24 09:00",
        )
    };
    for days in [0, 16] {
        assert_eq!(plan(days).unwrap_err(), Refusal::WrongDays);
    }
    let planned = plan(15).unwrap();
    // 28 February is a Saturday that is worked.
    assert_eq!(planned.state.due(), Some(due("2026-03-16")));
    for (now, in_time) in [("2026-03-16 23:59", true), ("2026-03-17 00:00", false)] {
        let corrected = take(planned.clone(), Step::Correct, 'H', "改好了", now).unwrap();
        assert_eq!(corrected.state.corrected(), Some(in_time), "{now}");
    }
}

#[test]
fn not_content_goes_back_once() {
    let looked = rectification("second_look");
    let back = take(looked, Step::NotContent, 'W', "", NOW).unwrap();
    assert!(matches!(back.state, State::Opened { again: true, .. }));
    assert_eq!(back.state.corrected(), None);
    let contacted = take(back, Step::Contact, 'H', "再次致歉", NOW).unwrap();
    let corrected = take(contacted, Step::Correct, 'H', "再改", NOW).unwrap();
    let looked = take(corrected, Step::Verify, 'R', "", NOW).unwrap();
    let ended = take(looked, Step::NotContent, 'W', "", NOW).unwrap();
    let State::Closed { ending, .. } = &ended.state else {
        panic!("{ended:?}")
    };
    assert_eq!(*ending, Ending::NotContent);
    // Who is not content in the end has the last word.
    assert_eq!(ended.state.corrected(), None);
}

#[test]
fn a_proposal_that_is_not_followed_wins_no_time() {
    let from = rectification("planned");
    let step = Step::ProposeStrike {
        ground: StrikeGround::Malicious,
    };
    let proposed = take(from.clone(), step, 'H', "查无此事", NOW).unwrap();
    assert_eq!(
        proposed.state.struck_out(),
        None,
        "one officer is not enough"
    );
    let kept = take(proposed, Step::Keep, 'R', "确有其事", NOW).unwrap();
    assert_eq!(kept.state, from.state);
}

#[test]
fn an_appeal_is_for_once_and_for_a_time() {
    let struck = rectification("struck_out");
    let late = take(
        struck.clone(),
        Step::Appeal,
        'W',
        "不服",
        "2026-03-21 00:00",
    );
    assert_eq!(late.unwrap_err(), Refusal::TooLate);
    assert!(!struck.state.is_dealt_with(date("2026-03-20")));
    assert!(struck.state.is_dealt_with(date("2026-03-21")));
    let appealed = take(struck, Step::Appeal, 'W', "不服", "2026-03-20 23:00").unwrap();
    assert_eq!(appealed.state.struck_out(), Some(StrikeGround::Untrue));
    // Whoever proposed or agreed decides no appeal.
    let same = take(appealed.clone(), Step::RejectAppeal, 'P', "维持", NOW);
    assert_eq!(same.unwrap_err(), Refusal::SameOfficer);
    let rejected = take(appealed.clone(), Step::RejectAppeal, 'V', "维持", NOW).unwrap();
    assert!(rejected.state.is_dealt_with(date("2026-03-10")));
    let again = take(rejected, Step::Appeal, 'W', "还是不服", NOW);
    assert_eq!(again.unwrap_err(), Refusal::NotInThisState);
    let upheld = take(appealed, Step::UpholdAppeal, 'V', "有理", NOW).unwrap();
    assert_eq!(upheld.state.struck_out(), None);
    assert_eq!(upheld.state.due(), Some(due("2026-03-11")));
}

#[test]
fn silence_counts_only_after_its_time() {
    for (now, ends) in [("2026-03-03 23:59", false), ("2026-03-04 00:00", true)] {
        let ended = take(rectification("second_look"), Step::Lapse, 'S', "", now);
        assert_eq!(ended.is_ok(), ends, "{now}");
    }
}

#[test]
fn a_follow_up_raises_reopens_or_changes_nothing() {
    for (state, better, worse) in [
        ("opened", Some(Step::Raise), None),
        ("corrected", Some(Step::Raise), None),
        ("second_look", Some(Step::Raise), None),
        ("raised", None, Some(Step::Reopen)),
        ("closed", None, Some(Step::Reopen)),
    ] {
        let found = rectification(state);
        assert!(!found.is_contested());
        assert_eq!(
            found.step_of_follow_up(Level::Acceptable),
            better,
            "{state}"
        );
        assert_eq!(
            found.step_of_follow_up(Level::Dissatisfied),
            worse,
            "{state}"
        );
    }
    for state in ["strike_proposed", "struck_out", "final", "appealed"] {
        assert!(rectification(state).is_contested(), "{state}");
    }
}

#[test]
fn lights_warn_the_office_alone() {
    for (state, days, light) in [
        ("opened", 1, Light::Green),
        ("opened", 0, Light::Yellow),
        ("opened", -1, Light::Red),
        ("appealed", -1, Light::Red),
        ("second_look", -1, Light::Blue),
        ("struck_out", -1, Light::Green),
    ] {
        assert_eq!(
            rectification(state).state.light(Some(days)),
            light,
            "{state} {days}"
        );
    }
    assert_eq!(rectification("closed").state.light(None), Light::Green);
}
