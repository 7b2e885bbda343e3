//! Escalation by mail: one mail a working day to each officer whom a rule names, however much was found.
//! A mail for each finding would be read like any other noise; what was found stands at the desk.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta, Timelike};
use domain::AccountId;
use domain::calendar::{civil_date, civil_time};
use domain::cases::Role;
use domain::supervision::{Month, Rule, Rules, Told};
use entities::{officer, supervision_finding};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::rules;
use crate::jobs::mail::MailJob;
use crate::mail::{MailDetails, MailTemplate};
use crate::{Internal, Portal, jobs};

/// The hour of a working day from which on mails are sent.
const FROM_HOUR: u32 = 8;

/// Findings told of at once; the rest follows on the next working day.
const MAX_TOLD: u64 = 2_000;

/// Days after which a finding that is over is no news any more.
const NEWS_DAYS: i64 = 14;

/// Tells of what was found since the last time, once a working day.
///
/// # Errors
/// When the database fails.
pub(crate) async fn tell_of_findings(portal: &Portal) -> Result<(), Internal> {
    let now = portal.now();
    let today = civil_date(now);
    let calendar = portal.catalogue().calendar().await?;
    if civil_time(now).hour() < FROM_HOUR || !calendar.is_working_day(today) {
        return Ok(());
    }
    let db = portal.db().read();
    let untold = supervision_finding::Entity::find()
        .filter(supervision_finding::Column::ToldAt.is_null())
        .filter(supervision_finding::Column::OpenedAt.gte(now - TimeDelta::days(NEWS_DAYS)))
        .limit(MAX_TOLD)
        .all(db)
        .await?;
    if untold.is_empty() || is_told(portal, today).await? {
        return Ok(());
    }
    let rules = rules::current(db).await?.rules;
    let officers = officer::Entity::find().all(db).await?;
    let accounts = readers(&untold, &rules, &officers)?;
    let mails = accounts
        .into_iter()
        .map(|account| {
            let key = format!("{}{account}", occasion(today));
            mail(account).into_job(key, now)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let told: Vec<String> = untold.into_iter().map(|row| row.id).collect();
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                for mail in mails {
                    jobs::enqueue(tx, mail).await?;
                }
                supervision_finding::Entity::update_many()
                    .col_expr(supervision_finding::Column::ToldAt, Expr::value(Some(now)))
                    .filter(supervision_finding::Column::Id.is_in(told))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// The accounts that the rules name for these findings.
fn readers(
    findings: &[supervision_finding::Model],
    rules: &Rules,
    officers: &[officer::Model],
) -> Result<BTreeSet<String>, Internal> {
    let mut accounts = BTreeSet::new();
    for finding in findings {
        let number = super::store::number(finding.rule)?;
        let Some(rule) = rules.rule(number) else {
            continue;
        };
        let named = officers.iter().filter(|one| names(rule, finding, one));
        accounts.extend(named.map(|one| one.account_id.clone()));
    }
    Ok(accounts)
}

fn names(rule: &Rule, finding: &supervision_finding::Model, officer: &officer::Model) -> bool {
    let is_own = officer.department_code == finding.department_code;
    rule.told.iter().any(|told| match told {
        Told::Handlers => is_own && officer.role == Role::Handler.key(),
        Told::Reviewers => is_own && officer.role == Role::Reviewer.key(),
        Told::Supervisors => officer.role == Role::Supervisor.key(),
    })
}

/// Whether anybody was told of anything today.
async fn is_told(portal: &Portal, today: NaiveDate) -> Result<bool, Internal> {
    let midnight = Month::of(today).begins() + (today - Month::of(today).first());
    let told = supervision_finding::Entity::find()
        .filter(supervision_finding::Column::ToldAt.gte(midnight))
        .one(portal.db().read())
        .await?;
    Ok(told.is_some())
}

/// How the keys of a day's mails begin; the officer's account follows.
fn occasion(today: NaiveDate) -> String {
    format!("mail:supervision:{today}:")
}

fn mail(account: String) -> MailJob {
    MailJob {
        account_id: AccountId::new(account),
        template: MailTemplate::Supervision,
        case_id: None,
        details: MailDetails::default(),
    }
}
