//! Whom an applicant can name without typing: the applicant, and whoever was named in earlier applications.
//! There is no register of families; nobody else is offered.

use std::collections::BTreeSet;

use domain::forms::{AnswerSource, Answers, FieldKind, FormDefinition, Named, Relation, Step};
use domain::ids::CaseId;
use entities::account;
use sea_orm::{ConnectionTrait, EntityTrait};

use super::earlier::{Past, submitted};
use super::save_step::{keep_chosen, lock_editable};
use super::{CaseError, CaseView, Cases, store};
use crate::accounts::{self, Citizen};
use crate::{Internal, Portal};

/// Most people that are offered beside the applicant: a family and an employer.
const MAX_PEOPLE: usize = 8;

/// Whom the applicant has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonChoice {
    /// The applicant.
    Me,
    /// Somebody named in an earlier application.
    Named {
        /// The application.
        case: CaseId,
        /// Key of the answer.
        key: String,
    },
}

/// Somebody who can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedPerson {
    /// By what they are chosen.
    pub choice: PersonChoice,
    /// Who it is to the applicant.
    pub relation: Relation,
    /// The name.
    pub name: String,
}

impl Cases<'_> {
    /// Whom the citizen can choose in a step: the citizen first, then whoever was named in earlier
    /// applications, the newest first. Nobody where the step asks for nobody.
    ///
    /// # Errors
    /// When the database or the keys fail.
    pub async fn people(
        &self,
        citizen: &Citizen,
        view: &CaseView,
        step: &Step,
    ) -> Result<Vec<OfferedPerson>, Internal> {
        if !asks_for_people(step) || view.case.applicant != citizen.id {
            return Ok(Vec::new());
        }
        let db = self.0.db().read();
        let me = me(self.0, db, citizen).await?;
        let past = submitted(self.0, db, citizen, &view.case.id).await?;
        let own: Vec<_> = me.iter().map(|me| me.number.clone()).collect();
        let mut seen: BTreeSet<String> = own.into_iter().collect();
        let mut people: Vec<_> = me.iter().map(|me| offered(PersonChoice::Me, me)).collect();
        let most = people.len() + MAX_PEOPLE;
        for one in &past {
            for named in named(one) {
                if seen.insert(named.number.clone()) && people.len() < most {
                    let (case, key) = (one.case.clone(), named.key.clone());
                    people.push(offered(PersonChoice::Named { case, key }, &named));
                }
            }
        }
        Ok(people)
    }

    /// Puts the person whom the citizen has chosen into a question of a step, in place of what was typed
    /// there. Somebody whom the question cannot take, or who was never named, is not filled in: no page
    /// offers that.
    ///
    /// # Errors
    /// [`CaseError::NotFound`] for somebody else's case or what is no question for a person in this step,
    /// [`CaseError::NotEditable`] after it was submitted.
    pub async fn choose_person(
        &self,
        citizen: &Citizen,
        id: &CaseId,
        step: &str,
        question: &str,
        choice: PersonChoice,
    ) -> Result<(), CaseError> {
        let view = self.open(citizen, id).await?.ok_or(CaseError::NotFound)?;
        let relations = relations(&view.definition.form, step, question)?;
        let (portal, citizen, question) = (self.0.clone(), citizen.clone(), question.to_owned());
        self.0
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    let id = &view.case.id;
                    let row = lock_editable(&portal, tx, &citizen, id).await?;
                    let chosen = chosen(&portal, tx, &citizen, id, &choice).await?;
                    let chosen = chosen.filter(|(named, _)| relations.contains(&named.relation));
                    let Some((named, source)) = chosen else {
                        return Ok(());
                    };
                    let mut answers = store::answers(tx, portal.keys(), id).await?;
                    if !is_there(&question, &answers) {
                        return Ok(());
                    }
                    answers.choose(&question, named.values(), source);
                    let action = "case.choose-person";
                    Ok(keep_chosen(&portal, tx, &citizen, row, &answers, action).await?)
                })
            })
            .await
    }
}

