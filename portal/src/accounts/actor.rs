//! Who is acting.

use domain::accounts::Role;
use domain::cases::Party;
use domain::ids::{AccountId, DepartmentCode};
use domain::text::{Locale, Text};
use sea_orm::EntityTrait;

use super::{Accounts, store};
use crate::{Internal, audit};

/// Who a request comes from. Every finder takes one, so that nothing can be read without saying
/// for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A reader who has not signed in.
    Anonymous,
    /// A citizen in a browser or at a kiosk.
    Citizen(Citizen),
    /// A civil servant at the desk.
    Officer(Officer),
}

/// A signed-in citizen 办事人.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citizen {
    /// The account.
    pub id: AccountId,
    /// Name, as shown in the page's head.
    pub name: String,
    /// The language the citizen is written to in; at a counter the language that the officer reads.
    pub locale: Locale,
    /// The officer at a counter who types for the citizen; none where the citizen acts alone.
    pub attended_by: Option<Attendant>,
}

/// An officer who serves a citizen at a counter 窗口.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendant {
    /// The officer's account.
    pub officer: AccountId,
    /// The officer's name, as the receipt has it.
    pub name: String,
    /// The department of the counter: what is another's, the officer neither sees nor takes.
    pub department: DepartmentCode,
}

/// A signed-in civil servant 工作人员.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// The account.
    pub id: AccountId,
    /// Name, as shown at the desk.
    pub name: String,
    /// The department whose cases this officer sees.
    pub department: DepartmentCode,
    /// The department's name.
    pub department_name: Text,
    /// What the officer may do.
    pub role: Role,
    /// Job title.
    pub title: Text,
    /// The language of the desk.
    pub locale: Locale,
}

impl Citizen {
    /// The citizen as a party to a case.
    #[must_use]
    pub fn party(&self) -> Party {
        match &self.attended_by {
            None => Party::Applicant(self.id.clone()),
            Some(by) => Party::AtCounter {
                applicant: self.id.clone(),
                officer: by.officer.clone(),
            },
        }
    }

    /// Who the audit trail says has done what is done now.
    pub(crate) fn audited(&self) -> audit::Actor<'_> {
        match &self.attended_by {
            None => audit::Actor::Citizen(&self.id),
            Some(by) => audit::Actor::AtCounter {
                officer: &by.officer,
                citizen: &self.id,
            },
        }
    }

    /// Whether what belongs to this department is within reach: everything for a citizen who acts alone.
    pub(crate) fn reaches(&self, department: &DepartmentCode) -> bool {
        let by = self.attended_by.as_ref();
        by.is_none_or(|by| by.department == *department)
    }
}

impl Officer {
    /// The officer as a party to a case.
    #[must_use]
    pub fn party(&self) -> Party {
        Party::Officer {
            account: self.id.clone(),
            department: self.department.clone(),
            role: self.role,
        }
    }
}

impl Accounts<'_> {
    /// Who stands behind an account; anonymous when it is gone or disabled.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn actor(&self, id: &AccountId) -> Result<Actor, Internal> {
        let db = self.0.db().read();
        let Some(row) = entities::account::Entity::find_by_id(id.as_str())
            .one(db)
            .await?
            .filter(|row| !row.disabled)
        else {
            return Ok(Actor::Anonymous);
        };
        let name = store::name(self.0.keys(), &row)?;
        let locale = store::locale(&row);
        if row.kind != store::OFFICER {
            return Ok(Actor::Citizen(Citizen {
                id: id.clone(),
                name,
                locale,
                attended_by: None,
            }));
        }
        let Some(post) = entities::officer::Entity::find_by_id(id.as_str())
            .one(db)
            .await?
        else {
            return Ok(Actor::Anonymous);
        };
        let department = entities::department::Entity::find_by_id(&post.department_code)
            .one(db)
            .await?
            .map_or_else(
                || Text::zh(&post.department_code),
                |row| Text {
                    zh: row.name_zh,
                    en: row.name_en,
                },
            );
        Ok(Actor::Officer(Officer {
            id: id.clone(),
            name,
            department: DepartmentCode::new(post.department_code),
            department_name: department,
            role: store::role(&post.role)?,
            title: Text {
                zh: post.title_zh,
                en: post.title_en,
            },
            locale,
        }))
    }

    /// Remembers the language that an account reads and is written to in.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_locale(&self, id: &AccountId, locale: Locale) -> Result<(), Internal> {
        use sea_orm::{ColumnTrait, QueryFilter, sea_query::Expr};
        let id = id.clone();
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    entities::account::Entity::update_many()
                        .col_expr(entities::account::Column::Locale, Expr::value(locale.tag()))
                        .filter(entities::account::Column::Id.eq(id.as_str()))
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}
