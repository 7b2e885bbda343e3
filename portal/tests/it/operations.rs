//! What operators do: seeding the demonstration city, asking the doctor.

use chrono::{DateTime, TimeDelta, Utc};
use domain::cases::Role;
use domain::ids::ItemCode;
use domain::text::Text;
use entities::{
    account, audit, job, officer, register_health_card, register_population,
    register_social_security, service_definition, service_item,
};
use portal::Portal;
use portal::accounts::{Actor, SignInDoor};
use portal::operations::{Check, SeedReport};
use sea_orm::{DbBackend, EntityTrait, PaginatorTrait, Set};

use crate::catalogue::shared;
use crate::support::both;

/// How many rows seeding made, table by table.
async fn rows(portal: &Portal) -> [u64; 7] {
    let db = portal.db().read();
    [
        service_item::Entity::find().count(db).await.unwrap(),
        service_definition::Entity::find().count(db).await.unwrap(),
        account::Entity::find().count(db).await.unwrap(),
        officer::Entity::find().count(db).await.unwrap(),
        register_population::Entity::find().count(db).await.unwrap(),
        register_social_security::Entity::find()
            .count(db)
            .await
            .unwrap(),
        register_health_card::Entity::find()
            .count(db)
            .await
            .unwrap(),
    ]
}

both!(seeding_twice_is_seeding_once, async |portal| {
    let first = portal.operations().seed_demo().await.unwrap();
    assert_eq!(first.items, first.published);
    assert!(first.items >= 60, "{}", first.items);
    assert_eq!(first.accounts_added, first.accounts.len());
    let version = portal.publication().current();
    let after_first = rows(&portal).await;
    assert!(
        after_first.iter().all(|count| *count > 0),
        "{after_first:?}"
    );

    portal.advance(TimeDelta::days(1));
    let second = portal.operations().seed_demo().await.unwrap();
    assert_eq!(
        second,
        SeedReport {
            published: 0,
            accounts_added: 0,
            ..first
        }
    );
    assert_eq!(rows(&portal).await, after_first);
    assert_eq!(portal.publication().current(), version);
});

both!(the_city_is_online, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let home = portal.catalogue().home().await.unwrap();
    assert!(home.total >= 60 && home.online.len() >= 15);
    for row in &home.online {
        let item = portal.catalogue().item(&row.code).await.unwrap().unwrap();
        assert_eq!(item.version, Some(1));
        assert!(item.definition.is_some() && item.department.credit_code.is_some());
        assert!(row.name.en.is_some() && !row.topics.is_empty());
    }
});

both!(everybody_can_sign_in, async |portal| {
    let report = portal.operations().seed_demo().await.unwrap();
    let citizen = report
        .accounts
        .iter()
        .find(|one| one.role.is_none())
        .unwrap();
    let officer = report
        .accounts
        .iter()
        .find(|one| one.role == Some(Role::Reviewer))
        .unwrap();
    assert!(officer.department.is_some());
    for (account, door) in [(citizen, SignInDoor::Citizen), (officer, SignInDoor::Desk)] {
        let accounts = portal.accounts();
        let id = accounts
            .sign_in(&account.login, &report.password, door)
            .await
            .unwrap();
        let name = match accounts.actor(&id).await.unwrap() {
            Actor::Citizen(citizen) => citizen.name,
            Actor::Officer(officer) => officer.name,
            Actor::Anonymous => String::new(),
        };
        assert_eq!(name, account.name);
    }
});

both!(seeding_publishes_again_what_differs, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let code: ItemCode = portal.catalogue().home().await.unwrap().online[0]
        .code
        .clone();
    let item = portal.catalogue().item(&code).await.unwrap().unwrap();
    let mut other = (*item.definition.unwrap()).clone();
    other.guide.summary = Text::both("别的内容", "Something else");
    assert_eq!(portal.catalogue().publish(&code, &other).await.unwrap(), 2);
    assert_eq!(portal.operations().seed_demo().await.unwrap().published, 1);
    assert_eq!(
        portal
            .catalogue()
            .item(&code)
            .await
            .unwrap()
            .unwrap()
            .version,
        Some(3)
    );
});

