//! The calendar of working days, without which every due date is provisional.

use chrono::{Datelike, NaiveDate};
use domain::calendar::civil_date;

use super::{Finding, failed};
use crate::Portal;

/// Month in which the next year's table is late: the State Council publishes it in November.
const LATE_MONTH: u32 = 12;

pub(super) async fn this_year(portal: &Portal) -> Finding {
    let year = today(portal).year();
    if knows(portal, year).await? {
        Ok(format!("the table of {year} is there"))
    } else {
        Err(format!(
            "the table of {year} is missing: import the holidays"
        ))
    }
}

pub(super) async fn next_year(portal: &Portal) -> Finding {
    let today = today(portal);
    let year = today.year() + 1;
    if knows(portal, year).await? {
        Ok(format!("the table of {year} is there"))
    } else if today.month() < LATE_MONTH {
        Ok(format!(
            "the table of {year} is not there yet; it is published in November"
        ))
    } else {
        Err(format!(
            "the table of {year} is missing: import the holidays"
        ))
    }
}

fn today(portal: &Portal) -> NaiveDate {
    civil_date(portal.now())
}

async fn knows(portal: &Portal, year: i32) -> Result<bool, String> {
    Ok(portal
        .catalogue()
        .calendar()
        .await
        .map_err(failed)?
        .knows(year))
}
