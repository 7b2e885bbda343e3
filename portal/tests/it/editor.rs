//! The editor of services, with the officers of the demonstration city.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta};
use domain::catalogue::editing::{DraftRefusal, DraftState, ListStep, Part, Sheet, StandingAction};
use domain::catalogue::{ItemState, ItemType};
use domain::ids::{DepartmentCode, ItemCode};
use domain::text::{Locale, Text};
use entities::{audit, item_life_event, item_people_group, item_topic, service_item};
use portal::accounts::{Actor, Officer, SignInDoor};
use portal::catalogue::editor::{Draft, DraftDeed, EditorError, NewService, Typed};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::support::{TestPortal, both};

/// 居民身份证补领, of the police.
pub(crate) const CARD: &str = "11990100990100026J3000709110003";
const PASSWORD: &str = "Tongban-demo-2026";

pub(crate) async fn officer(portal: &TestPortal, login: &str) -> Officer {
    let login = format!("{login}@desk.example.com");
    let accounts = portal.accounts();
    let account = accounts
        .sign_in(&login, PASSWORD, SignInDoor::Desk)
        .await
        .unwrap();
    match accounts.actor(&account).await.unwrap() {
        Actor::Officer(officer) => officer,
        other => panic!("{other:?} is no officer"),
    }
}

pub(crate) async fn seeded(portal: &TestPortal) -> (Officer, Officer) {
    portal.operations().seed_demo().await.unwrap();
    let handler = officer(portal, "police.handler").await;
    (handler, officer(portal, "police.reviewer").await)
}

pub(crate) fn card() -> ItemCode {
    ItemCode::new(CARD)
}

pub(crate) async fn draft(portal: &TestPortal, who: &Officer, id: &str) -> Draft {
    portal
        .catalogue()
        .editor()
        .draft(who, id)
        .await
        .unwrap()
        .unwrap()
}

/// What a page posts that was opened now, with some values typed anew.
pub(crate) fn typed(draft: &Draft, part: Part, changes: &[(&str, &str)]) -> Typed {
    let sheet = Sheet::open(part.clone(), draft.document().unwrap(), Locale::ZhHans).unwrap();
    let mut posted: BTreeMap<String, Vec<String>> = sheet
        .shown()
        .into_iter()
        .map(|(name, value)| (name, vec![value]))
        .collect();
    for (name, value) in changes {
        posted.insert((*name).to_owned(), vec![(*value).to_owned()]);
    }
    Typed {
        part,
        posted,
        step: None,
        locale: Locale::ZhHans,
    }
}

pub(crate) async fn say(
    portal: &TestPortal,
    who: &Officer,
    id: &str,
    summary: &str,
) -> Result<(), EditorError> {
    let draft = draft(portal, who, id).await;
    let typed = typed(&draft, Part::Guide, &[("summary/zh", summary)]);
    portal
        .catalogue()
        .editor()
        .save(who, id, draft.copy.revision, typed)
        .await
}

pub(crate) async fn act(
    portal: &TestPortal,
    who: &Officer,
    id: &str,
    deed: DraftDeed,
) -> Result<(), EditorError> {
    let revision = draft(portal, who, id).await.copy.revision;
    portal
        .catalogue()
        .editor()
        .act(who, id, revision, deed)
        .await
}

async fn summary(portal: &TestPortal) -> (Option<u32>, String) {
    let item = portal.catalogue().item(&card()).await.unwrap().unwrap();
    (
        item.version,
        item.definition.unwrap().guide.summary.zh.clone(),
    )
}

