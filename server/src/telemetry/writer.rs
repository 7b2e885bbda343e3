//! Where lines of the log go: collected for a moment, then written together.
//!
//! A page from memory takes a few microseconds, and a call of the system for its line would take as
//! long again.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tracing::{Level, Metadata};
use tracing_subscriber::fmt::MakeWriter;

/// How long a line waits at most. What is that young is lost when the process is killed.
const WAIT: Duration = Duration::from_millis(100);

/// Bytes that are collected before they are written without waiting.
const COLLECTED: usize = 16 * 1024;

/// Lines on their way to standard error.
#[derive(Clone, Default)]
pub struct Lines(Arc<Mutex<Vec<u8>>>);

/// One line.
pub struct Line<'a> {
    lines: &'a Lines,
    at_once: bool,
}

impl Lines {
    /// Starts the thread that writes what has waited long enough.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start() -> io::Result<Self> {
        let lines = Self::default();
        let waiting = lines.clone();
        std::thread::Builder::new()
            .name("log".to_owned())
            .spawn(move || {
                loop {
                    std::thread::sleep(WAIT);
                    waiting.write_out();
                }
            })?;
        Ok(lines)
    }

    /// Writes what has been collected.
    pub fn write_out(&self) {
        let mut collected = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !collected.is_empty() {
            // There is nowhere left to tell that standard error is gone.
            let _ = io::stderr().write_all(&collected);
            collected.clear();
        }
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Self::Writer {
        Line {
            lines: self,
            at_once: true,
        }
    }

    /// Warnings and errors are written at once: they may be the last words.
    fn make_writer_for(&'a self, about: &Metadata<'_>) -> Self::Writer {
        Line {
            lines: self,
            at_once: *about.level() <= Level::WARN,
        }
    }
}

impl Write for Line<'_> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let collected = {
            let mut collected = self.lines.0.lock().unwrap_or_else(PoisonError::into_inner);
            collected.extend_from_slice(line);
            collected.len()
        };
        if self.at_once || collected >= COLLECTED {
            self.lines.write_out();
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.lines.write_out();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_waits_unless_it_is_a_warning() {
        let lines = Lines::default();
        let waiting = |lines: &Lines| lines.0.lock().unwrap().len();
        let mut line = Line {
            lines: &lines,
            at_once: false,
        };
        line.write_all(b"one\n").unwrap();
        assert_eq!(waiting(&lines), 4);
        lines.make_writer().write_all(b"").unwrap();
        assert_eq!(waiting(&lines), 4, "nothing was written");
        Line {
            lines: &lines,
            at_once: true,
        }
        .write_all(b"\n")
        .unwrap();
        assert_eq!(waiting(&lines), 0);
    }
}
