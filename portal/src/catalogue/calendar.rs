//! The calendar of working days 工作日历.

use std::sync::Arc;

use domain::calendar::{Calendar, DayKind};
use entities::{calendar_day, calendar_year};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::Catalogue;
use crate::Internal;

/// `calendar_day.kind` of a day off.
pub(super) const OFF: &str = "off";
/// `calendar_day.kind` of a weekend day that is worked.
pub(super) const WORK: &str = "work";

impl Catalogue<'_> {
    /// The calendar of working days. Without any imported year it knows weekends only, and every
    /// due date that it gives is provisional.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn calendar(&self) -> Result<Arc<Calendar>, Internal> {
        Ok(self.snapshot().await?.calendar.clone())
    }
}

pub(super) async fn load(db: &impl ConnectionTrait) -> Result<Calendar, Internal> {
    let mut days = Vec::new();
    for row in calendar_day::Entity::find().all(db).await? {
        let kind = match row.kind.as_str() {
            OFF => DayKind::Off,
            WORK => DayKind::Work,
            _ => return Err(Internal::new("a stored day of the calendar is unknown")),
        };
        days.push((row.date, kind));
    }
    let years = calendar_year::Entity::find()
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.year);
    Ok(Calendar::new(days, years))
}
