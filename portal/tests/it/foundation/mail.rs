//! Mails: what they say, where they go, what they never hold.

use domain::notices::{MAX_MESSAGE_CHARS, NoticeKind, message_length};
use domain::{AccountId, CaseId, Locale, Text};
use entities::account;
use portal::jobs::Job;
use portal::jobs::mail::MailJob;
use portal::mail::{
    MailDetails, MailError, MailTemplate, Mailer, Message, compose, compose_message,
};
use portal::texts::content;
use portal::{Internal, Portal};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::support::{TestPortal, both};

/// Adds an account that can get mail and nothing else.
pub(super) async fn add_account(portal: &Portal, id: &str, email: &str, locale: &str) {
    let keys = portal.keys();
    let row = account::ActiveModel {
        id: Set(id.to_owned()),
        kind: Set("citizen".to_owned()),
        login_index: Set(keys.blind_index("account.login", email)),
        email: Set(Some(keys.seal_text("account", "email", id, email).unwrap())),
        phone: Set(None),
        name: Set(keys.seal_text("account", "name", id, "赵一").unwrap()),
        resident_index: Set(None),
        resident_id: Set(None),
        password_hash: Set(String::new()),
        locale: Set(locale.to_owned()),
        failed_count: Set(0),
        locked_until: Set(None),
        created_at: Set(portal.now()),
        disabled: Set(false),
    };
    let insert = portal.db().write(|transaction| {
        Box::pin(async move {
            account::Entity::insert(row)
                .exec_without_returning(transaction)
                .await?;
            Ok::<_, Internal>(())
        })
    });
    insert.await.unwrap();
}

/// Replaces the sealed address of an account.
pub(super) async fn change_email(portal: &Portal, id: &'static str, sealed: Vec<u8>) {
    change(
        portal,
        account::ActiveModel {
            id: Set(id.to_owned()),
            email: Set(Some(sealed)),
            ..Default::default()
        },
    )
    .await;
}

async fn change(portal: &Portal, row: account::ActiveModel) {
    let update = portal.db().write(|transaction| {
        Box::pin(async move {
            account::Entity::update(row).exec(transaction).await?;
            Ok::<_, Internal>(())
        })
    });
    update.await.unwrap();
}

/// The job that welcomes an account.
pub(super) fn welcome(portal: &Portal, account: &str, effect_key: &str) -> Job {
    let mail = MailJob {
        account_id: AccountId::new(account),
        template: MailTemplate::Welcome,
        case_id: None,
        details: MailDetails::default(),
    };
    mail.into_job(effect_key.to_owned(), portal.now()).unwrap()
}

fn details() -> MailDetails {
    MailDetails {
        number: Some("99010020261102000001X".to_owned()),
        item: Some(Text::both("社会保障卡申领", "Social security card")),
        due: "2026-11-09".parse().ok(),
    }
}

async fn enqueue(portal: &Portal, job: Job) {
    let work = portal
        .db()
        .write(|transaction| Box::pin(portal::jobs::enqueue(transaction, job)));
    work.await.unwrap();
}

both!(a_mail_goes_to_the_account_in_its_language, async |portal| {
    add_account(&portal, "a", "zhao@example.com", "zh-Hans").await;
    add_account(&portal, "b", "qian@example.com", "en").await;
    for account in ["a", "b"] {
        let mail = MailJob {
            account_id: AccountId::new(account),
            template: MailTemplate::Consultation,
            case_id: Some(CaseId::new("c1")),
            details: details(),
        };
        let job = mail
            .into_job(format!("mail:consultation:{account}"), portal.now())
            .unwrap();
        enqueue(&portal, job).await;
    }
    assert_eq!(portal.run_jobs().await, 2);
    let mails = portal.mails();
    let to = |address: &str| mails.iter().find(|mail| mail.contains(address)).unwrap();
    let chinese = to("To: zhao@example.com");
    assert!(chinese.contains("Subject: 您征求的意见已有答复"));
    assert!(chinese.contains("办件编号：99010020261102000001X"));
    assert!(chinese.contains("事项：社会保障卡申领"));
    let english = to("To: qian@example.com");
    assert!(english.contains("Service: Social security card"));
    for mail in &mails {
        assert!(mail.contains("https://portal.example/desk/cases/c1"));
        assert!(mail.contains("Date: Mon, 2 Nov 2026 02:00:00 +0000"));
        assert!(!mail.contains("赵一"));
    }
});

