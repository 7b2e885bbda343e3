//! From the desk to the telephone: a secret in a QR code lets a telephone add photos to one slot of one
//! draft, for some minutes, without signing in there.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use domain::calendar::civil_date;
use domain::forms::{MAX_MATERIALS_PER_SLOT, MaterialSlot};
use domain::ids::{AccountId, CaseId};
use entities::{hand_over, service_case};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    Set,
};

use super::take_in::{Holding, Problems, Taken};
use super::{add, is_open_slot, lock_open_slot, of_case, take_in};
use crate::accounts::Citizen;
use crate::cases::save_step::touch;
use crate::cases::{CaseError, Cases, Upload, UploadProblem, definition_of, store};
use crate::{Internal, Portal, audit, db, digest};

/// Minutes that a telephone has: enough to look for a document, too few for a code that somebody else
/// finds on a screen in a hall.
pub const HAND_OVER_MINUTES: i64 = 15;

/// Random bytes of the secret; nobody guesses 2²⁵⁶.
const SECRET_BYTES: usize = 32;

/// What a telephone sees of a hand-over: nothing that says whose it is.
#[derive(Clone, Debug)]
pub struct HandOver {
    /// What to photograph, and which files are taken.
    pub slot: MaterialSlot,
    /// Files that may still be added.
    pub files_left: i32,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// Why a telephone cannot add anything.
#[derive(Debug, thiserror::Error)]
pub enum HandOverError {
    /// There is no such hand-over, its time is over, or nothing can be added to the slot any more.
    #[error("the hand-over has ended")]
    Ended,
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

/// An open hand-over with all that it belongs to.
struct Open {
    row: hand_over::Model,
    slot: MaterialSlot,
}

impl Cases<'_> {
    /// Begins a hand-over for a slot of a draft and gives its secret, which is kept nowhere. An earlier
    /// one for the same slot ends.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's case or an unknown slot, [`CaseError::NotEditable`]
    /// after submission, and where only other things are to be corrected.
    pub async fn begin_hand_over(
        &self,
        citizen: &Citizen,
        case: &CaseId,
        slot: &str,
    ) -> Result<String, CaseError> {
        let view = self.open(citizen, case).await?.ok_or(CaseError::NotFound)?;
        view.definition
            .form
            .material(slot)
            .ok_or(CaseError::NotFound)?;
        let secret = new_secret()?;
        let now = self.0.now();
        let row = hand_over::ActiveModel {
            token_hash: Set(digest::sha256(secret.as_bytes())),
            account_id: Set(citizen.id.to_string()),
            case_id: Set(case.to_string()),
            slot: Set(slot.to_owned()),
            files_left: Set(i32::try_from(MAX_MATERIALS_PER_SLOT).unwrap_or(i32::MAX)),
            expires_at: Set(now + TimeDelta::minutes(HAND_OVER_MINUTES)),
        };
        let portal = self.0.clone();
        let (citizen, case, slot) = (citizen.clone(), case.clone(), slot.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    lock_open_slot(&portal, tx, &citizen, &case, &slot).await?;
                    end(tx, &case, &slot).await?;
                    row.insert(tx).await.map_err(Internal::from)?;
                    let who = citizen.audited();
                    let id = Some(case.as_str());
                    let action = "hand-over.begin";
                    audit::record(tx, who, action, "service_case", id, audit::DONE, now).await?;
                    Ok::<_, CaseError>(())
                })
            })
            .await?;
        Ok(secret)
    }

    /// The hand-over with this secret.
    ///
    /// # Errors
    /// [`HandOverError::Ended`] when there is none any more.
    pub async fn hand_over(&self, secret: &str) -> Result<HandOver, HandOverError> {
        let open = open(self.0, secret).await?;
        Ok(HandOver {
            slot: open.slot,
            files_left: open.row.files_left,
            expires_at: open.row.expires_at,
        })
    }

    /// Adds files from a telephone, as many as may still be added. The others are told, as those that are
    /// refused, and do not count.
    ///
    /// # Errors
    /// [`HandOverError::Ended`] when there is no such hand-over any more.
    pub async fn hand_files_over(
        &self,
        secret: &str,
        mut uploads: Vec<Upload>,
    ) -> Result<Problems, HandOverError> {
        let Open { row, slot } = open(self.0, secret).await?;
        for upload in &mut uploads {
            upload.slot.clone_from(&slot.key);
        }
        let most = usize::try_from(row.files_left).unwrap_or_default();
        let beyond = uploads.split_off(most.min(uploads.len()));
        let account = AccountId::new(row.account_id.clone());
        let case = CaseId::new(row.case_id.clone());
        let there = of_case(self.0, self.0.db().read(), &case).await?;
        let there = Holding::of(&there);
        let (taken, mut problems) = take_in(self.0, &account, &[slot], there, uploads).await?;
        problems.extend(
            beyond
                .into_iter()
                .map(|file| (file.slot, UploadProblem::TooMany)),
        );
        problems.extend(write(self.0, row.token_hash, account, case, taken).await?);
        Ok(problems)
    }
}

