//! What can be wrong with a file that somebody hands in.

/// What is wrong with an uploaded file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadProblem {
    /// The file holds nothing.
    Empty,
    /// The file is larger than a material may be.
    TooLarge,
    /// The content, whatever the name says, is of a kind that is not asked for.
    WrongKind,
    /// The slot is full.
    TooMany,
    /// The case holds as many files, or as many bytes, as one case may.
    CaseFull,
    /// The person has sent as much as one person may on one day.
    DayFull,
    /// It cannot be opened: damaged, or cut off on its way.
    Damaged,
    /// The picture is larger than can be opened safely.
    TooManyPixels,
    /// It opens with a password only.
    Locked,
    /// It carries a program, or other files.
    Active,
    /// The scanner found something harmful in it.
    Harmful,
    /// The scanner cannot be asked now: the file is kept, but nobody can open it before it was scanned.
    Waiting,
}

impl UploadProblem {
    /// All problems.
    pub const ALL: [Self; 12] = [
        Self::Empty,
        Self::TooLarge,
        Self::WrongKind,
        Self::TooMany,
        Self::CaseFull,
        Self::DayFull,
        Self::Damaged,
        Self::TooManyPixels,
        Self::Locked,
        Self::Active,
        Self::Harmful,
        Self::Waiting,
    ];

    /// Fluent key of the sentence for the reader.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "upload-empty",
            Self::TooLarge => "upload-too-large",
            Self::WrongKind => "upload-wrong-kind",
            Self::TooMany => "upload-too-many",
            Self::CaseFull => "upload-case-full",
            Self::DayFull => "upload-day-full",
            Self::Damaged => "upload-damaged",
            Self::TooManyPixels => "upload-too-many-pixels",
            Self::Locked => "upload-locked",
            Self::Active => "upload-active",
            Self::Harmful => "upload-harmful",
            Self::Waiting => "upload-waiting",
        }
    }

    /// The problem with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|problem| problem.key() == key)
    }
}