both!(nobody_gets_mail_who_cannot, async |portal| {
    for (id, locale) in [("none", "zh-Hans"), ("closed", "en")] {
        add_account(&portal, id, &format!("{id}@example.com"), locale).await;
    }
    let id = |id: &str| Set(id.to_owned());
    change(
        &portal,
        account::ActiveModel {
            id: id("none"),
            email: Set(None),
            ..Default::default()
        },
    )
    .await;
    change(
        &portal,
        account::ActiveModel {
            id: id("closed"),
            disabled: Set(true),
            ..Default::default()
        },
    )
    .await;
    for account in ["none", "closed", "never-existed"] {
        enqueue(&portal, welcome(&portal, account, account)).await;
    }
    assert_eq!(portal.run_jobs().await, 3);
    assert!(portal.mails().is_empty());
});

both!(the_job_holds_no_personal_data, async |portal| {
    add_account(&portal, "a", "zhao@example.com", "zh-Hans").await;
    let job = welcome(&portal, "a", "k");
    let kept = format!("{} {}", job.effect_key, job.payload);
    assert!(!kept.contains("zhao") && !kept.contains("赵一"), "{kept}");
});

/// Kinds of notices without the number of a case: a draft has none yet, a file may lie in one, and a
/// certificate has its own.
const WITHOUT_NUMBER: [NoticeKind; 3] = [
    NoticeKind::DraftExpires,
    NoticeKind::MaterialHarmful,
    NoticeKind::CertificateExpires,
];

#[test]
fn every_mail_is_complete_in_every_language() {
    let link = "https://portal.example/cases/c1";
    let templates = MailTemplate::ALL.map(|template| (template.key(), false));
    let notices = NoticeKind::ALL.map(|kind| (kind.key(), !WITHOUT_NUMBER.contains(&kind)));
    for locale in Locale::ALL {
        for (key, numbered) in templates.into_iter().chain(notices) {
            let mail = compose(locale, key, &details(), link);
            let whole = format!("{}\n{}", mail.subject, mail.text);
            assert!(
                !whole.contains("mail-") && !whole.contains(['{', '}', '$']),
                "{whole}"
            );
            assert!(whole.contains(link), "{whole}");
            let number = "99010020261102000001X";
            assert_eq!(mail.subject.contains(number), numbered, "{whole}");
            let in_text = numbered || key == MailTemplate::Consultation.key();
            assert_eq!(mail.text.contains(number), in_text, "{whole}");
            let item = details().item.unwrap();
            let item = content(locale, &item);
            let general = [MailTemplate::Welcome, MailTemplate::Supervision];
            let about_a_service = !general.map(MailTemplate::key).contains(&key);
            assert_eq!(
                mail.text.contains(item.as_ref()),
                about_a_service,
                "{whole}"
            );
            // A subject shows on a locked screen: what somebody applied for stays inside.
            assert!(!mail.subject.contains(item.as_ref()), "{whole}");
            let no_due = MailDetails {
                due: None,
                ..details()
            };
            let shorter = compose(locale, key, &no_due, "https://portal.example/").text;
            assert!(!shorter.contains("11月9日") && !shorter.contains("November"));
        }
    }
}

#[test]
fn what_is_due_is_told() {
    for kind in [
        NoticeKind::Submitted,
        NoticeKind::CorrectionRequested,
        NoticeKind::CorrectionDue,
        NoticeKind::Accepted,
        NoticeKind::DraftExpires,
        NoticeKind::CertificateExpires,
    ] {
        let mail = compose(
            Locale::En,
            kind.key(),
            &details(),
            "https://portal.example/",
        );
        assert!(mail.text.contains("9 November 2026"), "{}", mail.text);
    }
}