both!(two_persons_publish_a_version, async |portal| {
    let (handler, reviewer) = seeded(&portal).await;
    let editor_of = portal.portal();
    let catalogue = editor_of.catalogue();
    let editor = catalogue.editor();
    let id = editor.open(&handler, &card()).await.unwrap();
    assert_eq!(
        editor.open(&reviewer, &card()).await.unwrap(),
        id,
        "one copy at a time"
    );
    say(&portal, &handler, &id, "丢了就补。").await.unwrap();
    act(&portal, &handler, &id, DraftDeed::Submit)
        .await
        .unwrap();
    let late = say(&portal, &handler, &id, "再改").await.unwrap_err();
    assert!(matches!(
        late,
        EditorError::Refused(DraftRefusal::NotInThisState)
    ));
    let now = DraftDeed::Approve { publish_on: None };
    let own = act(&portal, &handler, &id, now.clone()).await.unwrap_err();
    assert!(matches!(own, EditorError::Refused(_)));
    assert_eq!(summary(&portal).await.0, Some(1));
    act(&portal, &reviewer, &id, now).await.unwrap();
    assert_eq!(summary(&portal).await, (Some(2), "丢了就补。".to_owned()));
    let published = draft(&portal, &handler, &id).await;
    assert!(matches!(
        published.copy.state,
        DraftState::Published { version: 2, .. }
    ));
    assert_eq!(editor.versions(&handler, &card()).await.unwrap().len(), 2);
    assert_ne!(
        editor.open(&handler, &card()).await.unwrap(),
        id,
        "a new copy after that"
    );
});

both!(a_version_waits_for_its_day, async |portal| {
    let (handler, reviewer) = seeded(&portal).await;
    let id = portal
        .catalogue()
        .editor()
        .open(&handler, &card())
        .await
        .unwrap();
    say(&portal, &handler, &id, "明天见。").await.unwrap();
    act(&portal, &handler, &id, DraftDeed::Submit)
        .await
        .unwrap();
    let day = |day: &str| DraftDeed::Approve {
        publish_on: Some(day.parse().unwrap()),
    };
    let past = act(&portal, &reviewer, &id, day("2026-11-01"))
        .await
        .unwrap_err();
    assert!(matches!(
        past,
        EditorError::Refused(DraftRefusal::DayPassed)
    ));
    act(&portal, &reviewer, &id, day("2026-11-04"))
        .await
        .unwrap();
    portal.advance(TimeDelta::hours(24));
    portal.run_jobs().await;
    assert_eq!(summary(&portal).await.0, Some(1), "not yet");
    portal.advance(TimeDelta::hours(24));
    portal.run_jobs().await;
    assert_eq!(summary(&portal).await, (Some(2), "明天见。".to_owned()));
});

both!(
    what_is_taken_back_is_not_published_on_its_day,
    async |portal| {
        let (handler, reviewer) = seeded(&portal).await;
        let id = portal
            .catalogue()
            .editor()
            .open(&handler, &card())
            .await
            .unwrap();
        act(&portal, &handler, &id, DraftDeed::Submit)
            .await
            .unwrap();
        let day = Some("2026-11-03".parse().unwrap());
        act(
            &portal,
            &reviewer,
            &id,
            DraftDeed::Approve { publish_on: day },
        )
        .await
        .unwrap();
        act(&portal, &handler, &id, DraftDeed::TakeBack)
            .await
            .unwrap();
        portal.advance(TimeDelta::days(2));
        portal.run_jobs().await;
        assert_eq!(summary(&portal).await.0, Some(1));
    }
);

both!(
    nobody_overwrites_what_somebody_else_has_written,
    async |portal| {
        let (handler, reviewer) = seeded(&portal).await;
        let id = portal
            .catalogue()
            .editor()
            .open(&handler, &card())
            .await
            .unwrap();
        let seen = draft(&portal, &handler, &id).await;
        say(&portal, &reviewer, &id, "第一").await.unwrap();
        let late = typed(&seen, Part::Guide, &[("summary/zh", "第二")]);
        let editor = portal
            .catalogue()
            .editor()
            .save(&handler, &id, seen.copy.revision, late)
            .await;
        assert!(matches!(editor, Err(EditorError::Changed)));
        assert_eq!(
            draft(&portal, &handler, &id)
                .await
                .definition
                .guide
                .summary
                .zh,
            "第一"
        );
    }
);

