//! The open data of a month as CSV: UTF-8 with its mark, so that office programs read it right.

use domain::Locale;
use domain::supervision::PublicFigures;

use super::OpenMonth;
use crate::supervision::export::plain;
use crate::texts;

/// The mark at the beginning by which office programs know UTF-8.
pub(in crate::supervision) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns; each is the end of a Fluent key `open-data-…`.
const COLUMNS: [&str; 11] = [
    "month",
    "department",
    "service",
    "code",
    "handed-in",
    "accepted",
    "decided",
    "granted",
    "in-time",
    "average",
    "promised",
];

/// The figures of a month, a line for each service, with a line of names first. A number that is kept
/// back is `<5`, an average that is kept back or does not exist is empty.
#[must_use]
pub fn csv(locale: Locale, month: &OpenMonth) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    let names =
        COLUMNS.map(|column| texts::text(locale, &format!("open-data-{column}")).to_owned());
    line(&mut out, &names);
    for (department, service, code, figures) in &month.lines {
        let [handed_in, accepted, decided, granted, in_time] = counts(figures);
        let cells = [
            month.month.to_string(),
            texts::content(locale, department).into_owned(),
            texts::content(locale, service).into_owned(),
            code.to_string(),
            handed_in,
            accepted,
            decided,
            granted,
            in_time,
            tenths(figures.average_tenths),
            tenths(figures.promised_tenths),
        ];
        line(&mut out, &cells);
    }
    out
}

fn counts(figures: &PublicFigures) -> [String; 5] {
    [
        figures.handed_in,
        figures.accepted,
        figures.decided,
        figures.granted,
        figures.in_time,
    ]
    .map(|count| {
        count.map_or_else(
            || format!("<{}", domain::supervision::FEW),
            |n| n.to_string(),
        )
    })
}

fn tenths(tenths: Option<u64>) -> String {
    tenths.map_or_else(String::new, |n| format!("{}.{}", n / 10, n % 10))
}

/// Adds a line. Every cell is quoted and none is a formula.
pub(in crate::supervision) fn line(out: &mut String, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        out.push('"');
        out.push_str(&plain(cell).replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}
