//! Every state × every event × every party × every kind of flow, against tables written out by hand.

use domain::cases::{Case, CaseState, EventKind, Flow, Outcome, Refusal};

use crate::case_samples::{case, event, flow, joint_flow, part_flow, party, whole_flow};
use crate::support::{beijing, calendar};

/// Who may, in each state (`look2` is looked at after it was sent back, `again` is submitted after a correction, in `review` steps are
/// open and in `through` all are concluded): A the applicant, H a handler, R a reviewer, P the reviewer who made the proposal, S the
/// system; h and r are a handler and a reviewer of another department. A minus is nobody. One officer.
const ONE_OFFICER: &str = "
    event              | draft look look2 returned in  again correct review through waits proposed approved rejected refused withdrawn closed delivered settled
    submit             | A     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    pass_precheck      | -     HRP  HRP   -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    return_precheck    | -     HRP  -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    request_correction | -     -    -     -        HRP -     -       -      -       -     -        -        -        -       -         -      -         -
    look               | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resubmit           | -     -    -     A        -   -     A       -      -       -     -        -        -        -       -         -      -         -
    accept             | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    begin              | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_accepted      | -     S    S     -        S   S     -       -      -       -     -        -        -        -       -         -      -         -
    refuse_acceptance  | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    conclude           | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    conclude_by_rule   | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    suspend            | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resume             | -     -    -     -        -   -     -       -      -       HRPS  -        -        -        -       -         -      -         -
    extend             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    propose            | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    send_back          | -     -    -     -        -   -     -       -      -       -     R        -        -        -       -         -      -         -
    decide             | -     -    -     -        -   -     -       HRP    HRP     -     R        -        -        -       -         -      -         -
    decide_by_rule     | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_granted       | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    withdraw           | A     A    A     A        A   A     A       A      A       A     A        -        -        -       -         -      -         -
    deem_withdrawn     | -     -    -     S        -   -     S       -      -       -     -        -        -        -       -         -      -         -
    close              | -     RP   RP    RP       RP  RP    RP      RP     RP      RP    RP       -        -        -       -         -      -         -
    deliver            | -     -    -     -        -   -     -       -      -       -     -        S        -        -       -         -      -         -
    settle             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    recount            | -     S    S     S        S   S     S       S      S       S     S        S        -        -       -         -      -         -
";

/// Two officers: what differs is proposing and deciding.
const FOUR_EYES: &str = "
    event              | draft look look2 returned in  again correct review through waits proposed approved rejected refused withdrawn closed delivered settled
    submit             | A     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    pass_precheck      | -     HRP  HRP   -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    return_precheck    | -     HRP  -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    request_correction | -     -    -     -        HRP -     -       -      -       -     -        -        -        -       -         -      -         -
    look               | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resubmit           | -     -    -     A        -   -     A       -      -       -     -        -        -        -       -         -      -         -
    accept             | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    begin              | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_accepted      | -     S    S     -        S   S     -       -      -       -     -        -        -        -       -         -      -         -
    refuse_acceptance  | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    conclude           | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    conclude_by_rule   | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    suspend            | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resume             | -     -    -     -        -   -     -       -      -       HRPS  -        -        -        -       -         -      -         -
    extend             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    propose            | -     -    -     -        -   -     -       HRP    HRP     -     -        -        -        -       -         -      -         -
    send_back          | -     -    -     -        -   -     -       -      -       -     R        -        -        -       -         -      -         -
    decide             | -     -    -     -        -   -     -       -      -       -     R        -        -        -       -         -      -         -
    decide_by_rule     | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_granted       | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    withdraw           | A     A    A     A        A   A     A       A      A       A     A        -        -        -       -         -      -         -
    deem_withdrawn     | -     -    -     S        -   -     S       -      -       -     -        -        -        -       -         -      -         -
    close              | -     RP   RP    RP       RP  RP    RP      RP     RP      RP    RP       -        -        -       -         -      -         -
    deliver            | -     -    -     -        -   -     -       -      -       -     -        S        -        -       -         -      -         -
    settle             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    recount            | -     S    S     S        S   S     S       S      S       S     S        S        -        -       -         -      -         -
";

