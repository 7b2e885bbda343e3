//! Notices: told once, by the channels that are wanted, at reasonable hours, and visible until they are out.

use chrono::TimeDelta;
use domain::cases::{CaseState, Demands, Event, Ground};
use domain::certificates::CertificateState;
use domain::notices::{
    DeliveryProblem, DeliveryState, NoticeChannel, NoticeKind, NoticePreferences, NoticeTopic,
};
use domain::{CaseId, ItemCode};
use entities::{account, certificate, job, notice};
use portal::accounts::{Citizen, Officer};
use portal::cases::Channel;
use portal::notices::{DeliveryFilter, DeliveryView, NoticeView, RetryError};
use portal::settings::SmsSettings;
use portal::{Internal, Portal, limits};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::cases::{CARD, citizen, fill_card, officer};
use crate::support::{TestPortal, both};

/// The people of the demonstration city who matter here.
struct City {
    lin: Citizen,
    handler: Officer,
    administrator: Officer,
}

async fn city(portal: &TestPortal) -> City {
    portal.operations().seed_demo().await.unwrap();
    City {
        lin: citizen(portal, "lin.yinuo@example.com").await,
        handler: officer(portal, "police.handler@desk.example.com").await,
        administrator: officer(portal, "administrator@desk.example.com").await,
    }
}

async fn submitted(portal: &TestPortal, lin: &Citizen) -> CaseId {
    let id = fill_card(portal, lin).await;
    portal.cases().submit(lin, &id).await.unwrap();
    id
}

async fn inbox(portal: &Portal, citizen: &Citizen) -> Vec<NoticeView> {
    portal.notices().list(citizen, 1).await.unwrap().rows
}

async fn deliveries(portal: &Portal, city: &City, kind: NoticeKind) -> Vec<DeliveryView> {
    let filter = DeliveryFilter {
        kind: Some(kind),
        ..DeliveryFilter::default()
    };
    let found = portal
        .notices()
        .deliveries(&city.administrator, filter, 1)
        .await
        .unwrap();
    found.unwrap().rows
}

/// The one delivery of this kind by text message.
async fn message(portal: &Portal, city: &City, kind: NoticeKind) -> DeliveryView {
    let found = deliveries(portal, city, kind).await;
    let mut found = found
        .into_iter()
        .filter(|row| row.channel == NoticeChannel::Sms);
    let row = found.next().unwrap();
    assert!(found.next().is_none(), "one delivery for each channel");
    row
}

/// The department asks for a correction.
async fn ask_for_correction(portal: &TestPortal, city: &City, id: &CaseId) {
    let case = portal
        .desk()
        .open(&city.handler, id)
        .await
        .unwrap()
        .unwrap();
    let revision = case.view.case.revision;
    let asked = Demands {
        notice: "请补充户口簿首页".to_owned(),
        points: Vec::new(),
    };
    portal
        .desk()
        .act(
            &city.handler,
            id,
            revision,
            Event::RequestCorrection { asked },
        )
        .await
        .unwrap();
}

both!(
    a_step_is_told_once_by_every_wanted_channel,
    async |portal| {
        let city = city(&portal).await;
        let id = submitted(&portal, &city.lin).await;
        let told = inbox(&portal, &city.lin).await;
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].kind, told[0].read), (NoticeKind::Submitted, false));
        let promised = deliveries(&portal, &city, NoticeKind::Submitted).await;
        assert_eq!(promised.len(), 1, "progress comes by mail alone");
        assert_eq!(promised[0].state, DeliveryState::Queued);
        portal.run_jobs().await;
        let sent = deliveries(&portal, &city, NoticeKind::Submitted).await;
        assert_eq!(
            (sent[0].state, sent[0].attempts, sent[0].problem),
            (DeliveryState::Sent, 1, None)
        );
        assert_eq!(portal.mails().len(), 1);

        ask_for_correction(&portal, &city, &id).await;
        portal.run_jobs().await;
        let kind = NoticeKind::CorrectionRequested;
        assert_eq!(deliveries(&portal, &city, kind).await.len(), 2);
        assert_eq!((portal.mails().len(), portal.messages().len()), (2, 1));
        assert_eq!(inbox(&portal, &city.lin).await.len(), 2);
    }
);

