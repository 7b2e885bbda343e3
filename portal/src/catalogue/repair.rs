//! A published definition turns out not to work: its department is told.

use domain::ids::{AccountId, DepartmentCode, ItemCode};
use domain::text::Text;
use entities::{job, officer};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::Catalogue;
use crate::jobs::mail::MailJob;
use crate::mail::{MailDetails, MailTemplate};
use crate::{Internal, audit, notices};

impl Catalogue<'_> {
    /// Tells the officers of a department by mail that a rule of this version of their service does not
    /// work, once for each version however many people come across it. Nothing that anybody answered is
    /// in it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tell_of_fault(
        &self,
        item: &ItemCode,
        version: u32,
        department: &DepartmentCode,
    ) -> Result<(), Internal> {
        if self.is_told(item, version).await? {
            return Ok(());
        }
        let officers = officer::Entity::find()
            .filter(officer::Column::DepartmentCode.eq(department.as_str()))
            .all(self.0.db().read())
            .await?;
        let (name, now) = (self.item_name(item).await?, self.0.now());
        let item = item.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    for officer in officers {
                        let key = format!("{}{}", occasion(&item, version), officer.account_id);
                        let mail = mail(officer, name.clone());
                        notices::tell_officer(tx, mail, key, now).await?;
                    }
                    let (who, subject) = (audit::Actor::System, Some(item.as_str()));
                    let action = "catalogue.needs-repair";
                    audit::record(tx, who, action, "service_item", subject, audit::DONE, now).await
                })
            })
            .await
    }

    async fn is_told(&self, item: &ItemCode, version: u32) -> Result<bool, Internal> {
        let told = job::Entity::find()
            .filter(job::Column::EffectKey.starts_with(occasion(item, version)))
            .count(self.0.db().read())
            .await?;
        Ok(told > 0)
    }
}

/// How the keys of these mails begin; the officer's account follows.
fn occasion(item: &ItemCode, version: u32) -> String {
    format!("mail:needs-repair:{item}:{version}:")
}

fn mail(officer: officer::Model, item: Text) -> MailJob {
    MailJob {
        account_id: AccountId::new(officer.account_id),
        template: MailTemplate::NeedsRepair,
        case_id: None,
        details: MailDetails {
            item: Some(item),
            ..MailDetails::default()
        },
    }
}