/// One officer, and the rules where they can: what differs is deciding by rule.
const AUTOMATIC: &str = "
    event              | draft look look2 returned in  again correct review through waits proposed approved rejected refused withdrawn closed delivered settled
    submit             | A     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    pass_precheck      | -     HRP  HRP   -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    return_precheck    | -     HRP  -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    request_correction | -     -    -     -        HRP -     -       -      -       -     -        -        -        -       -         -      -         -
    look               | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resubmit           | -     -    -     A        -   -     A       -      -       -     -        -        -        -       -         -      -         -
    accept             | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    begin              | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_accepted      | -     S    S     -        S   S     -       -      -       -     -        -        -        -       -         -      -         -
    refuse_acceptance  | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    conclude           | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    conclude_by_rule   | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    suspend            | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resume             | -     -    -     -        -   -     -       -      -       HRPS  -        -        -        -       -         -      -         -
    extend             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    propose            | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    send_back          | -     -    -     -        -   -     -       -      -       -     R        -        -        -       -         -      -         -
    decide             | -     -    -     -        -   -     -       HRP    HRP     -     R        -        -        -       -         -      -         -
    decide_by_rule     | -     -    -     -        S   S     -       -      -       -     -        -        -        -       -         -      -         -
    deem_granted       | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    withdraw           | A     A    A     A        A   A     A       A      A       A     A        -        -        -       -         -      -         -
    deem_withdrawn     | -     -    -     S        -   -     S       -      -       -     -        -        -        -       -         -      -         -
    close              | -     RP   RP    RP       RP  RP    RP      RP     RP      RP    RP       -        -        -       -         -      -         -
    deliver            | -     -    -     -        -   -     -       -      -       -     -        S        -        -       -         -      -         -
    settle             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    recount            | -     S    S     S        S   S     S       S      S       S     S        S        -        -       -         -      -         -
";

/// Everything that a flow can have, see [`whole_flow`]; what it grants is handed over by an officer.
const WHOLE: &str = "
    event              | draft look look2 returned in  again correct review through waits proposed approved rejected refused withdrawn closed delivered settled
    submit             | A     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    pass_precheck      | -     HRP  HRP   -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    return_precheck    | -     HRP  -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    request_correction | -     -    -     -        HRP -     -       -      -       -     -        -        -        -       -         -      -         -
    look               | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resubmit           | -     -    -     A        -   -     A       -      -       -     -        -        -        -       -         -      -         -
    accept             | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    begin              | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_accepted      | -     S    S     -        S   S     -       -      -       -     -        -        -        -       -         -      -         -
    refuse_acceptance  | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    conclude           | -     -    -     -        -   -     -       HRPhr  -       -     -        -        -        -       -         -      -         -
    conclude_by_rule   | -     -    -     -        -   -     -       S      -       -     -        -        -        -       -         -      -         -
    suspend            | -     -    -     -        -   -     -       HRP    HRP     -     -        -        -        -       -         -      -         -
    resume             | -     -    -     -        -   -     -       -      -       HRPS  -        -        -        -       -         -      -         -
    extend             | -     -    -     -        -   -     -       RP     RP      -     RP       -        -        -       -         -      -         -
    propose            | -     -    -     -        -   -     -       -      HRP     -     -        -        -        -       -         -      -         -
    send_back          | -     -    -     -        -   -     -       -      -       -     R        -        -        -       -         -      -         -
    decide             | -     -    -     -        -   -     -       -      -       -     R        -        -        -       -         -      -         -
    decide_by_rule     | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_granted       | -     S    S     -        S   S     -       S      S       S     S        -        -        -       -         -      -         -
    withdraw           | A     A    A     A        A   A     A       A      A       A     A        -        -        -       -         -      -         -
    deem_withdrawn     | -     -    -     S        -   -     S       -      -       -     -        -        -        -       -         -      -         -
    close              | -     RP   RP    RP       RP  RP    RP      RP     RP      RP    RP       -        -        -       -         -      -         -
    deliver            | -     -    -     -        -   -     -       -      -       -     -        HRP      -        -       -         -      -         -
    settle             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    recount            | -     S    S     S        S   S     S       S      S       S     S        S        -        -       -         -      -         -
";

