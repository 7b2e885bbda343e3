//! What follows after acceptance.

use chrono::TimeDelta;
use domain::calendar::{TimeLimit, civil_date};
use domain::cases::Event;
use portal::cases::CaseError;

use super::{city, publish, save};
use crate::cases::{fill_card, officer, png};
use crate::support::both;

both!(a_deferred_material_follows_until_its_date, async |portal| {
    let lin = city(&portal).await;
    publish(&portal, |slot| {
        let of_page = slot.key == "household_page";
        slot.deferrable = of_page.then(|| TimeLimit::working_days(10));
    })
    .await;
    let cases = portal.cases();
    let id = fill_card(&portal, &lin).await;
    let view = cases.open(&lin, &id).await.unwrap().unwrap();
    let page = view
        .materials
        .iter()
        .find(|file| file.slot == "household_page")
        .unwrap();
    cases.remove_material(&lin, &id, &page.id).await.unwrap();
    let later = [("household_page:way", "later")];
    assert!(save(&portal, &lin, &id, &later, vec![]).await.complete);
    cases.submit(&lin, &id).await.unwrap();

    let bring = async |slot: &str| {
        portal
            .cases()
            .follow_up(&lin, &id, slot, vec![png("photo")])
            .await
    };
    assert!(
        matches!(bring("household_page").await, Err(CaseError::NotEditable)),
        "not accepted yet"
    );
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    portal
        .desk()
        .act(&handler, &id, 1, Event::Accept)
        .await
        .unwrap();
    assert!(
        matches!(bring("photo").await, Err(CaseError::NotFound)),
        "never promised"
    );
    assert!(bring("household_page").await.unwrap().is_empty());

    let calendar = portal.catalogue().calendar().await.unwrap();
    let seen = portal.desk().open(&handler, &id).await.unwrap().unwrap();
    let promised = seen.view.follow_ups(&calendar, civil_date(portal.now()));
    assert_eq!(promised.len(), 1);
    assert_eq!((promised[0].files, promised[0].is_open), (1, true));
    // Ten working days from Monday, 2 November.
    assert_eq!(promised[0].until.unwrap().date.to_string(), "2026-11-16");

    portal.advance(TimeDelta::days(14));
    assert!(
        bring("household_page").await.unwrap().is_empty(),
        "the last day counts"
    );
    portal.advance(TimeDelta::days(1));
    assert!(matches!(
        bring("household_page").await,
        Err(CaseError::NotEditable)
    ));
});
