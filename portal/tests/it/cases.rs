//! Cases from start to result, with the demonstration city's citizens and officers.

use std::collections::BTreeMap;
use std::io::Cursor;

use bytes::Bytes;
use chrono::TimeDelta;
use domain::cases::{Approver, CaseState, Delivery, Demands, Event, EventKind, Outcome, Refusal};
use domain::desk::{InboxFilter, InboxTab, Pile};
use domain::forms::AnswerSource;
use domain::{CaseId, ItemCode};
use portal::accounts::{Actor, Citizen, Officer, SignInDoor};
use portal::cases::{CaseError, Channel, Upload, UploadProblem};
use portal::desk::DeskError;

use crate::support::{TestPortal, both};

const PASSWORD: &str = "Tongban-demo-2026";
/// 居民身份证补领: two officers have to agree.
pub(crate) const CARD: &str = "11990100990100026J3000709110003";
/// 异地长期居住人员备案: decided by rule.
pub(crate) const ELSEWHERE: &str = "11990100990100034D3432036005W02";

pub(crate) async fn citizen(portal: &TestPortal, login: &str) -> Citizen {
    let id = portal
        .accounts()
        .sign_in(login, PASSWORD, SignInDoor::Citizen)
        .await
        .unwrap();
    match portal.accounts().actor(&id).await.unwrap() {
        Actor::Citizen(citizen) => citizen,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn officer(portal: &TestPortal, login: &str) -> Officer {
    let id = portal
        .accounts()
        .sign_in(login, PASSWORD, SignInDoor::Desk)
        .await
        .unwrap();
    match portal.accounts().actor(&id).await.unwrap() {
        Actor::Officer(officer) => officer,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn posted(values: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
    values
        .iter()
        .map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()]))
        .collect()
}

/// A small picture.
pub(crate) fn photo() -> Bytes {
    let mut file = Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(8, 8, image::Rgb([200, 40, 40]));
    picture
        .write_to(&mut file, image::ImageFormat::Png)
        .unwrap();
    file.into_inner().into()
}

pub(crate) fn png(slot: &str) -> Upload {
    Upload {
        slot: slot.to_owned(),
        file_name: "photo.png".to_owned(),
        bytes: photo(),
    }
}

pub(crate) async fn fill_card(portal: &TestPortal, citizen: &Citizen) -> CaseId {
    let cases = portal.cases();
    let id = cases
        .start(citizen, &ItemCode::new(CARD), Channel::Web)
        .await
        .unwrap();
    let steps: [(&str, BTreeMap<_, _>, Vec<Upload>); 4] = [
        ("person", posted(&[("phone", "19900000001")]), vec![]),
        (
            "loss",
            posted(&[
                ("loss_kind", "lost"),
                ("loss_date", "2026-10-30"),
                ("loss_place", "梧桐街"),
                ("reported", "no"),
                ("temporary_card", "no"),
            ]),
            vec![],
        ),
        (
            "documents",
            posted(&[("photo_source", "upload"), ("fingerprints", "yes")]),
            vec![png("photo"), png("household_page")],
        ),
        (
            "collection",
            posted(&[
                ("delivery", "pick_up"),
                ("station", "centre"),
                ("commitment", "agreed"),
            ]),
            vec![],
        ),
    ];
    for (step, answers, files) in steps {
        let saved = cases
            .save_step(citizen, &id, step, answers, files)
            .await
            .unwrap();
        assert!(
            saved.upload_problems.is_empty(),
            "{step}: {:?}",
            saved.upload_problems
        );
        assert!(saved.complete, "step {step} has problems");
    }
    id
}

both!(
    a_case_goes_through_correction_and_four_eyes_to_a_certificate,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let lin = citizen(&portal, "lin.yinuo@example.com").await;
        let handler = officer(&portal, "police.handler@desk.example.com").await;
        let reviewer = officer(&portal, "police.reviewer@desk.example.com").await;
        let id = fill_card(&portal, &lin).await;

        let draft = portal.cases().open(&lin, &id).await.unwrap().unwrap();
        assert!(matches!(
            draft.answers.get("name").unwrap().source,
            AnswerSource::Register { .. }
        ));
        assert!(
            portal.desk().open(&handler, &id).await.unwrap().is_none(),
            "a draft is private"
        );

        let receipt = portal.cases().submit(&lin, &id).await.unwrap();
        assert_eq!(
            portal.cases().submit(&lin, &id).await.unwrap(),
            receipt,
            "sent twice"
        );
        assert!(
            receipt
                .number
                .to_string()
                .starts_with("99010020261102000001")
        );
        // Five working days from Monday, 2 November.
        assert_eq!(receipt.due.unwrap().date.to_string(), "2026-11-09");

        let inbox = portal
            .desk()
            .inbox(
                &handler,
                InboxFilter::whole(InboxTab::Pile(Pile::ToAccept)),
                None,
            )
            .await
            .unwrap();
        assert_eq!(inbox.rows.len(), 1);
        assert_eq!(inbox.rows[0].applicant_masked, "林**");

        let act = async |who: &Officer, revision: u32, action: Event| {
            portal.desk().act(who, &id, revision, action).await
        };
        let ask = Event::RequestCorrection {
            asked: Demands::in_words("户口簿照片不清楚"),
        };
        act(&handler, 1, ask.clone()).await.unwrap();
        assert!(matches!(
            act(&handler, 1, Event::Accept).await,
            Err(DeskError::Changed)
        ));

        let corrected = portal.cases().open(&lin, &id).await.unwrap().unwrap();
        assert!(corrected.editable());
        assert_eq!(
            corrected.history.last().unwrap().note.as_deref(),
            Some("户口簿照片不清楚")
        );
        portal.cases().submit(&lin, &id).await.unwrap();
        let twice = act(&handler, 3, ask).await;
        assert!(
            matches!(twice, Err(DeskError::Refused(_))),
            "once only: {twice:?}"
        );

        act(&handler, 3, Event::Accept).await.unwrap();
        let yes = |text: &str| (Outcome::Approve, text.to_owned());
        let (outcome, opinion) = yes("材料齐全");
        act(&handler, 4, Event::Propose { outcome, opinion })
            .await
            .unwrap();
        let (outcome, opinion) = yes("同意");
        let alone = act(
            &handler,
            5,
            Event::Decide {
                outcome,
                opinion: opinion.clone(),
            },
        )
        .await;
        assert!(matches!(
            alone,
            Err(DeskError::Refused(
                Refusal::WrongRole | Refusal::SameOfficer
            ))
        ));
        act(&reviewer, 5, Event::Decide { outcome, opinion })
            .await
            .unwrap();

        portal.run_jobs().await;
        portal.run_jobs().await;
        let done = portal.cases().open(&lin, &id).await.unwrap().unwrap();
        assert!(matches!(
            done.case.state,
            CaseState::Delivered {
                how: Delivery::Certificate,
                ..
            }
        ));
        let certificate = portal
            .certificates()
            .view(&lin, &done.certificate.unwrap())
            .await
            .unwrap()
            .unwrap();
        let seen = portal
            .certificates()
            .verify(&certificate.identifier.to_string())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(seen.holder_masked, "林**");
        let kinds: Vec<_> = done.history.iter().map(|row| row.kind).collect();
        assert_eq!(
            kinds,
            [
                EventKind::Submit,
                EventKind::RequestCorrection,
                EventKind::Resubmit,
                EventKind::Accept,
                EventKind::Decide,
                EventKind::Deliver
            ],
            "the applicant does not see the proposal"
        );
        // Submitted twice, corrected, accepted, approved, certificate ready.
        assert_eq!(portal.mails().len(), 6);
    }
);

