//! A date.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::field::{Surroundings, field_id, label_text};
use super::words::{OptionalWords, Words, own};

/// The parts of a date in the order in which they are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Year,
    Month,
    Day,
}

impl Part {
    const ALL: [Self; 3] = [Self::Year, Self::Month, Self::Day];

    /// Its name in ids, in names of controls and in the browser's own filling.
    const fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Year => own("date-year"),
            Self::Month => own("date-month"),
            Self::Day => own("date-day"),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Year => "input date-field__input date-field__input--year",
            Self::Month | Self::Day => "input date-field__input",
        }
    }

    /// The name under which the part of a field is posted. Keys of fields never hold a colon.
    fn name(self, field: &str) -> String {
        format!("{field}:{}", self.key())
    }
}

/// A date as year, month and day: a calendar is slow for dates years ago, and small on a phone. The
/// first part carries the field's id. [`join_dates`] makes one value of what is posted.
#[component]
pub fn DateField(
    /// The name of the field.
    #[prop(into)]
    name: String,
    /// Which date.
    #[prop(into)]
    legend: Words,
    /// What was typed or filled in: `YYYY-MM-DD`, or what [`join_dates`] has made of half a date.
    #[prop(optional, into)]
    value: String,
    /// An example, or what is meant by it.
    #[prop(optional, into)]
    hint: OptionalWords,
    /// What is wrong with the value, and how to mend it.
    #[prop(optional, into)]
    error: OptionalWords,
    /// Which register the value comes from, and when it was read.
    #[prop(optional, into)]
    source: OptionalWords,
    /// The purpose for the browser's own filling; `bday` is told for each part.
    #[prop(optional, into)]
    autocomplete: OptionalWords,
    /// Whether it must be filled in.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let id = field_id(&name);
    let around = Surroundings::new(&id, hint, error, source);
    let parts = Part::ALL
        .into_iter()
        .zip(split(&value))
        .map(|(part, value)| {
            let id = match part {
                Part::Year => id.clone(),
                Part::Month | Part::Day => around.part(part.key()),
            };
            let purpose = autocomplete
                .0
                .as_ref()
                .map(|purpose| match purpose.as_ref() {
                    "bday" => format!("bday-{}", part.key()),
                    other => other.to_owned(),
                });
            view! {
                <div class="date-field__part">
                    <label class="date-field__label" for=id.clone()>{part.label()}</label>
                    <input
                        class=part.class()
                        id=id
                        name=part.name(&name)
                        type="text"
                        inputmode="numeric"
                        value=value
                        autocomplete=purpose
                        aria-required=required.then_some("true")
                        aria-invalid=around.invalid()
                    />
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class=around.class() aria-describedby=around.described_by()>
            <legend class="field__label">{label_text(legend, required)}</legend>
            {around.before()}
            <div class="date-field">{parts}</div>
            {around.after()}
        </fieldset>
    }
}

/// Year, month and day of a value. What stands before the last two hyphens is the year, so that
/// nothing typed is lost where it is no date.
fn split(value: &str) -> [String; 3] {
    let mut from_the_end = value.rsplitn(3, '-');
    let (last, middle, first) = (
        from_the_end.next().unwrap_or_default(),
        from_the_end.next(),
        from_the_end.next(),
    );
    match (first, middle) {
        (Some(year), Some(month)) => [year.to_owned(), month.to_owned(), last.to_owned()],
        _ => [value.to_owned(), String::new(), String::new()],
    }
}

/// Makes one value of the parts of each date that was posted: `YYYY-MM-DD` where it is one, something
/// that is no date where a part is missing, nothing where all are empty.
pub fn join_dates(posted: &mut BTreeMap<String, Vec<String>>) {
    let year = Part::Year.name("");
    let fields: Vec<String> = posted
        .keys()
        .filter_map(|name| name.strip_suffix(&year))
        .map(str::to_owned)
        .collect();
    for field in fields {
        let parts = Part::ALL.map(|part| {
            let values = posted.remove(&part.name(&field)).unwrap_or_default();
            values
                .first()
                .map(|value| value.trim().to_owned())
                .unwrap_or_default()
        });
        let value = if parts.iter().all(String::is_empty) {
            String::new()
        } else {
            parts.join("-")
        };
        posted.insert(field, vec![value]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{HOSTILE, assert_contains, assert_escaped, html};

    fn joined(parts: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
        let mut posted = parts
            .iter()
            .map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()]))
            .collect();
        join_dates(&mut posted);
        posted
    }

    #[test]
    fn three_parts_stand_in_a_field_set() {
        let html = html(|| {
            view! {
                <DateField
                    name="born"
                    legend="Date of birth"
                    value="1949-12-31"
                    hint="As on your card"
                    error="Enter a real date"
                    autocomplete="bday"
                />
            }
        });
        assert_contains(
            &html,
            &[
                "<fieldset",
                "Date of birth</legend>",
                "aria-describedby=\"field-born-hint field-born-error\"",
                "id=\"field-born\"",
                "for=\"field-born\"",
                "name=\"born:year\"",
                "value=\"1949\"",
                "name=\"born:month\"",
                "id=\"field-born-day\"",
                "value=\"31\"",
                "autocomplete=\"bday-day\"",
            ],
        );
        assert_eq!(html.matches("inputmode=\"numeric\"").count(), 3);
        assert_eq!(html.matches("aria-invalid=\"true\"").count(), 3);
    }

    #[test]
    fn what_was_typed_comes_back_part_by_part() {
        for (value, parts) in [
            ("", ["", "", ""]),
            ("1949-12-31", ["1949", "12", "31"]),
            ("1949--", ["1949", "", ""]),
            ("-12-", ["", "12", ""]),
            ("a-b-c-d", ["a-b", "c", "d"]),
            ("soon", ["soon", "", ""]),
        ] {
            assert_eq!(split(value), parts.map(str::to_owned), "{value}");
        }
    }

    #[test]
    fn the_parts_become_one_value() {
        let posted = joined(&[
            ("born:year", " 1949 "),
            ("born:month", "12"),
            ("born:day", "31"),
            ("name", "Li"),
        ]);
        assert_eq!(posted["born"], ["1949-12-31"]);
        assert_eq!(posted.len(), 2, "the parts are gone: {posted:?}");
        assert_eq!(
            joined(&[("d:year", ""), ("d:month", " "), ("d:day", "")])["d"],
            [""]
        );
        assert_eq!(
            joined(&[("d:year", "1949"), ("d:month", "")])["d"],
            ["1949--"]
        );
        assert_eq!(joined(&[("d", "1949-12-31")])["d"], ["1949-12-31"]);
    }

    #[test]
    fn everything_is_escaped() {
        let field = html(
            || view! { <DateField name="d" legend=HOSTILE value=HOSTILE hint=HOSTILE error=HOSTILE/> },
        );
        assert_escaped(&field);
    }
}
