//! An administrator changes a rule: looks first at what that means, then does it.

use domain::supervision::{Rule, RuleChange, RuleProblem};
use entities::{supervision_finding, supervision_rules};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use super::{Supervision, changes_rules, rules};
use crate::accounts::Officer;
use crate::{Internal, audit};

/// Why a rule was not changed.
#[derive(Debug, thiserror::Error)]
pub enum RuleChangeError {
    /// There is no such rule, or not for this officer.
    #[error("not found")]
    NotFound,
    /// The rules were changed since they were looked at.
    #[error("the rules were changed meanwhile")]
    Changed,
    /// The change has to be mended.
    #[error("the change has a problem")]
    Problem(RuleProblem),
    /// The portal failed.
    #[error(transparent)]
    Internal(#[from] Internal),
}

/// What a change would mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleOutlook {
    /// The version that it was made from.
    pub version: u32,
    /// The rule as it is.
    pub before: Rule,
    /// The rule as it would be.
    pub after: Rule,
    /// Open findings of the rule.
    pub open: u64,
}

impl Supervision<'_> {
    /// What a change would mean; nothing happens yet.
    ///
    /// # Errors
    /// See [`RuleChangeError`].
    pub async fn look_at_rule(
        &self,
        officer: &Officer,
        number: u16,
        change: RuleChange,
    ) -> Result<RuleOutlook, RuleChangeError> {
        if !changes_rules(officer) {
            return Err(RuleChangeError::NotFound);
        }
        let db = self.0.db().read();
        let now = rules::current(db).await?;
        let next = now.rules.changed(number, change).map_err(problem)?;
        let rule = |rules: &domain::supervision::Rules| rules.rule(number).cloned();
        let found = rule(&now.rules).zip(rule(&next));
        let (before, after) = found.ok_or(RuleChangeError::NotFound)?;
        let open = supervision_finding::Entity::find()
            .filter(supervision_finding::Column::ClosedAt.is_null())
            .filter(supervision_finding::Column::Rule.eq(number))
            .count(db)
            .await
            .map_err(Internal::from)?;
        Ok(RuleOutlook {
            version: now.version,
            before,
            after,
            open,
        })
    }

    /// Changes a rule, as it was looked at in the rules of `version`. The new rules are another version;
    /// earlier ones stay. What was found by them stays as it was found.
    ///
    /// # Errors
    /// See [`RuleChangeError`].
    pub async fn change_rule(
        &self,
        officer: &Officer,
        version: u32,
        number: u16,
        change: RuleChange,
    ) -> Result<(), RuleChangeError> {
        if !changes_rules(officer) {
            return Err(RuleChangeError::NotFound);
        }
        let (now, by) = (self.0.now(), officer.id.clone());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let current = rules::current(tx).await?;
                    if current.version != version {
                        return Err(RuleChangeError::Changed);
                    }
                    let next = current.rules.changed(number, change).map_err(problem)?;
                    let row = supervision_rules::ActiveModel {
                        version: Set(stored(version + 1)?),
                        body: Set(serde_json::to_string(&next).map_err(Internal::from)?),
                        at: Set(now),
                        changed_by: Set(by.to_string()),
                    };
                    // On PostgreSQL a second change of one version fails here, at the key.
                    row.insert(tx).await.map_err(Internal::from)?;
                    let (who, rule) = (audit::Actor::Officer(&by), number.to_string());
                    let table = "supervision_rules";
                    let action = "supervision.change-rule";
                    audit::record(tx, who, action, table, Some(&rule), audit::DONE, now).await?;
                    Ok(())
                })
            })
            .await
    }
}

fn problem(problem: RuleProblem) -> RuleChangeError {
    match problem {
        RuleProblem::Unknown => RuleChangeError::NotFound,
        other => RuleChangeError::Problem(other),
    }
}

fn stored(version: u32) -> Result<i32, Internal> {
    i32::try_from(version).map_err(|_| Internal::new("a version does not fit its column"))
}
