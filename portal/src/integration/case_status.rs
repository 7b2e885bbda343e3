//! The status of a case, for other systems.

use chrono::{DateTime, NaiveDate, Utc};
use domain::cases::CaseNumber;
use domain::text::Text;
use entities::service_case;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{ApiClient, Integration, Scope};
use crate::{Internal, cases};

/// How far a case is. It says nothing about the person: neither who applied, nor what was
/// answered, nor why it was decided so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseStatus {
    /// Number of the case 办件编号.
    pub number: CaseNumber,
    /// Name of the service item.
    pub item_name: Text,
    /// Key of the state, see `domain::cases::CaseState::key`.
    pub state: &'static str,
    /// When it was submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Day of acceptance 受理, day 0 of the limits.
    pub accepted_on: Option<NaiveDate>,
    /// Last day of the promised limit.
    pub promised_due: Option<NaiveDate>,
    /// That day may still move, because a year's calendar is not published yet.
    pub provisional: bool,
    /// Nothing will happen to the case any more.
    pub closed: bool,
}

impl Integration<'_> {
    /// The status of the case with this number; none when there is no such case or the client may
    /// not read cases.
    ///
    /// # Errors
    /// When the database fails or a stored state cannot be read.
    pub async fn case_status(
        &self,
        client: &ApiClient,
        number: &str,
    ) -> Result<Option<CaseStatus>, Internal> {
        if !client.may(Scope::CasesRead) {
            return Ok(None);
        }
        let Ok(number) = CaseNumber::parse(number) else {
            return Ok(None);
        };
        let row = service_case::Entity::find()
            .filter(service_case::Column::Number.eq(number.as_str()))
            .one(self.0.db().read())
            .await?;
        let Some(row) = row else { return Ok(None) };
        let case = cases::store::case(self.0.keys(), &row)?;
        let clock = case.clock.as_ref();
        Ok(Some(CaseStatus {
            number,
            item_name: cases::name_of(self.0, &case).await?,
            state: case.state.key(),
            submitted_at: row.submitted_at,
            accepted_on: clock.map(|clock| clock.accepted_on),
            promised_due: clock.map(|clock| clock.promised_due.date),
            provisional: row.due_provisional,
            closed: case.state.is_final(),
        }))
    }
}
