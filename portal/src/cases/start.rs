//! A citizen starts an application.

use domain::cases::{Case, CaseState};
use domain::forms::{Answers, FormDefinition, Step};
use domain::ids::{CaseId, ItemCode};
use entities::service_case;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, QueryFilter, Set};

use super::{CaseError, Cases, answers, from_card, store, ways};
use crate::accounts::Citizen;
use crate::catalogue::ItemView;
use crate::registers::Purpose;
use crate::{Internal, Portal, audit, ids};

/// Through which door an application came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// A browser.
    Web,
    /// A self-service kiosk 自助终端.
    Kiosk,
    /// A counter 窗口, where an officer types.
    Counter,
}

impl Channel {
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Kiosk => "kiosk",
            Self::Counter => "counter",
        }
    }
}

impl Cases<'_> {
    /// Starts an application for a service on its published version and fills in what the
    /// registers know. A citizen who has an open draft of the same service gets that one back.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] without such a service, or at a counter where it is another department's;
    /// [`CaseError::NotOnline`] when it has no form.
    pub async fn start(
        &self,
        citizen: &Citizen,
        item: &ItemCode,
        channel: Channel,
    ) -> Result<CaseId, CaseError> {
        let early = Answers::default();
        self.start_with(citizen, item, channel, &early).await
    }

    /// Starts an application with what the citizen has answered in the guided choice 智能导办. In a draft
    /// that there is already, these answers are the newer ones.
    ///
    /// # Errors
    /// As [`Cases::start`].
    pub async fn start_with(
        &self,
        citizen: &Citizen,
        item: &ItemCode,
        channel: Channel,
        early: &Answers,
    ) -> Result<CaseId, CaseError> {
        let view = self
            .0
            .catalogue()
            .item(item)
            .await?
            .filter(|view| citizen.reaches(&view.row.department))
            .ok_or(CaseError::NotFound)?;
        if !view
            .definition
            .as_ref()
            .is_some_and(|definition| definition.form.is_online())
        {
            return Err(CaseError::NotOnline);
        }
        let portal = self.0.clone();
        let citizen = citizen.clone();
        let early = early.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    match open_draft(tx, &citizen, &view).await? {
                        Some(draft) => Ok(go_on(&portal, tx, draft, &early).await?),
                        None => Ok(begin(&portal, tx, &citizen, &view, channel, &early).await?),
                    }
                })
            })
            .await
    }
}

async fn open_draft(
    tx: &DatabaseTransaction,
    citizen: &Citizen,
    view: &ItemView,
) -> Result<Option<service_case::Model>, Internal> {
    Ok(store::of_citizen(citizen)
        .filter(service_case::Column::ItemCode.eq(view.row.code.as_str()))
        .filter(service_case::Column::State.eq(CaseState::Draft.key()))
        .one(tx)
        .await?)
}

/// The draft with the newer answers to its early questions. Answers that they hide are kept, and count
/// again if they are asked again.
async fn go_on(
    portal: &Portal,
    tx: &DatabaseTransaction,
    draft: service_case::Model,
    early: &Answers,
) -> Result<CaseId, Internal> {
    let id = CaseId::new(draft.id.clone());
    let item = ItemCode::parse(&draft.item_code)
        .map_err(|_| Internal::new("a case names an item that cannot be"))?;
    let version = u32::try_from(draft.definition_version)
        .map_err(|_| Internal::new("a stored version is negative"))?;
    let definition = crate::catalogue::store::definition(tx, &item, version)
        .await?
        .ok_or(Internal::new("the definition of a case is missing"))?;
    let before = store::answers(tx, portal.keys(), &id).await?;
    let mut answers = before.clone();
    carry(&definition.form, early, &mut answers);
    if answers != before {
        store::put_answers(tx, portal.keys(), &id, &answers).await?;
        super::save_step::touch(portal, tx, draft).await?;
    }
    Ok(id)
}

/// Takes over what was answered in the guided choice, as typed by the applicant. Only early questions of
/// this form: the answers may have been given to another version.
fn carry(form: &FormDefinition, early: &Answers, answers: &mut Answers) {
    for field in form.early_steps().flat_map(Step::fields) {
        if let Some(answer) = early.get(&field.key) {
            answers.set_typed(&field.key, answer.values.clone());
        }
    }
}

async fn begin(
    portal: &Portal,
    tx: &DatabaseTransaction,
    citizen: &Citizen,
    view: &ItemView,
    channel: Channel,
    early: &Answers,
) -> Result<CaseId, Internal> {
    let now = portal.now();
    let (Some(version), Some(definition)) = (view.version, view.definition.as_ref()) else {
        return Err(Internal::new(
            "a service lost its form while it was started",
        ));
    };
    let case = Case::draft(
        CaseId::new(ids::new(now)),
        view.row.code.clone(),
        version,
        view.row.department.clone(),
        citizen.id.clone(),
    );
    let version =
        i32::try_from(version).map_err(|_| Internal::new("a version does not fit its column"))?;
    service_case::ActiveModel {
        id: Set(case.id.to_string()),
        item_code: Set(case.item.to_string()),
        definition_version: Set(version),
        department_code: Set(case.department.to_string()),
        applicant_id: Set(case.applicant.to_string()),
        state: Set(case.state.key().to_owned()),
        state_data: Set(store::seal_state(
            portal.keys(),
            case.id.as_str(),
            &case.state,
        )?),
        revision: Set(0),
        due_provisional: Set(false),
        channel: Set(channel.key().to_owned()),
        created_at: Set(now),
        updated_at: Set(now),
        // What a draft has not got yet.
        ..Default::default()
    }
    .insert(tx)
    .await?;
    let purpose = Purpose {
        case: &case.id,
        item: &case.item,
        subject: &citizen.id,
    };
    fill(portal, tx, &purpose, citizen, &definition.form, early).await?;
    let who = citizen.audited();
    audit::record(
        tx,
        who,
        "case.start",
        "service_case",
        Some(case.id.as_str()),
        audit::DONE,
        now,
    )
    .await?;
    Ok(case.id)
}

/// Writes the first answers: what the registers know, at a counter what the card says, and what was answered in the
/// guided choice.
async fn fill(
    portal: &Portal,
    tx: &DatabaseTransaction,
    purpose: &Purpose<'_>,
    citizen: &Citizen,
    form: &FormDefinition,
    early: &Answers,
) -> Result<(), Internal> {
    let mut filled = Answers::default();
    answers::prefill(portal, tx, purpose, form, &mut filled).await?;
    from_card::fill(portal, tx, citizen, form, &mut filled).await?;
    carry(form, early, &mut filled);
    ways::fill(portal, tx, purpose, form, &mut filled).await?;
    form.open_rows(&mut filled);
    store::put_answers(tx, portal.keys(), purpose.case, &filled).await
}
