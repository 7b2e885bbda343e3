//! The documents of what happens between acceptance and the decision.

use domain::calendar::TimeLimit;
use domain::cases::{Ending, Event, ProcedureKind};
use domain::documents::DocumentKind;
use serde_json::json;

use super::{act, service, submitted, view};
use crate::cases::{citizen, officer};
use crate::support::both;

both!(
    who_has_to_wait_is_told_in_writing_how_long_and_why,
    async |portal| {
        portal.at("2026-11-02 09:00");
        let days = |number| json!({ "number": number, "unit": "working_days" });
        let rule = json!({ "kind": "hearing", "longest": days(20) });
        let flow = json!({ "procedures": [rule], "extension": days(10) });
        service(&portal, flow).await;
        let lin = citizen(&portal, "lin.yinuo@example.com").await;
        let handler = officer(&portal, "police.handler@desk.example.com").await;
        let reviewer = officer(&portal, "police.reviewer@desk.example.com").await;
        let id = submitted(&portal, &lin).await;
        act(&portal, &handler, &id, Event::Accept).await.unwrap();
        let suspend = Event::Suspend {
            kind: ProcedureKind::Hearing,
            length: TimeLimit::working_days(8),
            reason: "利害关系人申请听证".to_owned(),
        };
        act(&portal, &handler, &id, suspend).await.unwrap();
        let opinion = "听证结束".to_owned();
        act(&portal, &handler, &id, Event::Resume { opinion })
            .await
            .unwrap();
        let reason = "案情复杂".to_owned();
        act(&portal, &reviewer, &id, Event::Extend { reason })
            .await
            .unwrap();
        let close = Event::Close {
            ending: Ending::Void,
            reason: "重复提交".to_owned(),
        };
        act(&portal, &reviewer, &id, close).await.unwrap();

        let documents = view(&portal, &lin, &id).await.documents;
        let said = |kind| {
            let found = documents.iter().find(|document| document.kind == kind);
            format!("{:?}", found.unwrap().body.zh)
        };
        for (kind, words) in [
            (
                DocumentKind::SpecialProcedure,
                vec!["听证", "8 个工作日，至2026年11月12日", "利害关系人申请听证"],
            ),
            (
                DocumentKind::Extension,
                vec!["延长 10 个工作日", "案情复杂", "法定办结期限"],
            ),
            (
                DocumentKind::Termination,
                vec!["作废办结", "重复提交", "行政复议", "行政诉讼"],
            ),
        ] {
            let said = said(kind);
            for words in words {
                assert!(said.contains(words), "{words}: {said}");
            }
        }
    }
);
