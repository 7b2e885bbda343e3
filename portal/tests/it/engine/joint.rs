//! One application that three departments decide.

use domain::cases::{
    Case, CaseState, Demands, Event, EventKind, Outcome, Point, Refusal, Standing, Target,
};
use domain::desk::{InboxFilter, InboxTab};
use domain::evaluations::{EvaluationChannel, Level};
use domain::{CaseId, ItemCode};
use portal::accounts::{Citizen, Officer};
use portal::cases::JointView;
use portal::desk::DeskError;
use portal::evaluations::{RateError, Words};
use serde_json::{Value, json};

use super::{act, answers, case, drafted, save, service, view};
use crate::cases::{CARD, citizen, officer, posted};
use crate::support::{TestPortal, both};

const BIRTH: &str = "11990100990100018P0J1";

/// A joint service that the police lead: `birth` is decided by social security, `book` by the police after
/// it, and `card` by the medical insurance, at once, where it is wished for and by rule where the place is 网上.
async fn joint(portal: &TestPortal) {
    let limit = |days: u32| json!({ "number": days, "unit": "working_days" });
    let flow = |days: u32| json!({ "promised": limit(days), "statutory": limit(20) });
    let certificate = |code: &str, from: Value| {
        json!({ "type_code": code, "name": { "zh": code, "en": code }, "fields": [
            { "label": { "zh": "依据", "en": "From" }, "from": from }
        ] })
    };
    let mut by_rule = flow(3);
    by_rule["automatic"] = json!({ "approve_when": "place == '网上'", "reason": { "zh": "需要核对", "en": "To be checked" } });
    let matters = json!([
        { "key": "card", "name": { "zh": "参保", "en": "Card" }, "department": "990100-medical",
          "when": "account != '没有'", "flow": by_rule, "certificate": certificate("11990100990100018P0J3", json!("account")) },
        { "key": "birth", "name": { "zh": "出生证明", "en": "Birth" }, "department": "990100-hrss",
          "steps": ["only"], "flow": flow(2), "certificate": certificate(BIRTH, json!("purpose")) },
        { "key": "book", "name": { "zh": "户口簿", "en": "Book" }, "department": "990100-police", "after": ["birth"],
          "flow": flow(5), "certificate": certificate("11990100990100018P0J2", json!({ "result_of": "birth" })) }
    ]);
    let whole = json!({ "matters": matters, "together_when": "account == '一起'" });
    service(portal, json!({})).await;
    let code = ItemCode::new(CARD);
    let item = portal.catalogue().item(&code).await.unwrap().unwrap();
    let mut definition = item.definition.unwrap().as_ref().clone();
    let money = json!({
        "key": "money", "title": { "zh": "账户", "en": "Account" }, "sections": [{ "fields": [
            { "key": "account", "label": { "zh": "账户", "en": "Account" }, "required": true, "kind": { "type": "text" } }
        ] }]
    });
    definition
        .form
        .steps
        .push(serde_json::from_value(money).unwrap());
    definition.flow.joint = serde_json::from_value(whole).unwrap();
    portal
        .catalogue()
        .publish(&code, &definition)
        .await
        .unwrap();
}

/// The people of the story.
struct Story {
    lin: Citizen,
    police: Officer,
    hrss: Officer,
    medical: Officer,
    id: CaseId,
}

async fn applied(portal: &TestPortal, place: &str, account: &str) -> Story {
    joint(portal).await;
    let lin = citizen(portal, "lin.yinuo@example.com").await;
    let id = drafted(portal, &lin).await;
    save(portal, &lin, &id, answers("上户口", place)).await;
    let money = posted(&[("account", account)]);
    let saved = portal
        .cases()
        .save_step(&lin, &id, "money", money, vec![])
        .await;
    assert!(saved.unwrap().complete);
    portal.cases().submit(&lin, &id).await.unwrap();
    Story {
        police: officer(portal, "police.handler@desk.example.com").await,
        hrss: officer(portal, "hrss.handler@desk.example.com").await,
        medical: officer(portal, "medical.handler@desk.example.com").await,
        lin,
        id,
    }
}

impl Story {
    async fn joint(&self, portal: &TestPortal) -> JointView {
        view(portal, &self.lin, &self.id).await.joint.unwrap()
    }