#[test]
fn every_text_message_fits_into_one_part() {
    let longest = MailDetails {
        due: "2026-09-30".parse().ok(),
        ..details()
    };
    for locale in Locale::ALL {
        for kind in NoticeKind::ALL {
            let text = compose_message(locale, kind.key(), &longest, "通和市政务服务");
            let (chars, parts) = message_length(&text);
            assert!(chars <= MAX_MESSAGE_CHARS && parts == 1, "{chars}: {text}");
            assert!(text.starts_with("【通和市政务服务】"), "{text}");
            let whole = !text.contains("sms-") && !text.contains(['{', '}', '$']);
            assert!(whole && !text.contains("http"), "{text}");
            let numbered = !WITHOUT_NUMBER.contains(&kind);
            assert_eq!(text.contains("99010020261102000001X"), numbered, "{text}");
            let item = longest.item.as_ref().unwrap();
            assert!(!text.contains(content(locale, item).as_ref()), "{text}");
        }
    }
}

fn message(to: &str, subject: &str, at: &str) -> Message {
    Message {
        to: to.to_owned(),
        subject: subject.to_owned(),
        text: "第一行\nsecond line".to_owned(),
        html: None,
        message_id: format!("{at}@portal.example"),
        at: at.parse().unwrap(),
    }
}

#[tokio::test]
async fn the_folder_lists_newest_first_and_reads_back() {
    let portal = TestPortal::new().await;
    let folder = portal.post().folder().unwrap();
    for (subject, at) in [
        ("一", "2026-11-02T02:00:00Z"),
        ("二", "2026-11-02T02:00:00.001Z"),
    ] {
        folder
            .send(&message("a@example.com", subject, at))
            .await
            .unwrap();
        // The same mail again is the same file.
        folder
            .send(&message("a@example.com", subject, at))
            .await
            .unwrap();
    }
    let files = folder.list().unwrap();
    assert_eq!(
        files
            .iter()
            .map(|file| file.subject.as_str())
            .collect::<Vec<_>>(),
        ["二", "一"]
    );
    assert_eq!(files[1].to, "a@example.com");
    assert_eq!(files[1].date, portal.now());
    let mail = folder.read(&files[1].name).unwrap().unwrap();
    assert!(
        mail.ends_with("\r\n\r\n第一行\r\nsecond line\r\n"),
        "{mail:?}"
    );
}

#[tokio::test]
async fn a_mail_with_html_holds_both_versions() {
    let portal = TestPortal::new().await;
    let html = Some("<p>第一行</p>".to_owned());
    let mail = Message {
        html,
        ..message("a@example.com", "s", "2026-11-02T02:00:00Z")
    };
    portal.post().mailer().send(&mail).await.unwrap();
    let mail = portal.mails().remove(0);
    assert!(mail.contains("multipart/alternative"));
    assert!(mail.contains("\r\n\r\n<p>第一行</p>\r\n"));
}

#[tokio::test]
async fn a_name_cannot_climb_out_of_the_folder() {
    let portal = TestPortal::new().await;
    let folder = portal.post().folder().unwrap();
    std::fs::write(portal.settings().data_dir.join("secret.eml"), "secret").unwrap();
    for name in [
        "../secret.eml",
        "..%2fsecret.eml",
        "/etc/passwd",
        "secret.txt",
        ".eml",
        "",
        "a/../../secret.eml",
        "..\\secret.eml",
        "a\0.eml",
        "nothing.eml",
    ] {
        assert_eq!(folder.read(name).unwrap(), None, "{name}");
    }
}

#[tokio::test]
async fn a_line_break_in_a_header_is_refused() {
    let portal = TestPortal::new().await;
    for (to, subject) in [
        ("a@example.com\r\nBcc: b@example.com", "s"),
        ("a@example.com", "s\nX: y"),
    ] {
        let mail = message(to, subject, "2026-11-02T02:00:00Z");
        let refused = portal.post().mailer().send(&mail).await;
        assert!(matches!(refused, Err(MailError::Permanent(_))));
    }
    assert!(portal.mails().is_empty());
}