/// A joint application: another department that decides a matter looks with the lead; from acceptance on the
/// matters go on by themselves.
const JOINT: &str = "
    event              | draft look look2 returned in  again correct review through waits proposed approved rejected refused withdrawn closed delivered settled
    submit             | A     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    pass_precheck      | -     HRP  HRP   -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    return_precheck    | -     HRP  -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    request_correction | -     -    -     -        HRP -     -       -      -       -     -        -        -        -       -         -      -         -
    look               | -     -    -     -        hr  -     -       -      -       -     -        -        -        -       -         -      -         -
    resubmit           | -     -    -     A        -   -     A       -      -       -     -        -        -        -       -         -      -         -
    accept             | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    begin              | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_accepted      | -     S    S     -        S   S     -       -      -       -     -        -        -        -       -         -      -         -
    refuse_acceptance  | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    conclude           | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    conclude_by_rule   | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    suspend            | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resume             | -     -    -     -        -   -     -       -      -       HRPS  -        -        -        -       -         -      -         -
    extend             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    propose            | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    send_back          | -     -    -     -        -   -     -       -      -       -     R        -        -        -       -         -      -         -
    decide             | -     -    -     -        -   -     -       -      -       -     R        -        -        -       -         -      -         -
    decide_by_rule     | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_granted       | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    withdraw           | A     A    A     A        A   A     A       A      A       A     A        -        -        -       -         -      -         -
    deem_withdrawn     | -     -    -     S        -   -     S       -      -       -     -        -        -        -       -         -      -         -
    close              | -     RP   RP    RP       RP  RP    RP      -      -       RP    RP       -        -        -       -         -      -         -
    deliver            | -     -    -     -        -   -     -       -      -       -     -        S        -        -       -         -      -         -
    settle             | -     -    -     -        -   -     -       S      S       -     -        -        -        -       -         -      -         -
    recount            | -     S    S     S        S   S     S       S      S       S     S        S        -        -       -         -      -         -
";

/// A matter of a joint application, with a rule: it begins accepted.
const PART: &str = "
    event              | draft look look2 returned in  again correct review through waits proposed approved rejected refused withdrawn closed delivered settled
    submit             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    pass_precheck      | -     HRP  HRP   -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    return_precheck    | -     HRP  -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    request_correction | -     -    -     -        HRP -     -       -      -       -     -        -        -        -       -         -      -         -
    look               | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resubmit           | -     -    -     A        -   -     A       -      -       -     -        -        -        -       -         -      -         -
    accept             | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    begin              | S     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    deem_accepted      | -     S    S     -        S   S     -       -      -       -     -        -        -        -       -         -      -         -
    refuse_acceptance  | -     -    -     -        HRP HRP   -       -      -       -     -        -        -        -       -         -      -         -
    conclude           | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    conclude_by_rule   | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    suspend            | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    resume             | -     -    -     -        -   -     -       -      -       HRPS  -        -        -        -       -         -      -         -
    extend             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    propose            | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    send_back          | -     -    -     -        -   -     -       -      -       -     R        -        -        -       -         -      -         -
    decide             | -     -    -     -        -   -     -       HRP    HRP     -     R        -        -        -       -         -      -         -
    decide_by_rule     | -     -    -     -        S   S     -       S      S       -     -        -        -        -       -         -      -         -
    deem_granted       | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    withdraw           | -     A    A     A        A   A     A       A      A       A     A        -        -        -       -         -      -         -
    deem_withdrawn     | -     -    -     S        -   -     S       -      -       -     -        -        -        -       -         -      -         -
    close              | -     RP   RP    RP       RP  RP    RP      RP     RP      RP    RP       -        -        -       -         -      -         -
    deliver            | -     -    -     -        -   -     -       -      -       -     -        S        -        -       -         -      -         -
    settle             | -     -    -     -        -   -     -       -      -       -     -        -        -        -       -         -      -         -
    recount            | -     S    S     S        S   S     S       S      S       S     S        S        -        -       -         -      -         -
";

