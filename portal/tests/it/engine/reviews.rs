//! Reviews with several steps, one of them in another department, one by rule.

use domain::cases::{CaseState, Event, Outcome, Refusal, Verdict};
use portal::desk::DeskError;
use serde_json::json;

use super::{act, case, service, submitted, view};
use crate::cases::{citizen, officer};
use crate::support::both;

fn conclude(step: &str) -> Event {
    Event::Conclude {
        step: step.to_owned(),
        verdict: Verdict::Agree,
        opinion: String::new(),
    }
}

both!(
    another_department_is_asked_and_sees_the_case_from_then_on,
    async |portal| {
        let steps = json!([
            { "key": "ask", "name": { "zh": "核实参保", "en": "Insurance" }, "department": "990100-hrss" },
            { "key": "data", "name": { "zh": "数据核验", "en": "Data" }, "agree_when": "purpose == '换领'" },
            { "key": "other", "name": { "zh": "不成立的规则", "en": "Other" }, "agree_when": "purpose == '别的'" }
        ]);
        service(&portal, json!({ "review": [{ "steps": steps }] })).await;
        let lin = citizen(&portal, "lin.yinuo@example.com").await;
        let handler = officer(&portal, "police.handler@desk.example.com").await;
        let asked = officer(&portal, "hrss.handler@desk.example.com").await;
        let third = officer(&portal, "medical.handler@desk.example.com").await;
        let id = submitted(&portal, &lin).await;
        let early = portal.desk().open(&asked, &id).await.unwrap();
        assert!(early.is_none(), "nobody is asked before acceptance");
        act(&portal, &handler, &id, Event::Accept).await.unwrap();
        assert!(portal.desk().open(&third, &id).await.unwrap().is_none());

        let opened = portal.desk().open(&asked, &id).await.unwrap().unwrap();
        let open: Vec<_> = opened
            .open_steps
            .iter()
            .map(|step| step.key.as_str())
            .collect();
        assert_eq!(open, ["ask"]);
        let decide = || Event::Decide {
            outcome: Outcome::Approve,
            opinion: String::new(),
        };
        let tried = act(&portal, &asked, &id, decide()).await;
        assert!(
            matches!(tried, Err(DeskError::Refused(Refusal::OtherDepartment))),
            "{tried:?}"
        );
        act(&portal, &asked, &id, conclude("ask")).await.unwrap();
        let twice = act(&portal, &asked, &id, conclude("ask")).await;
        assert!(matches!(twice, Err(DeskError::Refused(_))), "{twice:?}");

        // What the rule could say it has said; what it could not, a person does.
        let early = act(&portal, &handler, &id, decide()).await;
        assert!(matches!(early, Err(DeskError::Refused(_))), "{early:?}");
        act(&portal, &handler, &id, conclude("other"))
            .await
            .unwrap();
        let accepted = case(&portal, &lin, &id).await;
        let by: Vec<_> = accepted.state.review().unwrap().concluded.iter().collect();
        assert_eq!(by.len(), 3);
        assert!(by.iter().any(|one| one.step == "data" && one.by.is_none()));
        act(&portal, &handler, &id, decide()).await.unwrap();
        let history = view(&portal, &lin, &id).await.history;
        let public = history.iter().all(|row| row.kind.is_public());
        assert!(
            public,
            "what departments tell each other is not for the applicant"
        );
        assert!(matches!(
            case(&portal, &lin, &id).await.state,
            CaseState::Approved { .. }
        ));
    }
);
