//! Messages between the department and the applicant of a case. They belong to the case and are written and
//! read on its page alone; a mail says only that there is one.

use chrono::{DateTime, Utc};
use domain::desk::{WritingProblem, check_message};
use domain::ids::CaseId;
use domain::notices::NoticeKind;
use entities::case_message::{self, Column};
use entities::service_case;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, Set,
};

use super::{Desk, own_one};
use crate::accounts::{Citizen, Officer};
use crate::cases::{Cases, name_of, store};
use crate::mail::MailDetails;
use crate::notices::{self, NewNotice};
use crate::{Internal, Portal, audit, db, ids};

const TABLE: &str = "case_message";

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageView {
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Whether an officer wrote it; else the applicant did.
    pub from_office: bool,
    /// The name of the officer who wrote it; only at the desk.
    pub author: Option<String>,
    /// What it says.
    pub text: String,
    /// Whether the other side has opened it.
    pub read: bool,
}

/// The messages of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    /// The messages, oldest first.
    pub messages: Vec<MessageView>,
    /// Whether the reader can write one more.
    pub can_write: bool,
}

/// Why a message was not written.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// The case is not this reader's.
    #[error("not found")]
    NotFound,
    /// Something is wrong with it.
    #[error("{}", .0.key())]
    Problem(WritingProblem),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

impl Desk<'_> {
    /// Writes a message to the applicant of a case of the officer's own department.
    ///
    /// # Errors
    /// [`MessageError::NotFound`] for a case of another department; [`MessageError::Problem`] says what is
    /// wrong.
    pub async fn write_message(
        &self,
        officer: &Officer,
        id: &CaseId,
        text: &str,
    ) -> Result<(), MessageError> {
        if !officer.role.has_cases() {
            return Err(MessageError::Problem(WritingProblem::WrongRole));
        }
        let portal = self.0.clone();
        let (officer, id, text) = (officer.clone(), id.clone(), text.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = db::lock(own_one(&officer, &id))
                        .one(tx)
                        .await
                        .map_err(Internal::from)?
                        .ok_or(MessageError::NotFound)?;
                    let who = audit::Actor::Officer(&officer.id);
                    let message = add(&portal, tx, &row, who, &text).await?;
                    tell(&portal, tx, &row, &message).await?;
                    Ok(())
                })
            })
            .await
    }

    /// The messages of a case, as its department reads them.
    pub(super) async fn thread(
        &self,
        officer: &Officer,
        row: &service_case::Model,
    ) -> Result<Thread, Internal> {
        let is_own = row.department_code == officer.department.as_str();
        if !is_own {
            return Ok(Thread::default());
        }
        let rows = of_case(self.0, &row.id).await?;
        let authors = rows.iter().map(|row| row.author_id.as_str());
        let names = self.names_of(authors).await?;
        let messages = rows.iter().map(|row| {
            let author = names.get(&row.author_id).filter(|_| row.from_office);
            view(self.0, row, author.cloned())
        });
        Ok(Thread {
            messages: messages.collect::<Result<_, _>>()?,
            can_write: row.next_due.is_some() && officer.role.has_cases(),
        })
    }
}

impl Cases<'_> {
    /// The messages of the citizen's own case.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn messages(&self, citizen: &Citizen, id: &CaseId) -> Result<Thread, Internal> {
        let row = service_case::Entity::find_by_id(id.as_str())
            .filter(service_case::Column::ApplicantId.eq(citizen.id.as_str()))
            .one(self.0.db().read())
            .await?;
        let Some(row) = row else {
            return Ok(Thread::default());
        };
        let rows = of_case(self.0, id.as_str()).await?;
        let is_answer = rows.iter().any(|row| row.from_office);
        let messages = rows.iter().map(|row| view(self.0, row, None));
        Ok(Thread {
            messages: messages.collect::<Result<_, _>>()?,
            can_write: is_answer && row.next_due.is_some(),
        })
    }

    /// Answers the office's messages.
    ///
    /// # Errors
    /// [`MessageError::NotFound`] for somebody else's case; [`MessageError::Problem`] says what is wrong.
    pub async fn answer_message(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        text: &str,
    ) -> Result<(), MessageError> {
        let portal = self.0.clone();
        let (citizen, id, text) = (citizen.id.clone(), id.clone(), text.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let row = store::lock_of(tx, &citizen, &id)
                        .await?
                        .ok_or(MessageError::NotFound)?;
                    let asked = case_message::Entity::find()
                        .filter(Column::CaseId.eq(id.as_str()))
                        .filter(Column::FromOffice.eq(true))
                        .one(tx)
                        .await
                        .map_err(Internal::from)?;
                    if asked.is_none() {
                        return Err(MessageError::Problem(WritingProblem::NothingToAnswer));
                    }
                    let who = audit::Actor::Citizen(&citizen);
                    add(&portal, tx, &row, who, &text).await?;
                    mark_new(tx, id.as_str(), true).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Notes that the citizen has opened the office's messages.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read_messages(&self, citizen: &Citizen, id: &CaseId) -> Result<(), Internal> {
        let (citizen, id, now) = (citizen.id.clone(), id.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    if store::lock_of(tx, &citizen, &id).await?.is_some() {
                        mark_read(tx, id.as_str(), true, now).await?;
                    }
                    Ok(())
                })
            })
            .await
    }
}

