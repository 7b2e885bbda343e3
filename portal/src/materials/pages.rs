//! How many pages a PDF has.
//!
//! A page is an object that says so; objects are told apart by their numbers, since a file that was changed
//! carries the old ones as well. What no page leads to any more is counted all the same, so the number is an
//! upper bound: good enough for somebody who has the page before them and says which one it is.

use std::collections::BTreeSet;

use super::pdf::{ends_name, find};

/// What a page calls itself.
const PAGE: &[u8] = b"/Page";

/// The pages that were found so far, by the numbers of their objects.
#[derive(Default)]
pub(super) struct Pages(BTreeSet<u32>);

impl Pages {
    /// Looks through the objects that stand in the file itself.
    pub(super) fn in_file(&mut self, file: &[u8]) {
        let mut before: &[u8] = &[];
        let mut rest = file;
        while let Some(at) = find(rest, b"obj") {
            let (object, after) = rest.split_at(at);
            self.take(number(before), object);
            before = object;
            rest = &after[b"obj".len()..];
        }
        self.take(number(before), rest);
    }

    /// Looks through a list of objects, unpacked: it begins with the number and the place of each.
    pub(super) fn in_list(&mut self, list: &[u8]) {
        let (head, objects) = head(list);
        let mut places: Vec<(usize, u32)> = head
            .chunks_exact(2)
            .filter_map(|pair| Some((usize::try_from(pair[1]).ok()?, pair[0])))
            .collect();
        places.sort_unstable();
        for (at, (begins, number)) in places.iter().enumerate() {
            let ends = places.get(at + 1).map_or(objects.len(), |next| next.0);
            let object = objects.get(*begins..ends.min(objects.len()));
            self.take(Some(*number), object.unwrap_or_default());
        }
    }

    /// How many there are; none where nothing looked like a page.
    pub(super) fn count(&self) -> Option<u16> {
        u16::try_from(self.0.len()).ok().filter(|pages| *pages > 0)
    }

    fn take(&mut self, number: Option<u32>, object: &[u8]) {
        if let Some(number) = number
            && is_page(object)
        {
            self.0.insert(number);
        }
    }
}

/// The numbers that a list of objects begins with, and what follows them.
fn head(list: &[u8]) -> (Vec<u32>, &[u8]) {
    let mut numbers = Vec::new();
    let mut rest = list.trim_ascii_start();
    loop {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let Some(number) = integer(&rest[..digits]) else {
            return (numbers, rest);
        };
        numbers.push(number);
        rest = rest[digits..].trim_ascii_start();
    }
}

/// The number of an object, from what stands before the word `obj`: its number and that of its generation.
fn number(before: &[u8]) -> Option<u32> {
    let (before, generation) = last_integer(before.trim_ascii_end());
    generation?;
    last_integer(before.trim_ascii_end()).1
}

fn last_integer(bytes: &[u8]) -> (&[u8], Option<u32>) {
    let digits = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit());
    let (before, digits) = bytes.split_at(bytes.len() - digits.count());
    (before, integer(digits))
}

fn integer(digits: &[u8]) -> Option<u32> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// Whether an object says that it is a page.
fn is_page(object: &[u8]) -> bool {
    let mut from = 0;
    while let Some(at) = find(&object[from..], PAGE).map(|at| from + at) {
        from = at + PAGE.len();
        let ends = object.get(from).is_none_or(|byte| ends_name(*byte));
        if ends && object[..at].trim_ascii_end().ends_with(b"/Type") {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(file: &[u8], lists: &[&[u8]]) -> Option<u16> {
        let mut pages = Pages::default();
        pages.in_file(file);
        for list in lists {
            pages.in_list(list);
        }
        pages.count()
    }

    #[test]
    fn objects_that_are_pages_are_counted_once() {
        let tree = "1 0 obj\n<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>\nendobj\n";
        let two = "2 0 obj <</Type /Page/Parent 1 0 R>> endobj\n3 0 obj<</Parent 1 0 R/Type\n/Page>>endobj\n";
        let again = "2 0 obj <</Type /Page/Annots[]>> endobj\n";
        let others = "4 0 obj <</Type/PageLabel>> endobj 5 0 obj <</S/Page>> endobj";
        for (file, pages) in [
            (String::new(), None),
            (format!("%PDF-1.7\n{tree}{others}"), None),
            (format!("%PDF-1.7\n{tree}{two}"), Some(2)),
            (format!("%PDF-1.7\n{tree}{two}{again}{others}"), Some(2)),
            ("<</Type/Page>> obj <</Type/Page>>".to_owned(), None),
        ] {
            assert_eq!(counted(file.as_bytes(), &[]), pages, "{file}");
        }
    }

    #[test]
    fn objects_of_lists_are_counted_as_well() {
        let list = b"7 0 8 14 9 37 <</Type/Pages>><</Type/Page/MediaBox[]>><</Type/Page>>";
        assert_eq!(counted(b"", &[list]), Some(2));
        let file = b"8 0 obj <</Type/Page>> endobj 10 0 obj <</Type/Page>> endobj";
        assert_eq!(counted(file, &[list]), Some(3));
        for broken in [
            &b""[..],
            b"7",
            b"7 99999 8 0",
            b"99999999999 0 <</Type/Page>>",
            b"x",
        ] {
            assert_eq!(counted(b"", &[broken]), None, "{broken:?}");
        }
    }
}
