//! What the desk makes of a case that was just handed in, in the same transaction: it can be found, and it is
//! somebody's.

use std::collections::BTreeSet;

use domain::cases::{Case, CaseState};
use domain::desk::normal_name;
use domain::forms::{Answers, FieldKind, FormDefinition};
use domain::identity::{MobilePhone, ResidentId};
use entities::{account, case_search, service_case};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::assignment_rules;
use crate::cases::store;
use crate::sealing::Keys;
use crate::{Internal, Portal, accounts};

/// Purpose of the blind index over what a case is found by. Names and numbers share it: the same characters
/// are never both.
const PURPOSE: &str = "case-search";

/// Blind index of a name in its normal form.
pub(super) fn name_index(keys: &Keys, name: &str) -> Vec<u8> {
    keys.blind_index(PURPOSE, name)
}

/// Blind index of an identity number.
pub(super) fn id_index(keys: &Keys, number: &ResidentId) -> Vec<u8> {
    keys.blind_index(PURPOSE, number.as_str())
}

/// Blind index of a mobile number.
pub(super) fn phone_index(keys: &Keys, number: &MobilePhone) -> Vec<u8> {
    keys.blind_index(PURPOSE, number.as_str())
}

/// Makes a case that was handed in findable, notes whether the applicant calls anything wrong, and finds it an
/// officer where the department has a rule and nobody has it.
pub(crate) async fn take_in(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    form: &FormDefinition,
) -> Result<(), Internal> {
    let answers = store::answers(tx, portal.keys(), case.file()).await?;
    index(portal, tx, case, form, &answers).await?;
    service_case::Entity::update_many()
        .col_expr(
            service_case::Column::Questioned,
            Expr::value(Some(answers.are_questioned())),
        )
        .filter(service_case::Column::Id.eq(case.id.as_str()))
        .exec(tx)
        .await?;
    let decided = matches!(case.state, CaseState::Approved { .. }) || case.state.is_final();
    let row = service_case::Entity::find_by_id(case.id.as_str())
        .one(tx)
        .await?;
    let is_free = row.is_some_and(|row| row.assignee_id.is_none());
    if is_free && !decided {
        assignment_rules::by_rule(portal, tx, case).await?;
    }
    Ok(())
}

/// The applicant's name and numbers, and every such number that was answered.
async fn index(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    form: &FormDefinition,
    answers: &Answers,
) -> Result<(), Internal> {
    let keys = portal.keys();
    let applicant = account::Entity::find_by_id(case.applicant.as_str())
        .one(tx)
        .await?
        .ok_or(Internal::new("the applicant of a case is missing"))?;
    let name = normal_name(&accounts::store::name(keys, &applicant)?);
    let mut words = BTreeSet::from([name_index(keys, &name)]);
    let mut numbers: Vec<String> = Vec::new();
    numbers.extend(accounts::store::resident_id(keys, &applicant)?);
    numbers.extend(accounts::store::phone(keys, &applicant)?);
    let is_number = |kind: &FieldKind| matches!(kind, FieldKind::ResidentId | FieldKind::Phone);
    let asked = form.fields().filter(|field| is_number(&field.kind));
    numbers.extend(asked.filter_map(|field| answers.value(&field.key).map(str::to_owned)));
    for number in numbers {
        words.extend(ResidentId::parse(&number).map(|it| id_index(keys, &it)));
        words.extend(MobilePhone::parse(&number).map(|it| phone_index(keys, &it)));
    }
    let rows = words.into_iter().map(|word| case_search::ActiveModel {
        case_id: Set(case.id.to_string()),
        department_code: Set(case.department.to_string()),
        word: Set(word),
    });
    let mut known = OnConflict::columns([case_search::Column::CaseId, case_search::Column::Word]);
    case_search::Entity::insert_many(rows)
        .on_conflict(known.do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
