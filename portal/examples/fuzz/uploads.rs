//! Files as citizens send them: photos and documents with bytes changed.

use std::io::Write as _;

use bytes::Bytes;
use domain::forms::FileKind;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ImageBuffer, ImageEncoder as _, Rgb};
use portal::materials::open;

use crate::Run;
use crate::random::Random;

/// Pieces that the formats are made of, and numbers at their edges.
const PIECES: [&[u8]; 24] = [
    b"\xFF\xD8",
    b"\xFF\xD9",
    b"\xFF\xDA",
    b"\xFF\xC0",
    b"\xFF\xC2",
    b"\xFF\xC4",
    b"\xFF\xE1",
    b"Exif\0\0",
    b"IHDR",
    b"IDAT",
    b"IEND",
    b"acTL",
    b"iCCP",
    b"\0\0\0\0",
    b"\xFF\xFF\xFF\xFF",
    b"\x40\x00",
    b"endstream",
    b"stream\r\n",
    b"/ObjStm",
    b"/FlateDecode",
    b"/J#61vaScript",
    b"<<",
    b">>",
    b"%%EOF",
];

/// Files with changed bytes, opened as the portal opens what it is sent.
pub fn uploads(mut random: Random) -> impl FnMut() -> Run {
    let samples = [jpeg(), png(), pdf()];
    let all = [FileKind::Jpeg, FileKind::Png, FileKind::Pdf];
    move || {
        let sample = random.below(samples.len());
        let mut file = samples.get(sample).cloned().unwrap_or_default();
        for _ in 0..=random.below(6) {
            random.change(&mut file, &PIECES);
        }
        let input = file.iter().map(|byte| format!("{byte:02x}")).collect();
        let is_taken = open(&Bytes::from(file), &all).is_ok();
        Run { input, is_taken }
    }
}

fn pixels() -> ImageBuffer<Rgb<u8>, Vec<u8>> {
    ImageBuffer::from_fn(24, 16, |x, y| {
        Rgb([x, y, x + y].map(|part| u8::try_from(part * 6).unwrap_or(u8::MAX)))
    })
}

fn jpeg() -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, 90);
    encoder
        .encode_image(&pixels())
        .expect("the picture is right");
    file
}

fn png() -> Vec<u8> {
    let (mut file, picture) = (Vec::new(), pixels());
    PngEncoder::new(&mut file)
        .write_image(picture.as_raw(), 24, 16, image::ExtendedColorType::Rgb8)
        .expect("the picture is right");
    file
}

/// A document with one packed list of objects.
fn pdf() -> Vec<u8> {
    let mut list = ZlibEncoder::new(Vec::new(), Compression::default());
    list.write_all(b"4 0 <</Type/Page/MediaBox[0 0 9 9]>>")
        .expect("memory takes everything");
    let list = list.finish().expect("memory takes everything");
    let head = format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\n\
         endobj\n3 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {}>>\nstream\n",
        list.len()
    );
    let tail = b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
    [head.as_bytes(), &list, tail].concat()
}
