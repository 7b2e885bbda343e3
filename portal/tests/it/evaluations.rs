//! Evaluations: given once, followed up, given by default, put right, struck out, counted.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::cases::{Light, Role};
use domain::evaluations::{
    EvaluationChannel, EvaluationProblem, FollowUpRefusal, Level, RectificationRefusal,
    RectificationState, Share, Step, StepKind, StrikeGround,
};
use domain::supervision::Card;
use domain::{AccountId, CaseId, DepartmentCode, ItemCode};
use entities::{default_evaluation, evaluation, job, rectification, rectification_step};
use portal::accounts::{Citizen, Officer};
use portal::cases::Channel;
use portal::evaluations::{
    ActError, FollowUpError, Pile, RateError, ReplyError, Words, overdue_rectifications,
};
use portal::supervision::FindingFilter;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, PaginatorTrait, Set};

use crate::cases::{ELSEWHERE, citizen, officer, posted};
use crate::support::{TestPortal, both};

const INSURANCE: &str = "990100-medical";

fn words(level: Level) -> Words {
    Words {
        level,
        options: Vec::new(),
        comment: "等了很久".to_owned(),
        channel: EvaluationChannel::Web,
    }
}

/// A matter that the rules have decided and whose certificate was delivered.
async fn finished(portal: &TestPortal, citizen: &Citizen) -> CaseId {
    let cases = portal.cases();
    let id = cases
        .start(citizen, &ItemCode::new(ELSEWHERE), Channel::Web)
        .await
        .unwrap();
    for (step, answers) in [
        ("insured", posted(&[("phone", "19900000001")])),
        (
            "place",
            posted(&[
                ("reason", "living"),
                ("destination", "other_province"),
                ("destination_city", "海州市"),
                ("destination_address", "海州市滨河路 1 号"),
                ("since", "2026-01-01"),
                ("months", "24"),
            ]),
        ),
        (
            "evidence",
            posted(&[("proof", "commitment"), ("commitment", "agreed")]),
        ),
    ] {
        cases
            .save_step(citizen, &id, step, answers, vec![])
            .await
            .unwrap();
    }
    cases.submit(citizen, &id).await.unwrap();
    portal.run_jobs().await;
    portal.run_jobs().await;
    id
}

/// The people of a test: who rates, who handles and who reviews at the department, and supervision.
struct People {
    lin: Citizen,
    handler: Officer,
    reviewer: Officer,
    supervisor: Officer,
}

async fn people(portal: &TestPortal) -> People {
    portal.operations().seed_demo().await.unwrap();
    let handler = officer(portal, "medical.handler@desk.example.com").await;
    let reviewer = Officer {
        id: AccountId::new("reviewer-of-the-test"),
        role: Role::Reviewer,
        ..handler.clone()
    };
    let supervisor = Officer {
        id: AccountId::new("supervisor-of-the-test"),
        role: Role::Supervisor,
        department: DepartmentCode::new("990100-data"),
        ..handler.clone()
    };
    assert_eq!(handler.department.as_str(), INSURANCE);
    People {
        lin: citizen(portal, "lin.yinuo@example.com").await,
        handler,
        reviewer,
        supervisor,
    }
}

