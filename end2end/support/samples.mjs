// Files to hand in, as small as they can be.

import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A PNG of one white point. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);

/** A PDF of two empty pages. */
export const PDF = Buffer.from(
  [
    "%PDF-1.4",
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    "2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj",
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj",
    "4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj",
    "trailer<</Root 1 0 R>>",
    "startxref",
    "9",
    "%%EOF",
    "",
  ].join("\n"),
);

/** A photo as a browser's file chooser hands it over. */
export const PHOTO = { name: "照片.png", mimeType: "image/png", buffer: PNG };

/** A page of the household register. */
export const HOUSEHOLD_PAGE = { name: "户口簿本人页.pdf", mimeType: "application/pdf", buffer: PDF };

/** What the parents of a newborn child hand in. */
export const BIRTH_RECORD = { name: "出生医学记录.pdf", mimeType: "application/pdf", buffer: PDF };
export const MARRIAGE = { name: "结婚证.pdf", mimeType: "application/pdf", buffer: PDF };
export const COSTS = { name: "费用清单.pdf", mimeType: "application/pdf", buffer: PDF };

/** A text that says it is a photo. */
export const FALSE_PHOTO = {
  name: "照片.png",
  mimeType: "image/png",
  buffer: Buffer.from("This is no picture."),
};

/** A photo of so many megabytes, as a file in a folder: browsers take large files from disk only. */
export function photoOf(megabytes, folder) {
  const path = join(folder, `photo-${megabytes}.png`);
  writeFileSync(path, PNG);
  truncateSync(path, megabytes * 1024 * 1024);
  return path;
}
