//! Table `service_case`.

use sea_orm::entity::prelude::*;

/// Case 办件: one application for one service item, from draft to delivery.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_case")]
pub struct Model {
    /// Case id, UUIDv7 text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Case number 办件编号, 21 characters, given on submission; unique.
    pub number: Option<String>,
    /// Code of the service item.
    pub item_code: String,
    /// Version of the definition that the case was started on; it never changes.
    pub definition_version: i32,
    /// Code of the department that decides.
    pub department_code: String,
    /// Account of the applicant.
    pub applicant_id: String,
    /// Key of the state, for lists and indexes.
    pub state: String,
    /// The whole state as JSON, with notices and reasons that name people: sealed. `state` repeats
    /// its key.
    #[sea_orm(column_type = "Blob")]
    pub state_data: Vec<u8>,
    /// Grows by one on every transition; a write names the revision that it saw.
    pub revision: i32,
    /// Last day for the department to accept, while it has to (行政许可法 §32).
    pub acceptance_due: Option<Date>,
    /// Day of acceptance 受理, day 0 of the clock.
    pub accepted_on: Option<Date>,
    /// Last day of the promised limit 承诺时限.
    pub promised_due: Option<Date>,
    /// Last day of the statutory limit 法定时限.
    pub statutory_due: Option<Date>,
    /// The clock as JSON: the dates above with special procedures and extension. Nothing personal.
    #[sea_orm(column_type = "Text")]
    pub clock: Option<String>,
    /// Last day for what the case waits for, whoever has to do it.
    pub next_due: Option<Date>,
    /// Last day of the licence that it asks to renew, where silence until then grants it.
    pub renews_until: Option<Date>,
    /// A due day crossed a year without a published calendar and will be recomputed.
    pub due_provisional: bool,
    /// Key of the pile at the desk that it lies on, from submission on.
    pub pile: Option<String>,
    /// The last six characters of its number, as people read them from paper.
    pub number_tail: Option<String>,
    /// Officer whose case it is.
    pub assignee_id: Option<String>,
    /// The applicant calls something wrong that was filled in.
    pub questioned: Option<bool>,
    /// The applicant has written a message that no officer has opened.
    pub new_message: Option<bool>,
    /// Id of the joint application 一件事 that it is one matter of.
    pub part_of: Option<String>,
    /// Key of that matter.
    pub matter: Option<String>,
    /// Channel that the case came in by, such as `web` or `kiosk`.
    pub channel: String,
    /// When the draft was started.
    pub created_at: DateTimeUtc,
    /// When the case or its answers last changed.
    pub updated_at: DateTimeUtc,
    /// When it was submitted for the first time.
    pub submitted_at: Option<DateTimeUtc>,
}

/// None: the use cases look rows up by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
