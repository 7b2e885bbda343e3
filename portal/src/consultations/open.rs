//! The asked department reads a question and what it may see of the case.

use domain::calendar::civil_date;
use domain::cases::{CaseNumber, Fixed};
use domain::ids::{CaseId, MaterialId};
use domain::text::Text;
use entities::consultation::{Column, Entity, Model};
use entities::{account, service_case};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::store::{self, Days};
use super::{ConsultationView, Consultations};
use crate::accounts::{self, Officer};
use crate::cases::{self, CaseView};
use crate::{Internal, audit};

/// A question as the asked department reads it.
#[derive(Clone, Debug)]
pub struct Consulted {
    /// The question. Where it ended without an answer, it is not read any more.
    pub consultation: ConsultationView,
    /// Number of the case.
    pub number: CaseNumber,
    /// Name of the service.
    pub item_name: Text,
    /// What is shared; none once the question has ended.
    pub shared: Option<Shared>,
    /// Whether the officer can answer.
    pub can_answer: bool,
}

/// What the asked department sees of a case.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The case with its answers and the materials that were picked. History, documents, certificate and
    /// rating are left out, and nothing can be done with it.
    pub view: CaseView,
    /// The applicant's name.
    pub applicant_name: String,
}

impl Consultations<'_> {
    /// A question to the officer's department; any other is not found. While it is open the case comes with
    /// it, and that it was opened is written down. Afterwards the department reads what it has answered and
    /// was asked, as it has to answer for its opinion; what nobody answered was none of its business in the end.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn open(&self, officer: &Officer, id: &str) -> Result<Option<Consulted>, Internal> {
        if !officer.role.has_cases() {
            return Ok(None);
        }
        let db = self.0.db().read();
        let found =
            Entity::find_by_id(id).filter(Column::AskedDepartment.eq(officer.department.as_str()));
        let Some(row) = found.one(db).await? else {
            return Ok(None);
        };
        let case = service_case::Entity::find_by_id(&row.case_id)
            .one(db)
            .await?
            .ok_or(Internal::new("the case of a question is missing"))?;
        let whole = cases::store::case(self.0.keys(), &case)?;
        let calendar = self.0.catalogue().calendar().await?;
        let days = Days {
            today: civil_date(self.0.now()),
            near: self.0.supervision().near_working_days().await?,
            calendar: &calendar,
        };
        let rows = std::slice::from_ref(&row);
        let names = self.0.desk().names_of(store::people(rows)).await?;
        let mut consultation = store::view(self.0, &row, &names, days).await?;
        let is_open = row.closed_at.is_none();
        if !is_open && consultation.answer.is_none() {
            consultation.question = None;
        }
        let shared = if is_open {
            Some(self.share(officer, case, &consultation.materials).await?)
        } else {
            None
        };
        Ok(Some(Consulted {
            item_name: cases::name_of(self.0, &whole).await?,
            number: whole
                .number
                .ok_or(Internal::new("a submitted case has no number"))?,
            can_answer: is_open,
            shared,
            consultation,
        }))
    }

    /// Loads the case, takes out of it what is not shared, and writes the opening down.
    async fn share(
        &self,
        officer: &Officer,
        row: service_case::Model,
        materials: &[MaterialId],
    ) -> Result<Shared, Internal> {
        let applicant = account::Entity::find_by_id(&row.applicant_id)
            .one(self.0.db().read())
            .await?
            .ok_or(Internal::new("the applicant of a case is missing"))?;
        let applicant_name = accounts::store::name(self.0.keys(), &applicant)?;
        let mut view = cases::load_view(self.0, row, &officer.party()).await?;
        view.materials.retain(|one| materials.contains(&one.id));
        view.history.clear();
        view.documents.clear();
        view.allowed.clear();
        view.certificate = None;
        view.evaluation = None;
        view.fixed = Fixed::default();
        let (officer, case, now) = (officer.id.clone(), view.case.id.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let who = audit::Actor::Officer(&officer);
                    let subject = Some(case.as_str());
                    let (what, of) = ("case.open", store::CASE);
                    audit::record(tx, who, what, of, subject, audit::DONE, now).await
                })
            })
            .await?;
        Ok(Shared {
            view,
            applicant_name,
        })
    }
}

/// Whether an open question to the officer's department shares this material.
pub(crate) async fn shares(
    db: &impl ConnectionTrait,
    officer: &Officer,
    case: &CaseId,
    material: &MaterialId,
) -> Result<bool, Internal> {
    if !officer.role.has_cases() {
        return Ok(false);
    }
    let open: Vec<Model> = store::of_case(case.as_str())
        .filter(Column::AskedDepartment.eq(officer.department.as_str()))
        .filter(Column::ClosedAt.is_null())
        .all(db)
        .await?;
    for row in &open {
        if store::materials(row)?.contains(material) {
            return Ok(true);
        }
    }
    Ok(false)
}
