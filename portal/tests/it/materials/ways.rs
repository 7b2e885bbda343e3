//! Answering a slot without a file.

use domain::calendar::TimeLimit;
use domain::forms::{AnswerSource, Commitment, Exemption, RegisterField};
use domain::{CaseId, ItemCode, Text};
use entities::certificate;
use portal::Internal;
use portal::accounts::Citizen;
use portal::cases::{CaseError, Channel};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::{city, publish, save, start};
use crate::cases::{ELSEWHERE, png, posted};
use crate::support::{TestPortal, both};

/// The certificate that filing for care elsewhere ends in.
const TYPE: &str = "11990100990100034D001";

/// A case that is decided by rule, and its certificate.
pub(crate) async fn certificate(portal: &TestPortal, citizen: &Citizen) {
    let cases = portal.cases();
    let code = ItemCode::new(ELSEWHERE);
    let id = cases.start(citizen, &code, Channel::Web).await.unwrap();
    fill_in_elsewhere(portal, citizen, &id).await;
    cases.submit(citizen, &id).await.unwrap();
    portal.run_jobs().await;
}

/// Everything that the filing for care elsewhere asks.
pub(crate) async fn fill_in_elsewhere(portal: &TestPortal, citizen: &Citizen, id: &CaseId) {
    let insured = [("phone", "19900000001")];
    let place = [
        ("reason", "living"),
        ("destination", "other_province"),
        ("destination_city", "海州市"),
        ("destination_address", "海州市滨河路 1 号"),
        ("since", "2026-01-01"),
        ("months", "24"),
    ];
    let evidence = [("proof", "commitment"), ("commitment", "agreed")];
    for (step, answers) in [
        ("insured", &insured[..]),
        ("place", &place),
        ("evidence", &evidence),
    ] {
        let answers = posted(answers);
        portal
            .cases()
            .save_step(citizen, id, step, answers, vec![])
            .await
            .unwrap();
    }
}

pub(crate) async fn revoke(portal: &TestPortal) {
    let written = portal.db().write(move |tx| {
        Box::pin(async move {
            certificate::Entity::update_many()
                .col_expr(certificate::Column::State, Expr::value("revoked"))
                .filter(certificate::Column::State.eq("valid"))
                .exec(tx)
                .await?;
            Ok::<_, Internal>(())
        })
    });
    written.await.unwrap();
}

async fn source(
    portal: &TestPortal,
    citizen: &Citizen,
    id: &CaseId,
    slot: &str,
) -> Option<AnswerSource> {
    let view = portal.cases().open(citizen, id).await.unwrap().unwrap();
    let answer = view.answers.get(slot)?;
    (answer.values == ["exempt"]).then(|| answer.source.clone())
}

both!(a_certificate_in_the_wallet_answers_a_slot, async |portal| {
    let lin = city(&portal).await;
    publish(&portal, |slot| {
        let of_page = slot.key == "household_page";
        slot.exempt = of_page.then(|| Exemption::Certificate(TYPE.to_owned()));
    })
    .await;
    let id = start(&portal, &lin).await;
    assert_eq!(source(&portal, &lin, &id, "household_page").await, None);
    certificate(&portal, &lin).await;

    // It is seen with the next step that is saved.
    let saved = save(&portal, &lin, &id, &[], vec![png("photo")]).await;
    assert!(saved.complete);
    let by = source(&portal, &lin, &id, "household_page").await;
    assert!(
        matches!(by, Some(AnswerSource::Certificate { .. })),
        "{by:?}"
    );

    // Who would rather upload may, and may come back.
    let files = [("household_page:way", "files")];
    assert!(!save(&portal, &lin, &id, &files, vec![]).await.complete);
    assert_eq!(source(&portal, &lin, &id, "household_page").await, None);
    let exempt = [("household_page:way", "exempt")];
    assert!(save(&portal, &lin, &id, &exempt, vec![]).await.complete);

    revoke(&portal).await;
    let other = crate::cases::fill_card(&portal, &lin).await;
    assert_eq!(id, other, "the same draft");
    assert_eq!(source(&portal, &lin, &id, "household_page").await, None);
    assert!(
        !portal
            .cases()
            .open(&lin, &id)
            .await
            .unwrap()
            .unwrap()
            .materials
            .is_empty()
    );
});

both!(
    a_certificate_is_looked_at_once_more_at_the_end,
    async |portal| {
        let lin = city(&portal).await;
        certificate(&portal, &lin).await;
        publish(&portal, |slot| {
            slot.exempt = Some(Exemption::Certificate(TYPE.to_owned()));
        })
        .await;
        let id = crate::cases::fill_card(&portal, &lin).await;
        let cases = portal.cases();
        for file in cases.open(&lin, &id).await.unwrap().unwrap().materials {
            cases.remove_material(&lin, &id, &file.id).await.unwrap();
        }
        revoke(&portal).await;
        let refused = cases.submit(&lin, &id).await;
        assert!(matches!(refused, Err(CaseError::Incomplete { step }) if step == "documents"));
    }
);

both!(
    a_register_answers_a_slot_and_leaves_a_record,
    async |portal| {
        let lin = city(&portal).await;
        publish(&portal, |slot| {
            let of_page = slot.key == "household_page";
            slot.exempt = of_page.then_some(Exemption::Register(RegisterField::InsuredPlace));
        })
        .await;
        let id = start(&portal, &lin).await;
        let by = source(&portal, &lin, &id, "household_page").await;
        assert!(matches!(by, Some(AnswerSource::Register { .. })), "{by:?}");
        let records = portal.registers().my_access_records(&lin).await.unwrap();
        let asked = |record: &portal::registers::AccessRecordView| {
            record.case == id && record.fields == [RegisterField::InsuredPlace]
        };
        assert_eq!(records.iter().filter(|record| asked(record)).count(), 1);
        assert!(
            save(&portal, &lin, &id, &[], vec![png("photo")])
                .await
                .complete
        );
    }
);

both!(only_what_a_slot_offers_answers_it, async |portal| {
    let lin = city(&portal).await;
    publish(&portal, |slot| {
        if slot.key == "household_page" {
            slot.deferrable = Some(TimeLimit::working_days(10));
            slot.commitment = Some(Commitment {
                notice: Text::both("须知", "Notice"),
                promise: Text::both("承诺", "Promise"),
            });
        }
    })
    .await;
    let id = start(&portal, &lin).await;
    for (way, complete) in [
        ("exempt", false),
        ("later", true),
        ("files", false),
        ("promise", true),
        ("nonsense", true),
    ] {
        let answers = [("household_page:way", way), ("photo:way", "promise")];
        let saved = save(&portal, &lin, &id, &answers, vec![]).await;
        assert!(!saved.complete, "the photo offers no promise");
        let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
        let page = view.definition.form.material("household_page").unwrap();
        let reading = view.read(domain::calendar::civil_date(portal.now()));
        assert_eq!(reading.is_answered_without_file(page), complete, "{way}");
    }
});
