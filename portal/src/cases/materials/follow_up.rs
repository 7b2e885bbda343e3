//! Materials that follow after acceptance 容缺后补.

use chrono::NaiveDate;
use domain::calendar::civil_date;
use domain::calendar::{Calendar, DueDate};
use domain::cases::CaseState;
use domain::forms::{MaterialSlot, SlotAnswer};
use domain::ids::CaseId;

use super::take_in::{Holding, Problems};
use super::{add, take_in};
use crate::accounts::Citizen;
use crate::audit;
use crate::cases::save_step::touch;
use crate::cases::{CaseError, CaseView, Cases, Upload, store};

/// A material that the applicant has promised to bring later.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// Where it goes.
    pub slot: MaterialSlot,
    /// By when; not known before the application is accepted.
    pub until: Option<DueDate>,
    /// Files that have come.
    pub files: usize,
    /// Whether it can be added today.
    pub is_open: bool,
}

impl CaseView {
    /// The materials that follow later, in the order of the form.
    #[must_use]
    pub fn follow_ups(&self, calendar: &Calendar, today: NaiveDate) -> Vec<FollowUp> {
        let reading = self.read(today);
        let slots = reading
            .steps()
            .into_iter()
            .flat_map(|step| reading.materials(step));
        slots
            .filter(|slot| way(self, slot) == SlotAnswer::Later)
            .filter_map(|slot| {
                let limit = slot.deferrable?;
                let accepted = self.case.clock.as_ref().map(|clock| clock.accepted_on);
                let until = accepted.map(|accepted| limit.due(accepted, calendar));
                Some(FollowUp {
                    files: self
                        .materials
                        .iter()
                        .filter(|file| file.slot == slot.key)
                        .count(),
                    is_open: may_follow(&self.case.state)
                        && until.is_some_and(|until| today <= until.date),
                    until,
                    slot: slot.clone(),
                })
            })
            .collect()
    }
}

/// The way in which a slot was answered; files when nothing was said.
fn way(view: &CaseView, slot: &MaterialSlot) -> SlotAnswer {
    let answer = view.answers.value(&slot.key);
    answer.and_then(SlotAnswer::parse).unwrap_or_default()
}

/// Whether a material still matters: from acceptance on, unless the answer was no.
const fn may_follow(state: &CaseState) -> bool {
    matches!(
        state,
        CaseState::Accepted { .. }
            | CaseState::Proposed { .. }
            | CaseState::Approved { .. }
            | CaseState::Delivered { .. }
            | CaseState::Settled { .. }
    )
}

impl Cases<'_> {
    /// Adds files that were promised for later. Refused files are told.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's case or a slot for which nothing was promised,
    /// [`CaseError::NotEditable`] before acceptance and after the last day.
    pub async fn follow_up(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        slot: &str,
        mut uploads: Vec<Upload>,
    ) -> Result<Problems, CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        let calendar = self.0.catalogue().calendar().await?;
        let promised = view
            .follow_ups(&calendar, civil_date(self.0.now()))
            .into_iter()
            .find(|promised| promised.slot.key == slot)
            .ok_or(CaseError::NotFound)?;
        if !promised.is_open {
            return Err(CaseError::NotEditable);
        }
        for upload in &mut uploads {
            upload.slot.clone_from(&promised.slot.key);
        }
        let there = Holding::of(&view.materials);
        let slots = [promised.slot];
        let (taken, mut problems) = take_in(self.0, &citizen.id, &slots, there, uploads).await?;
        let portal = self.0.clone();
        let (citizen, id) = (citizen.clone(), id.clone());
        let more = self
            .0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = store::lock_of(tx, &citizen, &id)
                        .await?
                        .ok_or(CaseError::NotFound)?;
                    if !may_follow(&store::case(portal.keys(), &row)?.state) {
                        return Err(CaseError::NotEditable);
                    }
                    let problems = add(&portal, tx, view.case.file(), taken).await?;
                    touch(&portal, tx, row).await?;
                    let who = citizen.audited();
                    let (case, now) = (Some(id.as_str()), portal.now());
                    let action = "material.follow-up";
                    audit::record(tx, who, action, "service_case", case, audit::DONE, now).await?;
                    Ok(problems)
                })
            })
            .await?;
        problems.extend(more);
        Ok(problems)
    }
}
