//! What every use case may rely on, on both databases.

use std::sync::Arc;
use std::time::Duration;

use portal::Internal;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, TransactionTrait};
use tokio::sync::Notify;

use super::{insert, is_there, write};
use crate::support::both;

/// A refusal of a use case.
#[derive(Debug)]
enum Refused {
    NotToday,
    Internal(Internal),
}

impl From<Internal> for Refused {
    fn from(error: Internal) -> Self {
        Self::Internal(error)
    }
}

both!(what_is_acknowledged_is_visible, async |portal| {
    write(portal.db(), "a").await.unwrap();
    assert!(is_there(portal.db(), "a").await);
});

both!(a_refusal_takes_everything_back, async |portal| {
    let refused = portal
        .db()
        .write(|transaction| {
            Box::pin(async move {
                insert(transaction, "a").await?;
                Err::<(), _>(Refused::NotToday)
            })
        })
        .await;
    assert!(matches!(refused, Err(Refused::NotToday)));
    assert!(!is_there(portal.db(), "a").await);
});

both!(a_panic_is_contained, async |portal| {
    let answer: Result<(), Refused> = portal
        .db()
        .write(|transaction| {
            Box::pin(async move {
                insert(transaction, "a").await?;
                panic!("a mistake of ours")
            })
        })
        .await;
    let Err(Refused::Internal(error)) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(error.to_string(), "a use case panicked or took too long");
    assert!(!is_there(portal.db(), "a").await);
    write(portal.db(), "b").await.unwrap();
    assert!(is_there(portal.db(), "b").await);
});

both!(a_database_error_is_contained, async |portal| {
    write(portal.db(), "a").await.unwrap();
    write(portal.db(), "a").await.unwrap_err();
    write(portal.db(), "b").await.unwrap();
});

both!(a_transaction_inside_another_is_refused, async |portal| {
    let inner = portal.portal();
    let answer = portal
        .db()
        .write(|_| Box::pin(async move { write(inner.db(), "a").await }))
        .await;
    let error = answer.unwrap_err().to_string();
    assert_eq!(error, "a use case began a transaction inside another");
    assert!(!is_there(portal.db(), "a").await);
});

both!(work_ends_though_its_caller_goes_away, async |portal| {
    let begun = Arc::new(Notify::new());
    let may_go_on = Arc::new(Notify::new());
    let caller = tokio::spawn({
        let (portal, begun, may_go_on) = (portal.portal(), begun.clone(), may_go_on.clone());
        async move {
            let work = portal.db().write(move |transaction| {
                Box::pin(async move {
                    begun.notify_one();
                    may_go_on.notified().await;
                    insert(transaction, "a").await
                })
            });
            work.await
        }
    });
    begun.notified().await;
    caller.abort();
    assert!(caller.await.unwrap_err().is_cancelled());
    may_go_on.notify_one();
    for _ in 0..100 {
        if is_there(portal.db(), "a").await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the change never came");
});

both!(a_commit_that_fails_is_not_acknowledged, async |portal| {
    portal
        .db()
        .schema()
        .execute_unprepared(
            "CREATE TABLE child (parent text REFERENCES counter(name) DEFERRABLE INITIALLY DEFERRED)",
        )
        .await
        .unwrap();
    let answer = portal
        .db()
        .write(|transaction| {
            Box::pin(async move {
                insert(transaction, "a").await?;
                // Found out by the commit only.
                transaction
                    .execute_unprepared("INSERT INTO child VALUES ('nobody')")
                    .await?;
                Ok::<_, Internal>(())
            })
        })
        .await;
    answer.unwrap_err();
    assert!(!is_there(portal.db(), "a").await);
    write(portal.db(), "b").await.unwrap();
    assert!(is_there(portal.db(), "b").await);
});

both!(instants_survive_to_the_millisecond, async |portal| {
    use entities::session;
    let expires_at = portal.now() + chrono::TimeDelta::milliseconds(123);
    let row = session::ActiveModel {
        id: sea_orm::ActiveValue::Set("s".to_owned()),
        account_id: sea_orm::ActiveValue::Set(None),
        data: sea_orm::ActiveValue::Set(vec![0, 1, 255]),
        expires_at: sea_orm::ActiveValue::Set(expires_at),
    };
    portal
        .db()
        .write(|transaction| {
            Box::pin(async move {
                session::Entity::insert(row)
                    .exec_without_returning(transaction)
                    .await?;
                Ok::<_, Internal>(())
            })
        })
        .await
        .unwrap();
    let found = session::Entity::find_by_id("s")
        .one(portal.db().read())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (found.expires_at, found.data),
        (expires_at, vec![0, 1, 255])
    );
});

both!(a_locked_row_makes_the_next_use_case_wait, async |portal| {
    use entities::counter;
    write(portal.db(), "a").await.unwrap();
    let add = || {
        portal.db().write(|transaction| {
            Box::pin(async move {
                let query = portal::db::lock(counter::Entity::find_by_id("a"));
                let row = query.one(transaction).await?.unwrap();
                tokio::time::sleep(Duration::from_millis(20)).await;
                let row = counter::ActiveModel {
                    value: sea_orm::ActiveValue::Set(row.value + 1),
                    ..row.into()
                };
                counter::Entity::update(row).exec(transaction).await?;
                Ok::<_, Internal>(())
            })
        })
    };
    let (first, second, third) = tokio::join!(add(), add(), add());
    for answer in [first, second, third] {
        answer.unwrap();
    }
    let row = counter::Entity::find_by_id("a")
        .one(portal.db().read())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(row.value, 4);
});

both!(sqlite_readers_cannot_write, async |portal| {
    if portal.db().backend() == DbBackend::Sqlite {
        let transaction = portal.db().read().begin().await.unwrap();
        insert(&transaction, "a").await.unwrap_err();
    }
});

both!(after_closing_everything_fails, async |portal| {
    portal.close().await;
    write(portal.db(), "a").await.unwrap_err();
});