/// The checks that failed. A PostgreSQL server for tests need not survive a power cut, so there
/// durability is left out.
async fn failing(portal: &Portal) -> Vec<&'static str> {
    let sqlite = portal.db().backend() == DbBackend::Sqlite;
    let checks = portal.operations().doctor().await;
    checks
        .iter()
        .filter(|check| !check.ok && (sqlite || check.name != "durability"))
        .map(|check| check.name)
        .collect()
}

both!(the_doctor_looks_at_a_fresh_portal, async |portal| {
    // The key of the tests counts from 0 to 31, and nothing has been imported.
    assert_eq!(
        failing(&portal).await,
        ["master key", "calendar, this year"]
    );
    portal.operations().seed_demo().await.unwrap();
    let Some(dir) = shared("holiday-cn") else {
        return;
    };
    portal.catalogue().import_holidays(&dir).await.unwrap();
    assert_eq!(failing(&portal).await, ["master key"]);
    let checks = portal.operations().doctor().await;
    let detail = |name: &str| -> String {
        let check: &Check = checks.iter().find(|check| check.name == name).unwrap();
        check.detail.clone()
    };
    assert!(
        detail("schema").contains("migrations applied"),
        "{}",
        detail("schema")
    );
    assert!(
        detail("officers").contains("all with officers"),
        "{}",
        detail("officers")
    );
});

both!(
    the_doctor_misses_the_next_years_calendar_in_december,
    async |portal| {
        let december: DateTime<Utc> = "2026-12-01T02:00:00Z".parse().unwrap();
        assert!(!failing(&portal).await.contains(&"calendar, next year"));
        portal.advance(december - portal.now());
        assert!(failing(&portal).await.contains(&"calendar, next year"));
    }
);

both!(the_doctor_finds_jobs_that_were_given_up, async |portal| {
    put_job(&portal, "dead", portal.now()).await;
    assert!(failing(&portal).await.contains(&"jobs"));
});

both!(the_doctor_finds_that_no_worker_runs, async |portal| {
    put_job(&portal, "queued", portal.now()).await;
    assert!(!failing(&portal).await.contains(&"jobs"));
    portal.advance(TimeDelta::minutes(16));
    assert!(failing(&portal).await.contains(&"jobs"));
});

both!(
    the_doctor_finds_departments_without_officers,
    async |portal| {
        portal.operations().seed_demo().await.unwrap();
        assert!(!failing(&portal).await.contains(&"officers"));
        change(&portal, |tx| {
            Box::pin(async move {
                officer::Entity::delete_many().exec(tx).await?;
                Ok(())
            })
        })
        .await;
        assert!(failing(&portal).await.contains(&"officers"));
    }
);

both!(seeding_leaves_a_trace, async |portal| {
    portal.operations().seed_demo().await.unwrap();
    let trail = audit::Entity::find().all(portal.db().read()).await.unwrap();
    assert!(trail.iter().any(|row| row.action == "operations.seed-demo"));
    assert!(portal.operations().development_mails().unwrap().is_empty());
});

async fn put_job(portal: &Portal, state: &'static str, at: DateTime<Utc>) {
    let row = job::ActiveModel {
        id: Set(portal::ids::new(at)),
        kind: Set("mail".to_owned()),
        effect_key: Set(state.to_owned()),
        payload: Set("{}".to_owned()),
        state: Set(state.to_owned()),
        attempts: Set(0),
        run_at: Set(at),
        leased_until: Set(None),
        last_error: Set(None),
        created_at: Set(at),
        done_at: Set(None),
    };
    change(portal, move |tx| {
        Box::pin(async move {
            job::Entity::insert(row).exec_without_returning(tx).await?;
            Ok(())
        })
    })
    .await;
}

async fn change<F>(portal: &Portal, work: F)
where
    F: for<'t> FnOnce(
            &'t sea_orm::DatabaseTransaction,
        ) -> futures::future::BoxFuture<'t, Result<(), portal::Internal>>
        + Send
        + 'static,
{
    portal.db().write(work).await.unwrap();
}