/// The one rectification there is.
async fn only(portal: &TestPortal) -> rectification::Model {
    let rows = rectification::Entity::find().all(portal.db().read()).await;
    let mut rows = rows.unwrap();
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

/// Takes a step on the one rectification as it is now.
async fn act(portal: &TestPortal, who: &Officer, step: Step) -> Result<(), ActError> {
    let row = only(portal).await;
    let revision = u32::try_from(row.revision).unwrap();
    let text = "写明情况".to_owned();
    portal
        .evaluations()
        .act(who, &row.id, revision, step, text)
        .await
}

async fn reply(
    portal: &TestPortal,
    who: &Citizen,
    case: &CaseId,
    step: Step,
) -> Result<(), ReplyError> {
    let revision = u32::try_from(only(portal).await.revision).unwrap();
    let text = "说明理由".to_owned();
    portal
        .evaluations()
        .reply(who, case, revision, step, text)
        .await
}

both!(
    one_matter_is_rated_once_however_often_it_is_sent,
    async |portal| {
        let people = people(&portal).await;
        let id = finished(&portal, &people.lin).await;
        let portal = Arc::new(portal);
        let tries = (0..8).map(|_| {
            let (portal, lin, id) = (Arc::clone(&portal), people.lin.clone(), id.clone());
            async move {
                let evaluations = portal.evaluations();
                evaluations
                    .rate(&lin, &id, words(Level::VeryDissatisfied))
                    .await
            }
        });
        let ended = futures::future::join_all(tries).await;
        let taken = ended.iter().filter(|end| end.is_ok()).count();
        let refused = |end: &&Result<(), RateError>| matches!(end, Err(RateError::AlreadyRated));
        assert_eq!((taken, ended.iter().filter(refused).count()), (1, 7));
        let db = portal.db().read();
        assert_eq!(evaluation::Entity::find().count(db).await.unwrap(), 1);
        assert_eq!(only(&portal).await.state, "opened");
    }
);

both!(
    nobody_rates_what_is_not_theirs_or_not_finished,
    async |portal| {
        let people = people(&portal).await;
        let evaluations = portal.evaluations();
        let zhou = citizen(&portal, "zhou.qifan@example.com").await;
        let draft = portal
            .cases()
            .start(&zhou, &ItemCode::new(ELSEWHERE), Channel::Web)
            .await
            .unwrap();
        let early = evaluations
            .rate(&zhou, &draft, words(Level::Satisfied))
            .await;
        assert!(matches!(early, Err(RateError::NotFinished)), "{early:?}");
        let id = finished(&portal, &people.lin).await;
        let foreign = evaluations.rate(&zhou, &id, words(Level::Satisfied)).await;
        assert!(matches!(foreign, Err(RateError::NotFound)), "{foreign:?}");
        let wrong = Words {
            options: vec![108],
            ..words(Level::Satisfied)
        };
        let wrong = evaluations.rate(&people.lin, &id, wrong).await;
        assert!(matches!(
            wrong,
            Err(RateError::Problem(EvaluationProblem::UnknownOption))
        ));
        let early = evaluations
            .follow_up(&people.lin, &id, words(Level::Satisfied))
            .await;
        assert!(matches!(early, Err(FollowUpError::NotFound)), "{early:?}");
        let by_tablet = Words {
            channel: EvaluationChannel::HallTablet,
            ..words(Level::Satisfied)
        };
        evaluations.rate(&people.lin, &id, by_tablet).await.unwrap();
        assert!(evaluations.mine(&zhou, &id).await.unwrap().is_none());
        let mine = evaluations.mine(&people.lin, &id).await.unwrap().unwrap();
        assert_eq!(mine.first.given.channel, EvaluationChannel::HallTablet);
        assert_eq!(mine.first.comment.as_deref(), Some("等了很久"));
        assert!(mine.rectification.is_none());
        let none = rectification::Entity::find()
            .count(portal.db().read())
            .await;
        assert_eq!(none.unwrap(), 0);
    }
);

both!(
    a_bad_review_is_put_right_and_looked_at_again,
    async |portal| {
        let people = people(&portal).await;
        let id = finished(&portal, &people.lin).await;
        let evaluations = portal.evaluations();
        evaluations
            .rate(&people.lin, &id, words(Level::Dissatisfied))
            .await
            .unwrap();
        act(&portal, &people.handler, Step::Contact).await.unwrap();
        act(&portal, &people.handler, Step::Plan { days: 15 })
            .await
            .unwrap();
        act(&portal, &people.handler, Step::Correct).await.unwrap();
        // Whoever put it right does not verify it, nor does another department.
        let alone = act(&portal, &people.handler, Step::Verify).await;
        assert!(matches!(
            alone,
            Err(ActError::Refused(RectificationRefusal::WrongRole))
        ));
        let elsewhere = officer(&portal, "police.reviewer@desk.example.com").await;
        let foreign = act(&portal, &elsewhere, Step::Verify).await;
        assert!(matches!(foreign, Err(ActError::NotFound)), "{foreign:?}");
        act(&portal, &people.reviewer, Step::Verify).await.unwrap();

        let mine = evaluations.mine(&people.lin, &id).await.unwrap().unwrap();
        let view = mine.rectification.unwrap();
        assert_eq!(view.light, Light::Blue);
        assert_eq!(
            view.allowed,
            [StepKind::Content, StepKind::NotContent, StepKind::Raise]
        );
        assert!(view.history.iter().all(|step| step.officer.is_none()));
        let stale = evaluations
            .reply(&people.lin, &id, 1, Step::Content, String::new())
            .await;
        assert!(matches!(stale, Err(ReplyError::Changed)), "{stale:?}");
        let raised = reply(&portal, &people.lin, &id, Step::Raise).await;
        assert!(matches!(raised, Err(ReplyError::Refused(_))), "{raised:?}");
        reply(&portal, &people.lin, &id, Step::NotContent)
            .await
            .unwrap();
        assert_eq!(only(&portal).await.state, "opened");
        act(&portal, &people.handler, Step::Contact).await.unwrap();
        act(&portal, &people.handler, Step::Correct).await.unwrap();
        act(&portal, &people.supervisor, Step::Verify)
            .await
            .unwrap();
        reply(&portal, &people.lin, &id, Step::Content)
            .await
            .unwrap();
        let row = only(&portal).await;
        assert_eq!((row.state.as_str(), row.in_time), ("closed", Some(true)));
        let city = evaluations.figures().await.unwrap().month.city;
        assert_eq!(city.corrected(), Share::of(1, 1));
        assert_eq!(city.in_time(), Share::of(1, 1));

        portal.run_jobs().await;
        // Two contacts, a plan, two second looks.
        let mails = portal.mails();
        let link = format!("/cases/{id}/rate");
        let told = mails.iter().filter(|mail| mail.contains(&link));
        assert_eq!(told.count(), 5);
        assert!(!mails.iter().any(|mail| mail.contains("写明情况")));
    }
);

both!(a_page_that_is_stale_changes_nothing, async |portal| {
    let people = people(&portal).await;
    let id = finished(&portal, &people.lin).await;
    let evaluations = portal.evaluations();
    evaluations
        .rate(&people.lin, &id, words(Level::Dissatisfied))
        .await
        .unwrap();
    let row = only(&portal).await;
    let twice = async |step| {
        let text = "写明情况".to_owned();
        evaluations
            .act(&people.handler, &row.id, 0, step, text)
            .await
    };
    let (one, other) = futures::join!(twice(Step::Contact), twice(Step::Contact));
    let taken = u8::from(one.is_ok()) + u8::from(other.is_ok());
    assert_eq!(taken, 1);
    let stale = twice(Step::Contact).await;
    assert!(matches!(stale, Err(ActError::Changed)), "{stale:?}");
    let steps = rectification_step::Entity::find().count(portal.db().read());
    assert_eq!(steps.await.unwrap(), 1);
});

both!(
    what_is_struck_out_does_not_count_and_can_be_appealed,
    async |portal| {
        let people = people(&portal).await;
        let id = finished(&portal, &people.lin).await;
        let evaluations = portal.evaluations();
        evaluations
            .rate(&people.lin, &id, words(Level::VeryDissatisfied))
            .await
            .unwrap();
        let count = async || {
            let month = evaluations.figures().await.unwrap().month;
            let city = month.city;
            (
                city.real(),
                city.struck_out,
                city.bad.valid,
                month.struck_out,
            )
        };
        assert_eq!(count().await, (1, 0, 1, vec![]));
        let ground = StrikeGround::Untrue;
        act(&portal, &people.handler, Step::ProposeStrike { ground })
            .await
            .unwrap();
        assert_eq!(
            count().await,
            (1, 0, 1, vec![]),
            "one officer is not enough"
        );
        let waits = evaluations
            .follow_up(&people.lin, &id, words(Level::Satisfied))
            .await;
        assert!(matches!(
            waits,
            Err(FollowUpError::Refused(FollowUpRefusal::StruckOut))
        ));
        act(&portal, &people.reviewer, Step::Strike).await.unwrap();
        let struck = (0, 1, 0, vec![(ground, 1)]);
        assert_eq!(count().await, struck);
        let list = evaluations
            .list(&people.handler, Pile::StruckOut, 1)
            .await
            .unwrap();
        assert_eq!(list.rows.len(), 1);
        reply(&portal, &people.lin, &id, Step::Appeal)
            .await
            .unwrap();
        assert_eq!(count().await, struck, "an appeal alone brings nothing back");
        let same = act(&portal, &people.reviewer, Step::RejectAppeal).await;
        assert!(matches!(
            same,
            Err(ActError::Refused(RectificationRefusal::SameOfficer))
        ));
        act(&portal, &people.supervisor, Step::UpholdAppeal)
            .await
            .unwrap();
        assert_eq!(count().await, (1, 0, 1, vec![]));
        assert_eq!(only(&portal).await.state, "opened");
    }
);

both!(
    who_handled_the_case_does_not_learn_who_rated_it,
    async |portal| {
        let people = people(&portal).await;
        let id = finished(&portal, &people.lin).await;
        let evaluations = portal.evaluations();
        evaluations
            .rate(&people.lin, &id, words(Level::Dissatisfied))
            .await
            .unwrap();
        let event = entities::case_event::ActiveModel {
            case_id: Set(id.to_string()),
            sequence: Set(99),
            at: Set(portal.now()),
            party: Set("officer".to_owned()),
            actor_id: Set(Some(people.handler.id.to_string())),
            kind: Set("accept".to_owned()),
            note: Set(None),
            data: Set(None),
        };
        portal
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    event.insert(tx).await?;
                    Ok::<_, portal::Internal>(())
                })
            })
            .await
            .unwrap();
        let row = only(&portal).await;
        assert_ne!(row.id, id.as_str());
        let open = async |who: &Officer| evaluations.open(who, &row.id).await.unwrap();
        let hidden = open(&people.handler).await.unwrap();
        assert_eq!(hidden.rater, None);
        assert!(hidden.rectification.allowed.contains(&StepKind::Contact));
        let shown = open(&people.reviewer).await.unwrap().rater.unwrap();
        assert_eq!(shown.name_masked, "林**");
        assert_eq!(shown.case.unwrap().0, id);
        // Supervision cannot open the case, so it gets no number.
        let watched = open(&people.supervisor).await.unwrap().rater.unwrap();
        assert_eq!(watched.case, None);
        let elsewhere = officer(&portal, "police.handler@desk.example.com").await;
        assert!(open(&elsewhere).await.is_none());

        // Nor does a reviewer who handled it give the second opinion.
        act(&portal, &people.handler, Step::Contact).await.unwrap();
        act(&portal, &people.handler, Step::Correct).await.unwrap();
        let involved = Officer {
            role: Role::Reviewer,
            ..people.handler.clone()
        };
        let verified = act(&portal, &involved, Step::Verify).await;
        assert!(matches!(
            verified,
            Err(ActError::Refused(
                RectificationRefusal::SameOfficer | RectificationRefusal::Involved
            ))
        ));
        act(&portal, &people.reviewer, Step::Verify).await.unwrap();
        reply(&portal, &people.lin, &id, Step::Content)
            .await
            .unwrap();
        let after = open(&people.handler).await.unwrap().rater.unwrap();
        assert_eq!(after.name_masked, "林**");
    }
);

