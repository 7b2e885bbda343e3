//! PDF: looked through, kept as it was sent.
//!
//! What is promised: the file begins and ends as a PDF and is no archive or page at the same time; and
//! none of the names by which a PDF asks for a password, runs a program, opens or carries other files or
//! sends what was typed elsewhere stands anywhere in its bytes, in whichever spelling, nor in the packed
//! lists of objects, which are unpacked within limits.
//!
//! What is not promised: that the file can be shown, or that no reader has a fault that its pictures,
//! fonts or texts could use. It is not parsed as a reader would parse it, since readers disagree about
//! broken files, and a parser of the whole format would be one more program to attack. So nothing of it
//! is ever shown on a page of ours: it is handed out as a file to save, after the scanner has seen it.

use flate2::{Decompress, FlushDecompress, Status};

use super::UploadProblem;
use super::limits::{MAX_PDF_PART_BYTES, MAX_PDF_UNPACKED_BYTES};
use super::pages::Pages;

/// Bytes from the end of the file in which its table is announced.
const END_BYTES: usize = 2048;
/// Bytes from the beginning in which a browser would look for a page.
const BEGINNING_BYTES: usize = 1024;
/// Longest dictionary before a packed part that is looked at. Those of lists of objects have a hundred.
const DICTIONARY_BYTES: usize = 4096;
/// Longest name; the format allows no more.
const NAME_BYTES: usize = 127;
/// Most packed parts of one file: a page has a handful, and a list of objects some hundred objects.
const MAX_PARTS: usize = 50_000;
/// Bytes of a packed part that show whether it is a list of objects.
const GLANCE_BYTES: usize = 64;
/// Longest remark at the end of an archive.
const ARCHIVE_REMARK_BYTES: usize = u16::MAX as usize;
/// Bytes of the last record of an archive, the length of its remark being the last two.
const ARCHIVE_END_BYTES: usize = 22;
const ARCHIVE_END: &[u8] = b"PK\x05\x06";

/// Names of what a document that somebody hands in has no use for.
const ACTIVE: [&[u8]; 10] = [
    b"JavaScript",
    b"Launch",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"RichMedia",
    b"XFA",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
    b"Rendition",
];

/// Looks the file through, and counts its pages as it says them itself; none where they cannot be counted.
pub(super) fn check(file: &[u8]) -> Result<Option<u16>, UploadProblem> {
    check_frame(file)?;
    check_names(file)?;
    let mut pages = Pages::default();
    pages.in_file(file);
    check_parts(file, &mut pages)?;
    Ok(pages.count())
}

/// Beginning and end.
fn check_frame(file: &[u8]) -> Result<(), UploadProblem> {
    let begins = file.starts_with(b"%PDF-1.") || file.starts_with(b"%PDF-2.");
    let filled = |byte: &u8| matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ');
    let length = file.iter().rposition(|byte| !filled(byte));
    let whole = &file[..length.map_or(0, |last| last + 1)];
    let end = &whole[whole.len().saturating_sub(END_BYTES)..];
    if !begins || !end.ends_with(b"%%EOF") || !contains(end, b"startxref") {
        return Err(UploadProblem::Damaged);
    }
    let beginning = file[..file.len().min(BEGINNING_BYTES)].to_ascii_lowercase();
    let page = [
        &b"<html"[..],
        b"<script",
        b"<!doctype",
        b"<svg",
        b"<body",
        b"<iframe",
    ];
    if is_archive(file) || page.iter().any(|tag| contains(&beginning, tag)) {
        return Err(UploadProblem::Active);
    }
    Ok(())
}

/// Whether programs that unpack archives would take the file for one: they look at its end.
fn is_archive(file: &[u8]) -> bool {
    let from = file
        .len()
        .saturating_sub(ARCHIVE_REMARK_BYTES + ARCHIVE_END_BYTES);
    let end = &file[from..];
    end.windows(ARCHIVE_END_BYTES)
        .enumerate()
        .any(|(at, record)| {
            let remark = usize::from(u16::from_le_bytes([record[20], record[21]]));
            record.starts_with(ARCHIVE_END) && at + ARCHIVE_END_BYTES + remark <= end.len()
        })
}

/// Every name in these bytes, in strings and pictures as well: readers begin to read wherever the file
/// tells them to. The names are too long to stand in a picture by chance.
fn check_names(bytes: &[u8]) -> Result<(), UploadProblem> {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'/') {
        rest = &rest[at + 1..];
        let (name, length) = name(rest);
        if name.as_slice() == b"Encrypt" {
            return Err(UploadProblem::Locked);
        }
        if ACTIVE.contains(&name.as_slice()) {
            return Err(UploadProblem::Active);
        }
        rest = &rest[length.min(rest.len())..];
    }
    Ok(())
}

/// The name that begins here, with `#4A` read as `J`, and the bytes that it takes.
fn name(bytes: &[u8]) -> (Vec<u8>, usize) {
    let mut name = Vec::new();
    let mut at = 0;
    while name.len() < NAME_BYTES
        && let Some(byte) = bytes.get(at)
        && !ends_name(*byte)
    {
        let coded = bytes.get(at + 1..at + 3).and_then(hex);
        match (*byte, coded) {
            (b'#', Some(coded)) => {
                name.push(coded);
                at += 3;
            }
            (byte, _) => {
                name.push(byte);
                at += 1;
            }
        }
    }
    (name, at)
}