both!(what_is_unsound_is_not_handed_on, async |portal| {
    let (handler, _) = seeded(&portal).await;
    let new = NewService {
        code: "POLICE-NEW-1".to_owned(),
        name: Text::zh("新事项"),
        item_type: ItemType::PublicService,
        copy_of: None,
        department: None,
    };
    let catalogue = portal.catalogue();
    let id = catalogue
        .editor()
        .create(&handler, new.clone())
        .await
        .unwrap();
    let problems = act(&portal, &handler, &id, DraftDeed::Submit)
        .await
        .unwrap_err();
    assert!(matches!(problems, EditorError::Problems(problems) if problems.len() > 3));
    let twice = catalogue
        .editor()
        .create(&handler, new.clone())
        .await
        .unwrap_err();
    assert!(
        matches!(twice, EditorError::Typed(problems) if problems[0].1 == "editor-problem-code-taken")
    );
    let bad = NewService {
        code: "区 1".to_owned(),
        name: Text::zh(" "),
        ..new
    };
    let bad = catalogue.editor().create(&handler, bad).await.unwrap_err();
    assert!(matches!(bad, EditorError::Typed(problems) if problems.len() == 2));
    let draft = draft(&portal, &handler, &id).await;
    let wrong = typed(&draft, Part::Places, &[("on_site_visits", "many")]);
    let wrong = catalogue
        .editor()
        .save(&handler, &id, draft.copy.revision, wrong)
        .await;
    assert!(matches!(wrong, Err(EditorError::Typed(_))));
});

both!(
    a_copy_of_another_item_is_published_under_its_own_code,
    async |portal| {
        let (handler, reviewer) = seeded(&portal).await;
        let new = NewService {
            code: "POLICE-COPY-1".to_owned(),
            name: Text::both("居民身份证补领（副本）", "A copy"),
            item_type: ItemType::Confirmation,
            copy_of: Some(card()),
            department: None,
        };
        let id = portal
            .catalogue()
            .editor()
            .create(&handler, new)
            .await
            .unwrap();
        let mut add = typed(&draft(&portal, &handler, &id).await, Part::Faq, &[]);
        add.step = Some(("faq".to_owned(), ListStep::Add));
        portal
            .catalogue()
            .editor()
            .save(&handler, &id, 1, add)
            .await
            .unwrap();
        let questions = draft(&portal, &handler, &id)
            .await
            .definition
            .guide
            .faq
            .len();
        let mut remove = typed(&draft(&portal, &handler, &id).await, Part::Faq, &[]);
        remove.step = Some(("faq".to_owned(), ListStep::Remove(questions - 1)));
        portal
            .catalogue()
            .editor()
            .save(&handler, &id, 2, remove)
            .await
            .unwrap();
        act(&portal, &handler, &id, DraftDeed::Submit)
            .await
            .unwrap();
        act(
            &portal,
            &reviewer,
            &id,
            DraftDeed::Approve { publish_on: None },
        )
        .await
        .unwrap();
        let item = portal
            .catalogue()
            .item(&ItemCode::new("POLICE-COPY-1"))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (item.version, item.row.name.zh.as_str()),
            (Some(1), "居民身份证补领（副本）")
        );
        assert_eq!(item.row.topics.len(), 2);
    }
);

both!(other_departments_see_nothing, async |portal| {
    let (handler, _) = seeded(&portal).await;
    let stranger = officer(&portal, "hrss.handler").await;
    let catalogue = portal.catalogue();
    let id = catalogue.editor().open(&handler, &card()).await.unwrap();
    assert!(
        catalogue
            .editor()
            .draft(&stranger, &id)
            .await
            .unwrap()
            .is_none()
    );
    assert!(matches!(
        catalogue.editor().open(&stranger, &card()).await,
        Err(EditorError::NotFound)
    ));
    let deed = catalogue
        .editor()
        .act(&stranger, &id, 1, DraftDeed::Submit)
        .await;
    assert!(matches!(deed, Err(EditorError::NotFound)));
    assert!(
        catalogue
            .editor()
            .item(&stranger, &card())
            .await
            .unwrap()
            .is_none()
    );
    let list = catalogue
        .editor()
        .list(&stranger, None, "", 1)
        .await
        .unwrap();
    assert!(list.drafts.is_empty());
    assert!(list.items.iter().all(|item| item.code != card()));
    let own = catalogue
        .editor()
        .list(&handler, Some("editing"), "居民身份证补领", 1)
        .await
        .unwrap();
    assert_eq!((own.drafts.len(), own.items.len()), (1, 1));
    let supervisor = officer(&portal, "hrss.supervisor").await;
    let items = catalogue
        .editor()
        .list(&supervisor, None, "", 1)
        .await
        .unwrap()
        .items;
    let refused = catalogue.editor().open(&supervisor, &items[0].code).await;
    assert!(matches!(
        refused,
        Err(EditorError::Refused(DraftRefusal::WrongRole))
    ));
});

