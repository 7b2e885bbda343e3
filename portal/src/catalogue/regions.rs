//! The regions that departments serve, as a tree.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::DivisionCode;
use entities::division;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{Catalogue, Department};
use crate::Internal;

/// Digits of a code down to the county, and down to the town; codes of catalogues are filled up with
/// zeros to twelve.
const SHORT_CODES: [usize; 2] = [6, 9];
/// Levels of divisions: province, city, county, town, village.
const MAX_LEVELS: usize = 5;

/// A division 行政区划 that departments serve, or that lies above one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its code.
    pub code: DivisionCode,
    /// Its name.
    pub name: String,
    /// How many of these regions lie above it.
    pub depth: usize,
    /// Codes of the departments that serve it, in their order.
    pub departments: Vec<domain::ids::DepartmentCode>,
}

impl Catalogue<'_> {
    /// The regions that departments serve, each after the one above it. Departments whose region is not
    /// known stand in none of them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn regions(&self) -> Result<Vec<Region>, Internal> {
        Ok(self.snapshot().await?.regions.clone())
    }
}

/// The code under which the table of divisions knows a region.
fn short(code: &str) -> &str {
    let full = |length: &usize| {
        let rest = code.get(*length..);
        rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|digit| digit == b'0'))
    };
    let length = SHORT_CODES.into_iter().find(full);
    length.and_then(|length| code.get(..length)).unwrap_or(code)
}

pub(super) async fn load(
    db: &impl ConnectionTrait,
    departments: &[Department],
) -> Result<Vec<Region>, Internal> {
    let codes = departments.iter().map(|one| short(one.region.as_str()));
    let served: BTreeSet<String> = codes.map(str::to_owned).collect();
    let known = with_those_above(db, &served).await?;
    // Where all serve the same city, the province above it would only be one more heading.
    let kept: BTreeMap<&String, &division::Model> = known
        .iter()
        .filter(|(code, _)| served.contains(*code) || children(&known, code) > 1)
        .collect();
    let mut regions: Vec<(Vec<String>, Region)> = kept
        .values()
        .map(|row| {
            let path = path(&known, row);
            let above = path.iter().filter(|code| kept.contains_key(code)).count();
            let serving = departments
                .iter()
                .filter(|one| short(one.region.as_str()) == row.code)
                .map(|one| one.code.clone());
            let region = Region {
                code: DivisionCode::new(row.code.clone()),
                name: row.name.clone(),
                depth: above.saturating_sub(1),
                departments: serving.collect(),
            };
            (path, region)
        })
        .collect();
    regions.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(regions.into_iter().map(|(_, region)| region).collect())
}

/// The rows of these divisions and of all above them.
async fn with_those_above(
    db: &impl ConnectionTrait,
    codes: &BTreeSet<String>,
) -> Result<BTreeMap<String, division::Model>, Internal> {
    let mut known: BTreeMap<String, division::Model> = BTreeMap::new();
    let mut wanted: Vec<String> = codes.iter().cloned().collect();
    for _level in 0..MAX_LEVELS {
        if wanted.is_empty() {
            break;
        }
        let rows = division::Entity::find()
            .filter(division::Column::Code.is_in(std::mem::take(&mut wanted)))
            .all(db)
            .await?;
        let above = rows.iter().filter_map(|row| row.parent.clone());
        let above: BTreeSet<String> = above.filter(|code| !known.contains_key(code)).collect();
        known.extend(rows.into_iter().map(|row| (row.code.clone(), row)));
        wanted.extend(above.into_iter().filter(|code| !known.contains_key(code)));
    }
    Ok(known)
}

fn children(known: &BTreeMap<String, division::Model>, code: &str) -> usize {
    let below = |row: &&division::Model| row.parent.as_deref() == Some(code);
    known.values().filter(below).count()
}

/// The codes from the top of the tree down to a division.
fn path(known: &BTreeMap<String, division::Model>, row: &division::Model) -> Vec<String> {
    let mut path = vec![row.code.clone()];
    let mut above = row.parent.as_ref();
    while let Some(row) = above.and_then(|code| known.get(code))
        && path.len() < MAX_LEVELS
    {
        path.push(row.code.clone());
        above = row.parent.as_ref();
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_at_the_end_of_a_code_say_nothing() {
        for (long, code) in [
            ("511602000000", "511602"),
            ("511602001000", "511602001"),
            ("511602001003", "511602001003"),
            ("990100", "990100"),
        ] {
            assert_eq!(short(long), code, "{long}");
        }
    }
}
