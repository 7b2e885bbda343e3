//! The SQLite writer: what shares a commit, and what must not.

use std::sync::Arc;
use std::time::{Duration, Instant};

use portal::Internal;
use sea_orm::ConnectionTrait;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::{insert, is_there, write};
use crate::support::TestPortal;

/// A use case that holds the writer until it is let go, so that what follows shares its batch.
async fn hold(portal: &TestPortal) -> (Arc<Notify>, JoinHandle<Result<(), Internal>>) {
    let (begun, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let holding = tokio::spawn({
        let (portal, begun, go) = (portal.portal(), begun.clone(), go.clone());
        async move {
            let work = portal.db().write(move |transaction| {
                Box::pin(async move {
                    insert(transaction, "first").await?;
                    begun.notify_one();
                    go.notified().await;
                    Ok(())
                })
            });
            work.await
        }
    });
    begun.notified().await;
    (go, holding)
}

#[tokio::test]
async fn a_failing_use_case_does_not_disturb_its_neighbours() {
    let portal = TestPortal::new().await;
    let db = portal.db();
    let (go, holding) = hold(&portal).await;
    let refused = db.write(|transaction| {
        Box::pin(async move {
            insert(transaction, "refused").await?;
            Err::<(), _>(Internal::new("refused"))
        })
    });
    let panics = db.write(|transaction| {
        Box::pin(async move {
            insert(transaction, "panics").await?;
            if is_a_mistake() {
                panic!("a mistake of ours");
            }
            Ok::<_, Internal>(())
        })
    });
    let doubled = write(db, "first");
    let good = write(db, "good");
    let ((), refused, panics, doubled, good) =
        tokio::join!(async { go.notify_one() }, refused, panics, doubled, good);
    holding.await.unwrap().unwrap();
    good.unwrap();
    assert_eq!(refused.unwrap_err().to_string(), "refused");
    panics.unwrap_err();
    doubled.unwrap_err();
    for (name, expected) in [
        ("first", true),
        ("good", true),
        ("refused", false),
        ("panics", false),
    ] {
        assert_eq!(is_there(db, name).await, expected, "{name}");
    }
}

/// Keeps the compiler from seeing that the code after the panic is never reached.
fn is_a_mistake() -> bool {
    std::hint::black_box(true)
}

#[tokio::test]
async fn nothing_is_acknowledged_before_the_commit() {
    let portal = TestPortal::new().await;
    let (go, holding) = hold(&portal).await;
    let slow = Arc::new(Notify::new());
    let second = portal.db().write({
        let slow = slow.clone();
        move |_| {
            Box::pin(async move {
                slow.notified().await;
                Ok::<_, Internal>(())
            })
        }
    });
    // The first has finished its work, but its batch has not been committed.
    let after = async {
        go.notify_one();
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(!holding.is_finished());
        assert!(!is_there(portal.db(), "first").await);
        slow.notify_one();
        holding.await.unwrap().unwrap();
        assert!(is_there(portal.db(), "first").await);
    };
    let (second, ()) = tokio::join!(second, after);
    second.unwrap();
}

#[tokio::test]
async fn a_failed_commit_fails_the_whole_batch_and_no_other() {
    let portal = TestPortal::new().await;
    let db = portal.db();
    let table =
        "CREATE TABLE child (parent text REFERENCES counter(name) DEFERRABLE INITIALLY DEFERRED)";
    db.schema().execute_unprepared(table).await.unwrap();
    let (go, holding) = hold(&portal).await;
    let orphan = db.write(|transaction| {
        Box::pin(async move {
            transaction
                .execute_unprepared("INSERT INTO child VALUES ('nobody')")
                .await?;
            Ok::<_, Internal>(())
        })
    });
    let ((), orphan) = tokio::join!(async { go.notify_one() }, orphan);
    orphan.unwrap_err();
    holding.await.unwrap().unwrap_err();
    assert!(!is_there(db, "first").await);
    write(db, "first").await.unwrap();
}

#[tokio::test]
async fn many_callers_share_commits() {
    const CALLERS: usize = 32;
    const EACH: usize = 8;
    let portal = TestPortal::new().await;
    let began = Instant::now();
    let callers = (0..CALLERS).map(|caller| {
        let portal = portal.portal();
        tokio::spawn(async move {
            for n in 0..EACH {
                let name = format!("{caller}-{n}");
                let written = name.clone();
                let work = portal.db().write(move |transaction| {
                    Box::pin(async move { insert(transaction, &written).await })
                });
                work.await.unwrap();
                assert!(is_there(portal.db(), &name).await);
            }
        })
    });
    for caller in callers.collect::<Vec<_>>() {
        caller.await.unwrap();
    }
    println!("{} use cases in {:?}", CALLERS * EACH, began.elapsed());
}