    async fn standings(&self, portal: &TestPortal) -> Vec<Standing> {
        let joint = self.joint(portal).await;
        joint.matters.iter().map(|matter| matter.standing).collect()
    }

    /// The case of a matter that has begun.
    async fn part(&self, portal: &TestPortal, key: &str) -> CaseId {
        let joint = self.joint(portal).await;
        let matter = joint.matters.into_iter().find(|matter| matter.key == key);
        matter.unwrap().case.unwrap()
    }

    async fn decide(&self, portal: &TestPortal, key: &str, by: &Officer, outcome: Outcome) {
        let id = self.part(portal, key).await;
        let event = Event::Decide {
            outcome,
            opinion: "见材料".to_owned(),
        };
        act(portal, by, &id, event).await.unwrap();
        portal.run_jobs().await;
    }

    async fn case(&self, portal: &TestPortal) -> Case {
        case(portal, &self.lin, &self.id).await
    }

    async fn accept(&self, portal: &TestPortal) {
        act(portal, &self.police, &self.id, Event::Accept)
            .await
            .unwrap();
    }
}

fn about(key: &str, why: &str) -> Demands {
    Demands {
        notice: String::new(),
        points: vec![Point {
            target: Target::Field {
                key: key.to_owned(),
            },
            why: why.to_owned(),
        }],
    }
}

both!(every_department_decides_its_matter, async |portal| {
    let story = applied(&portal, "窗口", "一号").await;
    assert_eq!(
        story.standings(&portal).await,
        [Standing::Ready, Standing::Ready, Standing::Waits]
    );
    story.accept(&portal).await;
    assert_eq!(
        story.standings(&portal).await,
        [Standing::Open, Standing::Open, Standing::Waits]
    );
    let birth = case(&portal, &story.lin, &story.part(&portal, "birth").await).await;
    let card = case(&portal, &story.lin, &story.part(&portal, "card").await).await;
    let due = |case: &Case| case.clock.as_ref().unwrap().promised_due.date;
    assert_ne!(due(&birth), due(&card), "each has its own clock");
    assert!(birth.number != card.number && birth.number.is_some());

    story
        .decide(&portal, "birth", &story.hrss, Outcome::Approve)
        .await;
    assert_eq!(
        story.standings(&portal).await,
        [Standing::Open, Standing::Granted, Standing::Open]
    );
    story
        .decide(&portal, "card", &story.medical, Outcome::Approve)
        .await;
    assert_eq!(story.case(&portal).await.state.key(), "accepted");
    story
        .decide(&portal, "book", &story.police, Outcome::Approve)
        .await;
    let settled = story.case(&portal).await.state;
    assert!(
        matches!(
            settled,
            CaseState::Settled {
                granted: 3,
                of: 3,
                ..
            }
        ),
        "{settled:?}"
    );

    let mine = portal.certificates().mine(&story.lin).await.unwrap();
    assert_eq!(mine.len(), 3);
    let birth = mine.iter().find(|one| one.body.name.zh == BIRTH).unwrap();
    let book = mine
        .iter()
        .find(|one| one.body.name.zh.ends_with('2'))
        .unwrap();
    let names_it = book
        .body
        .fields
        .iter()
        .any(|(_, value)| value.zh == birth.identifier.to_string());
    assert!(
        names_it,
        "the book names the birth certificate: {:?}",
        book.body.fields
    );
});

both!(
    the_applicant_sees_one_application_and_rates_it_once,
    async |portal| {
        let story = applied(&portal, "窗口", "一号").await;
        story.accept(&portal).await;
        for (key, by) in [
            ("birth", &story.hrss),
            ("card", &story.medical),
            ("book", &story.police),
        ] {
            story.decide(&portal, key, by, Outcome::Approve).await;
        }
        let mine = portal.cases().list(&story.lin).await.unwrap();
        let listed: Vec<_> = mine.iter().map(|row| (&row.id, row.needs_me)).collect();
        assert_eq!(listed, [(&story.id, true)]);
        let words = || Words {
            level: Level::VerySatisfied,
            options: Vec::new(),
            comment: String::new(),
            channel: EvaluationChannel::Web,
        };
        let part = story.part(&portal, "book").await;
        let of_part = portal.evaluations().rate(&story.lin, &part, words()).await;
        assert!(
            matches!(of_part, Err(RateError::NotFinished)),
            "{of_part:?}"
        );
        portal
            .evaluations()
            .rate(&story.lin, &story.id, words())
            .await
            .unwrap();
        let figures = portal.evaluations().figures().await.unwrap();
        let city = figures.year.city;
        assert_eq!(
            (city.finished, city.real()),
            (1, 1),
            "one matter, one rating"
        );
    }
);

