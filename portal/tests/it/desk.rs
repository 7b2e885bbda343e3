//! The desk: lists, search, whose case it is, and what is written beside a case.

use std::collections::BTreeSet;

use chrono::{Datelike, TimeDelta};
use domain::cases::{Demands, Event, EventKind, Light, Point, Target};
use domain::desk::{
    AssignmentChange, AssignmentRefusal, AssignmentRule, InboxFilter, InboxTab, MAX_BATCH,
    MAX_SAVED_FILTERS, Pile, WritingProblem,
};
use domain::{AccountId, CaseId, ItemCode};
use portal::accounts::{Citizen, Officer};
use portal::desk::{
    AbsenceError, AssignmentError, BulkAct, BulkOutcome, Count, FilterError, TemplateError, Ticked,
    WritingError,
};

use crate::cases::{CARD, citizen, fill_card, officer, posted};
use crate::support::{TestPortal, both};

const LIN: &str = "lin.yinuo@example.com";
const ZHOU: &str = "zhou.qifan@example.com";
const HANDLER: &str = "police.handler@desk.example.com";
const REVIEWER: &str = "police.reviewer@desk.example.com";
const ELSEWHERE: &str = "hrss.handler@desk.example.com";

async fn submitted(portal: &TestPortal, who: &Citizen) -> CaseId {
    let id = fill_card(portal, who).await;
    portal.cases().submit(who, &id).await.unwrap();
    id
}

async fn list(portal: &TestPortal, who: &Officer, filter: InboxFilter) -> Vec<CaseId> {
    let inbox = portal.desk().inbox(who, filter, None).await.unwrap();
    inbox.rows.into_iter().map(|row| row.id).collect()
}

fn pile(pile: Pile) -> InboxFilter {
    InboxFilter::whole(InboxTab::Pile(pile))
}

fn mine() -> InboxFilter {
    InboxFilter::whole(InboxTab::Mine)
}

both!(a_list_is_narrowed_down, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, LIN).await;
    let handler = officer(&portal, HANDLER).await;
    let elsewhere = officer(&portal, ELSEWHERE).await;
    let id = submitted(&portal, &lin).await;
    let all = pile(Pile::ToAccept);
    assert_eq!(list(&portal, &handler, all.clone()).await, vec![id.clone()]);
    assert!(list(&portal, &elsewhere, all.clone()).await.is_empty());

    let service = |code| InboxFilter {
        service: Some(ItemCode::new(code)),
        ..all.clone()
    };
    assert_eq!(list(&portal, &handler, service(CARD)).await.len(), 1);
    assert!(list(&portal, &handler, service("A-1")).await.is_empty());
    let channel = |channel: &str| InboxFilter {
        channel: Some(channel.to_owned()),
        ..all.clone()
    };
    assert_eq!(list(&portal, &handler, channel("web")).await.len(), 1);
    assert!(list(&portal, &handler, channel("kiosk")).await.is_empty());
    // Submitted at ten on Monday, 2 November.
    let days = |from: &str, until: &str| InboxFilter {
        from: from.parse().ok(),
        until: until.parse().ok(),
        ..all.clone()
    };
    for (from, until, found) in [
        ("2026-11-02", "2026-11-02", 1),
        ("2026-11-03", "", 0),
        ("", "2026-11-01", 0),
    ] {
        let rows = list(&portal, &handler, days(from, until)).await;
        assert_eq!(rows.len(), found, "{from} {until}");
    }
    // Due on Monday the 9th, after five working days.
    for day in 2..=12 {
        let inbox = portal.desk().inbox(&handler, all.clone(), None).await;
        let row = inbox.unwrap().rows.remove(0);
        for light in Light::ALL {
            let lit = InboxFilter {
                light: Some(light),
                ..all.clone()
            };
            let found = list(&portal, &handler, lit).await.len();
            assert_eq!(found == 1, row.light == light, "{day} {light:?}");
        }
        portal.advance(TimeDelta::days(1));
    }
    let now = portal.now();
    assert_eq!(now.day(), 13);
});

