//! The table of all pages.

use crate::page::Route;

/// Every page of the portal. The server registers the patterns once; no other place knows them.
#[must_use]
pub fn routes() -> Vec<Route> {
    // One line for each feature: `crate::catalogue::routes(),`
    let features: Vec<Vec<Route>> = vec![
        crate::accounts::pages::routes(),
        crate::cases::pages::routes(),
        crate::catalogue::pages::routes(),
        crate::certificates::pages::routes(),
        crate::choice::pages::routes(),
        crate::consultations::pages::routes(),
        crate::desk::pages::routes(),
        crate::desk::services::pages::routes(),
        crate::display::pages::routes(),
        crate::documents::pages::routes(),
        crate::evaluations::pages::routes(),
        crate::home::pages::routes(),
        crate::kiosk::pages::routes(),
        crate::notices::pages::routes(),
        crate::operations::pages::routes(),
        crate::registers::pages::routes(),
        crate::site::pages::routes(),
        crate::supervision::pages::routes(),
        crate::ui::gallery::routes(),
    ];
    features.into_iter().flatten().collect()
}
