//! The published figures of evaluations.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Datelike, Months, NaiveDate, TimeDelta, Utc};
use domain::calendar::{civil_date, start_of};
use domain::evaluations::{RATED_STATES, Share, StrikeGround, Tally};
use domain::text::Text;
use domain::{DepartmentCode, ItemCode};
use entities::{default_evaluation, evaluation, rectification, service_case};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use super::{Evaluations, level};
use crate::{Internal, Portal};

/// Months that are published, this one with them.
pub(super) const MONTHS: u32 = 12;

/// The figures of the last twelve months.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The day that they were counted on.
    pub as_of: NaiveDate,
    /// This month so far.
    pub month: Period,
    /// The last twelve months, this one with them.
    pub year: Period,
    /// The whole city month by month, oldest first; each by its first day.
    pub months: Vec<(NaiveDate, Tally)>,
}

/// The figures of some time.
#[derive(Clone, Debug)]
pub struct Period {
    /// Of the whole city.
    pub city: Tally,
    /// 覆盖率: items that were evaluated, of those that were used.
    pub coverage: Option<Share>,
    /// Of each department with anything to count, in the order of the catalogue.
    pub departments: Vec<(Text, Tally)>,
    /// Of each item with anything to count, those with most evaluations first.
    pub items: Vec<ItemFigures>,
    /// How many reviews were struck out, by ground.
    pub struck_out: Vec<(StrikeGround, u64)>,
}

/// The figures of an item.
#[derive(Clone, Debug)]
pub struct ItemFigures {
    /// The item.
    pub code: ItemCode,
    /// Its name.
    pub name: Text,
    /// The name of its department.
    pub department: Text,
    /// The counts.
    pub tally: Tally,
}

/// Department and item.
type Place = (String, String);

/// What was counted in some time.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted {
    pub(super) places: BTreeMap<Place, Tally>,
    grounds: BTreeMap<StrikeGround, u64>,
}

impl Counted {
    fn at(&mut self, place: Place) -> &mut Tally {
        self.places.entry(place).or_default()
    }

    fn add(&mut self, other: &Self) {
        for (place, tally) in &other.places {
            *self.at(place.clone()) += *tally;
        }
        for (ground, count) in &other.grounds {
            *self.grounds.entry(*ground).or_default() += count;
        }
    }

    fn city(&self) -> Tally {
        let mut city = Tally::default();
        for tally in self.places.values() {
            city += *tally;
        }
        city
    }
}

impl Evaluations<'_> {
    /// The figures of this month and of the last twelve, per department and per item. They name nobody;
    /// whoever shows them keeps the levels of few evaluations back, see [`Tally::is_public`].
    ///
    /// # Errors
    /// When the database fails.
    pub async fn figures(&self) -> Result<Figures, Internal> {
        let months = self.months().await?;
        let mut year = Counted::default();
        for (_, counted) in &months {
            year.add(counted);
        }
        let newest = months.last().map(|(_, counted)| counted.clone());
        Ok(Figures {
            as_of: civil_date(self.0.now()),
            month: self.period(&newest.unwrap_or_default()).await?,
            year: self.period(&year).await?,
            months: months
                .into_iter()
                .map(|(first, counted)| (first, counted.city()))
                .collect(),
        })
    }

    /// What was counted in each of the last twelve months, oldest first.
    pub(super) async fn months(&self) -> Result<Vec<(NaiveDate, Counted)>, Internal> {
        let today = civil_date(self.0.now());
        let this = today.with_day(1).unwrap_or(today);
        let mut months = Vec::new();
        for back in (0..MONTHS).rev() {
            let Some(first) = this.checked_sub_months(Months::new(back)) else {
                continue;
            };
            let end = first.checked_add_months(Months::new(1)).unwrap_or(first);
            let window = Window {
                from: start_of(first),
                to: start_of(end),
                today,
            };
            months.push((first, count(self.0, window).await?));
        }
        Ok(months)
    }

    async fn period(&self, counted: &Counted) -> Result<Period, Internal> {
        let catalogue = self.0.catalogue();
        let mut by_department: BTreeMap<&str, Tally> = BTreeMap::new();
        let mut items = Vec::with_capacity(counted.places.len());
        for ((department, item), tally) in &counted.places {
            *by_department.entry(department).or_default() += *tally;
            let code = ItemCode::new(item.clone());
            items.push(ItemFigures {
                name: catalogue.item_name(&code).await?,
                department: catalogue
                    .department(&DepartmentCode::new(department.clone()))
                    .await?
                    .name,
                code,
                tally: *tally,
            });
        }
        items.sort_by_key(|item| std::cmp::Reverse((item.tally.real(), item.tally.finished)));
        let departments = catalogue
            .departments()
            .await?
            .into_iter()
            .filter_map(|department| {
                let tally = by_department.get(department.code.as_str())?;
                Some((department.name, *tally))
            })
            .collect();
        Ok(Period {
            city: counted.city(),
            coverage: Tally::coverage(counted.places.values()),
            departments,
            items,
            struck_out: counted.grounds.iter().map(|(g, n)| (*g, *n)).collect(),
        })
    }
}

/// The time that is counted: from the one instant on, before the other.
#[derive(Clone, Copy)]
struct Window {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    today: NaiveDate,
}

