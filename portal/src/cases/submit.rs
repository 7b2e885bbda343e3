//! A citizen submits an application, or answers a correction notice.

use chrono::NaiveDate;
use domain::calendar::civil_date;
use domain::cases::{Case, CaseNumber, CaseState, Event, Fixed};
use domain::forms::{Reading, Step};
use domain::ids::CaseId;
use sea_orm::DatabaseTransaction;

use super::view::fixed;
use super::{CaseError, Cases, Receipt, Rules, advance, automatic, materials, store, wallet};
use crate::accounts::Citizen;
use crate::{Internal, Portal, counters, desk};

use domain::catalogue::ServiceDefinition;

impl Cases<'_> {
    /// Submits the application and gives the receipt. Sending it twice gives the same receipt.
    ///
    /// # Errors
    /// [`CaseError::Incomplete`] names the first step that has to be mended; [`CaseError::UnderRepair`]
    /// where a rule of the form does not work;
    /// [`CaseError::NotFound`] for somebody else's case.
    pub async fn submit(&self, citizen: &Citizen, id: &CaseId) -> Result<Receipt, CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        let calendar = self.0.catalogue().calendar().await?;
        let portal = self.0.clone();
        let citizen = citizen.clone();
        let id = id.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = store::lock_of(tx, &citizen.id, &id)
                        .await?
                        .ok_or(CaseError::NotFound)?;
                    let case = store::case(portal.keys(), &row)?;
                    if !case.state.is_editable() {
                        return Ok(Receipt::of(&case)?);
                    }
                    put_back(&portal, tx, &case, &view.definition).await?;
                    let expiry = check(&portal, tx, &case, &view.definition).await?;
                    let rules = Rules {
                        definition: &view.definition,
                        calendar: &calendar,
                    };
                    let event = event(&portal, tx, &case, expiry).await?;
                    let by = citizen.party();
                    let case = advance(&portal, tx, case, event, &by, &rules).await?;
                    let (owner, form) = (&citizen.id, &view.definition);
                    materials::enter_into_library(&portal, tx, owner, &case.id, form).await?;
                    let case = automatic::decide(&portal, tx, case, &rules).await?;
                    desk::take_in(&portal, tx, &case, &view.definition.form).await?;
                    Ok(Receipt::of(&case)?)
                })
            })
            .await
    }
}

/// Whatever way an answer was changed that the office had not marked: it is handed in as it was.
async fn put_back(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    definition: &ServiceDefinition,
) -> Result<(), Internal> {
    let (handed_in, fixed) = fixed(portal, tx, case, definition).await?;
    if fixed == Fixed::default() {
        return Ok(());
    }
    let mut answers = store::answers(tx, portal.keys(), &case.id).await?;
    fixed.put_back(&handed_in, &mut answers);
    store::put_answers(tx, portal.keys(), &case.id, &answers).await
}

/// Whether every visible step is answered. What the wallet has answered is looked at once more, and
/// no file may wait to be scanned. Says when the licence expires that the application asks to renew.
async fn check(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    definition: &ServiceDefinition,
) -> Result<Option<NaiveDate>, CaseError> {
    let form = &definition.form;
    let mut answers = store::answers(tx, portal.keys(), &case.id).await?;
    wallet::refresh(portal, tx, &case.applicant, form, &mut answers).await?;
    let (counts, waiting) = materials::counts(tx, &case.id).await?;
    let today = civil_date(portal.now());
    let reading = form.read(&answers, today);
    if reading.fault().is_some() {
        return Err(CaseError::UnderRepair);
    }
    let missing = reading.all_problems(&counts).into_iter().next();
    let waits = || {
        let holds = |step: &&Step| {
            let mut slots = reading.materials(step).into_iter();
            slots.any(|slot| waiting.contains(&slot.key))
        };
        reading.steps().into_iter().find(holds)
    };
    match missing
        .map(|(step, _)| step)
        .or_else(|| waits().map(|step| step.key.clone()))
    {
        Some(step) => Err(CaseError::Incomplete { step }),
        None => Ok(expiry(definition, &reading)),
    }
}

fn expiry(definition: &ServiceDefinition, reading: &Reading<'_>) -> Option<NaiveDate> {
    let renewal = definition.flow.renewal.as_ref()?;
    reading.answers().value(&renewal.expiry)?.parse().ok()
}

async fn event(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    expiry: Option<NaiveDate>,
) -> Result<Event, CaseError> {
    if !matches!(case.state, CaseState::Draft) {
        return Ok(Event::Resubmit);
    }
    let today = civil_date(portal.now());
    let number = next_number(portal, tx, today).await?;
    Ok(Event::Submit { number, expiry })
}

/// The next case number of the day.
pub(super) async fn next_number(
    portal: &Portal,
    tx: &DatabaseTransaction,
    today: NaiveDate,
) -> Result<CaseNumber, Internal> {
    let next = counters::next(tx, format!("case-number:{today}")).await?;
    let sequence = u32::try_from(next)
        .map_err(|_| Internal::new("the day's counter of cases is out of range"))?;
    CaseNumber::compose(&portal.settings().region, today, sequence)
        .map_err(|error| Internal::caused("a case number cannot be made", error))
}
