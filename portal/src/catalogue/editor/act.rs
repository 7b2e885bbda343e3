//! The steps of a working copy from one person to the next.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::calendar::civil_date;
use domain::catalogue::editing::{DraftEvent, DraftState};
use sea_orm::DatabaseTransaction;
use serde_json::json;

use super::store::{self, Draft};
use super::{Editor, EditorError, publish_job};
use crate::accounts::Officer;
use crate::{Internal, jobs};

/// What an officer does with a working copy as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftDeed {
    /// Hands it to a second person.
    Submit,
    /// Takes it back to write on.
    TakeBack,
    /// Approves it, to be published now or on a day.
    Approve {
        /// The day; none for now.
        publish_on: Option<NaiveDate>,
    },
    /// Gives it back.
    Return {
        /// What has to be mended.
        reason: String,
    },
    /// Gives it up.
    Discard,
}

impl DraftDeed {
    const fn action(&self) -> &'static str {
        match self {
            Self::Submit => "editor.submit",
            Self::TakeBack => "editor.take-back",
            Self::Approve { .. } => "editor.approve",
            Self::Return { .. } => "editor.return",
            Self::Discard => "editor.discard",
        }
    }

    /// Whether the content has to be sound.
    const fn needs_soundness(&self) -> bool {
        matches!(self, Self::Submit | Self::Approve { .. })
    }
}

impl From<DraftDeed> for DraftEvent {
    fn from(deed: DraftDeed) -> Self {
        match deed {
            DraftDeed::Submit => Self::Submit,
            DraftDeed::TakeBack => Self::TakeBack,
            DraftDeed::Approve { publish_on } => Self::Approve { publish_on },
            DraftDeed::Return { reason } => Self::Return { reason },
            DraftDeed::Discard => Self::Discard,
        }
    }
}

impl Editor<'_> {
    /// Carries a deed out on the working copy as the officer saw it. What is approved for today is
    /// published at once.
    ///
    /// # Errors
    /// [`EditorError::Problems`] with everything that is wrong, where it has to be sound.
    pub async fn act(
        &self,
        officer: &Officer,
        id: &str,
        revision: u32,
        deed: DraftDeed,
    ) -> Result<(), EditorError> {
        let now = self.0.now();
        let (officer, id) = (officer.clone(), id.to_owned());
        self.0
            .db()
            .write(move |tx| Box::pin(act(tx, officer, id, revision, deed, now)))
            .await?;
        self.0.catalogue().notice_publication().await?;
        Ok(())
    }
}

async fn act(
    tx: &DatabaseTransaction,
    officer: Officer,
    id: String,
    revision: u32,
    deed: DraftDeed,
    now: DateTime<Utc>,
) -> Result<(), EditorError> {
    let mut draft = store::lock(tx, &officer, &id, revision).await?;
    let (action, needs_soundness) = (deed.action(), deed.needs_soundness());
    // Who may not do this at all does not learn what is wrong with it.
    draft.copy = draft.copy.apply(deed.into(), &officer.party(), now)?;
    if needs_soundness {
        check(&draft, now)?;
    }
    draft.updated_at = now;
    draft.updated_by = officer.id.clone();
    store::keep(tx, &draft, store::actor(&officer), action).await?;
    let DraftState::Approved { publish_on, .. } = draft.copy.state else {
        return Ok(());
    };
    if publish_on <= civil_date(now) {
        return publish_job::publish(tx, draft, now).await;
    }
    jobs::enqueue(tx, on_its_day(&draft, publish_on)).await?;
    Ok(())
}

/// Whether the content can be published.
pub(super) fn check(draft: &Draft, now: DateTime<Utc>) -> Result<(), EditorError> {
    let problems = draft.definition.check(&draft.item, civil_date(now));
    if problems.is_empty() {
        return Ok(());
    }
    Err(EditorError::Problems(problems))
}

/// The job that publishes it on its day, from midnight in Beijing. Approving it again makes another one.
fn on_its_day(draft: &Draft, day: NaiveDate) -> jobs::Job {
    let midnight = day.and_time(NaiveTime::MIN).and_utc();
    let revision = draft.copy.revision;
    jobs::Job {
        kind: publish_job::KIND,
        effect_key: format!("publish-service:{}:{revision}", draft.id),
        payload: json!({"draft": draft.id, "revision": revision}),
        run_at: midnight - TimeDelta::hours(8),
    }
}

/// For the job, which reads what [`on_its_day`] has written.
pub(super) fn payload(value: &serde_json::Value) -> Result<(String, u32), Internal> {
    let id = value.get("draft").and_then(serde_json::Value::as_str);
    let revision = value.get("revision").and_then(serde_json::Value::as_u64);
    let revision = revision.and_then(|revision| u32::try_from(revision).ok());
    id.map(str::to_owned)
        .zip(revision)
        .ok_or(Internal::new("the payload of a publication cannot be read"))
}
