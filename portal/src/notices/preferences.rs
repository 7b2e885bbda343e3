//! A citizen chooses what comes by which channel.

use domain::notices::{NoticeChannel, NoticePreferences, NoticeTopic};
use entities::notice_preference;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};

use super::{Notices, store};
use crate::accounts::Citizen;
use crate::{Internal, audit};

impl Notices<'_> {
    /// What the citizen has chosen.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn preferences(&self, citizen: &Citizen) -> Result<NoticePreferences, Internal> {
        store::preferences(self.0.db().read(), citizen.id.as_str()).await
    }

    /// Keeps the citizen's choice for every topic and every channel out of the portal. What was promised
    /// before goes out as it was promised.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn choose(
        &self,
        citizen: &Citizen,
        preferences: NoticePreferences,
    ) -> Result<(), Internal> {
        let (account, now) = (citizen.id.clone(), self.0.now());
        let rows: Vec<_> = NoticeTopic::ALL
            .into_iter()
            .flat_map(|topic| NoticeChannel::OUTWARD.map(|channel| (topic, channel)))
            .map(|(topic, channel)| notice_preference::ActiveModel {
                account_id: Set(account.to_string()),
                topic: Set(topic.key().to_owned()),
                channel: Set(channel.key().to_owned()),
                wanted: Set(preferences.wants(topic, channel)),
            })
            .collect();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    use notice_preference::Column;
                    let key = [Column::AccountId, Column::Topic, Column::Channel];
                    let again = OnConflict::columns(key)
                        .update_column(Column::Wanted)
                        .to_owned();
                    notice_preference::Entity::insert_many(rows)
                        .on_conflict(again)
                        .exec_without_returning(tx)
                        .await?;
                    let (who, subject) = (audit::Actor::Citizen(&account), Some(account.as_str()));
                    let action = "notice.choose";
                    audit::record(tx, who, action, "account", subject, audit::DONE, now).await
                })
            })
            .await
    }
}
