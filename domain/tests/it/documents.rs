//! Which event makes which document, on which law, and which of them name remedies.

use domain::cases::{Case, EventKind, Flow, Outcome};
use domain::catalogue::ItemType;
use domain::documents::{DocumentKind, Law};

use crate::case_samples::{case, event, flow, party};

/// Event, state afterwards, what it makes, the law where the item is a licence, and whether it names remedies.
const MADE: &str = "
    submit             in        receipt           law-licensing-29            -
    submit             look      receipt           law-licensing-29            -
    resubmit           again     receipt           law-licensing-29            -
    pass_precheck      in        -                 -                           -
    return_precheck    returned  -                 -                           -
    request_correction correct   correction        law-licensing-32-correction -
    accept             review    acceptance        law-licensing-32-acceptance -
    deem_accepted      review    acceptance        law-licensing-32-acceptance -
    refuse_acceptance  refused   non-acceptance    law-licensing-32-refusal    remedies
    look               in        -                 -                           -
    begin              review    -                 -                           -
    settle             settled   -                 -                           -
    conclude           review    -                 -                           -
    conclude_by_rule   review    -                 -                           -
    suspend            waits     special-procedure law-licensing-45            -
    resume             through   -                 -                           -
    extend             through   extension         law-licensing-42            -
    propose            proposed  -                 -                           -
    send_back          through   -                 -                           -
    decide             approved  approval          law-licensing-38-approval   -
    decide             rejected  rejection         law-licensing-38-rejection  remedies
    decide_by_rule     approved  approval          law-licensing-38-approval   -
    deem_granted       approved  approval          law-licensing-50            -
    withdraw           withdrawn termination       -                           -
    withdraw           draft     -                 -                           -
    deem_withdrawn     withdrawn termination       -                           remedies
    close              closed    termination       -                           remedies
    deliver            delivered service-proof     law-licensing-44            -
    recount            in        -                 -                           -
";

struct Line {
    kind: EventKind,
    case: Case,
    flow: Flow,
    made: Option<DocumentKind>,
    law: Option<Law>,
    remedies: bool,
}

fn lines() -> Vec<Line> {
    let written = MADE.lines().map(str::trim).filter(|line| !line.is_empty());
    let read = |line: &str| {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let [event, state, made, law, remedies] = cells[..] else {
            panic!("{line}");
        };
        let flow = flow(false, false);
        Line {
            kind: EventKind::parse(event).unwrap(),
            case: case(state, &flow),
            flow,
            made: (made != "-").then(|| DocumentKind::parse(made).unwrap()),
            law: (law != "-").then(|| Law::parse(law).unwrap()),
            remedies: remedies == "remedies",
        }
    };
    written.map(read).collect()
}

#[test]
fn every_event_makes_what_the_table_says() {
    let lines = lines();
    for kind in EventKind::ALL {
        assert!(lines.iter().any(|line| line.kind == kind), "{kind:?}");
    }
    for line in &lines {
        let made = DocumentKind::made_by(line.kind, &line.case);
        assert_eq!(made, line.made, "{:?}", line.kind);
        let Some(made) = made else { continue };
        let by = party('S');
        let happened = event(line.kind, Outcome::Approve, &line.case, &by, &line.flow);
        assert_eq!(made.law(ItemType::Licence, &happened), line.law, "{made:?}");
        assert_eq!(made.names_remedies(line.kind), line.remedies, "{made:?}");
        for item in ItemType::ALL
            .into_iter()
            .filter(|item| *item != ItemType::Licence)
        {
            let law = made.law(item, &happened);
            assert!(
                matches!(law, None | Some(Law::OnlineServices)),
                "行政许可法 says nothing of {item:?}: {law:?}"
            );
        }
    }
}

#[test]
fn every_kind_is_made_by_something() {
    let lines = lines();
    for kind in DocumentKind::ALL {
        assert!(lines.iter().any(|line| line.made == Some(kind)), "{kind:?}");
        assert_eq!(DocumentKind::parse(kind.key()), Some(kind));
    }
}