both!(a_follow_up_counts_instead_of_the_first, async |portal| {
    let people = people(&portal).await;
    let id = finished(&portal, &people.lin).await;
    let evaluations = portal.evaluations();
    evaluations
        .rate(&people.lin, &id, words(Level::VerySatisfied))
        .await
        .unwrap();
    let lin = &people.lin;
    let lower = words(Level::VeryDissatisfied);
    let (one, other) = futures::join!(
        evaluations.follow_up(lin, &id, lower.clone()),
        evaluations.follow_up(lin, &id, lower.clone())
    );
    assert_eq!(u8::from(one.is_ok()) + u8::from(other.is_ok()), 1);
    assert_eq!(only(&portal).await.state, "opened");
    let month = evaluations.figures().await.unwrap().month;
    assert_eq!(month.city.levels, [1, 0, 0, 0, 0]);
    let view = portal.cases().open(lin, &id).await.unwrap().unwrap();
    assert_eq!(view.evaluation, Some(Level::VeryDissatisfied));
    let third = evaluations
        .follow_up(lin, &id, words(Level::Satisfied))
        .await;
    assert!(matches!(
        third,
        Err(FollowUpError::Refused(FollowUpRefusal::AlreadyGiven))
    ));
});

both!(a_better_follow_up_ends_the_rectification, async |portal| {
    let people = people(&portal).await;
    let id = finished(&portal, &people.lin).await;
    let evaluations = portal.evaluations();
    evaluations
        .rate(&people.lin, &id, words(Level::Dissatisfied))
        .await
        .unwrap();
    evaluations
        .follow_up(&people.lin, &id, words(Level::Satisfied))
        .await
        .unwrap();
    assert_eq!(only(&portal).await.state, "raised");
    let city = evaluations.figures().await.unwrap().month.city;
    assert_eq!((city.bad.valid, city.levels), (0, [0, 0, 0, 1, 0]));
    let list = evaluations
        .list(&people.handler, Pile::Done, 1)
        .await
        .unwrap();
    assert_eq!(list.rows[0].level, Level::Satisfied);
});

