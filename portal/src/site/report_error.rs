//! A reader reports an error, or illegal or harmful content.

use chrono::NaiveDate;
use domain::calendar::civil_date;
use domain::site::{ReportKind, ReportProblem, check_report, report_number};
use domain::text::Locale;
use entities::site_report;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, Set};

use super::{Site, TABLE, mail};
use crate::accounts::Actor;
use crate::{Internal, Portal, audit, counters, ids, jobs};

/// A report as it was typed.
#[derive(Clone, Debug)]
pub struct NewReport {
    /// What it is about; none when nothing was chosen.
    pub kind: Option<ReportKind>,
    /// Address of the page; may be empty.
    pub page: String,
    /// What is wrong.
    pub what: String,
    /// How the reader can be reached; may be empty. An answer goes to a mail address by itself.
    pub contact: String,
    /// The reader's language.
    pub locale: Locale,
}

/// Why a report was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// Something in it has to be mended.
    #[error("the report has {} problems", .0.len())]
    Problems(Vec<ReportProblem>),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Site<'_> {
    /// Keeps a report, tells whoever looks after the portal, and gives the number that the reader can
    /// ask by.
    ///
    /// # Errors
    /// [`ReportError::Problems`] with everything that has to be mended at once.
    pub async fn report_error(
        &self,
        actor: &Actor,
        report: NewReport,
    ) -> Result<String, ReportError> {
        let problems = check_report(report.kind, &report.page, &report.what, &report.contact);
        let kind = match report.kind {
            Some(kind) if problems.is_empty() => kind,
            _ => return Err(ReportError::Problems(problems)),
        };
        let (portal, actor) = (self.0.clone(), actor.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move { Ok(keep(&portal, tx, &actor, kind, &report).await?) })
            })
            .await
    }
}

async fn keep(
    portal: &Portal,
    tx: &DatabaseTransaction,
    actor: &Actor,
    kind: ReportKind,
    report: &NewReport,
) -> Result<String, Internal> {
    let now = portal.now();
    let id = ids::new(now);
    let number = next_number(tx, civil_date(now)).await?;
    let seal = |column, text: &str| portal.keys().seal_text(TABLE, column, &id, text);
    let contact = said(&report.contact);
    site_report::ActiveModel {
        id: Set(id.clone()),
        number: Set(number.clone()),
        kind: Set(kind.key().to_owned()),
        page: Set(said(&report.page).map(str::to_owned)),
        what: Set(seal("what", report.what.trim())?),
        contact: Set(contact.map(|text| seal("contact", text)).transpose()?),
        locale: Set(report.locale.tag().to_owned()),
        at: Set(now),
        answer: Set(None),
        answered_at: Set(None),
        answered_by: Set(None),
    }
    .insert(tx)
    .await?;
    let who = match actor {
        Actor::Anonymous => audit::Actor::Visitor,
        Actor::Citizen(citizen) => audit::Actor::Citizen(&citizen.id),
        Actor::Officer(officer) => audit::Actor::Officer(&officer.id),
    };
    let action = "site.report-error";
    audit::record(tx, who, action, TABLE, Some(&id), audit::DONE, now).await?;
    jobs::enqueue(tx, mail::to_operator(&id, now)).await?;
    Ok(number)
}

/// What was typed, if anything was.
fn said(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|text| !text.is_empty())
}

/// The next number of the day.
async fn next_number(tx: &DatabaseTransaction, today: NaiveDate) -> Result<String, Internal> {
    let next = counters::next(tx, format!("site-report:{today}")).await?;
    let sequence = u32::try_from(next)
        .map_err(|_| Internal::new("the day's counter of reports is out of range"))?;
    Ok(report_number(today, sequence))
}
