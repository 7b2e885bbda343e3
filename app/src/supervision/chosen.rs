//! What was chosen for a list of cases, from the address.

use chrono::NaiveDate;
use domain::{DepartmentCode, ItemCode};
use portal::supervision::ExportFilter;

/// What was typed into a date field, its parts put together; none where all are empty.
pub(super) fn typed_date(query: &dyn Fn(&str) -> Option<String>, field: &str) -> Option<String> {
    let parts = ["year", "month", "day"].map(|part| query(&format!("{field}:{part}")));
    let is_empty = parts.iter().all(Option::is_none);
    let parts = parts.map(Option::unwrap_or_default);
    (!is_empty).then(|| parts.join("-"))
}

/// The choice that stands in an address; none where a date is none.
#[must_use]
pub fn export_filter(query: &dyn Fn(&str) -> Option<String>) -> Option<ExportFilter> {
    let date = |field| -> Option<Option<NaiveDate>> {
        match typed_date(query, field) {
            None => Some(None),
            Some(typed) => NaiveDate::parse_from_str(&typed, "%Y-%m-%d").ok().map(Some),
        }
    };
    Some(ExportFilter {
        item: query("item").map(ItemCode::new),
        department: query("department").map(DepartmentCode::new),
        state: query("state"),
        from: date("from")?,
        to: date("to")?,
        answers: query("answers[]").is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(pairs: &[(&str, &str)]) -> Option<ExportFilter> {
        export_filter(&|name| {
            let found = pairs.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn an_address_without_a_choice_chooses_everything() {
        assert_eq!(filter(&[]), Some(ExportFilter::default()));
    }

    #[test]
    fn dates_are_put_together_and_half_a_date_is_none() {
        let day = [
            ("from:year", "2026"),
            ("from:month", "2"),
            ("from:day", "5"),
        ];
        let found = filter(&day).unwrap();
        assert_eq!(found.from, NaiveDate::from_ymd_opt(2026, 2, 5));
        assert_eq!(filter(&day[..2]), None);
        assert_eq!(filter(&[("to:day", "x")]), None);
    }
}
