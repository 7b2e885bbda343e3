//! An officer opens a case.

use std::collections::BTreeSet;

use domain::calendar::civil_date;
use domain::cases::{CaseState, Demands, Light, Matter, ReviewStep};
use domain::identity::{MobilePhone, ResidentId};
use domain::ids::{AccountId, CaseId};
use domain::text::Text;
use entities::account;
use sea_orm::EntityTrait;

use super::{
    AssignmentRow, Colleague, Correction, Desk, Holder, NoteView, TemplateView, Thread, assign,
    messages, readable_one, visible_one,
};
use crate::accounts::{self, Officer};
use crate::cases::{self, CaseView, FollowUp, store};
use crate::consultations::ConsultationView;
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
    /// Of a joint application that is not yet accepted: what the other departments found.
    pub looks: Vec<LookView>,
    /// Whether it is a case of the officer's own department.
    pub is_own: bool,
    /// Whether the officer can open its materials and documents.
    pub has_papers: bool,
    /// What the department has asked others, oldest first.
    pub consultations: Vec<ConsultationView>,
    /// Whose case it is.
    pub holder: Option<Holder>,
    /// Whose case it was when, oldest first.
    pub assignments: Vec<AssignmentRow>,
    /// To whom the case can be given.
    pub colleagues: Vec<Colleague>,
    /// The notes of the officer's department, oldest first.
    pub notes: Vec<NoteView>,
    /// The messages between department and applicant.
    pub thread: Thread,
    /// What the applicant has changed on handing it in again.
    pub correction: Option<Correction>,
    /// The texts that the department begins with.
    pub templates: Vec<TemplateView>,
}

/// What a department that takes part in a joint application found.
#[derive(Clone, Debug)]
pub struct LookView {
    /// The name of the department.
    pub department: Text,
    /// What it wants corrected; none while it has not answered.
    pub asked: Option<Demands>,
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
        let holder = row.assignee_id.clone().map(AccountId::new);
        let holder = assign::holder(db.read(), self.0.keys(), holder.as_ref()).await?;
        let thread = self.thread(officer, &row).await?;
        let is_own = row.department_code == officer.department.as_str();
        let has_papers = readable_one(officer, id).one(db.read()).await?.is_some();
        let mut view = cases::load_view(self.0, row, &officer.party()).await?;
        if !is_own {
            view.narrow_to(&officer.department);
        }
        if !has_papers {
            view.documents.clear();
        }
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
        self.note_opening(officer, id, is_own).await?;
        Ok(Some(DeskCase {
            is_own,
            has_papers,
            consultations: self.0.consultations().of_case(officer, id).await?,
            holder,
            assignments: self.assignments(id).await?,
            colleagues: self.colleagues(officer).await?,
            notes: self.notes(officer, id).await?,
            thread,
            correction: self.correction(&view).await?,
            templates: self.templates(officer).await?,
            applicant_name: accounts::store::name(keys, &applicant)?,
            applicant_id_masked: resident_id
                .and_then(|number| ResidentId::parse(&number).ok())
                .map(|number| number.masked()),
            applicant_phone_masked: phone
                .and_then(|number| MobilePhone::parse(&number).ok())
                .map(|number| number.masked()),
            looks: self.looks(&view).await?,
            days_left,
            follow_ups: view.follow_ups(&calendar, today),
            light: Light::of(&view.case.state, days_left, near),
            open_steps,
            view,
        }))
    }

    /// What the departments that take part in a joint application found, as long as that can be told in one
    /// notice.
    async fn looks(&self, view: &CaseView) -> Result<Vec<LookView>, Internal> {
        let case = &view.case;
        let wanted = |matter: &&Matter| {
            let joint = view.joint.as_ref();
            joint.is_some_and(|joint| joint.matters.iter().any(|it| it.key == matter.key))
        };
        let joint = view.definition.flow.joint.iter();
        let matters = joint.flat_map(|joint| &joint.matters).filter(wanted);
        let departments: BTreeSet<_> = matters.map(|matter| &matter.department).collect();
        let is_open = matches!(
            case.state,
            CaseState::Submitted {
                corrected: false,
                ..
            }
        );
        let mut looks = Vec::new();
        for code in departments {
            if is_open && *code != case.department {
                let look = case.looks().iter().find(|look| look.department == *code);
                looks.push(LookView {
                    department: self.0.catalogue().department(code).await?.name,
                    asked: look.map(|look| look.asked.clone()),
                });
            }
        }
        Ok(looks)
    }

    /// Writes the opening down; what the applicant has written is read then.
    async fn note_opening(
        &self,
        officer: &Officer,
        id: &CaseId,
        is_own: bool,
    ) -> Result<(), Internal> {
        let reads = is_own && officer.role.has_cases();
        let (officer, id, now) = (officer.id.clone(), id.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    if reads {
                        messages::mark_read(tx, id.as_str(), false, now).await?;
                        messages::mark_new(tx, id.as_str(), false).await?;
                    }
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