both!(
    pages_show_every_case_once_while_new_ones_come,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let handler = officer(&portal, HANDLER).await;
        let mut before = BTreeSet::new();
        for login in [LIN, ZHOU] {
            let who = citizen(&portal, login).await;
            for _ in 0..13 {
                before.insert(submitted(&portal, &who).await);
                portal.advance(TimeDelta::seconds(1));
            }
        }
        for order in InboxTab::Pile(Pile::ToAccept).orders() {
            let filter = InboxFilter {
                order: *order,
                ..pile(Pile::ToAccept)
            };
            let mut seen = Vec::new();
            let mut after = None;
            loop {
                let desk = portal.desk();
                let page = desk.inbox(&handler, filter.clone(), after.as_deref());
                let page = page.await.unwrap();
                assert_eq!(page.is_first, seen.is_empty());
                seen.extend(page.rows.into_iter().map(|row| row.id));
                let late = citizen(&portal, LIN).await;
                submitted(&portal, &late).await;
                portal.advance(TimeDelta::seconds(1));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            let once: BTreeSet<_> = seen.iter().cloned().collect();
            assert_eq!(once.len(), seen.len(), "{order:?}: a case came twice");
            assert!(before.is_subset(&once), "{order:?}: a case was left out");
            before.extend(once);
        }
    }
);

both!(of_two_who_take_a_case_one_gets_it, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, LIN).await;
    let handler = officer(&portal, HANDLER).await;
    let reviewer = officer(&portal, REVIEWER).await;
    let elsewhere = officer(&portal, ELSEWHERE).await;
    let id = submitted(&portal, &lin).await;
    let desk = portal.desk();
    let unassigned = InboxFilter::whole(InboxTab::Unassigned);
    assert_eq!(list(&portal, &handler, unassigned.clone()).await.len(), 1);

    let (one, other) = tokio::join!(
        desk.assign(&handler, &id, None, Some(&handler.id)),
        desk.assign(&reviewer, &id, None, Some(&reviewer.id)),
    );
    let (winner, loser) = match (&one, &other) {
        (Ok(()), Err(AssignmentError::Changed(Some(name)))) => (&handler, name),
        (Err(AssignmentError::Changed(Some(name))), Ok(())) => (&reviewer, name),
        both => panic!("{both:?}"),
    };
    assert_eq!(*loser, winner.name, "the other reads who has it");
    assert_eq!(list(&portal, winner, mine()).await, vec![id.clone()]);
    assert!(list(&portal, &handler, unassigned).await.is_empty());
    // It keeps nobody of the department out.
    for who in [&handler, &reviewer] {
        assert!(desk.open(who, &id).await.unwrap().is_some());
        assert_eq!(list(&portal, who, pile(Pile::ToAccept)).await.len(), 1);
    }
    let theirs = desk
        .assign(&elsewhere, &id, Some(&winner.id), Some(&elsewhere.id))
        .await;
    assert!(matches!(theirs, Err(AssignmentError::NotFound)));
    let stranger = desk.assign(&reviewer, &id, Some(&winner.id), Some(&elsewhere.id));
    assert!(matches!(
        stranger.await,
        Err(AssignmentError::Refused(AssignmentRefusal::NotACandidate))
    ));
    portal.advance(TimeDelta::seconds(1));
    desk.assign(&reviewer, &id, Some(&winner.id), None)
        .await
        .unwrap();
    let shown = desk.open(&handler, &id).await.unwrap().unwrap();
    assert_eq!(shown.holder, None);
    let changes: Vec<_> = shown.assignments.iter().map(|row| row.change).collect();
    assert_eq!(
        changes,
        [AssignmentChange::Taken, AssignmentChange::GivenBack]
    );
    portal.cases().withdraw(&lin, &id).await.unwrap();
    let closed = desk.assign(&handler, &id, None, Some(&handler.id)).await;
    assert!(matches!(
        closed,
        Err(AssignmentError::Refused(AssignmentRefusal::Closed))
    ));
});