both!(a_follow_up_has_its_time, async |portal| {
    let people = people(&portal).await;
    let id = finished(&portal, &people.lin).await;
    let evaluations = portal.evaluations();
    evaluations
        .rate(&people.lin, &id, words(Level::Satisfied))
        .await
        .unwrap();
    portal.advance(TimeDelta::days(61));
    let late = evaluations
        .follow_up(&people.lin, &id, words(Level::Dissatisfied))
        .await;
    assert!(matches!(
        late,
        Err(FollowUpError::Refused(FollowUpRefusal::TooLate))
    ));
});

both!(
    a_default_review_covers_and_gives_way_to_a_real_one,
    async |portal| {
        let people = people(&portal).await;
        let id = finished(&portal, &people.lin).await;
        let evaluations = portal.evaluations();
        let db = portal.db().read();
        for (days, given) in [(30, 0), (1, 1), (1, 1)] {
            portal.advance(TimeDelta::days(days));
            portal.run_scheduled().await;
            let count = default_evaluation::Entity::find().count(db).await.unwrap();
            assert_eq!(count, given, "after {days} more days");
        }
        assert!(evaluations.mine(&people.lin, &id).await.unwrap().is_none());
        let year = evaluations.figures().await.unwrap().year;
        assert_eq!((year.city.real(), year.city.by_default), (0, 1));
        assert_eq!(year.city.response(), Share::of(0, 1));
        assert_eq!(year.city.mean(), None);
        assert_eq!(year.coverage, Share::of(1, 1));

        evaluations
            .rate(&people.lin, &id, words(Level::Satisfied))
            .await
            .unwrap();
        portal.run_scheduled().await;
        let count = default_evaluation::Entity::find().count(db).await.unwrap();
        assert_eq!(count, 0);
        let year = evaluations.figures().await.unwrap().year;
        assert_eq!((year.city.real(), year.city.by_default), (1, 0));
    }
);

