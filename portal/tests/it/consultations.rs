//! Departments ask each other about a case.

use chrono::TimeDelta;
use domain::cases::{Event, Light, Role};
use domain::consultations::{
    Closing, ConsultationProblem, MAX_OPEN, MAX_QUESTION_CHARS, Opinion, USUAL_DAYS,
};
use domain::desk::{InboxFilter, InboxTab};
use domain::{CaseId, DepartmentCode, MaterialId};
use entities::{audit, consultation};
use portal::accounts::{Actor, Citizen, Officer};
use portal::consultations::{ConsultationError, NewQuestion};
use portal::desk::{Count, Inbox};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::cases::{citizen, fill_card, officer};
use crate::support::{TestPortal, both};

/// The city, and a case of the police.
struct City {
    lin: Citizen,
    handler: Officer,
    asked: Officer,
    third: Officer,
    id: CaseId,
    materials: Vec<MaterialId>,
}

async fn city(portal: &TestPortal) -> City {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(portal, "lin.yinuo@example.com").await;
    let id = fill_card(portal, &lin).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
    City {
        lin,
        handler: officer(portal, "police.handler@desk.example.com").await,
        asked: officer(portal, "hrss.handler@desk.example.com").await,
        third: officer(portal, "medical.handler@desk.example.com").await,
        id,
        materials: view.materials.into_iter().map(|one| one.id).collect(),
    }
}

impl City {
    fn question(&self) -> NewQuestion {
        NewQuestion {
            department: Some(DepartmentCode::new("990100-hrss")),
            text: "申请人是否仍在参保？".to_owned(),
            days: USUAL_DAYS,
            materials: vec![self.materials[0].clone()],
        }
    }

    async fn ask(&self, portal: &TestPortal) -> String {
        let asked = portal.consultations();
        asked
            .ask(&self.handler, &self.id, self.question())
            .await
            .unwrap()
    }
}

fn supervisor(of: &Officer) -> Officer {
    Officer {
        role: Role::Supervisor,
        ..of.clone()
    }
}

async fn inbox(portal: &TestPortal, who: &Officer, tab: InboxTab) -> Inbox {
    let filter = InboxFilter::whole(tab);
    portal.desk().inbox(who, filter, None).await.unwrap()
}

async fn can_open(portal: &TestPortal, city: &City, who: &Officer, material: usize) -> bool {
    let actor = Actor::Officer(who.clone());
    let material = &city.materials[material];
    let file = portal.cases().material(&actor, &city.id, material).await;
    file.unwrap().is_some()
}

fn problem<T: std::fmt::Debug>(result: Result<T, ConsultationError>) -> ConsultationProblem {
    match result {
        Err(ConsultationError::Problem(problem)) => problem,
        other => panic!("{other:?}"),
    }
}

