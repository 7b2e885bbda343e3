//! Mails that go to a mail server, played by a thread that knows as much SMTP as it takes.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::JoinHandle;

use portal::mail::{MailError, Message};
use portal::settings::{MailSettings, SmtpTls};
use portal::{Portal, SystemClock};

use crate::support::TestPortal;

/// A server that answers `RCPT TO` with `recipient`, and gives back the mail it was sent.
fn server(recipient: &'static str) -> (u16, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let serving = std::thread::spawn(move || converse(listener.accept().unwrap().0, recipient));
    (port, serving)
}

fn converse(mut stream: TcpStream, recipient: &str) -> String {
    let mut lines = BufReader::new(stream.try_clone().unwrap())
        .lines()
        .map_while(Result::ok);
    let mut say = |answer: &str| {
        stream
            .write_all(format!("{answer}\r\n").as_bytes())
            .unwrap()
    };
    say("220 mail.example");
    while let Some(line) = lines.next() {
        match line.split([' ', ':']).next().unwrap() {
            "EHLO" => say("250 8BITMIME"),
            "MAIL" | "NOOP" => say("250 ok"),
            "RCPT" => say(recipient),
            "DATA" => {
                say("354 go on");
                let mail: Vec<_> = lines.by_ref().take_while(|line| line != ".").collect();
                say("250 taken");
                return mail.join("\n");
            }
            _ => say("221 bye"),
        }
    }
    String::new()
}

async fn portal_with(port: u16, tls: SmtpTls) -> (TestPortal, Portal) {
    let test = TestPortal::new().await;
    let mut settings = test.settings().clone();
    settings.mail = MailSettings::Smtp {
        host: "127.0.0.1".to_owned(),
        port,
        username: None,
        password: None,
        tls,
    };
    let portal = Portal::open(settings, Arc::new(SystemClock)).await.unwrap();
    (test, portal)
}

fn message() -> Message {
    Message {
        to: "zhao@example.com".to_owned(),
        subject: "Your application".to_owned(),
        text: "您好：".to_owned(),
        html: None,
        message_id: "k@portal.example".to_owned(),
        at: "2026-11-02T02:00:00Z".parse().unwrap(),
    }
}

#[tokio::test]
async fn a_mail_server_gets_the_whole_mail() {
    let (port, serving) = server("250 ok");
    let (_test, portal) = portal_with(port, SmtpTls::Off).await;
    assert!(portal.post().folder().is_none());
    portal.post().mailer().send(&message()).await.unwrap();
    let mail = serving.join().unwrap();
    for line in [
        "To: zhao@example.com",
        "Subject: Your application",
        "Message-ID: <k@portal.example>",
        "Date: Mon, 02 Nov 2026 02:00:00 +0000",
    ] {
        assert!(mail.contains(line), "{line} is not in\n{mail}");
    }
    assert!(
        mail.contains("From: ") && mail.contains("no-reply@portal.example"),
        "{mail}"
    );
}

#[tokio::test]
async fn what_the_server_says_decides_about_another_try() {
    for (answer, permanent) in [
        ("550 no such mailbox", true),
        ("451 come back later", false),
    ] {
        let (port, _serving) = server(answer);
        let (_test, portal) = portal_with(port, SmtpTls::Off).await;
        let error = portal.post().mailer().send(&message()).await.unwrap_err();
        assert_eq!(
            matches!(error, MailError::Permanent(_)),
            permanent,
            "{answer}: {error:?}"
        );
    }
}

#[tokio::test]
async fn a_server_that_is_away_is_tried_again() {
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    for tls in [SmtpTls::Off, SmtpTls::StartTls, SmtpTls::Implicit] {
        let (_test, portal) = portal_with(free, tls).await;
        let error = portal.post().mailer().send(&message()).await.unwrap_err();
        assert!(matches!(error, MailError::Temporary(_)), "{error:?}");
    }
}

#[tokio::test]
async fn a_wrong_address_is_not_tried_again() {
    let (_test, portal) = portal_with(1, SmtpTls::Off).await;
    let mail = Message {
        to: "nobody".to_owned(),
        ..message()
    };
    let error = portal.post().mailer().send(&mail).await.unwrap_err();
    assert!(matches!(error, MailError::Permanent(_)), "{error:?}");
}
