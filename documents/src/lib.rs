//! Sheets of paper as PDF: what a legal document 文书 says comes in finished, what goes out is PDF/A-2a that is
//! tagged by PDF/UA-1, so that it can be archived and read aloud.
//!
//! Nothing of the portal is known here, and nothing is fetched: the template is part of the program, and the
//! fonts lie in a folder of the machine. The same sheet gives the same bytes, as long as the fonts stay the same.
//! What people wrote reaches the template as data; it never becomes part of the template's source.

mod fonts;
mod print;
mod sheet;
mod world;

pub use fonts::FontError;
pub use print::{Press, PrintError};
pub use sheet::{Block, Day, MAX_CHARS, Sheet};