/// Completes what the applicant has answered with the own person only: who says "myself" types neither name
/// nor number.
pub(super) async fn complete_me(
    portal: &Portal,
    db: &impl ConnectionTrait,
    citizen: &Citizen,
    form: &FormDefinition,
    answers: &mut Answers,
) -> Result<(), Internal> {
    let only_said = |values: &[String]| match values {
        [relation, name, number] => {
            relation == Relation::Me.key() && name.is_empty() && number.is_empty()
        }
        _ => false,
    };
    let keys: Vec<String> = answers
        .iter()
        .filter(|(key, answer)| {
            let kind = form.field(key).map(|field| &field.kind);
            matches!(kind, Some(FieldKind::Person { .. })) && only_said(&answer.values)
        })
        .map(|(key, _)| key.to_owned())
        .collect();
    if keys.is_empty() {
        return Ok(());
    }
    if let Some(me) = me(portal, db, citizen).await? {
        for key in keys {
            answers.set_typed(&key, me.values());
        }
    }
    Ok(())
}

/// The citizen, as the account has it; none while the account has no identity number.
async fn me(
    portal: &Portal,
    db: &impl ConnectionTrait,
    citizen: &Citizen,
) -> Result<Option<Named>, Internal> {
    let row = account::Entity::find_by_id(citizen.id.as_str())
        .one(db)
        .await?
        .ok_or(Internal::new("the account of a citizen is missing"))?;
    let keys = portal.keys();
    let number = accounts::store::resident_id(keys, &row)?;
    let name = accounts::store::name(keys, &row)?;
    Ok(number.map(|number| Named {
        key: String::new(),
        relation: Relation::Me,
        name,
        number,
    }))
}

/// The people of an application whom another one may name. Who was "myself" there is offered as such.
fn named(past: &Past) -> impl Iterator<Item = Named> + use<> {
    let people = past.definition.form.people_in(&past.answers);
    people
        .into_iter()
        .filter(|one| one.relation != Relation::Me)
}

fn offered(choice: PersonChoice, named: &Named) -> OfferedPerson {
    OfferedPerson {
        choice,
        relation: named.relation,
        name: named.name.clone(),
    }
}

/// The person behind a choice, and where the answer comes from then.
async fn chosen(
    portal: &Portal,
    db: &impl ConnectionTrait,
    citizen: &Citizen,
    case: &CaseId,
    choice: &PersonChoice,
) -> Result<Option<(Named, AnswerSource)>, Internal> {
    match choice {
        PersonChoice::Me => {
            let me = me(portal, db, citizen).await?;
            Ok(me.map(|me| (me, AnswerSource::Typed)))
        }
        PersonChoice::Named { case: from, key } => {
            let past = submitted(portal, db, citizen, case).await?;
            let Some(past) = past.into_iter().find(|one| one.case == *from) else {
                return Ok(None);
            };
            let source = AnswerSource::Earlier {
                case: past.case.clone(),
                answered_at: past.answered_at,
            };
            let named = named(&past).find(|one| one.key == *key);
            Ok(named.map(|named| (named, source)))
        }
    }
}

fn asks_for_people(step: &Step) -> bool {
    fn asks(kind: &FieldKind) -> bool {
        let mut columns = kind.row_fields().iter();
        matches!(kind, FieldKind::Person { .. }) || columns.any(|column| asks(&column.kind))
    }
    step.fields().any(|field| asks(&field.kind))
}

/// Who can be named in a question of this step.
fn relations(
    form: &FormDefinition,
    step: &str,
    question: &str,
) -> Result<Vec<Relation>, CaseError> {
    let outermost = question.split('.').next().unwrap_or_default();
    let step = form.step(step).ok_or(CaseError::NotFound)?;
    if !step.fields().any(|field| field.key == outermost) {
        return Err(CaseError::NotFound);
    }
    match form.field(question).map(|field| &field.kind) {
        Some(FieldKind::Person { relations }) => Ok(relations.clone()),
        _ => Err(CaseError::NotFound),
    }
}

/// Whether the rows around a question are there.
fn is_there(question: &str, answers: &Answers) -> bool {
    let mut around = question;
    while let Some((row, _)) = around.rsplit_once('.') {
        let Some((group, name)) = row.rsplit_once('.') else {
            return false;
        };
        if !answers.values(group).iter().any(|row| row == name) {
            return false;
        }
        around = group;
    }
    true
}
