//! One entity against its table.

use anyhow::{Context, Result, ensure};
use sea_orm::sea_query::FromValueTuple;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IdenStatic, IntoActiveModel, Iterable, ModelTrait,
    PrimaryKeyTrait,
};

use crate::databases::Database;

type Key<E> = <<E as EntityTrait>::PrimaryKey as PrimaryKeyTrait>::ValueType;

/// Compares the columns of entity and table, then writes each row and reads it back by its key.
/// Gives the name of the table.
pub(crate) async fn agrees<E>(database: &Database, rows: Vec<E::Model>) -> Result<String>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Clone + PartialEq + std::fmt::Debug + Sync,
    E::ActiveModel: Send,
{
    let table = E::default().table_name().to_owned();
    let mut described: Vec<(String, bool)> = E::Column::iter()
        .map(|column| (column.as_str().to_owned(), column.def().is_null()))
        .collect();
    described.sort();
    let built = database.columns(&table).await?;
    ensure!(described == built, "{table}: {described:?} but {built:?}");

    let db = database.connection();
    for row in rows {
        let key = Key::<E>::from_value_tuple(row.get_primary_key_value());
        let active = row.clone().into_active_model().reset_all();
        E::insert(active).exec_without_returning(db).await?;
        let read = E::find_by_id(key).one(db).await?;
        let read = read.with_context(|| format!("{table}: the row is not found by its key"))?;
        ensure!(read == row, "{table}: wrote {row:?} but read {read:?}");
    }
    Ok(table)
}
