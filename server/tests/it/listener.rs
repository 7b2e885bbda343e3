//! Connections: fast, limited, and gone when the program ends.

use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use futures::StreamExt as _;
use server::http::serve::Limits;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::{Listening, WIDE};

/// A page in pieces, as one is that is packed on its way, and one that takes its time.
fn router() -> Router {
    let pieces = || async {
        let pieces = futures::stream::iter(["one ", "two ", "three"]).then(|piece| async move {
            tokio::time::sleep(Duration::from_millis(1)).await;
            Ok::<_, std::io::Error>(piece)
        });
        Body::from_stream(pieces)
    };
    let slow = || async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        "slow"
    };
    let never = || async { std::future::pending::<&str>().await };
    Router::new()
        .route("/pieces", get(pieces))
        .route("/slow", get(slow))
        .route("/never", get(never))
}

/// Asks on an open connection and reads until the end of the answer.
async fn ask(stream: &mut TcpStream, path: &str, end: &str) -> String {
    stream
        .write_all(format!("GET {path} HTTP/1.1\r\nHost: a\r\n\r\n").as_bytes())
        .await
        .unwrap();
    let mut answer = String::new();
    let mut buffer = [0; 1024];
    while !answer.ends_with(end) {
        let read = stream.read(&mut buffer).await.unwrap();
        assert_ne!(read, 0, "the connection ended after {answer:?}");
        answer.push_str(std::str::from_utf8(&buffer[..read]).unwrap());
    }
    answer
}

/// Bytes until the other side closes; nothing when it closes at once.
async fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let mut rest = Vec::new();
    // A reset is an end as well.
    stream.read_to_end(&mut rest).await.ok();
    rest
}

#[tokio::test]
async fn small_pieces_do_not_wait_for_each_other() {
    let listening = Listening::start(router(), WIDE).await;
    let mut stream = TcpStream::connect(listening.address).await.unwrap();
    let mut times = Vec::new();
    for _ in 0..15 {
        let began = Instant::now();
        ask(&mut stream, "/pieces", "three\r\n0\r\n\r\n").await;
        times.push(began.elapsed());
    }
    times.sort();
    // With Nagle's algorithm every answer would wait 40 ms for the client's delayed acknowledgement.
    assert!(times[7] < Duration::from_millis(30), "{times:?}");
    drop(stream);
    listening.stop().await;
}

#[tokio::test]
async fn half_a_head_is_not_waited_for() {
    let limits = Limits {
        head: Duration::from_millis(200),
        ..WIDE
    };
    let listening = Listening::start(router(), limits).await;
    for beginning in ["", "PRI * HT", "GET / HTTP/1.1\r\nHost:"] {
        let mut stream = TcpStream::connect(listening.address).await.unwrap();
        stream.write_all(beginning.as_bytes()).await.unwrap();
        let began = Instant::now();
        rest(&mut stream).await;
        let took = began.elapsed();
        assert!(
            took > Duration::from_millis(100) && took < Duration::from_secs(3),
            "{beginning:?}: {took:?}"
        );
    }
    listening.stop().await;
}

#[tokio::test]
async fn half_a_head_does_not_hold_up_the_end() {
    let listening = Listening::start(
        router(),
        Limits {
            head: Duration::from_millis(500),
            ..WIDE
        },
    )
    .await;
    let mut half = TcpStream::connect(listening.address).await.unwrap();
    half.write_all(b"GET / HTTP/1.1\r\nHost:").await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    let began = Instant::now();
    assert_eq!(listening.stop().await, 0, "it ended by itself");
    assert!(began.elapsed() < Duration::from_secs(3));
}

#[tokio::test]
async fn a_request_that_runs_may_finish() {
    let listening = Listening::start(router(), WIDE).await;
    let mut stream = TcpStream::connect(listening.address).await.unwrap();
    let asking = tokio::spawn(async move { ask(&mut stream, "/slow", "slow").await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let address = listening.address;
    assert_eq!(listening.stop().await, 0);
    assert!(asking.await.unwrap().starts_with("HTTP/1.1 200"));
    assert!(
        TcpStream::connect(address).await.is_err(),
        "nobody else is let in"
    );
}

#[tokio::test]
async fn a_request_that_never_ends_is_cut() {
    let listening = Listening::start(
        router(),
        Limits {
            drain: Duration::from_millis(200),
            ..WIDE
        },
    )
    .await;
    let mut stream = TcpStream::connect(listening.address).await.unwrap();
    stream
        .write_all(b"GET /never HTTP/1.1\r\nHost: a\r\n\r\n")
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    let began = Instant::now();
    assert_eq!(listening.stop().await, 1);
    assert!(began.elapsed() < Duration::from_secs(3));
    assert!(rest(&mut stream).await.is_empty());
}

#[tokio::test]
async fn the_next_connection_waits_for_a_place() {
    let limits = Limits {
        connections: 1,
        head: Duration::from_millis(300),
        ..WIDE
    };
    let listening = Listening::start(router(), limits).await;
    let mut first = TcpStream::connect(listening.address).await.unwrap();
    ask(&mut first, "/pieces", "three\r\n0\r\n\r\n").await;
    let mut second = TcpStream::connect(listening.address).await.unwrap();
    let waiting = tokio::time::timeout(
        Duration::from_millis(100),
        ask(&mut second, "/pieces", "three\r\n0\r\n\r\n"),
    );
    assert!(waiting.await.is_err(), "there is one place only");
    drop(first);
    let mut answer = vec![0; 15];
    second.read_exact(&mut answer).await.unwrap();
    assert_eq!(answer, b"HTTP/1.1 200 OK", "its request waited with it");
    drop(second);
    listening.stop().await;
}