both!(
    an_unanswered_second_look_ends_by_the_clock,
    async |portal| {
        let people = people(&portal).await;
        let id = finished(&portal, &people.lin).await;
        portal
            .evaluations()
            .rate(&people.lin, &id, words(Level::Dissatisfied))
            .await
            .unwrap();
        act(&portal, &people.handler, Step::Contact).await.unwrap();
        act(&portal, &people.handler, Step::Correct).await.unwrap();
        act(&portal, &people.reviewer, Step::Verify).await.unwrap();
        for (days, state) in [(15, "second_look"), (1, "closed")] {
            portal.advance(TimeDelta::days(days));
            portal.run_scheduled().await;
            assert_eq!(only(&portal).await.state, state, "after {days} more days");
        }
        let late = reply(&portal, &people.lin, &id, Step::Content).await;
        assert!(matches!(late, Err(ReplyError::Refused(_))), "{late:?}");
    }
);

both!(
    what_is_late_is_found_over_the_spring_festival,
    async |portal| {
        let people = people(&portal).await;
        let id = finished(&portal, &people.lin).await;
        let evaluations = portal.evaluations();
        // The Spring Festival of 2026 is over in this test's November, so an invented notice for 2027 has to
        // be brought in: 6 to 12 February off, Saturday the 13th worked.
        let notice = |date: &str, off: bool| {
            format!("{{\"name\":\"春节\",\"date\":\"{date}\",\"isOffDay\":{off}}}")
        };
        let days: Vec<_> = (6..=12)
            .map(|day| notice(&format!("2027-02-{day:02}"), true))
            .chain([notice("2027-02-13", false)])
            .collect();
        let file = format!(
            "{{\"year\":2027,\"papers\":[\"a\"],\"days\":[{}]}}",
            days.join(",")
        );
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("2027.json"), file).unwrap();
        portal
            .catalogue()
            .import_holidays(folder.path())
            .await
            .unwrap();
        // Friday, 5 February 2027.
        portal.advance(TimeDelta::days(95));
        assert_eq!(portal.now().to_rfc3339(), "2027-02-05T02:00:00+00:00");
        evaluations
            .rate(&people.lin, &id, words(Level::Dissatisfied))
            .await
            .unwrap();
        let due = only(&portal).await.due.unwrap();
        assert_eq!(due.to_string(), "2027-02-13");
        let list = evaluations
            .list(&people.handler, Pile::ToDo, 1)
            .await
            .unwrap();
        assert_eq!(
            (list.rows[0].days_left, list.rows[0].light),
            (Some(1), Light::Green)
        );
        for (days, late, light) in [(8, 0, Light::Yellow), (2, 1, Light::Red)] {
            portal.advance(TimeDelta::days(days));
            let found = evaluations.overdue(&people.supervisor).await.unwrap();
            assert_eq!(found.len(), late);
            let today = domain::calendar::civil_date(portal.now());
            let all = overdue_rectifications(today)
                .count(portal.db().read())
                .await;
            assert_eq!(all.unwrap(), late as u64);
            let list = evaluations
                .list(&people.handler, Pile::ToDo, 1)
                .await
                .unwrap();
            assert_eq!(list.rows[0].light, light, "after {days} more days");
        }
        let elsewhere = officer(&portal, "police.handler@desk.example.com").await;
        assert!(evaluations.overdue(&elsewhere).await.unwrap().is_empty());
        let city = evaluations.figures().await.unwrap().year.city;
        assert_eq!(
            city.in_time(),
            Share::of(0, 1),
            "what is never put right counts"
        );
    }
);

