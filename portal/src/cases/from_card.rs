//! What the identity card says of a citizen at a counter whom no register knows: the officer has read it once, and
//! types none of it again. It counts as typed, and can be changed as such.

use domain::forms::{Answers, FormDefinition, Prefill, RegisterField};
use domain::identity::{ResidentId, Sex};
use entities::account;
use sea_orm::{DatabaseTransaction, EntityTrait};

use crate::accounts::{Citizen, store};
use crate::{Internal, Portal};

/// Fills in what is still open and stands on the card; nothing for a citizen who acts alone.
pub(super) async fn fill(
    portal: &Portal,
    tx: &DatabaseTransaction,
    citizen: &Citizen,
    form: &FormDefinition,
    answers: &mut Answers,
) -> Result<(), Internal> {
    if citizen.attended_by.is_none() {
        return Ok(());
    }
    let row = account::Entity::find_by_id(citizen.id.as_str())
        .one(tx)
        .await?
        .ok_or(Internal::new("the account of a citizen is missing"))?;
    let number = store::resident_id(portal.keys(), &row)?;
    let number = number.and_then(|number| ResidentId::parse(&number).ok());
    let phone = store::phone(portal.keys(), &row)?;
    for field in form.fields() {
        let Some(Prefill::Register(asked)) = field.prefill else {
            continue;
        };
        let number = number.as_ref();
        let value = match asked {
            RegisterField::Name => Some(citizen.name.clone()),
            RegisterField::ResidentId => number.map(|it| it.as_str().to_owned()),
            RegisterField::BirthDate => number.map(|it| it.birth_date().to_string()),
            RegisterField::Sex => number.map(|it| sex(it.sex()).to_owned()),
            RegisterField::Phone => phone.clone(),
            _ => None,
        };
        if let Some(value) = value.filter(|_| answers.values(&field.key).is_empty()) {
            answers.set_typed(&field.key, vec![value]);
        }
    }
    Ok(())
}

/// The sex as the population register writes it.
const fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "male",
        Sex::Female => "female",
    }
}
