//! Files that want something else than to be read, each refused or made harmless.

use std::io::Write as _;

use bytes::Bytes;
use domain::forms::{FileKind, MAX_MATERIAL_BYTES};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ImageBuffer, ImageEncoder as _, Rgb};

use super::UploadProblem;
use super::inspect::{Inspected, open};

/// What is hidden in files that are let in; it must be gone afterwards.
const PAYLOAD: &[u8] = b"<script>alert('payload')</script>";

/// What happens to a hostile file.
enum Fate {
    Refused(UploadProblem),
    /// It is let in as this kind, without [`PAYLOAD`] and without any of its metadata.
    Cleaned(FileKind),
}
use Fate::{Cleaned, Refused};
use UploadProblem::{Active, Damaged, Empty, Locked, TooLarge, TooManyPixels, WrongKind};

type Case = (&'static str, Vec<u8>, Fate);

fn pixels() -> ImageBuffer<Rgb<u8>, Vec<u8>> {
    ImageBuffer::from_fn(24, 16, |x, y| {
        Rgb([
            u8::try_from(x * 10).unwrap(),
            u8::try_from(y * 10).unwrap(),
            90,
        ])
    })
}

fn jpeg() -> Vec<u8> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 90)
        .encode_image(&pixels())
        .unwrap();
    out
}

fn png() -> Vec<u8> {
    let mut out = Vec::new();
    let picture = pixels();
    PngEncoder::new(&mut out)
        .write_image(picture.as_raw(), 24, 16, image::ExtendedColorType::Rgb8)
        .unwrap();
    out
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// A JPEG with one more segment behind its first marker.
fn with_segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    let photo = jpeg();
    joined(&[&photo[..2], &[0xFF, marker], &length, content, &photo[2..]])
}

fn crc(bytes: &[u8]) -> [u8; 4] {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum().to_be_bytes()
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = joined(&[name, content]);
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    joined(&[&length, &named, &crc(&named)])
}

/// A PNG with one more chunk behind its header, which ends at byte 33.
fn with_chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let picture = png();
    joined(&[&picture[..33], &chunk(name, content), &picture[33..]])
}

/// A PNG that says to be so large and packs so many zeros.
fn png_of(width: u32, height: u32, depth: u8, colour: u8, zeros: usize) -> Vec<u8> {
    let head = joined(&[
        &width.to_be_bytes(),
        &height.to_be_bytes(),
        &[depth, colour, 0, 0, 0],
    ]);
    joined(&[
        b"\x89PNG\r\n\x1a\n",
        &chunk(b"IHDR", &head),
        &chunk(b"IDAT", &packed(&vec![0; zeros])),
        &chunk(b"IEND", b""),
    ])
}

/// A JPEG whose header says to be so large.
fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
    let mut photo = jpeg();
    let frame = photo
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .unwrap();
    photo[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    photo[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    photo
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut writer = ZlibEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content).unwrap();
    writer.finish().unwrap()
}

/// A PDF with one page and one more object.
fn pdf(object: &[u8]) -> Vec<u8> {
    joined(&[
        b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n4 0 obj\n",
        object,
        b"\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 5/Root 1 0 R>>\nstartxref\n9\n%%EOF\n",
    ])
}

/// A PDF whose fourth object is a packed list with this dictionary.
fn pdf_with_list(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}>>stream\n");
    pdf(&joined(&[head.as_bytes(), content, b"\nendstream"]))
}

fn zip() -> Vec<u8> {
    joined(&[
        b"PK\x03\x04\x14\0\0\0\0\0",
        &[0; 40],
        b"PK\x05\x06",
        &[0; 18],
    ])
}

fn exif_with_place() -> Vec<u8> {
    joined(&[
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0",
        PAYLOAD,
    ])
}

