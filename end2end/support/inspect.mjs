// Looks at a page with the functions of support/inspect/, which run in the browser.

import * as common from "./inspect/common.mjs";
import * as focus from "./inspect/focus.mjs";
import * as pseudo from "./inspect/pseudo.mjs";
import * as room from "./inspect/room.mjs";
import * as targets from "./inspect/targets.mjs";
import * as words from "./inspect/words.mjs";

const FUNCTIONS = { ...common, ...focus, ...pseudo, ...room, ...targets, ...words };
const SOURCE = `(() => {
${Object.values(FUNCTIONS).join("\n")}
globalThis.inspect = { ${Object.keys(FUNCTIONS).join(", ")} };
})()`;

/** Calls one of the functions in the page; the functions come along where they are not there yet. */
export async function inspect(page, name, argument) {
  if (!(name in FUNCTIONS)) throw new Error(`nothing is called ${name}`);
  if (!(await page.evaluate(() => "inspect" in globalThis))) await page.evaluate(SOURCE);
  return page.evaluate(([called, given]) => globalThis.inspect[called](given), [name, argument]);
}

/** Several of them one after the other; each problem begins with what was being tried. */
async function all(page, tried, names) {
  const found = [];
  for (const name of names) {
    for (const problem of await inspect(page, name)) found.push(`${tried}: ${problem}`);
  }
  return found;
}

const ROOM = ["sideways", "clipped", "overlapping"];

/** As it stands. */
export const asItStands = (page) =>
  all(page, "as it stands", ["outline", "reordered", "wrongLanguage", ...ROOM]);

/** WCAG 1.4.10: at 400 % a window of 1280 px is 320 px wide. */
export async function reflow(page) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const found = await all(page, "at 400 %", ROOM);
  await page.setViewportSize(size);
  return found;
}

/** WCAG 1.4.12. */
export async function spacing(page) {
  await inspect(page, "space", true);
  const found = await all(page, "with more spacing", ROOM);
  await inspect(page, "space", false);
  return found;
}

/** Right to left. */
export async function mirrored(page) {
  await inspect(page, "mirror", "rtl");
  const found = await all(page, "right to left", ROOM);
  await inspect(page, "mirror", "ltr");
  return found;
}

/** Longer texts. The page is of no use for anything else afterwards. */
export async function lengthened(page) {
  await inspect(page, "lengthen");
  return all(page, "with longer texts", ROOM);
}

/** The focus shows, in the page's colours and in the reader's. */
export async function focusShows(page) {
  // Browsers show the focus to those who use the keyboard.
  await page.keyboard.press("Tab");
  const found = await all(page, "by keyboard", ["unseenFocus"]);
  await page.emulateMedia({ forcedColors: "active" });
  found.push(...(await all(page, "in the reader's colours", ["unseenFocus", "withoutLines"])));
  await page.emulateMedia({ forcedColors: "none" });
  return found;
}

/** Everything can be hit; sides in CSS pixels. */
export async function targetSizes(page, sides) {
  const found = await inspect(page, "tooSmall", sides);
  return found.map((problem) => `target: ${problem}`);
}
