//! Drafts that end, and drafts that move.

use chrono::TimeDelta;
use domain::ItemCode;
use domain::forms::ChangeKind;
use portal::cases::{CaseError, Channel, DRAFT_KEEP_DAYS, DRAFT_REMINDER_DAYS};

use super::{card, city, save, start};
use crate::cases::{CARD, citizen, fill_card, posted};
use crate::support::both;

both!(a_draft_is_reminded_of_before_it_goes, async |portal| {
    let lin = city(&portal).await;
    let cases = portal.cases();
    let id = fill_card(&portal, &lin).await;
    let material = cases
        .open(&lin, &id)
        .await
        .unwrap()
        .unwrap()
        .materials
        .remove(0);
    let mails = async || {
        portal.run_scheduled().await;
        portal.run_jobs().await;
        portal.mails().len()
    };
    portal.advance(TimeDelta::days(DRAFT_KEEP_DAYS - DRAFT_REMINDER_DAYS));
    assert_eq!(mails().await, 0);
    portal.advance(TimeDelta::days(1));
    for _twice in 0..2 {
        assert_eq!(mails().await, 1, "one mail, however often the clock looks");
    }
    assert!(!portal.mails()[0].contains(lin.name.as_str()));

    // Working on it begins the time anew.
    save(&portal, &lin, &id, &[], vec![]).await;
    portal.advance(TimeDelta::days(DRAFT_KEEP_DAYS - 1));
    assert_eq!(mails().await, 2, "left alone once more");
    portal.advance(TimeDelta::days(2));
    mails().await;
    assert!(
        cases.open(&lin, &id).await.unwrap().is_some(),
        "two weeks after the mail at the earliest"
    );
    portal.advance(TimeDelta::days(DRAFT_REMINDER_DAYS));
    assert_eq!(mails().await, 2);
    assert!(cases.open(&lin, &id).await.unwrap().is_none());
    let actor = portal::accounts::Actor::Citizen(lin.clone());
    assert!(
        cases
            .material(&actor, &id, &material.id)
            .await
            .unwrap()
            .is_none()
    );
    assert!(start(&portal, &lin).await != id, "a new one can begin");
});

both!(what_was_submitted_does_not_expire, async |portal| {
    let lin = city(&portal).await;
    let id = fill_card(&portal, &lin).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    for _month in 0..8 {
        portal.advance(TimeDelta::days(30));
        portal.run_scheduled().await;
    }
    assert!(portal.cases().open(&lin, &id).await.unwrap().is_some());
});

both!(a_draft_moves_to_the_new_version, async |portal| {
    let lin = city(&portal).await;
    let cases = portal.cases();
    let id = fill_card(&portal, &lin).await;
    let view = cases.open(&lin, &id).await.unwrap().unwrap();
    assert!(cases.new_version(&view).await.unwrap().is_none());

    let mut definition = card(&portal).await;
    for step in &mut definition.form.steps {
        step.materials.retain(|slot| slot.key != "household_page");
        for section in &mut step.sections {
            section.fields.retain(|field| field.key != "loss_details");
        }
    }
    let old = view.case.version;
    let code = ItemCode::new(CARD);
    cases
        .save_step(
            &lin,
            &id,
            "loss",
            posted(&[("loss_details", "在车上")]),
            vec![],
        )
        .await
        .unwrap();
    portal
        .catalogue()
        .publish(&code, &definition)
        .await
        .unwrap();
    let view = cases.open(&lin, &id).await.unwrap().unwrap();
    let next = cases.new_version(&view).await.unwrap().unwrap();
    assert_eq!(next.version, old + 1);
    let kinds: Vec<_> = next
        .moved
        .changes
        .iter()
        .map(|change| change.kind)
        .collect();
    assert_eq!(kinds, [ChangeKind::Gone, ChangeKind::GoneMaterial]);
    assert_eq!(next.moved.lost[0].value.zh, "在车上");
    assert_eq!(next.files.len(), 1);

    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    let stolen = cases.move_to_new_version(&zhou, &id).await;
    assert!(matches!(stolen, Err(CaseError::NotFound)));
    for _twice in 0..2 {
        cases.move_to_new_version(&lin, &id).await.unwrap();
    }
    let moved = cases.open(&lin, &id).await.unwrap().unwrap();
    assert_eq!(moved.case.version, old + 1);
    assert!(cases.new_version(&moved).await.unwrap().is_none());
    assert_eq!(
        moved.answers.value("loss_place"),
        view.answers.value("loss_place")
    );
    assert_eq!(moved.materials.len(), 1);
    assert_eq!(cases.start(&lin, &code, Channel::Web).await.unwrap(), id);
    cases.submit(&lin, &id).await.unwrap();

    // What was submitted keeps its version.
    portal
        .catalogue()
        .publish(&code, &definition)
        .await
        .unwrap();
    let submitted = cases.open(&lin, &id).await.unwrap().unwrap();
    assert!(cases.new_version(&submitted).await.unwrap().is_none());
    cases.move_to_new_version(&lin, &id).await.unwrap();
    let submitted = cases.open(&lin, &id).await.unwrap().unwrap();
    assert_eq!(submitted.case.version, old + 1);
});