/// Writes the rows of what a telephone has brought.
async fn write(
    portal: &Portal,
    token_hash: String,
    account: AccountId,
    case: CaseId,
    taken: Vec<Taken>,
) -> Result<Problems, HandOverError> {
    let work = portal.clone();
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let row = db::lock(hand_over::Entity::find_by_id(token_hash))
                    .one(tx)
                    .await
                    .map_err(Internal::from)?
                    .filter(|row| is_open(row, work.now()))
                    .ok_or(HandOverError::Ended)?;
                let case_row = store::lock(tx, &case).await?;
                let case_row = case_row.filter(|row| row.applicant_id == account.as_str());
                let case_row = case_row.ok_or(HandOverError::Ended)?;
                let now = store::case(work.keys(), &case_row)?;
                if !is_open_slot(&work, tx, &now, &row.slot).await? {
                    return Err(HandOverError::Ended);
                }
                let brought = taken.len();
                let problems = add(&work, tx, &case, taken).await?;
                let added = i32::try_from(brought - problems.len()).unwrap_or_default();
                let left = row.files_left - added;
                let mut row: hand_over::ActiveModel = row.into();
                row.files_left = Set(left);
                row.update(tx).await.map_err(Internal::from)?;
                touch(&work, tx, case_row).await?;
                let (who, id) = (audit::Actor::Visitor, Some(case.as_str()));
                let action = "hand-over.add";
                audit::record(tx, who, action, "service_case", id, audit::DONE, work.now()).await?;
                Ok(problems)
            })
        })
        .await
}

async fn open(portal: &Portal, secret: &str) -> Result<Open, HandOverError> {
    let hash = digest::sha256(secret.as_bytes());
    let row = hand_over::Entity::find_by_id(hash)
        .one(portal.db().read())
        .await
        .map_err(Internal::from)?
        .filter(|row| is_open(row, portal.now()))
        .ok_or(HandOverError::Ended)?;
    let slot = slot(portal, portal.db().read(), &row).await?;
    Ok(Open {
        slot: slot.ok_or(HandOverError::Ended)?,
        row,
    })
}

/// The slot, as long as the applicant could still fill it.
async fn slot(
    portal: &Portal,
    db: &impl ConnectionTrait,
    row: &hand_over::Model,
) -> Result<Option<MaterialSlot>, Internal> {
    let Some(case_row) = service_case::Entity::find_by_id(&row.case_id)
        .one(db)
        .await?
    else {
        return Ok(None);
    };
    let case = store::case(portal.keys(), &case_row)?;
    if !is_open_slot(portal, db, &case, &row.slot).await? {
        return Ok(None);
    }
    let definition = definition_of(portal, &case).await?;
    let answers = store::answers(db, portal.keys(), &case.id).await?;
    let reading = definition.form.read(&answers, civil_date(portal.now()));
    let asked = reading.asks(&row.slot);
    let slot = definition.form.material(&row.slot);
    Ok(slot.filter(|_| asked).cloned())
}

fn is_open(row: &hand_over::Model, now: DateTime<Utc>) -> bool {
    row.expires_at > now && row.files_left > 0
}

async fn end(tx: &DatabaseTransaction, case: &CaseId, slot: &str) -> Result<(), Internal> {
    hand_over::Entity::delete_many()
        .filter(hand_over::Column::CaseId.eq(case.as_str()))
        .filter(hand_over::Column::Slot.eq(slot))
        .exec(tx)
        .await?;
    Ok(())
}

fn new_secret() -> Result<String, Internal> {
    let mut secret = [0_u8; SECRET_BYTES];
    getrandom::fill(&mut secret)
        .map_err(|error| Internal::caused("the system gives no random bytes", error))?;
    Ok(URL_SAFE_NO_PAD.encode(secret))
}

/// Deletes hand-overs whose time is over.
///
/// # Errors
/// When the database fails.
pub(crate) async fn forget_ended(portal: &Portal) -> Result<(), Internal> {
    let now = portal.now();
    portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                hand_over::Entity::delete_many()
                    .filter(hand_over::Column::ExpiresAt.lte(now))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}