both!(lists_show_bad_ones_apart_and_no_names, async |portal| {
    let people = people(&portal).await;
    let chen = citizen(&portal, "chen.yuehua@example.com").await;
    let (bad, good) = (
        finished(&portal, &people.lin).await,
        finished(&portal, &chen).await,
    );
    let evaluations = portal.evaluations();
    evaluations
        .rate(&people.lin, &bad, words(Level::Dissatisfied))
        .await
        .unwrap();
    evaluations
        .rate(&chen, &good, words(Level::Acceptable))
        .await
        .unwrap();
    let list = evaluations
        .list(&people.handler, Pile::ToDo, 9)
        .await
        .unwrap();
    let count = |pile| {
        let (_, count) = list
            .counts
            .iter()
            .find(|(other, _)| *other == pile)
            .unwrap();
        *count
    };
    assert_eq!((count(Pile::ToDo), count(Pile::Good), list.page), (1, 1, 1));
    let page = evaluations
        .list(&people.handler, Pile::Good, 1)
        .await
        .unwrap();
    assert_eq!(page.rows[0].level, Level::Acceptable);
    assert_eq!(page.rows[0].rectification, None);
    for pile in Pile::ALL {
        assert_eq!(Pile::parse(pile.key()), Some(pile));
        let page = evaluations.list(&people.reviewer, pile, 1).await.unwrap();
        assert!(!format!("{page:?}").contains(bad.as_str()));
    }
});

