//! How a service was rated, for its guide.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};
use domain::ItemCode;
use domain::calendar::civil_date;
use domain::evaluations::Tally;
use tokio::sync::Mutex;

use super::Evaluations;
use super::figures::{self, MONTHS};
use crate::Internal;

/// The ratings of all services as they were counted on a day. Guides are read far more often than anybody rates,
/// so this node counts once a day and not once a page.
#[derive(Default)]
pub(crate) struct Ratings(Mutex<Option<Counted>>);

/// The day, and the counts of each service.
type Counted = (NaiveDate, Arc<HashMap<String, Tally>>);

/// How a service was rated in the last twelve months. Default reviews do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// How many have rated it; never zero.
    pub reviews: u64,
    /// Their mean level in hundredths, 500 is best; none where so few have rated that it would say who said
    /// what, see [`Tally::is_public`].
    pub mean: Option<u64>,
}

impl Rating {
    fn of(tally: &Tally) -> Option<Self> {
        let reviews = tally.real();
        (reviews > 0).then(|| Self {
            reviews,
            mean: tally.mean().filter(|_| tally.is_public()),
        })
    }
}

impl Evaluations<'_> {
    /// How a service was rated in the last twelve months, as of the first time that anybody asked today; none
    /// where nobody has rated it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rating(&self, item: &ItemCode) -> Result<Option<Rating>, Internal> {
        let counted = self.ratings().await?;
        Ok(counted.get(item.as_str()).and_then(Rating::of))
    }

    async fn ratings(&self) -> Result<Arc<HashMap<String, Tally>>, Internal> {
        let today = civil_date(self.0.now());
        // Held while counting: whoever comes meanwhile waits for the same numbers.
        let mut kept = self.0.ratings().0.lock().await;
        if let Some((day, counted)) = kept.as_ref()
            && *day == today
        {
            return Ok(Arc::clone(counted));
        }
        let this = today.with_day(1).unwrap_or(today);
        let from = this.checked_sub_months(Months::new(MONTHS - 1));
        let counted = figures::real_since(self.0, from.unwrap_or(this), today).await?;
        let counted = Arc::new(counted);
        *kept = Some((today, Arc::clone(&counted)));
        Ok(counted)
    }
}