both!(nothing_personal_leaves_the_house_openly, async |portal| {
    let city = city(&portal).await;
    let id = submitted(&portal, &city.lin).await;
    ask_for_correction(&portal, &city, &id).await;
    portal.run_jobs().await;
    let row = account::Entity::find_by_id(city.lin.id.as_str())
        .one(portal.db().read())
        .await
        .unwrap()
        .unwrap();
    let open = |column, sealed: Option<Vec<u8>>| {
        let keys = portal.keys();
        keys.open_text("account", column, city.lin.id.as_str(), &sealed.unwrap())
            .unwrap()
    };
    let phone = open("phone", row.phone.clone());
    let resident_id = open("resident_id", row.resident_id.clone());
    let email = open("email", row.email.clone());
    let personal = [&city.lin.name, &phone, &resident_id, &"梧桐街".to_owned()].map(String::clone);
    let mails = portal.mails();
    assert_eq!(mails.len(), 2);
    for written in mails.iter().chain(&portal.messages()) {
        for secret in &personal {
            assert!(!written.contains(secret.as_str()), "{secret}: {written}");
        }
        assert!(!written.contains("请补充户口簿首页"), "{written}");
    }
    for mail in &mails {
        let subject = mail.lines().find(|line| line.starts_with("Subject: "));
        assert!(
            !subject.unwrap().contains("身份证"),
            "no service in a subject"
        );
        let link = format!("https://portal.example/cases/{id}");
        assert!(mail.contains(&link), "{mail}");
    }
    // Nor does anything of it lie in jobs, or is shown to administrators.
    let jobs = job::Entity::find().all(portal.db().read()).await.unwrap();
    let shown = deliveries(&portal, &city, NoticeKind::CorrectionRequested).await;
    let kept = format!("{jobs:?} {shown:?}");
    for secret in personal.iter().chain([&email]) {
        assert!(!kept.contains(secret.as_str()), "{secret}");
    }
    assert!(kept.contains("l***@example.com"), "{kept}");
});

both!(
    a_text_message_is_held_at_night_and_sent_in_the_morning,
    async |portal| {
        let city = city(&portal).await;
        let id = submitted(&portal, &city.lin).await;
        // Ten o'clock in the evening.
        portal.advance(TimeDelta::hours(12));
        ask_for_correction(&portal, &city, &id).await;
        portal.run_jobs().await;
        let kind = NoticeKind::CorrectionRequested;
        let held = message(&portal, &city, kind).await;
        assert_eq!(held.state, DeliveryState::Held);
        assert_eq!(held.not_before, portal.now() + TimeDelta::hours(10));
        assert_eq!((portal.mails().len(), portal.messages().len()), (2, 0));
        portal.advance(TimeDelta::hours(9) + TimeDelta::minutes(59));
        portal.run_jobs().await;
        assert_eq!(portal.messages().len(), 0);
        portal.advance(TimeDelta::minutes(1));
        portal.run_jobs().await;
        assert_eq!(
            message(&portal, &city, kind).await.state,
            DeliveryState::Sent
        );
        assert_eq!(portal.messages().len(), 1);
    }
);

both!(a_late_try_does_not_ring_at_night, async |portal| {
    let city = city(&portal).await;
    let id = submitted(&portal, &city.lin).await;
    ask_for_correction(&portal, &city, &id).await;
    // No worker ran until midnight.
    portal.advance(TimeDelta::hours(14));
    portal.run_jobs().await;
    let kind = NoticeKind::CorrectionRequested;
    assert_eq!(
        message(&portal, &city, kind).await.state,
        DeliveryState::Held
    );
    portal.advance(TimeDelta::hours(8));
    portal.run_jobs().await;
    assert_eq!(
        message(&portal, &city, kind).await.state,
        DeliveryState::Sent
    );
});

