//! Marks on pages of files, and what stays closed while they are corrected.

use chrono::TimeDelta;
use domain::cases::{Demands, Event, Point, Refusal, Target};
use domain::documents::{DocumentKind, Part};
use domain::{CaseId, MaterialId};
use portal::accounts::{Actor, Citizen, Officer};
use portal::cases::{CaseError, CaseView, HandOverError, Upload};
use portal::desk::DeskError;

use super::{city, publish, save};
use crate::cases::{fill_card, officer, png};
use crate::support::{TestPortal, both};

/// The slot that is marked; the others stay as they are.
const RECORD: &str = "household_page";

/// A PDF of three pages.
fn record(name: &str) -> Upload {
    let page = |number| format!("{number} 0 obj<</Type/Page/Parent 2 0 R>>endobj\n");
    let pages: String = (3..6).map(page).collect();
    let file = format!(
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
         2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>endobj\n\
         {pages}trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
    );
    Upload {
        slot: RECORD.to_owned(),
        file_name: name.to_owned(),
        bytes: file.into_bytes().into(),
    }
}

async fn view(portal: &TestPortal, citizen: &Citizen, id: &CaseId) -> CaseView {
    portal.cases().open(citizen, id).await.unwrap().unwrap()
}

fn file_in(view: &CaseView, slot: &str) -> MaterialId {
    let file = view.materials.iter().find(|file| file.slot == slot);
    file.unwrap().id.clone()
}

/// Puts the record in place of the picture that the card is filled in with.
async fn with_record(portal: &TestPortal, citizen: &Citizen) -> CaseId {
    let id = fill_card(portal, citizen).await;
    let picture = file_in(&view(portal, citizen, &id).await, RECORD);
    let cases = portal.cases();
    cases.remove_material(citizen, &id, &picture).await.unwrap();
    assert!(view(portal, citizen, &id).await.set_aside.is_empty());
    let saved = save(portal, citizen, &id, &[], vec![record("旧户口簿.pdf")]).await;
    assert!(saved.complete, "{saved:?}");
    id
}

async fn mark(
    portal: &TestPortal,
    officer: &Officer,
    id: &CaseId,
    target: Target,
) -> Result<(), DeskError> {
    let opened = portal.desk().open(officer, id).await.unwrap().unwrap();
    let why = "缺少印章".to_owned();
    let asked = Demands {
        notice: String::new(),
        points: vec![Point { target, why }],
    };
    let event = Event::RequestCorrection { asked };
    let revision = opened.view.case.revision;
    portal.desk().act(officer, id, revision, event).await
}

fn page(file: &MaterialId, page: u16) -> Target {
    Target::Page {
        slot: RECORD.to_owned(),
        file: file.clone(),
        page,
    }
}

