//! An administrator sees how far notices have come.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::identity::{Email, MobilePhone};
use domain::notices::{DeliveryProblem, DeliveryState, NoticeChannel, NoticeKind};
use entities::{account, notice, notice_delivery};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{Notices, store};
use crate::accounts::{self, Officer};
use crate::site::looks_after;
use crate::{Internal, Portal};

/// Deliveries of one page.
const PAGE_SIZE: usize = 50;

/// Which deliveries to list; what is not said is not asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeliveryFilter {
    /// Of this state.
    pub state: Option<DeliveryState>,
    /// By this channel.
    pub channel: Option<NoticeChannel>,
    /// Of this kind of notice.
    pub kind: Option<NoticeKind>,
}

/// One delivery, without anything personal but a masked address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryView {
    /// Its id, for [`Notices::retry`].
    pub id: String,
    /// What the notice is about.
    pub kind: NoticeKind,
    /// The channel.
    pub channel: NoticeChannel,
    /// How far it has come.
    pub state: DeliveryState,
    /// Why it did not go out.
    pub problem: Option<DeliveryProblem>,
    /// Tries so far.
    pub attempts: i32,
    /// The address, masked; none where there is none.
    pub address: Option<String>,
    /// When it was promised.
    pub created_at: DateTime<Utc>,
    /// Not to go out before this instant.
    pub not_before: DateTime<Utc>,
    /// Since when it has its state.
    pub changed_at: DateTime<Utc>,
}

/// One page of deliveries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deliveries {
    /// The deliveries, latest change first.
    pub rows: Vec<DeliveryView>,
    /// How many there are of each state, by channel and kind as asked for.
    pub counts: Vec<(DeliveryState, u64)>,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
}

impl Notices<'_> {
    /// One page of deliveries; none for an officer who does not look after the portal.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn deliveries(
        &self,
        officer: &Officer,
        filter: DeliveryFilter,
        page: usize,
    ) -> Result<Option<Deliveries>, Internal> {
        if !looks_after(officer) {
            return Ok(None);
        }
        let db = self.0.db().read();
        let mut counts = Vec::with_capacity(DeliveryState::ALL.len());
        for state in DeliveryState::ALL {
            let of_state = DeliveryFilter {
                state: Some(state),
                ..filter
            };
            counts.push((state, found(of_state).count(db).await?));
        }
        let asked = counts
            .iter()
            .filter(|(state, _)| filter.state.is_none_or(|asked| asked == *state));
        let total: u64 = asked.map(|(_, count)| count).sum();
        let pages = usize::try_from(total)
            .unwrap_or(usize::MAX)
            .div_ceil(PAGE_SIZE)
            .max(1);
        let page = page.clamp(1, pages);
        let rows = found(filter)
            .order_by_desc(notice_delivery::Column::ChangedAt)
            .order_by_desc(notice_delivery::Column::Id)
            .offset(u64::try_from((page - 1) * PAGE_SIZE).unwrap_or(u64::MAX))
            .limit(u64::try_from(PAGE_SIZE).unwrap_or(u64::MAX))
            .all(db)
            .await?;
        let recipients = recipients(self.0, &rows).await?;
        let rows = rows
            .into_iter()
            .map(|row| view(self.0, row, &recipients))
            .collect::<Result<_, _>>()?;
        Ok(Some(Deliveries {
            rows,
            counts,
            page,
            pages,
        }))
    }
}

fn found(filter: DeliveryFilter) -> Select<notice_delivery::Entity> {
    use notice_delivery::Column;
    let mut found = notice_delivery::Entity::find();
    for (column, key) in [
        (Column::State, filter.state.map(DeliveryState::key)),
        (Column::Channel, filter.channel.map(NoticeChannel::key)),
        (Column::Kind, filter.kind.map(NoticeKind::key)),
    ] {
        if let Some(key) = key {
            found = found.filter(column.eq(key));
        }
    }
    found
}

/// The accounts that the notices of these deliveries are for, by the notice.
async fn recipients(
    portal: &Portal,
    rows: &[notice_delivery::Model],
) -> Result<HashMap<String, account::Model>, Internal> {
    let db = portal.db().read();
    let notices: Vec<(String, String)> = notice::Entity::find()
        .filter(notice::Column::Id.is_in(rows.iter().map(|row| row.notice_id.as_str())))
        .select_only()
        .column(notice::Column::Id)
        .column(notice::Column::AccountId)
        .into_tuple()
        .all(db)
        .await?;
    let ids = notices.iter().map(|(_, account)| account.as_str());
    let accounts: HashMap<String, account::Model> = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id.clone(), row))
        .collect();
    Ok(notices
        .into_iter()
        .filter_map(|(notice, account)| Some((notice, accounts.get(&account)?.clone())))
        .collect())
}

fn view(
    portal: &Portal,
    row: notice_delivery::Model,
    recipients: &HashMap<String, account::Model>,
) -> Result<DeliveryView, Internal> {
    let channel = store::channel(&row)?;
    let address = recipients
        .get(&row.notice_id)
        .map(|account| masked(portal, account, channel))
        .transpose()?
        .flatten();
    Ok(DeliveryView {
        kind: store::kind(&row.kind)?,
        channel,
        state: store::state(&row)?,
        problem: store::problem(&row)?,
        attempts: row.attempts,
        address,
        created_at: row.created_at,
        not_before: row.not_before,
        changed_at: row.changed_at,
        id: row.id,
    })
}

fn masked(
    portal: &Portal,
    account: &account::Model,
    channel: NoticeChannel,
) -> Result<Option<String>, Internal> {
    let keys = portal.keys();
    Ok(match channel {
        NoticeChannel::Inbox => None,
        NoticeChannel::Mail => accounts::store::email(keys, account)?
            .and_then(|mail| Email::parse(&mail).ok())
            .map(|mail| mail.masked()),
        NoticeChannel::Sms => accounts::store::phone(keys, account)?
            .and_then(|phone| MobilePhone::parse(&phone).ok())
            .map(|phone| phone.masked()),
    })
}
