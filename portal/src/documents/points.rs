//! Points of a document: what is marked, and what an officer wrote line by line.

use domain::cases::{Point, Target};
use domain::ids::MaterialId;

use super::words::Words;

impl Words<'_> {
    /// A mark in words: what is meant, and what is wrong with it.
    pub(super) fn point(&self, point: &Point) -> String {
        let form = &self.facts.definition.form;
        let name = match &point.target {
            Target::Field { key } => form.field(key).map(|field| &field.label),
            Target::Material { slot } | Target::Page { slot, .. } => {
                form.material(slot).map(|it| &it.name)
            }
        };
        let name = name.map(|name| self.content(name)).unwrap_or_default();
        // A question is named here, not asked.
        let name = name.trim_end_matches(['?', '\u{ff1f}']);
        let name = match &point.target {
            Target::Page { file, page, .. } => self.page(name, file, *page),
            _ => name.to_owned(),
        };
        let parts = [("name", name.into()), ("why", point.why.as_str().into())];
        self.format("document-point", &parts)
    }

    /// A page of a file of a material; of a file with one page, the file.
    fn page(&self, material: &str, file: &MaterialId, page: u16) -> String {
        let file = self.facts.files.iter().find(|it| it.id == *file);
        let pages = file.and_then(|file| file.pages).unwrap_or_default();
        let file = file.map(|file| file.name.as_str()).unwrap_or_default();
        let parts = [
            ("name", material.into()),
            ("file", file.into()),
            ("page", i64::from(page).into()),
        ];
        let key = if pages == 1 {
            "document-point-file"
        } else {
            "document-point-page"
        };
        self.format(key, &parts)
    }
}

/// The points of what an officer wrote: one a line. Numbers that stand before them go, since the document
/// numbers its points itself.
pub(super) fn points(written: &str) -> Vec<String> {
    written
        .lines()
        .map(|line| unnumbered(line.trim()).to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// A line without the number before it: `1.`, `1)` and their full-width forms. A number that goes on, such as
/// that of a year, is part of the line.
fn unnumbered(line: &str) -> &str {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = rest.len() < line.len();
    match rest.strip_prefix(['.', ')', '\u{3001}', '\u{ff0e}', '\u{ff09}']) {
        Some(rest) if numbered && !rest.starts_with(|next: char| next.is_ascii_digit()) => {
            rest.trim_start()
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lose_their_own_numbers_and_nothing_else() {
        let written = "1. 补充照片\n\n2、补充户口簿\n （3）保留\n3）补充地址\n2026年的证明\n3.5 寸照片\n)无编号";
        assert_eq!(
            points(written),
            [
                "补充照片",
                "补充户口簿",
                "（3）保留",
                "补充地址",
                "2026年的证明",
                "3.5 寸照片",
                ")无编号",
            ]
        );
    }
}
