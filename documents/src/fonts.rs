//! The fonts of a machine that sheets are set in.

use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::Font;

/// The files of the one typeface that sheets are set in, each under the names by which distributions and the
/// makers of the font publish it. Static files only: of variable ones the outlines would come out wrong.
const FILES: [[&str; 3]; 2] = [
    [
        "NotoSerifCJK-Regular.ttc",
        "NotoSerifCJKsc-Regular.otf",
        "NotoSerifSC-Regular.otf",
    ],
    [
        "NotoSerifCJK-Bold.ttc",
        "NotoSerifCJKsc-Bold.otf",
        "NotoSerifSC-Bold.otf",
    ],
];

/// The families in these files that are drawn as simplified characters are.
const FAMILIES: [&str; 2] = ["Noto Serif CJK SC", "Noto Serif SC"];

/// Why a folder gives no fonts.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// A file is not there, under none of its names.
    #[error("{folder} has no {file}")]
    Missing {
        /// The folder.
        folder: PathBuf,
        /// The most usual name of the file.
        file: &'static str,
    },
    /// A file cannot be read.
    #[error("{file} cannot be read")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// A file has no font for simplified Chinese.
    #[error("{file} has no font for simplified Chinese")]
    Foreign {
        /// The file.
        file: PathBuf,
    },
}

/// The files of `folder` that are needed, by their paths.
pub(crate) fn find(folder: &Path) -> Result<Vec<PathBuf>, FontError> {
    FILES
        .iter()
        .map(|names| {
            names
                .iter()
                .map(|name| folder.join(name))
                .find(|path| path.is_file())
                .ok_or(FontError::Missing {
                    folder: folder.to_owned(),
                    file: names[0],
                })
        })
        .collect()
}

/// Reads the fonts of `folder`: some 50 MB, which stay in memory.
pub(crate) fn load(folder: &Path) -> Result<Vec<Font>, FontError> {
    find(folder)?.into_iter().map(read).collect()
}

fn read(file: PathBuf) -> Result<Font, FontError> {
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => Bytes::new(bytes),
        Err(source) => return Err(FontError::Unreadable { file, source }),
    };
    let ours = |font: &Font| FAMILIES.contains(&font.info().family.as_str());
    Font::iter(bytes)
        .find(ours)
        .ok_or(FontError::Foreign { file })
}