both!(an_instant_case_is_decided_by_rule, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let cases = portal.cases();
    let id = cases
        .start(&lin, &ItemCode::new(ELSEWHERE), Channel::Kiosk)
        .await
        .unwrap();
    let early = cases.submit(&lin, &id).await;
    assert!(
        matches!(early, Err(CaseError::Incomplete { .. })),
        "{early:?}"
    );
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
        let saved = cases
            .save_step(&lin, &id, step, answers, vec![])
            .await
            .unwrap();
        assert!(saved.complete, "step {step} has problems");
    }
    cases.submit(&lin, &id).await.unwrap();
    let view = cases.open(&lin, &id).await.unwrap().unwrap();
    assert!(matches!(
        view.case.state,
        CaseState::Approved {
            by: Approver::Rule,
            ..
        }
    ));
});

both!(
    silence_of_the_department_counts_as_acceptance,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let lin = citizen(&portal, "lin.yinuo@example.com").await;
        let id = fill_card(&portal, &lin).await;
        portal.cases().submit(&lin, &id).await.unwrap();
        // Due on Monday the 9th: on that day the department may still speak.
        for (days, deemed) in [(7, false), (1, true)] {
            portal.advance(TimeDelta::days(days));
            portal.run_scheduled().await;
            let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
            let accepted = view.case.state.review().is_some_and(|review| review.deemed);
            assert_eq!(accepted, deemed, "after {days} more days");
        }
        let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
        assert_eq!(
            view.case.clock.unwrap().accepted_on.to_string(),
            "2026-11-02"
        );
    }
);