both!(
    an_item_is_paused_by_one_and_restored_by_two,
    async |portal| {
        let (handler, reviewer) = seeded(&portal).await;
        let catalogue = portal.catalogue();
        let stand = async |who: &Officer, action, reason: &str| {
            let editor = catalogue.editor();
            let seen = editor.item(who, &card()).await.unwrap().unwrap();
            editor
                .stand(who, &card(), seen.standing.revision, action, reason)
                .await
        };
        stand(&handler, StandingAction::Pause, "系统维护")
            .await
            .unwrap();
        assert!(
            catalogue.item(&card()).await.unwrap().is_none(),
            "nobody can apply"
        );
        stand(&handler, StandingAction::Restore, "维护完成")
            .await
            .unwrap();
        let alone = stand(&handler, StandingAction::Confirm, "")
            .await
            .unwrap_err();
        assert!(matches!(alone, EditorError::Refused(_)));
        stand(&reviewer, StandingAction::Confirm, "").await.unwrap();
        assert!(catalogue.item(&card()).await.unwrap().is_some());
        let seen = catalogue
            .editor()
            .item(&reviewer, &card())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (seen.standing.state, seen.standing.revision),
            (ItemState::InUse, 3)
        );
        let stale = catalogue
            .editor()
            .stand(&reviewer, &card(), 1, StandingAction::Pause, "x")
            .await;
        assert!(matches!(stale, Err(EditorError::Changed)));
    }
);

both!(
    what_is_discarded_is_over_and_changes_nothing,
    async |portal| {
        let (handler, reviewer) = seeded(&portal).await;
        let catalogue = portal.catalogue();
        let editor = catalogue.editor();
        let before = summary(&portal).await;
        let id = editor.open(&handler, &card()).await.unwrap();
        say(&portal, &handler, &id, "不要了").await.unwrap();
        act(&portal, &handler, &id, DraftDeed::Submit)
            .await
            .unwrap();
        let waiting = act(&portal, &handler, &id, DraftDeed::Discard).await;
        assert!(matches!(
            waiting,
            Err(EditorError::Refused(DraftRefusal::NotInThisState))
        ));
        act(&portal, &handler, &id, DraftDeed::TakeBack)
            .await
            .unwrap();
        let stranger = officer(&portal, "hrss.handler").await;
        let foreign = editor.act(&stranger, &id, 4, DraftDeed::Discard).await;
        assert!(matches!(foreign, Err(EditorError::NotFound)));
        act(&portal, &reviewer, &id, DraftDeed::Discard)
            .await
            .unwrap();
        assert_eq!(summary(&portal).await, before, "what is published stays");
        let discarded = draft(&portal, &handler, &id).await;
        assert!(matches!(discarded.copy.state, DraftState::Discarded { .. }));
        assert_eq!(
            discarded.definition.guide.summary.zh, "不要了",
            "as a record"
        );
        assert!(
            act(&portal, &handler, &id, DraftDeed::TakeBack)
                .await
                .is_err()
        );
        let open = editor.list(&handler, None, "", 1).await.unwrap();
        assert!(open.drafts.iter().all(|draft| draft.id != id));
        let over = editor
            .list(&handler, Some("discarded"), "", 1)
            .await
            .unwrap();
        assert_eq!(over.drafts.len(), 1);
        assert_ne!(
            editor.open(&handler, &card()).await.unwrap(),
            id,
            "begun anew"
        );
        let audited = audit::Entity::find()
            .filter(audit::Column::Action.eq("editor.discard"))
            .all(portal.db().read())
            .await
            .unwrap();
        assert_eq!(audited.len(), 1);
    }
);

both!(a_code_is_free_again_after_discarding, async |portal| {
    let (handler, _) = seeded(&portal).await;
    let new = NewService {
        code: "POLICE-NEW-2".to_owned(),
        name: Text::zh("新事项"),
        item_type: ItemType::PublicService,
        copy_of: None,
        department: None,
    };
    let catalogue = portal.catalogue();
    let editor = catalogue.editor();
    let id = editor.create(&handler, new.clone()).await.unwrap();
    act(&portal, &handler, &id, DraftDeed::Discard)
        .await
        .unwrap();
    let again = editor.create(&handler, new).await.unwrap();
    assert_ne!(again, id);
});

