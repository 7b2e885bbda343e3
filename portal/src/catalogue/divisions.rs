//! Administrative divisions as people name them.

use std::collections::BTreeMap;
use std::sync::Arc;

use entities::division;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Catalogue;
use crate::Internal;

/// Digits of a code that name the city.
const CITY_DIGITS: usize = 4;
/// Most divisions of a city that a page offers: a large city has some three hundred streets and towns.
const MAX_OFFERED: u64 = 400;
/// Levels above a division: village, town, county, city, province.
const MAX_LEVELS: usize = 5;

/// A division that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Its code.
    pub code: String,
    /// Its name with those above it up to the county, as addresses begin.
    pub name: String,
}

impl Catalogue<'_> {
    /// The counties, towns and streets of the portal's own city, by code.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn city_divisions(&self) -> Result<Arc<Vec<Division>>, Internal> {
        Ok(self.snapshot().await?.divisions.clone())
    }

    /// The full names of divisions by their codes; codes that do not exist are left out.
    pub(crate) async fn division_names(
        &self,
        codes: &[String],
    ) -> Result<BTreeMap<String, String>, Internal> {
        let db = self.0.db().read();
        let mut names = BTreeMap::new();
        for code in codes {
            if let Some(name) = full_name(db, code).await? {
                names.insert(code.clone(), name);
            }
        }
        Ok(names)
    }

    /// The code of the division that somebody means: its full name, or a name that only one has, in the city or
    /// else in the country. None when nobody or several are called so.
    pub(crate) async fn find_division(&self, words: &str) -> Result<Option<String>, Internal> {
        let words: String = words.split_whitespace().collect();
        let city = self.city_divisions().await?;
        if let Some(one) = city
            .iter()
            .find(|one| one.name == words || one.code == words)
        {
            return Ok(Some(one.code.clone()));
        }
        if let Some(one) = only_one_called(&city, &words) {
            return Ok(Some(one.code.clone()));
        }
        let db = self.0.db().read();
        let last = division::Entity::find()
            .filter(division::Column::Name.eq(words.as_str()))
            .limit(2)
            .all(db)
            .await?;
        if let [only] = last.as_slice() {
            return Ok(Some(only.code.clone()));
        }
        by_full_name(db, &words).await
    }
}

/// The town or street of the city that has this name without its county's; none where several have.
fn only_one_called<'a>(city: &'a [Division], words: &str) -> Option<&'a Division> {
    let county = |one: &Division| city.iter().find(|it| one.code.starts_with(&it.code));
    let mut called = city.iter().filter(|one| {
        let own = county(one).and_then(|county| one.name.strip_prefix(&county.name));
        own == Some(words)
    });
    match (called.next(), called.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// The division whose full name this is: among those whose own name it ends with.
async fn by_full_name(db: &impl ConnectionTrait, words: &str) -> Result<Option<String>, Internal> {
    let letters: Vec<char> = words.chars().collect();
    // A division's own name has two to some fifteen characters.
    for length in (2..=letters.len().min(15)).rev() {
        let own: String = letters[letters.len() - length..].iter().collect();
        let called = division::Entity::find()
            .filter(division::Column::Name.eq(own))
            .limit(50)
            .all(db)
            .await?;
        for row in called {
            if full_name(db, &row.code).await?.as_deref() == Some(words) {
                return Ok(Some(row.code));
            }
        }
    }
    Ok(None)
}

async fn full_name(db: &impl ConnectionTrait, code: &str) -> Result<Option<String>, Internal> {
    let mut names = Vec::new();
    let mut next = Some(code.to_owned());
    while let Some(code) = next.take()
        && names.len() < MAX_LEVELS
    {
        let Some(row) = division::Entity::find_by_id(code).one(db).await? else {
            break;
        };
        names.push(row.name);
        next = row.parent;
    }
    names.reverse();
    Ok((!names.is_empty()).then(|| names.concat()))
}

/// The divisions below a city, with the county before the name of a town.
pub(super) async fn of_city(
    db: &impl ConnectionTrait,
    region: &str,
) -> Result<Vec<Division>, Internal> {
    let city: String = region.chars().take(CITY_DIGITS).collect();
    let rows = division::Entity::find()
        .filter(division::Column::Code.starts_with(city))
        .filter(division::Column::Level.is_in([3_i16, 4]))
        .order_by_asc(division::Column::Code)
        .limit(MAX_OFFERED)
        .all(db)
        .await?;
    let counties: BTreeMap<String, String> = rows
        .iter()
        .filter(|row| row.level == 3)
        .map(|row| (row.code.clone(), row.name.clone()))
        .collect();
    let name = |row: &division::Model| {
        let county = row.parent.as_ref().and_then(|parent| counties.get(parent));
        format!("{}{}", county.map_or("", String::as_str), row.name)
    };
    Ok(rows
        .iter()
        .map(|row| Division {
            code: row.code.clone(),
            name: name(row),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_is_found_by_its_own_name_where_only_one_has_it() {
        let city: Vec<_> = [
            ("990102", "云岭区"),
            ("990102001", "云岭区和顺街道"),
            ("990102002", "云岭区梧桐街道"),
            ("990103", "清溪区"),
            ("990103001", "清溪区和顺街道"),
        ]
        .map(|(code, name)| Division {
            code: code.to_owned(),
            name: name.to_owned(),
        })
        .into();
        let code = |words| only_one_called(&city, words).map(|one| one.code.as_str());
        assert_eq!(code("梧桐街道"), Some("990102002"));
        for words in ["和顺街道", "街道", "云岭区", ""] {
            assert_eq!(code(words), None, "{words}");
        }
    }
}