impl Window {
    fn within<E: EntityTrait>(self, found: Select<E>, at: E::Column) -> Select<E> {
        found.filter(at.gte(self.from)).filter(at.lt(self.to))
    }
}

/// The real evaluations of each item from a day on, until the end of `today`.
pub(super) async fn real_since(
    portal: &Portal,
    from: NaiveDate,
    today: NaiveDate,
) -> Result<HashMap<String, Tally>, Internal> {
    let window = Window {
        from: start_of(from),
        to: start_of(today) + TimeDelta::days(1),
        today,
    };
    let mut counted = Counted::default();
    count_real(portal, window, &mut counted).await?;
    let mut items: HashMap<String, Tally> = HashMap::new();
    for ((_, item), tally) in counted.places {
        *items.entry(item).or_default() += tally;
    }
    Ok(items)
}

async fn count(portal: &Portal, window: Window) -> Result<Counted, Internal> {
    let mut counted = Counted::default();
    count_finished(portal, window, &mut counted).await?;
    count_real(portal, window, &mut counted).await?;
    count_by_default(portal, window, &mut counted).await?;
    count_bad(portal, window, &mut counted).await?;
    Ok(counted)
}

/// A case changes for the last time when it ends, so that is when it counts.
async fn count_finished(
    portal: &Portal,
    window: Window,
    counted: &mut Counted,
) -> Result<(), Internal> {
    use service_case::{Column, Entity};
    let rows: Vec<(String, String, i64)> = window
        .within(Entity::find(), Column::UpdatedAt)
        .filter(Column::State.is_in(RATED_STATES))
        .filter(Column::PartOf.is_null())
        .select_only()
        .column(Column::DepartmentCode)
        .column(Column::ItemCode)
        .column_as(Column::Id.count(), "cases")
        .group_by(Column::DepartmentCode)
        .group_by(Column::ItemCode)
        .into_tuple()
        .all(portal.db().read())
        .await?;
    for (department, item, cases) in rows {
        counted.at((department, item)).finished += cases.unsigned_abs();
    }
    Ok(())
}

async fn count_real(
    portal: &Portal,
    window: Window,
    counted: &mut Counted,
) -> Result<(), Internal> {
    use evaluation::{Column, Entity};
    let struck = rectification::Entity::find()
        .filter(rectification::Column::Struck.is_not_null())
        .select_only()
        .column(rectification::Column::CaseId)
        .into_query();
    let rows: Vec<(String, String, i16, Option<i16>, i64)> = window
        .within(Entity::find(), Column::At)
        .filter(Column::CaseId.not_in_subquery(struck))
        .select_only()
        .column(Column::DepartmentCode)
        .column(Column::ItemCode)
        .column(Column::Level)
        .column(Column::FollowLevel)
        .column_as(Column::CaseId.count(), "reviews")
        .group_by(Column::DepartmentCode)
        .group_by(Column::ItemCode)
        .group_by(Column::Level)
        .group_by(Column::FollowLevel)
        .into_tuple()
        .all(portal.db().read())
        .await?;
    for (department, item, first, later, reviews) in rows {
        let level = level(later.unwrap_or(first))?;
        counted
            .at((department, item))
            .add(level, reviews.unsigned_abs());
    }
    Ok(())
}

async fn count_by_default(
    portal: &Portal,
    window: Window,
    counted: &mut Counted,
) -> Result<(), Internal> {
    use default_evaluation::{Column, Entity};
    let real = evaluation::Entity::find()
        .select_only()
        .column(evaluation::Column::CaseId)
        .into_query();
    let rows: Vec<(String, String, i64)> = window
        .within(Entity::find(), Column::At)
        // A node of the release before lets the default review stay when a real one comes.
        .filter(Column::CaseId.not_in_subquery(real))
        .select_only()
        .column(Column::DepartmentCode)
        .column(Column::ItemCode)
        .column_as(Column::CaseId.count(), "reviews")
        .group_by(Column::DepartmentCode)
        .group_by(Column::ItemCode)
        .into_tuple()
        .all(portal.db().read())
        .await?;
    for (department, item, reviews) in rows {
        counted.at((department, item)).by_default += reviews.unsigned_abs();
    }
    Ok(())
}

/// Bad reviews are few, so their rows are read one by one.
async fn count_bad(portal: &Portal, window: Window, counted: &mut Counted) -> Result<(), Internal> {
    let rows = window
        .within(
            rectification::Entity::find(),
            rectification::Column::OpenedAt,
        )
        .all(portal.db().read())
        .await?;
    for row in rows {
        if let Some(ground) = row.struck.as_deref().and_then(StrikeGround::parse) {
            *counted.grounds.entry(ground).or_default() += 1;
            counted.at((row.department_code, row.item_code)).struck_out += 1;
            continue;
        }
        if row.state == "raised" {
            continue;
        }
        let is_due = row.in_time.is_some()
            || row.state == "closed"
            || row.due.is_some_and(|due| due < window.today);
        let bad = &mut counted.at((row.department_code, row.item_code)).bad;
        bad.valid += 1;
        bad.corrected += u64::from(row.in_time.is_some());
        bad.in_time += u64::from(row.in_time == Some(true));
        bad.due += u64::from(is_due);
    }
    Ok(())
}
