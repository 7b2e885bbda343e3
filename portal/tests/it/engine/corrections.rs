//! Marked answers are corrected, and no others.

use domain::cases::{CaseState, Demands, Event, EventKind, Point, Target};
use serde_json::json;

use super::{act, answers, save, service, submitted, view};
use crate::cases::{citizen, officer};
use crate::support::both;

fn about(key: &str) -> Demands {
    let target = Target::Field {
        key: key.to_owned(),
    };
    let why = "请写明具体用途".to_owned();
    Demands {
        notice: String::new(),
        points: vec![Point { target, why }],
    }
}

both!(only_what_is_marked_can_be_changed, async |portal| {
    service(&portal, json!({})).await;
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let id = submitted(&portal, &lin).await;
    let asked = about("purpose");
    let ask = Event::RequestCorrection {
        asked: asked.clone(),
    };
    act(&portal, &handler, &id, ask).await.unwrap();
    let open = view(&portal, &lin, &id).await;
    assert_eq!(open.case.state.asked(), Some(&asked));
    assert!(open.fixed.has_field("place") && !open.fixed.has_field("purpose"));

    save(&portal, &lin, &id, answers("出国", "别处")).await;
    let saved = view(&portal, &lin, &id).await.answers;
    assert_eq!(
        (saved.value("purpose"), saved.value("place")),
        (Some("出国"), Some("梧桐街"))
    );

    portal.cases().submit(&lin, &id).await.unwrap();
    let again = view(&portal, &lin, &id).await;
    assert!(matches!(
        again.case.state,
        CaseState::Submitted {
            corrected: true,
            ..
        }
    ));
    assert_eq!(again.answers.value("place"), Some("梧桐街"));
    let kinds: Vec<_> = again.history.iter().map(|row| row.kind).collect();
    let expected = [
        EventKind::Submit,
        EventKind::RequestCorrection,
        EventKind::Resubmit,
    ];
    assert_eq!(kinds, expected);
});

both!(words_about_the_whole_open_the_whole, async |portal| {
    service(&portal, json!({})).await;
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let id = submitted(&portal, &lin).await;
    let asked = Demands::in_words("请核对全部内容");
    act(&portal, &handler, &id, Event::RequestCorrection { asked })
        .await
        .unwrap();
    save(&portal, &lin, &id, answers("出国", "别处")).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    let saved = view(&portal, &lin, &id).await.answers;
    assert_eq!(
        (saved.value("purpose"), saved.value("place")),
        (Some("出国"), Some("别处"))
    );
});

both!(the_first_look_sends_back_once, async |portal| {
    let day = json!({ "number": 1, "unit": "working_days" });
    service(&portal, json!({ "precheck": day })).await;
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let id = submitted(&portal, &lin).await;
    let back = || Event::ReturnPrecheck {
        asked: about("place"),
    };
    act(&portal, &handler, &id, back()).await.unwrap();
    save(&portal, &lin, &id, answers("别的", "兴华里")).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    let saved = view(&portal, &lin, &id).await.answers;
    assert_eq!(
        (saved.value("purpose"), saved.value("place")),
        (Some("换领"), Some("兴华里"))
    );
    assert!(act(&portal, &handler, &id, back()).await.is_err());
    act(&portal, &handler, &id, Event::PassPrecheck)
        .await
        .unwrap();
    act(&portal, &handler, &id, Event::Accept).await.unwrap();
    let case = view(&portal, &lin, &id).await.case;
    assert_eq!(case.state.key(), "accepted");
});

both!(a_draft_that_is_given_up_is_gone, async |portal| {
    service(&portal, json!({})).await;
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    let id = super::drafted(&portal, &lin).await;
    assert!(portal.cases().withdraw(&zhou, &id).await.is_err());
    portal.cases().withdraw(&lin, &id).await.unwrap();
    assert!(portal.cases().open(&lin, &id).await.unwrap().is_none());
    assert!(portal.cases().list(&lin).await.unwrap().is_empty());
});