/// Content of another kind than its name says; the name is `photo.jpg` in all of them.
fn in_disguise() -> Vec<Case> {
    let mut mp4 = b"\0\0\0\x18ftypisom\0\0\0\0isomiso2".to_vec();
    mp4.extend([0; 64]);
    vec![
        ("nothing", vec![], Refused(Empty)),
        ("one byte", vec![0xFF], Refused(WrongKind)),
        ("zeros", vec![0; 4096], Refused(WrongKind)),
        (
            "larger than allowed",
            vec![b'x'; MAX_MATERIAL_BYTES + 1],
            Refused(TooLarge),
        ),
        ("plain text", b"My name is Li".to_vec(), Refused(WrongKind)),
        (
            "SVG",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".to_vec(),
            Refused(WrongKind),
        ),
        (
            "SVG as XML",
            b"<?xml version='1.0'?><svg onload='x()'/>".to_vec(),
            Refused(WrongKind),
        ),
        (
            "page",
            b"<!doctype html><html><script>1</script></html>".to_vec(),
            Refused(WrongKind),
        ),
        (
            "page with a mark",
            b"\xEF\xBB\xBF<html>".to_vec(),
            Refused(WrongKind),
        ),
        (
            "script of a shell",
            b"#!/bin/sh\nrm -rf /\n".to_vec(),
            Refused(WrongKind),
        ),
        (
            "program of Windows",
            joined(&[b"MZ\x90\0", &[0; 256]]),
            Refused(WrongKind),
        ),
        (
            "program of Linux",
            joined(&[b"\x7fELF\x02\x01\x01", &[0; 256]]),
            Refused(WrongKind),
        ),
        ("archive", zip(), Refused(WrongKind)),
        (
            "packed archive",
            joined(&[b"\x1f\x8b\x08\0", &[0; 64]]),
            Refused(WrongKind),
        ),
        (
            "RAR",
            joined(&[b"Rar!\x1a\x07\x01\0", &[0; 64]]),
            Refused(WrongKind),
        ),
        (
            "7z",
            joined(&[b"7z\xBC\xAF\x27\x1C", &[0; 64]]),
            Refused(WrongKind),
        ),
        (
            "old Office",
            joined(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &[0; 512]]),
            Refused(WrongKind),
        ),
        (
            "rich text",
            b"{\\rtf1{\\object}}".to_vec(),
            Refused(WrongKind),
        ),
        (
            "PostScript",
            b"%!PS-Adobe-3.0\n(x) run\n".to_vec(),
            Refused(WrongKind),
        ),
        (
            "GIF",
            joined(&[b"GIF89a\x01\0\x01\0\0\0\0;", PAYLOAD]),
            Refused(WrongKind),
        ),
        ("BMP", joined(&[b"BM", &[0; 64]]), Refused(WrongKind)),
        (
            "TIFF",
            joined(&[b"II*\0\x08\0\0\0", &[0; 64]]),
            Refused(WrongKind),
        ),
        (
            "WebP",
            joined(&[b"RIFF\x20\0\0\0WEBPVP8 ", &[0; 32]]),
            Refused(WrongKind),
        ),
        (
            "icon",
            joined(&[b"\0\0\x01\0\x01\0", &[0; 64]]),
            Refused(WrongKind),
        ),
        ("film", mp4, Refused(WrongKind)),
        (
            "Java",
            b"\xCA\xFE\xBA\xBE\0\0\0\x34".to_vec(),
            Refused(WrongKind),
        ),
        (
            "PDF behind a page",
            joined(&[b"<html>", &pdf(b"<<>>")]),
            Refused(Damaged),
        ),
        (
            "PDF behind a few bytes",
            joined(&[b"    ", &pdf(b"<<>>")]),
            Refused(Damaged),
        ),
    ]
}

