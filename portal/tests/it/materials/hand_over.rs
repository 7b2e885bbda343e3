//! From the desk to the telephone.

use chrono::TimeDelta;
use portal::cases::{CaseError, HAND_OVER_MINUTES, HandOverError, UploadProblem};

use super::{city, save, start};
use crate::cases::{citizen, png};
use crate::support::both;

both!(
    a_telephone_adds_to_one_slot_without_signing_in,
    async |portal| {
        let lin = city(&portal).await;
        let id = start(&portal, &lin).await;
        save(&portal, &lin, &id, &[], vec![]).await;
        let cases = portal.cases();
        let secret = cases.begin_hand_over(&lin, &id, "photo").await.unwrap();
        let seen = cases.hand_over(&secret).await.unwrap();
        assert_eq!((seen.slot.key.as_str(), seen.files_left), ("photo", 5));

        // Whatever slot the telephone names, its files go where the code says.
        let broken = portal::cases::Upload {
            bytes: b"no picture".as_slice().into(),
            ..png("photo")
        };
        let files = vec![png("household_page"), broken];
        let problems = cases.hand_files_over(&secret, files).await.unwrap();
        assert_eq!(problems, [("photo".to_owned(), UploadProblem::WrongKind)]);
        let view = cases.open(&lin, &id).await.unwrap().unwrap();
        let slots: Vec<_> = view
            .materials
            .iter()
            .map(|file| file.slot.as_str())
            .collect();
        assert_eq!(slots, ["photo"]);
        assert_eq!(cases.hand_over(&secret).await.unwrap().files_left, 4);

        let more = (0..6).map(|_| png("photo")).collect();
        let beyond = cases.hand_files_over(&secret, more).await.unwrap();
        assert_eq!(beyond.len(), 2, "{beyond:?}");
        let view = cases.open(&lin, &id).await.unwrap().unwrap();
        assert_eq!(view.materials.len(), 5);
        let full = cases.hand_files_over(&secret, vec![png("photo")]).await;
        assert!(matches!(full, Err(HandOverError::Ended)));
    }
);

both!(a_hand_over_ends, async |portal| {
    let lin = city(&portal).await;
    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    let id = start(&portal, &lin).await;
    save(&portal, &lin, &id, &[], vec![]).await;
    let cases = portal.cases();
    for (who, slot) in [(&zhou, "photo"), (&lin, "no_such_slot")] {
        let refused = cases.begin_hand_over(who, &id, slot).await;
        assert!(matches!(refused, Err(CaseError::NotFound)));
    }
    for wrong in ["", "guess"] {
        assert!(matches!(
            cases.hand_over(wrong).await,
            Err(HandOverError::Ended)
        ));
    }
    let first = cases.begin_hand_over(&lin, &id, "photo").await.unwrap();
    let second = cases.begin_hand_over(&lin, &id, "photo").await.unwrap();
    assert!(
        cases.hand_over(&first).await.is_err(),
        "a new code ends the old one"
    );
    assert!(cases.hand_over(&second).await.is_ok());
    portal.advance(TimeDelta::minutes(HAND_OVER_MINUTES));
    assert!(cases.hand_over(&second).await.is_err());
    let late = cases.hand_files_over(&second, vec![png("photo")]).await;
    assert!(matches!(late, Err(HandOverError::Ended)));
    portal.run_scheduled().await;

    // A slot that is no longer asked for takes nothing.
    let third = cases.begin_hand_over(&lin, &id, "photo").await.unwrap();
    save(
        &portal,
        &lin,
        &id,
        &[("photo_source", "at_counter")],
        vec![],
    )
    .await;
    assert!(cases.hand_over(&third).await.is_err());
});