both!(one_notice_says_what_all_departments_want, async |portal| {
    let story = applied(&portal, "窗口", "一号").await;
    let inbox = |by: Officer, tab| {
        let portal = portal.portal();
        async move {
            let filter = InboxFilter::whole(tab);
            portal
                .desk()
                .inbox(&by, filter, None)
                .await
                .unwrap()
                .rows
                .len()
        }
    };
    assert_eq!(inbox(story.hrss.clone(), InboxTab::Asked).await, 1);
    let look = Event::Look {
        asked: about("purpose", "请写明给谁上户口"),
    };
    act(&portal, &story.hrss, &story.id, look).await.unwrap();
    assert_eq!(
        inbox(story.hrss.clone(), InboxTab::Asked).await,
        0,
        "it has answered"
    );
    let fine = Event::Look {
        asked: Demands::default(),
    };
    act(&portal, &story.medical, &story.id, fine).await.unwrap();
    let tried = act(&portal, &story.police, &story.id, Event::Accept).await;
    assert!(
        matches!(tried, Err(DeskError::Refused(Refusal::DemandsOpen))),
        "{tried:?}"
    );

    let ask = Event::RequestCorrection {
        asked: about("place", "地址不完整"),
    };
    act(&portal, &story.police, &story.id, ask).await.unwrap();
    let open = view(&portal, &story.lin, &story.id).await;
    let asked = open.case.state.asked().unwrap();
    assert_eq!(asked.about_field("place"), Some("地址不完整"));
    assert_eq!(asked.about_field("purpose"), Some("请写明给谁上户口"));
    let told = open.history.iter().any(|row| row.kind == EventKind::Look);
    assert!(
        !told,
        "what the departments tell each other is not for the applicant"
    );

    save(
        &portal,
        &story.lin,
        &story.id,
        answers("给女儿上户口", "梧桐街 21 号"),
    )
    .await;
    portal.cases().submit(&story.lin, &story.id).await.unwrap();
    let late = Event::Look {
        asked: Demands::default(),
    };
    let late = act(&portal, &story.hrss, &story.id, late).await;
    assert!(
        matches!(late, Err(DeskError::Refused(_))),
        "corrections are asked for once"
    );
    story.accept(&portal).await;
});

both!(a_department_sees_what_its_matter_needs, async |portal| {
    let story = applied(&portal, "窗口", "一号").await;
    let desk = portal.desk();
    let opened = desk.open(&story.hrss, &story.id).await.unwrap().unwrap();
    assert_eq!(opened.view.answers.value("account"), None);
    assert_eq!(opened.view.answers.value("purpose"), Some("上户口"));
    assert_eq!(opened.view.definition.form.steps.len(), 1);
    story.accept(&portal).await;
    let birth = story.part(&portal, "birth").await;
    let own = desk.open(&story.hrss, &birth).await.unwrap().unwrap();
    assert_eq!(own.view.answers.value("account"), None);
    assert_eq!(own.view.answers.value("purpose"), Some("上户口"));
    let lead = desk.open(&story.police, &birth).await.unwrap().unwrap();
    assert!(
        !lead.is_own && lead.view.allowed.is_empty(),
        "the lead department sees all and decides its own"
    );
    let other = desk.open(&story.medical, &birth).await.unwrap();
    assert!(other.is_none(), "another department has no business there");
});

both!(
    a_refusal_stops_what_builds_on_it_and_nothing_else,
    async |portal| {
        let story = applied(&portal, "窗口", "一号").await;
        story.accept(&portal).await;
        story
            .decide(&portal, "birth", &story.hrss, Outcome::Reject)
            .await;
        assert_eq!(
            story.standings(&portal).await,
            [Standing::Open, Standing::Ended, Standing::Fallen]
        );
        story
            .decide(&portal, "card", &story.medical, Outcome::Approve)
            .await;
        let settled = story.case(&portal).await.state;
        assert!(
            matches!(
                settled,
                CaseState::Settled {
                    granted: 1,
                    of: 3,
                    ..
                }
            ),
            "{settled:?}"
        );
    }
);

