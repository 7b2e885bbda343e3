//! Rows of notices ↔ the domain's notices.

use domain::notices::{
    DeliveryProblem, DeliveryState, NoticeChannel, NoticeKind, NoticePreferences, NoticeTopic,
};
use entities::{notice, notice_delivery, notice_preference};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use crate::Internal;
use crate::mail::MailDetails;

/// The kind of a stored notice.
pub(super) fn kind(stored: &str) -> Result<NoticeKind, Internal> {
    NoticeKind::parse(stored).ok_or(Internal::new("a stored notice is of an unknown kind"))
}

/// What a stored notice tells beside its kind.
pub(super) fn details(row: &notice::Model) -> Result<MailDetails, Internal> {
    row.details.as_deref().map_or_else(
        || Ok(MailDetails::default()),
        |json| Ok(serde_json::from_str(json)?),
    )
}

/// The channel of a stored delivery.
pub(super) fn channel(row: &notice_delivery::Model) -> Result<NoticeChannel, Internal> {
    NoticeChannel::parse(&row.channel)
        .ok_or(Internal::new("a stored delivery has an unknown channel"))
}

/// The state of a stored delivery.
pub(super) fn state(row: &notice_delivery::Model) -> Result<DeliveryState, Internal> {
    DeliveryState::parse(&row.state).ok_or(Internal::new("a stored delivery has an unknown state"))
}

/// The problem of a stored delivery, where there was one.
pub(super) fn problem(row: &notice_delivery::Model) -> Result<Option<DeliveryProblem>, Internal> {
    row.problem
        .as_deref()
        .map(|key| {
            DeliveryProblem::parse(key)
                .ok_or(Internal::new("a stored delivery has an unknown problem"))
        })
        .transpose()
}

/// What an account has chosen.
pub(super) async fn preferences(
    db: &impl ConnectionTrait,
    account: &str,
) -> Result<NoticePreferences, Internal> {
    let rows = notice_preference::Entity::find()
        .filter(notice_preference::Column::AccountId.eq(account))
        .all(db)
        .await?;
    let mut preferences = NoticePreferences::default();
    for row in rows {
        // What is no longer asked for is no longer a choice.
        if let (Some(topic), Some(channel)) = (
            NoticeTopic::parse(&row.topic),
            NoticeChannel::parse(&row.channel),
        ) {
            preferences.choose(topic, channel, row.wanted);
        }
    }
    Ok(preferences)
}

/// Deletes the notices of a case that is deleted itself, with their deliveries: they would lead nowhere.
pub(crate) async fn forget_case(tx: &DatabaseTransaction, case: &str) -> Result<(), Internal> {
    let of_case = notice::Column::CaseId.eq(case);
    let notices = notice::Entity::find()
        .filter(of_case.clone())
        .select_only()
        .column(notice::Column::Id)
        .into_query();
    notice_delivery::Entity::delete_many()
        .filter(notice_delivery::Column::NoticeId.in_subquery(notices))
        .exec(tx)
        .await?;
    notice::Entity::delete_many()
        .filter(of_case)
        .exec(tx)
        .await?;
    Ok(())
}