fn photos() -> Vec<Case> {
    let whole = jpeg();
    let half = whole[..whole.len() / 2].to_vec();
    let thumbnail = joined(&[b"Exif\0\0", &whole[..], PAYLOAD]);
    let cut_behind_thumbnail = with_segment(0xE1, &thumbnail);
    let without_end = cut_behind_thumbnail[..cut_behind_thumbnail.len() - 2].to_vec();
    let mut noise = whole.clone();
    let scan = noise.len() - 30;
    noise[scan..scan + 8].copy_from_slice(b"\xFF\x01\xFF\x02\xFF\x03\xFF\x04");
    let mut no_tables = whole.clone();
    let table = no_tables
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC4])
        .unwrap();
    no_tables[table + 1] = 0xEF;
    vec![
        (
            "start of a JPEG",
            b"\xFF\xD8\xFF\xE0".to_vec(),
            Refused(Damaged),
        ),
        (
            "start and end of a JPEG",
            b"\xFF\xD8\xFF\xD9".to_vec(),
            Refused(Damaged),
        ),
        ("half a JPEG", half, Refused(Damaged)),
        (
            "a JPEG that ends in its thumbnail",
            without_end,
            Refused(Damaged),
        ),
        (
            "a segment that ends behind the file",
            b"\xFF\xD8\xFF\xE1\xFF\xFFxx\xFF\xD9".to_vec(),
            Refused(Damaged),
        ),
        (
            "a segment of no length",
            b"\xFF\xD8\xFF\xE1\0\0\xFF\xDA\xFF\xD9".to_vec(),
            Refused(Damaged),
        ),
        ("a JPEG without tables", no_tables, Refused(Damaged)),
        ("a JPEG of no width", jpeg_of(0, 16), Refused(Damaged)),
        (
            "a JPEG of 4,295 million pixels",
            jpeg_of(65_535, 65_535),
            Refused(TooManyPixels),
        ),
        (
            "a JPEG with one long side",
            jpeg_of(60_000, 16),
            Refused(TooManyPixels),
        ),
        (
            "a JPEG of too many pixels",
            jpeg_of(10_000, 10_000),
            Refused(TooManyPixels),
        ),
        (
            "a JPEG with more pixels than its bytes can hold",
            jpeg_of(7_000, 7_000),
            Refused(Damaged),
        ),
        (
            "JPEG and page",
            joined(&[&whole, PAYLOAD]),
            Cleaned(FileKind::Jpeg),
        ),
        (
            "JPEG and archive",
            joined(&[&whole, PAYLOAD, &zip()]),
            Cleaned(FileKind::Jpeg),
        ),
        (
            "JPEG and PDF",
            joined(&[&whole, PAYLOAD, &pdf(b"<</S/JavaScript>>")]),
            Cleaned(FileKind::Jpeg),
        ),
        (
            "a remark with a script",
            with_segment(0xFE, PAYLOAD),
            Cleaned(FileKind::Jpeg),
        ),
        (
            "EXIF with a place",
            with_segment(0xE1, &exif_with_place()),
            Cleaned(FileKind::Jpeg),
        ),
        (
            "EXIF with nonsense",
            with_segment(0xE1, &joined(&[b"Exif\0\0II*\0\xFF\xFF\xFF\xFF", PAYLOAD])),
            Cleaned(FileKind::Jpeg),
        ),
        (
            "XMP",
            with_segment(
                0xE1,
                &joined(&[b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>", PAYLOAD]),
            ),
            Cleaned(FileKind::Jpeg),
        ),
        (
            "a colour profile",
            with_segment(0xE2, &joined(&[b"ICC_PROFILE\0\x01\x01", PAYLOAD])),
            Cleaned(FileKind::Jpeg),
        ),
        (
            "a maker's segment",
            with_segment(0xED, &joined(&[b"Photoshop 3.0\08BIM", PAYLOAD])),
            Cleaned(FileKind::Jpeg),
        ),
        (
            "noise in the picture",
            joined(&[&noise, PAYLOAD]),
            Cleaned(FileKind::Jpeg),
        ),
    ]
}

fn drawings() -> Vec<Case> {
    let whole = png();
    let half = whole[..whole.len() / 2].to_vec();
    let mut wrong_sum = whole.clone();
    wrong_sum[30] ^= 0xFF;
    let bomb = joined(&[b"Comment\0\0", &packed(&vec![b'x'; 64 * 1024 * 1024])]);
    let no_end = whole[..whole.len() - 12].to_vec();
    vec![
        (
            "start of a PNG",
            b"\x89PNG\r\n\x1a\n".to_vec(),
            Refused(Damaged),
        ),
        ("half a PNG", half, Refused(Damaged)),
        ("a wrong sum", wrong_sum, Refused(Damaged)),
        (
            "a PNG without pixels",
            png_of(24, 16, 8, 2, 0),
            Refused(Damaged),
        ),
        (
            "a PNG of no height",
            png_of(24, 0, 8, 2, 10),
            Refused(Damaged),
        ),
        (
            "an unknown depth",
            png_of(24, 16, 7, 2, 10),
            Refused(Damaged),
        ),
        (
            "a PNG of 10¹⁸ pixels",
            png_of(0x7FFF_FFFF, 0x7FFF_FFFF, 8, 2, 10),
            Refused(TooManyPixels),
        ),
        (
            "a PNG bomb",
            png_of(16_000, 16_000, 1, 0, 32_016_000),
            Refused(TooManyPixels),
        ),
        (
            "a PNG of 16 bits a channel",
            png_of(7_000, 7_000, 16, 6, 1_000),
            Refused(TooManyPixels),
        ),
        (
            "a PNG with one long side",
            png_of(1, 4_000_000, 8, 0, 1_000),
            Refused(TooManyPixels),
        ),
        (
            "PNG and page",
            joined(&[&whole, PAYLOAD]),
            Cleaned(FileKind::Png),
        ),
        (
            "PNG and archive",
            joined(&[&whole, PAYLOAD, &zip()]),
            Cleaned(FileKind::Png),
        ),
        (
            "a PNG without its end",
            joined(&[&no_end, PAYLOAD]),
            Cleaned(FileKind::Png),
        ),
        (
            "a text",
            with_chunk(b"tEXt", &joined(&[b"Comment\0", PAYLOAD])),
            Cleaned(FileKind::Png),
        ),
        (
            "a packed text that is a bomb",
            with_chunk(b"zTXt", &bomb),
            Cleaned(FileKind::Png),
        ),
        (
            "EXIF in a PNG",
            with_chunk(b"eXIf", &exif_with_place()),
            Cleaned(FileKind::Png),
        ),
        (
            "a private chunk",
            with_chunk(b"teSt", PAYLOAD),
            Cleaned(FileKind::Png),
        ),
    ]
}

fn documents() -> Vec<Case> {
    let plain = pdf(b"<<>>");
    let cut = plain[..plain.len() - 20].to_vec();
    let script = b"5 0 <</S/JavaScript/JS(app.alert(1))>>";
    let list = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";
    let bomb = packed(&[b"5 0 ".to_vec(), vec![b' '; 96 * 1024 * 1024]].concat());
    let mut many = Vec::new();
    for _ in 0..60_000 {
        many.extend(b"stream\nx\n");
    }
    let archive = {
        let mut file = plain.clone();
        file.extend(b"PK\x05\x06");
        file.extend([0; 16]);
        file.extend(6_u16.to_le_bytes());
        file.extend(b"\n%%EOF");
        file
    };
    vec![
        (
            "a heading of a PDF",
            b"%PDF-1.7\n".to_vec(),
            Refused(Damaged),
        ),
        (
            "a PDF of the future",
            joined(&[b"%PDF-9.9", &plain[8..]]),
            Refused(Damaged),
        ),
        ("a cut PDF", cut, Refused(Damaged)),
        (
            "a PDF and a page",
            joined(&[&plain, PAYLOAD]),
            Refused(Damaged),
        ),
        (
            "a PDF and an archive",
            joined(&[&plain, &zip()]),
            Refused(Damaged),
        ),
        (
            "a PDF in the remark of an archive",
            archive,
            Refused(Active),
        ),
        (
            "a PDF with a page at its beginning",
            joined(&[b"%PDF-1.7 <HTML><Script>1</script>\n", &plain[9..]]),
            Refused(Active),
        ),
        (
            "JavaScript",
            pdf(b"<</S/JavaScript/JS(app.alert(1))>>"),
            Refused(Active),
        ),
        (
            "JavaScript in another spelling",
            pdf(b"<</S/#4aava#53cript/JS(1)>>"),
            Refused(Active),
        ),
        (
            "JavaScript at opening",
            pdf(b"<</OpenAction<</S /JavaScript/JS(1)>>>>"),
            Refused(Active),
        ),
        (
            "JavaScript in a list",
            pdf_with_list(list, &packed(script)),
            Refused(Active),
        ),
        (
            "JavaScript in a list in another spelling",
            pdf_with_list(
                "/Type/Obj#53tm/N 1/First 4/Filter[/FlateDecode]",
                &packed(b"5 0 <</S/Java#53cript>>"),
            ),
            Refused(Active),
        ),
        (
            "JavaScript in a list that does not say so",
            pdf_with_list("/Filter/FlateDecode", &packed(script)),
            Refused(Active),
        ),
        (
            "JavaScript in an open list",
            pdf_with_list("/Type/ObjStm/N 1/First 4", script),
            Refused(Active),
        ),
        (
            "a list that is packed otherwise",
            pdf_with_list("/Type/ObjStm/N 1/Filter/ASCIIHexDecode", b"352030203C3C"),
            Refused(Damaged),
        ),
        (
            "a list that is packed twice",
            pdf_with_list(list, &packed(&packed(&script.repeat(50)))),
            Refused(Damaged),
        ),
        (
            "a list that is a bomb",
            pdf_with_list(list, &bomb),
            Refused(Damaged),
        ),
        ("too many parts", pdf(&many), Refused(Damaged)),
        (
            "a program to start",
            pdf(b"<</S/Launch/F(cmd.exe)>>"),
            Refused(Active),
        ),
        (
            "another file inside",
            pdf(b"<</Type/EmbeddedFile/Length 0>>"),
            Refused(Active),
        ),
        (
            "other files inside",
            pdf(b"<</Names<</EmbeddedFiles 5 0 R>>>>"),
            Refused(Active),
        ),
        ("a film", pdf(b"<</Subtype/RichMedia>>"), Refused(Active)),
        (
            "a form that is a program",
            pdf(b"<</AcroForm<</XFA 5 0 R>>>>"),
            Refused(Active),
        ),
        (
            "a form that is sent elsewhere",
            pdf(b"<</S/SubmitForm/F(https://example.org)>>"),
            Refused(Active),
        ),
        ("a password", pdf(b"<</Encrypt 5 0 R>>"), Refused(Locked)),
        (
            "a password in another spelling",
            pdf(b"<</E#6Ecrypt 5 0 R>>"),
            Refused(Locked),
        ),
    ]
}

#[test]
fn every_hostile_file_is_refused_or_made_harmless() {
    let all: Vec<Case> = [in_disguise(), photos(), drawings(), documents()]
        .into_iter()
        .flatten()
        .collect();
    assert!(all.len() >= 60, "only {} files", all.len());
    let mut wrong = Vec::new();
    for (name, file, fate) in all {
        match (fate, open(&Bytes::from(file), &FileKind::ALL)) {
            (Refused(expected), Err(problem)) if problem == expected => {}
            (Cleaned(kind), Ok(inspected)) => assert_cleaned(name, kind, &inspected),
            (Refused(expected), got) => {
                wrong.push(format!(
                    "{name}: {:?}, not {expected:?}",
                    got.map(|got| got.kind)
                ));
            }
            (Cleaned(_), Err(problem)) => wrong.push(format!("{name}: {problem:?}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn assert_cleaned(name: &str, kind: FileKind, inspected: &Inspected) {
    assert_eq!(inspected.kind, kind, "{name}");
    for traces in [
        PAYLOAD,
        b"Exif",
        b"xmp",
        b"ICC_PROFILE",
        b"PK\x03\x04",
        b"%PDF",
        b"8BIM",
        b"tEXt",
    ] {
        let there = inspected
            .bytes
            .windows(traces.len())
            .any(|part| part == traces);
        assert!(
            !there,
            "{name} still holds {:?}",
            String::from_utf8_lossy(traces)
        );
    }
    image::load_from_memory(&inspected.bytes).unwrap();
}

#[test]
fn ordinary_files_are_taken() {
    let list = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";
    let listed = pdf_with_list(list, &packed(b"5 0 <</Type/Font>>"));
    let in_list = pdf_with_list(list, &packed(b"3 0 5 12 <</Type/Page>><</Type/Page>>"));
    let in_list = open(&Bytes::from(in_list), &FileKind::ALL).unwrap();
    assert_eq!(in_list.pages, Some(2));
    let drawn = pdf_with_list(
        "/Filter/FlateDecode",
        &packed(&b"1 0 0 1 72 720 cm ".repeat(500_000)),
    );
    for (kind, file) in [
        (FileKind::Jpeg, jpeg()),
        (FileKind::Png, png()),
        (
            FileKind::Pdf,
            pdf(b"<</Title(/Java)/EncryptMetadata false/JavaScripted 1>>"),
        ),
        (FileKind::Pdf, listed),
        (FileKind::Pdf, drawn),
        (FileKind::Pdf, joined(&[&pdf(b"<<>>"), b"\r\n\0\0"])),
    ] {
        let opened = open(&Bytes::from(file), &FileKind::ALL).unwrap();
        assert_eq!((opened.kind, opened.pages), (kind, Some(1)));
    }
    assert!(matches!(
        open(&Bytes::from(png()), &[FileKind::Jpeg]),
        Err(WrongKind)
    ));
}
