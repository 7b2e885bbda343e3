//! What an officer has marked: answers, materials and pages of files, each with what is wrong.

use std::collections::BTreeMap;

use domain::MaterialId;
use domain::cases::{Point, Target};
use portal::cases::MaterialView;

/// What begins the name of a mark on an answer.
const FIELD: &str = "field:";
/// What begins the name of a mark on a material.
const MATERIAL: &str = "material:";
/// What begins the name of what is wrong with a page.
const PAGE: &str = "page:";
/// What begins the name of the number of a page.
const NUMBER: &str = "number:";

/// The name under which is posted what is wrong with an answer.
pub(crate) fn mark_of_field(key: &str) -> String {
    format!("{FIELD}{key}")
}

/// The name under which is posted what is wrong with a material.
pub(crate) fn mark_of_material(slot: &str) -> String {
    format!("{MATERIAL}{slot}")
}

/// The names under which are posted what is wrong with a page of a file and which page it is. A file can be
/// marked in several places, so the marks are numbered.
pub(crate) fn mark_of_page(file: &MaterialView, place: u16) -> (String, String) {
    let page = format!("{}:{}:{place}", file.slot, file.id);
    (format!("{PAGE}{page}"), format!("{NUMBER}{page}"))
}

/// What is typed where these marks are made.
pub(crate) fn typed_marks(points: &[Point], files: &[MaterialView]) -> BTreeMap<String, String> {
    let mut typed = BTreeMap::new();
    for Point { target, why } in points {
        match target {
            Target::Field { key } => {
                typed.insert(mark_of_field(key), why.clone());
            }
            Target::Material { slot } => {
                typed.insert(mark_of_material(slot), why.clone());
            }
            Target::Page { file, page, .. } => {
                let Some(file) = files.iter().find(|it| it.id == *file) else {
                    continue;
                };
                let mut names = (0..).map(|place| mark_of_page(file, place));
                let Some((name, number)) = names.find(|(name, _)| !typed.contains_key(name)) else {
                    continue;
                };
                typed.insert(name, why.clone());
                if file.pages != Some(1) {
                    typed.insert(number, page.to_string());
                }
            }
        }
    }
    typed
}

/// The key of what is wrong with one mark on a page: the number is missing, none, or not a page of the file.
pub(crate) fn page_problem(why: &str, number: &str, pages: u16) -> Option<&'static str> {
    if why.trim().is_empty() && number.trim().is_empty() {
        return None;
    }
    let there = number
        .trim()
        .parse()
        .is_ok_and(|page| (1..=pages).contains(&page));
    match (there, why.trim().is_empty()) {
        (false, _) => Some("refusal-no-such-mark"),
        (true, true) => Some("refusal-reason-missing"),
        (true, false) => None,
    }
}

/// The marks that say something.
///
/// # Errors
/// The key of what is wrong, where a page has no number or a number has no words.
pub(super) fn points(posted: &BTreeMap<String, String>) -> Result<Vec<Point>, &'static str> {
    let marks = posted.iter().map(|(name, why)| mark(posted, name, why));
    marks.filter_map(Result::transpose).collect()
}

fn mark(
    posted: &BTreeMap<String, String>,
    name: &str,
    why: &str,
) -> Result<Option<Point>, &'static str> {
    let why = why.trim().to_owned();
    let target = if let Some(key) = name.strip_prefix(FIELD) {
        Target::Field {
            key: key.to_owned(),
        }
    } else if let Some(slot) = name.strip_prefix(MATERIAL) {
        Target::Material {
            slot: slot.to_owned(),
        }
    } else if let Some(page) = name.strip_prefix(PAGE) {
        return page_mark(page, posted.get(&format!("{NUMBER}{page}")), why);
    } else {
        return Ok(None);
    };
    Ok((!why.is_empty()).then_some(Point { target, why }))
}

fn page_mark(
    page: &str,
    number: Option<&String>,
    why: String,
) -> Result<Option<Point>, &'static str> {
    if why.is_empty() && number.is_none_or(|number| number.trim().is_empty()) {
        return Ok(None);
    }
    // A file of one page is not asked for its number.
    let number = number.map_or("1", |number| number.trim());
    if let Some(problem) = page_problem(&why, number, u16::MAX) {
        return Err(problem);
    }
    let mut parts = page.split(':');
    let mut part = || parts.next().unwrap_or_default().to_owned();
    let target = Target::Page {
        slot: part(),
        file: MaterialId::new(part()),
        page: number.parse().unwrap_or_default(),
    };
    Ok(Some(Point { target, why }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::testing::{case, with_photo};

    fn page(page: u16) -> Target {
        Target::Page {
            slot: "record".to_owned(),
            file: MaterialId::new("m-1"),
            page,
        }
    }

    fn posted(values: &[(&str, &str)]) -> Result<Vec<Target>, &'static str> {
        let values = values.iter();
        let values = values.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let points = points(&values.collect())?;
        Ok(points.into_iter().map(|point| point.target).collect())
    }

    #[test]
    fn a_mark_on_a_page_needs_its_number_and_words() {
        let (why, number) = ("page:record:m-1:0", "number:record:m-1:0");
        for (values, expected) in [
            (vec![], Ok(vec![])),
            (vec![(why, " "), (number, " ")], Ok(vec![])),
            (vec![(why, "模糊"), (number, " 3 ")], Ok(vec![page(3)])),
            (vec![(why, "模糊")], Ok(vec![page(1)])),
            (vec![(why, " ")], Ok(vec![])),
            (
                vec![(why, "模糊"), (number, "")],
                Err("refusal-no-such-mark"),
            ),
            (
                vec![(why, "模糊"), (number, "0")],
                Err("refusal-no-such-mark"),
            ),
            (
                vec![(why, "模糊"), (number, "三")],
                Err("refusal-no-such-mark"),
            ),
            (
                vec![(why, ""), (number, "3")],
                Err("refusal-reason-missing"),
            ),
        ] {
            assert_eq!(posted(&values), expected, "{values:?}");
        }
        assert_eq!(page_problem("模糊", "13", 12), Some("refusal-no-such-mark"));
        assert_eq!(page_problem("模糊", "12", 12), None);
    }

    #[test]
    fn answers_and_materials_are_marked_by_their_keys() {
        let field = Target::Field {
            key: "phone".to_owned(),
        };
        let material = Target::Material {
            slot: "photo".to_owned(),
        };
        let values = [
            ("field:name", ""),
            ("field:phone", "停机"),
            ("material:photo", "模糊"),
            ("text", "整体"),
        ];
        assert_eq!(posted(&values), Ok(vec![field, material]));
    }

    #[test]
    fn what_is_typed_for_marks_gives_them_again() {
        let mut files = with_photo(case(&[]), "a.pdf").materials;
        files[0].pages = Some(12);
        let target = |page| Target::Page {
            slot: files[0].slot.clone(),
            file: files[0].id.clone(),
            page,
        };
        let field = Target::Field {
            key: "phone".to_owned(),
        };
        let point = |target| Point {
            target,
            why: "模糊".to_owned(),
        };
        let asked = vec![point(field), point(target(7)), point(target(3))];
        assert_eq!(points(&typed_marks(&asked, &files)), Ok(asked));
    }
}
