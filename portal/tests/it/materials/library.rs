//! The applicant's own library.

use chrono::TimeDelta;
use portal::cases::CaseError;

use super::{city, publish, save, start};
use crate::cases::{citizen, fill_card};
use crate::support::both;

both!(what_was_submitted_can_be_used_again, async |portal| {
    let lin = city(&portal).await;
    publish(&portal, |slot| {
        slot.reusable_months = (slot.key == "photo").then_some(6)
    })
    .await;
    let cases = portal.cases();
    let first = fill_card(&portal, &lin).await;
    assert!(
        cases.library(&lin).await.unwrap().is_empty(),
        "nothing before it is submitted"
    );
    cases.submit(&lin, &first).await.unwrap();
    let library = cases.library(&lin).await.unwrap();
    assert_eq!(library.len(), 1);
    let entry = &library[0];
    assert_eq!((entry.slot.as_str(), entry.is_valid), ("photo", true));
    assert_eq!(entry.valid_until.to_string(), "2027-05-02");

    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    assert!(cases.library(&zhou).await.unwrap().is_empty());
    let theirs = start(&portal, &zhou).await;
    let stolen = cases.reuse_material(&zhou, &theirs, &entry.id).await;
    assert!(matches!(stolen, Err(CaseError::NotFound)));
    let removed = cases.forget_library_entry(&zhou, &entry.id).await;
    assert!(matches!(removed, Err(CaseError::NotFound)));

    let second = start(&portal, &lin).await;
    save(&portal, &lin, &second, &[], vec![]).await;
    assert_eq!(
        cases
            .reuse_material(&lin, &second, &entry.id)
            .await
            .unwrap(),
        None
    );
    let view = cases.open(&lin, &second).await.unwrap().unwrap();
    assert_eq!(
        (view.materials.len(), view.materials[0].name.as_str()),
        (1, "photo.png")
    );
    let copy = &view.materials[0].id;
    assert_ne!(*copy, entry.id);
    cases.remove_material(&lin, &second, copy).await.unwrap();
    let actor = portal::accounts::Actor::Citizen(lin.clone());
    let original = cases.material(&actor, &first, &entry.id).await.unwrap();
    assert!(original.is_some(), "a copy goes without the original");

    portal.advance(TimeDelta::days(200));
    let library = cases.library(&lin).await.unwrap();
    assert!(!library[0].is_valid);
    let late = cases.reuse_material(&lin, &second, &entry.id).await;
    assert!(matches!(late, Err(CaseError::NotFound)));
    cases.forget_library_entry(&lin, &entry.id).await.unwrap();
    assert!(cases.library(&lin).await.unwrap().is_empty());
    let kept = cases.material(&actor, &first, &entry.id).await.unwrap();
    assert!(
        kept.is_some(),
        "the application keeps what was handed in with it"
    );
});
