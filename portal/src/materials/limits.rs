//! Named limits of materials, each with its reason.

use domain::forms::MAX_MATERIAL_BYTES;

/// Most pixels of one side of a picture. The largest cameras of telephones make 16,320; a longer side is
/// a drawing or an attack.
pub const MAX_PICTURE_SIDE: u32 = 16_500;

/// Most pixels of a picture: what the main camera of a good telephone makes. Nothing that has to be read
/// needs more: A4 at 600 dots an inch has 35 million.
pub const MAX_PICTURE_PIXELS: u64 = 51_000_000;

/// Most bytes of a picture in memory: [`MAX_PICTURE_PIXELS`] in four channels, with something to spare
/// for the tables of the decoder. Turning one upright takes as much again.
pub const MAX_PICTURE_BYTES: u64 = 224 * 1024 * 1024;

/// Files that one node opens at the same time. With two, pictures take less than a gigabyte at the
/// worst; the others wait.
pub const OPENED_AT_ONCE: usize = 2;

/// Quality of a JPEG that is written anew. Small print of a photographed document stays readable from 85
/// on; files of telephones do not grow at 90.
pub const JPEG_QUALITY: u8 = 90;

/// Most pixels that one byte of a JPEG can stand for. A blank sheet in the tightest writing has some 350;
/// more are announced and not there, and making them up would only cost time.
pub const JPEG_PIXELS_PER_BYTE: u64 = 1000;

/// Most bytes that one packed part of a PDF is unpacked to when it is looked through. Lists of objects
/// have some ten kilobytes.
pub const MAX_PDF_PART_BYTES: usize = 8 * 1024 * 1024;

/// Most bytes that all packed parts of one PDF are unpacked to: a second of work.
pub const MAX_PDF_UNPACKED_BYTES: usize = 64 * 1024 * 1024;

/// Most files of one case. An officer opens each of them; who has more to show brings it along.
pub const MAX_FILES_PER_CASE: usize = 60;

/// Most bytes of all files of one case: twenty documents of the largest size.
pub const MAX_CASE_BYTES: u64 = 20 * MAX_MATERIAL_BYTES as u64;

/// Most files that one person may send on one day, those refused included: three full cases. Opening a
/// file is the costliest thing that a citizen can make the portal do.
pub const MAX_FILES_PER_DAY: i64 = 180;

/// Most bytes that one person may send on one day: two full cases and a little.
pub const MAX_BYTES_PER_DAY: i64 = 1024 * 1024 * 1024;

/// Longest file name that is kept, in characters; file systems allow about as many.
pub const MAX_FILE_NAME_CHARS: usize = 200;
