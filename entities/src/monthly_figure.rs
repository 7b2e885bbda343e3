//! Table `monthly_figure`.

use sea_orm::entity::prelude::*;

/// Figures of a service in a month; see `domain::supervision::Figures`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "monthly_figure")]
pub struct Model {
    /// First day of the month.
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: Date,
    /// Code of the department.
    #[sea_orm(primary_key, auto_increment = false)]
    pub department_code: String,
    /// Code of the service item.
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_code: String,
    /// Handed in for the first time.
    pub handed_in: i64,
    /// Accepted.
    pub accepted: i64,
    /// Not accepted.
    pub not_accepted: i64,
    /// Corrections asked for.
    pub corrections: i64,
    /// Sent back by the first look.
    pub returned: i64,
    /// Extended.
    pub extended: i64,
    /// Taken back, by the applicant or by silence.
    pub withdrawn: i64,
    /// Granted.
    pub granted: i64,
    /// Refused.
    pub refused: i64,
    /// Ended as void.
    pub void: i64,
    /// Ended as a mistake of the portal.
    pub deleted: i64,
    /// Handed on to another office.
    pub transferred: i64,
    /// Decided after acceptance, so that time was measured.
    pub timed: i64,
    /// Of these, after the promised day.
    pub late_promise: i64,
    /// Of these, after the last day of the law.
    pub late_law: i64,
    /// Working days that these took.
    pub days_taken: i64,
    /// Working days that were promised for these.
    pub days_promised: i64,
    /// Working days of these that did not count.
    pub days_suspended: i64,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
