//! An officer opens a case.

use domain::calendar::civil_date;
use domain::cases::{Light, ReviewStep};
use domain::identity::{MobilePhone, ResidentId};
use domain::ids::CaseId;
use entities::account;
use sea_orm::EntityTrait;

use super::{Desk, visible_one};
use crate::accounts::{self, Officer};
use crate::cases::{self, CaseView, FollowUp, store};
use crate::{Internal, audit};

/// A case as the desk shows it.
#[derive(Clone, Debug)]
pub struct DeskCase {
    /// The case.
    pub view: CaseView,
    /// The applicant's name.
    pub applicant_name: String,
    /// The applicant's identity number, masked.
    pub applicant_id_masked: Option<String>,
    /// The applicant's mobile number, masked.
    pub applicant_phone_masked: Option<String>,
    /// Working days until the next thing is due; negative when overdue.
    pub days_left: Option<i64>,
    /// How urgent it is.
    pub light: Light,
    /// What the applicant has promised to bring later.
    pub follow_ups: Vec<FollowUp>,
    /// The steps of the review that the officer can conclude.
    pub open_steps: Vec<ReviewStep>,
}

impl Desk<'_> {
    /// A case of the officer's own department; any other is not found. That it was opened is
    /// written down: what citizens wrote is personal.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn open(&self, officer: &Officer, id: &CaseId) -> Result<Option<DeskCase>, Internal> {
        let db = self.0.db();
        let Some(row) = visible_one(officer, id).one(db.read()).await? else {
            return Ok(None);
        };
        let applicant = account::Entity::find_by_id(&row.applicant_id)
            .one(db.read())
            .await?
            .ok_or(Internal::new("the applicant of a case is missing"))?;
        let view = cases::load_view(self.0, row, &officer.party()).await?;
        let calendar = self.0.catalogue().calendar().await?;
        let today = civil_date(self.0.now());
        let days_left = store::days_left(&view.case, today, &calendar).map(|(_, days)| days);
        let near = self.0.supervision().near_working_days().await?;
        let keys = self.0.keys();
        let resident_id = accounts::store::resident_id(keys, &applicant)?;
        let phone = accounts::store::phone(keys, &applicant)?;
        let flow = &view.definition.flow;
        let open_steps = view.case.open_steps(&officer.party(), flow);
        let open_steps = open_steps.into_iter().cloned().collect();
        self.note_opening(officer, id).await?;
        Ok(Some(DeskCase {
            applicant_name: accounts::store::name(keys, &applicant)?,
            applicant_id_masked: resident_id
                .and_then(|number| ResidentId::parse(&number).ok())
                .map(|number| number.masked()),
            applicant_phone_masked: phone
                .and_then(|number| MobilePhone::parse(&number).ok())
                .map(|number| number.masked()),
            days_left,
            follow_ups: view.follow_ups(&calendar, today),
            light: Light::of(&view.case.state, days_left, near),
            open_steps,
            view,
        }))
    }

    async fn note_opening(&self, officer: &Officer, id: &CaseId) -> Result<(), Internal> {
        let (officer, id, now) = (officer.id.clone(), id.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let who = audit::Actor::Officer(&officer);
                    audit::record(
                        tx,
                        who,
                        "case.open",
                        "service_case",
                        Some(id.as_str()),
                        audit::DONE,
                        now,
                    )
                    .await
                })
            })
            .await
    }
}
