//! Opening the guided choice of a service.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::catalogue::{Outcome, ServiceDefinition};
use domain::forms::{Answers, FieldKind, Step};
use domain::ids::ItemCode;
use domain::text::Text;

use super::Choice;
use crate::Internal;
use crate::catalogue::ItemView;

/// A service with everything that its guided choice needs.
#[derive(Clone, Debug)]
pub struct ChoiceView {
    /// The service.
    pub item: ItemView,
    /// Its published definition.
    pub definition: Arc<ServiceDefinition>,
    /// The names of services that are in use and that its rules name as the right ones instead.
    pub instead: BTreeMap<ItemCode, Text>,
}

impl ChoiceView {
    /// What the answers lead to on a day. A rule that cannot be answered is told to the operators by its
    /// text, never with an answer.
    #[must_use]
    pub fn outcome(&self, answers: &Answers, today: NaiveDate) -> Outcome<'_> {
        let outcome = self.definition.outcome(answers, today);
        if let Some(fault) = &outcome.fault {
            tracing::error!(item = %self.item.row.code, %fault, "a service is under repair");
        }
        outcome
    }
}

impl Choice<'_> {
    /// The guided choice of a service in use; none where no guide of it is published. A guide without
    /// early questions has one too: its outcome is the same for everybody.
    ///
    /// # Errors
    /// When the database fails or a stored definition cannot be read.
    pub async fn open(&self, code: &ItemCode) -> Result<Option<ChoiceView>, Internal> {
        let catalogue = self.0.catalogue();
        let Some(item) = catalogue.item(code).await? else {
            return Ok(None);
        };
        let Some(definition) = item.definition.clone() else {
            return Ok(None);
        };
        let mut instead = BTreeMap::new();
        for rule in &definition.choice.eligibility {
            if let Some(code) = &rule.instead
                && let Some(item) = catalogue.item(code).await?
            {
                instead.insert(code.clone(), item.row.name.clone());
            }
        }
        Ok(Some(ChoiceView {
            item,
            definition,
            instead,
        }))
    }

    /// The full names of the divisions among the answers to early questions, by code.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn divisions(
        &self,
        view: &ChoiceView,
        answers: &Answers,
    ) -> Result<BTreeMap<String, String>, Internal> {
        let fields = view.definition.form.early_steps().flat_map(Step::fields);
        let codes: Vec<String> = fields
            .filter(|field| matches!(field.kind, FieldKind::Division))
            .filter_map(|field| answers.value(&field.key).map(str::to_owned))
            .collect();
        self.0.catalogue().division_names(&codes).await
    }
}