both!(nobody_reaches_what_is_not_theirs, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let zhou = citizen(&portal, "zhou.qifan@example.com").await;
    let elsewhere = officer(&portal, "hrss.handler@desk.example.com").await;
    let id = fill_card(&portal, &lin).await;
    portal.cases().submit(&lin, &id).await.unwrap();
    let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
    let material = &view.materials[0].id;

    assert!(portal.cases().open(&zhou, &id).await.unwrap().is_none());
    assert!(matches!(
        portal.cases().submit(&zhou, &id).await,
        Err(CaseError::NotFound)
    ));
    assert!(matches!(
        portal.cases().withdraw(&zhou, &id).await,
        Err(CaseError::NotFound)
    ));
    assert!(portal.desk().open(&elsewhere, &id).await.unwrap().is_none());
    let act = portal.desk().act(&elsewhere, &id, 1, Event::Accept).await;
    assert!(matches!(act, Err(DeskError::NotFound)));
    for actor in [
        Actor::Anonymous,
        Actor::Citizen(zhou),
        Actor::Officer(elsewhere),
    ] {
        assert!(
            portal
                .cases()
                .material(&actor, &id, material)
                .await
                .unwrap()
                .is_none()
        );
    }
    let mine = portal
        .cases()
        .material(&Actor::Citizen(lin), &id, material)
        .await
        .unwrap();
    assert_eq!(mine.unwrap().media_type, "image/png");
});

both!(
    a_wrong_file_is_refused_and_the_answers_beside_it_are_kept,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let lin = citizen(&portal, "lin.yinuo@example.com").await;
        let cases = portal.cases();
        let id = cases
            .start(&lin, &ItemCode::new(CARD), Channel::Web)
            .await
            .unwrap();
        let script = Upload {
            slot: "photo".to_owned(),
            file_name: "photo.png".to_owned(),
            bytes: Bytes::from_static(b"<script>alert(1)</script>"),
        };
        let empty = Upload {
            bytes: Bytes::new(),
            ..png("photo")
        };
        let saved = cases
            .save_step(
                &lin,
                &id,
                "documents",
                posted(&[("photo_source", "upload")]),
                vec![script, empty],
            )
            .await
            .unwrap();
        assert_eq!(
            saved.upload_problems,
            [
                ("photo".to_owned(), UploadProblem::WrongKind),
                ("photo".to_owned(), UploadProblem::Empty)
            ]
        );
        let view = cases.open(&lin, &id).await.unwrap().unwrap();
        assert_eq!(view.answers.value("photo_source"), Some("upload"));
        assert!(view.materials.is_empty());
    }
);

both!(the_citizen_reads_who_used_the_registers, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let lin = citizen(&portal, "lin.yinuo@example.com").await;
    let id = portal
        .cases()
        .start(&lin, &ItemCode::new(CARD), Channel::Web)
        .await
        .unwrap();
    let again = portal
        .cases()
        .start(&lin, &ItemCode::new(CARD), Channel::Web)
        .await
        .unwrap();
    assert_eq!(id, again, "an open draft is resumed");
    let records = portal.registers().my_access_records(&lin).await.unwrap();
    assert_eq!(records.len(), 1, "one register was read, once: {records:?}");
    assert_eq!(records[0].case, id);
});

both!(
    what_is_saved_while_it_is_typed_undoes_nothing,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let lin = citizen(&portal, "lin.yinuo@example.com").await;
        let cases = portal.cases();
        let id = cases
            .start(&lin, &ItemCode::new(CARD), Channel::Web)
            .await
            .unwrap();
        let seen = async || cases.open(&lin, &id).await.unwrap().unwrap().updated_at;
        let first = seen().await;
        portal.advance(TimeDelta::seconds(1));
        let typed = posted(&[("loss_kind", "stolen")]);
        let early = cases.save_on_the_way(&lin, &id, "loss", typed.clone(), first);
        assert!(early.await.unwrap());
        let second = seen().await;
        assert!(second > first);

        portal.advance(TimeDelta::seconds(1));
        let last = posted(&[("loss_kind", "lost"), ("loss_place", "梧桐街")]);
        cases
            .save_step(&lin, &id, "loss", last, vec![])
            .await
            .unwrap();
        let late = cases.save_on_the_way(&lin, &id, "loss", typed.clone(), second);
        assert!(!late.await.unwrap(), "it comes after the step was saved");
        let view = cases.open(&lin, &id).await.unwrap().unwrap();
        assert_eq!(view.answers.value("loss_kind"), Some("lost"));

        let zhou = citizen(&portal, "zhou.qifan@example.com").await;
        let now = seen().await;
        let stolen = cases.save_on_the_way(&zhou, &id, "loss", typed.clone(), now);
        assert!(matches!(stolen.await, Err(CaseError::NotFound)));
        let nowhere = cases.save_on_the_way(&lin, &id, "nowhere", typed.clone(), now);
        assert!(matches!(nowhere.await, Err(CaseError::NotFound)));
        let id = fill_card(&portal, &lin).await;
        cases.submit(&lin, &id).await.unwrap();
        let now = cases.open(&lin, &id).await.unwrap().unwrap().updated_at;
        let submitted = cases.save_on_the_way(&lin, &id, "loss", typed, now);
        assert!(matches!(submitted.await, Err(CaseError::NotEditable)));
    }
);
