//! Mails: what they say, where they go, what they never hold.

use domain::{AccountId, CaseId, Locale, Text};
use entities::account;
use portal::jobs::Job;
use portal::jobs::mail::MailJob;
use portal::mail::{MailDetails, MailError, MailTemplate, Mailer, Message, compose};
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
            template: MailTemplate::Submitted,
            case_id: Some(CaseId::new("c1")),
            details: details(),
        };
        let job = mail
            .into_job(format!("mail:submitted:{account}"), portal.now())
            .unwrap();
        enqueue(&portal, job).await;
    }
    assert_eq!(portal.run_jobs().await, 2);
    let mails = portal.mails();
    let to = |address: &str| mails.iter().find(|mail| mail.contains(address)).unwrap();
    let chinese = to("To: zhao@example.com");
    assert!(chinese.contains("Subject: 已收到您的申请（99010020261102000001X）"));
    assert!(chinese.contains("事项：社会保障卡申领"));
    assert!(chinese.contains("2026年11月9日"));
    let english = to("To: qian@example.com");
    assert!(english.contains("Service: Social security card"));
    assert!(english.contains("by 9 November 2026"));
    for mail in &mails {
        assert!(mail.contains("https://portal.example/cases/c1"));
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

#[test]
fn every_mail_is_complete_in_every_language() {
    for locale in Locale::ALL {
        for template in MailTemplate::ALL {
            let mail = compose(
                locale,
                template,
                &details(),
                "https://portal.example/cases/c1",
            );
            let whole = format!("{}\n{}", mail.subject, mail.text);
            assert!(
                !whole.contains("mail-") && !whole.contains(['{', '}', '$']),
                "{whole}"
            );
            assert!(whole.contains("https://portal.example/cases/c1"), "{whole}");
            let about_a_case = template != MailTemplate::Welcome;
            let to_officers = template == MailTemplate::NeedsRepair;
            // A draft has no number yet, and a file may lie in one.
            let in_drafts = [MailTemplate::DraftExpires, MailTemplate::MaterialHarmful];
            let numbered = about_a_case && !to_officers && !in_drafts.contains(&template);
            assert_eq!(
                mail.subject.contains("99010020261102000001X"),
                numbered,
                "{whole}"
            );
            assert_eq!(
                mail.text.contains("99010020261102000001X"),
                numbered,
                "{whole}"
            );
            let item = details().item.unwrap();
            let item = content(locale, &item);
            assert_eq!(mail.text.contains(item.as_ref()), about_a_case, "{whole}");
            // A subject shows on a locked screen: what somebody applied for stays inside.
            assert!(!mail.subject.contains(item.as_ref()), "{whole}");
            assert_eq!(
                mail.text.contains("2026"),
                numbered || template == MailTemplate::DraftExpires,
                "{whole}"
            );
            let no_due = MailDetails {
                due: None,
                ..details()
            };
            let shorter = compose(locale, template, &no_due, "https://portal.example/").text;
            assert!(!shorter.contains("11月9日") && !shorter.contains("November"));
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