both!(words_and_steps_lie_sealed, async |portal| {
    let people = people(&portal).await;
    let id = finished(&portal, &people.lin).await;
    portal
        .evaluations()
        .rate(&people.lin, &id, words(Level::Dissatisfied))
        .await
        .unwrap();
    act(&portal, &people.handler, Step::Contact).await.unwrap();
    let db = portal.db().read();
    let row = evaluation::Entity::find().one(db).await.unwrap().unwrap();
    let step = rectification_step::Entity::find()
        .one(db)
        .await
        .unwrap()
        .unwrap();
    for (sealed, open) in [(row.comment, "等了很久"), (step.note, "写明情况")] {
        let sealed = sealed.unwrap();
        assert!(
            !sealed
                .windows(open.len())
                .any(|part| part == open.as_bytes())
        );
    }
    let jobs = job::Entity::find().all(db).await.unwrap();
    assert!(jobs.iter().all(|job| !job.payload.contains("写明")));
    // A state in a row that disagrees with its column is a failure, no panic.
    let mut broken = only(&portal).await.into_active_model();
    broken.state = Set("closed".to_owned());
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                broken.update(tx).await?;
                Ok::<_, portal::Internal>(())
            })
        })
        .await
        .unwrap();
    let found = portal.evaluations().mine(&people.lin, &id).await;
    assert!(found.is_err());
});

both!(open_data_keeps_few_ratings_back, async |portal| {
    let people = people(&portal).await;
    let id = finished(&portal, &people.lin).await;
    let evaluations = portal.evaluations();
    evaluations
        .rate(&people.lin, &id, words(Level::Dissatisfied))
        .await
        .unwrap();
    let file = String::from_utf8(evaluations.figures_csv().await.unwrap()).unwrap();
    let lines: Vec<_> = file.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 2, "{file}");
    assert!(lines[0].starts_with("month,department_code,"));
    assert!(
        lines[1].starts_with(&format!("2026-11,{INSURANCE},")),
        "{file}"
    );
    assert!(lines[1].ends_with(",1,1,,,,,,0,0,,,,"), "{file}");
    let figures = evaluations.figures().await.unwrap();
    assert_eq!(figures.months.len(), 12);
    assert!(!figures.year.city.is_public());
    assert_eq!(figures.year.departments.len(), 1);
    assert!(matches!(
        serde_json::from_str::<RectificationState>(&only(&portal).await.state_data).unwrap(),
        RectificationState::Opened { again: false, .. }
    ));
});