pub(super) const fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace()
        || matches!(
            byte,
            0 | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}

fn hex(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// The packed parts: lists of objects are unpacked and looked through, everything else (pages, pictures,
/// fonts) holds no names that a reader would act on.
fn check_parts(file: &[u8], pages: &mut Pages) -> Result<(), UploadProblem> {
    let mut unpacker = Unpacker::new();
    let mut rest = 0;
    let mut parts = 0;
    while let Some(at) = find(&file[rest..], b"stream").map(|at| rest + at) {
        rest = at + b"stream".len();
        let after = &file[rest..];
        let line_end = match after {
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            _ => continue,
        };
        if file[..at].ends_with(b"end") {
            continue;
        }
        parts += 1;
        if parts > MAX_PARTS {
            return Err(UploadProblem::Damaged);
        }
        check_part(
            &mut unpacker,
            pages,
            dictionary_before(file, at),
            &after[line_end..],
        )?;
    }
    Ok(())
}

fn check_part(
    unpacker: &mut Unpacker,
    pages: &mut Pages,
    dictionary: &[u8],
    packed: &[u8],
) -> Result<(), UploadProblem> {
    let names = names(dictionary);
    let has = |wanted: &[u8]| names.iter().any(|name| name == wanted);
    let is_list = has(b"ObjStm");
    if is_list && !has(b"Filter") {
        return Ok(());
    }
    let listed = unpacker.unpack(packed, GLANCE_BYTES)?;
    let looks_like_list = listed.is_some_and(|listed| {
        let first = listed.iter().find(|byte| !byte.is_ascii_whitespace());
        first.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'%')
    });
    // Packed in a way that is not unpacked here, so nobody could say what it holds.
    if is_list && (!looks_like_list || has(b"Predictor")) {
        return Err(UploadProblem::Damaged);
    }
    if !looks_like_list {
        return Ok(());
    }
    match unpacker.unpack(packed, MAX_PDF_PART_BYTES + 1)? {
        Some(list) if list.len() <= MAX_PDF_PART_BYTES => {
            if is_list {
                pages.in_list(list);
            }
            check_names(list)
        }
        // Longer than any list: numbers of a page, unless it says that it is a list.
        Some(_) if !is_list => Ok(()),
        _ => Err(UploadProblem::Damaged),
    }
}

/// The bytes between the beginning of the object and the keyword at `at`, or as many as are looked at.
fn dictionary_before(file: &[u8], at: usize) -> &[u8] {
    let before = &file[at.saturating_sub(DICTIONARY_BYTES)..at];
    let begins = before.windows(3).rposition(|three| three == b"obj");
    &before[begins.map_or(0, |begins| begins + 3)..]
}

fn names(bytes: &[u8]) -> Vec<Vec<u8>> {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    starts.map(|(at, _)| name(&bytes[at + 1..]).0).collect()
}

/// Unpacks parts within a limit for the whole file.
struct Unpacker {
    state: Decompress,
    out: Vec<u8>,
    left: usize,
}

impl Unpacker {
    fn new() -> Self {
        Self {
            state: Decompress::new(true),
            out: Vec::new(),
            left: MAX_PDF_UNPACKED_BYTES,
        }
    }

    /// The first bytes of what is packed here, at most so many; `None` when it is not packed in the
    /// usual way. What was unpacked before an error counts: readers show it, too.
    fn unpack(&mut self, packed: &[u8], most: usize) -> Result<Option<&[u8]>, UploadProblem> {
        let [first, second, ..] = packed else {
            return Ok(None);
        };
        let marked = u16::from_be_bytes([*first, *second]) % 31 == 0 && first & 0x0F == 8;
        if !marked {
            return Ok(None);
        }
        self.state.reset(true);
        self.out.clear();
        let room = most.min(self.left);
        self.out.reserve(room.min(64 * 1024));
        let mut read = 0;
        while self.out.len() < room {
            if self.out.len() == self.out.capacity() {
                let more = self.out.len().max(64 * 1024).min(room - self.out.len());
                self.out.reserve(more);
            }
            let (in_before, out_before) = (self.state.total_in(), self.out.len());
            let input = packed.get(read..).unwrap_or_default();
            let status = self
                .state
                .decompress_vec(input, &mut self.out, FlushDecompress::None);
            let taken = self.state.total_in() - in_before;
            read += usize::try_from(taken).unwrap_or(usize::MAX);
            let stuck = taken == 0 && self.out.len() == out_before;
            if stuck || !matches!(status, Ok(Status::Ok)) {
                break;
            }
        }
        self.out.truncate(room);
        self.left -= self.out.len();
        if self.left == 0 {
            return Err(UploadProblem::Damaged);
        }
        Ok((!self.out.is_empty()).then_some(&self.out))
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    find(bytes, wanted).is_some()
}

/// Where `wanted` begins in `bytes`; the first byte is searched for alone, which is fast.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = wanted.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| byte == first) {
        if bytes[from + at..].starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}
