//! A citizen reads the inbox.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::cases::EventKind;
use domain::text::Text;
use domain::{CaseId, ItemCode};
use entities::{notice, service_case};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Notices;
use crate::Internal;
use crate::accounts::Citizen;

/// Notices shown at once, the latest.
const MAX_ROWS: u64 = 100;

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeView {
    /// What happened; the last part of a Fluent key `notice-…`.
    pub kind: EventKind,
    /// The case that it is about.
    pub case: CaseId,
    /// Name of the service.
    pub item_name: Text,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the citizen has seen it.
    pub read: bool,
}

impl Notices<'_> {
    /// The citizen's notices, latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list(&self, citizen: &Citizen) -> Result<Vec<NoticeView>, Internal> {
        let db = self.0.db().read();
        let rows = notice::Entity::find()
            .filter(notice::Column::AccountId.eq(citizen.id.as_str()))
            .order_by_desc(notice::Column::At)
            .order_by_desc(notice::Column::Id)
            .limit(MAX_ROWS)
            .all(db)
            .await?;
        let items: HashMap<String, String> = service_case::Entity::find()
            .filter(service_case::Column::ApplicantId.eq(citizen.id.as_str()))
            .filter(
                service_case::Column::Id.is_in(rows.iter().filter_map(|row| row.case_id.clone())),
            )
            .select_only()
            .column(service_case::Column::Id)
            .column(service_case::Column::ItemCode)
            .into_tuple::<(String, String)>()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let mut views = Vec::with_capacity(rows.len());
        for row in rows {
            let kind =
                EventKind::parse(&row.kind).ok_or(Internal::new("a stored notice is unknown"))?;
            let Some((case, item)) = row
                .case_id
                .and_then(|case| items.get(&case).map(|item| (case.clone(), item)))
            else {
                continue;
            };
            views.push(NoticeView {
                kind,
                item_name: self
                    .0
                    .catalogue()
                    .item_name(&ItemCode::new(item.clone()))
                    .await?,
                case: CaseId::new(case),
                at: row.at,
                read: row.read_at.is_some(),
            });
        }
        Ok(views)
    }

    /// How many notices the citizen has not seen.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn unread(&self, citizen: &Citizen) -> Result<u64, Internal> {
        use sea_orm::PaginatorTrait;
        Ok(notice::Entity::find()
            .filter(notice::Column::AccountId.eq(citizen.id.as_str()))
            .filter(notice::Column::ReadAt.is_null())
            .count(self.0.db().read())
            .await?)
    }
}
