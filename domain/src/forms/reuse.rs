//! Tell us once: what certificates and earlier applications say already, as answers to the questions of a
//! form.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::value::{canonical, person_problem, problem};
use super::{
    Answer, AnswerSource, Answers, Field, FieldKind, FormDefinition, Prefill, Reading, Relation,
    Step,
};
use crate::CaseId;

/// An application that the applicant has submitted before.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'e> {
    /// Its form, in the version that it was filled in on.
    pub form: &'e FormDefinition,
    /// Its answers to what was really asked.
    pub answers: &'e Answers,
    /// The application.
    pub case: &'e CaseId,
    /// When it was submitted.
    pub answered_at: DateTime<Utc>,
}

/// Somebody whom the applicant has named in an application.
#[derive(Clone, PartialEq, Eq)]
pub struct Named {
    /// Key of the answer.
    pub key: String,
    /// Who it is to the applicant.
    pub relation: Relation,
    /// Name of the person or organisation.
    pub name: String,
    /// Identity number, of an organisation its unified social credit code.
    pub number: String,
}

impl std::fmt::Debug for Named {
    /// Without the person: it must not get into a log by a debug print.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Named({}, {:?})", self.key, self.relation)
    }
}

impl Named {
    /// The values of the answer that names this person.
    pub fn values(&self) -> Vec<String> {
        vec![
            self.relation.key().to_owned(),
            self.name.clone(),
            self.number.clone(),
        ]
    }
}

impl Field {
    /// What a certificate says in words, as an answer to this question: the options whose Chinese labels
    /// stand there, else the words themselves. `None` when that is no valid answer on this day; then the
    /// question is asked, since nobody could mend what is filled in and locked.
    pub fn read_words(&self, words: &str, today: NaiveDate) -> Option<Vec<String>> {
        let option = |label: &str| {
            let mut options = self.kind.options().iter();
            let option = options.find(|option| option.label.zh == label)?;
            Some(option.value.clone())
        };
        let values: Vec<String> = match &self.kind {
            FieldKind::Choice { .. } => vec![option(words)?],
            FieldKind::Choices { .. } => words.split('、').map(option).collect::<Option<_>>()?,
            kind => vec![canonical(kind, words)],
        };
        let fits =
            |value: &String| !value.is_empty() && problem(&self.kind, value, today).is_none();
        values.iter().all(fits).then_some(values)
    }
}

impl Earlier<'_> {
    /// What was answered to a question of this key and kind; what the applicant has called wrong is no
    /// answer.
    fn answer(&self, field: &Field) -> Option<&Answer> {
        let before = self.form.field(&field.key)?;
        let answer = self.answers.get(&field.key)?;
        let holds = before.kind.name() == field.kind.name()
            && !answer.values.is_empty()
            && answer.objection.is_none();
        holds.then_some(answer)
    }
}

impl Reading<'_> {
    /// Whether a step asks something that an earlier application may answer and nobody has answered yet.
    pub fn asks_again(&self, step: &Step) -> bool {
        self.open_again(step).next().is_some()
    }

    /// What earlier applications, the newest first, say to the open questions of a step. Of each question
    /// the newest answer only, and only where it is still valid; the checks of the question are asked too.
    /// Nothing is filled in by this: the applicant says yes first.
    pub fn offers(&self, step: &Step, earlier: &[Earlier<'_>]) -> Answers {
        let mut offers = Answers::default();
        for field in self.open_again(step) {
            let newest = earlier
                .iter()
                .find_map(|one| Some((one, one.answer(field)?)));
            let Some((from, answer)) = newest else {
                continue;
            };
            if self.would_take(field, &answer.values) {
                let source = AnswerSource::Earlier {
                    case: from.case.clone(),
                    answered_at: from.answered_at,
                };
                offers.insert(&field.key, Answer::new(answer.values.clone(), source));
            }
        }
        offers
    }

    fn open_again<'s>(&self, step: &'s Step) -> impl Iterator<Item = &'s Field> {
        let open = |field: &&Field| {
            field.prefill == Some(Prefill::Earlier)
                && field.kind.can_come_from(&Prefill::Earlier)
                && field.computed.is_none()
                && self.answers().values(&field.key).is_empty()
        };
        self.fields(step).into_iter().filter(open)
    }

    fn would_take(&self, field: &Field, values: &[String]) -> bool {
        let mut answers = self.answers().clone();
        answers.insert(
            &field.key,
            Answer::new(values.to_vec(), AnswerSource::Typed),
        );
        let reading = self.form().read(&answers, self.today());
        reading.field_problem(field, &field.key).is_none()
    }
}

impl FormDefinition {
    /// Everybody whom the answers name in full, each number once.
    pub fn people_in(&self, answers: &Answers) -> Vec<Named> {
        let mut found = BTreeMap::new();
        for (key, answer) in answers.iter() {
            let kind = self.field(key).map(|field| &field.kind);
            let Some(FieldKind::Person { relations }) = kind else {
                continue;
            };
            if person_problem(&answer.values, relations).is_some() || answer.objection.is_some() {
                continue;
            }
            if let [relation, name, number] = answer.values.as_slice()
                && let Some(relation) = Relation::parse(relation)
            {
                found.entry(number.clone()).or_insert_with(|| Named {
                    key: key.to_owned(),
                    relation,
                    name: name.clone(),
                    number: number.clone(),
                });
            }
        }
        found.into_values().collect()
    }
}
