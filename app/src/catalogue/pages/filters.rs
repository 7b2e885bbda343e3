//! How a list of services is narrowed down: what the address says, and the address of another choice.

use domain::DepartmentCode;
use domain::catalogue::{Audience, Topic};
use portal::catalogue::Filter;

use crate::page::Params;
use crate::paths;

/// Longest search that is kept, in characters; the catalogue looks at no more.
const MAX_QUERY_CHARS: usize = 100;

/// The value of `page` that asks for everything on one page, for printing and for search in the page.
const ALL: &str = "all";

/// Reads the filter from an address. What cannot be read narrows nothing: an old link still works.
pub(super) fn read(params: &Params) -> Filter {
    let page = match params.query("page") {
        Some(ALL) => 0,
        Some(number) => number.parse().unwrap_or(1),
        None => 1,
    };
    Filter {
        topic: params.query("topic").and_then(Topic::parse),
        department: params.query("department").map(DepartmentCode::new),
        audience: params.query("audience").and_then(audience),
        query: params
            .query("q")
            .map(|query| query.chars().take(MAX_QUERY_CHARS).collect()),
        page,
        ..Filter::default()
    }
}

/// The audience behind a short name in an address.
fn audience(short: &str) -> Option<Audience> {
    Audience::ALL
        .into_iter()
        .find(|audience| audience_key(*audience) == short)
}

/// The short name of an audience in an address.
pub(crate) fn audience_key(audience: Audience) -> &'static str {
    audience.key().trim_start_matches("audience-")
}

/// The address of a list; page 1 is the address without a page.
pub(super) fn address(filter: &Filter) -> String {
    let page = match filter.page {
        0 => ALL.to_owned(),
        1 => String::new(),
        page => page.to_string(),
    };
    paths::with_query(
        &paths::items(),
        &[
            ("q", filter.query.as_deref().unwrap_or_default()),
            ("topic", filter.topic.map(Topic::key).unwrap_or_default()),
            (
                "department",
                filter
                    .department
                    .as_ref()
                    .map(DepartmentCode::as_str)
                    .unwrap_or_default(),
            ),
            (
                "audience",
                filter.audience.map(audience_key).unwrap_or_default(),
            ),
            ("page", &page),
        ],
    )
}

/// Whether anything is narrowed down.
pub(super) fn is_narrow(filter: &Filter) -> bool {
    filter.topic.is_some()
        || filter.department.is_some()
        || filter.audience.is_some()
        || filter.query.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(pairs: &[(&str, &str)]) -> Params {
        let query = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Params::new(Vec::new(), query.collect())
    }

    #[test]
    fn an_address_is_read_back() {
        for address_of in [
            "/items",
            "/items?q=%E7%A4%BE%E4%BF%9D&topic=social_security&department=D-1&audience=person&page=3",
            "/items?page=all",
        ] {
            let query = address_of.split_once('?').map_or("", |(_, query)| query);
            let pairs: Vec<_> = query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .map(|(name, value)| (name, if name == "q" { "社保" } else { value }))
                .collect();
            assert_eq!(address(&read(&params(&pairs))), address_of);
        }
    }

    #[test]
    fn nonsense_narrows_nothing() {
        let filter = read(&params(&[
            ("topic", "x"),
            ("audience", "y"),
            ("page", "-4"),
            ("q", " "),
        ]));
        assert_eq!(
            filter,
            Filter {
                page: 1,
                ..Filter::default()
            }
        );
        assert!(!is_narrow(&filter));
        let long = "长".repeat(500);
        let filter = read(&params(&[("q", &long)]));
        assert_eq!(
            filter.query.map(|query| query.chars().count()),
            Some(MAX_QUERY_CHARS)
        );
    }
}
