//! Departments of the demonstration city.

use std::collections::HashMap;

use entities::department;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::data::Department;
use crate::Internal;

/// Digits of a department's code that name its division.
const REGION_DIGITS: usize = 6;

/// Adds or updates the departments; `true` when that changed any.
pub(super) async fn put(
    tx: &DatabaseTransaction,
    departments: &[Department],
) -> Result<bool, Internal> {
    use department::Column;
    let codes = departments.iter().map(|one| one.code.as_str());
    let known: HashMap<String, department::Model> = department::Entity::find()
        .filter(Column::Code.is_in(codes))
        .all(tx)
        .await?
        .into_iter()
        .map(|row| (row.code.clone(), row))
        .collect();
    let changed: Vec<department::ActiveModel> = departments
        .iter()
        .map(model)
        .filter(|row| known.get(&row.code) != Some(row))
        .map(|row| row.into_active_model().reset_all())
        .collect();
    if changed.is_empty() {
        return Ok(false);
    }
    let update = OnConflict::column(Column::Code)
        .update_columns([
            Column::NameZh,
            Column::NameEn,
            Column::CreditCode,
            Column::Region,
            Column::Phone,
            Column::Address,
            Column::Sort,
        ])
        .to_owned();
    department::Entity::insert_many(changed)
        .on_conflict(update)
        .exec_without_returning(tx)
        .await?;
    Ok(true)
}

fn model(department: &Department) -> department::Model {
    let Department {
        code,
        name,
        credit_code,
        phone,
        address,
        sort,
    } = department;
    department::Model {
        code: code.to_string(),
        name_zh: name.zh.clone(),
        name_en: name.en.clone(),
        credit_code: Some(credit_code.clone()),
        region: code.as_str().chars().take(REGION_DIGITS).collect(),
        phone: Some(phone.clone()),
        address: Some(address.clone()),
        sort: *sort,
    }
}
