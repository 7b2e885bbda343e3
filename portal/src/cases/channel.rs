//! By which door an application came in: the one it was handed in at. A draft can begin at home and be handed in
//! at a counter, or the other way round.

use domain::ids::CaseId;
use entities::service_case;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter};

use super::Channel;
use crate::Internal;
use crate::accounts::Citizen;

/// Notes the door when an application is handed in for the first time.
pub(super) async fn settle(
    tx: &DatabaseTransaction,
    citizen: &Citizen,
    id: &CaseId,
) -> Result<(), Internal> {
    let counter = Channel::Counter.key();
    let other = service_case::Column::Channel.eq(counter);
    let (channel, wrong) = match &citizen.attended_by {
        Some(_) => (counter, other.not()),
        None => (Channel::Web.key(), other),
    };
    service_case::Entity::update_many()
        .col_expr(service_case::Column::Channel, Expr::value(channel))
        .filter(service_case::Column::Id.eq(id.as_str()))
        .filter(wrong)
        .exec(tx)
        .await?;
    Ok(())
}
