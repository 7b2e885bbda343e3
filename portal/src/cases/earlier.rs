//! Answers that the applicant has given in earlier applications of the own, and may use again.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::calendar::civil_date;
use domain::catalogue::ServiceDefinition;
use domain::forms::{AnswerSource, Answers, Earlier, Step};
use domain::ids::{AccountId, CaseId, ItemCode};
use domain::text::Text;
use entities::service_case;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::save_step::{keep_chosen, lock_editable};
use super::{CaseError, CaseView, Cases, definition_of, store};
use crate::accounts::Citizen;
use crate::{Internal, Portal};

/// Applications that are looked through, the newest first: what somebody said before is rarely true today.
const MAX_CASES: u64 = 20;

/// What an applicant has answered before and may use again in a step.
#[derive(Clone, Debug, Default)]
pub struct EarlierAnswers {
    /// The answers, each with the application that it stands in as its source.
    pub answers: Answers,
    /// The names of the services of those applications.
    pub items: BTreeMap<CaseId, Text>,
    /// The full names of the divisions that the answers name, by code.
    pub divisions: BTreeMap<String, String>,
}

/// An application that was submitted before, as far as its answers matter.
pub(super) struct Past {
    pub(super) case: CaseId,
    pub(super) item: ItemCode,
    pub(super) definition: Arc<ServiceDefinition>,
    /// The answers to what was really asked.
    pub(super) answers: Answers,
    pub(super) answered_at: DateTime<Utc>,
}

/// The applications that somebody has submitted, the newest first, without `except`. Nobody else's, ever.
pub(super) async fn submitted(
    portal: &Portal,
    db: &impl ConnectionTrait,
    applicant: &AccountId,
    except: &CaseId,
) -> Result<Vec<Past>, Internal> {
    let rows = service_case::Entity::find()
        .filter(service_case::Column::ApplicantId.eq(applicant.as_str()))
        .filter(service_case::Column::SubmittedAt.is_not_null())
        .filter(service_case::Column::PartOf.is_null())
        .filter(service_case::Column::Id.ne(except.as_str()))
        .order_by_desc(service_case::Column::SubmittedAt)
        .order_by_desc(service_case::Column::Id)
        .limit(MAX_CASES)
        .all(db)
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(answered_at) = row.submitted_at else {
            continue;
        };
        let case = store::case(portal.keys(), &row)?;
        let definition = definition_of(portal, &case).await?;
        let given = store::answers(db, portal.keys(), &case.id).await?;
        let asked = definition.form.read(&given, civil_date(answered_at));
        found.push(Past {
            answers: asked.answers().clone(),
            case: case.id,
            item: case.item,
            definition: definition.clone(),
            answered_at,
        });
    }
    Ok(found)
}

/// What `past` says to the open questions of a step.
fn offers(
    portal: &Portal,
    view: &CaseView,
    answers: &Answers,
    step: &Step,
    past: &[Past],
) -> Answers {
    let earlier: Vec<_> = past
        .iter()
        .map(|one| Earlier {
            form: &one.definition.form,
            answers: &one.answers,
            case: &one.case,
            answered_at: one.answered_at,
        })
        .collect();
    let form = &view.definition.form;
    let reading = form.read(answers, civil_date(portal.now()));
    reading.offers(step, &earlier)
}

impl Cases<'_> {
    /// What the citizen has answered in earlier applications to the open questions of a step. Nothing of
    /// it is filled in before the citizen says so.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn earlier_answers(
        &self,
        citizen: &Citizen,
        view: &CaseView,
        step: &Step,
    ) -> Result<EarlierAnswers, Internal> {
        let asks = view.read(civil_date(self.0.now())).asks_again(step);
        if !asks || view.case.applicant != citizen.id {
            return Ok(EarlierAnswers::default());
        }
        let db = self.0.db().read();
        let past = submitted(self.0, db, &citizen.id, &view.case.id).await?;
        let answers = offers(self.0, view, &view.answers, step, &past);
        let catalogue = self.0.catalogue();
        let named = view.definition.form.divisions_in(&answers);
        let mut items = BTreeMap::new();
        for (_, answer) in answers.iter() {
            let AnswerSource::Earlier { case, .. } = &answer.source else {
                continue;
            };
            if let Some(from) = past.iter().find(|one| one.case == *case) {
                items.insert(case.clone(), catalogue.item_name(&from.item).await?);
            }
        }
        Ok(EarlierAnswers {
            divisions: catalogue.division_names(&named).await?,
            answers,
            items,
        })
    }

    /// Fills in what the citizen has answered in earlier applications to the open questions of a step: the
    /// citizen has said yes. What was answered meanwhile stays.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's case or an unknown step, [`CaseError::NotEditable`]
    /// after it was submitted.
    pub async fn use_earlier_answers(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        step: &str,
    ) -> Result<(), CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        let step = view.definition.form.step(step).ok_or(CaseError::NotFound)?;
        let (portal, citizen, step) = (self.0.clone(), citizen.clone(), step.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let id = &view.case.id;
                    let row = lock_editable(&portal, tx, &citizen, id).await?;
                    let mut answers = store::answers(tx, portal.keys(), id).await?;
                    let past = submitted(&portal, tx, &citizen.id, id).await?;
                    for (key, offer) in offers(&portal, &view, &answers, &step, &past).iter() {
                        answers.choose(key, offer.values.clone(), offer.source.clone());
                    }
                    let action = "case.use-earlier-answers";
                    Ok(keep_chosen(&portal, tx, &citizen, row, &answers, action).await?)
                })
            })
            .await
    }
}
