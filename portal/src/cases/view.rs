//! A case with everything that a page shows of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::civil_date;
use domain::cases::{Case, EventKind, Fixed, Opening, Party};
use domain::evaluations::Level;
use domain::forms::{AnswerSource, Answers, Materials, Reading};
use domain::ids::{CertificateId, DepartmentCode, MaterialId};
use domain::text::Text;
use entities::{account, case_event, certificate, evaluation, service_case};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::joint::{self, JointView};
use super::{definition_of, materials, name_of, store};
use crate::accounts;
use crate::catalogue::Department;
use crate::documents::{self, CaseDocument};
use crate::{Internal, Portal, certificates};

use domain::catalogue::ServiceDefinition;

/// One case.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// The case itself.
    pub case: Case,
    /// Name of the service.
    pub item_name: Text,
    /// The department that handles it.
    pub department: Department,
    /// The version of the service that the case was started on.
    pub definition: Arc<ServiceDefinition>,
    /// The joint application that it is, or is part of.
    pub joint: Option<JointView>,
    /// What the applicant answered.
    pub answers: Answers,
    /// What of it stays as it was handed in, while the rest is corrected.
    pub fixed: Fixed,
    /// What the applicant handed in.
    pub materials: Vec<MaterialView>,
    /// What happened, oldest first.
    pub history: Vec<HistoryRow>,
    /// What the reader may do next, as the rules allow it.
    pub allowed: Vec<EventKind>,
    /// The certificate that came of it.
    pub certificate: Option<CertificateId>,
    /// How the applicant rated it, the latest time.
    pub evaluation: Option<Level>,
    /// The legal documents that were issued, oldest first.
    pub documents: Vec<CaseDocument>,
    /// The full names of the divisions that the answers name, by code.
    pub divisions: BTreeMap<String, String>,
    /// The names of the certificates that answers come from.
    pub sources: BTreeMap<CertificateId, Text>,
    /// When it was started.
    pub created_at: DateTime<Utc>,
    /// When anything last changed.
    pub updated_at: DateTime<Utc>,
    /// When it was last submitted.
    pub submitted_at: Option<DateTime<Utc>>,
}

/// A material of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaterialView {
    /// The material.
    pub id: MaterialId,
    /// The slot it was handed in for.
    pub slot: String,
    /// Name on the citizen's device.
    pub name: String,
    /// Media type, found in the content.
    pub media_type: String,
    /// Size in bytes.
    pub size: i64,
    /// When it was handed in.
    pub added_at: DateTime<Utc>,
    /// Whether it waits to be scanned; until then nobody can open it.
    pub waits: bool,
    /// Whether a scanner has found nothing harmful in it. A city may run none.
    pub scanned: bool,
}

/// One event in the history of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    /// When.
    pub at: DateTime<Utc>,
    /// Who, in kind.
    pub party: PartyKind,
    /// What.
    pub kind: EventKind,
    /// What was written with it: notice, reason, opinion.
    pub note: Option<String>,
    /// Name of the officer; only at the desk.
    pub officer: Option<String>,
}

/// The kinds of parties in a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyKind {
    /// The applicant.
    Applicant,
    /// An officer.
    Officer,
    /// The portal itself: a clock or a rule.
    System,
}

impl PartyKind {
    pub(super) fn of(party: &Party) -> Self {
        match party {
            Party::Applicant(_) => Self::Applicant,
            Party::Officer { .. } => Self::Officer,
            Party::System => Self::System,
        }
    }

    /// The last part of a Fluent key `party-…`, and what is stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Officer => "officer",
            Self::System => "system",
        }
    }

    fn parse(stored: &str) -> Result<Self, Internal> {
        [Self::Applicant, Self::Officer, Self::System]
            .into_iter()
            .find(|kind| kind.key() == stored)
            .ok_or(Internal::new("a stored party is unknown"))
    }
}

impl CaseView {
    /// How many materials each slot holds. What waits to be scanned does not count: nobody knows yet
    /// whether it can stay.
    #[must_use]
    pub fn material_counts(&self) -> Materials {
        self.materials
            .iter()
            .filter(|material| !material.waits)
            .map(|material| material.slot.clone())
            .collect()
    }

    /// Leaves of a joint application what this department needs to look at its matters (个人信息保护法 art. 6).
    pub(crate) fn narrow_to(&mut self, department: &DepartmentCode) {
        let Some(form) = self.definition.form_for(department) else {
            return;
        };
        self.answers.retain(|key| form.holds(key));
        self.materials.retain(|material| form.holds(&material.slot));
        Arc::make_mut(&mut self.definition).form = form;
    }

    /// The form, read with the answers on a day.
    #[must_use]
    pub fn read(&self, today: NaiveDate) -> Reading<'_> {
        self.definition.form.read(&self.answers, today)
    }

    /// Whether the applicant may still change answers and materials.
    #[must_use]
    pub fn editable(&self) -> bool {
        self.case.state.is_editable()
    }
}