/// Writes a message down and gives its identifier.
async fn add(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &service_case::Model,
    who: audit::Actor<'_>,
    text: &str,
) -> Result<String, MessageError> {
    let (author, from_office) = match who {
        audit::Actor::Officer(id) => (id, true),
        audit::Actor::Citizen(id) => (id, false),
        _ => return Err(Internal::new("a message has no author").into()),
    };
    if case.next_due.is_none() {
        return Err(MessageError::Problem(WritingProblem::Closed));
    }
    let there = case_message::Entity::find()
        .filter(Column::CaseId.eq(case.id.as_str()))
        .count(tx)
        .await
        .map_err(Internal::from)?;
    check_message(text, there).map_err(MessageError::Problem)?;
    let now = portal.now();
    let id = ids::new(now);
    let row = case_message::ActiveModel {
        case_id: Set(case.id.clone()),
        from_office: Set(from_office),
        author_id: Set(author.to_string()),
        body: Set(portal.keys().seal_text(TABLE, "body", &id, text.trim())?),
        at: Set(now),
        read_at: Set(None),
        id: Set(id),
    };
    let row = row.insert(tx).await.map_err(Internal::from)?;
    let (what, subject) = ("case.message", Some(case.id.as_str()));
    audit::record(tx, who, what, "service_case", subject, audit::DONE, now).await?;
    Ok(row.id)
}

/// Tells the applicant that there is a message, and nothing of what it says.
async fn tell(
    portal: &Portal,
    tx: &DatabaseTransaction,
    row: &service_case::Model,
    message: &str,
) -> Result<(), Internal> {
    let case = store::case(portal.keys(), row)?;
    let notice = NewNotice {
        details: MailDetails {
            number: case.number.as_ref().map(ToString::to_string),
            item: Some(name_of(portal, &case).await?),
            due: None,
        },
        account: case.applicant,
        kind: NoticeKind::Message,
        case: Some(case.id),
        occasion: format!("notice:message:{message}"),
    };
    notices::tell(portal, tx, notice).await.map(drop)
}

async fn of_case(portal: &Portal, id: &str) -> Result<Vec<case_message::Model>, Internal> {
    Ok(case_message::Entity::find()
        .filter(Column::CaseId.eq(id))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .all(portal.db().read())
        .await?)
}

fn view(
    portal: &Portal,
    row: &case_message::Model,
    author: Option<String>,
) -> Result<MessageView, Internal> {
    Ok(MessageView {
        at: row.at,
        from_office: row.from_office,
        author,
        text: portal.keys().open_text(TABLE, "body", &row.id, &row.body)?,
        read: row.read_at.is_some(),
    })
}

/// Notes that one side has opened what the other wrote.
pub(super) async fn mark_read(
    tx: &DatabaseTransaction,
    case: &str,
    from_office: bool,
    now: DateTime<Utc>,
) -> Result<(), Internal> {
    case_message::Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(Some(now)))
        .filter(Column::CaseId.eq(case))
        .filter(Column::FromOffice.eq(from_office))
        .filter(Column::ReadAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Marks a case in the inbox of its department, or takes the mark away.
pub(super) async fn mark_new(
    tx: &DatabaseTransaction,
    case: &str,
    new: bool,
) -> Result<(), Internal> {
    service_case::Entity::update_many()
        .col_expr(service_case::Column::NewMessage, Expr::value(Some(new)))
        .filter(service_case::Column::Id.eq(case))
        .exec(tx)
        .await?;
    Ok(())
}
