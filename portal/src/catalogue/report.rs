//! What an import did.

/// Result of an import, counted in records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Records that were not there before.
    pub new: usize,
    /// Records that were there with other content.
    pub changed: usize,
    /// Records that were there with the same content; nothing was written for them.
    pub unchanged: usize,
    /// Records that were not taken, in the order of the source.
    pub refused: Vec<RefusedLine>,
}

/// A record that an import did not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedLine {
    /// Line in the source, counted from 1; 0 when the whole file was refused.
    pub line: usize,
    /// Why, in plain English for the operator; it names the file where there is more than one.
    pub reason: String,
}

impl ImportReport {
    pub(super) fn refuse(&mut self, line: usize, reason: impl Into<String>) {
        self.refused.push(RefusedLine {
            line,
            reason: reason.into(),
        });
    }
}
