//! Reading a text source line by line without ever holding more than one bounded line.

use std::io::{self, BufRead};

/// What one step of [`next_line`] found.
pub(super) enum Line {
    /// A line, without its end, in the buffer.
    Whole,
    /// A line longer than the limit; it was skipped to its end.
    TooLong,
    /// The source has ended.
    End,
}

/// Reads the next line of at most `limit` bytes into `buffer`, which is emptied first. The rest
/// of a longer line is read and thrown away, so that the next call finds the next line.
pub(super) fn next_line(
    reader: &mut impl BufRead,
    limit: usize,
    buffer: &mut Vec<u8>,
) -> io::Result<Line> {
    buffer.clear();
    let mut too_long = false;
    let mut started = false;
    loop {
        let available = match reader.fill_buf() {
            Ok(available) => available,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if available.is_empty() {
            return Ok(match (started, too_long) {
                (false, _) => Line::End,
                (true, true) => Line::TooLong,
                (true, false) => Line::Whole,
            });
        }
        started = true;
        let end = available.iter().position(|byte| *byte == b'\n');
        let part = &available[..end.unwrap_or(available.len())];
        if too_long || buffer.len() + part.len() > limit {
            too_long = true;
            buffer.clear();
        } else {
            buffer.extend_from_slice(part);
        }
        let consumed = part.len() + usize::from(end.is_some());
        reader.consume(consumed);
        if end.is_some() {
            return Ok(if too_long { Line::TooLong } else { Line::Whole });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn read(source: &[u8], limit: usize) -> Vec<Option<Vec<u8>>> {
        // A buffer of three bytes makes every line cross its edge.
        let mut reader = BufReader::with_capacity(3, source);
        let mut buffer = Vec::new();
        let mut lines = Vec::new();
        loop {
            match next_line(&mut reader, limit, &mut buffer).unwrap() {
                Line::Whole => lines.push(Some(buffer.clone())),
                Line::TooLong => lines.push(None),
                Line::End => return lines,
            }
        }
    }

    #[test]
    fn lines_come_one_by_one() {
        let lines = read(b"one\n\ntwo and more\nend", 20);
        let expected: [&[u8]; 4] = [b"one", b"", b"two and more", b"end"];
        assert_eq!(lines, expected.map(|line| Some(line.to_vec())));
    }

    #[test]
    fn a_long_line_does_not_spoil_the_next() {
        let lines = read(b"12345\n123456\n1\n1234567", 5);
        assert_eq!(
            lines,
            [Some(b"12345".to_vec()), None, Some(b"1".to_vec()), None]
        );
    }

    #[test]
    fn an_empty_source_has_no_lines() {
        assert!(read(b"", 5).is_empty());
        assert_eq!(read(b"1\n", 5).len(), 1);
    }
}
