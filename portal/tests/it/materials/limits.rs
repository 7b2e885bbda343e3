//! How much is taken.

use domain::calendar::civil_date;
use entities::upload_tally;
use portal::Internal;
use portal::cases::UploadProblem;
use portal::materials::limits::{MAX_BYTES_PER_DAY, MAX_FILES_PER_DAY};
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, Set};

use super::{city, save, start};
use crate::cases::png;
use crate::support::{TestPortal, both};

/// Says that a person has sent so much today.
async fn sent(portal: &TestPortal, account: &str, files: i64, bytes: i64) {
    let day = civil_date(portal.now());
    let account = account.to_owned();
    let written = portal.db().write(move |tx| {
        Box::pin(async move {
            upload_tally::Entity::delete_many().exec(tx).await?;
            let row = upload_tally::ActiveModel {
                account_id: Set(account),
                day: Set(day),
                files: Set(files),
                bytes: Set(bytes),
            };
            row.insert(tx).await?;
            Ok::<_, Internal>(())
        })
    });
    written.await.unwrap();
}

both!(a_slot_takes_five_files, async |portal| {
    let lin = city(&portal).await;
    let id = start(&portal, &lin).await;
    let files = (0..6).map(|_| png("photo")).collect();
    let saved = save(&portal, &lin, &id, &[], files).await;
    assert_eq!(
        saved.upload_problems,
        [("photo".to_owned(), UploadProblem::TooMany)]
    );
    let saved = save(
        &portal,
        &lin,
        &id,
        &[],
        vec![png("photo"), png("household_page")],
    )
    .await;
    assert_eq!(
        saved.upload_problems,
        [("photo".to_owned(), UploadProblem::TooMany)]
    );
    let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
    assert_eq!(view.materials.len(), 6);
});

both!(two_posts_at_once_do_not_overfill_a_slot, async |portal| {
    let lin = city(&portal).await;
    let id = start(&portal, &lin).await;
    let files = || (0..3).map(|_| png("photo")).collect();
    let answers: [(&str, &str); 0] = [];
    let (one, two) = tokio::join!(
        save(&portal, &lin, &id, &answers, files()),
        save(&portal, &lin, &id, &answers, files()),
    );
    let refused = one.upload_problems.len() + two.upload_problems.len();
    let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
    assert_eq!((view.materials.len(), refused), (5, 1));
});

both!(a_day_has_its_limits, async |portal| {
    let lin = city(&portal).await;
    let id = start(&portal, &lin).await;
    let full = ("photo".to_owned(), UploadProblem::DayFull);
    for (files, bytes) in [(MAX_FILES_PER_DAY, 0), (0, MAX_BYTES_PER_DAY)] {
        sent(&portal, lin.id.as_str(), files, bytes).await;
        let saved = save(&portal, &lin, &id, &[], vec![png("photo")]).await;
        assert_eq!(saved.upload_problems, std::slice::from_ref(&full));
    }
    sent(&portal, lin.id.as_str(), MAX_FILES_PER_DAY - 1, 0).await;
    let saved = save(&portal, &lin, &id, &[], vec![png("photo"), png("photo")]).await;
    assert_eq!(saved.upload_problems, [full]);
    portal.advance(chrono::TimeDelta::days(2));
    portal.run_scheduled().await;
    let tallies = upload_tally::Entity::find().all(portal.db().read()).await;
    assert!(tallies.unwrap().is_empty(), "past days are forgotten");
    let saved = save(&portal, &lin, &id, &[], vec![png("photo")]).await;
    assert!(saved.upload_problems.is_empty());
});
