//! Setting a sheet.

use std::path::Path;

use fast_qr::QRBuilder;
use fast_qr::convert::Builder as _;
use fast_qr::convert::svg::SvgBuilder;
use serde::Serialize;
use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::fonts::{self, FontError};
use crate::sheet::{MAX_CHARS, Sheet};
use crate::world::SheetWorld;

/// Calls after which what was remembered of earlier sheets is forgotten: the template is the same each time,
/// what stands on it is not.
const REMEMBERED_CALLS: usize = 2;

/// What sets sheets: the fonts, read once.
pub struct Press {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

/// Why a sheet was not set.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// It has more than [`MAX_CHARS`] characters.
    #[error("the sheet has more than {MAX_CHARS} characters")]
    TooLong,
    /// The address is too long for a QR code.
    #[error("the address does not fit into a QR code")]
    Address,
    /// The data cannot be handed to the template.
    #[error("the sheet cannot be written as JSON")]
    Data(#[from] serde_json::Error),
    /// The template failed, or what came of it is no archivable PDF: a mistake of this program.
    #[error("the sheet could not be set: {0}")]
    Template(String),
}

/// What stands for a character that cannot be drawn.
const ILLEGIBLE: char = '\u{25a1}';

/// Whether a character is none itself: control characters other than line ends, joiners, marks of direction
/// and variation, tags.
fn steers(letter: char) -> bool {
    letter.is_control() && !letter.is_ascii_whitespace()
        || matches!(
            letter,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// A sheet with what is drawn on it, as the template reads it.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    sheet: &'a Sheet,
    family: &'a str,
    drawing: String,
}

impl Press {
    /// A press with the fonts of `folder`, which it reads: it takes a moment and 50 MB of memory.
    ///
    /// # Errors
    /// [`FontError`] when a file is missing or is something else.
    pub fn open(folder: &Path) -> Result<Self, FontError> {
        let fonts = fonts::load(folder)?;
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Ok(Self { fonts, book })
    }

    /// Whether `folder` has the files of the fonts, without reading them.
    ///
    /// # Errors
    /// [`FontError::Missing`] names the first file that is not there.
    pub fn check(folder: &Path) -> Result<(), FontError> {
        fonts::find(folder).map(drop)
    }

    /// The sheet as PDF. It computes for some tenths of a second, so never on a thread that serves others.
    ///
    /// # Errors
    /// [`PrintError::TooLong`] for a sheet over the limit; anything else is a mistake of the program.
    pub fn print(&self, sheet: &Sheet) -> Result<Vec<u8>, PrintError> {
        if sheet.chars() > MAX_CHARS {
            return Err(PrintError::TooLong);
        }
        let family = self.fonts.first().map(|font| font.info().family.as_str());
        let mut data = serde_json::to_value(Data {
            sheet,
            family: family.unwrap_or_default(),
            drawing: drawing(&sheet.address)?,
        })?;
        self.make_legible(&mut data);
        let world = SheetWorld::new(&self.book, &self.fonts, data.to_string());
        let set = typst::compile::<PagedDocument>(&world);
        // The template is ours, so what it is warned of is a mistake too: a font that is not there, say.
        let printed = match set.warnings.as_slice() {
            [] => set.output.and_then(|document| {
                typst_pdf::pdf(&document, &options(&sheet.number, standards()?))
            }),
            warnings => Err(warnings.into()),
        };
        comemo::evict(REMEMBERED_CALLS);
        printed.map_err(|reasons| PrintError::Template(words(&reasons)))
    }

    /// Puts [`ILLEGIBLE`] in place of what no font can draw, such as an emoji in the name of a file: a file for
    /// archives must not hold it, and a document with a gap is better than none. Characters that only steer how
    /// others are shown go.
    fn make_legible(&self, data: &mut Value) {
        match data {
            Value::String(text) => {
                let letters = text.chars().filter(|letter| !steers(*letter));
                *text = letters.map(|letter| self.legible(letter)).collect();
            }
            Value::Array(all) => all.iter_mut().for_each(|one| self.make_legible(one)),
            Value::Object(all) => all.values_mut().for_each(|one| self.make_legible(one)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn legible(&self, letter: char) -> char {
        let drawn = |font: &Font| font.info().coverage.contains(u32::from(letter));
        // Texts may be bold, so every font has to have it.
        if letter.is_whitespace() || self.fonts.iter().all(drawn) {
            letter
        } else {
            ILLEGIBLE
        }
    }
}

/// PDF/A-2a keeps for decades and says what its parts are; PDF/UA-1 promises that screen readers find the way.
fn standards() -> typst::diag::SourceResult<PdfStandards> {
    use typst::diag::At as _;
    PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).at(typst::syntax::Span::detached())
}

/// The number stands in for a name of the file, so that nothing in it depends on when it was made.
fn options(number: &str, standards: PdfStandards) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(number.to_owned()),
        creator: Smart::Custom(None),
        standards,
        ..PdfOptions::default()
    }
}

fn drawing(address: &str) -> Result<String, PrintError> {
    let code = QRBuilder::new(address)
        .build()
        .map_err(|_| PrintError::Address)?;
    Ok(SvgBuilder::default().margin(2).to_str(&code))
}

fn words(reasons: &[SourceDiagnostic]) -> String {
    let reasons: Vec<&str> = reasons
        .iter()
        .map(|reason| reason.message.as_str())
        .collect();
    reasons.join("; ")
}