both!(a_rule_gives_new_cases_to_who_is_there, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, LIN).await;
    let handler = officer(&portal, HANDLER).await;
    let reviewer = officer(&portal, REVIEWER).await;
    let desk = portal.desk();
    let rule = Some(AssignmentRule::InTurn);
    let not_theirs = desk.set_assignment_rule(&handler, None, rule).await;
    assert!(!not_theirs.unwrap(), "handlers set no rules");
    let foreign = ItemCode::new("A-1");
    let foreign = desk.set_assignment_rule(&reviewer, Some(&foreign), rule);
    assert!(!foreign.await.unwrap());
    submitted(&portal, &lin).await;
    assert!(list(&portal, &handler, mine()).await.is_empty());

    assert!(
        desk.set_assignment_rule(&reviewer, None, rule)
            .await
            .unwrap()
    );
    let id = submitted(&portal, &lin).await;
    assert_eq!(list(&portal, &handler, mine()).await, vec![id.clone()]);
    let shown = desk.open(&handler, &id).await.unwrap().unwrap();
    assert_eq!(shown.assignments[0].change, AssignmentChange::ByRule);
    assert_eq!(shown.assignments[0].by, None);

    let item = ItemCode::new(CARD);
    let least = Some(AssignmentRule::LeastOpen);
    let own = desk.set_assignment_rule(&reviewer, Some(&item), least);
    assert!(own.await.unwrap());
    let rules = desk.assignment_rules(&reviewer).await.unwrap();
    let of_card = rules.iter().find(|one| one.item == Some(item.clone()));
    assert_eq!(of_card.unwrap().rule, least);
    submitted(&portal, &lin).await;
    assert_eq!(list(&portal, &handler, mine()).await.len(), 2);
    for item in [None, Some(&item)] {
        desk.set_assignment_rule(&reviewer, item, None)
            .await
            .unwrap();
    }
    submitted(&portal, &lin).await;
    assert_eq!(list(&portal, &handler, mine()).await.len(), 2);
});

both!(several_cases_at_once_and_each_by_itself, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, LIN).await;
    let handler = officer(&portal, HANDLER).await;
    let elsewhere = officer(&portal, ELSEWHERE).await;
    let desk = portal.desk();
    let (first, second) = (
        submitted(&portal, &lin).await,
        submitted(&portal, &lin).await,
    );
    let tick = |id: &CaseId, revision| Ticked {
        id: id.clone(),
        revision,
        assignee: None,
    };
    let ticked = [tick(&first, 1), tick(&second, 1)];
    desk.act(&handler, &second, 1, Event::Accept).await.unwrap();
    let outcomes = async |who: &Officer, act: BulkAct, ticked: &[Ticked]| {
        let rows = desk.bulk(who, &act, ticked).await.unwrap();
        rows.into_iter().map(|row| row.outcome).collect::<Vec<_>>()
    };
    assert_eq!(
        outcomes(&handler, BulkAct::Accept, &ticked).await,
        [BulkOutcome::Done, BulkOutcome::Changed]
    );
    assert_eq!(
        outcomes(&handler, BulkAct::Accept, &[tick(&first, 2)]).await,
        [BulkOutcome::Refused("refusal-not-in-this-state")]
    );
    assert_eq!(
        outcomes(&elsewhere, BulkAct::Take, &ticked).await,
        [BulkOutcome::NotFound, BulkOutcome::NotFound]
    );
    assert_eq!(
        outcomes(&handler, BulkAct::Take, &ticked).await,
        [BulkOutcome::Done, BulkOutcome::Done]
    );
    assert_eq!(
        outcomes(&handler, BulkAct::Take, &ticked[..1]).await,
        [BulkOutcome::Holder(Some(handler.name.clone()))]
    );
    let many: Vec<_> = (0..=MAX_BATCH).map(|_| tick(&first, 1)).collect();
    let many = outcomes(&handler, BulkAct::Accept, &many).await;
    assert_eq!(many.last(), Some(&BulkOutcome::TooMany));
});

