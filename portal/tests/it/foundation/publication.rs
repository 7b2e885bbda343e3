//! The version of what the public can see, and the audit trail.

use std::time::{Duration, Instant};

use entities::audit;
use portal::audit::Actor;
use portal::{Internal, Portal, publication};
use sea_orm::EntityTrait;
use tokio::sync::watch;

use crate::support::both;

async fn publish(portal: &Portal) {
    portal
        .db()
        .write(|transaction| Box::pin(publication::bump(transaction)))
        .await
        .unwrap();
}

both!(each_publication_counts, async |portal| {
    assert_eq!(portal.publication().refresh(portal.db()).await.unwrap(), 0);
    for expected in 1..=3 {
        publish(&portal).await;
        assert_eq!(
            portal.publication().refresh(portal.db()).await.unwrap(),
            expected
        );
    }
    assert_eq!(portal.publication().current(), 3);
});

both!(
    a_watching_node_learns_of_it_within_a_second,
    async |portal| {
        let other = Portal::open(
            portal.settings().clone(),
            std::sync::Arc::new(portal::SystemClock),
        );
        let other = other.await.unwrap();
        let (stop, shutdown) = watch::channel(false);
        let watching = [
            tokio::spawn(publication::watch(portal.portal(), shutdown.clone())),
            tokio::spawn(publication::watch(other.clone(), shutdown)),
        ];
        publish(&portal).await;
        let published = Instant::now();
        while portal.publication().current() < 1 || other.publication().current() < 1 {
            assert!(published.elapsed() < Duration::from_secs(1));
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        stop.send(true).unwrap();
        for task in watching {
            task.await.unwrap();
        }
    }
);

both!(the_audit_row_goes_with_the_deed, async |portal| {
    let now = portal.now();
    for keep in [true, false] {
        let _ = portal
            .db()
            .write(move |transaction| {
                Box::pin(async move {
                    let actor = Actor::Client("c1");
                    portal::audit::record(
                        transaction,
                        actor,
                        "case.look_up",
                        "service_case",
                        Some("k"),
                        "done",
                        now,
                    )
                    .await?;
                    if keep {
                        Ok(())
                    } else {
                        Err(Internal::new("refused"))
                    }
                })
            })
            .await;
    }
    let rows = audit::Entity::find().all(portal.db().read()).await.unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].at, rows[0].actor_kind.as_str()), (now, "client"));
    assert_eq!(rows[0].subject_id.as_deref(), Some("k"));
});