both!(a_matter_that_was_not_asked_for_is_none, async |portal| {
    let story = applied(&portal, "窗口", "没有").await;
    story.accept(&portal).await;
    assert_eq!(
        story.standings(&portal).await,
        [Standing::Open, Standing::Waits]
    );
});

both!(a_rule_decides_its_matter_at_once, async |portal| {
    let story = applied(&portal, "网上", "一号").await;
    story.accept(&portal).await;
    portal.run_jobs().await;
    assert_eq!(
        story.standings(&portal).await,
        [Standing::Granted, Standing::Open, Standing::Waits]
    );
});

both!(
    results_come_together_where_the_applicant_wishes,
    async |portal| {
        let story = applied(&portal, "窗口", "一起").await;
        story.accept(&portal).await;
        story
            .decide(&portal, "card", &story.medical, Outcome::Approve)
            .await;
        story
            .decide(&portal, "birth", &story.hrss, Outcome::Approve)
            .await;
        let kinds = async || {
            let mine = portal.certificates().mine(&story.lin).await.unwrap();
            mine.len()
        };
        assert_eq!(
            kinds().await,
            1,
            "what another matter needs is issued, the rest is kept back"
        );
        story
            .decide(&portal, "book", &story.police, Outcome::Approve)
            .await;
        assert_eq!(kinds().await, 3);
        portal.run_jobs().await;
        assert_eq!(story.case(&portal).await.state.key(), "settled");
    }
);

both!(what_is_kept_back_is_issued_in_time, async |portal| {
    let story = applied(&portal, "窗口", "一起").await;
    story.accept(&portal).await;
    story
        .decide(&portal, "card", &story.medical, Outcome::Approve)
        .await;
    let card = case(&portal, &story.lin, &story.part(&portal, "card").await).await;
    let CaseState::Approved { due, .. } = card.state else {
        panic!("{:?}", card.state);
    };
    portal.at(&format!("{} 09:00", due.date));
    portal.run_jobs().await;
    let card = case(&portal, &story.lin, &card.id).await;
    assert_eq!(
        card.state.key(),
        "delivered",
        "on the last day to deliver it (行政许可法 art. 44)"
    );
});

both!(what_is_withdrawn_stops_everywhere, async |portal| {
    let story = applied(&portal, "窗口", "一号").await;
    story.accept(&portal).await;
    story
        .decide(&portal, "card", &story.medical, Outcome::Approve)
        .await;
    portal
        .cases()
        .withdraw(&story.lin, &story.id)
        .await
        .unwrap();
    let states: Vec<_> = story
        .joint(&portal)
        .await
        .matters
        .iter()
        .map(|matter| matter.state)
        .collect();
    assert_eq!(
        states,
        [Some("delivered"), Some("withdrawn"), None],
        "what was granted stays"
    );
    assert_eq!(story.case(&portal).await.state.key(), "withdrawn");
});

both!(
    silence_accepts_the_application_and_its_matters_begin,
    async |portal| {
        let story = applied(&portal, "窗口", "一号").await;
        portal.advance(chrono::TimeDelta::days(15));
        portal.run_scheduled().await;
        portal.run_jobs().await;
        let accepted = story.case(&portal).await;
        assert!(accepted.state.review().unwrap().deemed);
        assert_eq!(
            story.standings(&portal).await,
            [Standing::Open, Standing::Open, Standing::Waits]
        );
    }
);

both!(the_last_two_departments_end_it_once, async |portal| {
    let story = applied(&portal, "窗口", "一号").await;
    story.accept(&portal).await;
    let reject = || Event::Decide {
        outcome: Outcome::Reject,
        opinion: "不符合条件".to_owned(),
    };
    let (birth, card) = (
        story.part(&portal, "birth").await,
        story.part(&portal, "card").await,
    );
    let (one, other) = tokio::join!(
        act(&portal, &story.hrss, &birth, reject()),
        act(&portal, &story.medical, &card, reject()),
    );
    assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
    let settled = story.case(&portal).await;
    assert!(matches!(
        settled.state,
        CaseState::Settled {
            granted: 0,
            of: 3,
            ..
        }
    ));
    let history = view(&portal, &story.lin, &story.id).await.history;
    let ends = history
        .iter()
        .filter(|row| row.kind == EventKind::Settle)
        .count();
    assert_eq!(ends, 1);
});
