//! What readers report about the portal itself.

use chrono::TimeDelta;
use domain::Locale;
use domain::site::{ReportKind, ReportProblem};
use entities::{audit, job, site_report};
use portal::accounts::{Actor, Officer, SignInDoor};
use portal::site::{AnswerError, NewReport, ReportError};
use portal::{Internal, Portal};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::both;

const PASSWORD: &str = "Tongban-demo-2026";

fn report(contact: &str) -> NewReport {
    NewReport {
        kind: Some(ReportKind::Wording),
        page: " https://portal.example/items ".to_owned(),
        what: "第三行有一个错别字。".to_owned(),
        contact: contact.to_owned(),
        locale: Locale::En,
    }
}

async fn officer(portal: &Portal, login: &str) -> Officer {
    let accounts = portal.accounts();
    let id = accounts.sign_in(login, PASSWORD, SignInDoor::Desk).await;
    match accounts.actor(&id.unwrap()).await.unwrap() {
        Actor::Officer(officer) => officer,
        other => panic!("{other:?}"),
    }
}

both!(
    a_report_is_kept_sealed_and_the_operator_told,
    async |portal| {
        let site = portal.site();
        let contact = "reader@example.org";
        let number = site.report_error(&Actor::Anonymous, report(contact)).await;
        assert_eq!(number.unwrap(), "ZC20261102-0001");
        let second = site.report_error(&Actor::Anonymous, report("")).await;
        assert_eq!(second.unwrap(), "ZC20261102-0002");

        let db = portal.db().read();
        let rows = site_report::Entity::find().all(db).await.unwrap();
        let first = rows
            .iter()
            .find(|row| row.number == "ZC20261102-0001")
            .unwrap();
        assert_eq!(first.page.as_deref(), Some("https://portal.example/items"));
        let sealed = first.contact.as_ref().unwrap();
        let clear = |bytes: &[u8]| bytes.windows(6).any(|part| part == b"reader");
        assert!(!clear(sealed), "the contact lies open");
        assert!(rows.iter().any(|row| row.contact.is_none()));
        let trail = audit::Entity::find().all(db).await.unwrap();
        let kept = |row: &&audit::Model| row.action == "site.report-error";
        assert_eq!(trail.iter().filter(kept).count(), 2);
        assert!(trail.iter().all(|row| row.actor_kind == "visitor"));

        portal.run_jobs().await;
        let mails = portal.mails();
        assert_eq!(mails.len(), 2);
        assert!(
            mails
                .iter()
                .all(|mail| mail.contains("site@portal.example"))
        );
        assert!(!mails.iter().any(|mail| mail.contains(contact)));
    }
);

both!(what_is_missing_is_told_and_nothing_kept, async |portal| {
    let empty = NewReport {
        kind: None,
        what: " ".to_owned(),
        ..report("")
    };
    let refused = portal.site().report_error(&Actor::Anonymous, empty).await;
    match refused.unwrap_err() {
        ReportError::Problems(problems) => assert_eq!(
            problems,
            [ReportProblem::KindMissing, ReportProblem::WhatMissing]
        ),
        ReportError::Internal(error) => panic!("{error}"),
    }
    let db = portal.db().read();
    assert_eq!(site_report::Entity::find().count(db).await.unwrap(), 0);
    assert_eq!(job::Entity::find().count(db).await.unwrap(), 0);
});

both!(
    an_administrator_answers_once_and_the_reader_is_told,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        let site = portal.site();
        let anonymous = Actor::Anonymous;
        for contact in ["reader@example.org", "199 0000 0001"] {
            site.report_error(&anonymous, report(contact))
                .await
                .unwrap();
            portal.advance(TimeDelta::minutes(1));
        }
        portal.run_jobs().await;
        let before = portal.mails().len();
        let administrator = officer(&portal, "administrator@desk.example.com").await;
        let open = site
            .reports(&administrator, false, 1)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((open.counts, open.page, open.pages), ((2, 0), 1, 1));
        assert_eq!(open.rows[0].what, "第三行有一个错别字。");
        assert_eq!(open.rows[0].contact.as_deref(), Some("reader@example.org"));

        let id = open.rows[0].id.as_str();
        let empty = site.answer_report(&administrator, id, " ").await;
        assert!(matches!(
            empty,
            Err(AnswerError::Problem(ReportProblem::AnswerMissing))
        ));
        for row in &open.rows {
            site.answer_report(&administrator, &row.id, " It is mended. ")
                .await
                .unwrap();
        }
        site.answer_report(&administrator, id, "It is mended.")
            .await
            .unwrap();
        let again = site.answer_report(&administrator, id, "Twice").await;
        assert!(matches!(again, Err(AnswerError::AlreadyAnswered)));
        let done = site
            .reports(&administrator, true, 9)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((done.counts, done.page), ((0, 2), 1));
        assert!(
            done.rows
                .iter()
                .all(|row| row.answer.as_ref().unwrap().0 == "It is mended.")
        );

        portal.run_jobs().await;
        let mails = portal.mails();
        assert_eq!(mails.len(), before + 1, "only one left a mail address");
        let told = |mail: &&String| mail.contains("To: reader@example.org");
        let mail = mails.iter().find(told).unwrap();
        assert!(mail.contains("It is mended."), "{mail}");
    }
);

both!(to_all_other_officers_there_are_no_reports, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let site = portal.site();
    site.report_error(&Actor::Anonymous, report(""))
        .await
        .unwrap();
    let db = portal.db().read();
    let row = site_report::Entity::find().one(db).await.unwrap().unwrap();
    for login in [
        "hrss.handler@desk.example.com",
        "hrss.reviewer@desk.example.com",
        "hrss.supervisor@desk.example.com",
    ] {
        let officer = officer(&portal, login).await;
        assert_eq!(site.reports(&officer, false, 1).await.unwrap(), None);
        let refused = site.answer_report(&officer, &row.id, "No").await;
        assert!(matches!(refused, Err(AnswerError::NotFound)));
    }
    let administrator = officer(&portal, "administrator@desk.example.com").await;
    let unknown = site.answer_report(&administrator, "none", "No").await;
    assert!(matches!(unknown, Err(AnswerError::NotFound)));
});

both!(a_job_for_no_report_does_no_harm, async |portal| {
    let row = job::ActiveModel {
        id: sea_orm::Set(portal::ids::new(portal.now())),
        kind: sea_orm::Set("site-report-mail".to_owned()),
        effect_key: sea_orm::Set("odd".to_owned()),
        payload: sea_orm::Set("{\"report\":\"none\",\"to\":\"reader\"}".to_owned()),
        state: sea_orm::Set("queued".to_owned()),
        attempts: sea_orm::Set(0),
        run_at: sea_orm::Set(portal.now()),
        leased_until: sea_orm::Set(None),
        last_error: sea_orm::Set(None),
        created_at: sea_orm::Set(portal.now()),
        done_at: sea_orm::Set(None),
    };
    portal
        .db()
        .write::<_, Internal, _>(move |tx| {
            Box::pin(async move {
                job::Entity::insert(row).exec_without_returning(tx).await?;
                Ok(())
            })
        })
        .await
        .unwrap();
    assert_eq!(portal.run_jobs().await, 1);
    assert!(portal.mails().is_empty());
});