/// The parties: letter, and which events are this party's to make at all, whatever the state. Whoever is
/// not in the tables may never do anything.
const PARTIES: [(char, &str); 10] = [
    ('A', "submit resubmit withdraw"),
    ('B', ""),
    ('H', HANDLES),
    ('R', REVIEWS),
    ('P', REVIEWS),
    ('V', ""),
    ('M', ""),
    ('h', ""),
    ('r', ""),
    (
        'S',
        "begin settle deem_accepted conclude_by_rule resume decide_by_rule deem_granted deem_withdrawn recount",
    ),
];
const HANDLES: &str = "pass_precheck return_precheck request_correction accept refuse_acceptance \
    conclude suspend resume propose decide";
const REVIEWS: &str = "pass_precheck return_precheck request_correction accept refuse_acceptance \
    conclude suspend resume extend propose send_back decide close";

/// The flows, each with its table.
fn tables() -> [(Flow, &'static str); 6] {
    [
        (flow(false, false), ONE_OFFICER),
        (flow(true, false), FOUR_EYES),
        (flow(false, true), AUTOMATIC),
        (whole_flow(), WHOLE),
        (joint_flow(), JOINT),
        (part_flow(), PART),
    ]
}

/// The columns of the tables.
fn states() -> Vec<&'static str> {
    let (_, states) = ONE_OFFICER
        .trim()
        .lines()
        .next()
        .unwrap()
        .split_once('|')
        .unwrap();
    states.split_whitespace().collect()
}

/// The cells of a table: event, state, letters.
fn cells(table: &'static str) -> Vec<(EventKind, &'static str, &'static str)> {
    let mut cells = Vec::new();
    for line in table.trim().lines().skip(1) {
        let (event, row) = line.split_once('|').unwrap();
        let event = EventKind::parse(event.trim()).unwrap();
        cells.extend(
            states()
                .into_iter()
                .zip(row.split_whitespace())
                .map(|(s, who)| (event, s, who)),
        );
    }
    assert_eq!(cells.len(), EventKind::ALL.len() * states().len());
    cells
}

/// Whether a party makes such events at all.
fn makes(letter: char, event: EventKind, state: &str, flow: &Flow) -> bool {
    let (_, events) = PARTIES
        .into_iter()
        .find(|(party, _)| *party == letter)
        .unwrap();
    match event {
        // Who delivers depends on whether it is a thing.
        EventKind::Deliver if flow.handed_over => "HRP".contains(letter),
        EventKind::Deliver => letter == 'S',
        // With two officers a handler never decides; and a proposal is never decided by a handler.
        EventKind::Decide if letter == 'H' => !flow.four_eyes && state != "proposed",
        // Another department is asked where the review has a step for it.
        EventKind::Conclude if "hr".contains(letter) => true,
        // A joint application is looked at by the departments that decide a matter of it.
        EventKind::Look => "hr".contains(letter) && flow.joint.is_some(),
        _ => events.split_whitespace().any(|name| name == event.key()),
    }
}

/// What the tables expect: an approval, or this refusal.
fn expected(
    letter: char,
    event: EventKind,
    state: &str,
    who: &str,
    flow: &Flow,
) -> Result<(), Refusal> {
    let is_asked = event == EventKind::Conclude && !flow.review.is_empty()
        || event == EventKind::Look && flow.joint.is_some();
    match letter {
        _ if who.contains(letter) => Ok(()),
        'B' => Err(Refusal::NotYours),
        'h' | 'r' if !is_asked => Err(Refusal::OtherDepartment),
        _ if !makes(letter, event, state, flow) => Err(Refusal::WrongRole),
        'P' if who == "R" && state == "proposed" => Err(Refusal::SameOfficer),
        _ => Err(Refusal::NotInThisState {
            state: case(state, flow).state.key(),
            event,
        }),
    }
}

#[test]
fn everything_that_can_be_tried_ends_as_the_tables_say() {
    let (now, calendar) = (beijing("2026-11-02 10:00"), calendar());
    let mut tried = 0;
    for (flow, table) in tables() {
        for (kind, state, who) in cells(table) {
            for (letter, _) in PARTIES {
                for outcome in Outcome::ALL {
                    let (before, by) = (case(state, &flow), party(letter));
                    let event = event(kind, outcome, &before, &by, &flow);
                    let done = before.apply(event, &by, &flow, now, &calendar);
                    let expected = expected(letter, kind, state, who, &flow);
                    let place = format!("{letter} tries {kind:?} on {state}");
                    assert_eq!(
                        done.as_ref().map(|_| ()),
                        expected.as_ref().map(|_| ()),
                        "{place}"
                    );
                    if let Ok(next) = done {
                        check_next(&case(state, &flow), &next, kind, outcome, &flow);
                    }
                    tried += 1;
                }
            }
        }
    }
    assert_eq!(tried, 6 * 26 * 18 * 10 * 2);
}

