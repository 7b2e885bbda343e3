//! What the template can see: itself, its data, two fonts. No files, no packages, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt as _, World};

/// The template of every sheet.
const TEMPLATE: &str = include_str!("../templates/sheet.typ");

/// The world of one sheet.
pub(crate) struct SheetWorld<'a> {
    library: LazyHash<Library>,
    template: Source,
    book: &'a LazyHash<FontBook>,
    fonts: &'a [Font],
}

impl<'a> SheetWorld<'a> {
    /// A world in which the template finds `data`, a JSON document, as the input `sheet`.
    pub(crate) fn new(book: &'a LazyHash<FontBook>, fonts: &'a [Font], data: String) -> Self {
        let mut inputs = Dict::new();
        inputs.insert("sheet".into(), data.into_value());
        // Typst counts the header cells of a table's rows among what it may still change; screen readers
        // need them.
        let features = Features::from_iter([Feature::A11yExtras]);
        let library = Library::builder()
            .with_inputs(inputs)
            .with_features(features)
            .build();
        Self {
            library: LazyHash::new(library),
            template: Source::detached(TEMPLATE),
            book,
            fonts,
        }
    }
}

impl World for SheetWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
