//! Table `supervision_finding`.

use sea_orm::entity::prelude::*;

/// Finding of supervision 监察记录: what a rule saw in a case, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supervision_finding")]
pub struct Model {
    /// Finding id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Id of the case.
    pub case_id: String,
    /// Code of the service item.
    pub item_code: String,
    /// Code of the department that it is about.
    pub department_code: String,
    /// Number of the rule.
    pub rule: i16,
    /// Day that it hangs on: the last one of a limit, or the one on which something happened.
    pub day: Date,
    /// Light, by its key.
    pub colour: String,
    /// Card, by its key.
    pub card: String,
    /// When it was found.
    pub opened_at: DateTimeUtc,
    /// When it was over; none while it goes on.
    pub closed_at: Option<DateTimeUtc>,
    /// When the case had last changed, as it was when it was last looked at for this.
    pub case_seen: DateTimeUtc,
    /// When those whom the rule names were told; none while they were not.
    pub told_at: Option<DateTimeUtc>,
    /// Sealed text: how the department explains it.
    #[sea_orm(column_type = "Blob")]
    pub explanation: Option<Vec<u8>>,
    /// Account of the officer who explained it.
    pub explained_by: Option<String>,
    /// When it was explained.
    pub explained_at: Option<DateTimeUtc>,
    /// `upheld` 维持 or `lifted` 撤销; none while no supervisor has ruled.
    pub ruling: Option<String>,
    /// Sealed text: the reasons of the ruling.
    #[sea_orm(column_type = "Blob")]
    pub reasons: Option<Vec<u8>>,
    /// Account of the supervisor.
    pub ruled_by: Option<String>,
    /// When it was ruled on.
    pub ruled_at: Option<DateTimeUtc>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