#[test]
fn a_page_offers_exactly_what_the_tables_allow() {
    for (flow, table) in tables() {
        for state in states() {
            for (letter, _) in PARTIES {
                let row = cells(table)
                    .into_iter()
                    .filter(|(_, column, who)| *column == state && who.contains(letter));
                let expected: Vec<EventKind> = row.map(|(event, ..)| event).collect();
                let offered = case(state, &flow).allowed(&party(letter), &flow);
                assert_eq!(offered, expected, "{letter} on {state}");
            }
        }
    }
}

/// Where each event leads.
fn check_next(before: &Case, after: &Case, kind: EventKind, outcome: Outcome, flow: &Flow) {
    let expected = match (kind, outcome) {
        (EventKind::Submit, _) if flow.precheck.is_some() => "prechecking",
        (EventKind::Resubmit, _) if before.state.key() == "returned" => "prechecking",
        (EventKind::Submit | EventKind::Resubmit | EventKind::PassPrecheck, _) => "submitted",
        (EventKind::ReturnPrecheck, _) => "returned",
        (EventKind::RequestCorrection, _) => "correction_requested",
        (
            EventKind::Accept
            | EventKind::Begin
            | EventKind::DeemAccepted
            | EventKind::SendBack
            | EventKind::Conclude
            | EventKind::ConcludeByRule
            | EventKind::Resume,
            _,
        ) => "accepted",
        (EventKind::Settle, _) => "settled",
        (EventKind::Extend | EventKind::Recount | EventKind::Look, _) => before.state.key(),
        (EventKind::Suspend, _) => "suspended",
        (EventKind::RefuseAcceptance, _) => "not_accepted",
        (EventKind::Propose, _) => "proposed",
        (EventKind::Decide, Outcome::Approve)
        | (EventKind::DecideByRule | EventKind::DeemGranted, _) => "approved",
        (EventKind::Decide, Outcome::Reject) => "rejected",
        (EventKind::Withdraw | EventKind::DeemWithdrawn, _) => "withdrawn",
        (EventKind::Close, _) => "closed",
        (EventKind::Deliver, _) => "delivered",
    };
    assert_eq!(after.state.key(), expected, "{kind:?}");
    assert_eq!(after.revision, before.revision + 1);
    let is_thrown_away = before.state == CaseState::Draft && kind == EventKind::Withdraw;
    assert_eq!(after.number.is_none(), is_thrown_away);
    let moves_the_clock = matches!(
        kind,
        EventKind::Accept
            | EventKind::Begin
            | EventKind::DeemAccepted
            | EventKind::DecideByRule
            | EventKind::Suspend
            | EventKind::Resume
            | EventKind::Extend
    ) || kind == EventKind::Recount && before.state.review().is_some();
    assert_eq!(after.clock != before.clock, moves_the_clock, "{kind:?}");
    let fixed = |case: &Case| {
        let Case {
            id,
            item,
            version,
            department,
            applicant,
            ..
        } = case.clone();
        (id, item, version, department, applicant)
    };
    assert_eq!(fixed(after), fixed(before));
}

#[test]
fn final_states_stay_and_open_ones_wait_for_somebody() {
    for (flow, _) in tables() {
        for state in states() {
            let case = case(state, &flow);
            let offered = PARTIES
                .iter()
                .any(|(letter, _)| !case.allowed(&party(*letter), &flow).is_empty());
            assert_eq!(offered, !case.state.is_final(), "{state}");
            let draft = case.state == CaseState::Draft;
            assert_eq!(
                case.state.is_open(),
                !draft && !case.state.is_final(),
                "{state}"
            );
            let is_decided = case.state.is_final() || state == "approved";
            assert_eq!(case.state.result().is_some(), is_decided, "{state}");
        }
    }
}
