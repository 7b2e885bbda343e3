//! Divisions of the demonstration city.

use entities::division;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel};

use super::data::Division;
use crate::Internal;

/// Adds or updates the divisions.
pub(super) async fn put(tx: &DatabaseTransaction, divisions: &[Division]) -> Result<(), Internal> {
    use division::Column;
    let rows = divisions.iter().map(|one| {
        let model = division::Model {
            code: one.code.clone(),
            name: one.name.clone(),
            parent: one.parent.clone(),
            level: one.level,
        };
        model.into_active_model().reset_all()
    });
    let update = OnConflict::column(Column::Code)
        .update_columns([Column::Name, Column::Parent, Column::Level])
        .to_owned();
    division::Entity::insert_many(rows)
        .on_conflict(update)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