both!(
    a_department_reads_what_is_shared_and_answers,
    async |portal| {
        let city = city(&portal).await;
        let consultations = portal.consultations();
        let id = city.ask(&portal).await;

        let theirs = inbox(&portal, &city.asked, InboxTab::Consulted).await;
        assert!(
            theirs
                .counts
                .contains(&(InboxTab::Consulted, Count::Exactly(1)))
        );
        let row = &theirs.questions[0];
        assert_eq!(row.id, id);
        assert_eq!(row.due.to_string(), "2026-11-09", "five working days");
        assert_eq!(row.clock, Some((5, Light::Green)));
        let ours = inbox(&portal, &city.handler, InboxTab::Consulting).await;
        assert_eq!(ours.questions[0].case, city.id);
        let none = inbox(&portal, &city.handler, InboxTab::Consulted).await;
        assert!(none.questions.is_empty());

        let opened = consultations.open(&city.asked, &id).await.unwrap().unwrap();
        assert!(opened.can_answer);
        let shared = opened.shared.unwrap();
        assert_eq!(shared.view.answers.value("loss_place"), Some("梧桐街"));
        let seen: Vec<_> = shared.view.materials.iter().map(|one| &one.id).collect();
        assert_eq!(seen, [&city.materials[0]], "only what was picked");
        assert!(shared.view.history.is_empty() && shared.view.documents.is_empty());
        assert!(shared.view.allowed.is_empty());
        assert!(can_open(&portal, &city, &city.asked, 0).await);
        assert!(!can_open(&portal, &city, &city.asked, 1).await);
        let case = portal.desk().open(&city.asked, &city.id).await.unwrap();
        assert!(case.is_none(), "the case itself is not theirs");
        let written = audit::Entity::find()
            .filter(audit::Column::Action.eq("case.open"))
            .filter(audit::Column::ActorId.eq(city.asked.id.as_str()))
            .count(portal.db().read())
            .await;
        assert_eq!(written.unwrap(), 1);

        // The tenth: a working day late, in both inboxes.
        portal.advance(TimeDelta::days(8));
        for (who, tab) in [
            (&city.asked, InboxTab::Consulted),
            (&city.handler, InboxTab::Consulting),
        ] {
            let late = inbox(&portal, who, tab).await;
            assert_eq!(late.questions[0].clock, Some((-1, Light::Red)));
        }

        let (asked, object) = (&city.asked, Some(Opinion::Object));
        let tried = consultations.answer(asked, &id, None, "不清楚").await;
        assert_eq!(problem(tried), ConsultationProblem::OpinionMissing);
        let tried = consultations.answer(asked, &id, object, " ").await;
        assert_eq!(problem(tried), ConsultationProblem::ReasonsMissing);
        let said = consultations.answer(asked, &id, object, "已停保。").await;
        said.unwrap();
        let twice = consultations.answer(asked, &id, object, "已停保。").await;
        assert_eq!(problem(twice), ConsultationProblem::Closed);

        // The case is closed to them; question and answer stay theirs.
        assert!(!can_open(&portal, &city, &city.asked, 0).await);
        let opened = consultations.open(asked, &id).await.unwrap().unwrap();
        assert!(opened.shared.is_none() && !opened.can_answer);
        let one = opened.consultation;
        assert_eq!(one.question.as_deref(), Some("申请人是否仍在参保？"));
        assert_eq!(one.answer.unwrap().text, "已停保。");
        let theirs = inbox(&portal, &city.asked, InboxTab::Consulted).await;
        assert!(theirs.questions.is_empty());
        assert_eq!(theirs.ended[0].closing, Some(Closing::Answered));

        // Who asked reads it in the case, and is told by mail that it is there.
        let case = portal.desk().open(&city.handler, &city.id).await;
        let [one] = &case.unwrap().unwrap().consultations[..] else {
            panic!("one question was asked");
        };
        assert_eq!(one.answer.as_ref().unwrap().opinion, Opinion::Object);
        let (closing, _, by) = one.closing.clone().unwrap();
        assert_eq!(
            (closing, by),
            (Closing::Answered, Some(city.asked.name.clone()))
        );
        portal.run_jobs().await;
        let link = format!("https://portal.example/desk/cases/{}", city.id);
        let mails = portal.mails();
        let told: Vec<_> = mails.iter().filter(|mail| mail.contains(&link)).collect();
        let [mail] = &told[..] else {
            panic!("one mail: {told:?}");
        };
        assert!(mail.contains("police.handler@desk.example.com"));
        assert!(!mail.contains("停保"), "nothing of it travels in the open");
    }
);