both!(only_administrators_choose_a_department, async |portal| {
    let (handler, _) = seeded(&portal).await;
    let administrator = officer(&portal, "administrator").await;
    let stranger = officer(&portal, "hrss.handler").await;
    let new = |code: &str, department: &str| NewService {
        code: code.to_owned(),
        name: Text::zh("新事项"),
        item_type: ItemType::PublicService,
        copy_of: None,
        department: Some(DepartmentCode::new(department)),
    };
    let catalogue = portal.catalogue();
    let editor = catalogue.editor();
    let police = handler.department.as_str();
    let own = editor.create(&handler, new("A-1", police)).await.unwrap();
    assert_eq!(
        draft(&portal, &handler, &own).await.item.department,
        handler.department
    );
    let foreign = editor.create(&stranger, new("A-2", police)).await;
    assert!(matches!(
        foreign,
        Err(EditorError::Refused(DraftRefusal::OtherDepartment))
    ));
    let unknown = editor.create(&administrator, new("A-2", "nobody")).await;
    assert!(
        matches!(unknown, Err(EditorError::Typed(problems)) if problems[0].1 == "editor-problem-department")
    );
    let id = editor
        .create(&administrator, new("A-2", police))
        .await
        .unwrap();
    let chosen = draft(&portal, &handler, &id).await;
    assert_eq!(
        chosen.item.department, handler.department,
        "its officers go on with it"
    );
    assert_eq!(chosen.copy.department, handler.department);
    assert_eq!(chosen.item.region.as_str(), "990100");
});

/// Everything that is stored about an item beside its versions and the instant of the last change.
async fn stored(portal: &TestPortal, code: &str) -> (service_item::Model, [Vec<String>; 3]) {
    let db = portal.db().read();
    let item = service_item::Entity::find_by_id(code)
        .one(db)
        .await
        .unwrap();
    let mut item = item.unwrap();
    (item.published_version, item.updated_at) = (None, DateTime::UNIX_EPOCH);
    let topics = item_topic::Entity::find()
        .filter(item_topic::Column::ItemCode.eq(code))
        .order_by_asc(item_topic::Column::Topic);
    let events = item_life_event::Entity::find()
        .filter(item_life_event::Column::ItemCode.eq(code))
        .order_by_asc(item_life_event::Column::Event);
    let groups = item_people_group::Entity::find()
        .filter(item_people_group::Column::ItemCode.eq(code))
        .order_by_asc(item_people_group::Column::People);
    let topics = topics
        .all(db)
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.topic);
    let events = events
        .all(db)
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.event);
    let groups = groups
        .all(db)
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.people);
    (item, [topics.collect(), events.collect(), groups.collect()])
}

both!(
    an_item_published_unchanged_keeps_everything_that_is_stored,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let catalogue = portal.catalogue();
        let editor = catalogue.editor();
        for (department, code) in [
            ("health", "1199010099010004283432023201W00"),
            ("police", CARD),
        ] {
            let handler = officer(&portal, &format!("{department}.handler")).await;
            let reviewer = officer(&portal, &format!("{department}.reviewer")).await;
            let code = ItemCode::new(code);
            let before = stored(&portal, code.as_str()).await;
            assert!(before.1.iter().any(|filed| !filed.is_empty()));
            let id = editor.open(&handler, &code).await.unwrap();
            let opened = draft(&portal, &handler, &id).await;
            for part in Part::ALL {
                let seen = draft(&portal, &handler, &id).await;
                let same = typed(&seen, part, &[]);
                let revision = seen.copy.revision;
                editor.save(&handler, &id, revision, same).await.unwrap();
            }
            let saved = draft(&portal, &handler, &id).await;
            assert_eq!(saved.item, opened.item);
            assert_eq!(saved.definition, opened.definition);
            act(&portal, &handler, &id, DraftDeed::Submit)
                .await
                .unwrap();
            let now = DraftDeed::Approve { publish_on: None };
            act(&portal, &reviewer, &id, now).await.unwrap();
            assert_eq!(stored(&portal, code.as_str()).await, before);
            let first = editor.version(&handler, &code, 1).await.unwrap();
            assert_eq!(editor.version(&handler, &code, 2).await.unwrap(), first);
        }
    }
);