both!(what_was_switched_off_is_skipped, async |portal| {
    let city = city(&portal).await;
    let mut wanted = NoticePreferences::default();
    wanted.choose(NoticeTopic::ToDo, NoticeChannel::Sms, false);
    wanted.choose(NoticeTopic::Progress, NoticeChannel::Mail, false);
    let notices = portal.notices();
    notices.choose(&city.lin, wanted.clone()).await.unwrap();
    notices.choose(&city.lin, wanted.clone()).await.unwrap();
    let kept = notices.preferences(&city.lin).await.unwrap();
    for topic in NoticeTopic::ALL {
        for channel in NoticeChannel::ALL {
            assert_eq!(kept.wants(topic, channel), wanted.wants(topic, channel));
        }
    }
    let id = submitted(&portal, &city.lin).await;
    ask_for_correction(&portal, &city, &id).await;
    portal.run_jobs().await;
    let skipped = message(&portal, &city, NoticeKind::CorrectionRequested).await;
    assert_eq!(skipped.state, DeliveryState::Skipped);
    assert_eq!(skipped.problem, Some(DeliveryProblem::SwitchedOff));
    assert_eq!((portal.mails().len(), portal.messages().len()), (1, 0));
    assert_eq!(
        inbox(&portal, &city.lin).await.len(),
        2,
        "the inbox has both"
    );
});

both!(a_portal_without_text_messages_says_so, async |portal| {
    let city = city(&portal).await;
    let id = submitted(&portal, &city.lin).await;
    ask_for_correction(&portal, &city, &id).await;
    // Promised by one node, carried out by another that sends none.
    let silent = portal.with_sms(SmsSettings::Off).await;
    portal::jobs::run_pending(&silent).await.unwrap();
    let skipped = message(&portal, &city, NoticeKind::CorrectionRequested).await;
    assert_eq!(skipped.problem, Some(DeliveryProblem::ChannelOff));
    assert!(portal.messages().is_empty());
});

both!(nobody_is_written_to_without_an_address, async |portal| {
    let city = city(&portal).await;
    let id = submitted(&portal, &city.lin).await;
    ask_for_correction(&portal, &city, &id).await;
    change_account(&portal, &city.lin, account::Column::Phone).await;
    portal.run_jobs().await;
    let skipped = message(&portal, &city, NoticeKind::CorrectionRequested).await;
    assert_eq!(skipped.state, DeliveryState::Skipped);
    assert_eq!(skipped.problem, Some(DeliveryProblem::NoAddress));
    assert_eq!(skipped.address, None);
});

async fn change_account(portal: &Portal, citizen: &Citizen, emptied: account::Column) {
    let id = citizen.id.clone();
    let work = portal.db().write(move |tx| {
        Box::pin(async move {
            account::Entity::update_many()
                .col_expr(emptied, Expr::value(None::<Vec<u8>>))
                .filter(account::Column::Id.eq(id.as_str()))
                .exec(tx)
                .await?;
            Ok::<_, Internal>(())
        })
    });
    work.await.unwrap();
}

both!(
    a_notice_is_read_when_it_is_opened_and_by_its_reader_alone,
    async |portal| {
        let city = city(&portal).await;
        let id = submitted(&portal, &city.lin).await;
        ask_for_correction(&portal, &city, &id).await;
        let notices = portal.notices();
        let other = citizen(&portal, "zhou.qifan@example.com").await;
        let told = inbox(&portal, &city.lin).await;
        assert_eq!(notices.open(&other, &told[0].id).await.unwrap(), None);
        assert_eq!(notices.open(&city.lin, "none").await.unwrap(), None);
        assert!(inbox(&portal, &other).await.is_empty());
        notices.mark_all_read(&other).await.unwrap();
        assert_eq!(
            notices.unread(&city.lin).await.unwrap(),
            2,
            "looking marks nothing"
        );
        let place = notices.open(&city.lin, &told[0].id).await.unwrap();
        assert_eq!(place, Some(format!("/cases/{id}")));
        assert_eq!(notices.unread(&city.lin).await.unwrap(), 1);
        assert!(inbox(&portal, &city.lin).await[0].read);
        notices.mark_all_read(&city.lin).await.unwrap();
        assert_eq!(notices.unread(&city.lin).await.unwrap(), 0);
    }
);

/// A gateway that gives the same answer to everybody and keeps what it was told.
async fn gateway(
    status: &'static str,
) -> (SmsSettings, tokio::sync::mpsc::UnboundedReceiver<String>) {
    // As the program does it at its start; the second time it is there already.
    drop(rustls::crypto::ring::default_provider().install_default());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/messages", listener.local_addr().unwrap());
    let (told, heard) = tokio::sync::mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            told.send(answer(stream, status).await).unwrap_or_default();
        }
    });
    let secret = Some("let-me-in".to_owned().into());
    (SmsSettings::Hook { url, secret }, heard)
}

