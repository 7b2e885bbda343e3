//! Jobs: promised once, kept after crashes, given up in the end.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use entities::job;
use portal::jobs::{self, Job, Worker};
use portal::{Internal, Portal, limits};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use tokio::sync::watch;

use super::mail::{add_account, change_email, welcome};
use crate::support::{TestPortal, both};

async fn enqueue(portal: &Portal, job: Job) {
    portal
        .db()
        .write(|transaction| Box::pin(jobs::enqueue(transaction, job)))
        .await
        .unwrap();
}

/// Every job but the one that the clock itself promises each day.
async fn all(portal: &Portal) -> Vec<job::Model> {
    job::Entity::find()
        .filter(job::Column::Kind.ne("remind"))
        .all(portal.db().read())
        .await
        .unwrap()
}

async fn the_job(portal: &Portal) -> job::Model {
    let mut jobs = all(portal).await;
    assert_eq!(jobs.len(), 1);
    jobs.remove(0)
}

both!(a_job_is_carried_out_once, async |portal| {
    add_account(&portal, "a", "a@example.com", "zh-Hans").await;
    for _ in 0..2 {
        enqueue(&portal, welcome(&portal, "a", "mail:welcome:a")).await;
    }
    assert_eq!(portal.run_jobs().await, 1);
    enqueue(&portal, welcome(&portal, "a", "mail:welcome:a")).await;
    assert_eq!(portal.run_jobs().await, 0);
    assert_eq!(portal.mails().len(), 1);
    let job = the_job(&portal).await;
    assert_eq!((job.state.as_str(), job.attempts), ("done", 1));
    assert_eq!((job.done_at, job.leased_until), (Some(portal.now()), None));
});

both!(a_job_of_a_refused_use_case_does_not_exist, async |portal| {
    add_account(&portal, "a", "a@example.com", "zh-Hans").await;
    let job = welcome(&portal, "a", "mail:welcome:a");
    let refused = portal
        .db()
        .write(|transaction| {
            Box::pin(async move {
                jobs::enqueue(transaction, job).await?;
                Err::<(), _>(Internal::new("refused"))
            })
        })
        .await;
    refused.unwrap_err();
    assert_eq!(portal.run_jobs().await, 0);
    assert!(all(&portal).await.is_empty());
});

both!(a_job_waits_for_its_time, async |portal| {
    add_account(&portal, "a", "a@example.com", "zh-Hans").await;
    let run_at = portal.now() + TimeDelta::minutes(5);
    enqueue(
        &portal,
        Job {
            run_at,
            ..welcome(&portal, "a", "k")
        },
    )
    .await;
    assert_eq!(portal.run_jobs().await, 0);
    portal.advance(TimeDelta::minutes(5));
    assert_eq!(portal.run_jobs().await, 1);
});

both!(
    a_failure_is_tried_again_after_a_growing_pause,
    async |portal| {
        add_account(&portal, "a", "a@example.com", "zh-Hans").await;
        change_email(&portal, "a", vec![0]).await;
        enqueue(&portal, welcome(&portal, "a", "k")).await;
        for (attempt, pause_seconds) in [(1, 10), (2, 20), (3, 40)] {
            assert_eq!(portal.run_jobs().await, 1);
            let job = the_job(&portal).await;
            assert_eq!((job.state.as_str(), job.attempts), ("queued", attempt));
            assert_eq!(
                job.last_error.as_deref(),
                Some("a sealed value is too short")
            );
            assert_eq!(job.run_at, portal.now() + TimeDelta::seconds(pause_seconds));
            portal.advance(TimeDelta::seconds(pause_seconds - 1));
            assert_eq!(portal.run_jobs().await, 0);
            portal.advance(TimeDelta::seconds(1));
        }
        let sealed = portal
            .keys()
            .seal_text("account", "email", "a", "a@example.com")
            .unwrap();
        change_email(&portal, "a", sealed).await;
        assert_eq!(portal.run_jobs().await, 1);
        let job = the_job(&portal).await;
        assert_eq!((job.state.as_str(), job.last_error), ("done", None));
    }
);

