//! Issuing the document that a step of a case makes. A step makes at most one, however often this runs.

use chrono::Datelike;
use domain::ItemCode;
use domain::calendar::civil_date;
use domain::cases::{Case, Event};
use domain::catalogue::{ItemType, ServiceDefinition};
use domain::documents::{CODE_BYTES, DocumentBody, DocumentKind, DocumentNumber, VerificationCode};
use domain::identity::ResidentId;
use domain::text::Locale;
use entities::{account, case_document, material, service_case, service_item};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    Set,
};

use super::store::{self, TABLE};
use super::wording::{self, Facts, Material};
use crate::accounts;
use crate::cases::{name_of, store as cases};
use crate::{Internal, Portal, counters, ids};

/// What has just happened to a case.
pub(crate) struct Step<'a> {
    /// The case after it.
    pub case: &'a Case,
    /// What it was.
    pub event: &'a Event,
    /// The version of the service that the case was started on.
    pub definition: &'a ServiceDefinition,
}

/// Issues the document that the step makes, if it makes one.
///
/// # Errors
/// [`Internal`] when the database or the keys fail.
pub(crate) async fn issue(
    portal: &Portal,
    tx: &DatabaseTransaction,
    step: &Step<'_>,
) -> Result<(), Internal> {
    let case = step.case;
    let Some(kind) = DocumentKind::made_by(step.event.kind(), case) else {
        return Ok(());
    };
    let sequence = i32::try_from(case.revision)
        .map_err(|_| Internal::new("a history is longer than its column can count"))?;
    let there = case_document::Entity::find()
        .filter(case_document::Column::CaseId.eq(case.id.as_str()))
        .filter(case_document::Column::Sequence.eq(sequence))
        .count(tx)
        .await?;
    if there > 0 {
        return Ok(());
    }
    let now = portal.now();
    let facts = facts(portal, tx, step, kind).await?;
    if kind == DocumentKind::ServiceProof && facts.served.is_none() {
        // Decided before there were documents: what has no number cannot be proved to be served.
        return Ok(());
    }
    // Last, since the next one of the department waits for this transaction from here on.
    let number = next_number(tx, case, kind, civil_date(now).year()).await?;
    let code = new_code()?;
    let sheet = |locale| wording::sheet(&facts, locale, &number, &code);
    let body = DocumentBody {
        zh: sheet(Locale::ZhHans),
        en: sheet(Locale::En),
        number,
        code,
    };
    let (keys, id) = (portal.keys(), ids::new(now));
    let place = i32::try_from(number.sequence)
        .map_err(|_| Internal::new("a number is greater than its column can hold"))?;
    case_document::ActiveModel {
        case_id: Set(case.id.to_string()),
        sequence: Set(sequence),
        kind: Set(kind.key().to_owned()),
        department_code: Set(case.department.to_string()),
        year: Set(number.year),
        number: Set(place),
        code_index: Set(store::code_index(keys, &body.code)),
        body: Set(keys.seal_json(TABLE, "body", &id, &body)?),
        issued_at: Set(now),
        opened_at: Set(None),
        id: Set(id),
    }
    .insert(tx)
    .await?;
    Ok(())
}

async fn next_number(
    tx: &DatabaseTransaction,
    case: &Case,
    kind: DocumentKind,
    year: i32,
) -> Result<DocumentNumber, Internal> {
    let counter = format!("document:{}:{}:{year}", case.department, kind.key());
    let next = counters::next(tx, counter).await?;
    Ok(DocumentNumber {
        year,
        kind,
        sequence: u32::try_from(next)
            .map_err(|_| Internal::new("a counter of documents is out of range"))?,
    })
}

fn new_code() -> Result<VerificationCode, Internal> {
    let mut random = [0; CODE_BYTES];
    getrandom::fill(&mut random)
        .map_err(|error| Internal::caused("the system gave no randomness", error))?;
    Ok(VerificationCode::from_random(random))
}

/// Everything that the document can speak of.
async fn facts<'a>(
    portal: &'a Portal,
    tx: &DatabaseTransaction,
    step: &'a Step<'_>,
    kind: DocumentKind,
) -> Result<Facts<'a>, Internal> {
    let (case, keys) = (step.case, portal.keys());
    let applicant = account::Entity::find_by_id(case.applicant.as_str())
        .one(tx)
        .await?
        .ok_or(Internal::new("the applicant of a case is missing"))?;
    let row = service_case::Entity::find_by_id(case.id.as_str())
        .one(tx)
        .await?
        .ok_or(Internal::new("a case is missing"))?;
    let served = match kind {
        DocumentKind::ServiceProof => decision(portal, tx, case).await?,
        _ => None,
    };
    let materials = match kind {
        DocumentKind::Receipt => materials(portal, tx, step).await?,
        _ => Vec::new(),
    };
    Ok(Facts {
        kind,
        event: step.event,
        case,
        definition: step.definition,
        name: accounts::store::name(keys, &applicant)?,
        identity_masked: accounts::store::resident_id(keys, &applicant)?
            .and_then(|number| ResidentId::parse(&number).ok())
            .map(|number| number.masked()),
        item: name_of(portal, case).await?,
        item_type: item_type(tx, &case.item).await?,
        office: portal.catalogue().department(&case.department).await?.name,
        submitted_at: row.submitted_at,
        now: portal.now(),
        base_url: &portal.settings().base_url,
        materials,
        served,
    })
}

/// The legal type of an item, in whatever state it is: a case outlives the item that it was started on.
async fn item_type(tx: &DatabaseTransaction, item: &ItemCode) -> Result<ItemType, Internal> {
    service_item::Entity::find_by_id(item.as_str())
        .one(tx)
        .await?
        .and_then(|row| u8::try_from(row.item_type).ok())
        .and_then(ItemType::from_code)
        .ok_or(Internal::new("the item of a case is missing"))
}

/// The decision that a proof of service is about; none where it was made before there were documents.
async fn decision(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
) -> Result<Option<super::CaseDocument>, Internal> {
    let mut all = store::of_case(tx, portal.keys(), &case.id).await?;
    all.retain(|document| document.kind == DocumentKind::Approval);
    Ok(all.pop())
}

/// What was handed in, slot by slot in the order of the form.
async fn materials(
    portal: &Portal,
    tx: &DatabaseTransaction,
    step: &Step<'_>,
) -> Result<Vec<Material>, Internal> {
    let files = material::Entity::find()
        .filter(material::Column::CaseId.eq(step.case.id.as_str()))
        .all(tx)
        .await?;
    let answers = cases::answers(tx, portal.keys(), step.case.file()).await?;
    let slots = step.definition.form.materials();
    let materials = slots.filter_map(|slot| {
        let files = files.iter().filter(|file| file.slot == slot.key).count();
        Material::of(slot.name.clone(), answers.value(&slot.key), files)
    });
    Ok(materials.collect())
}
