//! Saving one step of a form.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::CaseId;
use portal::accounts::{Actor, Citizen};
use portal::cases::{CaseError, StepSaved};
use server_fn::codec::MultipartData;

use super::hand_over::begin_hand_over;
use super::{NOTE_EARLIER, NOTE_REMOVED, NOTE_REUSED, NOTE_SAVED, refused};
use crate::cases::parked::Parked;
use crate::cases::posted::{Go, Posted, case_id};
use crate::cases::way::{self, CHECK, FROM_REVIEW, Found, MORE, kept_form, noted};
use crate::islands::LATE;
use crate::page::{Ctx, DoorResult, Kept, PageError};
use crate::paths;
use crate::ui::field_id;

/// Saves what was posted and leads on. A sign-in that has run out in the middle of the form parks the
/// answers until the citizen has signed in again.
pub(crate) async fn save_step(cx: Arc<Ctx>, data: MultipartData) -> DoorResult {
    let mut posted = Posted::read(data).await;
    if posted.go == Go::Look {
        return look(&cx, posted).await;
    }
    let citizen = match &cx.actor {
        Actor::Citizen(citizen) => citizen,
        Actor::Anonymous => return Parked::step(posted).park(&cx.visitor).await,
        Actor::Officer(_) => return Err(PageError::NotFound),
    };
    let case = case_id(&posted.case);
    let answers = std::mem::take(&mut posted.answers);
    let uploads = std::mem::take(&mut posted.uploads);
    let saved = match cx
        .portal
        .cases()
        .save_step(citizen, &case, &posted.step, answers, uploads)
        .await
    {
        Ok(saved) => saved,
        Err(error) => return refused(error, &case),
    };
    posted.problems.extend(
        saved
            .upload_problems
            .iter()
            .map(|(slot, problem)| (slot.clone(), problem.key())),
    );
    keep_problems(&cx, &case, &posted).await?;
    if let Err(error) = press(&cx, citizen, &case, &posted).await {
        return refused(error, &case);
    }
    if let Some(page) = slot_button(&cx, citizen, &case, &posted).await? {
        return Ok(page);
    }
    next_page(&cx, citizen, &case, &posted, &saved).await
}

/// Saves while the step is filled in, and leads to the page as it is then. Nothing waits for a sign-in: the
/// button at the end of the form will bring everything.
async fn look(cx: &Ctx, posted: Posted) -> DoorResult {
    let (citizen, case) = (cx.citizen()?, case_id(&posted.case));
    let seen = posted.seen.ok_or(PageError::NotFound)?;
    let here = paths::step(&case, &posted.step);
    let saved = cx
        .portal
        .cases()
        .save_on_the_way(citizen, &case, &posted.step, posted.answers, seen)
        .await;
    match saved {
        Ok(true) => Ok(here),
        Ok(false) => Ok(paths::with_query(&here, &[(LATE, "1")])),
        Err(error) => refused(error, &case),
    }
}

/// What a button does to the step after everything is saved.
async fn press(
    cx: &Ctx,
    citizen: &Citizen,
    case: &CaseId,
    posted: &Posted,
) -> Result<(), CaseError> {
    let (cases, step) = (cx.portal.cases(), &posted.step);
    match &posted.go {
        Go::Remove(material) => cases.remove_material(citizen, case, material).await,
        Go::Rows(change) => cases.change_rows(citizen, case, step, change.clone()).await,
        Go::UseEarlier => cases.use_earlier_answers(citizen, case, step).await,
        Go::Person { question, choice } => {
            cases
                .choose_person(citizen, case, step, question, choice.clone())
                .await
        }
        _ => Ok(()),
    }
}

/// What a button beside a slot does after everything is saved, and where it leads; nothing when another
/// button was pressed.
async fn slot_button(
    cx: &Ctx,
    citizen: &Citizen,
    case: &CaseId,
    posted: &Posted,
) -> Result<Option<String>, PageError> {
    let here = paths::step(case, &posted.step);
    match &posted.go {
        Go::HandOver(slot) => begin_hand_over(cx, citizen, case, slot).await.map(Some),
        Go::Reuse(material) => {
            match cx
                .portal
                .cases()
                .reuse_material(citizen, case, material)
                .await
            {
                Ok(None) => Ok(Some(noted(&here, NOTE_REUSED))),
                // The slot is full, and the page shows by what.
                Ok(Some(_)) => Ok(Some(noted(&here, NOTE_SAVED))),
                Err(error) => refused(error, case).map(Some),
            }
        }
        _ => Ok(None),
    }
}

/// Keeps what is wrong with the files of a step until the step is saved again: answers are checked
/// anew whenever they are shown, but a file that was refused is gone.
async fn keep_problems(cx: &Ctx, case: &CaseId, posted: &Posted) -> Result<(), PageError> {
    let form = kept_form(case, &posted.step);
    if posted.problems.is_empty() {
        return Ok(cx.visitor.forget(&form).await?);
    }
    let problems = posted
        .problems
        .iter()
        .map(|(slot, key)| (slot.clone(), (*key).to_owned()))
        .collect();
    Ok(cx
        .visitor
        .keep(
            &form,
            Kept {
                values: BTreeMap::new(),
                problems,
            },
        )
        .await?)
}

async fn next_page(
    cx: &Ctx,
    citizen: &Citizen,
    case: &CaseId,
    posted: &Posted,
    saved: &StepSaved,
) -> DoorResult {
    let here = paths::step(case, &posted.step);
    let from_review = if posted.go == Go::Review { "1" } else { "" };
    if !posted.problems.is_empty() {
        return Ok(paths::with_query(
            &here,
            &[(CHECK, "1"), (FROM_REVIEW, from_review)],
        ));
    }
    let view = cx
        .portal
        .cases()
        .open(citizen, case)
        .await?
        .ok_or(PageError::NotFound)?;
    let form = &view.definition.form;
    let step = form.step(&posted.step).ok_or(PageError::NotFound)?;
    Ok(match &posted.go {
        Go::Leave => noted(&paths::case(case), NOTE_SAVED),
        // The others have led on already.
        Go::Stay | Go::Look | Go::Reuse(_) | Go::HandOver(_) => noted(&here, NOTE_SAVED),
        Go::Remove(_) => noted(&here, NOTE_REMOVED),
        Go::Rows(change) => format!("{here}#{}", field_id(change.group())),
        Go::UseEarlier => noted(&here, NOTE_EARLIER),
        Go::Person { question, .. } => format!("{here}#{}", field_id(question)),
        Go::Back => match view.read(cx.today()).previous_step(&posted.step) {
            Some(previous) => paths::step(case, &previous.key),
            None => noted(&paths::case(case), NOTE_SAVED),
        },
        Go::Next | Go::Review => match way::look(&view, step, &posted.shown, cx.today()) {
            Found::Problems => {
                paths::with_query(&here, &[(CHECK, "1"), (FROM_REVIEW, from_review)])
            }
            Found::MoreQuestions => {
                paths::with_query(&here, &[(MORE, "1"), (FROM_REVIEW, from_review)])
            }
            Found::Nothing => match &saved.next {
                Some(next) if posted.go == Go::Next => paths::step(case, next),
                _ => paths::review(case),
            },
        },
    })
}
