//! Is there somebody for every service that can be applied for?

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::cases::Role;
use domain::ids::DepartmentCode;
use entities::{account, officer};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Finding, failed};
use crate::{Internal, Portal};

/// Officers of one department who work on cases.
#[derive(Clone, Copy, Default)]
struct Posts {
    handlers: usize,
    reviewers: usize,
}

impl Posts {
    /// Four eyes (审核分离) need a reviewer and somebody else; otherwise one officer is enough.
    fn suffice(self, four_eyes: bool) -> bool {
        if four_eyes {
            self.reviewers >= 1 && self.handlers + self.reviewers >= 2
        } else {
            self.handlers + self.reviewers >= 1
        }
    }
}

pub(super) async fn posted(portal: &Portal) -> Finding {
    let needs = needs(portal).await.map_err(failed)?;
    let posts = posts(portal).await.map_err(failed)?;
    let lacking: Vec<String> = needs
        .iter()
        .filter(|(department, (_, four_eyes))| {
            !posts
                .get(*department)
                .copied()
                .unwrap_or_default()
                .suffice(*four_eyes)
        })
        .map(|(_, (name, _))| name.clone())
        .collect();
    if lacking.is_empty() {
        Ok(format!(
            "{} departments with services online, all with officers",
            needs.len()
        ))
    } else {
        Err(format!(
            "too few officers for the services online of {}",
            lacking.join(", ")
        ))
    }
}

/// The departments with services online: their names, and whether any service asks for four eyes.
async fn needs(portal: &Portal) -> Result<BTreeMap<DepartmentCode, (String, bool)>, Internal> {
    let catalogue = portal.catalogue();
    let mut needs = BTreeMap::new();
    for row in catalogue.home().await?.online {
        let view = catalogue.item(&row.code).await?;
        let four_eyes = view
            .and_then(|view| view.definition)
            .is_some_and(|definition| definition.flow.four_eyes);
        let need = needs
            .entry(row.department.clone())
            .or_insert_with(|| (row.department_name.zh.clone(), false));
        need.1 |= four_eyes;
    }
    Ok(needs)
}

async fn posts(portal: &Portal) -> Result<HashMap<DepartmentCode, Posts>, Internal> {
    let db = portal.db().read();
    let closed: HashSet<String> = account::Entity::find()
        .filter(account::Column::Disabled.eq(true))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();
    let mut posts: HashMap<DepartmentCode, Posts> = HashMap::new();
    for row in officer::Entity::find().all(db).await? {
        if closed.contains(&row.account_id) {
            continue;
        }
        let posts = posts
            .entry(DepartmentCode::new(row.department_code))
            .or_default();
        match Role::parse(&row.role) {
            Some(Role::Handler) => posts.handlers += 1,
            Some(Role::Reviewer) => posts.reviewers += 1,
            _ => {}
        }
    }
    Ok(posts)
}
