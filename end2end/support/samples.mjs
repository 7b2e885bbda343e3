// Files to hand in, as small as they can be.

/** A PNG of one white point. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);

/** A PDF without a page. */
export const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

/** A photo as a browser's file chooser hands it over. */
export const PHOTO = { name: "照片.png", mimeType: "image/png", buffer: PNG };

/** A page of the household register. */
export const HOUSEHOLD_PAGE = { name: "户口簿本人页.pdf", mimeType: "application/pdf", buffer: PDF };

/** A text that says it is a photo. */
export const FALSE_PHOTO = {
  name: "照片.png",
  mimeType: "image/png",
  buffer: Buffer.from("This is no picture."),
};

/** A photo of so many megabytes. */
export function photoOf(megabytes) {
  return { ...PHOTO, buffer: Buffer.concat([PNG, Buffer.alloc(megabytes * 1024 * 1024)]) };
}
