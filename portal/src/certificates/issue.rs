//! Issuing the certificate of an approved case. A case has at most one, however often this runs.

use chrono::{DateTime, Utc};
use domain::CaseId;
use domain::calendar::civil_date;
use domain::cases::{Case, CaseState, Delivery, Event, Party};
use domain::certificates::{
    CertificateBody, CertificateIdentifier, CertificateState, CertificateTemplate, LineSource,
};
use domain::forms::Answers;
use domain::identity::ResidentId;
use domain::text::Text;
use entities::{account, certificate, service_case};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    Set,
};
use serde_json::{Value, json};

use super::store::TABLE;
use crate::accounts;
use crate::cases::{AdvanceError, Rules, advance, definition_of, go_on_with_result, store};
use crate::jobs::{Job, Outcome};
use crate::{Internal, Portal, ids};

/// Kind of the job.
pub(crate) const KIND: &str = "issue-certificate";

/// The job that issues the certificate of a case and closes it.
pub(crate) fn issue_job(case: &CaseId, now: DateTime<Utc>) -> Job {
    Job {
        kind: KIND,
        effect_key: format!("{KIND}:{case}"),
        payload: json!({ "case": case }),
        run_at: now,
    }
}

/// Carries the job out.
/// As [`issue_job`], for a result that was kept back until the others of its joint application were there.
pub(crate) fn issue_together_job(case: &CaseId, now: DateTime<Utc>) -> Job {
    Job {
        effect_key: format!("{KIND}:{case}:together"),
        ..issue_job(case, now)
    }
}

pub(crate) async fn issue(portal: &Portal, payload: Value) -> Outcome {
    let Some(case) = payload["case"].as_str().map(CaseId::new) else {
        return Outcome::Fail(Internal::new("the job names no case"));
    };
    deliver(portal, case).await.into()
}

async fn deliver(portal: &Portal, id: CaseId) -> Result<(), Internal> {
    let catalogue = portal.catalogue();
    let calendar = catalogue.calendar().await?;
    let work = portal.clone();
    let delivered = portal
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let portal = work;
                let row = store::lock(tx, &id)
                    .await?
                    .ok_or(Internal::new("the case of a certificate is missing"))?;
                let case = store::case(portal.keys(), &row)?;
                if !matches!(case.state, CaseState::Approved { .. }) {
                    return Ok(());
                }
                let definition = definition_of(&portal, &case).await?;
                let how = match &definition.certificate {
                    Some(template) => {
                        if !is_issued(tx, &case).await? {
                            add(&portal, tx, &case, template).await?;
                        }
                        Delivery::Certificate
                    }
                    None => Delivery::Decision,
                };
                // What somebody hands over or posts is delivered by that person.
                if definition.flow.handed_over {
                    return go_on_with_result(&portal, tx, &case, &calendar).await;
                }
                let rules = Rules {
                    definition: &definition,
                    calendar: &calendar,
                };
                let event = Event::Deliver { how };
                advance(&portal, tx, case, event, &Party::System, &rules).await?;
                Ok::<_, AdvanceError>(())
            })
        })
        .await;
    match delivered {
        // Another worker was quicker.
        Ok(()) | Err(AdvanceError::Changed | AdvanceError::Refused(_)) => Ok(()),
        Err(AdvanceError::Internal(internal)) => Err(internal),
    }
}

async fn add(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    template: &CertificateTemplate,
) -> Result<(), Internal> {
    let now = portal.now();
    let answers = store::answers(tx, portal.keys(), case.file()).await?;
    let body = body(portal, tx, case, template, &answers).await?;
    let id = ids::new(now);
    certificate::ActiveModel {
        identifier: Set(identifier(portal, case, template).await?.to_string()),
        case_id: Set(case.id.to_string()),
        holder_id: Set(case.applicant.to_string()),
        item_code: Set(case.item.to_string()),
        department_code: Set(case.department.to_string()),
        body: Set(portal.keys().seal_json(TABLE, "body", &id, &body)?),
        state: Set(CertificateState::Valid.key().to_owned()),
        issued_at: Set(now),
        valid_until: Set(body.valid_until),
        id: Set(id),
    }
    .insert(tx)
    .await?;
    Ok(())
}

/// The identifier: kind and issuer as the standard has them, the case number as serial, which makes
/// it unique.
/// Whether it was issued before: what somebody hands over may be asked for again.
async fn is_issued(tx: &DatabaseTransaction, case: &Case) -> Result<bool, Internal> {
    let issued = certificate::Entity::find()
        .filter(certificate::Column::CaseId.eq(case.id.as_str()))
        .count(tx)
        .await?;
    Ok(issued > 0)
}

async fn identifier(
    portal: &Portal,
    case: &Case,
    template: &CertificateTemplate,
) -> Result<CertificateIdentifier, Internal> {
    let number = case
        .number
        .as_ref()
        .ok_or(Internal::new("a decided case has no number"))?;
    let issuer = portal
        .catalogue()
        .department(&case.department)
        .await?
        .credit_code
        .ok_or(Internal::new("the issuing department has no credit code"))?;
    CertificateIdentifier::compose(&template.type_code, issuer.as_str(), &number.to_string(), 1)
        .map_err(|error| Internal::caused("a certificate identifier cannot be made", error))
}

async fn body(
    portal: &Portal,
    tx: &DatabaseTransaction,
    case: &Case,
    template: &CertificateTemplate,
    answers: &Answers,
) -> Result<CertificateBody, Internal> {
    let catalogue = portal.catalogue();
    let calendar = catalogue.calendar().await?;
    let holder = account::Entity::find_by_id(case.applicant.as_str())
        .one(tx)
        .await?
        .ok_or(Internal::new("the holder of a certificate is missing"))?;
    let keys = portal.keys();
    let holder_id_masked = accounts::store::resident_id(keys, &holder)?
        .and_then(|number| ResidentId::parse(&number).ok())
        .map(|number| number.masked())
        .unwrap_or_default();
    let issued_on = civil_date(portal.now());
    let definition = definition_of(portal, case).await?;
    let divisions = catalogue
        .division_names(&definition.form.divisions_in(answers))
        .await?;
    let mut fields = Vec::with_capacity(template.fields.len());
    for field in &template.fields {
        let shown = match &field.from {
            LineSource::Field(key) => definition.form.shown(key, answers),
            LineSource::Result(of) => result_of(tx, case, &of.result_of).await?,
        };
        if let Some(mut shown) = shown {
            for (code, name) in &divisions {
                shown.zh = shown.zh.replace(code.as_str(), name);
            }
            fields.push((field.label.clone(), shown));
        }
    }
    Ok(CertificateBody {
        name: template.name.clone(),
        holder: accounts::store::name(keys, &holder)?,
        holder_id_masked,
        issuer: catalogue.department(&case.department).await?.name,
        fields,
        issued_on,
        valid_until: template
            .validity
            .map(|limit| limit.due(issued_on, &calendar).date),
    })
}

/// The identifier of the certificate that came of another matter of the same joint application; none where
/// that matter is no part of it.
async fn result_of(
    tx: &DatabaseTransaction,
    case: &Case,
    matter: &str,
) -> Result<Option<Text>, Internal> {
    let other = service_case::Entity::find()
        .filter(service_case::Column::PartOf.eq(case.file().as_str()))
        .filter(service_case::Column::Matter.eq(matter))
        .one(tx)
        .await?;
    let Some(other) = other else {
        return Ok(None);
    };
    let row = certificate::Entity::find()
        .filter(certificate::Column::CaseId.eq(other.id))
        .one(tx)
        .await?;
    Ok(row.map(|row| Text::zh(row.identifier)))
}