both!(after_ten_failures_a_job_is_dead, async |portal| {
    add_account(&portal, "a", "a@example.com", "zh-Hans").await;
    change_email(&portal, "a", vec![0]).await;
    enqueue(&portal, welcome(&portal, "a", "k")).await;
    for _ in 0..limits::JOB_ATTEMPTS {
        assert_eq!(portal.run_jobs().await, 1);
        portal.advance(TimeDelta::hours(1));
    }
    assert_eq!(portal.run_jobs().await, 0);
    let job = the_job(&portal).await;
    assert_eq!(
        (job.state.as_str(), job.attempts),
        ("dead", limits::JOB_ATTEMPTS)
    );
});

both!(what_can_never_succeed_is_dead_at_once, async |portal| {
    let unknown = Job {
        kind: "unknown",
        effect_key: "k1".to_owned(),
        payload: json!({}),
        run_at: portal.now(),
    };
    let nonsense = Job {
        kind: jobs::mail::KIND,
        effect_key: "k2".to_owned(),
        payload: json!({ "template": "no such" }),
        run_at: portal.now(),
    };
    enqueue(&portal, unknown).await;
    enqueue(&portal, nonsense).await;
    assert_eq!(portal.run_jobs().await, 2);
    assert!(
        all(&portal)
            .await
            .iter()
            .all(|job| job.state == "dead" && job.attempts == 1)
    );
});

both!(a_job_of_a_crashed_worker_is_taken_over, async |portal| {
    add_account(&portal, "a", "a@example.com", "zh-Hans").await;
    enqueue(&portal, welcome(&portal, "a", "k")).await;
    let leased_until = portal.now() + limits::JOB_LEASE;
    portal
        .db()
        .write(move |transaction| {
            Box::pin(async move {
                job::Entity::update_many()
                    .col_expr(job::Column::LeasedUntil, Expr::value(leased_until))
                    .col_expr(job::Column::Attempts, Expr::value(1))
                    .filter(job::Column::EffectKey.eq("k"))
                    .exec(transaction)
                    .await?;
                Ok::<_, Internal>(())
            })
        })
        .await
        .unwrap();
    assert_eq!(portal.run_jobs().await, 0);
    portal.advance(TimeDelta::from_std(limits::JOB_LEASE).unwrap());
    assert_eq!(portal.run_jobs().await, 1);
    assert_eq!(the_job(&portal).await.attempts, 2);
});

both!(
    workers_share_the_jobs_and_are_woken_by_the_commit,
    async |portal| {
        const JOBS: usize = 40;
        add_account(&portal, "a", "a@example.com", "zh-Hans").await;
        let (stop, shutdown) = watch::channel(false);
        let workers = [0, 1].map(|_| tokio::spawn(Worker::run(portal.portal(), shutdown.clone())));
        // Both are at rest before the first job comes.
        tokio::time::sleep(Duration::from_millis(200)).await;
        let began = Instant::now();
        enqueue(&portal, welcome(&portal, "a", "first")).await;
        wait_until_done(&portal, 1).await;
        assert!(began.elapsed() < limits::JOB_POLL, "nobody woke the worker");
        for n in 1..JOBS {
            enqueue(&portal, welcome(&portal, "a", &format!("k{n}"))).await;
        }
        wait_until_done(&portal, JOBS).await;
        stop.send(true).unwrap();
        for worker in workers {
            worker.await.unwrap();
        }
        assert!(all(&portal).await.iter().all(|job| job.attempts == 1));
        assert_eq!(portal.mails().len(), JOBS);
    }
);

async fn wait_until_done(portal: &TestPortal, expected: usize) {
    let began = Instant::now();
    loop {
        let jobs = all(portal).await;
        if jobs.iter().filter(|job| job.state == "done").count() == expected {
            return;
        }
        assert!(
            began.elapsed() < Duration::from_secs(20),
            "jobs were left undone"
        );
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

both!(
    finished_jobs_are_forgotten_dead_ones_are_not,
    async |portal| {
        let unknown = Job {
            kind: "unknown",
            effect_key: "dead".to_owned(),
            payload: json!({}),
            run_at: portal.now(),
        };
        enqueue(&portal, unknown).await;
        enqueue(&portal, welcome(&portal, "nobody", "done")).await;
        assert_eq!(portal.run_jobs().await, 2);
        portal.advance(TimeDelta::days(limits::JOB_KEEP_DAYS));
        jobs::run_scheduled(&portal).await;
        assert_eq!(all(&portal).await.len(), 2);
        portal.advance(TimeDelta::days(1));
        jobs::run_scheduled(&portal).await;
        assert_eq!(the_job(&portal).await.effect_key, "dead");
    }
);
