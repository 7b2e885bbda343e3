//! A joint application with its matters, as pages show it.

use std::sync::Arc;

use domain::calendar::DueDate;
use domain::cases::{Case, CaseNumber, Matter, Standing};
use domain::catalogue::ServiceDefinition;
use domain::ids::{CaseId, CertificateId};
use domain::text::Text;
use entities::service_case;
use sea_orm::EntityTrait;

use super::{Begun, asked, begun, standings};
use crate::cases::definition::definition;
use crate::cases::store;
use crate::{Internal, Portal};

/// A joint application with all of its matters, as pages show it.
#[derive(Clone, Debug)]
pub struct JointView {
    /// The application.
    pub application: CaseId,
    /// Its number.
    pub number: Option<CaseNumber>,
    /// Its name.
    pub name: Text,
    /// The matters that are part of it, in their order.
    pub matters: Vec<MatterView>,
}

/// One matter of a joint application.
#[derive(Clone, Debug)]
pub struct MatterView {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// The name of the department that decides it.
    pub department: Text,
    /// Where it stands.
    pub standing: Standing,
    /// The keys of the matters whose results it needs.
    pub after: Vec<String>,
    /// Its case, once it has begun.
    pub case: Option<CaseId>,
    /// The number of that case.
    pub number: Option<CaseNumber>,
    /// The last part of a Fluent key `case-state-…`, once it has begun.
    pub state: Option<&'static str>,
    /// When the next thing is due.
    pub due: Option<DueDate>,
    /// What came of it.
    pub certificate: Option<CertificateId>,
    /// The identifier of that certificate.
    pub identifier: Option<String>,
}

impl JointView {
    /// The matters of the application that this one needs the results of.
    pub fn needed<'a>(&'a self, matter: &'a MatterView) -> impl Iterator<Item = &'a MatterView> {
        let is_needed = |it: &&MatterView| matter.after.contains(&it.key);
        self.matters.iter().filter(is_needed)
    }
}

/// The joint application that a case is, or is part of, with its matters; none where it is neither.
pub(in crate::cases) async fn view(
    portal: &Portal,
    case: &Case,
) -> Result<Option<JointView>, Internal> {
    let whole: Arc<ServiceDefinition> = definition(portal, &case.item, case.version).await?;
    let Some(joint) = &whole.flow.joint else {
        return Ok(None);
    };
    let db = portal.db().read();
    let application = if case.part.is_none() {
        case.clone()
    } else {
        let row = service_case::Entity::find_by_id(case.file().as_str())
            .one(db)
            .await?
            .ok_or(Internal::new("the joint application of a case is missing"))?;
        store::case(portal.keys(), &row)?
    };
    let begun = begun(portal, db, &application.id).await?;
    let asked = asked(portal, db, &application, &whole).await?;
    let mut matters = Vec::new();
    for (matter, standing) in standings(joint, &asked, &begun) {
        if standing != Standing::NotAsked {
            let part = begun.get(&matter.key);
            matters.push(shown(portal, matter, standing, part).await?);
        }
    }
    Ok(Some(JointView {
        name: portal.catalogue().item_name(&application.item).await?,
        number: application.number,
        application: application.id,
        matters,
    }))
}

async fn shown(
    portal: &Portal,
    matter: &Matter,
    standing: Standing,
    part: Option<&Begun>,
) -> Result<MatterView, Internal> {
    let issued = part.and_then(|it| it.certificate.as_ref());
    Ok(MatterView {
        key: matter.key.clone(),
        name: matter.name.clone(),
        department: portal
            .catalogue()
            .department(&matter.department)
            .await?
            .name,
        standing,
        after: matter.after.clone(),
        case: part.map(|it| it.case.id.clone()),
        number: part.and_then(|it| it.case.number.clone()),
        state: part.map(|it| it.case.state.key()),
        due: part.and_then(|it| it.case.next_due()),
        certificate: issued.map(|row| CertificateId::new(row.id.clone())),
        identifier: issued.map(|row| row.identifier.clone()),
    })
}
