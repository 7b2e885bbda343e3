//! A citizen saves one step of the form. Whatever was typed is kept, right or wrong: what is wrong
//! is worked out again whenever the step is shown.

use std::collections::BTreeMap;

use bytes::Bytes;
use domain::calendar::civil_date;
use domain::forms::{Answers, Step, apply_posted, note_papers};
use domain::ids::CaseId;
use entities::service_case;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, IntoActiveModel, Set};

use super::view::fixed;
use super::{CaseError, CaseView, Cases, UploadProblem, divisions, materials, people, store, ways};
use crate::accounts::Citizen;
use crate::registers::Purpose;
use crate::{Internal, Portal, audit};

/// A file as it came with a step.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Key of the material slot it is meant for.
    pub slot: String,
    /// Name on the citizen's device; shown again, never trusted.
    pub file_name: String,
    /// The content.
    pub bytes: Bytes,
}

/// How saving a step went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepSaved {
    /// Whether the step holds no problem, files included.
    pub complete: bool,
    /// Files that were not taken, by slot.
    pub upload_problems: Vec<(String, UploadProblem)>,
    /// Key of the next step to show with these answers; none after the last one.
    pub next: Option<String>,
}

impl Cases<'_> {
    /// Saves the answers and files of one step.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's case or an unknown step,
    /// [`CaseError::NotEditable`] after it was submitted. A refused file is not an error: the
    /// answers beside it are saved.
    pub async fn save_step(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        step: &str,
        posted: BTreeMap<String, Vec<String>>,
        uploads: Vec<Upload>,
    ) -> Result<StepSaved, CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        if !view.editable() {
            return Err(CaseError::NotEditable);
        }
        let definition = view.definition.clone();
        let form = &definition.form;
        let step = form.step(step).ok_or(CaseError::NotFound)?.clone();
        let mut uploads = uploads;
        uploads.retain(|upload| !view.fixed.has_material(&upload.slot));
        let there = materials::Holding::of(&view.materials);
        let (taken, mut upload_problems) =
            materials::take_in(self.0, &citizen.id, &step.materials, there, uploads).await?;
        let posted = divisions::resolve(self.0, form, posted).await?;
        let portal = self.0.clone();
        let citizen = citizen.clone();
        let id = id.clone();
        let saving = step.clone();
        let today = civil_date(self.0.now());
        let (answers, counts, refused) = self
            .0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = lock_editable(&portal, tx, &citizen, &id).await?;
                    let answers = take(&portal, tx, &citizen, &view, &saving, &posted).await?;
                    let refused = materials::add(&portal, tx, &id, taken).await?;
                    touch(&portal, tx, row).await?;
                    let (counts, _waiting) = materials::counts(tx, &id).await?;
                    Ok::<_, CaseError>((answers, counts, refused))
                })
            })
            .await?;
        upload_problems.extend(refused);
        let reading = form.read(&answers, today);
        let problems = reading.problems(&step, &counts);
        Ok(StepSaved {
            complete: problems.is_empty() && upload_problems.is_empty(),
            upload_problems,
            next: reading.next_step(&step.key).map(|next| next.key.clone()),
        })
    }
}

/// Takes the posted answers of a step into those of the draft.
pub(super) async fn take(
    portal: &Portal,
    tx: &DatabaseTransaction,
    citizen: &Citizen,
    view: &CaseView,
    step: &Step,
    posted: &BTreeMap<String, Vec<String>>,
) -> Result<Answers, Internal> {
    let (case, form) = (&view.case, &view.definition.form);
    let mut answers = store::answers(tx, portal.keys(), &case.id).await?;
    apply_posted(form, step, &mut answers, posted, civil_date(portal.now()));
    if citizen.attended_by.is_some() {
        note_papers(step, &mut answers, posted);
        note_typing(portal, tx, citizen, &case.id).await?;
    }
    people::complete_me(portal, tx, citizen, form, &mut answers).await?;
    form.open_rows(&mut answers);
    let purpose = Purpose {
        case: &case.id,
        item: &case.item,
        subject: &citizen.id,
    };
    ways::claim(portal, tx, &purpose, form, step, posted, &mut answers).await?;
    let (handed_in, fixed) = fixed(portal, tx, case, &view.definition).await?;
    fixed.put_back(&handed_in, &mut answers);
    store::put_answers(tx, portal.keys(), &case.id, &answers).await?;
    Ok(answers)
}

/// What an officer types for somebody else leaves a row of the audit each time; who types for themselves does
/// not need one.
async fn note_typing(
    portal: &Portal,
    tx: &DatabaseTransaction,
    citizen: &Citizen,
    id: &CaseId,
) -> Result<(), Internal> {
    let (who, case, now) = (citizen.audited(), Some(id.as_str()), portal.now());
    let (action, table) = ("case.save-step", "service_case");
    audit::record(tx, who, action, table, case, audit::DONE, now).await
}

/// The citizen's case, locked, while its answers may still change.
pub(super) async fn lock_editable(
    portal: &Portal,
    tx: &DatabaseTransaction,
    citizen: &Citizen,
    id: &CaseId,
) -> Result<service_case::Model, CaseError> {
    let row = store::lock_of(tx, citizen, id)
        .await?
        .ok_or(CaseError::NotFound)?;
    if store::case(portal.keys(), &row)?.state.is_editable() {
        Ok(row)
    } else {
        Err(CaseError::NotEditable)
    }
}

/// Keeps answers that the citizen has chosen instead of typing them, with a line of their own in the audit.
pub(super) async fn keep_chosen(
    portal: &Portal,
    tx: &DatabaseTransaction,
    citizen: &Citizen,
    row: service_case::Model,
    answers: &Answers,
    action: &'static str,
) -> Result<(), Internal> {
    let id = CaseId::new(row.id.clone());
    store::put_answers(tx, portal.keys(), &id, answers).await?;
    touch(portal, tx, row).await?;
    let (who, now) = (citizen.audited(), portal.now());
    let case = Some(id.as_str());
    audit::record(tx, who, action, "service_case", case, audit::DONE, now).await
}

/// Notes that the draft was worked on.
pub(super) async fn touch(
    portal: &Portal,
    tx: &DatabaseTransaction,
    row: service_case::Model,
) -> Result<(), Internal> {
    let mut row = row.into_active_model();
    row.updated_at = Set(portal.now());
    row.update(tx).await?;
    Ok(())
}