/// Loads what a page shows of a case. The caller has made sure that `reader` may see the row.
pub(crate) async fn load(
    portal: &Portal,
    row: service_case::Model,
    reader: &Party,
) -> Result<CaseView, Internal> {
    let db = portal.db().read();
    let case = store::case(portal.keys(), &row)?;
    let catalogue = portal.catalogue();
    let definition = definition_of(portal, &case).await?;
    let certificate = certificate::Entity::find()
        .filter(certificate::Column::CaseId.eq(case.id.as_str()))
        .one(db)
        .await?;
    let evaluation = evaluation::Entity::find_by_id(case.id.as_str())
        .one(db)
        .await?;
    let form = &definition.form;
    let mut answers = store::answers(db, portal.keys(), case.file()).await?;
    let mut materials = materials::of_case(portal, db, case.file()).await?;
    if case.part.is_some() {
        answers.retain(|key| form.holds(key));
        materials.retain(|material| form.holds(&material.slot));
    }
    let named = definition.form.divisions_in(&answers);
    let fixed = fixed(portal, db, &case, &definition).await?.1;
    Ok(CaseView {
        item_name: name_of(portal, &case).await?,
        department: catalogue.department(&case.department).await?,
        divisions: catalogue.division_names(&named).await?,
        sources: certificate_names(portal, &answers).await?,
        joint: joint::view(portal, &case).await?,
        answers,
        fixed,
        materials,
        documents: documents::of_case(db, portal.keys(), &case.id).await?,
        history: history(portal, &case, reader).await?,
        allowed: case.allowed(reader, &definition.flow),
        certificate: certificate.map(|row| CertificateId::new(row.id)),
        evaluation: evaluation
            .map(|row| crate::evaluations::level(row.follow_level.unwrap_or(row.level)))
            .transpose()?,
        created_at: row.created_at,
        updated_at: row.updated_at,
        submitted_at: row.submitted_at,
        definition,
        case,
    })
}

/// The answers as they were handed in last, and what of them stays; nothing does before that.
pub(super) async fn fixed(
    portal: &Portal,
    db: &impl ConnectionTrait,
    case: &Case,
    definition: &ServiceDefinition,
) -> Result<(Answers, Fixed), Internal> {
    let opening = case.state.opening();
    if !matches!(opening, Opening::Marked(_)) {
        return Ok((Answers::default(), Fixed::default()));
    }
    let handed_in = store::handed_in(db, portal.keys(), &case.id).await?;
    let today = civil_date(portal.now());
    let fixed = Fixed::of(opening, &definition.form.read(&handed_in, today));
    Ok((handed_in, fixed))
}

/// The names of the certificates that answers come from.
async fn certificate_names(
    portal: &Portal,
    answers: &Answers,
) -> Result<BTreeMap<CertificateId, Text>, Internal> {
    let read = answers
        .iter()
        .filter_map(|(_, answer)| match &answer.source {
            AnswerSource::Certificate { certificate, .. } => Some(certificate.to_string()),
            _ => None,
        });
    let read: BTreeSet<String> = read.collect();
    if read.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = certificate::Entity::find()
        .filter(certificate::Column::Id.is_in(read))
        .all(portal.db().read())
        .await?;
    rows.into_iter()
        .map(|row| {
            let name = certificates::body(portal.keys(), &row)?.name;
            Ok((CertificateId::new(row.id), name))
        })
        .collect()
}

async fn history(
    portal: &Portal,
    case: &Case,
    reader: &Party,
) -> Result<Vec<HistoryRow>, Internal> {
    let at_desk = matches!(reader, Party::Officer { .. });
    let rows = case_event::Entity::find()
        .filter(case_event::Column::CaseId.eq(case.id.as_str()))
        .order_by_asc(case_event::Column::Sequence)
        .all(portal.db().read())
        .await?;
    let mut history = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = EventKind::parse(&row.kind).ok_or(Internal::new("a stored event is unknown"))?;
        let party = PartyKind::parse(&row.party)?;
        // What officers tell each other before the decision is not for the applicant.
        if !at_desk && !kind.is_public() {
            continue;
        }
        let row_id = format!("{}/{}", row.case_id, row.sequence);
        let note = row
            .note
            .as_deref()
            .map(|sealed| {
                portal
                    .keys()
                    .open_text("case_event", "note", &row_id, sealed)
            })
            .transpose()?;
        let officer = match (at_desk, party, &row.actor_id) {
            (true, PartyKind::Officer, Some(id)) => officer_name(portal, id).await?,
            _ => None,
        };
        history.push(HistoryRow {
            at: row.at,
            party,
            kind,
            note,
            officer,
        });
    }
    Ok(history)
}

async fn officer_name(portal: &Portal, id: &str) -> Result<Option<String>, Internal> {
    account::Entity::find_by_id(id)
        .one(portal.db().read())
        .await?
        .map(|row| accounts::store::name(portal.keys(), &row))
        .transpose()
}
