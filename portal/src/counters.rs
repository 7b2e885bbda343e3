//! Numbers that follow one another, in rows of the table `counter`.

use entities::counter;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{DatabaseTransaction, EntityTrait as _, Set};

use crate::Internal;

/// The next number of a counter, the first being 1. It is part of the transaction, so that no number is
/// given twice and none is lost to a use case that failed.
///
/// # Errors
/// [`Internal`] when the database refuses.
pub(crate) async fn next(tx: &DatabaseTransaction, name: String) -> Result<i64, Internal> {
    let first = counter::ActiveModel {
        name: Set(name),
        value: Set(1),
    };
    let add_one = OnConflict::column(counter::Column::Name)
        .value(
            counter::Column::Value,
            Expr::col((counter::Entity, counter::Column::Value)).add(1),
        )
        .to_owned();
    let row = counter::Entity::insert(first)
        .on_conflict(add_one)
        .exec_with_returning(tx)
        .await?;
    Ok(row.value)
}
