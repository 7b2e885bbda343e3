//! A published definition turns out not to work: its department is told.

use domain::catalogue::Outcome;
use domain::ids::ItemCode;
use domain::text::Text;
use entities::{job, officer};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{Choice, ChoiceView};
use crate::jobs::mail::MailJob;
use crate::mail::{MailDetails, MailTemplate};
use crate::{Internal, audit, jobs};

impl Choice<'_> {
    /// Tells the officers of the department by mail that a rule of this version does not work, once for
    /// each version however many visitors come across it. Nothing that a visitor answered is in it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tell_department(
        &self,
        view: &ChoiceView,
        outcome: &Outcome<'_>,
    ) -> Result<(), Internal> {
        let (item, version) = (view.item.row.code.clone(), view.item.version);
        if outcome.fault.is_none() || self.is_told(&item, version).await? {
            return Ok(());
        }
        let officers = officer::Entity::find()
            .filter(officer::Column::DepartmentCode.eq(view.item.row.department.as_str()))
            .all(self.0.db().read())
            .await?;
        let (name, now) = (view.item.row.name.clone(), self.0.now());
        let mails = officers
            .into_iter()
            .map(|officer| {
                let key = format!("{}{}", occasion(&item, version), officer.account_id);
                mail(officer, name.clone()).into_job(key, now)
            })
            .collect::<Result<Vec<_>, _>>()?;
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    for mail in mails {
                        jobs::enqueue(tx, mail).await?;
                    }
                    let (who, subject) = (audit::Actor::System, Some(item.as_str()));
                    let action = "catalogue.needs-repair";
                    audit::record(tx, who, action, "service_item", subject, audit::DONE, now).await
                })
            })
            .await
    }

    async fn is_told(&self, item: &ItemCode, version: Option<u32>) -> Result<bool, Internal> {
        let told = job::Entity::find()
            .filter(job::Column::EffectKey.starts_with(occasion(item, version)))
            .count(self.0.db().read())
            .await?;
        Ok(told > 0)
    }
}

/// How the keys of these mails begin; the officer's account follows.
fn occasion(item: &ItemCode, version: Option<u32>) -> String {
    format!("mail:needs-repair:{item}:{}:", version.unwrap_or_default())
}

fn mail(officer: officer::Model, item: Text) -> MailJob {
    MailJob {
        account_id: domain::AccountId::new(officer.account_id),
        template: MailTemplate::NeedsRepair,
        case_id: None,
        details: MailDetails {
            item: Some(item),
            ..MailDetails::default()
        },
    }
}