both!(
    supervision_hears_of_a_bad_review_left_lying,
    async |portal| {
        let people = people(&portal).await;
        let id = finished(&portal, &people.lin).await;
        let evaluations = portal.evaluations();
        evaluations
            .rate(&people.lin, &id, words(Level::Dissatisfied))
            .await
            .unwrap();
        let findings = async |who: &Officer, closed: bool| {
            let filter = FindingFilter {
                closed,
                rule: Some(8),
                ..FindingFilter::default()
            };
            let list = portal.supervision().findings(who, &filter).await.unwrap();
            list.unwrap().rows
        };
        // Contact and check within a working day: Tuesday, 3 November.
        portal.advance(TimeDelta::days(1));
        portal.run_scheduled().await;
        assert_eq!(findings(&people.supervisor, false).await, []);
        portal.advance(TimeDelta::days(1));
        for _ in 0..2 {
            portal.run_scheduled().await;
            let found = findings(&people.supervisor, false).await;
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].day.to_string(), "2026-11-03");
            assert_eq!((found[0].colour, found[0].card), (Light::Red, Card::Yellow));
            assert!(found[0].number.is_some(), "supervision finds the case");
        }
        // The department is told that it is late, and not whose review it is.
        for who in [&people.handler, &people.reviewer] {
            let found = findings(who, false).await.remove(0);
            assert_eq!(found.number, None);
            let opened = portal.supervision().open(who, &found.id).await;
            assert_eq!(opened.unwrap().unwrap().case, None);
        }
        // Done at last: the finding is over and stays on the record.
        act(&portal, &people.reviewer, Step::Contact).await.unwrap();
        portal.run_scheduled().await;
        assert_eq!(findings(&people.supervisor, false).await, []);
        assert_eq!(findings(&people.supervisor, true).await.len(), 1);
        // What it then promises is watched as well.
        let due = only(&portal).await.due.unwrap();
        let late = due + TimeDelta::days(5);
        portal.at(&format!("{late} 10:00"));
        portal.run_scheduled().await;
        let found = findings(&people.supervisor, false).await;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].day, due);
    }
);

both!(a_guide_shows_real_ratings_as_of_the_day, async |portal| {
    let people = people(&portal).await;
    let evaluations = portal.evaluations();
    let code = ItemCode::new(ELSEWHERE);
    assert_eq!(evaluations.rating(&code).await.unwrap(), None);
    for given in 0..5 {
        let name = if given % 2 == 0 {
            "lin.yinuo"
        } else {
            "chen.yuehua"
        };
        let who = citizen(&portal, &format!("{name}@example.com")).await;
        let id = finished(&portal, &who).await;
        let level = if given == 0 {
            Level::Dissatisfied
        } else {
            Level::VerySatisfied
        };
        let before = evaluations.rating(&code).await.unwrap();
        evaluations.rate(&who, &id, words(level)).await.unwrap();
        let same_day = evaluations.rating(&code).await.unwrap();
        assert_eq!(same_day, before, "counted once a day");
        portal.advance(TimeDelta::days(1));
        let rating = evaluations.rating(&code).await.unwrap().unwrap();
        assert_eq!(rating.reviews, given + 1);
        let public = rating.reviews >= 5;
        assert_eq!(rating.mean, public.then_some(440), "{name}");
    }
    // Silence is no rating.
    finished(&portal, &people.lin).await;
    portal.advance(TimeDelta::days(31));
    portal.run_scheduled().await;
    let by_default = default_evaluation::Entity::find();
    assert!(by_default.count(portal.db().read()).await.unwrap() > 0);
    let rating = evaluations.rating(&code).await.unwrap().unwrap();
    assert_eq!(rating.reviews, 5);
    let unknown = evaluations.rating(&ItemCode::new("A-1")).await.unwrap();
    assert_eq!(unknown, None);
});