both!(who_may_not_ask_or_answer, async |portal| {
    let city = city(&portal).await;
    let consultations = portal.consultations();
    let ask = async |who: &Officer, question: NewQuestion| {
        consultations.ask(who, &city.id, question).await
    };
    let not_theirs = ask(&city.asked, city.question()).await;
    assert!(matches!(not_theirs, Err(ConsultationError::NotFound)));
    let watching = ask(&supervisor(&city.handler), city.question()).await;
    assert_eq!(problem(watching), ConsultationProblem::WrongRole);
    let of = |code: &str| NewQuestion {
        department: Some(DepartmentCode::new(code)),
        ..city.question()
    };
    let text = |text: String| NewQuestion {
        text,
        ..city.question()
    };
    let days = |days| NewQuestion {
        days,
        ..city.question()
    };
    for (question, expected) in [
        (of("no-such"), ConsultationProblem::NoDepartment),
        (of("990100-police"), ConsultationProblem::OwnDepartment),
        (text(" ".to_owned()), ConsultationProblem::QuestionMissing),
        (
            text("问".repeat(MAX_QUESTION_CHARS + 1)),
            ConsultationProblem::QuestionTooLong,
        ),
        (days(0), ConsultationProblem::Days),
        (days(21), ConsultationProblem::Days),
    ] {
        assert_eq!(problem(ask(&city.handler, question).await), expected);
    }
    // Somebody else's material is not shared by naming it.
    let foreign = NewQuestion {
        materials: vec![MaterialId::new("of-another-case")],
        ..city.question()
    };
    let id = ask(&city.handler, foreign).await.unwrap();
    let opened = consultations.open(&city.asked, &id).await.unwrap().unwrap();
    assert!(opened.shared.unwrap().view.materials.is_empty());
    for who in [&city.third, &city.handler, &supervisor(&city.asked)] {
        assert!(consultations.open(who, &id).await.unwrap().is_none());
    }
    for who in [&city.third, &city.handler] {
        let answered = consultations
            .answer(who, &id, Some(Opinion::Agree), "")
            .await;
        assert!(matches!(answered, Err(ConsultationError::NotFound)));
    }
    let watching = supervisor(&city.asked);
    let answered = consultations.answer(&watching, &id, Some(Opinion::Agree), "");
    assert_eq!(problem(answered.await), ConsultationProblem::WrongRole);
    for who in [&city.asked, &city.third] {
        let withdrawn = consultations.withdraw(who, &id).await;
        assert!(matches!(withdrawn, Err(ConsultationError::NotFound)));
    }
    let watching = supervisor(&city.handler);
    let withdrawn = consultations.withdraw(&watching, &id).await;
    assert_eq!(problem(withdrawn), ConsultationProblem::WrongRole);
    for _ in 1..MAX_OPEN {
        city.ask(&portal).await;
    }
    let more = ask(&city.handler, city.question()).await;
    assert_eq!(problem(more), ConsultationProblem::TooMany);
});

both!(
    a_question_ends_when_it_is_taken_back_or_overtaken,
    async |portal| {
        let city = city(&portal).await;
        let consultations = portal.consultations();
        let (first, second) = (city.ask(&portal).await, city.ask(&portal).await);
        let of = consultations.withdraw(&city.handler, &first).await;
        assert_eq!(of.unwrap(), city.id);
        let twice = consultations.withdraw(&city.handler, &first).await;
        assert_eq!(problem(twice), ConsultationProblem::Closed);
        assert!(
            can_open(&portal, &city, &city.asked, 0).await,
            "the second question still shares it"
        );
        let late = consultations.answer(&city.asked, &first, Some(Opinion::Agree), "");
        assert_eq!(problem(late.await), ConsultationProblem::Closed);

        // Correcting goes on beside it; the end of the case closes what is open.
        portal.cases().withdraw(&city.lin, &city.id).await.unwrap();
        assert!(!can_open(&portal, &city, &city.asked, 0).await);
        for (id, closing) in [(&first, Closing::Withdrawn), (&second, Closing::Overtaken)] {
            let opened = consultations.open(&city.asked, id).await.unwrap().unwrap();
            assert!(opened.shared.is_none() && !opened.can_answer);
            let one = opened.consultation;
            assert_eq!(one.closing.unwrap().0, closing);
            assert_eq!(
                one.question, None,
                "what nobody answered is not read any more"
            );
        }
        let asked = consultations.ask(&city.handler, &city.id, city.question());
        assert_eq!(problem(asked.await), ConsultationProblem::TooLate);
        let kept = consultation::Entity::find().count(portal.db().read()).await;
        assert_eq!(kept.unwrap(), 2, "nothing is deleted");
    }
);

both!(roles_without_cases_see_none, async |portal| {
    let city = city(&portal).await;
    let watching = supervisor(&city.handler);
    let desk = portal.desk();
    assert!(desk.open(&city.handler, &city.id).await.unwrap().is_some());
    assert!(desk.open(&watching, &city.id).await.unwrap().is_none());
    assert!(!can_open(&portal, &city, &watching, 0).await);
    let found = desk.search(&watching, "林亦诺").await.unwrap();
    assert!(found.rows.is_empty());
    for tab in InboxTab::all() {
        let list = inbox(&portal, &watching, tab).await;
        assert!(list.rows.is_empty() && list.counts.is_empty(), "{tab:?}");
    }
    let tried = desk.act(&watching, &city.id, 1, Event::Accept).await;
    assert!(matches!(tried, Err(portal::desk::DeskError::NotFound)));
});