both!(a_case_is_found_by_number_name_and_numbers, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, LIN).await;
    let handler = officer(&portal, HANDLER).await;
    let elsewhere = officer(&portal, ELSEWHERE).await;
    let id = submitted(&portal, &lin).await;
    let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
    let number = view.case.number.unwrap().to_string();
    let zhou = citizen(&portal, ZHOU).await;
    let other = fill_card(&portal, &zhou).await;
    let person = posted(&[("phone", "19900000002")]);
    let cases = portal.cases();
    cases
        .save_step(&zhou, &other, "person", person, vec![])
        .await
        .unwrap();
    cases.submit(&zhou, &other).await.unwrap();
    let found = async |who: &Officer, typed: &str| {
        let found = portal.desk().search(who, typed).await.unwrap();
        found.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    let end = number[15..].to_lowercase();
    for typed in [
        number.as_str(),
        &number[13..],
        &end,
        "林亦诺",
        " 林 亦诺",
        "19900000001",
        "990102199103160241",
    ] {
        assert_eq!(found(&handler, typed).await, vec![id.clone()], "{typed}");
        assert!(found(&elsewhere, typed).await.is_empty(), "{typed}");
    }
    for typed in ["", "林", "林亦", "19900000009", &number[16..]] {
        assert!(found(&handler, typed).await.is_empty(), "{typed}");
    }
    let services = portal.desk().search(&handler, "居民身份证").await.unwrap();
    assert!(
        services
            .services
            .iter()
            .any(|(code, _)| code.as_str() == CARD)
    );
    let draft = fill_card(&portal, &lin).await;
    assert!(!found(&handler, "林亦诺").await.contains(&draft));
});

both!(filters_are_kept_by_each_officer, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let handler = officer(&portal, HANDLER).await;
    let reviewer = officer(&portal, REVIEWER).await;
    let desk = portal.desk();
    let red = InboxFilter {
        light: Some(Light::Red),
        ..pile(Pile::ToAccept)
    };
    assert!(matches!(
        desk.save_filter(&handler, " ", &red).await,
        Err(FilterError::NameMissing)
    ));
    for _ in 0..MAX_SAVED_FILTERS {
        desk.save_filter(&handler, "超期", &red).await.unwrap();
    }
    assert!(matches!(
        desk.save_filter(&handler, "超期", &red).await,
        Err(FilterError::TooMany)
    ));
    let kept = desk.saved_filters(&handler).await.unwrap();
    assert_eq!(kept.len(), MAX_SAVED_FILTERS);
    assert!(
        kept[0]
            .pairs
            .contains(&("light".to_owned(), "red".to_owned()))
    );
    assert!(desk.saved_filters(&reviewer).await.unwrap().is_empty());
    desk.forget_filter(&reviewer, &kept[0].id).await.unwrap();
    desk.forget_filter(&handler, &kept[1].id).await.unwrap();
    let left = desk.saved_filters(&handler).await.unwrap();
    assert_eq!(left.len(), MAX_SAVED_FILTERS - 1);
    assert_eq!(left[0].id, kept[0].id, "nobody forgets another's");
});

both!(
    what_is_corrected_stands_beside_what_was_asked,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let lin = citizen(&portal, LIN).await;
        let handler = officer(&portal, HANDLER).await;
        let id = submitted(&portal, &lin).await;
        let desk = portal.desk();
        let shown = desk.open(&handler, &id).await.unwrap().unwrap();
        assert_eq!(shown.correction, None);
        let target = Target::Field {
            key: "loss_place".to_owned(),
        };
        let asked = Demands {
            notice: "请补正".to_owned(),
            points: vec![Point {
                target,
                why: "写明路口".to_owned(),
            }],
        };
        desk.act(&handler, &id, 1, Event::RequestCorrection { asked })
            .await
            .unwrap();
        let loss = posted(&[("loss_place", "梧桐街与安宁路口")]);
        let cases = portal.cases();
        cases
            .save_step(&lin, &id, "loss", loss, vec![])
            .await
            .unwrap();
        cases.submit(&lin, &id).await.unwrap();
        let shown = desk.open(&handler, &id).await.unwrap().unwrap();
        let correction = shown.correction.unwrap();
        assert_eq!(correction.notice, "请补正");
        let [point] = correction.points.as_slice() else {
            panic!("{correction:?}");
        };
        assert_eq!(point.why.as_deref(), Some("写明路口"));
        assert_eq!(point.before.as_ref().unwrap().zh, "梧桐街");
        assert_eq!(point.after.as_ref().unwrap().zh, "梧桐街与安宁路口");
    }
);

