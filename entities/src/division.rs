//! Table `division`.

use sea_orm::entity::prelude::*;

/// Administrative division 行政区划 of GB/T 2260 and its local extensions.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "division")]
pub struct Model {
    /// Division code, 6 digits down to the county, 9 or 12 below it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Official Chinese name.
    pub name: String,
    /// Code of the division above; none for the top of the tree.
    pub parent: Option<String>,
    /// Depth in the administrative order: 1 province, 2 city, 3 county, 4 township, 5 village.
    pub level: i16,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
