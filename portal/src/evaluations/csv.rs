//! The figures as open data.

use domain::evaluations::{Level, Tally};
use domain::{DepartmentCode, ItemCode};

use super::Evaluations;
use crate::Internal;

/// The columns. Programs read them, so they are the same in every language.
const HEAD: [&str; 18] = [
    "month",
    "department_code",
    "department",
    "item_code",
    "item",
    "finished",
    "evaluations",
    "level_5",
    "level_4",
    "level_3",
    "level_2",
    "level_1",
    "by_default",
    "struck_out",
    "bad_valid",
    "bad_corrected",
    "bad_due",
    "bad_in_time",
];

impl Evaluations<'_> {
    /// The last twelve months as CSV with a byte order mark, one row a month and item. Levels, and what
    /// became of bad ones, are left empty where so few people have spoken that somebody could guess who.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn figures_csv(&self) -> Result<Vec<u8>, Internal> {
        let catalogue = self.0.catalogue();
        // Spreadsheets take a file without the mark for one in another encoding.
        let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
        out.write_record(HEAD).map_err(broken)?;
        for (first, counted) in self.months().await? {
            for ((department, item), tally) in counted.places {
                let name = catalogue
                    .department(&DepartmentCode::new(department.clone()))
                    .await?
                    .name;
                let item_name = catalogue.item_name(&ItemCode::new(item.clone())).await?;
                let mut row = vec![
                    first.format("%Y-%m").to_string(),
                    department,
                    name.zh,
                    item,
                    item_name.zh,
                ];
                row.extend(numbers(&tally));
                out.write_record(row).map_err(broken)?;
            }
        }
        out.into_inner()
            .map_err(|_| Internal::new("the figures could not be written"))
    }
}

fn broken(error: csv::Error) -> Internal {
    Internal::caused("the figures could not be written", error)
}

fn numbers(tally: &Tally) -> Vec<String> {
    let shown = |number: u64| {
        if tally.is_public() {
            number.to_string()
        } else {
            String::new()
        }
    };
    let mut numbers = vec![tally.finished.to_string(), tally.real().to_string()];
    numbers.extend(Level::ALL.map(|level| shown(tally.of(level))));
    numbers.push(tally.by_default.to_string());
    numbers.push(tally.struck_out.to_string());
    let bad = tally.bad;
    numbers.extend([bad.valid, bad.corrected, bad.due, bad.in_time].map(shown));
    numbers
}