both!(notes_stay_in_the_department, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, LIN).await;
    let handler = officer(&portal, HANDLER).await;
    let reviewer = officer(&portal, REVIEWER).await;
    let elsewhere = officer(&portal, ELSEWHERE).await;
    let id = submitted(&portal, &lin).await;
    let desk = portal.desk();
    desk.add_note(&handler, &id, " 已电话联系 ").await.unwrap();
    portal.advance(TimeDelta::seconds(1));
    desk.add_note(&reviewer, &id, "等回复").await.unwrap();
    assert!(matches!(
        desk.add_note(&handler, &id, " ").await,
        Err(WritingError::Problem(WritingProblem::Missing))
    ));
    assert!(matches!(
        desk.add_note(&elsewhere, &id, "看看").await,
        Err(WritingError::NotFound)
    ));
    let notes = desk.open(&handler, &id).await.unwrap().unwrap().notes;
    let texts: Vec<_> = notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["已电话联系", "等回复"]);
    assert_eq!(notes[0].author, handler.name);
});

both!(
    messages_go_to_and_fro_while_the_case_is_open,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let lin = citizen(&portal, LIN).await;
        let zhou = citizen(&portal, ZHOU).await;
        let handler = officer(&portal, HANDLER).await;
        let elsewhere = officer(&portal, ELSEWHERE).await;
        let id = submitted(&portal, &lin).await;
        let (desk, cases) = (portal.desk(), portal.cases());
        let early = cases.answer_message(&lin, &id, "你好").await;
        assert!(matches!(
            early,
            Err(WritingError::Problem(WritingProblem::NothingToAnswer))
        ));
        let foreign = desk.write_message(&elsewhere, &id, "你好").await;
        assert!(matches!(foreign, Err(WritingError::NotFound)));
        portal.run_jobs().await;
        let before = portal.mails().len();
        desk.write_message(&handler, &id, "请带原件").await.unwrap();
        portal.run_jobs().await;
        assert_eq!(
            portal.mails().len(),
            before + 1,
            "a mail says that there is one"
        );
        let thread = cases.messages(&lin, &id).await.unwrap();
        assert!(thread.can_write && !thread.messages[0].read);
        assert_eq!(thread.messages[0].author, None, "officers are not named");
        assert!(
            cases
                .messages(&zhou, &id)
                .await
                .unwrap()
                .messages
                .is_empty()
        );
        cases.read_messages(&zhou, &id).await.unwrap();
        assert!(!cases.messages(&lin, &id).await.unwrap().messages[0].read);
        cases.read_messages(&lin, &id).await.unwrap();
        assert!(matches!(
            cases.answer_message(&zhou, &id, "好").await,
            Err(WritingError::NotFound)
        ));
        portal.advance(TimeDelta::seconds(1));
        cases.answer_message(&lin, &id, "好的").await.unwrap();

        let row = async || {
            let inbox = desk.inbox(&handler, pile(Pile::ToAccept), None).await;
            inbox.unwrap().rows.remove(0)
        };
        assert!(row().await.new_message);
        let thread = desk.open(&handler, &id).await.unwrap().unwrap().thread;
        let texts: Vec<_> = thread.messages.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, ["请带原件", "好的"]);
        assert!(thread.messages[0].read);
        assert!(!row().await.new_message, "it was opened");
        cases.withdraw(&lin, &id).await.unwrap();
        let late = desk.write_message(&handler, &id, "再见").await;
        assert!(matches!(
            late,
            Err(WritingError::Problem(WritingProblem::Closed))
        ));
        assert!(!cases.messages(&lin, &id).await.unwrap().can_write);
    }
);

