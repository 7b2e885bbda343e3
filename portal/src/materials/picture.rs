//! Pictures: decoded and written anew. What is kept are pixels; place, device and time of the photo, and
//! whatever was hidden in or behind the picture, are gone.

use std::io::Cursor;

use bytes::Bytes;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::{DynamicImage, ImageDecoder, ImageError, Limits};

use super::UploadProblem;
use super::limits::{
    JPEG_PIXELS_PER_BYTE, JPEG_QUALITY, MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE,
};

/// Start of image, and the markers behind which the picture itself begins and ends.
const JPEG_START: &[u8] = &[0xFF, 0xD8];
const JPEG_SCAN: u8 = 0xDA;
const JPEG_END: &[u8] = &[0xFF, 0xD9];

/// A JPEG as we write it.
pub(super) fn jpeg(sent: &[u8]) -> Result<Bytes, UploadProblem> {
    // The decoder fills up with grey what is missing, and nobody would notice before the officer does.
    if !is_whole(sent) {
        return Err(UploadProblem::Damaged);
    }
    let decoder = JpegDecoder::new(Cursor::new(sent)).map_err(problem)?;
    if pixels_within_limits(&decoder)? > JPEG_PIXELS_PER_BYTE * sent.len() as u64 {
        return Err(UploadProblem::Damaged);
    }
    let picture = match upright(decoder)? {
        picture @ (DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_)) => picture,
        other => DynamicImage::ImageRgb8(other.into_rgb8()),
    };
    let mut written = Vec::with_capacity(sent.len());
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut written, JPEG_QUALITY))
        .map_err(problem)?;
    Ok(written.into())
}

/// A PNG as we write it; of an animated one the first picture.
pub(super) fn png(sent: &[u8]) -> Result<Bytes, UploadProblem> {
    let picture = upright(PngDecoder::with_limits(Cursor::new(sent), limits()).map_err(problem)?)?;
    let mut written = Vec::with_capacity(sent.len());
    let writer =
        PngEncoder::new_with_quality(&mut written, CompressionType::Default, FilterType::Adaptive);
    picture.write_with_encoder(writer).map_err(problem)?;
    Ok(written.into())
}

/// How many pixels a picture says it has.
fn pixels_within_limits(decoder: &impl ImageDecoder) -> Result<u64, UploadProblem> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let too_large = width.max(height) > MAX_PICTURE_SIDE
        || pixels > MAX_PICTURE_PIXELS
        || decoder.total_bytes() > MAX_PICTURE_BYTES;
    if too_large {
        return Err(UploadProblem::TooManyPixels);
    }
    Ok(pixels)
}

/// Decodes a picture within the limits, and turns it as the camera says it was held.
fn upright(mut decoder: impl ImageDecoder) -> Result<DynamicImage, UploadProblem> {
    pixels_within_limits(&decoder)?;
    decoder.set_limits(limits()).map_err(problem)?;
    let held = decoder.orientation().map_err(problem)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(problem)?;
    picture.apply_orientation(held);
    Ok(picture)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_PICTURE_SIDE);
    limits.max_image_height = Some(MAX_PICTURE_SIDE);
    limits.max_alloc = Some(MAX_PICTURE_BYTES);
    limits
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands where a result's error is mapped"
)]
fn problem(error: ImageError) -> UploadProblem {
    match error {
        ImageError::Limits(_) => UploadProblem::TooManyPixels,
        _ => UploadProblem::Damaged,
    }
}

/// Whether a JPEG has its end. Before the picture stand segments, each with its length; one of them may
/// hold a small picture with an end of its own, so they are stepped over.
fn is_whole(sent: &[u8]) -> bool {
    let Some(mut rest) = sent.strip_prefix(JPEG_START) else {
        return false;
    };
    loop {
        let [0xFF, marker, after @ ..] = rest else {
            return false;
        };
        // Fill bytes may stand before a marker.
        if *marker == 0xFF {
            rest = &rest[1..];
            continue;
        }
        let [high, low, ..] = after else { return false };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        if *marker == JPEG_SCAN {
            return after.windows(JPEG_END.len()).any(|pair| pair == JPEG_END);
        }
        match after.get(length..) {
            Some(next) if length >= 2 => rest = next,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use image::{ImageBuffer, Rgb};

    use super::*;

    /// Two pixels wide, one high, the left one red: with EXIF that says "turn it to the right".
    fn held_sideways() -> Vec<u8> {
        let mut photo = Vec::new();
        let picture = ImageBuffer::from_fn(32, 16, |x, _| {
            if x < 16 {
                Rgb([250_u8, 0, 0])
            } else {
                Rgb([0, 0, 250])
            }
        });
        let mut writer = JpegEncoder::new_with_quality(&mut photo, 95);
        writer.encode_image(&picture).unwrap();
        let tiff = [
            &b"Exif\0\0II*\0\x08\0\0\0\x01\0"[..],
            &[0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
            &[0, 0, 0, 0],
        ]
        .concat();
        let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
        let exif = [&[0xFF, 0xE1], &length[..], &tiff].concat();
        photo.splice(2..2, exif);
        photo
    }

    #[test]
    fn a_photo_is_turned_before_it_forgets_how_it_was_held() {
        let written = jpeg(&held_sideways()).unwrap();
        let picture = image::load_from_memory(&written).unwrap().into_rgb8();
        assert_eq!(picture.dimensions(), (16, 32));
        let (above, below) = (picture.get_pixel(8, 4), picture.get_pixel(8, 28));
        assert!(above[0] > 200 && above[2] < 60, "{above:?}");
        assert!(below[2] > 200 && below[0] < 60, "{below:?}");
        assert!(!written.windows(4).any(|four| four == b"Exif"));
    }
}
