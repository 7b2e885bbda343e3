//! The pages that every government site has to have.

mod about;
mod contact;
mod desk;
mod prose;
mod report;
mod sitemap;

use chrono::{DateTime, Utc};

use crate::page::{Access, Route, route};

/// The address of a page and the Fluent key of its name.
type Place = (fn() -> String, &'static str);

/// When the texts about the site were last changed: 2026-11-21 15:00 in China. Whoever changes one
/// changes this too.
const UPDATED_AT: i64 = 1_795_244_400;

/// The pages of this feature.
#[must_use]
pub fn routes() -> Vec<Route> {
    let about = about::ALL
        .iter()
        .map(|page| route(page.pattern, Access::Anyone, |cx, _| about::load(cx, page)));
    about
        .chain([
            route("/about/contact", Access::Anyone, contact::load),
            route("/about/sitemap", Access::Anyone, sitemap::load),
            route("/report", Access::Visitor, report::load),
            route("/report/received", Access::Visitor, report::received),
            route("/desk/site-reports", Access::Officer, desk::load),
        ])
        .collect()
}

/// When the texts about the site were last changed.
#[must_use]
pub fn updated_at() -> DateTime<Utc> {
    DateTime::from_timestamp(UPDATED_AT, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constant_is_the_instant_that_its_comment_names() {
        assert_eq!(updated_at().to_rfc3339(), "2026-11-21T07:00:00+00:00");
    }
}
