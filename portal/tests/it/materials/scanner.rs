//! The scanner, played by a small clamd that knows one virus.

use std::net::SocketAddr;

use bytes::Bytes;
use portal::accounts::Actor;
use portal::cases::{CaseError, Upload, UploadProblem};
use portal::scanner::{ScannerSettings, Verdict, open};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::{city, save, start};
use crate::cases::{fill_card, png};
use crate::support::both;

/// The file by which scanners are tested, in two halves so that no scanner takes this source for it.
const EICAR: [&str; 2] = [
    "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-",
    "ANTIVIRUS-TEST-FILE!$H+H*",
];

/// Answers INSTREAM as clamd does, at an address of this machine.
async fn clamd() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener));
    address
}

async fn serve(listener: TcpListener) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(async move {
            // A client that goes away is none of our business.
            let _ = answer(stream).await;
        });
    }
}

async fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let mut command = [0; 10];
    stream.read_exact(&mut command).await?;
    assert_eq!(&command, b"zINSTREAM\0");
    let mut content = Vec::new();
    loop {
        let length = stream.read_u32().await?;
        if length == 0 {
            break;
        }
        let mut chunk = vec![0; usize::try_from(length).unwrap()];
        stream.read_exact(&mut chunk).await?;
        content.extend(chunk);
    }
    let eicar = EICAR.concat();
    let found = content
        .windows(eicar.len())
        .any(|part| part == eicar.as_bytes());
    let said: &[u8] = if found {
        b"stream: Win.Test.EICAR_HDB-1 FOUND\0"
    } else {
        b"stream: OK\0"
    };
    stream.write_all(said).await
}

fn at(address: SocketAddr) -> ScannerSettings {
    ScannerSettings::ClamAvTcp {
        address: address.to_string(),
    }
}

/// An address where nobody listens.
async fn nobody() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap()
}

fn infected() -> Upload {
    let file = format!("%PDF-1.7\n% {}\nstartxref\n0\n%%EOF", EICAR.concat());
    Upload {
        slot: "household_page".to_owned(),
        file_name: "page.pdf".to_owned(),
        bytes: Bytes::from(file),
    }
}

#[tokio::test]
async fn clamd_is_understood() {
    let scanner = open(&at(clamd().await));
    assert!(scanner.is_real());
    assert_eq!(scanner.scan(b"").await.unwrap(), Verdict::Clean);
    let large = vec![b'x'; 1024 * 1024];
    assert_eq!(scanner.scan(&large).await.unwrap(), Verdict::Clean);
    let found = Verdict::Found("Win.Test.EICAR_HDB-1".to_owned());
    let eicar = EICAR.concat();
    assert_eq!(scanner.scan(eicar.as_bytes()).await.unwrap(), found);
    let away = open(&at(nobody().await));
    assert!(away.scan(b"x").await.is_err());
}

both!(what_the_scanner_finds_is_not_kept, async |portal| {
    let lin = city(&portal).await;
    let id = start(&portal, &lin).await;
    let node = portal.with_scanner(at(clamd().await)).await;
    let saved = save(&node, &lin, &id, &[], vec![infected(), png("photo")]).await;
    let problem = ("household_page".to_owned(), UploadProblem::Harmful);
    assert_eq!(saved.upload_problems, [problem]);
    let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
    assert_eq!(view.materials.len(), 1);
    assert!(!view.materials[0].waits);
    let actor = Actor::Citizen(lin.clone());
    let photo = portal
        .cases()
        .material(&actor, &id, &view.materials[0].id)
        .await;
    assert!(photo.unwrap().is_some());
    node.close().await;
});

both!(
    files_wait_while_the_scanner_cannot_be_reached,
    async |portal| {
        let lin = city(&portal).await;
        let id = fill_card(&portal, &lin).await;
        let away = portal.with_scanner(at(nobody().await)).await;
        let files = vec![png("photo"), infected()];
        let saved = save(&away, &lin, &id, &[("fingerprints", "no")], files).await;
        assert!(!saved.complete);
        let waiting = |slot: &str| (slot.to_owned(), UploadProblem::Waiting);
        assert_eq!(
            saved.upload_problems,
            [waiting("photo"), waiting("household_page")]
        );
        let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
        assert_eq!(
            view.answers.value("fingerprints"),
            Some("no"),
            "what was typed is saved"
        );
        let waits: Vec<_> = view.materials.iter().filter(|file| file.waits).collect();
        assert_eq!(waits.len(), 2);
        assert_eq!(view.material_counts().count("photo"), 1);
        let actor = Actor::Citizen(lin.clone());
        for file in &waits {
            let opened = portal
                .cases()
                .material(&actor, &id, &file.id)
                .await
                .unwrap();
            assert!(opened.is_none(), "nobody opens what was not scanned");
        }
        let early = portal.cases().submit(&lin, &id).await;
        assert!(matches!(early, Err(CaseError::Incomplete { step }) if step == "documents"));

        // Still away: everything stays as it is. Then it comes back.
        portal::jobs::run_scheduled(&away).await;
        let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
        assert_eq!(view.materials.iter().filter(|file| file.waits).count(), 2);
        let back = portal.with_scanner(at(clamd().await)).await;
        portal::jobs::run_scheduled(&back).await;
        let view = portal.cases().open(&lin, &id).await.unwrap().unwrap();
        let mut slots: Vec<_> = view
            .materials
            .iter()
            .map(|file| (file.slot.as_str(), file.waits))
            .collect();
        // Files of one request have one instant, and then no order.
        slots.sort_unstable();
        assert_eq!(
            slots,
            [
                ("household_page", false),
                ("photo", false),
                ("photo", false)
            ],
            "the harmful one is gone"
        );
        assert_eq!(view.materials.iter().filter(|file| file.scanned).count(), 1);
        for _twice in 0..2 {
            portal::jobs::run_scheduled(&back).await;
            portal.run_jobs().await;
        }
        let told = portal.mails();
        assert_eq!(told.len(), 1, "the applicant learns of it once: {told:?}");
        assert!(
            !told[0].contains("page.pdf"),
            "nothing personal travels in the open"
        );
        portal.cases().submit(&lin, &id).await.unwrap();
        away.close().await;
        back.close().await;
    }
);