/// Reads one request with a body and answers it.
async fn answer(mut stream: TcpStream, status: &str) -> String {
    let mut request = String::new();
    let mut part = [0; 4096];
    while !request.contains("\r\n\r\n{") || !request.ends_with('}') {
        let read = stream.read(&mut part).await.unwrap();
        assert!(read > 0, "{request}");
        request.push_str(std::str::from_utf8(&part[..read]).unwrap());
    }
    let answer = format!(
        "HTTP/1.1 {status}\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(answer.as_bytes()).await.unwrap();
    request
}

both!(
    a_gateway_that_fails_gets_it_later_under_the_same_key,
    async |portal| {
        let city = city(&portal).await;
        let id = submitted(&portal, &city.lin).await;
        portal.run_jobs().await;
        let (down, mut heard_down) = gateway("503 Service Unavailable").await;
        let failing = portal.with_sms(down).await;
        ask_for_correction(&portal, &city, &id).await;
        portal::jobs::run_pending(&failing).await.unwrap();
        let kind = NoticeKind::CorrectionRequested;
        let failed = message(&portal, &city, kind).await;
        assert_eq!(
            (failed.state, failed.problem, failed.attempts),
            (DeliveryState::Failed, Some(DeliveryProblem::Unreachable), 1)
        );
        let (up, mut heard_up) = gateway("202 Accepted").await;
        let working = portal.with_sms(up).await;
        portal.advance(TimeDelta::minutes(1));
        portal::jobs::run_pending(&working).await.unwrap();
        let sent = message(&portal, &city, kind).await;
        assert_eq!(
            (sent.state, sent.problem, sent.attempts),
            (DeliveryState::Sent, None, 2)
        );
        let (first, second) = (
            heard_down.recv().await.unwrap(),
            heard_up.recv().await.unwrap(),
        );
        for request in [&first, &second] {
            assert!(
                request.starts_with("POST /messages HTTP/1.1\r\n"),
                "no number in an address"
            );
            assert!(
                request.contains("authorization: Bearer let-me-in"),
                "{request}"
            );
            assert!(
                request.contains(&format!("idempotency-key: {}", sent.id)),
                "{request}"
            );
            assert!(request.contains("【通办】"), "{request}");
        }
    }
);

both!(
    a_delivery_whose_job_panics_does_not_look_as_if_it_waited,
    async |portal| {
        let city = city(&portal).await;
        let id = submitted(&portal, &city.lin).await;
        portal.run_jobs().await;
        ask_for_correction(&portal, &city, &id).await;
        let panics = portal.with_panics().await;
        let kind = NoticeKind::CorrectionRequested;
        for attempt in 1..=limits::JOB_ATTEMPTS {
            portal::jobs::run_pending(&panics).await.unwrap();
            let broken = message(&portal, &city, kind).await;
            let last = attempt == limits::JOB_ATTEMPTS;
            let state = if last {
                DeliveryState::Dead
            } else {
                DeliveryState::Failed
            };
            let problem = Some(DeliveryProblem::Internal);
            let found = (broken.state, broken.problem, broken.attempts);
            assert_eq!(found, (state, problem, attempt));
            portal.advance(TimeDelta::hours(2));
        }
        // A person can have it tried again, which goes well now.
        portal.at("2026-11-04 10:00");
        let dead = message(&portal, &city, kind).await;
        let notices = portal.notices();
        notices.retry(&city.administrator, &dead.id).await.unwrap();
        portal.run_jobs().await;
        let sent = message(&portal, &city, kind).await;
        assert_eq!((sent.state, sent.problem), (DeliveryState::Sent, None));
    }
);

both!(
    what_is_refused_is_dead_and_can_be_tried_again,
    async |portal| {
        let city = city(&portal).await;
        let id = submitted(&portal, &city.lin).await;
        portal.run_jobs().await;
        let kind = NoticeKind::CorrectionRequested;
        ask_for_correction(&portal, &city, &id).await;
        let (refuses, _heard) = gateway("400 Bad Request").await;
        portal::jobs::run_pending(&portal.with_sms(refuses).await)
            .await
            .unwrap();
        let dead = message(&portal, &city, kind).await;
        assert_eq!(
            (dead.state, dead.problem),
            (DeliveryState::Dead, Some(DeliveryProblem::Refused))
        );
        let notices = portal.notices();
        let stranger = notices.retry(&city.handler, &dead.id).await;
        assert!(matches!(stranger, Err(RetryError::NotFound)));
        let filter = DeliveryFilter::default();
        let hidden = notices.deliveries(&city.handler, filter, 1).await.unwrap();
        assert!(hidden.is_none(), "administrators alone");
        notices.retry(&city.administrator, &dead.id).await.unwrap();
        let twice = notices.retry(&city.administrator, &dead.id).await;
        assert!(matches!(twice, Err(RetryError::NotDead)));
        let (moved, _heard) = gateway("307 Temporary Redirect").await;
        portal::jobs::run_pending(&portal.with_sms(moved).await)
            .await
            .unwrap();
        let again = message(&portal, &city, kind).await;
        assert_eq!(
            again.state,
            DeliveryState::Dead,
            "nobody follows to another address"
        );
        notices.retry(&city.administrator, &dead.id).await.unwrap();
        portal.run_jobs().await;
        assert_eq!(
            message(&portal, &city, kind).await.state,
            DeliveryState::Sent
        );
    }
);

both!(
    a_gateway_that_stays_away_ends_in_the_list_of_the_dead,
    async |portal| {
        let city = city(&portal).await;
        let id = submitted(&portal, &city.lin).await;
        portal.run_jobs().await;
        ask_for_correction(&portal, &city, &id).await;
        let (down, _heard) = gateway("500 Internal Server Error").await;
        let failing = portal.with_sms(down).await;
        for _ in 0..limits::JOB_ATTEMPTS {
            portal::jobs::run_pending(&failing).await.unwrap();
            portal.advance(TimeDelta::minutes(45));
        }
        let kind = NoticeKind::CorrectionRequested;
        let dead = message(&portal, &city, kind).await;
        assert_eq!(
            (dead.state, dead.problem, dead.attempts),
            (
                DeliveryState::Dead,
                Some(DeliveryProblem::Unreachable),
                limits::JOB_ATTEMPTS
            )
        );
        let filter = DeliveryFilter {
            state: Some(DeliveryState::Dead),
            ..DeliveryFilter::default()
        };
        let found = portal
            .notices()
            .deliveries(&city.administrator, filter, 1)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(found.rows.len(), 1);
        assert!(found.counts.contains(&(DeliveryState::Dead, 1)));
    }
);

both!(days_that_come_are_told_of_once, async |portal| {
    let city = city(&portal).await;
    let id = submitted(&portal, &city.lin).await;
    ask_for_correction(&portal, &city, &id).await;
    let kinds = async || {
        portal.run_scheduled().await;
        portal.run_jobs().await;
        let told = inbox(&portal, &city.lin).await;
        told.iter()
            .filter(|notice| notice.kind == NoticeKind::CorrectionDue)
            .count()
    };
    assert_eq!(kinds().await, 0);
    let view = portal.cases().open(&city.lin, &id).await.unwrap().unwrap();
    let CaseState::CorrectionRequested { due, .. } = view.case.state else {
        panic!("{:?}", view.case.state);
    };
    let last = due.date.and_hms_opt(2, 0, 0).unwrap().and_utc();
    portal.advance(last - portal.now());
    for _twice in 0..2 {
        assert_eq!(
            kinds().await,
            1,
            "once for each step, however often the clock looks"
        );
    }
});

/// How many notices of this kind there are after the clock has looked twice.
async fn reminded(portal: &TestPortal, citizen: &Citizen, kind: NoticeKind) -> usize {
    for _twice in 0..2 {
        portal.run_scheduled().await;
        portal.run_jobs().await;
    }
    let told = inbox(portal, citizen).await;
    told.iter().filter(|notice| notice.kind == kind).count()
}

both!(a_late_office_apologises, async |portal| {
    let city = city(&portal).await;
    submitted(&portal, &city.lin).await;
    // Nobody says a word: accepted by silence, and still not decided after the promise.
    portal.run_scheduled().await;
    assert_eq!(reminded(&portal, &city.lin, NoticeKind::Overdue).await, 0);
    portal.advance(TimeDelta::days(8));
    portal.run_scheduled().await;
    portal.advance(TimeDelta::days(60));
    assert_eq!(reminded(&portal, &city.lin, NoticeKind::Overdue).await, 1);
    portal.advance(TimeDelta::days(1));
    assert_eq!(reminded(&portal, &city.lin, NoticeKind::Overdue).await, 1);
});

both!(
    a_finished_matter_may_be_rated_from_the_next_day_on,
    async |portal| {
        let city = city(&portal).await;
        let id = submitted(&portal, &city.lin).await;
        let event = Event::RefuseAcceptance {
            ground: Ground::NotNeeded,
            reason: "不需要补领".to_owned(),
        };
        let refused = portal.desk().act(&city.handler, &id, 1, event).await;
        refused.unwrap();
        let kind = NoticeKind::EvaluationInvited;
        assert_eq!(
            reminded(&portal, &city.lin, kind).await,
            0,
            "not on the same day"
        );
        for _day in 0..3 {
            portal.advance(TimeDelta::days(1));
            assert_eq!(reminded(&portal, &city.lin, kind).await, 1);
        }
        let notice = &inbox(&portal, &city.lin).await[0];
        let place = portal.notices().open(&city.lin, &notice.id).await.unwrap();
        assert_eq!(place, Some(format!("/cases/{id}/rate")));
    }
);

both!(a_certificate_that_ends_is_told_of_twice, async |portal| {
    let city = city(&portal).await;
    let ends = "2027-01-31".parse().unwrap();
    let row = certificate::Model {
        id: "certificate".to_owned(),
        identifier: "1.2.156.3005.2.0".to_owned(),
        case_id: "case".to_owned(),
        holder_id: city.lin.id.to_string(),
        item_code: CARD.to_owned(),
        department_code: "990100-police".to_owned(),
        body: Vec::new(),
        state: CertificateState::Valid.key().to_owned(),
        issued_at: portal.now() - TimeDelta::days(300),
        valid_until: Some(ends),
    };
    let work = portal.db().write(|tx| {
        Box::pin(async move {
            certificate::Entity::insert(certificate::ActiveModel::from(row))
                .exec_without_returning(tx)
                .await?;
            Ok::<_, Internal>(())
        })
    });
    work.await.unwrap();
    let kind = NoticeKind::CertificateExpires;
    // The days since the beginning, 2 November: 60 days before the end, 30 days before it, and the day after it.
    let mut passed = 0;
    for (day, told) in [(29, 0), (30, 1), (59, 1), (60, 2), (91, 2)] {
        portal.advance(TimeDelta::days(day - passed));
        passed = day;
        assert_eq!(reminded(&portal, &city.lin, kind).await, told, "day {day}");
    }
    let notice = &inbox(&portal, &city.lin).await[0];
    let place = portal.notices().open(&city.lin, &notice.id).await.unwrap();
    assert_eq!(place.as_deref(), Some("/certificates"));
});

both!(a_deleted_draft_takes_its_notices_along, async |portal| {
    let city = city(&portal).await;
    let code = ItemCode::new(CARD);
    let cases = portal.cases();
    cases.start(&city.lin, &code, Channel::Web).await.unwrap();
    for days in [77, 1, 15] {
        portal.advance(TimeDelta::days(days));
        portal.run_scheduled().await;
        portal.run_jobs().await;
    }
    assert!(cases.list(&city.lin).await.unwrap().is_empty());
    assert!(inbox(&portal, &city.lin).await.is_empty());
    let left = deliveries(&portal, &city, NoticeKind::DraftExpires).await;
    assert!(left.is_empty());
});

both!(
    an_older_notice_without_details_is_still_listed,
    async |portal| {
        let city = city(&portal).await;
        let row = notice::Model {
            id: "older".to_owned(),
            account_id: city.lin.id.to_string(),
            case_id: None,
            kind: NoticeKind::Accepted.key().to_owned(),
            at: portal.now(),
            read_at: None,
            effect_key: None,
            details: None,
        };
        let work = portal.db().write(|tx| {
            Box::pin(async move {
                notice::Entity::insert(notice::ActiveModel::from(row))
                    .exec_without_returning(tx)
                    .await?;
                Ok::<_, Internal>(())
            })
        });
        work.await.unwrap();
        assert_eq!(inbox(&portal, &city.lin).await[0].item_name, None);
    }
);