both!(old_and_new_stand_beside_a_marked_page, async |portal| {
    let lin = city(&portal).await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let id = with_record(&portal, &lin).await;
    let cases = portal.cases();
    cases.submit(&lin, &id).await.unwrap();
    let handed_in = view(&portal, &lin, &id).await;
    let (old, photo) = (file_in(&handed_in, RECORD), file_in(&handed_in, "photo"));
    assert_eq!(handed_in.file(&old).unwrap().pages, Some(3));
    assert_eq!(handed_in.file(&photo).unwrap().pages, Some(1));

    let nowhere = Target::Material {
        slot: "nowhere".to_owned(),
    };
    for wrong in [page(&old, 0), page(&old, 4), page(&photo, 1), nowhere] {
        let refused = mark(&portal, &handler, &id, wrong).await;
        assert!(
            matches!(refused, Err(DeskError::Refused(Refusal::NoSuchMark))),
            "{refused:?}"
        );
    }
    mark(&portal, &handler, &id, page(&old, 3)).await.unwrap();

    let told = view(&portal, &lin, &id).await;
    assert!(told.fixed.has_material("photo") && !told.fixed.has_material(RECORD));
    let notice = told.documents.last().unwrap();
    assert_eq!(notice.kind, DocumentKind::Correction);
    let said = |part: &Part| matches!(part, Part::Points(points) if points == &["户口簿本人页（文件“旧户口簿.pdf”第 3 页）：缺少印章"]);
    assert!(notice.body.zh.parts.iter().any(said), "{notice:?}");

    portal.advance(TimeDelta::minutes(1));
    cases.remove_material(&lin, &id, &old).await.unwrap();
    let again = cases.remove_material(&lin, &id, &old).await;
    assert!(matches!(again, Err(CaseError::NotFound)), "{again:?}");
    // What no office has seen goes without a trace.
    save(&portal, &lin, &id, &[], vec![record("错的.pdf")]).await;
    let wrong = file_in(&view(&portal, &lin, &id).await, RECORD);
    cases.remove_material(&lin, &id, &wrong).await.unwrap();
    save(&portal, &lin, &id, &[], vec![record("新户口簿.pdf")]).await;
    for reader in [Actor::Citizen(lin.clone()), Actor::Officer(handler.clone())] {
        let read = async |file| cases.material(&reader, &id, file).await.unwrap();
        assert!(read(&old).await.is_some() && read(&wrong).await.is_none());
    }
    cases.submit(&lin, &id).await.unwrap();

    let shown = portal.desk().open(&handler, &id).await.unwrap().unwrap();
    let correction = shown.correction.unwrap();
    let [files] = correction.files.as_slice() else {
        panic!("{correction:?}");
    };
    let names = |files: &[portal::cases::MaterialView]| -> Vec<String> {
        files.iter().map(|file| file.name.clone()).collect()
    };
    assert_eq!(names(&files.before), ["旧户口簿.pdf"]);
    assert_eq!(names(&files.after), ["新户口簿.pdf"]);
    assert_eq!(files.asked[0].target, page(&old, 3));
    assert_eq!(names(&shown.view.set_aside), ["旧户口簿.pdf"]);
    let receipt = shown.view.documents.last().unwrap();
    let counted = format!("{:?}", receipt.body.zh);
    assert!(counted.contains("户口簿本人页（1 份文件）"), "{counted}");
});

both!(what_is_not_marked_is_closed_on_every_way, async |portal| {
    let lin = city(&portal).await;
    publish(&portal, |slot| slot.reusable_months = Some(6)).await;
    let handler = officer(&portal, "police.handler@desk.example.com").await;
    let id = with_record(&portal, &lin).await;
    let cases = portal.cases();
    let early = cases.begin_hand_over(&lin, &id, "photo").await.unwrap();
    cases.submit(&lin, &id).await.unwrap();
    let record = file_in(&view(&portal, &lin, &id).await, RECORD);
    mark(&portal, &handler, &id, page(&record, 1))
        .await
        .unwrap();

    let library = cases.library(&lin).await.unwrap();
    let entry = |slot: &str| library.iter().find(|entry| entry.slot == slot).unwrap();
    let closed = |error: &CaseError| matches!(error, CaseError::NotEditable);
    let reused = cases.reuse_material(&lin, &id, &entry("photo").id).await;
    assert!(reused.as_ref().is_err_and(closed), "{reused:?}");
    let begun = cases.begin_hand_over(&lin, &id, "photo").await;
    assert!(begun.as_ref().is_err_and(closed), "{begun:?}");
    let ended = cases.hand_files_over(&early, vec![png("photo")]).await;
    assert!(matches!(ended, Err(HandOverError::Ended)), "{ended:?}");
    let photo = file_in(&view(&portal, &lin, &id).await, "photo");
    let removed = cases.remove_material(&lin, &id, &photo).await;
    assert!(removed.as_ref().is_err_and(closed), "{removed:?}");
    save(&portal, &lin, &id, &[], vec![png("photo")]).await;

    let open = cases.begin_hand_over(&lin, &id, RECORD).await.unwrap();
    assert_eq!(cases.hand_over(&open).await.unwrap().slot.key, RECORD);
    let reused = cases.reuse_material(&lin, &id, &entry(RECORD).id).await;
    assert_eq!(reused.unwrap(), None);
    let now = view(&portal, &lin, &id).await;
    let mut slots: Vec<_> = now
        .materials
        .iter()
        .map(|file| file.slot.as_str())
        .collect();
    slots.sort_unstable();
    assert_eq!(slots, [RECORD, RECORD, "photo"]);
});