both!(
    templates_belong_to_a_department_and_its_reviewers,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let lin = citizen(&portal, LIN).await;
        let handler = officer(&portal, HANDLER).await;
        let reviewer = officer(&portal, REVIEWER).await;
        let elsewhere = officer(&portal, ELSEWHERE).await;
        let desk = portal.desk();
        let event = EventKind::RefuseAcceptance;
        let text = "{number}（{service}）{date}";
        let theirs = desk
            .save_template(&handler, None, event, "不受理", text)
            .await;
        assert!(matches!(theirs, Err(TemplateError::NotFound)));
        desk.save_template(&reviewer, None, event, "不受理", text)
            .await
            .unwrap();
        let templates = desk.templates(&handler).await.unwrap();
        let template = &templates[0].id;
        assert!(desk.templates(&elsewhere).await.unwrap().is_empty());
        let id = submitted(&portal, &lin).await;
        let case = desk.open(&handler, &id).await.unwrap().unwrap();
        let filled = desk.filled_template(&handler, template, &case.view).await;
        let number = case.view.case.number.clone().unwrap();
        let words = format!("{number}（{}）2026-11-02", case.view.item_name.zh);
        assert_eq!(filled.unwrap(), Some((event, words)));
        let foreign = desk.filled_template(&elsewhere, template, &case.view).await;
        assert_eq!(foreign.unwrap(), None);
        let other = EventKind::Decide;
        desk.save_template(&reviewer, Some(template), other, "同意", "同意")
            .await
            .unwrap();
        assert_eq!(desk.templates(&handler).await.unwrap()[0].event, other);
        let gone = desk.delete_template(&handler, template).await;
        assert!(matches!(gone, Err(TemplateError::NotFound)));
        desk.delete_template(&reviewer, template).await.unwrap();
        assert!(desk.templates(&handler).await.unwrap().is_empty());
    }
);

both!(a_deputy_sees_what_is_the_absent_officers, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, LIN).await;
    let handler = officer(&portal, HANDLER).await;
    let reviewer = officer(&portal, REVIEWER).await;
    let elsewhere = officer(&portal, ELSEWHERE).await;
    let desk = portal.desk();
    let id = submitted(&portal, &lin).await;
    desk.assign(&handler, &id, None, Some(&handler.id))
        .await
        .unwrap();
    let day = |text: &str| text.parse().unwrap();
    let (from, until) = (day("2026-11-03"), day("2026-11-04"));
    let stranger = desk.add_absence(&handler, &elsewhere.id, from, until).await;
    assert!(matches!(stranger, Err(AbsenceError::NotFound)));
    let oneself: &AccountId = &handler.id;
    let oneself = desk.add_absence(&handler, oneself, from, until).await;
    assert!(matches!(oneself, Err(AbsenceError::Problem(_))));
    desk.add_absence(&handler, &reviewer.id, from, until)
        .await
        .unwrap();
    let told = desk.absences(&reviewer).await.unwrap();
    assert_eq!(told.as_deputy[0].other, handler.name);
    let own = desk.absences(&handler).await.unwrap().own;
    assert_eq!(own[0].other, reviewer.name);

    for (seen, _day) in [(0, 2), (1, 3), (1, 4), (0, 5)] {
        assert_eq!(list(&portal, &reviewer, mine()).await.len(), seen);
        assert_eq!(list(&portal, &handler, mine()).await.len(), 1);
        portal.advance(TimeDelta::days(1));
    }
    desk.remove_absence(&reviewer, &own[0].id).await.unwrap();
    let counts = desk.inbox(&handler, mine(), None).await.unwrap().counts;
    assert!(counts.contains(&(InboxTab::Mine, Count::Exactly(1))));
});
