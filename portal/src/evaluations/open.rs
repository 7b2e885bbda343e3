//! An officer opens a bad review.

use domain::ItemCode;
use domain::calendar::civil_date;
use domain::cases::CaseNumber;
use domain::identity::mask_name;
use domain::ids::CaseId;
use domain::text::Text;
use entities::{account, evaluation, rectification, service_case};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::said::{self, Said};
use super::store::{self, RectificationView};
use super::{Evaluations, visible_rectifications};
use crate::accounts::{self, Officer};
use crate::{Internal, audit};

/// A bad review as the desk shows it.
#[derive(Clone, Debug)]
pub struct DeskEvaluation {
    /// Id of the rectification.
    pub id: String,
    /// Name of the service.
    pub item_name: Text,
    /// Name of the department that was rated.
    pub department_name: Text,
    /// What was said the first time.
    pub first: Said,
    /// What was said the second time.
    pub follow_up: Option<Said>,
    /// What is done about it.
    pub rectification: RectificationView,
    /// Who rated which case; none for an officer who had a hand in the case, until it is dealt with.
    pub rater: Option<Rater>,
}

/// Who rated, as far as the desk shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rater {
    /// The name, masked.
    pub name_masked: String,
    /// The case, and its number; only for officers of the department, who can open it.
    pub case: Option<(CaseId, CaseNumber)>,
}

impl Evaluations<'_> {
    /// A bad review that the officer sees; any other is not found. That it was opened is written down.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn open(
        &self,
        officer: &Officer,
        id: &str,
    ) -> Result<Option<DeskEvaluation>, Internal> {
        let (db, keys) = (self.0.db().read(), self.0.keys());
        let found = visible_rectifications(officer)
            .filter(rectification::Column::Id.eq(id))
            .one(db)
            .await?;
        let Some(row) = found else {
            return Ok(None);
        };
        let given = evaluation::Entity::find_by_id(&row.case_id)
            .one(db)
            .await?
            .ok_or(Internal::new(
                "the evaluation of a rectification is missing",
            ))?;
        let involved = store::is_involved(db, &officer.id, &row.case_id).await?;
        let view = store::view(self.0, &row, &officer.party(), involved).await?;
        let dealt_with = view.state.is_dealt_with(civil_date(self.0.now()));
        let rater = if involved && !dealt_with {
            None
        } else {
            Some(self.rater(officer, &row).await?)
        };
        let catalogue = self.0.catalogue();
        let department = catalogue
            .department(&domain::DepartmentCode::new(row.department_code.clone()))
            .await?;
        self.note_opening(officer, &row.id).await?;
        Ok(Some(DeskEvaluation {
            item_name: catalogue
                .item_name(&ItemCode::new(row.item_code.clone()))
                .await?,
            department_name: department.name,
            first: said::first(keys, &given)?,
            follow_up: said::follow_up(keys, &given)?,
            rectification: view,
            rater,
            id: row.id,
        }))
    }

    async fn rater(
        &self,
        officer: &Officer,
        row: &rectification::Model,
    ) -> Result<Rater, Internal> {
        let db = self.0.db().read();
        let case = service_case::Entity::find_by_id(&row.case_id)
            .one(db)
            .await?
            .ok_or(Internal::new("the case of a rectification is missing"))?;
        let account = account::Entity::find_by_id(&case.applicant_id)
            .one(db)
            .await?
            .ok_or(Internal::new("the applicant of a case is missing"))?;
        let number = case
            .number
            .as_deref()
            .map(CaseNumber::parse)
            .transpose()
            .map_err(|_| Internal::new("a stored case number is malformed"))?;
        let own = officer.department.as_str() == row.department_code;
        Ok(Rater {
            name_masked: mask_name(&accounts::store::name(self.0.keys(), &account)?),
            case: number
                .filter(|_| own)
                .map(|number| (CaseId::new(case.id), number)),
        })
    }

    async fn note_opening(&self, officer: &Officer, id: &str) -> Result<(), Internal> {
        let (officer, id, now) = (officer.id.clone(), id.to_owned(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let (who, action) = (audit::Actor::Officer(&officer), "rectification.open");
                    let subject = Some(id.as_str());
                    audit::record(tx, who, action, "rectification", subject, audit::DONE, now).await
                })
            })
            .await
    }
}
