//! How new cases find their officer: the rules of a department, and their work on submission.

use std::collections::HashMap;

use domain::calendar::civil_date;
use domain::cases::{Case, Role};
use domain::desk::{AssignmentChange, AssignmentRule, least_loaded, next_in_turn};
use domain::ids::{AccountId, ItemCode};
use domain::text::Text;
use entities::assignment_rule::{self, Column};
use entities::service_case;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::{Desk, absences, assign, colleagues};
use crate::accounts::Officer;
use crate::{Internal, Portal, audit, db};

/// `assignment_rule.item_code` of the rule for every service that has none of its own.
const EVERY: &str = "";

/// The rule for one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleView {
    /// The service; none for all that have no rule of their own.
    pub item: Option<ItemCode>,
    /// Its name.
    pub name: Option<Text>,
    /// The rule; none where new cases are nobody's.
    pub rule: Option<AssignmentRule>,
}

impl Desk<'_> {
    /// The rules of the officer's department: that for all services, then each service.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn assignment_rules(&self, officer: &Officer) -> Result<Vec<RuleView>, Internal> {
        let rows = assignment_rule::Entity::find()
            .filter(Column::DepartmentCode.eq(officer.department.as_str()))
            .order_by_asc(Column::ItemCode)
            .all(self.0.db().read())
            .await?;
        let rule = |item: &str| {
            let row = rows.iter().find(|row| row.item_code == item)?;
            AssignmentRule::parse(&row.kind)
        };
        let mut views = vec![RuleView {
            item: None,
            name: None,
            rule: rule(EVERY),
        }];
        for (code, name) in self.services(officer).await? {
            views.push(RuleView {
                rule: rule(code.as_str()),
                item: Some(code),
                name: Some(name),
            });
        }
        Ok(views)
    }

    /// Sets the rule for a service, or with `item` none for all that have none of their own; without a rule
    /// new cases are nobody's. Only reviewers do.
    ///
    /// Returns whether it was theirs to set.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_assignment_rule(
        &self,
        officer: &Officer,
        item: Option<&ItemCode>,
        rule: Option<AssignmentRule>,
    ) -> Result<bool, Internal> {
        let services = self.services(officer).await?;
        let is_theirs = item.is_none_or(|item| services.iter().any(|(code, _)| code == item));
        if officer.role != Role::Reviewer || !is_theirs {
            return Ok(false);
        }
        let item = item.map_or(EVERY, ItemCode::as_str).to_owned();
        let (officer, now) = (officer.clone(), self.0.now());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let key = (officer.department.to_string(), item);
                    match rule {
                        None => {
                            assignment_rule::Entity::delete_by_id(key).exec(tx).await?;
                        }
                        Some(rule) => {
                            put(tx, key, rule, &officer, now).await?;
                        }
                    }
                    let who = audit::Actor::Officer(&officer.id);
                    let subject = Some(officer.department.as_str());
                    let what = "assignment-rule.set";
                    audit::record(tx, who, what, "assignment_rule", subject, audit::DONE, now)
                        .await?;
                    Ok(true)
                })
            })
            .await
    }
}

async fn put(
    tx: &DatabaseTransaction,
    (department, item): (String, String),
    rule: AssignmentRule,
    officer: &Officer,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), Internal> {
    let row = assignment_rule::ActiveModel {
        department_code: Set(department),
        item_code: Set(item),
        kind: Set(rule.key().to_owned()),
        last_id: Set(None),
        changed_by: Set(officer.id.to_string()),
        changed_at: Set(now),
    };
    let mut over = OnConflict::columns([Column::DepartmentCode, Column::ItemCode]);
    over.update_columns([Column::Kind, Column::ChangedBy, Column::ChangedAt]);
    assignment_rule::Entity::insert(row)
        .on_conflict(over)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Gives a case that was just handed in to the officer whom the department's rule names. Who is away is left
/// out, as long as anybody is there.
pub(super) async fn by_rule(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
) -> Result<(), Internal> {
    let department = case.department.as_str();
    let rows = assignment_rule::Entity::find()
        .filter(Column::DepartmentCode.eq(department))
        .filter(Column::ItemCode.is_in([case.item.as_str(), EVERY]))
        // The service's own comes before that for all.
        .order_by_desc(Column::ItemCode);
    let Some(row) = db::lock(rows).one(tx).await? else {
        return Ok(());
    };
    let rule = AssignmentRule::parse(&row.kind)
        .ok_or(Internal::new("a stored rule of assignment is unknown"))?;
    let handlers: Vec<_> = colleagues::who_handle(tx, portal.keys(), department)
        .await?
        .into_iter()
        .filter(|one| one.role == Role::Handler)
        .map(|one| one.id)
        .collect();
    let now = portal.now();
    let away = absences::away(tx, &handlers, civil_date(now)).await?;
    let there: Vec<_> = handlers
        .iter()
        .filter(|one| !away.contains(one))
        .cloned()
        .collect();
    let candidates = if there.is_empty() { handlers } else { there };
    let chosen = match rule {
        AssignmentRule::InTurn => {
            let last = row.last_id.clone().map(AccountId::new);
            next_in_turn(&candidates, last.as_ref()).cloned()
        }
        AssignmentRule::LeastOpen => {
            least_loaded(&load(tx, department, candidates).await?).cloned()
        }
    };
    let Some(chosen) = chosen else { return Ok(()) };
    assignment_rule::Entity::update_many()
        .col_expr(
            Column::LastId,
            sea_orm::sea_query::Expr::value(Some(chosen.to_string())),
        )
        .filter(Column::DepartmentCode.eq(department))
        .filter(Column::ItemCode.eq(row.item_code))
        .exec(tx)
        .await?;
    let change = AssignmentChange::ByRule;
    assign::put(tx, &case.id, Some(&chosen), None, change, now).await
}

/// How many open cases each of these officers has.
async fn load(
    tx: &DatabaseTransaction,
    department: &str,
    officers: Vec<AccountId>,
) -> Result<Vec<(AccountId, u64)>, Internal> {
    use service_case::Column;
    let open: Vec<(Option<String>, i64)> = service_case::Entity::find()
        .select_only()
        .column(Column::AssigneeId)
        .column_as(Column::Id.count(), "cases")
        .filter(Column::DepartmentCode.eq(department))
        .filter(Column::AssigneeId.is_in(officers.iter().map(AccountId::as_str)))
        .filter(Column::NextDue.is_not_null())
        .group_by(Column::AssigneeId)
        .into_tuple()
        .all(tx)
        .await?;
    let open: HashMap<_, _> = open
        .into_iter()
        .filter_map(|(id, cases)| Some((id?, cases.unsigned_abs())))
        .collect();
    let count = |id: AccountId| {
        let cases = open.get(id.as_str()).copied().unwrap_or_default();
        (id, cases)
    };
    Ok(officers.into_iter().map(count).collect())
}
